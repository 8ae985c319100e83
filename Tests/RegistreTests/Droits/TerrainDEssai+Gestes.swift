import Actes
import Scolarite
import Testing

/// What is done to lay the terrain, and by tests.
extension TerrainDEssai {
  /// Two slots of the module, a day apart.
  static func seances(_ promotion: Promotion, _ module: String) throws -> CreerDesSeances {
    CreerDesSeances(
      promotion: promotion.id,
      seances: [
        .init(
          module: module,
          debut: try BureauDEssai.instant("2025-10-06T08:00"),
          minutes: 90,
          nature: .td,
        ),
        .init(
          module: module,
          debut: try BureauDEssai.instant("2025-10-07T08:00"),
          minutes: 90,
          nature: .td,
        ),
      ],
    )
  }

  static func justificatif(_ etudiant: Identifiant<Etudiant>, _ fichier: String) throws
    -> DeposerUnJustificatif
  {
    DeposerUnJustificatif(
      etudiant: etudiant,
      du: try BureauDEssai.instant("2025-10-06T00:00"),
      au: try BureauDEssai.instant("2025-10-06T23:59"),
      nature: .medical,
      fichier: fichier,
    )
  }

  static func soutien(_ epreuve: EpreuveDeSession2) throws -> OffrirUneSeanceDeSoutien {
    OffrirUneSeanceDeSoutien(
      epreuve.campagne,
      epreuve.ue,
      debut: try BureauDEssai.instant("2025-10-07T14:00"),
      fin: try BureauDEssai.instant("2025-10-07T16:00"),
      salle: "B12",
      enseignant: "Camille Dutour",
    )
  }

  static func engagement(
    _ campagne: Campagne,
    _ etudiant: Identifiant<Etudiant>,
    _ activite: String,
    _ fichier: String,
  ) throws -> DeposerUnEngagement {
    DeposerUnEngagement(
      campagne: campagne.id,
      etudiant: etudiant,
      .init(
        type: .eluInstitut,
        activite: activite,
        organisme: "IUT",
        description: "Représente les étudiants de l’IUT, chaque mois.",
        du: try BureauDEssai.jour("2025-09-01"),
        au: try BureauDEssai.jour("2026-06-30"),
      ),
      pieces: [
        .init(.engagement, par: .organisme, fichier: fichier),
        .init(.assiduite, par: .organisme, fichier: fichier),
      ],
    )
  }

  static func amenagement(
    _ promotion: Promotion,
    _ etudiant: Identifiant<Etudiant>,
    _ situation: DemandeDAmenagement.Situation,
  ) -> DemanderUnAmenagement {
    DemanderUnAmenagement(
      promotion: promotion.id,
      etudiant: etudiant,
      situation,
      texte: "Je travaille le matin.",
      souhaits: [.emploiDuTemps],
    )
  }

  static func sport(_ promotion: Promotion, _ etudiant: Identifiant<Etudiant>) throws
    -> AttribuerUnBonus
  {
    AttribuerUnBonus(
      promotion: promotion.id,
      etudiant: etudiant,
      nature: .sport(.seances(20)),
      date: try BureauDEssai.jour("2025-09-01"),
      motif: "liste du SUAPS",
    )
  }

  static func avis(
    _ promotion: Promotion,
    _ etudiant: Identifiant<Etudiant>,
    version: Int64 = 0,
  ) throws -> DonnerUnAvis {
    DonnerUnAvis(
      promotion: promotion.id,
      etudiant: etudiant,
      semestre: try #require(semestre),
      instance: "commission",
      date: try BureauDEssai.jour("2025-09-01"),
      motif: "santé",
      version: version,
    )
  }

  static func incident(
    _ promotion: Promotion,
    _ etudiants: [Identifiant<Etudiant>],
    evaluation: Identifiant<EvaluationDeModule>? = nil,
  ) throws -> SignalerUnIncident {
    SignalerUnIncident(
      promotion: promotion.id,
      etudiants: etudiants,
      date: try BureauDEssai.instant("2025-09-01T07:30"),
      evaluation: evaluation,
      surveillant: "Sam Veille",
      recit: "Téléphone sur les genoux.",
    )
  }

  static func jury(_ promotion: Promotion, _ nature: SessionDeJury.Nature = .annee) throws
    -> OuvrirUnJury
  {
    OuvrirUnJury(
      promotion: promotion.id,
      nature: nature,
      date: try BureauDEssai.jour("2026-07-03"),
      membres: [.init(nom: "Dominique Chaire", qualite: .president, present: true)],
      motif: "session 2",
    )
  }
}
