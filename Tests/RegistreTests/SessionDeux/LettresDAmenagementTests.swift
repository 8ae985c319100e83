import Actes
import SQL
import Scolarite
import Testing

@Suite("Session 2 : lettres d’aménagement")
struct LettresDAmenagementTests {
  @Test("les aménagements arrêtés : ce qui n’est pas reproduit a son motif et ses recours")
  func amenagements() async throws {
    let terrain = try await TerrainDeSession2(.sqlite)
    let session = try await terrain.publier()
    let edition = EditionDEssai(terrain.essai)
    let service = try await terrain.essai.utilisateur(.serviceHandicap, sur: .etablissement)
    let etudiant = terrain.etudiants[0]
    let lui = try await terrain.enPersonne(etudiant)
    for (nature, maintenu) in [(Amenagement.Nature.tiersTemps, true), (.salleIsolee, false)] {
      _ = try await terrain.essai.faire(
        JustifierUnEcartDAmenagement(
          EcartDAmenagement(
            campagne: session.campagne,
            etudiant: etudiant,
            nature: nature,
            maintenu: maintenu,
            precision: "",
            motif: "Avis du médecin.",
            version: 0,
          )
        ),
        par: service,
      )
    }
    let cible = DemandeDeDocuments.Cible.session2(session.campagne, nil)
    let tot = try await terrain.refus(edition, .amenagementsDeSession2, cible, etudiant, par: lui)
    #expect(tot == .etat(.documentSansObjet(.sansProcedure)))
    _ = try await terrain.essai.faire(ArreterLesAmenagements(session.campagne), par: service)
    let lettre = try LettresDeSession2Tests.lettre(
      await edition.editer(.amenagementsDeSession2, sur: cible, [etudiant], par: lui)
    )
    #expect(lettre.liste == ["tiers-temps, différent de la session 1 : Avis du médecin."])
    #expect(lettre.parties.map(\.textes) == [["salle isolée : Avis du médecin."]])
    #expect(lettre.recours == .ouvert(nil))
    let nouvelles = try await terrain.essai.faire(
      NouvellesDUnEtudiant(etudiant, apres: nil),
      par: lui,
    )
    #expect(nouvelles.contains { $0.nature == .session2(.amenagement) })
    #expect(!nouvelles.contains { $0.nature == .session2(.amenagements) })
  }

  @Test("l’arrêt des aménagements se dit à qui les garde à l’identique, une fois")
  func amenagementsArretes() async throws {
    let terrain = try await TerrainDeSession2(.sqlite)
    let session = try await terrain.publier()
    let service = try await terrain.essai.utilisateur(.serviceHandicap, sur: .etablissement)
    let accord = AccorderUnAmenagement(
      .tiersTemps,
      a: terrain.etudiants[0],
      precision: "un tiers",
      depuis: try BureauDEssai.jour("2025-09-15"),
      jusqua: nil,
    )
    _ = try await terrain.essai.faire(accord)
    for _ in 1...2 {
      try await terrain.essai.faire(ArreterLesAmenagements(session.campagne), par: service)
    }
    for etudiant in terrain.etudiants {
      let lui = try await terrain.enPersonne(etudiant)
      let dites = try await terrain.essai.faire(
        NouvellesDUnEtudiant(etudiant, apres: nil),
        par: lui,
      ).filter { $0.nature == .session2(.amenagements) }
      #expect(dites.count == (etudiant == terrain.etudiants[0] ? 1 : 0))
    }
  }
}
