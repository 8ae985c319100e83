public import Scolarite

/// A candidate’s case taken up again for a material error that is proved, and the new deliberation
/// that closed it.
public struct ReouvertureBTS: Hashable, Sendable {
  public let nature: Nature
  public let preuve: String
  public let motif: String
  /// The day on which it was taken up.
  public let jour: Jour
  /// The day of the new deliberation; `nil` until it is held.
  public var deliberee: Jour?

  /// What went wrong; an appreciation is not an error.
  public enum Nature: String, CaseIterable, Hashable, Sendable {
    case note, total, oral, justificatif, livret, identite

    public var phrase: String {
      switch self {
      case .note: "une note saisie n’est pas celle de l’épreuve"
      case .total: "le total des points d’une copie est faux"
      case .oral: "la note saisie d’un oral n’est pas celle des examinateurs"
      case .justificatif: "la pièce qui justifie une absence n’était pas enregistrée"
      case .livret: "le livret fourni n’a pas été examiné"
      case .identite: "un résultat est celui d’une autre personne"
      }
    }
  }

  public init(
    nature: Nature,
    preuve: String,
    motif: String,
    jour: Jour,
    deliberee: Jour? = nil,
  ) {
    self.nature = nature
    self.preuve = preuve
    self.motif = motif
    self.jour = jour
    self.deliberee = deliberee
  }

  var fait: Faits.Valeur {
    .faits([
      "nature": .texte(nature.rawValue), "preuve": .texte(preuve), "motif": .texte(motif),
      "jour": Faits.Valeur(jour), "deliberee": Faits.Valeur(deliberee),
    ])
  }
}

/// Takes up the case of one candidate again after the proclamation or the closing, for a material
/// error that is proved: the jury alone may put it right, by a new deliberation.
public struct RouvrirPourUnCandidatBTS: Acte {
  public static let nom = "rouvrir-pour-un-candidat-bts"
  public let inscription: Identifiant<InscriptionBTS>
  public let nature: ReouvertureBTS.Nature
  public let preuve: String
  public let motif: String
  /// The version that was read.
  public let version: Int64

  public init(
    _ inscription: Identifiant<InscriptionBTS>,
    _ nature: ReouvertureBTS.Nature,
    preuve: String,
    motif: String,
    version: Int64,
  ) {
    self.inscription = inscription
    self.nature = nature
    self.preuve = preuve
    self.motif = motif
    self.version = version
  }

  public func executer(_ travail: Travail) throws {
    let avant = try travail.inscriptionBTS(inscription)
    let (session, _) = try travail.sessionBTS(avant.session)
    let permis = try travail.exiger(.cloreUnJury, session.lieu)
    guard session.proclamation != nil else { throw Refus.etat(.bts(.nonProclamee)) }
    guard !avant.estRouverte else { throw Refus.etat(.bts(.dejaRouverte)) }
    guard !preuve.allSatisfy(\.isWhitespace) else {
      throw Refus.regle(article: ArticleBTS.nouvelleDeliberation, .preuveManquante)
    }
    try InscriptionBTS.verifier([("preuve", preuve), ("motif", motif)])
    var apres = avant
    apres.reouvertures.append(
      ReouvertureBTS(nature: nature, preuve: preuve, motif: motif, jour: travail.moment.jour)
    )
    apres.version = version
    try travail.remplacer(Self.nom, permis, avant, par: apres, motif: motif)
  }
}

/// Closes a case that was reopened: what the jury decides now takes the place of what it had decided,
/// and the candidate reads it.
///
/// Once the session is closed, a candidate who is authorised has sat both orals.
public struct DelibererDeNouveauBTS: Acte {
  public static let nom = "deliberer-de-nouveau-bts"
  public let inscription: Identifiant<InscriptionBTS>
  /// The day of the deliberation.
  public let jour: Jour
  /// The version that was read.
  public let version: Int64

  public init(_ inscription: Identifiant<InscriptionBTS>, le jour: Jour, version: Int64) {
    self.inscription = inscription
    self.jour = jour
    self.version = version
  }

  public func executer(_ travail: Travail) throws {
    let avant = try travail.inscriptionBTS(inscription)
    let (session, specialite) = try travail.sessionBTS(avant.session)
    let permis = try travail.exiger(.cloreUnJury, session.lieu)
    guard avant.estRouverte, let proclamation = session.proclamation,
      let derniere = avant.reouvertures.indices.last
    else { throw Refus.etat(.bts(.nonRouverte)) }
    guard jour <= travail.moment.jour else { throw Refus.etat(.dateAVenir) }
    guard jour >= proclamation else {
      throw Refus.regle(
        article: ArticleBTS.nouvelleDeliberation,
        .bts(.avantLaProclamation(proclamation)),
      )
    }
    try avant.exigerUneDecision(specialite, session)
    var apres = avant
    apres.reouvertures[derniere].deliberee = jour
    if avant.decision?.autorise != true { apres.quitterLeRattrapage() }
    apres.version = version
    try travail.remplacer(Self.nom, permis, avant, par: apres)
  }
}

extension InscriptionBTS {
  /// Whether the jury is to deliberate again.
  public var estRouverte: Bool { reouvertures.contains { $0.deliberee == nil } }

  /// Nothing is left to enter or to decide.
  fileprivate func exigerUneDecision(_ specialite: SpecialiteBTS, _ session: SessionBTS)
    throws(Refus)
  {
    guard let resultat = self.resultat(specialite, session, SansPreuve.self) else {
      throw .etat(.bts(.resultatsManquants(1)))
    }
    guard !resultat.concerne || decision != nil else {
      throw .regle(article: ArticleBTS.autorisation, .bts(.decisionsManquantes(1)))
    }
    guard session.close != nil, decision?.autorise == true, orauxManquants > 0 else { return }
    throw .regle(article: ArticleBTS.oral, .bts(.orauxManquants(orauxManquants)))
  }

  /// Takes back the summons and the orals that were not sat; the others remain as facts.
  fileprivate mutating func quitterLeRattrapage() {
    convocation = nil
    oraux = oraux.filter { $0.value.issue != nil }
  }
}
