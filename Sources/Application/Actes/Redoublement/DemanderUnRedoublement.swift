public import Scolarite

/// Asks to repeat semesters: the student, or the secretariat for them.
public struct DemanderUnRedoublement: Acte {
  public static let nom = "demander-un-redoublement"
  public let promotion: Identifiant<Promotion>
  public let etudiant: Identifiant<Etudiant>
  public let semestres: [NumeroSemestre]
  /// Semesters repeated elsewhere, before the years that the register knows.
  public let anterieurs: [NumeroSemestre]
  public let motif: String
  public let auditionDemandee: Bool
  /// The document, by its digest.
  public let fichier: String?

  public init(
    promotion: Identifiant<Promotion>,
    etudiant: Identifiant<Etudiant>,
    semestres: [NumeroSemestre],
    anterieurs: [NumeroSemestre] = [],
    motif: String,
    auditionDemandee: Bool = false,
    fichier: String? = nil,
  ) {
    self.promotion = promotion
    self.etudiant = etudiant
    self.semestres = semestres
    self.anterieurs = anterieurs
    self.motif = motif
    self.auditionDemandee = auditionDemandee
    self.fichier = fichier
  }

  public func executer(_ travail: Travail) throws -> ProcedureDeRedoublement {
    let promotion = try travail.promotion(promotion)
    let permis = try travail.exiger(.deposerUneDemande, promotion.lieu.etudiant(etudiant))
    try travail.verifierLInscription(etudiant, dans: promotion.id)
    try verifier(promotion, travail)
    let ancienne = try travail.registre.redoublements(etudiant: etudiant)
      .first { $0.promotion == promotion.id }
    if let ancienne, ancienne.retiree == nil { throw Refus.etat(.redoublementDejaDemande) }
    let procedure = ProcedureDeRedoublement(
      id: try ancienne?.id ?? travail.registre.nouvelIdentifiant(),
      promotion: promotion.id,
      etudiant: etudiant,
      semestres: Set(semestres).sorted(),
      anterieurs: Set(anterieurs).sorted(),
      motif: motif,
      fichier: fichier,
      depose: travail.moment.instant,
      audition: .init(demandee: auditionDemandee),
      version: ancienne?.version ?? 1,
    )
    guard let ancienne else {
      let ecriture = try travail.inscrire(
        Self.nom,
        permis,
        Objet(.redoublement, procedure.id),
        sujet: etudiant,
        apres: procedure.faits,
      )
      try travail.registre.ajouter(procedure, ecriture)
      return procedure
    }
    return try travail.remplacer(ancienne, procedure, Self.nom, permis)
  }

  private func verifier(_ promotion: Promotion, _ travail: Travail) throws {
    guard !motif.isEmpty else { throw Refus.donnees([.init("motif", .absente)]) }
    guard !semestres.isEmpty else { throw Refus.donnees([.init("semestres", .absente)]) }
    let suivis = try travail.registre.inscriptions(etudiant: etudiant)
      .first { $0.promotion == promotion.id }?.semestres
    for semestre in semestres where suivis?.contains(semestre) != true {
      throw Refus.etat(.semestreEtranger(semestre))
    }
    try travail.verifierLeFichier(fichier, etudiant)
  }
}

/// Gives the document of a request, or another in its place.
public struct JoindreUnePieceAuRedoublement: Acte {
  public static let nom = "joindre-une-piece-au-redoublement"
  public let procedure: Identifiant<ProcedureDeRedoublement>
  /// By its digest.
  public let fichier: String
  /// The version that was read.
  public let version: Int64

  public init(
    _ procedure: Identifiant<ProcedureDeRedoublement>,
    fichier: String,
    version: Int64,
  ) {
    self.procedure = procedure
    self.fichier = fichier
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> ProcedureDeRedoublement {
    let acte = ActeDeRedoublement(procedure, version, Self.nom, .deposerUneDemande)
    return try acte.executer(travail) { apres in
      try travail.verifierLeFichier(fichier, apres.etudiant)
      apres.fichier = fichier
    }
  }
}

/// Gives a request up, before it was decided.
public struct RetirerUneDemandeDeRedoublement: Acte {
  public static let nom = "retirer-une-demande-de-redoublement"
  public let procedure: Identifiant<ProcedureDeRedoublement>
  /// The version that was read.
  public let version: Int64

  public init(_ procedure: Identifiant<ProcedureDeRedoublement>, version: Int64) {
    self.procedure = procedure
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> ProcedureDeRedoublement {
    let acte = ActeDeRedoublement(procedure, version, Self.nom, .deposerUneDemande)
    return try acte.executer(travail) { $0.retiree = travail.moment.jour }
  }
}

/// Asks to be heard before the request is decided.
public struct DemanderUneAudition: Acte {
  public static let nom = "demander-une-audition"
  public let procedure: Identifiant<ProcedureDeRedoublement>
  /// The version that was read.
  public let version: Int64

  public init(_ procedure: Identifiant<ProcedureDeRedoublement>, version: Int64) {
    self.procedure = procedure
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> ProcedureDeRedoublement {
    let acte = ActeDeRedoublement(procedure, version, Self.nom, .deposerUneDemande)
    return try acte.executer(travail) { apres in
      let audition = apres.audition
      apres.audition = .init(
        demandee: true,
        date: audition.date,
        devant: audition.devant,
        tenue: audition.tenue,
      )
    }
  }
}
