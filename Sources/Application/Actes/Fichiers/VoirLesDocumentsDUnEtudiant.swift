public import Scolarite

/// The documents that stand in the record of a student, as far as the person may read them.
public struct VoirLesDocumentsDUnEtudiant: Question {
  public static let nom = "voir-les-documents-d-un-etudiant"
  public let etudiant: Identifiant<Etudiant>

  /// A document and what it was given for.
  public struct Document: Hashable, Sendable {
    public let fichier: String
    public let depose: Instant
    public let raison: Raison
  }

  /// What a document was given for.
  public enum Raison: Hashable, Sendable {
    case justificatif(Justificatif)
    case demande(Demande, Campagne)
    case redoublement(ProcedureDeRedoublement)
    case engagement(DemandeDEngagement, PieceDEngagement)
    case amenagement(DemandeDAmenagement)
    case tardive(InscriptionTardive)
  }

  public init(_ etudiant: Identifiant<Etudiant>) {
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> [Document] {
    let lieux = try travail.lieux(de: etudiant)
    let siens = travail.peut(.deposerUnJustificatif, Lieu(etudiant: etudiant))
    let traite = lieux.contains { travail.peut(.traiterLesJustificatifs, $0) }
    let gere = lieux.contains { travail.peut(.gererLesCampagnes, $0) }
    guard siens || traite || gere else { throw Refus.interdit(.traiterLesJustificatifs) }
    var documents: [Document] = []
    let justificatifs =
      siens
      ? try travail.registre.justificatifs(etudiant: etudiant)
      : try travail.justificatifs(de: etudiant, .traiterLesJustificatifs)
    for justificatif in justificatifs {
      guard let fichier = justificatif.fichier else { continue }
      documents.append(
        Document(
          fichier: fichier,
          depose: justificatif.depose,
          raison: .justificatif(justificatif),
        )
      )
    }
    for demande in try travail.registre.demandes(etudiant: etudiant) {
      guard let fichier = demande.fichier,
        let campagne = try travail.registre.campagne(demande.campagne)
      else { continue }
      let gere = lieux.contains {
        $0.promotion == campagne.promotion && travail.peut(.gererLesCampagnes, $0)
      }
      guard siens || gere else { continue }
      documents.append(
        Document(fichier: fichier, depose: demande.depose, raison: .demande(demande, campagne))
      )
    }
    for procedure in try travail.registre.redoublements(etudiant: etudiant) {
      guard let fichier = procedure.fichier else { continue }
      let traite = lieux.contains { lieu in
        lieu.promotion == procedure.promotion
          && Travail.voientLesRedoublements.contains { travail.peut($0, lieu.sansEtudiant) }
      }
      guard siens || traite else { continue }
      documents.append(
        Document(fichier: fichier, depose: procedure.depose, raison: .redoublement(procedure))
      )
    }
    documents += try engagements(travail, siens: siens, lieux)
    documents += try amenagements(travail, siens: siens)
    documents += try tardives(travail, siens: siens, lieux)
    return documents.sorted { $1.depose.rangs < $0.depose.rangs }
  }

  private func tardives(_ travail: Travail, siens: Bool, _ lieux: [Lieu]) throws -> [Document] {
    try travail.registre.inscriptionsTardives(etudiant: etudiant).compactMap { demande in
      guard let fichier = demande.fichier,
        let session = try travail.registre.sessionDeRattrapage(demande.campagne)
      else { return nil }
      let traite = lieux.contains { lieu in
        lieu.promotion == session.promotion
          && (travail.peut(.gererLesCampagnes, lieu) || travail.peut(.deciderEnSession2, lieu))
      }
      guard siens || traite else { return nil }
      return Document(fichier: fichier, depose: demande.depose, raison: .tardive(demande))
    }
  }

  private func engagements(_ travail: Travail, siens: Bool, _ lieux: [Lieu]) throws -> [Document] {
    try travail.registre.engagements(etudiant: etudiant).filter { demande in
      siens
        || lieux.contains { lieu in
          lieu.promotion == demande.promotion
            && Travail.voientLesEngagements.contains { travail.peut($0, lieu.sansEtudiant) }
        }
    }.flatMap { demande in
      demande.pieces.map { piece in
        Document(
          fichier: piece.fichier,
          depose: demande.depose,
          raison: .engagement(demande.montree, piece),
        )
      }
    }
  }

  private func amenagements(_ travail: Travail, siens: Bool) throws -> [Document] {
    try travail.registre.demandesDAmenagement(etudiant: etudiant).compactMap { demande in
      guard let fichier = demande.fichier,
        try siens
          || travail.peut(
            demande.situation.droit,
            travail.promotion(demande.promotion).lieu,
          )
      else { return nil }
      return Document(fichier: fichier, depose: demande.depose, raison: .amenagement(demande))
    }
  }
}
