internal import Scolarite

/// Brings the published list to what a jury decided anew for one student: a UE acquired since is
/// closed and leaves the enrolment, one that is no longer acquired opens, with time to answer.
public struct RevoirLAdmissibilite: Acte {
  public static let nom = "revoir-l-admissibilite"
  public let campagne: Identifiant<Campagne>
  public let etudiant: Identifiant<Etudiant>

  private static let article = "procédure de session 2, § 2"
  /// How many days a student has to answer about a UE that opens.
  private static let jours = 7

  public init(_ campagne: Identifiant<Campagne>, _ etudiant: Identifiant<Etudiant>) {
    self.campagne = campagne
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> RevueDAdmissibilite {
    let session = try travail.sessionDeRattrapage(campagne)
    let promotion = try travail.promotion(session.promotion)
    let permis = try travail.exiger(.gererLesCampagnes, promotion.lieu)
    let revision = try revision(session, promotion, travail)
    let avant = try travail.registre.revueDAdmissibilite(etudiant, campagne)
    let inscrit = try travail.registre.inscriptionEnSession2(etudiant, promotion.id)
      .flatMap { $0.campagne == campagne ? $0 : nil }
    let restantes = try restantes(inscrit, revision, promotion, travail)
    let revue = revue(session, revision, avant, inscrit, restantes, travail)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.session2, promotion.id, etudiant),
      sujet: etudiant,
      avant: Self.faits(revision.avant, inscrit?.ues, avant?.limite),
      apres: Self.faits(revision.apres, restantes, revue.limite),
    )
    try travail.registre.remplacer(revision.apres, de: etudiant, campagne, ecriture)
    if let inscrit, let version = revue.inscription, version > inscrit.version {
      try desinscrire(inscrit, restantes ?? [], ecriture, travail)
    }
    try travail.registre.ecrire(revue, ecriture)
    return revue
  }

  /// What changes for the student, where a new deliberation made it change and there is still time.
  private func revision(
    _ session: SessionDeRattrapage,
    _ promotion: Promotion,
    _ travail: Travail,
  ) throws -> RevisionDAdmissibilite {
    guard session.publicationSession1 != nil else {
      throw Refus.etat(.admissibiliteNonPubliee)
    }
    guard try travail.rectifies(depuisLaPublication: session).contains(etudiant) else {
      throw Refus.regle(article: Self.article, .admissibiliteSansRectification)
    }
    let revisions = try travail.revisions(session, promotion)
    guard let revision = revisions.first(where: { $0.etudiant == etudiant }) else {
      throw Refus.regle(article: Self.article, .admissibiliteInchangee)
    }
    let veille = session.premierJour.plus(jours: -1)
    guard revision.ouvertes.isEmpty || travail.moment.jour <= veille else {
      throw Refus.regle(article: "procédure de session 2, § 3", .limitePassee(veille))
    }
    return revision
  }

  /// The UE of the enrolment that are still open; one with a mark does not leave.
  private func restantes(
    _ inscrit: InscriptionEnSession2?,
    _ revision: RevisionDAdmissibilite,
    _ promotion: Promotion,
    _ travail: Travail,
  ) throws -> [CodeUE]? {
    guard let inscrit else { return nil }
    let ouvertes = Set(revision.apres.filter(\.estOuverte).map(\.ue))
    let restantes = inscrit.ues.filter { ouvertes.contains($0) }
    if restantes.count < inscrit.ues.count {
      try travail.verifierLesNotesDeSession2(de: etudiant, parmi: restantes, promotion)
    }
    return restantes
  }

  private func revue(
    _ session: SessionDeRattrapage,
    _ revision: RevisionDAdmissibilite,
    _ avant: RevueDAdmissibilite?,
    _ inscrit: InscriptionEnSession2?,
    _ restantes: [CodeUE]?,
    _ travail: Travail,
  ) -> RevueDAdmissibilite {
    let ouvertes = Set(revision.apres.filter(\.estOuverte).map(\.ue))
    let retirees = (inscrit?.ues ?? []).filter { !(restantes ?? []).contains($0) }
    return RevueDAdmissibilite(
      campagne: campagne,
      etudiant: etudiant,
      limite: limite(session, revision, avant, travail),
      retirees: ((avant?.retirees ?? []) + retirees).sansDoublon.filter { !ouvertes.contains($0) },
      inscription: retirees.isEmpty ? avant?.inscription : inscrit.map { $0.version + 1 },
    )
  }

  /// A week for a UE that opens, where everybody’s limit does not leave it; never the first day.
  private func limite(
    _ session: SessionDeRattrapage,
    _ revision: RevisionDAdmissibilite,
    _ avant: RevueDAdmissibilite?,
    _ travail: Travail,
  ) -> Instant? {
    let veille = session.premierJour.plus(jours: -1)
    let dernier = min(travail.moment.jour.plus(jours: Self.jours), veille)
    guard !revision.ouvertes.isEmpty, let limite = dernier.derniereMinute,
      session.limiteInscription < limite
    else { return avant?.limite }
    return max(limite, avant?.limite ?? limite)
  }

  /// Writes the enrolment without the UE that closed; it was received when the student answered.
  private func desinscrire(
    _ inscrit: InscriptionEnSession2,
    _ restantes: [CodeUE],
    _ ecriture: Ecriture,
    _ travail: Travail,
  ) throws {
    let apres = InscriptionEnSession2(
      promotion: inscrit.promotion,
      etudiant: etudiant,
      campagne: campagne,
      ues: restantes,
      version: inscrit.version + 1,
      recu: inscrit.recu,
    )
    guard try travail.registre.ecrire(apres, ecriture) else { throw Refus.etat(.dejaInscrit) }
  }

  private static func faits(
    _ lignes: [AdmissibiliteDeSession2],
    _ inscrites: [CodeUE]?,
    _ limite: Instant?,
  ) -> Faits {
    [
      "lignes": .liste(
        lignes.map { .texte("\($0.ue.texte) \($0.raison.rawValue) \($0.moyenne ?? "–")") }
      ),
      "inscription": inscrites.map { .liste($0.map { .texte($0.texte) }) } ?? .vide,
      "limite": limite.map { .texte($0.description) } ?? .vide,
    ]
  }
}
