public import HTML

/// A remark set apart: what to know, what went well, what to beware of, what failed.
public struct Encart<Contenu: HTML>: Composant {
  /// How a remark reaches those who hear the page.
  public enum Annonce: Sendable {
    /// Read in its place.
    case aucune
    /// Said when they have finished what they do.
    case etat
    /// Said at once.
    case alerte
  }

  private let ton: Ton
  private let titre: String?
  private let annonce: Annonce
  private let contenu: Contenu

  public init(
    _ ton: Ton,
    titre: String? = nil,
    annonce: Annonce = .aucune,
    @HTMLBuilder contenu: () -> Contenu,
  ) {
    self.ton = ton
    self.titre = titre
    self.annonce = annonce
    self.contenu = contenu()
  }

  public var corps: some HTML {
    div(.class("encart \(ton.classe)"), role) {
      span(.class("signal"), .aria("hidden", "true")) { ton.signal }
      div {
        p(.class("encart-titre").when(titre != nil), .class("invisible").when(titre == nil)) {
          if let titre {
            span(.class("invisible")) { phrase(ton.mot + " : ") }
            phrase(titre)
          } else {
            phrase(ton.mot + " : ")
          }
        }
        contenu
      }
    }
  }

  private var role: Attribute {
    switch annonce {
    case .aucune: .role("").when(false)
    case .etat: .role("status")
    case .alerte: .role("alert")
    }
  }
}

extension Encart where Contenu == Element<String> {
  /// A remark of one paragraph.
  public init(
    _ ton: Ton,
    titre: String? = nil,
    annonce: Annonce = .aucune,
    _ texte: String,
  ) {
    self.init(ton, titre: titre, annonce: annonce) { p { phrase(texte) } }
  }
}
