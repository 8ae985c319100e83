/// A decision of the jury: on what, which, by whom, when, why; the engine never makes one.
public struct DecisionDeJury: Hashable, Sendable {
  public let sur: Objet
  public let code: Code
  public let acte: ActeMotive

  /// What is decided.
  public enum Objet: Hashable, Sendable {
    case ue(CodeUE)
    /// The RCUE of a competence, at the level of the year.
    case rcue(competence: Int)
    case annee
    /// Entry into the next odd semester.
    case passage
  }

  /// The codes that a jury decides.
  public enum Code: String, CaseIterable, Hashable, Sendable {
    case adj = "ADJ"
    case atj = "ATJ"
    case pas1nci = "PAS1NCI"
    case red = "RED"
    case nar = "NAR"
    case def = "DEF"
    case aban = "ABAN"
    case dem = "DEM"
    case abl = "ABL"
    case exclu = "EXCLU"
    /// Definitively adjourned: session 2 is closed to the student (A20).
    case ajourne = "AJOURNE"
  }

  /// A decision whose code makes sense on its object.
  public init?(sur: Objet, code: Code, acte: ActeMotive) {
    guard Self.codes(sur).contains(code) else { return nil }
    self.sur = sur
    self.code = code
    self.acte = acte
  }

  /// The codes that an object takes.
  public static func codes(_ objet: Objet) -> [Code] {
    switch objet {
    case .ue: [.adj, .atj, .def, .aban, .dem]
    case .rcue: [.adj, .atj]
    case .annee: [.adj, .pas1nci, .red, .nar, .def, .aban, .dem, .abl, .exclu, .ajourne]
    case .passage: [.adj]
    }
  }

  /// Whether two decisions cannot both hold: same object, or a passage given and refused.
  public func contredit(_ autre: DecisionDeJury) -> Bool {
    sur == autre.sur || (autoriseLePassage && autre.fermeLePassage)
      || (fermeLePassage && autre.autoriseLePassage)
  }

  /// Whether it ends the passage of the student into the next odd semester.
  var fermeLePassage: Bool {
    guard sur == .annee else { return false }
    return switch code {
    case .red, .nar, .dem, .aban, .def, .abl, .exclu, .ajourne: true
    case .adj, .atj, .pas1nci: false
    }
  }

  /// Whether it lets the student into the next odd semester.
  var autoriseLePassage: Bool {
    switch sur {
    case .passage: code == .adj
    case .annee: code == .adj || code == .pas1nci
    case .ue, .rcue: false
    }
  }
}

extension DecisionDeJury.Code {
  /// Whether a decision on the year closes session 2 to the student (A20).
  public var fermeLaSession2: Bool {
    switch self {
    case .ajourne, .nar, .exclu, .dem, .aban, .def: true
    case .adj, .atj, .pas1nci, .red, .abl: false
    }
  }

  /// Whether it says that no mark is expected any more.
  var constateUnDepart: Bool { self == .def || self == .aban || self == .dem }
}

extension DecisionDeJury.Objet {
  /// « UE22 », « C2 », « annee », « passage », as dossiers write it.
  public var nom: String {
    switch self {
    case .ue(let code): code.texte
    case .rcue(let competence): "C\(competence)"
    case .annee: "annee"
    case .passage: "passage"
    }
  }

  /// Reads « UE22 », « C2 », « annee » or « passage ».
  public init?(_ texte: String) {
    if texte == "annee" {
      self = .annee
    } else if texte == "passage" {
      self = .passage
    } else if let ue = CodeUE(texte) {
      self = .ue(ue)
    } else if texte.first == "C", let competence = Int(texte.dropFirst()), competence > 0 {
      self = .rcue(competence: competence)
    } else {
      return nil
    }
  }
}
