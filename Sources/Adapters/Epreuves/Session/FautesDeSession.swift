public import Spreadsheets

/// Everything that keeps a workbook from being read as a session of exams.
public struct FautesDeSession: Error, Hashable, Sendable {
  /// The most faults that are named.
  public static let nombreMaximal = 100

  public let fichier: String
  /// The first faults, in the order of reading; never none.
  public let fautes: [FauteDeSession]
  /// How many more there are.
  public let autres: Int
}

/// One thing wrong in the workbook of a session.
public struct FauteDeSession: Error, Hashable, Sendable {
  public let raison: Raison
  /// `nil` when no cell can be named.
  public let place: CellPlace?
  /// What the cell shows, cut short.
  public let lu: String

  public enum Raison: Hashable, Sendable {
    case classeur(SpreadsheetError)
    case feuilleManquante(String)
    case feuilleDouble(String)
    case entete(attendues: [String])
    case colonneManquante(String)
    case colonneDouble(String)
    case vide(attendu: String)
    case valeur(attendu: String)
    case nombre(maximum: Int)
    case doublon(autre: CellPlace)
    case pointVirgule
    case inconnu(sorte: String)
    case formule
    case deuxFoisDansLaListe(String)
    case permisEtInterdits
    case prixSansPlafond
    case creneauContredit(creneau: String)
    case momentAmbigu
    case autreProbleme
    case probleme(String)
  }

  init(_ raison: Raison, _ place: CellPlace?, lu: Cell = .empty) {
    self.raison = raison
    self.place = place
    let texte = lu.displayed
    self.lu = texte.count > 60 ? texte.prefix(60) + "…" : texte
  }
}

/// The faults met so far.
struct FautesDeSessionEnCours {
  private var premieres: [FauteDeSession] = []
  private var autres = 0

  var estVide: Bool { premieres.isEmpty }

  mutating func noter(_ raison: FauteDeSession.Raison, _ place: CellPlace?, lu: Cell = .empty) {
    if premieres.count < FautesDeSession.nombreMaximal {
      premieres.append(FauteDeSession(raison, place, lu: lu))
    } else {
      autres += 1
    }
  }

  /// Throws what was met, if anything was.
  func verifier(_ fichier: String) throws(FautesDeSession) {
    guard premieres.isEmpty else {
      throw FautesDeSession(fichier: fichier, fautes: premieres, autres: autres)
    }
  }
}
