public import Scolarite

/// Recognises a material error on a copy, and opens the deliberation that puts it right (§ 5).
///
/// Nothing else changes a mark that was published: an appreciation is refused, and an error without
/// its proof.
public struct ReconnaitreUneErreur: Acte {
  public static let nom = "reconnaitre-une-erreur-materielle"
  public let consultation: Identifiant<ConsultationDeCopie>
  public let nature: ErreurMaterielle.Nature
  public let preuve: String
  public let motif: String
  /// What the mark should have been.
  public let entree: Entree
  /// When the jury deliberates again.
  public let jury: Jour
  public let version: Int64

  public init(
    _ consultation: Identifiant<ConsultationDeCopie>,
    _ nature: ErreurMaterielle.Nature,
    preuve: String,
    motif: String,
    entree: Entree,
    jury: Jour,
    version: Int64,
  ) {
    self.consultation = consultation
    self.nature = nature
    self.preuve = preuve
    self.motif = motif
    self.entree = entree
    self.jury = jury
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> ConsultationDeCopie {
    let (avant, promotion) = try travail.consultationDeCopie(consultation)
    let permis = try travail.exiger(.cloreUnJury, promotion.lieu)
    guard avant.issue == nil else { throw Refus.etat(.consultationTenue) }
    try verifier()
    let epreuve = try travail.epreuveDeSession2(avant.epreuve)
    guard let publication = try travail.publication(de: epreuve, avant.etudiant, promotion) else {
      throw Refus.regle(article: ArticleDeSession2.contestation, .session2NonPubliee)
    }
    let ouvert = try RouvrirPourErreurMaterielle(
      jury: publication.jury,
      etudiants: [avant.etudiant],
      date: jury,
      preuve: "\(epreuve.ue.texte), session 2 : \(nature.phrase). \(preuve)",
    ).executer(travail)
    var apres = avant
    apres.issue = .erreur(
      ErreurMaterielle(
        nature: nature,
        preuve: preuve,
        motif: motif,
        entree: entree,
        jury: ouvert.id,
      )
    )
    apres.version = version
    return try travail.remplacer(avant, apres, Self.nom, permis)
  }

  private func verifier() throws(Refus) {
    let article = ArticleDeSession2.contestation
    guard nature != .appreciation else { throw .regle(article: article, .sansErreurMaterielle) }
    guard !preuve.allSatisfy(\.isWhitespace) else {
      throw .regle(article: article, .preuveManquante)
    }
    guard !motif.allSatisfy(\.isWhitespace) else { throw .etat(.motifManquant) }
    guard entree.estUneLecture else { throw .donnees([.init("note", .inconnue(vu: entree.mot))]) }
  }
}

/// Writes the mark that an error had spoilt, for the jury that deliberates again.
public struct ReporterUneCorrection: Acte {
  public static let nom = "reporter-une-correction-de-session-2"
  public let consultation: Identifiant<ConsultationDeCopie>
  public let version: Int64

  public init(_ consultation: Identifiant<ConsultationDeCopie>, version: Int64) {
    self.consultation = consultation
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> ConsultationDeCopie {
    let (avant, promotion) = try travail.consultationDeCopie(consultation)
    let permis = try travail.exiger(.saisirLesNotes, promotion.lieu)
    guard case .erreur(var erreur) = avant.issue, erreur.reportee == nil else {
      throw Refus.etat(.correctionSansErreur)
    }
    let epreuve = try travail.epreuveDeSession2(avant.epreuve)
    try travail.verser(
      erreur.entree,
      Copie(epreuve: epreuve.id, etudiant: avant.etudiant, numero: 0),
      epreuve,
      promotion,
    )
    erreur.reportee = travail.moment.instant
    var apres = avant
    apres.issue = .erreur(erreur)
    apres.version = version
    return try travail.remplacer(avant, apres, Self.nom, permis)
  }
}

/// Puts back the mark that was published, where the one of an error was written by mistake.
///
/// The error stays recognised: its mark can be written again, or `AnnulerUnJury` takes it back.
public struct ReprendreUneCorrection: Acte {
  public static let nom = "reprendre-une-correction-de-session-2"
  public let consultation: Identifiant<ConsultationDeCopie>
  public let motif: String
  public let version: Int64

  public init(_ consultation: Identifiant<ConsultationDeCopie>, motif: String, version: Int64) {
    self.consultation = consultation
    self.motif = motif
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> ConsultationDeCopie {
    let (avant, promotion) = try travail.consultationDeCopie(consultation)
    let permis = try travail.exiger(.saisirLesNotes, promotion.lieu)
    guard case .erreur(var erreur) = avant.issue, erreur.reportee != nil else {
      throw Refus.etat(.correctionSansReport)
    }
    guard try !travail.jury(erreur.jury).close else { throw Refus.etat(.juryClos) }
    guard !motif.allSatisfy(\.isWhitespace) else { throw Refus.etat(.motifManquant) }
    try remettre(erreur, avant, promotion, travail)
    erreur.reportee = nil
    var apres = avant
    apres.issue = .erreur(erreur)
    apres.version = version
    return try travail.remplacer(avant, apres, Self.nom, permis, motif: motif)
  }

  /// What another jury made known since is put back by no one.
  private func remettre(
    _ erreur: ErreurMaterielle,
    _ consultation: ConsultationDeCopie,
    _ promotion: Promotion,
    _ travail: Travail,
  ) throws {
    let etudiant = consultation.etudiant
    let notees = Set(try travail.epreuveDeSession2(consultation.epreuve).notees)
    let publiees = try travail.registre.notesPublieesDeSession2(etudiant, promotion.id)
      .filter { notees.contains($0.note.epreuve) }
    guard publiees.contains(where: { $0.note.entree != erreur.entree }) else {
      throw Refus.regle(article: ArticleDeSession2.contestation, .noteDeSession2Publiee)
    }
    let presentes = try travail.registre.notesDeSession2(etudiant, promotion.id)
    for publiee in publiees.map(\.note) {
      let presente = presentes.first { $0.epreuve == publiee.epreuve }
      guard presente?.entree != publiee.entree else { continue }
      _ = try SaisirUneNoteDeSession2(
        promotion: promotion.id,
        etudiant: etudiant,
        epreuve: publiee.epreuve,
        entree: publiee.entree,
        version: presente?.version ?? 0,
      ).executer(travail)
    }
  }
}

extension Travail {
  /// A request with its promotion.
  func consultationDeCopie(_ id: Identifiant<ConsultationDeCopie>) throws
    -> (ConsultationDeCopie, Promotion)
  {
    guard let consultation = try registre.consultationDeCopie(id) else {
      throw Refus.inconnu(.consultationDeCopie)
    }
    return (consultation, try promotion(campagne(consultation.campagne).promotion))
  }

  /// The publication of what a student has at an exam; `nil` before a jury made it known.
  func publication(
    de epreuve: EpreuveDeSession2,
    _ etudiant: Identifiant<Etudiant>,
    _ promotion: Promotion,
  ) throws -> PublicationDeSession2? {
    let notees = Set(epreuve.notees)
    let publiee = try registre.notesPublieesDeSession2(etudiant, promotion.id)
      .first { notees.contains($0.note.epreuve) }
    return try publiee.flatMap { publiee in
      try registre.publicationsDeSession2(promotion.id).first { $0.jury == publiee.jury }
    }
  }

  /// The last day on which a copy may be asked for; `nil` where the campaign has no délai.
  func limiteDeConsultation(
    _ campagne: Identifiant<Campagne>,
    _ publication: PublicationDeSession2,
  ) throws -> Jour? {
    try registre.sessionDeRattrapage(campagne)?.delaiDeConsultation
      .map { publication.moment.jour.plus(jours: $0) }
  }

  fileprivate func nouvelleVersion(_ consultation: ConsultationDeCopie) -> ConsultationDeCopie {
    var ecrite = consultation
    ecrite.version += 1
    return ecrite
  }

  /// Writes what came of a request, or meets the conflict.
  func remplacer(
    _ avant: ConsultationDeCopie,
    _ apres: ConsultationDeCopie,
    _ acte: String,
    _ permis: Permis,
    motif: String? = nil,
  ) throws -> ConsultationDeCopie {
    let objet = Objet(.consultationDeCopie, avant.id)
    let ecriture = try inscrire(
      acte,
      permis,
      objet,
      sujet: avant.etudiant,
      avant: avant.faits,
      apres: apres.faits,
      motif: motif,
    )
    guard try registre.remplacer(apres, ecriture) else {
      throw try conflit(objet, avant.faits, apres.faits, avant.version)
    }
    return nouvelleVersion(apres)
  }
}
