internal import Actes
internal import Echanges
internal import Files
internal import Spreadsheets

/// Sheets that a command reads and writes.
enum Classeurs {
  /// Larger than any sheet that people fill in.
  private static let limite = 64 * 1_048_576

  /// Reads a sheet, whatever its kind.
  static func lire(_ chemin: String) throws -> Workbook {
    let octets: [UInt8]
    do throws(FileError) {
      octets = try readFile(chemin, limit: limite)
    } catch {
      throw Abandon(
        code: .fichier,
        messages: ["\(chemin) : \(error.description) ; rien n’a été écrit"],
      )
    }
    return try expliquer { try Workbook.read(octets, name: nom(chemin)) }
  }

  /// Writes a new sheet: one that is there may hold the marks of a teacher.
  static func ecrire(_ octets: [UInt8], _ chemin: String) throws {
    guard chemin.lowercased().hasSuffix(".xlsx") else {
      throw refus(chemin, "la feuille est un classeur Excel, son nom finit par « .xlsx »")
    }
    guard !fileExists(chemin) else {
      throw refus(chemin, "ce fichier existe déjà, il n’a pas été touché ; prenez un autre nom")
    }
    do throws(FileError) {
      try writeFile(chemin, octets)
    } catch .notFound {
      throw refus(chemin, "le dossier n’existe pas ; rien n’a été écrit")
    } catch {
      throw refus(chemin, "\(error.description) ; rien n’a été écrit")
    }
  }

  private static func refus(_ chemin: String, _ message: String) -> Abandon {
    Abandon(code: .fichier, messages: ["\(chemin) : \(message)"])
  }

  private static let suite = "rien n’a été écrit ; corrigez le fichier, puis recommencez"

  /// The faults of a sheet, one a line.
  static func expliquer<Resultat>(_ corps: () throws -> Resultat) throws -> Resultat {
    do {
      return try corps()
    } catch let fautes as FautesDeFeuille {
      throw Abandon(code: .fichier, messages: fautes.lignes + [suite])
    } catch let erreur as SpreadsheetError {
      throw Abandon(code: .fichier, messages: [erreur.description, suite])
    }
  }

  /// The name of a file without its folders.
  static func nom(_ chemin: String) -> String {
    String(chemin.split(separator: "/").last ?? "")
  }
}
