public import Scolarite

/// Publishes who may sit what, which is frozen from then on, and opens enrolment (R0.6, R0.7).
public struct PublierLAdmissibilite: Acte {
  public static let nom = "publier-l-admissibilite"
  public let campagne: Identifiant<Campagne>
  /// The last minute of enrolment, counted from this publication; `nil` for the one that stands.
  public let limite: Instant?
  public let motif: String?
  /// The version that was read.
  public let version: Int64

  public init(
    _ campagne: Identifiant<Campagne>,
    limite: Instant? = nil,
    motif: String? = nil,
    version: Int64,
  ) {
    self.campagne = campagne
    self.limite = limite
    self.motif = motif
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> SessionDeRattrapage {
    let avant = try travail.sessionDeRattrapage(campagne)
    let promotion = try travail.promotion(avant.promotion)
    let permis = try travail.exiger(.gererLesCampagnes, promotion.lieu)
    if let jour = avant.publicationSession1 { throw Refus.etat(.admissibilitePubliee(jour)) }
    guard avant.adoptee != nil else {
      throw Refus.regle(article: "procédure de session 2, § 1", .adoptionInconnue(.conseil))
    }
    guard try travail.resultatsPublies(promotion) else {
      throw Refus.regle(article: "procédure de session 2, § 2", .resultatsNonPublies)
    }
    var apres = avant
    apres.publicationSession1 = travail.moment.jour
    apres.ouverture = travail.moment.instant
    apres.limiteInscription = limite ?? avant.limiteInscription
    apres.version = version
    try verifierLaLimite(apres, travail)
    let ecrite = try travail.remplacer(avant, apres, Self.nom, permis, motif: motif)
    try figer(ecrite, promotion, permis, travail)
    return ecrite
  }

  private func verifierLaLimite(_ session: SessionDeRattrapage, _ travail: Travail) throws {
    guard session.ouverture < session.limiteInscription,
      session.limiteInscription.jour < session.premierJour
    else {
      throw Refus.etat(.horsPeriode(du: session.ouverture.jour, au: session.premierJour))
    }
    let bornes = session.dates.bornesDInscription
    guard !bornes.contains(session.limiteInscription.jour) else { return }
    try travail.deroger(
      session,
      article: "procédure de session 2, § 3",
      .horsPeriode(du: bornes.lowerBound, au: bornes.upperBound),
      motif: motif,
    )
  }

  /// Writes the lines, under one entry of each student, who is told.
  private func figer(
    _ session: SessionDeRattrapage,
    _ promotion: Promotion,
    _ permis: Permis,
    _ travail: Travail,
  ) throws {
    let lignes = try travail.admissibilites(session, promotion)
    let parEtudiant = Dictionary(grouping: lignes, by: \.etudiant)
    var derniere: Ecriture?
    for (etudiant, siennes) in parEtudiant.sorted(by: { $0.key < $1.key }) {
      let ouvertes = siennes.filter(\.estOuverte)
      let ecriture = try travail.inscrire(
        ouvertes.isEmpty ? Self.nomSansOuverture : Self.nom,
        permis,
        Objet(.session2, promotion.id, etudiant),
        sujet: etudiant,
        apres: [
          "campagne": Faits.Valeur(session.campagne),
          "ues": .liste(ouvertes.map { .texte($0.ue.texte) }),
        ],
      )
      try travail.registre.ajouter(siennes, ecriture)
      derniere = ecriture
    }
    guard let derniere else { return }
    try travail.marquer(.admissibilite, de: session.campagne, derniere)
  }

  /// The entry of a student to whom nothing is open, who is not written to.
  static let nomSansOuverture = "constater-l-absence-de-session-2"
}

extension Travail {
  /// Whether a jury has closed what session 1 gave: the year, or every semester of it.
  func resultatsPublies(_ promotion: Promotion) throws -> Bool {
    let clos = try registre.jurys(promotion.id).filter(\.close).map(\.nature)
    if clos.contains(.annee) { return true }
    let semestres = Set(try programme(promotion).ues.map(\.semestre))
    return !semestres.isEmpty && semestres.allSatisfy { clos.contains(.semestre($0)) }
  }

  /// What the rules say of each student and UE of a promotion after session 1.
  func admissibilites(_ session: SessionDeRattrapage, _ promotion: Promotion) throws
    -> [AdmissibiliteDeSession2]
  {
    let lue = try lire(promotion)
    return zip(lue.etudiants, lue.dossiers).flatMap { etudiant, dossier in
      let resultats = Deliberation<SansPreuve>.resultats(dossier, lue.reglement)
      let decisions = dossier.annees.last?.decisions ?? []
      guard let annee = resultats.annees.first(where: { $0.annee == promotion.annee }) else {
        return [AdmissibiliteDeSession2]()
      }
      let etat = annee.session1 ?? annee.finale
      let ajourne = decisions.contains { $0.sur == .annee && $0.code.fermeLaSession2 }
      return etat.ues.values.filter { $0.ue.semestre.annee == promotion.anneeBUT }
        .sorted { $0.ue.code.texte < $1.ue.code.texte }.map { ue in
          AdmissibiliteDeSession2(
            campagne: session.campagne,
            etudiant: etudiant,
            ue: ue.ue.code,
            raison: .init(ue, estOuverte: etat.ouvertes.contains(ue.ue.code), ajourne: ajourne),
            moyenne: ue.moyenne?.valeur.moyenneAffichee,
          )
        }
    }
  }
}

extension AdmissibiliteDeSession2.Raison {
  fileprivate init(_ ue: ResultatUE<SansPreuve>, estOuverte: Bool, ajourne: Bool) {
    if estOuverte {
      self = ue.moyenne == nil ? .incomplete : .nonAcquise
    } else if ue.capitalisee {
      self = .capitalisee
    } else if let mode = ue.mode {
      self =
        switch mode {
        case .directe: .acquise
        case .compensation: .compensee
        case .niveauSuperieur, .jury, .equivalence: .acquiseAutrement
        }
    } else {
      self = ajourne ? .ajourneDefinitif : .semestreSuffisant
    }
  }
}
