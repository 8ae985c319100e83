internal import Echanges
internal import JSON
internal import Scolarite
internal import Text

/// `delibere maquette lire`: what a document holds, in a few lines.
enum LireMaquette {
  static func run(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    for fichier in try FichierDeMaquette.lire(saisie) {
      console.print(saisie.valeur("format") == "json" ? json(fichier) : table(fichier))
    }
    return .succes
  }

  private static func json(_ fichier: FichierDeMaquette) -> String {
    let node: JSONNode = [
      "fichier": .string(fichier.chemin),
      "maquette": MaquetteJSON.encode(fichier.lecture.maquette),
      "constats": .array(fichier.lecture.constats.map { $0.json(fichier, controle: nil) }),
    ]
    return node.rendered()
  }

  private static func table(_ fichier: FichierDeMaquette) -> String {
    let maquette = fichier.lecture.maquette
    let identite = maquette.identite
    var lignes = [identite.titre, identite.etablissement]
    if let rncp = identite.rncp { lignes.append("RNCP \(rncp)") }
    if let texte = identite.texteCite { lignes.append("Texte cité : \(texte)") }
    let ressources = maquette.modulesSitues.count { $0.module.nature == .ressource }
    let saes = maquette.modulesSitues.count - ressources
    lignes.append(
      "Lu : \(maquette.semestres.count) semestres, \(maquette.ues.count) UE, \(ressources) lignes "
        + "de ressources, \(saes) lignes de SAÉ, \(maquette.rcues.count) regroupements d’UE"
    )
    for constat in fichier.lecture.constats {
      lignes.append(
        "  \(fichier.emplacement(constat.lieu))  \(constat.lieu) : \(constat.nature.phrase)"
      )
    }
    return frenchSpacing(lignes.joined(separator: "\n")) + "\n\n"
  }
}
