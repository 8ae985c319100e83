import Actes
import Demonstration
import Echanges
import SQL
import Scolarite
import Testing

/// A promotion of four who all miss a UE, its year closed by a jury, and the dates of W95 and W96.
struct TerrainDeSession2 {
  let essai: RegistreDEssai
  let promotion: Promotion
  let etudiants: [Identifiant<Etudiant>]
  let direction: Utilisateur
  let secretariat: Utilisateur

  static let ue = "UE11"

  init(_ moteur: SQLEngine, effectif: Int = 4, close: Bool = true) async throws {
    essai = try await RegistreDEssai(moteur)
    let enregistree = try await PromotionEnregistree(essai, effectif: effectif)
    promotion = enregistree.installee.promotion
    etudiants = enregistree.installee.etudiants
    direction = try await essai.utilisateur(.direction, sur: .etablissement)
    secretariat = try await essai.utilisateur(.secretariat, sur: .etablissement)
    let profil = "but-informatique-session2"
    _ = try await essai.faire(
      AdopterUnProfil(
        departement: promotion.departement,
        annee: promotion.annee,
        profil: profil,
        texte: Bibliotheque { _ in nil }.recueil(profil),
        conseil: BureauDEssai.jour("2025-06-20"),
        cfvu: BureauDEssai.jour("2025-07-04"),
        version: 1,
      )
    )
    try await manquer()
    if close { try await clore() }
    try essai.horloge.regler(a: "2026-06-01T10:00")
  }

  /// Gives everybody 0 to tests that outweigh all others of the UE.
  private func manquer() async throws {
    let ues = try Bibliotheque { _ in nil }.programme("mmi-but1").ues
    let ue = try #require(ues.first { $0.code.texte == Self.ue })
    for module in ue.modules {
      let evaluation = try await essai.faire(
        CreerUneEvaluation(
          promotion: promotion.id,
          semestre: ue.semestre,
          module: module.code.canonique,
          intitule: "Épreuve finale",
          date: nil,
          coefficient: 900,
        )
      )
      for etudiant in etudiants {
        _ = try await essai.faire(
          SaisirUneNote(
            evaluation: evaluation.id,
            etudiant: etudiant,
            entree: .note(try #require(Note("0"))),
            version: 0,
          )
        )
      }
    }
  }

  func clore() async throws {
    let jury = try await essai.faire(TerrainDEssai.jury(promotion))
    try await essai.adopter(etudiants, en: jury)
    _ = try await essai.faire(CloreUnJury(jury.id, version: 1))
  }

  static func choix(
    limite: String = "2026-06-26T23:59",
    adoptee: String? = "2025-09-10",
    jury: String? = "2026-07-15",
    delai: Int? = 15,
  ) throws -> ChoixDeSession2 {
    ChoixDeSession2(
      intitule: "Session 2 de juillet",
      premierJour: try BureauDEssai.jour("2026-07-06"),
      dernierJour: try BureauDEssai.jour("2026-07-08"),
      publicationPrevue: try BureauDEssai.jour("2026-06-12"),
      limiteInscription: try BureauDEssai.instant(limite),
      adoptee: try adoptee.map { try BureauDEssai.jour($0) },
      jury: try jury.map { try BureauDEssai.jour($0) },
      delaiDeConsultation: delai,
    )
  }

  func ouvrir() async throws -> SessionDeRattrapage {
    try await essai.faire(
      OuvrirUneSessionDeux(promotion: promotion.id, Self.choix()),
      par: secretariat,
    )
  }

  /// Opens the session and publishes who may sit what on 12 June.
  func publier() async throws -> SessionDeRattrapage {
    let session = try await ouvrir()
    try essai.horloge.regler(a: "2026-06-12T14:00")
    return try await essai.faire(
      PublierLAdmissibilite(session.campagne, version: session.version),
      par: secretariat,
    )
  }

  func enPersonne(_ etudiant: Identifiant<Etudiant>) async throws -> Utilisateur {
    try await essai.utilisateur(.etudiant, sur: .etudiant(etudiant))
  }

  func inscription(
    _ session: SessionDeRattrapage,
    _ etudiant: Identifiant<Etudiant>,
    _ ues: [String] = [Self.ue],
    version: Int64 = 0,
  ) throws -> InscrireEnSession2 {
    InscrireEnSession2(
      campagne: session.campagne,
      etudiant: etudiant,
      ues: try ues.map { try #require(CodeUE($0)) },
      version: version,
    )
  }

  func piece(_ etudiant: Identifiant<Etudiant>) async throws -> String {
    try await essai.faire(
      DeposerUnFichier(etudiant: etudiant, octets: Array("%PDF-1.7 certificat".utf8))
    )
  }

  /// The refusal that an act meets.
  func refus<A: Acte>(_ acte: A, par utilisateur: Utilisateur) async throws -> Refus? {
    do {
      _ = try await essai.faire(acte, par: utilisateur)
      return nil
    } catch let refus as Refus {
      return refus
    }
  }
}
