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
    public let decidee: Proposition
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
    let etudiants = Dictionary(
      uniqueKeysWithValues: try travail.registre.etudiants(promotion.id).map { ($0.id, $0) }
    )
    let scelles = try travail.rejouer(cloture).compactMap { rejoue -> ScelleVerifie? in
      guard let etudiant = etudiants[rejoue.scelle.etudiant] else { return nil }
      let proposition = try travail.formats.proposition(
        rejoue.dossier,
        rejoue.reglement,
        profil: cloture.profil,
      )
      return ScelleVerifie(
        etudiant: etudiant.nomme,
        scelle: rejoue.scelle,
        empreinte: travail.registre.empreinte(rejoue.scelle.canonique),
        seRejoue: proposition == rejoue.scelle.proposition,
        decidee: rejoue.decidee,
      )
    }.parNom(\.etudiant)
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
