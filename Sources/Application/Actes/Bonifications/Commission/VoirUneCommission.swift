public import Scolarite

/// A session with the files that it examines, side by side.
public struct VoirUneCommission: Question {
  public static let nom = "voir-une-commission"
  public let commission: Identifiant<CommissionDesBonifications>

  /// The session, its files and what it lacks.
  public struct Seance: Sendable {
    public let commission: CommissionDesBonifications
    public let departements: [Departement]
    /// By department, then by name.
    public let dossiers: [Dossier]
    /// What the composition lacks to be that of the règlement.
    public let manques: [String]

    /// The requests without a decision of this session.
    public var restants: Int { dossiers.count { $0.lu.demande.decision == nil } }
  }

  /// A file and what may still be given for it.
  public struct Dossier: Sendable {
    public let lu: DossierDEngagement
    /// `nil` once the session is closed.
    public let reste: Fraction?
  }

  public init(_ commission: Identifiant<CommissionDesBonifications>) {
    self.commission = commission
  }

  public func executer(_ travail: Travail) throws -> Seance {
    _ = try travail.exiger(.bonifierLEngagement, .etablissement)
    let commission = try travail.commission(commission)
    let demandes = try travail.registre.engagements(annee: commission.annee).filter { demande in
      commission.close == nil
        ? demande.estOuverte : demande.decision?.commission == commission.id
    }
    let dossiers = try demandes.map { demande in
      let lu = try travail.dossier(demande)
      let reste = demande.estOuverte ? try travail.reste(pour: demande, lu.promotion) : nil
      return Dossier(lu: lu, reste: reste)
    }
    return Seance(
      commission: commission,
      departements: try travail.registre.departements(),
      dossiers: dossiers.parNom(\.lu.etudiant),
      manques: commission.manques(try travail.departements(de: demandes)),
    )
  }
}
