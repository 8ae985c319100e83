import Actes
import Scolarite
import Testing

extension TerrainDesRoutes {
  /// A request for engagement, one for arrangements, a bonus for sport and a session; another test may
  /// have made them.
  static func bonifier(
    _ etudiant: Identifiant<Etudiant>,
    _ promotion: Promotion,
    _ fichier: String,
    _ essai: SiteDEssai,
    _ valeurs: inout [String: String],
  ) async throws {
    let (debut, fin) = (Jour(ouvrant: promotion.annee), Jour(cloturant: promotion.annee))
    let campagne = try await essai.faire(
      OuvrirUneCampagne(
        promotion: promotion.id,
        nature: .bonus,
        intitule: "Engagement",
        ouverture: try #require(Instant("\(debut)T08:00")),
        cloture: try #require(Instant("\(fin)T08:00")),
      )
    )
    _ = try? await essai.faire(
      DeposerUnEngagement(
        campagne: campagne.id,
        etudiant: etudiant,
        .init(
          type: .eluInstitut,
          activite: "Conseil d’institut",
          organisme: "IUT",
          description: "Chaque mois.",
          du: debut,
          au: fin,
        ),
        pieces: [
          .init(.engagement, par: .organisme, fichier: fichier),
          .init(.assiduite, par: .organisme, fichier: fichier),
        ],
      )
    )
    _ = try? await essai.faire(
      AttribuerUnBonus(
        promotion: promotion.id,
        etudiant: etudiant,
        nature: .sport(.seances(20)),
        date: debut,
        motif: "liste du service des sports",
      )
    )
    _ = try? await essai.faire(
      ReunirUneCommission(promotion.annee, le: fin, lieu: "Amphi")
    )
    valeurs["demande"] = try await essai.faire(
      DemanderUnAmenagement(
        promotion: promotion.id,
        etudiant: etudiant,
        .vieActive,
        texte: "Je travaille le matin.",
        souhaits: [.emploiDuTemps],
      )
    ).id.description
    let lus = try await essai.lire { registre in
      (
        try registre.engagements(etudiant: etudiant).first?.id,
        try registre.bonus(etudiant: etudiant).first(where: \.estDuSport)?.id,
        try registre.commissions().first?.id,
      )
    }
    valeurs["engagement"] = try #require(lus.0).description
    valeurs["bonus"] = try #require(lus.1).description
    valeurs["commission"] = try #require(lus.2).description
  }
}
