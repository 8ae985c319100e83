public import Scolarite

/// The exams of a session 2, with who chooses each and what the règlement says of its mark.
public struct VoirLesEpreuvesDeSession2: Question {
  public static let nom = "voir-les-epreuves-de-session-2"
  public let campagne: Identifiant<Campagne>

  public struct Fiche: Sendable {
    public let epreuve: EpreuveDeSession2
    public let competence: String
    public let modules: [(code: String, titre: String)]
    /// The modules whose mark the exam of another UE gives.
    public let pris: [String: CodeUE]
    public let responsables: [Utilisateur]
    /// Whether the best of both marks is kept: as the descriptor of the UE says (R0.10).
    public let meilleure: Bool
    /// For how many students the UE is open, once it is known.
    public let admissibles: Int?
    public let choisit: Bool
  }

  public struct Tableau: Sendable {
    public let session: SessionDeRattrapage
    public let promotion: Promotion
    public let fiches: [Fiche]
    public let conduit: Bool
    public let calendrierPublie: Jour?
  }

  public init(_ campagne: Identifiant<Campagne>) {
    self.campagne = campagne
  }

  public func executer(_ travail: Travail) throws -> Tableau {
    let session = try travail.sessionDeRattrapage(campagne)
    let promotion = try travail.promotion(session.promotion)
    let conduit = travail.peut(.gererLesCampagnes, promotion.lieu)
    guard conduit || travail.peut(.choisirUneEpreuve, dansUnModuleDe: promotion) else {
      throw Refus.interdit(.choisirUneEpreuve)
    }
    let contexte = Contexte(
      programme: try travail.programme(promotion),
      reglages: try travail.reglement(promotion).reglages(promotion.annee),
      competences: try travail.competences(promotion),
      titres: Dictionary(
        try travail.modules(promotion).map { ($0.code, $0.titre) },
        uniquingKeysWith: { premier, _ in premier },
      ),
      responsables: try travail.responsables(promotion),
      parUE: session.publicationSession1 == nil
        ? nil
        : Dictionary(
          grouping: try travail.registre.admissibles(campagne).values.flatMap(\.self),
          by: \.self,
        ).mapValues(\.count),
    )
    let siennes = try travail.uesChoisies(promotion)
    let epreuves = try travail.registre.epreuvesDeSession2(campagne)
    return Tableau(
      session: session,
      promotion: promotion,
      fiches: epreuves.map { epreuve in
        contexte.fiche(epreuve, parmi: epreuves, choisit: siennes.contains(epreuve.ue))
      }.filter { conduit || $0.choisit },
      conduit: conduit,
      calendrierPublie: try travail.registre.etapesDeSession2(campagne)[.calendrier],
    )
  }

  private struct Contexte {
    let programme: Programme
    let reglages: Reglages
    let competences: [CodeUE: String]
    let titres: [String: String]
    let responsables: [CodeUE: [Utilisateur]]
    let parUE: [CodeUE: Int]?

    func fiche(
      _ epreuve: EpreuveDeSession2,
      parmi epreuves: [EpreuveDeSession2],
      choisit: Bool,
    ) -> Fiche {
      let ue = epreuve.ue
      return Fiche(
        epreuve: epreuve,
        competence: competences[ue] ?? "",
        modules: (programme.ue(ue)?.modules ?? []).map {
          ($0.code.canonique, titres[$0.code.canonique] ?? "")
        },
        pris: epreuves.modulesPris(saufPar: epreuve.id),
        responsables: responsables[ue] ?? [],
        meilleure: reglages.choisit(.modeNoteSession2, "meilleure", ue: ue),
        admissibles: parUE.map { $0[ue] ?? 0 },
        choisit: choisit,
      )
    }
  }
}
