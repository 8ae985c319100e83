public import HTML

/// How much of a work is done, in words and as a bar.
public struct Progression: Composant, Sendable {
  private let libelle: String
  private let fait: Int
  private let total: Int

  /// `total`: what there is to do; when it is 0, there is nothing to do.
  public init(_ libelle: String, fait: Int, sur total: Int) {
    self.libelle = libelle
    self.fait = fait
    self.total = total
  }

  public var corps: some HTML {
    label(.class("progression")) {
      span { phrase(libelle) }
      span(.class("progression-compte")) {
        total == 0 ? "rien à faire" : "\(fait)\u{A0}sur\u{A0}\(total)"
      }
      progress(.max(String(Swift.max(total, 1))), .value(String(total == 0 ? 1 : fait))) {}
    }
  }
}
