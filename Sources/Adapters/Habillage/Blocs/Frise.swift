public import HTML

/// What happened or will, in the order of time.
public struct Frise: Composant {
  /// One moment.
  public struct Moment {
    let quand: String
    let titre: String
    let detail: Cellule?
    let ton: Ton

    public init(_ quand: String, _ titre: String, ton: Ton = .neutre, detail: Cellule? = nil) {
      self.quand = quand
      self.titre = titre
      self.ton = ton
      self.detail = detail
    }
  }

  private let moments: [Moment]

  public init(_ moments: [Moment]) { self.moments = moments }

  public var corps: some HTML {
    ol(.class("frise")) {
      for moment in moments {
        li(.class(moment.ton.classe)) {
          p(.class("frise-quand")) { phrase(moment.quand) }
          p(.class("frise-titre")) { phrase(moment.titre) }
          if let detail = moment.detail { div { detail } }
        }
      }
    }
  }
}
