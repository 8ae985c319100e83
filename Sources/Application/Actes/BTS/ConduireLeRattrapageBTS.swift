public import Scolarite

/// Summons candidates who were authorised, within eight days of the proclamation (R3.3).
///
/// Afterwards only with the reason, and the delay stays written.
public struct ConvoquerDesCandidatsBTS: Acte {
  public static let nom = "convoquer-des-candidats-bts"
  public let session: Identifiant<SessionBTS>
  public let inscriptions: [Identifiant<InscriptionBTS>]
  public let jour: Jour
  /// Why so late.
  public let retard: String?

  public init(
    _ session: Identifiant<SessionBTS>,
    _ inscriptions: [Identifiant<InscriptionBTS>],
    le jour: Jour,
    retard: String? = nil,
  ) {
    self.session = session
    self.inscriptions = inscriptions
    self.jour = jour
    self.retard = retard
  }

  public func executer(_ travail: Travail) throws {
    let (session, _) = try travail.sessionBTS(session)
    let permis = try travail.exiger(.gererLesCampagnes, session.lieu)
    guard let proclamation = session.proclamation else {
      throw Refus.etat(.bts(.nonProclamee))
    }
    guard jour <= travail.moment.jour else { throw Refus.etat(.dateAVenir) }
    guard jour >= proclamation else {
      throw Refus.regle(article: ArticleBTS.delai, .bts(.avantLaProclamation(proclamation)))
    }
    let limite = CandidatBTS.dernierJour(apres: proclamation)
    let estTardive = jour > limite
    if estTardive, retard == nil || retard?.isEmpty == true {
      throw Refus.regle(article: ArticleBTS.delai, .bts(.convocationTardive(limite)))
    }
    if let retard { try travail.nommer([("retard", retard)]) }
    for id in inscriptions {
      let avant = try travail.inscriptionBTS(id)
      guard avant.session == session.id else { throw Refus.inconnu(.candidatBTS) }
      try session.exigerEnRattrapage(avant)
      try avant.exigerAutorisation()
      // The jury says the new decision first; after the closing, the orals come before it does.
      guard session.close != nil || !avant.estRouverte else {
        throw Refus.etat(.bts(.dejaRouverte))
      }
      var apres = avant
      apres.convocation = .init(jour: jour, retard: estTardive ? retard : nil)
      try travail.remplacer(
        Self.nom,
        permis,
        avant,
        par: apres,
        motif: estTardive ? retard : nil,
      )
    }
  }
}

/// Chooses the general discipline of the oral, among those of the speciality (R3.5).
public struct ChoisirUneDisciplineBTS: Acte {
  public static let nom = "choisir-une-discipline-bts"
  public let inscription: Identifiant<InscriptionBTS>
  public let discipline: String
  /// The version that was read.
  public let version: Int64

  public init(
    _ inscription: Identifiant<InscriptionBTS>,
    _ discipline: String,
    version: Int64,
  ) {
    self.inscription = inscription
    self.discipline = discipline
    self.version = version
  }

  public func executer(_ travail: Travail) throws {
    let avant = try travail.inscriptionBTS(inscription)
    let (session, specialite) = try travail.sessionBTS(avant.session)
    let permis = try travail.exiger(.deposerUneDemande, session.lieu.etudiant(avant.etudiant))
    try session.exigerEnRattrapage(avant)
    try avant.exigerAutorisation()
    let liste = specialite.disciplinesAuChoix
    guard liste.contains(discipline) else {
      throw Refus.regle(article: ArticleBTS.choix, .bts(.horsDeLaListe(liste)))
    }
    guard avant.oraux[.general] == nil else { throw Refus.etat(.bts(.oralFixe)) }
    var apres = avant
    apres.choix = .init(
      discipline: discipline,
      parLeCandidat: !travail.peut(.deposerUneDemande, session.lieu),
      jour: travail.moment.jour,
    )
    apres.version = version
    try travail.remplacer(Self.nom, permis, avant, par: apres)
  }
}

/// Records what is offered to a candidate to prepare, and what came of it (R3.9).
public struct AccompagnerUnCandidatBTS: Acte {
  public static let nom = "accompagner-un-candidat-bts"
  public let inscription: Identifiant<InscriptionBTS>
  public let accompagnement: InscriptionBTS.Accompagnement
  /// Which one it takes the place of, from 0; `nil` for a new one.
  public let rang: Int?
  /// The version that was read.
  public let version: Int64

  public init(
    _ inscription: Identifiant<InscriptionBTS>,
    _ accompagnement: InscriptionBTS.Accompagnement,
    rang: Int? = nil,
    version: Int64,
  ) {
    self.inscription = inscription
    self.accompagnement = accompagnement
    self.rang = rang
    self.version = version
  }

  public func executer(_ travail: Travail) throws {
    let avant = try travail.inscriptionBTS(inscription)
    let (session, _) = try travail.sessionBTS(avant.session)
    let permis = try travail.exiger(.gererLesCampagnes, session.lieu)
    try session.exigerEnRattrapage(avant)
    try avant.exigerAutorisation()
    guard !accompagnement.texte.isEmpty else { throw Refus.donnees([.init("texte", .absente)]) }
    guard accompagnement.texte.count <= InscriptionBTS.longueurDeTexte else {
      let limite = InscriptionBTS.longueurDeTexte
      throw Refus.donnees([
        .init("texte", .tropLongue(vu: accompagnement.texte, limite: limite))
      ])
    }
    var apres = avant
    if let rang {
      guard apres.accompagnements.indices.contains(rang) else {
        throw Refus.inconnu(.candidatBTS)
      }
      apres.accompagnements[rang] = accompagnement
    } else {
      apres.accompagnements.append(accompagnement)
    }
    apres.version = version
    try travail.remplacer(Self.nom, permis, avant, par: apres)
  }
}
