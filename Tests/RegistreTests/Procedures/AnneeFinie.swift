import Actes
import Demonstration
import Echanges
import SQL
import Scolarite
import Testing

/// A promotion of twelve whose year-end jury is closed, and the curricula of the next year.
struct AnneeFinie {
  let essai: RegistreDEssai
  let promotion: Promotion
  let etudiants: [Identifiant<Etudiant>]
  /// Somebody with UE acquired and others not, whom the jury lets repeat.
  let redoublant: Identifiant<Etudiant>
  let acquises: Set<CodeUE>
  let admis: Identifiant<Etudiant>
  let refuse: Identifiant<Etudiant>
  let memeAnnee: MaquetteDeposee
  let suivante: MaquetteDeposee

  init(_ moteur: SQLEngine) async throws {
    essai = try await RegistreDEssai(moteur)
    let enregistree = try await PromotionEnregistree(essai, effectif: 12)
    promotion = enregistree.installee.promotion
    etudiants = enregistree.installee.etudiants
    memeAnnee = try await Self.deposer(
      PromotionEnregistree.maquetteDe2025()
        .replacing("\"2025-2026\"", with: "\"2026-2027\""),
      promotion,
      essai,
    )
    let but2 = try #require(Bibliotheque.texte(maquette: "rt-iom-but2"))
    let annee = try FormatsDEchange().maquette(but2).identite.anneeUniversitaire
    suivante = try await Self.deposer(
      but2.replacing("\"\(annee)\"", with: "\"2026-2027\""),
      promotion,
      essai,
    )
    try await Self.adopter(promotion, essai)
    let mele = try await Self.mele(promotion, etudiants, essai)
    (redoublant, acquises) = (mele.etudiant, mele.acquises)
    let autres = etudiants.filter { $0 != mele.etudiant }
    (admis, refuse) = (autres[0], autres[1])
    try await Self.clore(promotion, redoublant, admis, refuse, essai)
  }

  static func deposer(
    _ texte: String,
    _ promotion: Promotion,
    _ essai: RegistreDEssai,
  ) async throws -> MaquetteDeposee {
    try await essai.faire(DeposerUneMaquette(formation: promotion.formation, texte: texte))
  }

  /// Keeps the règlement of a promotion for the year after.
  static func adopter(_ promotion: Promotion, _ essai: RegistreDEssai) async throws {
    let profils = try await essai.lire { try $0.profils(promotion.annee) }
    let profil = try #require(profils.first)
    _ = try await essai.faire(
      AdopterUnProfil(
        departement: profil.departement,
        annee: try #require(AnneeUniversitaire(debut: promotion.annee.debut + 1)),
        profil: profil.nom,
        texte: profil.texte,
        conseil: profil.conseil,
        cfvu: profil.cfvu,
      )
    )
  }

  private static func mele(
    _ promotion: Promotion,
    _ etudiants: [Identifiant<Etudiant>],
    _ essai: RegistreDEssai,
  ) async throws -> (etudiant: Identifiant<Etudiant>, acquises: Set<CodeUE>) {
    for etudiant in etudiants {
      let (dossier, reglement) = try await essai.faire(
        LireUnDossier(etudiant, promotion: promotion.id)
      )
      let resultats = Deliberation<SansPreuve>.resultats(dossier, reglement)
      let ues = try #require(resultats.annees.last).finale.ues.values
      let dansChaque = promotion.anneeBUT.semestres.allSatisfy { numero in
        let siennes = ues.filter { $0.ue.semestre == numero }
        return siennes.contains { !$0.acquise } && siennes.contains(where: \.acquise)
      }
      if dansChaque { return (etudiant, Set(ues.filter(\.acquise).map(\.ue.code))) }
    }
    throw Introuvable()
  }

  private struct Introuvable: Error {}

  private static func clore(
    _ promotion: Promotion,
    _ redoublant: Identifiant<Etudiant>,
    _ admis: Identifiant<Etudiant>,
    _ refuse: Identifiant<Etudiant>,
    _ essai: RegistreDEssai,
  ) async throws {
    let jury = try await essai.faire(TerrainDEssai.jury(promotion))
    let codes: [(Identifiant<Etudiant>, DecisionDeJury.Code)] = [
      (redoublant, .red), (admis, .adj), (refuse, .nar),
    ]
    for (etudiant, code) in codes {
      _ = try await essai.faire(
        DeciderEnJury(
          jury: jury.id,
          etudiant: etudiant,
          decisions: [.init(sur: .annee, code: code, motif: "après délibération")],
        )
      )
    }
    let inscrits = try await essai.lire { try $0.inscriptions(promotion.id).map(\.etudiant) }
    try await essai.adopter(inscrits, en: jury)
    _ = try await essai.faire(CloreUnJury(jury.id, version: 1))
  }

  func plan() async throws -> PlanDAnneeSuivante {
    try await essai.faire(PreparerLAnneeSuivante(promotion.id))
  }

  func faire(_ plan: PlanDAnneeSuivante, groupes: Bool = true) async throws -> AnneeSuivante {
    try await essai.faire(
      FaireLAnneeSuivante(
        promotion: promotion.id,
        cibles: plan.cibles.map { cible in
          guard let existante = cible.promotions.first else {
            let maquette = cible.anneeBUT == promotion.anneeBUT ? memeAnnee : suivante
            return .init(
              cible.anneeBUT,
              .nouvelle(maquette.id, intitule: "MMI \(cible.anneeBUT.valeur)"),
            )
          }
          return .init(cible.anneeBUT, .existante(existante.id))
        },
        garderLesGroupes: groupes,
        empreinte: plan.empreinte,
      )
    )
  }
}
