internal import Echanges
internal import Files
internal import JSON
internal import Scolarite
internal import Text

/// `delibere deliberer`: the proposals of a whole promotion.
enum Deliberer {
  static func run(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let marge = try marge(saisie)
    let fichier = try FichierDeCohorte.lire(saisie, ["delibere", "deliberer"])
    let propositions = fichier.deliberer()
    let resultats = ResultatsDeCohorte(fichier.lue, propositions, marge: marge)
    switch saisie.valeur("format") {
    case "json": console.print(resultats.json.rendered())
    case "csv": console.print(resultats.csv)
    default:
      console.print(frenchSpacing(TexteDeCohorte.texte(resultats, resume: saisie.porte("resume"))))
    }
    return .succes
  }

  private static func marge(_ saisie: Saisie) throws(Abandon) -> Decimale {
    guard let ecrite = saisie.valeur("marge") else { return ResultatsDeCohorte.margeUsuelle }
    guard let marge = Decimale(ecrite), marge >= 0, marge <= 20 else {
      throw .usage(
        "« --marge \(ecrite) » : un nombre de points de 0 à 20 est attendu",
        ["delibere", "deliberer"],
      )
    }
    return marge
  }
}
