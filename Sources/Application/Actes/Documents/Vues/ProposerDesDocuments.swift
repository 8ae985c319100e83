public import Scolarite

/// What a student may be given for a year, kind by kind, and why not the rest; nothing is handed
/// over.
public struct ProposerDesDocuments: Question {
  public static let nom = "proposer-des-documents"
  public let etudiant: Identifiant<Etudiant>
  public let promotion: Identifiant<Promotion>

  /// A document that may be asked for.
  public struct Propose: Sendable {
    public let demande: DemandeDeDocuments
    /// The jury whose letter it is.
    public let jury: SessionDeJury?
    /// The request that it answers.
    public let engagement: DemandeDEngagement?
    /// The UE that a letter of session 2 is about.
    public let ues: [CodeUE]
    public let issue: Issue
  }

  /// Whether it would be printed.
  public enum Issue: Sendable {
    /// With the one that says the same, where it was handed over already.
    case pret(DocumentEmis?)
    case ecarte(RaisonDEcart)
    /// Nothing can be drawn up for anybody of the promotion.
    case impossible(Etat)
  }

  public init(_ etudiant: Identifiant<Etudiant>, _ promotion: Identifiant<Promotion>) {
    self.etudiant = etudiant
    self.promotion = promotion
  }

  public func executer(_ travail: Travail) throws -> [Propose] {
    let promotion = try travail.promotion(promotion)
    _ = try travail.exiger(.editerLesDocuments, promotion.lieu.etudiant(etudiant))
    let siens = try NatureDeDocument.individuelles(promotion.anneeBUT).map { nature in
      try propose(nature, sur: .promotion(promotion.id), jury: nil, travail)
    }
    let lettres = try travail.registre.jurys(promotion.id).filter(\.close)
      .map { try propose(.lettreDeDecision, sur: .jury($0.id), jury: $0, travail) }
      .filter { lettre in
        if case .ecarte(.sansJury) = lettre.issue { false } else { true }
      }
    let decides = try travail.registre.engagements(etudiant: etudiant).filter { demande in
      guard case .decidee = demande.etat else { return false }
      return demande.promotion == promotion.id
    }
    return siens + lettres
      + (try decides.map {
        try propose(
          .decisionDeBonification,
          sur: .engagement($0.id),
          jury: nil,
          engagement: $0,
          travail,
        )
      }) + (try lettresDeSession2(promotion, travail))
  }

  /// Those that can be drawn up: the answer that was received, then what was decided.
  private func lettresDeSession2(_ promotion: Promotion, _ travail: Travail) throws -> [Propose] {
    let sessions = try travail.registre.sessionsDeRattrapage(promotion.id).map(\.campagne)
    var proposes: [Propose] = []
    for campagne in sessions {
      for nature in [NatureDeDocument.accuseDeSession2, .amenagementsDeSession2] {
        proposes.append(try propose(nature, sur: .session2(campagne, nil), jury: nil, travail))
      }
    }
    for tardive in try travail.registre.inscriptionsTardives(etudiant: etudiant)
    where sessions.contains(tardive.campagne) {
      proposes.append(
        try propose(
          .decisionDInscriptionTardive,
          sur: .inscriptionTardive(tardive.id),
          jury: nil,
          ues: tardive.ues,
          travail,
        )
      )
    }
    for consultation in try travail.registre.consultationsDeCopie(etudiant: etudiant)
    where sessions.contains(consultation.campagne) {
      let ue = try travail.epreuveDeSession2(consultation.epreuve).ue
      for nature in [NatureDeDocument.convocationAConsulter, .reponseAContestation] {
        proposes.append(
          try propose(
            nature,
            sur: .consultationDeCopie(consultation.id),
            jury: nil,
            ues: [ue],
            travail,
          )
        )
      }
    }
    return proposes.filter { propose in
      if case .pret = propose.issue { true } else { false }
    }
  }

  private func propose(
    _ nature: NatureDeDocument,
    sur cible: DemandeDeDocuments.Cible,
    jury: SessionDeJury?,
    engagement: DemandeDEngagement? = nil,
    ues: [CodeUE] = [],
    _ travail: Travail,
  ) throws -> Propose {
    let demande = DemandeDeDocuments(nature, sur: cible, etudiants: [etudiant])
    return Propose(
      demande: demande,
      jury: jury,
      engagement: engagement,
      ues: ues,
      issue: try issue(demande, travail),
    )
  }

  private func issue(_ demande: DemandeDeDocuments, _ travail: Travail) throws -> Issue {
    do {
      let composes = try ComposerDesDocuments(demande).executer(travail)
      if let ecarte = composes.ecartes.first { return .ecarte(ecarte.raison) }
      guard let document = composes.documents.first else { return .ecarte(.sansJury) }
      return .pret(document.emis)
    } catch Refus.etat(let etat) {
      return .impossible(etat)
    }
  }
}
