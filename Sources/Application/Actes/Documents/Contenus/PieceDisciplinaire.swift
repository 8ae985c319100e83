/// A paper of a disciplinary procedure: the report of a fraud, a letter, a referral.
public struct PieceDisciplinaire: Hashable, Sendable {
  /// To whom it is written; `nil` for what is about nobody alone.
  public let titulaire: Titulaire?
  public let cursus: Cursus
  public let parties: [Partie]
  /// Who countersigns, and how it went; empty where the frame signs alone.
  public let signatures: [Signature]

  /// Paragraphs under a heading.
  public struct Partie: Hashable, Sendable {
    /// Empty for none.
    public let titre: String
    public let textes: [String]

    public init(_ titre: String, _ textes: [String]) {
      self.titre = titre
      self.textes = textes
    }
  }

  /// Somebody who countersigns.
  public struct Signature: Hashable, Sendable {
    public let nom: String
    public let qualite: String
    /// « a contresigné », « a refusé de contresigner ».
    public let mention: String

    public init(nom: String, qualite: String, mention: String) {
      self.nom = nom
      self.qualite = qualite
      self.mention = mention
    }
  }

  public init(
    titulaire: Titulaire?,
    cursus: Cursus,
    parties: [Partie],
    signatures: [Signature] = [],
  ) {
    self.titulaire = titulaire
    self.cursus = cursus
    self.parties = parties
    self.signatures = signatures
  }
}
