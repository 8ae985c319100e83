public import HTML

/// What is wrong in a form, at its top, each fault leading to its field; nothing when all is well.
public struct ResumeDesErreurs: Composant, Sendable {
  private let champs: [Champ]

  public init(de champs: [Champ]) { self.champs = champs.filter { $0.erreur != nil } }

  @HTMLBuilder public var corps: some HTML {
    if !champs.isEmpty {
      Encart(.erreur, titre: titre, annonce: .alerte) {
        ul {
          for champ in champs {
            if let lien = SafeURL("#" + champ.cle), let erreur = champ.erreur {
              li { a(.href(lien)) { phrase(erreur) } }
            }
          }
        }
      }
    }
  }

  private var titre: String {
    champs.count == 1
      ? "Une réponse est à corriger" : "\(champs.count) réponses sont à corriger"
  }
}
