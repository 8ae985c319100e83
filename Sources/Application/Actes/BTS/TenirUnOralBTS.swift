public import Scolarite

/// Gives an oral its day, hour and room, or takes them back (R3.4, R3.6).
public struct FixerUnOralBTS: Acte {
  public static let nom = "fixer-un-oral-bts"
  public let inscription: Identifiant<InscriptionBTS>
  public let domaine: CandidatBTS.Domaine
  /// `nil` takes it back.
  public let lieu: Lieu?
  /// The version that was read.
  public let version: Int64

  /// When and where.
  public struct Lieu: Hashable, Sendable {
    public let debut: Instant
    public let salle: String

    public init(debut: Instant, salle: String) {
      self.debut = debut
      self.salle = salle
    }
  }

  public init(
    _ inscription: Identifiant<InscriptionBTS>,
    _ domaine: CandidatBTS.Domaine,
    _ lieu: Lieu?,
    version: Int64,
  ) {
    self.inscription = inscription
    self.domaine = domaine
    self.lieu = lieu
    self.version = version
  }

  public func executer(_ travail: Travail) throws {
    let avant = try travail.inscriptionBTS(inscription)
    let (session, _) = try travail.sessionBTS(avant.session)
    let permis = try travail.exiger(.gererLesCampagnes, session.lieu)
    let proclamation = try session.exigerEnRattrapage(avant)
    try avant.exigerAutorisation()
    guard avant.oraux[domaine]?.issue == nil else { throw Refus.etat(.bts(.oralNote)) }
    var apres = avant
    apres.version = version
    if let lieu {
      try verifier(lieu, avant, proclamation, travail)
      apres.oraux[domaine] = .init(debut: lieu.debut, salle: lieu.salle)
    } else {
      apres.oraux[domaine] = nil
    }
    try travail.remplacer(Self.nom, permis, avant, par: apres)
  }

  private func verifier(
    _ lieu: Lieu,
    _ inscription: InscriptionBTS,
    _ proclamation: Jour,
    _ travail: Travail,
  ) throws {
    try travail.nommer([("salle", lieu.salle)])
    if domaine == .general, inscription.choix == nil {
      throw Refus.regle(article: ArticleBTS.choix, .bts(.disciplineManquante))
    }
    guard lieu.debut.jour >= proclamation else {
      throw Refus.regle(article: ArticleBTS.delai, .bts(.avantLaProclamation(proclamation)))
    }
    for autre in try travail.registre.inscriptionsBTS(inscription.session) {
      for (sien, oral) in autre.oraux where !(autre.id == inscription.id && sien == domaine) {
        let estLeSien = autre.id == inscription.id
        guard estLeSien || oral.salle == lieu.salle, oral.debut.jour == lieu.debut.jour,
          abs(oral.debut.minute - lieu.debut.minute) < SessionBTS.minutesDOral
        else { continue }
        throw Refus.etat(.bts(.oralEnMemeTemps))
      }
    }
  }
}

/// Writes what came of an oral: a mark, or an absence (R3.7).
public struct NoterUnOralBTS: Acte {
  public static let nom = "noter-un-oral-bts"
  public let inscription: Identifiant<InscriptionBTS>
  public let domaine: CandidatBTS.Domaine
  /// `nil` takes back what was written by mistake.
  public let issue: InscriptionBTS.Oral.Issue?
  /// The version that was read.
  public let version: Int64

  public init(
    _ inscription: Identifiant<InscriptionBTS>,
    _ domaine: CandidatBTS.Domaine,
    _ issue: InscriptionBTS.Oral.Issue?,
    version: Int64,
  ) {
    self.inscription = inscription
    self.domaine = domaine
    self.issue = issue
    self.version = version
  }

  public func executer(_ travail: Travail) throws {
    let avant = try travail.inscriptionBTS(inscription)
    let (session, _) = try travail.sessionBTS(avant.session)
    let permis = try travail.exiger(.saisirLesNotes, session.lieu)
    try session.exigerEnRattrapage(avant)
    try avant.exigerAutorisation()
    guard avant.convocation != nil else {
      throw Refus.regle(article: ArticleBTS.delai, .bts(.nonConvoque))
    }
    guard let oral = avant.oraux[domaine] else { throw Refus.etat(.bts(.oralNonFixe)) }
    guard oral.debut.rangs <= travail.moment.instant.rangs else {
      throw Refus.etat(.dateAVenir)
    }
    if case .note(let note) = issue, note.bareme != 20 {
      throw Refus.donnees([
        .init("note", .horsBornes(vu: "\(note)", bornes: "une note sur 20"))
      ])
    }
    var apres = avant
    apres.oraux[domaine] = .init(debut: oral.debut, salle: oral.salle, issue: issue)
    apres.version = version
    try travail.remplacer(Self.nom, permis, avant, par: apres)
  }
}
