public import Scolarite

/// What a new deliberation of the jury says of who may sit what, beside the list that was published.
public struct RevisionDAdmissibilite: Hashable, Sendable {
  public let etudiant: Identifiant<Etudiant>
  /// The lines that were published, and those of today.
  public let avant: [AdmissibiliteDeSession2]
  public let apres: [AdmissibiliteDeSession2]

  init(
    _ etudiant: Identifiant<Etudiant>,
    avant: [AdmissibiliteDeSession2],
    apres: [AdmissibiliteDeSession2],
  ) {
    self.etudiant = etudiant
    self.avant = avant
    self.apres = apres
  }

  /// The UE that become open.
  public var ouvertes: [CodeUE] { Self.ouvertes(apres, sans: avant) }
  /// The UE that are no longer.
  public var fermees: [CodeUE] { Self.ouvertes(avant, sans: apres) }

  private static func ouvertes(
    _ lignes: [AdmissibiliteDeSession2],
    sans autres: [AdmissibiliteDeSession2],
  ) -> [CodeUE] {
    let siennes = Set(autres.filter(\.estOuverte).map(\.ue))
    return lignes.filter(\.estOuverte).map(\.ue).filter { !siennes.contains($0) }
  }
}

/// What the published list became for one student, after a new deliberation of the jury.
public struct RevueDAdmissibilite: Hashable, Sendable {
  public let campagne: Identifiant<Campagne>
  public let etudiant: Identifiant<Etudiant>
  /// The last minute of their own enrolment; `nil` where that of everybody leaves them time enough.
  public let limite: Instant?
  /// The UE that left their enrolment because they are no longer open.
  public let retirees: [CodeUE]
  /// The version of their enrolment without these UE; `nil` where none left.
  public let inscription: Int64?

  public init(
    campagne: Identifiant<Campagne>,
    etudiant: Identifiant<Etudiant>,
    limite: Instant? = nil,
    retirees: [CodeUE] = [],
    inscription: Int64? = nil,
  ) {
    self.campagne = campagne
    self.etudiant = etudiant
    self.limite = limite
    self.retirees = retirees
    self.inscription = inscription
  }
}

extension RevueDAdmissibilite {
  /// Whether an answer is what the review left of it, rather than what the student said.
  public func aLaisse(_ accuse: AccuseDeSession2) -> Bool { inscription == accuse.version }
}

extension Travail {
  /// A session with the limit of enrolment of one student: that of everybody, or their own.
  func session(_ session: SessionDeRattrapage, pour etudiant: Identifiant<Etudiant>) throws
    -> SessionDeRattrapage
  {
    guard let limite = try registre.revueDAdmissibilite(etudiant, session.campagne)?.limite,
      session.limiteInscription < limite
    else { return session }
    var sienne = session
    sienne.limiteInscription = limite
    return sienne
  }

  /// The students on whom a jury deliberated again about session 1 since their lines were published,
  /// or reviewed.
  func rectifies(depuisLaPublication session: SessionDeRattrapage) throws
    -> Set<Identifiant<Etudiant>>
  {
    let entrees = try registre.entreesDAdmissibilite(session.campagne)
    guard !entrees.isEmpty else { return [] }
    let rectifications = try registre.deliberees(promotion: session.promotion).filter { rendue in
      rendue.rectifie != nil && entrees[rendue.etudiant].map { $0 < rendue.entree } ?? false
    }
    return Set(
      try rectifications.filter { try precedeLaSession2(jury($0.jury)) }.map(\.etudiant)
    )
  }

  /// Where what these deliberations say is not what was published.
  func revisions(_ session: SessionDeRattrapage, _ promotion: Promotion) throws
    -> [RevisionDAdmissibilite]
  {
    let rectifies = try rectifies(depuisLaPublication: session)
    guard !rectifies.isEmpty else { return [] }
    let publiees = Dictionary(
      grouping: try registre.admissibilites(session.campagne),
      by: \.etudiant,
    )
    let calculees = Dictionary(
      grouping: try admissibilites(session, promotion),
      by: \.etudiant,
    )
    return rectifies.sorted().compactMap { etudiant in
      guard let apres = calculees[etudiant] else { return nil }
      let avant = publiees[etudiant] ?? []
      return Set(avant) == Set(apres)
        ? nil : RevisionDAdmissibilite(etudiant, avant: avant, apres: apres)
    }
  }
}
