internal import Actes
internal import Echanges
internal import Files
internal import Scolarite
internal import Text

/// `delibere reglement adopter`: puts a profile in force for a year.
enum AdopterUnReglement {
  /// A profile has some kilobytes.
  private static let limite = 1_048_576

  static func executer(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let fil = ["delibere", "reglement", "adopter"]
    let annee = try saisie.annee("annee", fil)
    let (conseil, cfvu) = (try saisie.jour("conseil", fil), try saisie.jour("cfvu", fil))
    let (nom, texte) = try profil(saisie.arguments[0])
    let phrase = try Guichet.ouvrir(saisie) { guichet in
      let structure = try guichet.demander(VoirLaStructure())
      let departement = try saisie.valeur("departement").map { try structure.departement($0) }
      let avant = try guichet.demander(
        VoirLeReglement(departement: departement?.id, annee: annee)
      )
      _ = try guichet.faire(
        AdopterUnProfil(
          departement: departement?.id,
          annee: annee,
          profil: nom,
          texte: texte,
          conseil: conseil ?? avant?.conseil,
          cfvu: cfvu ?? avant?.cfvu,
          irregularite: saisie.valeur("irregularite"),
          version: avant?.version,
        )
      )
      let lieu = departement.map { "le département « \($0.code) »" } ?? "tout l’établissement"
      let remplace =
        avant.map { $0.texte == texte ? ", comme avant" : " ; il remplace « \($0.nom) »" } ?? ""
      return "Règlement « \(nom) » en vigueur en \(annee) pour \(lieu)\(remplace).\n"
        + dates(conseil ?? avant?.conseil, cfvu ?? avant?.cfvu)
    }
    console.print(frenchSpacing(phrase))
    return .succes
  }

  /// What a jury will ask before it can close.
  private static func dates(_ conseil: Jour?, _ cfvu: Jour?) -> String {
    let manquent = [conseil == nil ? "--conseil" : nil, cfvu == nil ? "--cfvu" : nil]
      .compactMap(\.self)
    guard !manquent.isEmpty else { return "" }
    return "  date d’adoption à compléter avant le jury : \(manquent.joined(separator: ", "))\n"
  }

  /// The name of a profile, and its text with those that it inherits from.
  private static func profil(_ designe: String) throws(Abandon) -> (nom: String, texte: String) {
    let bibliotheque = Bibliotheque { try? readFile($0, limit: limite) }
    do throws(DataFileError) {
      let nom = try bibliotheque.couches(designe).last?.nom ?? designe
      return (nom, try bibliotheque.recueil(designe))
    } catch {
      throw .fichier(["\(error.description) ; rien n’a été écrit"])
    }
  }
}
