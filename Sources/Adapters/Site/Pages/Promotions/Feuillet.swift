internal import Actes
internal import HTTPServer
internal import Scolarite
internal import Text

/// A table to take away in a spreadsheet program.
struct Feuillet {
  let titre: String
  let colonnes: [String]
  let lignes: [[String]]

  /// What a spreadsheet program opens.
  enum Format: String {
    case xlsx, csv

    fileprivate var type: String {
      switch self {
      case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      case .csv: "text/csv; charset=utf-8"
      }
    }
  }

  /// Letters without accents, figures and hyphens: what every system takes as the name of a file.
  fileprivate func nomDeFichier(_ format: Format) -> String {
    let mots = titre.folded.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    return mots.joined(separator: "-") + "." + format.rawValue
  }
}

extension Visite {
  /// A table as a file to download.
  func fichier(_ feuillet: Feuillet, _ format: Feuillet.Format) throws -> HTTPResponse {
    let octets =
      switch format {
      case .xlsx:
        try site.feuilles.tableau(
          feuillet.titre,
          colonnes: feuillet.colonnes,
          lignes: feuillet.lignes,
          le: site.bureau.horloge.maintenant().jour,
        )
      case .csv: site.feuilles.csv(colonnes: feuillet.colonnes, lignes: feuillet.lignes)
      }
    var reponse = HTTPResponse(.ok, .bytes(octets), mediaType: format.type)
    let nom = feuillet.nomDeFichier(format)
    reponse.headers.add("content-disposition", "attachment; filename=\"\(nom)\"")
    return reponse
  }
}
