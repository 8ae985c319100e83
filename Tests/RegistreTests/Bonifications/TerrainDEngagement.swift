import Actes
import SQL
import Scolarite
import Testing

/// A promotion with a campaign for engagement, on 3 November at eight o’clock.
struct TerrainDEngagement {
  let bureau: BureauDEssai
  let ouverte: Campagne
  let fichier: String

  init(_ moteur: SQLEngine) async throws {
    bureau = try await BureauDEssai(moteur)
    try bureau.essai.horloge.regler("2025-11-03")
    fichier = try await bureau.essai.faire(
      DeposerUnFichier(etudiant: bureau.etudiant, octets: Array("%PDF-1.7 attestation".utf8))
    )
    ouverte = try await Self.campagne(bureau, "2025-10-01T08:00", "2025-12-01T18:00")
  }

  /// The student at an account of their own, which knows whose it is.
  static func soi(_ bureau: BureauDEssai) async throws -> Utilisateur {
    let essai = bureau.essai
    let nom = "soi-\(essai.horloge.suivant())"
    let compte = try await essai.faire(
      CreerUnUtilisateur(.init(identifiant: nom, nom: nom, etudiant: bureau.etudiant))
    )
    _ = try await essai.faire(
      DonnerUnRole(
        .etudiant,
        sur: .etudiant(bureau.etudiant),
        a: compte.id,
        depuis: essai.horloge.moment.jour,
      )
    )
    return compte
  }

  func campagne(_ ouverture: String, _ cloture: String) async throws -> Campagne {
    try await Self.campagne(bureau, ouverture, cloture)
  }

  private static func campagne(
    _ bureau: BureauDEssai,
    _ ouverture: String,
    _ cloture: String,
  ) async throws -> Campagne {
    try await bureau.essai.faire(
      OuvrirUneCampagne(
        promotion: bureau.promotion.id,
        nature: .bonus,
        intitule: "Engagement",
        ouverture: BureauDEssai.instant(ouverture),
        cloture: BureauDEssai.instant(cloture),
      )
    )
  }

  func deposer(
    _ type: TypeDEngagement,
    _ activite: String,
    campagne: Campagne? = nil,
    par auteur: PieceDEngagement.Auteur = .organisme,
    sauf absente: PieceDEngagement.Nature? = nil,
    exclusions: [MotifDIrrecevabilite] = [],
  ) async throws -> DemandeDEngagement {
    try await bureau.essai.faire(
      depot(type, activite, campagne, par: auteur, sauf: absente, exclusions: exclusions),
      par: bureau.enPersonne(bureau.etudiant),
    )
  }

  /// What a student sends, with its proofs.
  func depot(
    _ type: TypeDEngagement,
    _ activite: String,
    _ campagne: Campagne? = nil,
    par auteur: PieceDEngagement.Auteur = .organisme,
    sauf absente: PieceDEngagement.Nature? = nil,
    exclusions: [MotifDIrrecevabilite] = [],
  ) throws -> DeposerUnEngagement {
    DeposerUnEngagement(
      campagne: (campagne ?? ouverte).id,
      etudiant: bureau.etudiant,
      .init(
        type: type,
        activite: activite,
        organisme: "Les Voisins",
        description: "Chaque semaine, pour les autres.",
        du: try BureauDEssai.jour("2025-09-15"),
        au: try BureauDEssai.jour("2026-05-31"),
      ),
      pieces: type.pieces.filter { $0 != absente }.map {
        .init($0, par: auteur, fichier: fichier)
      },
      exclusions: exclusions,
    )
  }

  /// The session with everybody whom the règlement calls.
  func composee(_ commission: CommissionDesBonifications) async throws
    -> CommissionDesBonifications
  {
    var composee = commission
    let communs = CommissionDesBonifications.Qualite.allCases.filter { $0 != .departement }
    composee.membres =
      communs.map { .init(nom: $0.rawValue, $0) } + [
        .init(nom: "Ada", .departement, departement: bureau.promotion.departement)
      ]
    return composee
  }
}
