public import Scolarite

/// Enters what stands for a student at a test.
///
/// The version that was read comes with it: when somebody else wrote in between, nothing is written
/// and the conflict shows both entries.
public struct SaisirUneNote: Acte {
  public static let nom = "saisir-une-note"
  public let evaluation: Identifiant<EvaluationDeModule>
  public let etudiant: Identifiant<Etudiant>
  public let entree: Entree
  /// The version that was read; 0 where nothing stood.
  public let version: Int64
  /// Why; required once the evaluation is published.
  public let motif: String?

  public init(
    evaluation: Identifiant<EvaluationDeModule>,
    etudiant: Identifiant<Etudiant>,
    entree: Entree,
    version: Int64,
    motif: String? = nil,
  ) {
    self.evaluation = evaluation
    self.etudiant = etudiant
    self.entree = entree
    self.version = version
    self.motif = motif
  }

  public func executer(_ travail: Travail) throws -> NoteInscrite {
    let evaluation = try travail.evaluation(evaluation)
    let permis = try travail.exiger(.saisirLesNotes, travail.lieu(de: evaluation))
    guard !evaluation.verrouillee else { throw Refus.etat(.evaluationVerrouillee) }
    try evaluation.verifier(entree)
    try travail.verifierLInscription(etudiant, evaluation)
    let actuelle = try travail.registre.note(evaluation.id, etudiant)
    guard version == actuelle?.note.version ?? 0 else {
      throw try conflit(actuelle, travail)
    }
    if actuelle == nil { try travail.verifierLaPresence(etudiant, evaluation, entree) }
    if evaluation.publiee, actuelle != nil, motif ?? "" == "" {
      throw Refus.etat(.motifManquant)
    }
    let note = NoteInscrite(
      evaluation: evaluation.id,
      etudiant: etudiant,
      entree: entree,
      version: version + 1,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.note, evaluation.id, etudiant),
      sujet: etudiant,
      avant: actuelle?.note.entree.faits,
      apres: entree.faits,
      motif: motif,
    )
    guard try travail.registre.ecrire(note, ecriture) else {
      throw try conflit(travail.registre.note(evaluation.id, etudiant), travail)
    }
    return note
  }

  private func conflit(_ actuelle: NoteSignee?, _ travail: Travail) throws -> Refus {
    .conflit(
      Refus.Conflit(
        objet: Objet(.note, evaluation, etudiant).nom,
        actuelle: actuelle?.note.entree.mot ?? "aucune note",
        proposee: entree.mot,
        auteur: try travail.nom(actuelle?.auteur),
        horodatage: actuelle?.horodatage ?? travail.moment.horodatage,
        version: actuelle?.note.version ?? 0,
      )
    )
  }
}

extension EvaluationDeModule {
  /// A mark is out of the scale of the test, and words are those that a test takes.
  func verifier(_ entree: Entree) throws(Refus) {
    switch entree {
    case .note(let note), .rattrapee(let note):
      guard note.bareme == bareme else {
        throw .donnees([.init("barème", .horsBornes(vu: "\(note)", bornes: "sur \(bareme)"))])
      }
    case .sansRattrapage(let motif):
      guard !motif.isEmpty else { throw .etat(.motifManquant) }
    case .sansObjet(let mot):
      guard mot == "DEM" || mot == "DEF" else {
        throw .donnees([.init("note", .inconnue(vu: mot))])
      }
    case .absenceInjustifiee, .excuse, .enAttente, .absenceJustifiee, .indisponibilite, .nulle:
      return
    }
  }
}

extension Entree {
  /// What the journal keeps of an entry.
  var faits: Faits {
    guard case .sansRattrapage(let motif) = self else { return ["note": .texte(mot)] }
    return ["note": .texte(mot), "motif": .texte(motif)]
  }
}

extension Inscription {
  /// Whether something may be entered at a test: after the student left, only that it has no object.
  func admet(_ entree: Entree, _ evaluation: EvaluationDeModule) -> Bool {
    guard let fin, let date = evaluation.date, date > fin.jour else { return true }
    if case .sansObjet = entree { return true }
    return false
  }
}

extension Travail {
  /// The student must not have left before the day of the test.
  fileprivate func verifierLaPresence(
    _ etudiant: Identifiant<Etudiant>,
    _ evaluation: EvaluationDeModule,
    _ entree: Entree,
  ) throws {
    for inscription in try registre.inscriptions(etudiant: etudiant) {
      guard inscription.promotion == evaluation.promotion, let fin = inscription.fin else {
        continue
      }
      guard inscription.admet(entree, evaluation) else {
        throw Refus.etat(.inscriptionTerminee(fin.jour))
      }
    }
  }

  /// The test, or a refusal that it is not known.
  public func evaluation(_ id: Identifiant<EvaluationDeModule>) throws -> EvaluationDeModule {
    guard let evaluation = try registre.evaluation(id) else { throw Refus.inconnu(.evaluation) }
    return evaluation
  }

  /// Where a test stands.
  public func lieu(de evaluation: EvaluationDeModule) throws -> Lieu {
    try promotion(evaluation.promotion).lieu.module(evaluation.module)
  }

  /// The student must be enrolled in the promotion, and in one of the groups of the test.
  func verifierLInscription(_ etudiant: Identifiant<Etudiant>, _ evaluation: EvaluationDeModule)
    throws
  {
    let inscrit = try registre.inscriptions(etudiant: etudiant).contains {
      $0.promotion == evaluation.promotion
    }
    guard inscrit else { throw Refus.etat(.etudiantNonInscrit) }
    guard !evaluation.groupes.isEmpty else { return }
    let membre = try registre.groupes(etudiant: etudiant).contains(
      where: evaluation.groupes.contains
    )
    guard membre else { throw Refus.etat(.etudiantNonInscrit) }
  }
}
