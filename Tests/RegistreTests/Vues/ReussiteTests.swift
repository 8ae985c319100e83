import Demonstration
import SQL
import Scolarite
import Testing

@testable import Actes

@Suite("Réussite et synthèse")
struct ReussiteTests {
  @Test("sans jury clos, les taux sont ceux des propositions ; une UE se compte par sa voie")
  func propositions() async throws {
    let essai = try await RegistreDEssai(.sqlite)
    let promotion = try await PromotionEnregistree(essai, effectif: 24).installee.promotion
    let resultats = try await essai.faire(VoirLesResultats(promotion.id))
    let reussite = try await essai.faire(VoirLaReussite(promotion.id))
    #expect(reussite.ensemble.source == .propositions && reussite.ensemble.effectif == 24)
    var compensees = 0
    for ue in resultats.programme.ues.map(\.code) {
      let siennes = resultats.lignes.compactMap { $0.ue(ue) }
      let taux = try #require(reussite.ensemble.taux(.ue(ue)))
      #expect(taux.suivies == siennes.count)
      #expect(taux.acquises == siennes.count(where: \.acquise))
      #expect(taux.directes == siennes.count { $0.mention == "ADM" })
      #expect(taux.compensees == siennes.count { $0.mention == "CMP" })
      #expect(taux.nonAcquises == siennes.count { !$0.acquise && !$0.incomplete })
      compensees += taux.compensees
    }
    #expect(compensees > 0)
    #expect(reussite.ensemble.taux(.annee)?.enAttente == false)
    let passage = try #require(reussite.ensemble.taux(.passage))
    #expect(passage.acquises == resultats.lignes.count { $0.proposition.autorisee == true })
    #expect(reussite.ensemble.codes.map(\.nombre).reduce(0, +) == 24)
  }

  @Test("moins de cinq étudiants n’ont pas de taux, ni ceux qu’une soustraction donnerait")
  func petits() async throws {
    let essai = try await RegistreDEssai(.sqlite)
    let installee = try await PromotionEnregistree(essai, effectif: 24).installee
    let petit = try await essai.faire(
      CreerUnGroupe(promotion: installee.promotion.id, nature: .parcours, intitule: "Petit")
    )
    func taux() async throws -> [Taux?] {
      let reussite = try await essai.faire(VoirLaReussite(installee.promotion.id))
      let parcours = reussite.repartitions.first { $0.dimension == .parcours }
      return (parcours?.populations ?? []).map { $0.taux(.annee) }
    }
    for etudiant in installee.etudiants.prefix(4) {
      try await essai.faire(PlacerDansUnGroupe(etudiant, groupe: petit.id))
    }
    #expect(try await taux() == [nil])
    try await essai.faire(PlacerDansUnGroupe(installee.etudiants[4], groupe: petit.id))
    #expect(try await taux().first??.suivies == 5)
    let autre = try await RegistreDEssai(.sqlite)
    let trois = try await PromotionEnregistree(autre, effectif: 3).installee.promotion
    let reussite = try await autre.faire(VoirLaReussite(trois.id))
    #expect(reussite.ensemble.taux == nil && reussite.ensemble.codes.isEmpty)
  }

  @Test(
    "ce qui est caché ne se retrouve pas par différence",
    arguments: [
      ([20, 4], 24, []), ([20, 5], 25, [0, 1]), ([10, 10, 4], 24, [1]), ([10, 3, 3], 16, [0]),
      ([12], 12, [0]), ([9], 12, []), ([4, 4, 4], 12, []), ([6, 7, 8, 1], 22, [1, 2]),
    ] as [([Int], Int, Set<Int>)],
  )
  func difference(effectifs: [Int], total: Int, montres: Set<Int>) {
    #expect(ReussiteDePromotion.montrees(effectifs, sur: total) == montres)
  }

  @Test(
    "le type de baccalauréat se lit dans ce que dit l’identité",
    arguments: [
      ("Général", .general), ("Bac général", .general), ("S", .general), ("STI2D", .technologique),
      ("Technologique STMG", .technologique), ("bac pro SN", .professionnel),
      ("Professionnel", .professionnel), ("DAEU", .autre), ("", .inconnu), (nil, .inconnu),
    ] as [(String?, TypeDeBaccalaureat)],
  )
  func baccalaureat(texte: String?, type: TypeDeBaccalaureat) {
    #expect(TypeDeBaccalaureat(texte) == type)
  }

  @Test(
    "après le jury, taux et synthèse sont ceux de ce qu’il a scellé",
    arguments: SQLEngine.allCases,
  )
  func scelle(_ moteur: SQLEngine) async throws {
    let essai = try await RegistreDEssai(moteur)
    let installee = try await PromotionEnregistree(essai, effectif: 8).installee
    let promotion = installee.promotion
    let avant = try await essai.faire(VoirLaReussite(promotion.id))
    let jury = try await essai.faire(TerrainDEssai.jury(promotion))
    let ouvert = try await refus { _ = try await essai.faire(SynthetiserUnJury(jury.id)) }
    #expect(ouvert == .etat(.juryOuvert))
    let ratee = try await self.ratee(promotion, essai)
    _ = try await essai.faire(
      DeciderEnJury(
        jury: jury.id,
        etudiant: ratee.etudiant,
        decisions: [.init(sur: .ue(ratee.ue), code: .adj, motif: "progression nette")],
      )
    )
    try await essai.adopter(installee.etudiants, en: jury)
    _ = try await essai.faire(CloreUnJury(jury.id, version: 1))
    let reussite = try await essai.faire(VoirLaReussite(promotion.id))
    #expect(reussite.ensemble.source == .jury(jury.date))
    let taux = try #require(reussite.ensemble.taux(.ue(ratee.ue)))
    let anciens = try #require(avant.ensemble.taux(.ue(ratee.ue)))
    #expect(taux.parJury == 1 && taux.acquises == anciens.acquises + 1)

    let synthese = try await essai.faire(SynthetiserUnJury(jury.id))
    #expect(synthese.lignes.count == 8 && synthese.rectifications.isEmpty)
    #expect(synthese.reussite.first { $0.ue == ratee.ue }?.taux == taux)
    let ecart = try #require(synthese.ecarts.first)
    #expect(synthese.ecarts.count == 1 && ecart.etudiant.id == ratee.etudiant)
    #expect(ecart.propose == ratee.mention && ecart.decision.motif == "progression nette")
    #expect(synthese.codes.map(\.proposes).reduce(0, +) == 8)
    #expect(synthese.codes.map(\.decides).reduce(0, +) == 8)
    #expect(synthese.issues.map(\.etudiants.count).reduce(0, +) == 8)
    #expect(synthese.credits.map(\.nombre).reduce(0, +) == 8)
    let verification = try await essai.faire(VerifierUnJury(jury.id))
    #expect(verification.empreinte == synthese.empreinte)
    #expect(verification.scelles.map(\.decidee) == synthese.lignes.map(\.decidee))

    try await partir(installee.etudiants[7], essai)
    try essai.horloge.regler("2026-07-10")
    let apres = try await essai.faire(VoirLaReussite(promotion.id))
    #expect(apres.ensemble.effectif == 7)
    #expect(try await essai.faire(SynthetiserUnJury(jury.id)).lignes.count == 8)
  }

  private func partir(_ etudiant: Identifiant<Etudiant>, _ essai: RegistreDEssai) async throws {
    let sienne = try #require(
      try await essai.lire { try $0.inscriptions(etudiant: etudiant) }.first
    )
    try await essai.faire(
      TerminerUneInscription(
        sienne.id,
        fin: .init(jour: sienne.debut, cause: .demission, motif: "à sa demande"),
        version: sienne.version,
      )
    )
  }

  private struct Ratee {
    let etudiant: Identifiant<Etudiant>
    let ue: CodeUE
    let mention: String
  }

  private func ratee(_ promotion: Promotion, _ essai: RegistreDEssai) async throws -> Ratee {
    let lignes = try await essai.faire(VoirLesResultats(promotion.id)).lignes
    let ratees = lignes.flatMap { ligne in
      ligne.proposition.ues.filter { !$0.acquise }
        .map { Ratee(etudiant: ligne.etudiant.id, ue: $0.code, mention: $0.mention) }
    }
    return try #require(ratees.first)
  }

  private func refus(_ corps: () async throws -> Void) async throws -> Refus? {
    do {
      try await corps()
      return nil
    } catch let refus as Refus {
      return refus
    }
  }
}
