/// A letter of session 2: an acknowledgement, an answer, arrangements, a day to see a copy.
public struct LettreDeSession2: Hashable, Sendable {
  public let titulaire: Titulaire
  public let cursus: Cursus
  /// What it is about, in paragraphs.
  public let introduction: [String]
  /// The sentence that matters; empty for none.
  public let decision: String
  /// What the sentence announces, one line each.
  public let liste: [String]
  public let parties: [Partie]
  public let recours: Recours

  /// Paragraphs under a heading.
  public struct Partie: Hashable, Sendable {
    public let titre: String
    public let textes: [String]

    public init(_ titre: String, _ textes: [String]) {
      self.titre = titre
      self.textes = textes
    }
  }

  /// Whether what it says may be contested, and how.
  public enum Recours: Hashable, Sendable {
    case aucun
    /// With the addresses, where the establishment wrote them.
    case ouvert(VoiesDeRecours?)
  }

  public init(
    titulaire: Titulaire,
    cursus: Cursus,
    introduction: [String],
    decision: String = "",
    liste: [String] = [],
    parties: [Partie] = [],
    recours: Recours = .aucun,
  ) {
    self.titulaire = titulaire
    self.cursus = cursus
    self.introduction = introduction
    self.decision = decision
    self.liste = liste
    self.parties = parties
    self.recours = recours
  }
}
