public import Scolarite

/// A test missed with justification that is sat later, or that the head decided not to have sat
/// (R1.2.11).
public struct Rattrapage: Hashable, Sendable {
  public let evaluation: Identifiant<EvaluationDeModule>
  public let etudiant: Identifiant<Etudiant>
  public let demande: Instant
  public var etat: Etat
  public var version: Int64

  /// What became of the request.
  public enum Etat: Hashable, Sendable {
    case demande
    case organise(Modalites)
    case refuse(motif: String)
  }

  /// How it is sat.
  public struct Modalites: Hashable, Sendable {
    public let date: Instant
    public let salle: String
    /// « oral », « devoir sur table ».
    public let forme: String

    public init(date: Instant, salle: String, forme: String) {
      self.date = date
      self.salle = salle
      self.forme = forme
    }
  }

  public init(
    evaluation: Identifiant<EvaluationDeModule>,
    etudiant: Identifiant<Etudiant>,
    demande: Instant,
    etat: Etat,
    version: Int64,
  ) {
    self.evaluation = evaluation
    self.etudiant = etudiant
    self.demande = demande
    self.etat = etat
    self.version = version
  }
}

extension Rattrapage {
  var faits: Faits {
    switch etat {
    case .demande: ["etat": .texte("demandé")]
    case .organise(let modalites):
      [
        "etat": .texte("organisé"), "date": .texte(modalites.date.description),
        "salle": .texte(modalites.salle), "forme": .texte(modalites.forme),
      ]
    case .refuse(let motif): ["etat": .texte("refusé"), "motif": .texte(motif)]
    }
  }
}

/// Asks the teacher for a catch-up, which a justified absence gives by right.
public struct DemanderUnRattrapage: Acte {
  public static let nom = "demander-un-rattrapage"
  public let evaluation: Identifiant<EvaluationDeModule>
  public let etudiant: Identifiant<Etudiant>

  public init(_ evaluation: Identifiant<EvaluationDeModule>, _ etudiant: Identifiant<Etudiant>) {
    self.evaluation = evaluation
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> Rattrapage {
    let evaluation = try travail.evaluation(evaluation)
    let lieu = try travail.promotion(evaluation.promotion).lieu.etudiant(etudiant)
    let permis = try travail.exiger(.annoncerUneAbsence, lieu)
    guard try travail.donneDroitAUnRattrapage(evaluation, etudiant) else {
      throw Refus.regle(article: "2", .sansAbsenceJustifiee)
    }
    let siens = try travail.registre.rattrapages(etudiant: etudiant)
    guard !siens.contains(where: { $0.evaluation == evaluation.id }) else {
      throw Refus.etat(.rattrapageDejaDemande)
    }
    let rattrapage = Rattrapage(
      evaluation: evaluation.id,
      etudiant: etudiant,
      demande: travail.moment.instant,
      etat: .demande,
      version: 1,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.rattrapage, evaluation.id, etudiant),
      sujet: etudiant,
      apres: rattrapage.faits,
    )
    try travail.registre.ajouter(rattrapage, ecriture)
    return rattrapage
  }
}

/// Says when, where and how a test is sat again; the teacher may do so before being asked.
public struct OrganiserUnRattrapage: Acte {
  public static let nom = "organiser-un-rattrapage"
  public let evaluation: Identifiant<EvaluationDeModule>
  public let etudiant: Identifiant<Etudiant>
  public let modalites: Rattrapage.Modalites

  public init(
    _ evaluation: Identifiant<EvaluationDeModule>,
    _ etudiant: Identifiant<Etudiant>,
    _ modalites: Rattrapage.Modalites,
  ) {
    self.evaluation = evaluation
    self.etudiant = etudiant
    self.modalites = modalites
  }

  public func executer(_ travail: Travail) throws -> Rattrapage {
    let evaluation = try travail.evaluation(evaluation)
    let permis = try travail.exiger(.gererLesEvaluations, travail.lieu(de: evaluation))
    try travail.verifierLInscription(etudiant, evaluation)
    guard !modalites.forme.isEmpty else { throw Refus.donnees([.init("forme", .absente)]) }
    return try travail.repondre(.organise(modalites), evaluation, etudiant, permis, Self.nom)
  }
}

/// Decides, with reasons, that a justified absence is not followed by a catch-up: the test is left
/// out of the average (R1.2.11, A12).
public struct RefuserUnRattrapage: Acte {
  public static let nom = "refuser-un-rattrapage"
  public let evaluation: Identifiant<EvaluationDeModule>
  public let etudiant: Identifiant<Etudiant>
  public let motif: String

  public init(
    _ evaluation: Identifiant<EvaluationDeModule>,
    _ etudiant: Identifiant<Etudiant>,
    motif: String,
  ) {
    self.evaluation = evaluation
    self.etudiant = etudiant
    self.motif = motif
  }

  public func executer(_ travail: Travail) throws -> Rattrapage {
    let evaluation = try travail.evaluation(evaluation)
    let lieu = try travail.promotion(evaluation.promotion).lieu
    let permis = try travail.exiger(.autoriserUneAbsence, lieu)
    try travail.verifierLInscription(etudiant, evaluation)
    guard !motif.isEmpty else { throw Refus.etat(.motifManquant) }
    guard !evaluation.verrouillee else { throw Refus.etat(.evaluationVerrouillee) }
    let rattrapage = try travail.repondre(
      .refuse(motif: motif),
      evaluation,
      etudiant,
      permis,
      Self.nom,
    )
    try neutraliser(evaluation, permis, travail)
    return rattrapage
  }

  /// The mark says so too: what results count is the grid.
  private func neutraliser(
    _ evaluation: EvaluationDeModule,
    _ permis: Permis,
    _ travail: Travail,
  ) throws {
    let actuelle = try travail.registre.note(evaluation.id, etudiant)
    let note = NoteInscrite(
      evaluation: evaluation.id,
      etudiant: etudiant,
      entree: .sansRattrapage(motif: motif),
      version: (actuelle?.note.version ?? 0) + 1,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.note, evaluation.id, etudiant),
      sujet: etudiant,
      avant: actuelle?.note.entree.faits,
      apres: note.entree.faits,
      motif: motif,
    )
    guard try travail.registre.ecrire(note, ecriture) else {
      throw try travail.conflit(
        Objet(.note, evaluation.id, etudiant),
        actuelle?.note.entree.faits ?? ["note": .vide],
        note.entree.faits,
        note.version - 1,
      )
    }
  }
}

extension Travail {
  /// Whether a student was justified at a test: what the roll or the grid says.
  func donneDroitAUnRattrapage(
    _ evaluation: EvaluationDeModule,
    _ etudiant: Identifiant<Etudiant>,
  ) throws -> Bool {
    let itiDeDroit =
      try reglages(promotion(evaluation.promotion))?.choisit(.rattrapageITI, "droit") ?? false
    switch try registre.note(evaluation.id, etudiant)?.note.entree {
    case .absenceJustifiee: return true
    case .indisponibilite: return itiDeDroit
    case .note, .rattrapee, .sansRattrapage, .excuse, .sansObjet, .nulle: return false
    case nil, .enAttente, .absenceInjustifiee: break
    }
    let seances = Set(
      try registre.seances(evaluation.promotion).filter { $0.evaluation == evaluation.id }
        .map(\.id)
    )
    return try registre.presences(etudiant: etudiant).contains { situee in
      guard seances.contains(situee.presence.seance), situee.presence.estUneAbsence else {
        return false
      }
      switch situee.presence.justification {
      case .abj: return true
      case .iti: return itiDeDroit
      case .aucune: return false
      }
    }
  }

  /// Writes the answer over the request, or where nobody asked.
  fileprivate func repondre(
    _ etat: Rattrapage.Etat,
    _ evaluation: EvaluationDeModule,
    _ etudiant: Identifiant<Etudiant>,
    _ permis: Permis,
    _ nom: String,
  ) throws -> Rattrapage {
    let avant = try registre.rattrapages(etudiant: etudiant).first {
      $0.evaluation == evaluation.id
    }
    if case .refuse? = avant?.etat { throw Refus.etat(.rattrapageDecide) }
    var apres =
      avant
      ?? Rattrapage(
        evaluation: evaluation.id,
        etudiant: etudiant,
        demande: moment.instant,
        etat: etat,
        version: 1,
      )
    apres.etat = etat
    let objet = Objet(.rattrapage, evaluation.id, etudiant)
    let ecriture = try inscrire(
      nom,
      permis,
      objet,
      sujet: etudiant,
      avant: avant?.faits,
      apres: apres.faits,
    )
    guard let avant else {
      try registre.ajouter(apres, ecriture)
      return apres
    }
    guard try registre.remplacer(apres, ecriture) else {
      throw try conflit(objet, avant.faits, apres.faits, avant.version)
    }
    apres.version += 1
    return apres
  }
}
