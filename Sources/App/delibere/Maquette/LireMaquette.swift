internal import Echanges
internal import JSON
internal import Scolarite
internal import Text

/// `delibere maquette lire`: what a document holds, in a few lines.
enum LireMaquette {
  static func run(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let fichiers = try FichierDeMaquette.lire(saisie)
    if saisie.valeur("format") == "json" {
      console.print(JSONNode.array(fichiers.map(json)).rendered())
    } else {
      for fichier in fichiers { console.print(table(fichier)) }
    }
    return .succes
  }

  private static func json(_ fichier: FichierDeMaquette) -> JSONNode {
    [
      "fichier": .string(fichier.chemin),
      "maquette": MaquetteJSON.encode(fichier.lecture.maquette),
      "constats": .array(fichier.lecture.constats.map { $0.json(fichier, controle: nil) }),
    ]
  }

  private static func table(_ fichier: FichierDeMaquette) -> String {
    let maquette = fichier.lecture.maquette
    let identite = maquette.identite
    var lignes = [identite.titre, identite.etablissement]
    if let rncp = identite.rncp { lignes.append("RNCP \(rncp)") }
    if let texte = identite.texteCite { lignes.append("Texte cité : \(texte)") }
    let ressources = maquette.modulesSitues.count { $0.module.nature == .ressource }
    let saes = maquette.modulesSitues.count - ressources
    let comptes = [
      compte(maquette.semestres.count, "semestre"), "\(maquette.ues.count) UE",
      compte(ressources, "ligne") + " de ressources", compte(saes, "ligne") + " de SAÉ",
      compte(maquette.rcues.count, "regroupement") + " d’UE",
    ]
    lignes.append("Lu : " + comptes.joined(separator: ", "))
    for constat in fichier.lecture.constats {
      lignes.append(
        "  \(fichier.emplacement(constat.lieu))  \(constat.lieu) : \(constat.nature.phrase)"
      )
    }
    return frenchSpacing(lignes.joined(separator: "\n")) + "\n\n"
  }
}
