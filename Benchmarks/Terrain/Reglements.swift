package import Echanges
package import Scolarite

/// The règlements on which measures are taken: profiles that ship, some settings imposed.
package enum Reglements {
  package static let bibliotheque = Bibliotheque { _ in nil }

  /// The year of the measures.
  package static let annee = annee(2025)

  package static func annee(_ debut: Int) -> AnneeUniversitaire {
    exige(AnneeUniversitaire(debut: debut), "\(debut) opens a university year")
  }

  /// What a profile gives on the first day of a year.
  package static func reglement(
    _ profil: String,
    le jour: Jour = Jour(ouvrant: annee),
    _ surcharges: [String: ValeurDeParametre] = [:],
  ) throws -> Reglement {
    let couches = try bibliotheque.couches(profil)
    return Reglement(courant: try Reglages(couches, le: jour, surcharges: surcharges))
  }
}
