/// The grounds of one figure or verdict: the rule, its inputs, the arithmetic, what it rests on.
///
/// A class, never changed once made: a proof is shared by all that rest on it.
public final class Preuve: Sendable {
  public let regle: Regle
  /// What the conclusion is about: « UE11 », « C3 », « S3 ».
  public let sujet: String
  public let termes: [Terme]
  /// The parameters read, with their date and source.
  public let parametres: [Reglage]
  /// An expression whose value is the conclusion; `nil` where the rule is not arithmetic.
  public let calcul: String?
  public let conclusion: Valeur
  /// What would change the conclusion, in French.
  public let changerait: String?
  public let premisses: [Preuve]

  /// A named input.
  public struct Terme: Sendable {
    public let nom: String
    public let valeur: Valeur
    /// The weight in an average.
    public let poids: Fraction?
    /// The rank of the premise that concludes the value; `nil` for a fact of the dossier.
    public let premisse: Int?

    init(_ nom: String, _ valeur: Valeur, poids: Fraction? = nil, premisse: Int? = nil) {
      self.nom = nom
      self.valeur = valeur
      self.poids = poids
      self.premisse = premisse
    }
  }

  /// What a term or a conclusion is worth.
  public enum Valeur: Hashable, Sendable {
    case nombre(Fraction)
    case verdict(Bool)
    case texte(String)
  }

  init(
    _ regle: Regle,
    _ sujet: String,
    termes: [Terme] = [],
    parametres: [Reglage] = [],
    calcul: String? = nil,
    conclusion: Valeur,
    changerait: String? = nil,
    premisses: [Preuve] = [],
  ) {
    self.regle = regle
    self.sujet = sujet
    self.termes = termes
    self.parametres = parametres
    self.calcul = calcul
    self.conclusion = conclusion
    self.changerait = changerait
    self.premisses = premisses
  }
}

/// Whether a computation keeps its grounds; chosen at compile time, the rules are the same.
public protocol Motivation: Sendable {
  associatedtype Trace: Sendable
  /// Keeps the grounds, or does not even make them.
  static func trace(_ preuve: () -> Preuve) -> Trace
  /// The grounds kept; never called where none are.
  static func preuve(_ trace: Trace) -> [Preuve]
}

extension Motivation {
  /// What the grounds of a UE conclude: its acquisition, or why there is no verdict.
  static func conclusion(_ trace: Trace, acquise: Bool) -> Preuve.Valeur {
    preuve(trace).first?.conclusion ?? .verdict(acquise)
  }
}

/// The bare verdict, at full speed.
public enum SansPreuve: Motivation {
  public static func trace(_ preuve: () -> Preuve) {}
  public static func preuve(_ trace: Void) -> [Preuve] { [] }
}

/// The verdict with its tree of grounds.
public enum AvecPreuve: Motivation {
  public static func trace(_ preuve: () -> Preuve) -> Preuve { preuve() }
  public static func preuve(_ trace: Preuve) -> [Preuve] { [trace] }
}

/// A value that a rule established, and its grounds.
public struct Etabli<Valeur: Sendable, M: Motivation>: Sendable {
  public let valeur: Valeur
  public let trace: M.Trace

  init(_ valeur: Valeur, _ preuve: () -> Preuve) {
    self.valeur = valeur
    trace = M.trace(preuve)
  }

  init(_ valeur: Valeur, trace: M.Trace) {
    self.valeur = valeur
    self.trace = trace
  }

  /// The grounds, as premises of another proof.
  public var preuves: [Preuve] { M.preuve(trace) }
}

/// A result that the facts give, or the names of what is missing for it.
public enum Issue<Valeur: Sendable>: Sendable {
  case valeur(Valeur)
  case incomplet(manque: [String])

  /// The value, when nothing is missing.
  public var connue: Valeur? {
    if case .valeur(let valeur) = self { valeur } else { nil }
  }

  /// What is missing; empty when the value is known.
  public var manque: [String] {
    if case .incomplet(let manque) = self { manque } else { [] }
  }
}
