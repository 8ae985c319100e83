public import Scolarite

/// Verifies what a jury sealed: the digests hold, and the sealed facts under the sealed règlement
/// still give the sealed proposals.
public struct VerifierUnJury: Question {
  public static let nom = "verifier-un-jury"
  public let jury: Identifiant<SessionDeJury>

  /// What came of it.
  public struct Verification: Sendable {
    public let promotion: Promotion
    public let cloture: ClotureDeJury
    /// The digest of the closing.
    public let empreinte: String
    public let scelles: [ScelleVerifie]
    /// Those whose facts have changed since, with what changed.
    public let perimes: [(etudiant: Identifiant<Etudiant>, differences: [String])]
    /// Whether the person may open a deliberation that puts an error right.
    public let peutRectifier: Bool
  }

  /// A seal that was checked; its digest holds, or the register would not give it.
  public struct ScelleVerifie: Sendable {
    public let etudiant: Etudiant
    public let scelle: Scelle
    public let empreinte: String
    /// Whether the proposal computed again is the one that was sealed.
    public let seRejoue: Bool
    /// What the rules give with what the jury decided.
    public let decidee: Proposition?
  }

  public init(_ jury: Identifiant<SessionDeJury>) {
    self.jury = jury
  }

  public func executer(_ travail: Travail) throws -> Verification {
    let session = try travail.jury(jury)
    let promotion = try travail.promotion(session.promotion)
    _ = try travail.exiger(.voirLesDecisions, promotion.lieu)
    _ = try travail.exiger(.voirLesNotes, promotion.lieu)
    guard let cloture = try travail.registre.cloture(jury) else { throw Refus.etat(.juryOuvert) }
    let perimes = try ScellesPerimes(promotion.id).executer(travail).filter { $0.jury == jury }
    let personnes = Dictionary(
      uniqueKeysWithValues: try travail.registre.etudiants(promotion.id).map { ($0.id, $0.nomme) }
    )
    let scelles = try travail.registre.scelles(jury).compactMap { scelle in
      try personnes[scelle.etudiant].map { try travail.rejouer(scelle, $0, cloture) }
    }.sorted { ($0.etudiant.rangement, $0.etudiant.id) < ($1.etudiant.rangement, $1.etudiant.id) }
    return Verification(
      promotion: promotion,
      cloture: cloture,
      empreinte: travail.registre.empreinte(cloture.canonique),
      scelles: scelles,
      perimes: try perimes.map { perime in
        (
          perime.etudiant,
          try travail.formats.differences(perime.scelles, perime.presents),
        )
      },
      peutRectifier: travail.peut(.cloreUnJury, promotion.lieu),
    )
  }
}

extension Travail {
  /// Deliberates again what was sealed for a student.
  fileprivate func rejouer(_ scelle: Scelle, _ etudiant: Etudiant, _ cloture: ClotureDeJury) throws
    -> VerifierUnJury.ScelleVerifie
  {
    let (dossier, reglement) = try formats.dossier(
      scelle.dossier,
      sous: cloture.reglement,
      anterieurs: cloture.anterieurs,
    )
    let rejouee = try formats.proposition(dossier, reglement, profil: cloture.profil)
    let projet = ProjetDeDecision(
      jury: cloture.session.id,
      etudiant: scelle.etudiant,
      decisions: scelle.decisions,
      version: 1,
    )
    return VerifierUnJury.ScelleVerifie(
      etudiant: etudiant,
      scelle: scelle,
      empreinte: registre.empreinte(scelle.canonique),
      seRejoue: rejouee == scelle.proposition,
      decidee: dossier.avec(projet, cloture.session).proposition(reglement),
    )
  }
}
