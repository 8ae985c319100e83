import Actes
import Demonstration
import Echanges
import SQL
import Scolarite
import Testing

@Suite("Parcours")
struct ParcoursTests {
  private typealias Etape = FluxDesParcours.Etape

  /// Eight students of a first year, and what became of each: counted by hand.
  private struct Terrain {
    let essai: RegistreDEssai
    let premiere: Promotion
    /// The same year, for those who came in February.
    let autre: Promotion
    /// The first year again, a year later.
    let refaite: Promotion
    let deuxieme: Promotion
    let etudiants: [Identifiant<Etudiant>]

    init(_ moteur: SQLEngine) async throws {
      essai = try await RegistreDEssai(moteur)
      let installee = try await PromotionEnregistree(essai, effectif: 8).installee
      (premiere, etudiants) = (installee.promotion, installee.etudiants)
      let maquette = premiere.maquette
      autre = try await essai.faire(CreerUnePromotion(maquette: maquette, intitule: "MMI 1 bis"))
      refaite = try await Self.promotion("mmi-but1", "MMI 1", premiere, essai)
      deuxieme = try await Self.promotion("rt-iom-but2", "MMI 2", premiere, essai)
      try essai.horloge.regler("2026-11-20")
      try await partir(0, "2025-11-10", .demission)
      try await partir(1, "2026-03-10", .transfert)
      try await entrer(2, refaite, [1, 2], "2026-09-01")
      for rang in 3...5 { try await entrer(rang, deuxieme, [3, 4], "2026-09-01") }
      try await partir(6, "2026-01-31", .transfert)
      try await entrer(6, autre, [1, 2], "2026-02-01")
    }

    private static func promotion(
      _ maquette: String,
      _ intitule: String,
      _ premiere: Promotion,
      _ essai: RegistreDEssai,
    ) async throws -> Promotion {
      let texte = try #require(Bibliotheque.texte(maquette: maquette))
      let annee = try FormatsDEchange().maquette(texte).identite.anneeUniversitaire
      let deposee = try await essai.faire(
        DeposerUneMaquette(
          formation: premiere.formation,
          texte: texte.replacing("\"\(annee)\"", with: "\"2026-2027\""),
        )
      )
      return try await essai.faire(CreerUnePromotion(maquette: deposee.id, intitule: intitule))
    }

    private func partir(_ rang: Int, _ jour: String, _ cause: Inscription.Cause) async throws {
      let sienne = try #require(
        try await essai.lire { try $0.inscriptions(etudiant: etudiants[rang]) }.first
      )
      try await essai.faire(
        TerminerUneInscription(
          sienne.id,
          fin: .init(jour: BureauDEssai.jour(jour), cause: cause, motif: "à sa demande"),
          version: sienne.version,
        )
      )
    }

    private func entrer(_ rang: Int, _ promotion: Promotion, _ semestres: [Int], _ jour: String)
      async throws
    {
      _ = try await essai.faire(
        InscrireUnEtudiant(
          etudiants[rang],
          promotion: promotion.id,
          semestres: semestres.compactMap { NumeroSemestre($0) },
          statut: .initial,
          debut: BureauDEssai.jour(jour),
        )
      )
    }
  }

  private static func s(_ promotion: Promotion, _ numero: Int) throws -> Etape {
    .semestre(promotion.id, try #require(NumeroSemestre(numero)))
  }

  private static func apres(_ numero: Int, _ issue: FluxDesParcours.Issue) throws -> Etape {
    .issue(issue, apres: try #require(NumeroSemestre(numero)))
  }

  @Test(
    "démission, transfert, redoublement, passage et changement de promotion, comptés à la main",
    arguments: SQLEngine.allCases,
  )
  func main(_ moteur: SQLEngine) async throws {
    let terrain = try await Terrain(moteur)
    let parcours = try await terrain.essai.faire(VoirLesParcours(terrain.premiere.formation))
    let flux = parcours.flux
    let (s1, s2) = (try Self.s(terrain.premiere, 1), try Self.s(terrain.premiere, 2))
    #expect(parcours.effectif == 8)
    #expect(flux.noeud(s1)?.effectif == 8 && flux.noeud(s1)?.redoublants == 0)
    #expect(flux.effectif(s1, s2) == 6)
    #expect(flux.effectif(s1, try Self.s(terrain.autre, 2)) == 1)
    #expect(flux.noeud(try Self.s(terrain.autre, 1)) == nil)
    #expect(flux.effectif(s1, try Self.apres(1, .depart(.demission))) == 1)
    #expect(flux.noeud(s2)?.effectif == 6)
    #expect(flux.effectif(s2, try Self.apres(2, .depart(.transfert))) == 1)
    #expect(flux.effectif(s2, try Self.apres(2, .redouble)) == 1)
    #expect(flux.effectif(s2, try Self.s(terrain.deuxieme, 3)) == 3)
    let refait = try #require(flux.noeud(try Self.s(terrain.refaite, 1)))
    #expect(refait.effectif == 1 && refait.redoublants == 1)
    #expect(flux.noeud(try Self.s(terrain.refaite, 2)) == nil, "S2 n’a pas commencé")
    #expect(flux.noeuds.count == 8 && flux.liens.map(\.effectif).reduce(0, +) == 13)
    for noeud in flux.noeuds {
      let entrent = flux.liens.filter { $0.vers == noeud.etape }.map(\.effectif).reduce(0, +)
      let sortent = flux.liens.filter { $0.de == noeud.etape }.map(\.effectif).reduce(0, +)
      #expect(entrent <= noeud.effectif && sortent <= noeud.effectif)
    }
    let seule = try await terrain.essai.faire(
      VoirLesParcours(terrain.premiere.formation, depuis: terrain.refaite.annee)
    )
    #expect(seule.effectif == 4 && seule.flux.noeud(s1) == nil)
  }

  @Test("chacun ne voit que les parcours des promotions qui lui sont ouvertes")
  func droits() async throws {
    let terrain = try await Terrain(.sqlite)
    let essai = terrain.essai
    let jury = try await essai.utilisateur(.jury, sur: .promotion(terrain.premiere.id))
    let vu = try await essai.faire(VoirLesParcours(), par: jury)
    #expect(vu.promotions.map(\.id) == [terrain.premiere.id])
    let s2 = try Self.s(terrain.premiere, 2)
    #expect(vu.flux.noeuds.allSatisfy { $0.etape != (try? Self.s(terrain.deuxieme, 3)) })
    #expect(vu.flux.noeud(s2)?.effectif == 6)
    for role in Role.allCases where role != .jury && role != .etudiant {
      let compte = try await essai.utilisateur(role, sur: .promotion(terrain.premiere.id))
      let siens = try await essai.faire(VoirLesParcours(), par: compte)
      let permis = role.droits.isSuperset(of: [.voirLesEtudiants, .voirLesDecisions])
      #expect((siens.formation != nil) == permis, "\(role)")
      guard !permis else { continue }
      await #expect(throws: Refus.inconnu(.formation)) {
        _ = try await essai.faire(VoirLesParcours(terrain.premiere.formation), par: compte)
      }
    }
  }

  @Test(
    "le jury clos mène plus loin qui n’est inscrit nulle part, comme l’année suivante le dit",
    arguments: SQLEngine.allCases,
  )
  func jury(_ moteur: SQLEngine) async throws {
    let essai = try await RegistreDEssai(moteur)
    let installee = try await PromotionEnregistree(essai, effectif: 12).installee
    let promotion = installee.promotion
    let jury = try await essai.faire(TerrainDEssai.jury(promotion))
    for (rang, code) in [DecisionDeJury.Code.adj, .nar, .nar].enumerated() {
      _ = try await essai.faire(
        DeciderEnJury(
          jury: jury.id,
          etudiant: installee.etudiants[rang],
          decisions: [.init(sur: .annee, code: code, motif: "après délibération")],
        )
      )
    }
    try await essai.adopter(installee.etudiants, en: jury)
    try essai.horloge.regler("2026-07-03")
    let s2 = try Self.s(promotion, 2)
    let avant = try await essai.faire(VoirLesParcours()).flux
    #expect(avant.noeud(s2)?.effectif == 12 && !avant.liens.contains { $0.de == s2 })
    _ = try await essai.faire(CloreUnJury(jury.id, version: 1))
    let plan = try await essai.faire(PreparerLAnneeSuivante(promotion.id))
    let flux = try await essai.faire(VoirLesParcours()).flux
    func attendu(_ compte: (Suite.Destination) -> Bool) -> Int {
      plan.lignes.count { compte($0.suite.destination) }
    }
    let passe = attendu { if case .passe = $0 { true } else { false } }
    let redouble = attendu { if case .redouble = $0 { true } else { false } }
    #expect(passe > 0)
    #expect(flux.effectif(s2, try Self.apres(2, .passe)) == passe)
    #expect(flux.effectif(s2, try Self.apres(2, .redouble)) == redouble)
    #expect(flux.effectif(s2, try Self.apres(2, .sortie)) == attendu { $0 == .quitte })
    #expect(attendu { $0 == .quitte } == 2)
  }
}
