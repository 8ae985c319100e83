internal import Text

/// Something that a room has and that an exam may need: computers, a projector.
public struct EquipementDeSalle: Hashable, Sendable {
  /// As it was written.
  public let nom: String
  /// What two are compared by: neither case, accents, signs nor plurals.
  let cle: String

  /// `nil` where the text names nothing, or several.
  public init?(_ texte: some StringProtocol) {
    let mots = texte.folded.split { !$0.isLetter && !$0.isNumber }
    let cle = mots.map(Self.sansPluriel).joined(separator: " ")
    guard !cle.isEmpty, !Self.riens.contains(cle), !texte.contains(where: Self.separe) else {
      return nil
    }
    var nom = texte.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    while nom.last == "." || nom.last == "…" { nom.removeLast() }
    self.nom = nom
    self.cle = cle
  }

  /// What a list names, each once: commas, semicolons and ends of lines part it.
  public static func liste(_ texte: some StringProtocol) -> [EquipementDeSalle] {
    var vues: Set<String> = []
    return texte.split(whereSeparator: separe).compactMap { EquipementDeSalle($0) }
      .filter { vues.insert($0.cle).inserted }
  }

  private static func separe(_ signe: Character) -> Bool {
    signe == "," || signe == ";" || signe.isNewline
  }

  /// How people write that nothing is needed.
  private static let riens: Set<String> = ["aucun", "neant", "rien"]

  private static func sansPluriel(_ mot: Substring) -> Substring {
    mot.count > 3 && (mot.last == "s" || mot.last == "x") ? mot.dropLast() : mot
  }
}

extension [EquipementDeSalle] {
  /// As a form takes it: « vidéoprojecteur, prises ».
  public var enListe: String { map(\.nom).joined(separator: ", ") }
}

extension LieuxDeSession2.Salle {
  /// What it lacks of what an exam needs.
  func manques(_ besoins: [EquipementDeSalle]) -> [EquipementDeSalle] {
    let siens = Set(equipements.map(\.cle))
    return besoins.filter { !siens.contains($0.cle) }
  }
}

extension [LieuxDeSession2.Salle] {
  /// Whether one of them has it.
  func offrent(_ besoin: EquipementDeSalle) -> Bool {
    contains { $0.manques([besoin]).isEmpty }
  }
}
