public import Scolarite

/// What the jury says of a candidate below 10, on results and livret (R3.2, R3.3).
///
/// An absence without its document closes the session; a refusal gives its reason.
public struct DeciderPourUnCandidatBTS: Acte {
  public static let nom = "decider-pour-un-candidat-bts"
  public let inscription: Identifiant<InscriptionBTS>
  public let autorise: Bool
  public let motif: String
  /// The version that was read.
  public let version: Int64

  public init(
    _ inscription: Identifiant<InscriptionBTS>,
    autorise: Bool,
    motif: String = "",
    version: Int64,
  ) {
    self.inscription = inscription
    self.autorise = autorise
    self.motif = motif
    self.version = version
  }

  public func executer(_ travail: Travail) throws {
    let avant = try travail.inscriptionBTS(inscription)
    let (session, specialite) = try travail.sessionBTS(avant.session)
    let permis = try travail.exiger(.deciderEnJury, session.lieu)
    try session.exigerResultatsOuverts(avant)
    guard let resultat = avant.resultat(specialite, session, SansPreuve.self) else {
      throw Refus.etat(.bts(.resultatsManquants(1)))
    }
    guard resultat.concerne else {
      throw Refus.regle(article: ArticleBTS.autorisation, .bts(.moyenneAtteinte))
    }
    if autorise, !resultat.autorise.valeur {
      let epreuves = avant.absencesSansPiece(specialite)
      throw Refus.regle(article: ArticleBTS.autorisation, .bts(.absenceSansPiece(epreuves)))
    }
    guard autorise || !motif.isEmpty else { throw Refus.etat(.motifManquant) }
    guard motif.count <= InscriptionBTS.longueurDeTexte else {
      throw Refus.donnees([
        .init("motif", .tropLongue(vu: motif, limite: InscriptionBTS.longueurDeTexte))
      ])
    }
    var apres = avant
    apres.decision = .init(autorise: autorise, motif: motif, jour: travail.moment.jour)
    apres.version = version
    try travail.remplacer(Self.nom, permis, avant, par: apres, motif: motif)
  }
}

/// Proclaims the results of the normal session: they stand, and candidates read theirs.
public struct ProclamerUneSessionBTS: Acte {
  public static let nom = "proclamer-une-session-bts"
  public let session: Identifiant<SessionBTS>
  public let jour: Jour
  /// The version that was read.
  public let version: Int64

  public init(_ session: Identifiant<SessionBTS>, le jour: Jour, version: Int64) {
    self.session = session
    self.jour = jour
    self.version = version
  }

  public func executer(_ travail: Travail) throws {
    let (avant, specialite) = try travail.sessionBTS(session)
    let permis = try travail.exiger(.cloreUnJury, avant.lieu)
    try avant.exigerNonProclamee()
    try travail.verifierLaProclamation(jour)
    let inscriptions = try travail.registre.inscriptionsBTS(avant.id)
    try verifier(inscriptions, avant, specialite)
    var apres = avant
    apres.proclamation = jour
    apres.version = version
    try travail.remplacer(Self.nom, permis, avant, par: apres)
    try travail.aviser(inscriptions, Self.nom, permis)
  }

  private func verifier(
    _ inscriptions: [InscriptionBTS],
    _ session: SessionBTS,
    _ specialite: SpecialiteBTS,
  ) throws(Refus) {
    guard !inscriptions.isEmpty else { throw .etat(.bts(.sansCandidat)) }
    let resultats = inscriptions.map { ($0, $0.resultat(specialite, session, SansPreuve.self)) }
    let incomplets = resultats.count { $0.1 == nil }
    guard incomplets == 0 else { throw .etat(.bts(.resultatsManquants(incomplets))) }
    let indecis = resultats.count { $0.1?.concerne == true && $0.0.decision == nil }
    guard indecis == 0 else {
      throw .regle(article: ArticleBTS.autorisation, .bts(.decisionsManquantes(indecis)))
    }
  }
}

/// Closes the session: every candidate who was authorised sat both orals, or was absent, and no case
/// is reopened.
public struct CloreUneSessionBTS: Acte {
  public static let nom = "clore-une-session-bts"
  public let session: Identifiant<SessionBTS>
  /// The version that was read.
  public let version: Int64

  public init(_ session: Identifiant<SessionBTS>, version: Int64) {
    self.session = session
    self.version = version
  }

  public func executer(_ travail: Travail) throws {
    let (avant, _) = try travail.sessionBTS(session)
    let permis = try travail.exiger(.cloreUnJury, avant.lieu)
    try avant.exigerEnRattrapage()
    let inscriptions = try travail.registre.inscriptionsBTS(avant.id)
    let rouvertes = inscriptions.count(where: \.estRouverte)
    guard rouvertes == 0 else { throw Refus.etat(.bts(.casRouverts(rouvertes))) }
    let autorises = inscriptions.filter { $0.decision?.autorise == true }
    let manquants = autorises.reduce(0) { $0 + $1.orauxManquants }
    guard manquants == 0 else {
      throw Refus.regle(article: ArticleBTS.oral, .bts(.orauxManquants(manquants)))
    }
    var apres = avant
    apres.close = travail.moment.jour
    apres.version = version
    try travail.remplacer(Self.nom, permis, avant, par: apres)
    try travail.aviser(autorises, Self.nom, permis)
  }
}

extension Travail {
  /// Says in the journal of each candidate what came, so that they are told.
  fileprivate func aviser(_ inscriptions: [InscriptionBTS], _ acte: String, _ permis: Permis)
    throws
  {
    for inscription in inscriptions {
      _ = try inscrire(
        acte,
        permis,
        Objet(.candidatBTS, inscription.id),
        sujet: inscription.etudiant,
      )
    }
  }
}
