internal import Text

/// The title of a column, in the one shape under which it is compared.
struct Intitule: Hashable {
  let forme: String

  /// Leaves out case, accents, punctuation, « (e) », « (s) » and the plural.
  init(_ texte: some StringProtocol) {
    var plie = texte.folded
    for accord in ["(e)", "(s)", "(es)", "(nes)"] {
      plie = plie.split(separator: accord, omittingEmptySubsequences: false).joined()
    }
    let mots = plie.split { !$0.isLetter && !$0.isNumber }
    forme = mots.map(Self.singulier).joined(separator: " ")
  }

  private static func singulier(_ mot: Substring) -> Substring {
    mot.count > 3 && mot.last == "s" && mot.dropLast().last != "s" ? mot.dropLast() : mot
  }
}
