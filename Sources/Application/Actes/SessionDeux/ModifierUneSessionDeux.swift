internal import Scolarite

/// Changes the days of a session 2, and who may go beyond its limits; those eligible are told where
/// the limit of enrolment that was announced to them moves.
public struct ModifierUneSessionDeux: Acte {
  public static let nom = "modifier-une-session-2"
  /// What the journal keeps of each student who is told.
  public static let annonce = "deplacer-la-limite-d-inscription"
  public let campagne: Identifiant<Campagne>
  public let choix: ChoixDeSession2
  public let motif: String?
  /// The version that was read.
  public let version: Int64

  public init(
    _ campagne: Identifiant<Campagne>,
    _ choix: ChoixDeSession2,
    motif: String? = nil,
    version: Int64,
  ) {
    self.campagne = campagne
    self.choix = choix
    self.motif = motif
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> SessionDeRattrapage {
    let avant = try travail.sessionDeRattrapage(campagne)
    let permis = try travail.exiger(
      .gererLesCampagnes,
      travail.promotion(avant.promotion).lieu,
    )
    let apres = choix.appliques(a: avant, version: version)
    try travail.verifier(apres, avant: avant, motif: motif)
    let ecrite = try travail.remplacer(avant, apres, Self.nom, permis, motif: motif)
    if ecrite.deplaceLaLimiteAnnoncee(avant) { try annoncer(avant, ecrite, permis, travail) }
    return ecrite
  }

  /// Writes to each student who may enrol until when they can.
  private func annoncer(
    _ avant: SessionDeRattrapage,
    _ apres: SessionDeRattrapage,
    _ permis: Permis,
    _ travail: Travail,
  ) throws {
    func faits(_ session: SessionDeRattrapage) -> Faits {
      [
        "campagne": Faits.Valeur(session.campagne),
        "limite": .texte(session.limiteInscription.description),
      ]
    }
    for etudiant in try travail.registre.admissibles(campagne).keys.sorted() {
      _ = try travail.inscrire(
        Self.annonce,
        permis,
        Objet(.session2, apres.promotion, etudiant),
        sujet: etudiant,
        avant: faits(avant),
        apres: faits(apres),
      )
    }
  }
}

extension Travail {
  /// Writes a session over the one that was read, or meets the conflict.
  func remplacer(
    _ avant: SessionDeRattrapage,
    _ apres: SessionDeRattrapage,
    _ acte: String,
    _ permis: Permis,
    motif: String? = nil,
  ) throws -> SessionDeRattrapage {
    let objet = Objet(.campagne, avant.campagne)
    let ecriture = try inscrire(
      acte,
      permis,
      objet,
      avant: avant.faits,
      apres: apres.faits,
      motif: motif,
    )
    guard try registre.remplacer(apres.campagneEnBase, ecriture) else {
      throw try conflit(objet, avant.faits, apres.faits, avant.version)
    }
    try registre.remplacer(apres, ecriture)
    var ecrite = apres
    ecrite.version += 1
    return ecrite
  }
}
