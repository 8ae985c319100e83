public import Scolarite

/// What somebody wants on paper.
public struct DemandeDeDocuments: Hashable, Sendable {
  public let nature: NatureDeDocument
  public let sur: Cible
  /// Those whom it is about; `nil` for all.
  public let etudiants: Set<Identifiant<Etudiant>>?

  /// What the documents are drawn from.
  public enum Cible: Hashable, Sendable {
    case promotion(Identifiant<Promotion>)
    case jury(Identifiant<SessionDeJury>)
    case evaluation(Identifiant<EvaluationDeModule>)
    case seance(Identifiant<Seance>)
    case annee(AnneeUniversitaire)
    case incident(Identifiant<Incident>)
    /// The published calendar of a session 2, or one of its exams.
    case session2(Identifiant<Campagne>, CleDEpreuve?)
    case sessionBTS(Identifiant<SessionBTS>)
    case engagement(Identifiant<DemandeDEngagement>)
    case commission(Identifiant<CommissionDesBonifications>)
    case consultationDeCopie(Identifiant<ConsultationDeCopie>)
    case inscriptionTardive(Identifiant<InscriptionTardive>)
  }

  public init(
    _ nature: NatureDeDocument,
    sur cible: Cible,
    etudiants: Set<Identifiant<Etudiant>>? = nil,
  ) {
    self.nature = nature
    sur = cible
    self.etudiants = etudiants
  }

  /// The one student whom it is about, where there is one.
  var seul: Identifiant<Etudiant>? { etudiants?.count == 1 ? etudiants?.first : nil }
}

/// What would be printed, and what cannot be.
public struct DocumentsComposes: Sendable {
  public let demande: DemandeDeDocuments
  /// `nil` for what concerns the whole establishment.
  public let promotion: Promotion?
  /// « Relevé de notes provisoire, MMI 1, 2025-2026 ».
  public let titre: String
  /// By name.
  public let documents: [DocumentCompose]
  /// Those who get none, by name.
  public let ecartes: [Ecarte]

  /// Somebody who gets no document, and why.
  public struct Ecarte: Hashable, Sendable {
    public let etudiant: Etudiant
    public let raison: RaisonDEcart
  }
}

/// Why a student gets no document.
public enum RaisonDEcart: Hashable, Sendable {
  /// A disciplinary procedure is pending since that day (R1.5.9).
  case retenu(depuis: Jour)
  /// No jury that is closed has decided.
  case sansJury
  /// The year is not validated: its code.
  case anneeNonValidee(String?)
  case sansDiplome(DiplomeAttribue)
  case sansRefus
  /// A later deliberation, on that day, took the place of what the jury had decided.
  case rectifie(le: Jour)
  case sansEpreuve
  /// The procedure has not come to it.
  case sansProcedure
  /// Only a number remains of the person.
  case efface
}

/// A document that is ready, but for its code.
public struct DocumentCompose: Sendable {
  /// `nil` where it is not about one student.
  public let etudiant: Etudiant?
  public let nature: NatureDeDocument
  let promotion: Identifiant<Promotion>?
  let objet: String
  let contenu: ContenuDeDocument
  let cadre: CadreCompose
  /// The digest of what it says.
  let empreinte: String
  /// The one that was handed over and says the same; `nil` where it would be a new one.
  public let emis: DocumentEmis?
  /// The one that was handed over and says something else, whose place it would take.
  public let remplace: DocumentEmis?

  /// The document under its code.
  func imprimable(_ emis: DocumentEmis, adresse: String) -> DocumentAImprimer {
    DocumentAImprimer(
      nature: nature,
      date: emis.date,
      cadre: cadre.cadre(le: emis.date),
      contenu: contenu,
      verification: VerificationDeDocument(
        code: emis.code,
        adresse: adresse.isEmpty ? "" : "\(adresse)/verifier/\(emis.code)",
      ),
    )
  }
}
