public import HTML

/// Turns the keys of a page off, for whoever dictates or touches keys by accident; shown by the
/// script that listens to them, and remembered by the browser.
public struct InterrupteurDeTouches: Composant, Sendable {
  public init() {}

  public var corps: some HTML {
    p(.id("touches"), .class("aide coche"), .hidden) {
      input(.type("checkbox"), .id("touches-actives"), .checked(true))
      label(.for("touches-actives")) { phrase("Raccourcis clavier d’une seule touche") }
    }
  }
}
