public import Scolarite

/// A règlement in force, and what of it is still to be completed.
public struct ReglementEnVigueur: Sendable {
  public let profil: ProfilAdopte
  public let reglages: Reglages
  /// The adoptions whose day is not recorded.
  public let manque: [AdoptionManquante]
  /// The values that the institution must still choose or confirm.
  public let aConfirmer: [Reglage]
}

/// The règlements in force in a year, of the establishment and of its departments.
public struct VoirLesReglements: Question {
  public static let nom = "voir-les-reglements"
  /// `nil` for the year that runs, else the last one opened.
  public let annee: AnneeUniversitaire?

  /// What there is to see of a year.
  public struct Etat: Sendable {
    public let annee: AnneeUniversitaire
    /// Those that were opened, the last first.
    public let annees: [AnneeUniversitaire]
    public let departements: [Departement]
    public let enVigueur: [ReglementEnVigueur]
    public let peutAdopter: Bool
    /// The last day on which the rules of the year could be changed, when it is past.
    public let retard: Jour?
  }

  public init(_ annee: AnneeUniversitaire? = nil) {
    self.annee = annee
  }

  public func executer(_ travail: Travail) throws -> Etat {
    _ = try travail.exiger(unDe: [.adopterUnProfil, .administrer, .structurer], .etablissement)
    let ouvertes = try travail.registre.annees().sorted { $1.annee < $0.annee }
    let jour = travail.moment.jour
    let courante = ouvertes.first { $0.debut <= jour && jour <= $0.fin } ?? ouvertes.first
    guard let annee = annee ?? courante?.annee ?? AnneeUniversitaire(contenant: jour) else {
      throw Refus.inconnu(.annee)
    }
    return Etat(
      annee: annee,
      annees: ouvertes.map(\.annee),
      departements: try travail.registre.departements(),
      enVigueur: try travail.registre.profils(annee).map { try travail.enVigueur($0) },
      peutAdopter: travail.peut(.adopterUnProfil, .etablissement),
      retard: try travail.retard(annee),
    )
  }
}

extension Travail {
  fileprivate func enVigueur(_ profil: ProfilAdopte) throws -> ReglementEnVigueur {
    let reglages = try formats.reglages(profil.texte, le: Jour(ouvrant: profil.annee))
    var manque: [AdoptionManquante] = []
    if profil.conseil == nil { manque.append(.conseil) }
    if profil.cfvu == nil { manque.append(.cfvu) }
    return ReglementEnVigueur(
      profil: profil,
      reglages: reglages,
      manque: manque,
      aConfirmer: NomDeReglage.allCases.map { reglages.reglage($0) }.filter(\.aConfirmer),
    )
  }
}

extension AnneeUniversitaire {
  /// The year, from September to August, in which a day falls.
  fileprivate init?(contenant jour: Jour) {
    self.init(debut: jour.mois >= 9 ? jour.annee : jour.annee - 1)
  }
}
