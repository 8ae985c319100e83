internal import Actes
internal import Calendrier
internal import Echanges
internal import Epreuves
internal import Files
internal import Spreadsheets

// Files read and written, their faults told.
extension InstanceDExamens {
  static func ecrire(_ octets: [UInt8], _ chemin: String) throws(Abandon) {
    do throws(FileError) {
      try writeFile(chemin, octets)
    } catch {
      throw .fichier(["\(chemin) : \(error.description)"])
    }
  }

  /// The workbook of a session, of today.
  static func classeur(_ probleme: ProblemeDExamens, _ calendrier: CalendrierDExamens?)
    throws(Abandon) -> [UInt8]
  {
    guard let jour = SpreadsheetDate(Horloge.reelle.maintenant().jour) else {
      throw .refuse("la date de cette machine n’en est pas une")
    }
    do throws(FauteDEcritureDeSession) {
      return try SessionEnClasseur.ecrire(probleme, calendrier, leJour: jour)
    } catch {
      throw .refuse("\(error)")
    }
  }

  private static let limite = 64 * 1_048_576

  static func octets(_ chemin: String) throws(Abandon) -> [UInt8] {
    do throws(FileError) {
      return try readFile(chemin, limit: limite)
    } catch {
      throw .fichier(["\(chemin) : \(error.description) ; rien n’a été fait"])
    }
  }

  static func expliquer<Lu>(
    _ chemin: String,
    _ lire: () throws(FauteDInstance) -> Lu,
  ) throws(Abandon) -> Lu {
    do throws(FauteDInstance) {
      return try lire()
    } catch {
      throw .fichier(["\(chemin) : \(error)", "rien n’a été fait ; corrigez le fichier"])
    }
  }

  static func expliquer<Lu>(_ lire: () throws(FautesDeSession) -> Lu) throws(Abandon)
    -> Lu
  {
    do throws(FautesDeSession) {
      return try lire()
    } catch {
      throw .fichier(error.lignes + ["rien n’a été fait ; corrigez le classeur"])
    }
  }
}
