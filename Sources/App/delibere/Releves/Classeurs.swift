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
      throw Abandon(code: .fichier, messages: ["\(chemin) : \(error.description)"])
    }
    return try expliquer { try Workbook.read(octets, name: nom(chemin)) }
  }

  static func ecrire(_ octets: [UInt8], _ chemin: String) throws {
    do throws(FileError) {
      try writeFile(chemin, octets)
    } catch {
      throw Abandon(code: .fichier, messages: ["\(chemin) : \(error.description)"])
    }
  }

  /// The faults of a sheet, one a line.
  static func expliquer<Resultat>(_ corps: () throws -> Resultat) throws -> Resultat {
    do {
      return try corps()
    } catch let fautes as FautesDeFeuille {
      throw Abandon(code: .fichier, messages: fautes.lignes)
    } catch let erreur as SpreadsheetError {
      throw Abandon(code: .fichier, messages: [erreur.description])
    }
  }

  /// The name of a file without its folders.
  static func nom(_ chemin: String) -> String {
    String(chemin.split(separator: "/").last ?? "")
  }
}
