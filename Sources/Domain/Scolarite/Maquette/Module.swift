/// A ressource or a SAÉ as it counts in one UE: hours and coefficient are those of that UE.
///
/// The same ressource stands in several UE with other hours and another coefficient; one mark of
/// the student serves them all.
public struct Module: Hashable, Sendable {
  /// The pole that a module belongs to (point 3 of the arrêté).
  public enum Nature: String, CaseIterable, Hashable, Sendable {
    case ressource
    case sae

    /// The columns of hours that the sheet prints for the pole.
    public var colonnes: [Colonne] {
      switch self {
      case .ressource: [.cm, .td, .tp, .total, .coef]
      case .sae: [.cm, .td, .tp, .projet, .total, .coef]
      }
    }
  }

  public var nature: Nature
  public var code: CodeModule
  public var titre: String
  public var chiffres: Chiffres
  /// How the module is assessed; `nil` when the document does not say.
  public var typeEvaluation: TypeEvaluation?
  /// How many tests the teachers plan; `nil` when nobody has said.
  public var evaluationsPrevues: Int?
  /// What a reader noted of the way the line is printed.
  public var noteImpression: String?

  public init(
    nature: Nature,
    code: CodeModule,
    titre: String,
    chiffres: Chiffres,
    typeEvaluation: TypeEvaluation?,
    evaluationsPrevues: Int? = nil,
    noteImpression: String? = nil,
  ) {
    self.nature = nature
    self.code = code
    self.titre = titre
    self.chiffres = chiffres
    self.typeEvaluation = typeEvaluation
    self.evaluationsPrevues = evaluationsPrevues
    self.noteImpression = noteImpression
  }

  /// The weight of the module in the UE; zero when none is printed.
  public var coefficient: Decimale { chiffres[.coef] ?? .zero }
}

/// A type of assessment as a sheet abbreviates it: one to four capitals, « CC ».
public struct TypeEvaluation: Hashable, Sendable {
  public let sigle: String

  public init?(_ sigle: some StringProtocol) {
    guard (1...4).contains(sigle.count),
      sigle.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
    else { return nil }
    self.sigle = String(sigle)
  }

  /// Contrôle continu, the only type that the arrêté knows (4.1).
  public var estControleContinu: Bool { sigle == "CC" }
}
