/// What is looked for in the journal.
public struct FiltreDuJournal: Hashable, Sendable {
  /// The name of an act; empty for any.
  public var acte = ""
  /// Who wrote; `nil` for anybody.
  public var auteur: Identifiant<Utilisateur>?
  /// « evaluation/12 » for one thing, « evaluation » for every thing of a kind; empty for any.
  public var objet = ""

  public init() {}
}

/// An entry with the name of who wrote it.
public struct EntreeNommee: Hashable, Sendable {
  public let entree: EntreeDeJournal
  /// `nil` at the console.
  public let auteur: Auteur?

  /// Whoever wrote an entry.
  public struct Auteur: Hashable, Sendable {
    public let identifiant: String
    public let nom: String

    public init(identifiant: String, nom: String) {
      self.identifiant = identifiant
      self.nom = nom
    }
  }

  public init(entree: EntreeDeJournal, auteur: Auteur?) {
    self.entree = entree
    self.auteur = auteur
  }
}

/// The last entries of the journal that a filter keeps, and the head of the chain.
public struct VoirLeJournal: Question {
  public static let nom = "voir-le-journal"
  public let acte: String
  /// The login of who wrote; empty for anybody.
  public let auteur: String
  public let objet: String
  /// The number before which to look; `nil` from the last.
  public let avant: Int64?

  /// One page of the journal.
  public struct Page: Sendable {
    /// The newest first.
    public let entrees: [EntreeNommee]
    /// Whether there are older ones.
    public let aUneSuite: Bool
    /// The last entry of all; `nil` in a journal without any.
    public let tete: EntreeDeJournal?
    /// Whether nobody has the login that was asked for.
    public let auteurInconnu: Bool
  }

  /// The entries of one page.
  public static let parPage = 50

  public init(acte: String = "", auteur: String = "", objet: String = "", avant: Int64? = nil) {
    self.acte = acte
    self.auteur = auteur
    self.objet = objet
    self.avant = avant
  }

  public func executer(_ travail: Travail) throws -> Page {
    _ = try travail.exiger(.voirLeJournal, .etablissement)
    let tete = try travail.registre.journal(avant: nil, limite: 1).first
    var filtre = FiltreDuJournal()
    filtre.acte = acte
    filtre.objet = objet
    if !auteur.isEmpty {
      guard let trouve = try travail.registre.utilisateur(identifiant: auteur) else {
        return Page(entrees: [], aUneSuite: false, tete: tete, auteurInconnu: true)
      }
      filtre.auteur = trouve.id
    }
    let lues = try travail.registre.journal(filtre, avant: avant, limite: Self.parPage + 1)
    return Page(
      entrees: travail.lisibles(Array(lues.prefix(Self.parPage))),
      aUneSuite: lues.count > Self.parPage,
      tete: tete,
      auteurInconnu: false,
    )
  }
}

/// One entry of the journal, whole.
public struct LireUneEntree: Question {
  public static let nom = "lire-une-entree"
  public let numero: Int64

  public init(_ numero: Int64) {
    self.numero = numero
  }

  public func executer(_ travail: Travail) throws -> EntreeNommee {
    _ = try travail.exiger(.voirLeJournal, .etablissement)
    guard numero >= 1, numero < .max,
      let lue = try travail.registre.journal(FiltreDuJournal(), avant: numero + 1, limite: 1).first,
      lue.entree.numero == numero
    else { throw Refus.etat(.entreeInconnue(numero)) }
    return travail.lisibles([lue]).first ?? lue
  }
}
