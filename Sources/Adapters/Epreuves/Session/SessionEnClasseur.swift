public import Calendrier
public import Spreadsheets

/// A session of exams as a workbook that a secretariat fills in, and its calendar.
public enum SessionEnClasseur {
  /// What a workbook holds.
  public struct Contenu: Hashable, Sendable {
    public let probleme: ProblemeDExamens
    /// The sheet « Calendrier »; nil when there is none, or it is empty.
    public let calendrier: CalendrierDExamens?
  }

  /// Reads an XLSX or ODS file; every fault that could be found is told at once.
  public static func lire(_ octets: [UInt8], fichier: String) throws(FautesDeSession) -> Contenu {
    try lire(try classeur(octets, fichier), fichier: fichier)
  }

  /// Reads sheets that were already read from a file.
  public static func lire(_ classeur: Workbook, fichier: String) throws(FautesDeSession) -> Contenu
  {
    var lecture = LectureDeSession(classeur)
    let probleme = lecture.probleme()
    let calendrier = probleme.flatMap { lecture.calendrier($0) }
    try lecture.fautes.verifier(fichier)
    guard let probleme else { preconditionFailure("a problem that is not there has a fault") }
    return Contenu(probleme: probleme, calendrier: calendrier.flatMap(\.nonVide))
  }

  /// Reads the sheet « Calendrier » alone, for a problem already known.
  ///
  /// Codes of periods are those of its own sheet « Périodes », or P1, P2…
  public static func lireCalendrier(
    _ octets: [UInt8],
    fichier: String,
    pour probleme: ProblemeDExamens,
  ) throws(FautesDeSession) -> CalendrierDExamens {
    var lecture = LectureDeSession(try classeur(octets, fichier))
    lecture.epreuves = lecture.epreuves.connaissant(probleme.epreuves.map(\.nom))
    lecture.candidats = lecture.candidats.connaissant(probleme.candidats.map(\.nom))
    lecture.salles = lecture.salles.connaissant(probleme.salles.map(\.nom))
    if lecture.table(.periodes, exigee: false) != nil {
      if lecture.lirePeriodes().count != probleme.periodes.count {
        lecture.fautes.noter(.autreProbleme, nil)
        try lecture.fautes.verifier(fichier)
      }
    } else {
      lecture.creneaux = lecture.creneaux.connaissant(
        probleme.periodes.indices.map(probleme.code(periode:))
      )
    }
    _ = lecture.table(.calendrier, exigee: true)
    let calendrier = lecture.calendrier(probleme)
    try lecture.fautes.verifier(fichier)
    return calendrier ?? CalendrierDExamens(placements: [])
  }

  /// The bytes of an XLSX file with every sheet, and the calendar when there is one.
  public static func ecrire(
    _ probleme: ProblemeDExamens,
    _ calendrier: CalendrierDExamens? = nil,
    leJour jour: SpreadsheetDate,
  ) throws(FauteDEcritureDeSession) -> [UInt8] {
    if let raison = raisonsDeNePasEcrire(probleme).first { throw .indicible(raison) }
    guard calendrier?.designe(probleme) ?? true else {
      throw .indicible("ce calendrier n’est pas celui de cette session")
    }
    let ecriture = EcritureDeSession(probleme)
    let feuilles = FeuilleDeSession.allCases.compactMap { nom in
      nom == .calendrier
        ? calendrier.map { ecriture.feuille(nom, ecriture.calendrier($0)) }
        : ecriture.feuille(nom, ecriture.lignes(nom))
    }
    do throws(SpreadsheetWriteError) {
      return try SpreadsheetWriter.write(
        WrittenWorkbook(
          title: "Session d’épreuves",
          author: "Délibéré",
          created: jour,
          sheets: feuilles,
        )
      )
    } catch {
      throw .classeur(error)
    }
  }

  private static func classeur(_ octets: [UInt8], _ fichier: String) throws(FautesDeSession)
    -> Workbook
  {
    do throws(SpreadsheetError) {
      return try Workbook.read(octets, name: fichier)
    } catch {
      throw FautesDeSession(
        fichier: fichier,
        fautes: [FauteDeSession(.classeur(error), nil)],
        autres: 0,
      )
    }
  }
}

/// Why a session cannot be written as a workbook.
public enum FauteDEcritureDeSession: Error, Hashable, Sendable, CustomStringConvertible {
  /// One French clause on what a workbook cannot say.
  case indicible(String)
  case classeur(SpreadsheetWriteError)

  public var description: String {
    switch self {
    case .indicible(let raison): raison
    case .classeur(let erreur): erreur.description
    }
  }
}

extension CalendrierDExamens {
  /// Whether all its ranks are those of a problem.
  fileprivate func designe(_ probleme: ProblemeDExamens) -> Bool {
    placements.allSatisfy { place in
      probleme.epreuves.indices.contains(place.epreuve)
        && probleme.periodes.indices.contains(place.periode)
        && (place.salle.map(probleme.salles.indices.contains) ?? true)
        && place.candidats.allSatisfy(probleme.candidats.indices.contains)
    }
  }

  fileprivate var nonVide: CalendrierDExamens? { placements.isEmpty ? nil : self }
}
