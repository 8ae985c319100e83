/// Lets what the rules propose stand for several students at once: those on whom the jury has not
/// taken position yet.
public struct AdopterLesPropositions: Acte {
  public static let nom = "adopter-les-propositions"
  public let jury: Identifiant<SessionDeJury>
  public let etudiants: [Identifiant<Etudiant>]
  /// The digests of the proposals that were read, where they were.
  public let vues: [Identifiant<Etudiant>: String]

  public init(
    _ jury: Identifiant<SessionDeJury>,
    _ etudiants: [Identifiant<Etudiant>],
    vues: [Identifiant<Etudiant>: String] = [:],
  ) {
    self.jury = jury
    self.etudiants = etudiants
    self.vues = vues
  }

  /// - Returns: those on whom it takes position.
  public func executer(_ travail: Travail) throws -> [Identifiant<Etudiant>] {
    let session = try travail.jury(jury)
    let promotion = try travail.promotion(session.promotion)
    let permis = try travail.exiger(.deciderEnJury, promotion.lieu)
    guard !session.close else { throw Refus.etat(.juryClos) }
    let siens = Set(try travail.etudiants(de: session))
    let examines = Set(try travail.registre.projets(jury).map(\.etudiant))
    guard siens.isSuperset(of: etudiants) else { throw Refus.etat(.horsDuJury) }
    let nouveaux = Set(etudiants).subtracting(examines).sorted()
    let presentes = try verifier(nouveaux, session, promotion, travail)
    for etudiant in nouveaux {
      let projet = ProjetDeDecision(
        jury: jury,
        etudiant: etudiant,
        decisions: [],
        vue: presentes[etudiant],
        version: 1,
      )
      let ecriture = try travail.inscrire(
        Self.nom,
        permis,
        Objet(.decision, jury, etudiant),
        sujet: etudiant,
        apres: projet.faits,
      )
      guard try travail.registre.ecrire(projet, ecriture) else {
        throw ErreurDeRegistre.incoherente("projet de décision")
      }
    }
    return nouveaux
  }

  /// To leave somebody without decision is seen one by one; what is adopted is what was read.
  private func verifier(
    _ nouveaux: [Identifiant<Etudiant>],
    _ session: SessionDeJury,
    _ promotion: Promotion,
    _ travail: Travail,
  ) throws -> [Identifiant<Etudiant>: String] {
    let deliberee = try travail.deliberer(session, promotion)
    let choisis = Set(nouveaux)
    let ouvertes = zip(deliberee.lue.etudiants, deliberee.propositions).count {
      choisis.contains($0) && session.nature.laisseOuverte($1)
    }
    guard ouvertes == 0 else { throw Refus.etat(.decisionsManquantes(ouvertes)) }
    let presentes = Dictionary(
      uniqueKeysWithValues: zip(deliberee.lue.etudiants, deliberee.vues)
    )
    let changees = nouveaux.count { etudiant in
      vues[etudiant].map { $0 != presentes[etudiant] } ?? false
    }
    guard changees == 0 else { throw Refus.etat(.propositionsChangees(changees)) }
    return presentes
  }
}

/// Takes back what a jury was about to decide for a student: it is to be examined again.
public struct ReprendreUnExamen: Acte {
  public static let nom = "reprendre-un-examen"
  public let jury: Identifiant<SessionDeJury>
  public let etudiant: Identifiant<Etudiant>
  /// The version that was read.
  public let version: Int64

  public init(
    jury: Identifiant<SessionDeJury>,
    etudiant: Identifiant<Etudiant>,
    version: Int64,
  ) {
    self.jury = jury
    self.etudiant = etudiant
    self.version = version
  }

  public func executer(_ travail: Travail) throws {
    let session = try travail.jury(jury)
    let promotion = try travail.promotion(session.promotion)
    let permis = try travail.exiger(.deciderEnJury, promotion.lieu.etudiant(etudiant))
    try travail.verifier(etudiant, dans: session)
    guard let avant = try travail.registre.projets(jury).first(where: { $0.etudiant == etudiant })
    else { return }
    let objet = Objet(.decision, jury, etudiant)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      sujet: etudiant,
      avant: avant.faits,
    )
    guard avant.version == version, try travail.registre.retirer(avant, ecriture) else {
      throw try travail.conflit(objet, avant.faits, [:], avant.version)
    }
  }
}
