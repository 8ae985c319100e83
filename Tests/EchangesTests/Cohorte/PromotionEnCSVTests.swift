import Echanges
import Fiction
import Foundation
import JSON
import Scolarite
import Testing

/// Whatever a promotion draws can be written, and comes back the same.
@Suite("Une promotion fictive en fichiers")
struct PromotionEnCSVTests {
  /// A promotion, and what `cohorte.json` says of it.
  private struct Terrain {
    let entete: EnTeteDeCohorte
    let programmes: [Programme]
    let etudiants: [EtudiantLu]
  }

  private let bibliotheque = Bibliotheque { nom in
    FileManager.default.contents(atPath: Exemples.racine.appending(path: nom).path).map(Array.init)
  }

  private func terrain(
    _ but: Int,
    _ maquettes: [String],
    _ modele: PromotionFictive.Modele,
  ) throws -> Terrain {
    let entete = EnTeteDeCohorte(
      nom: "Promotion",
      annee: try #require(AnneeUniversitaire(debut: 2025)),
      anneeBUT: try #require(AnneeBUT(but)),
      maquette: .string(maquettes[0]),
      profil: "but-national-2022",
      maquettesAnterieures: maquettes.dropFirst().map { .string($0) },
    )
    let programmes = try maquettes.map { try bibliotheque.programme($0) }
    let anterieurs = try programmes.dropFirst().map {
      (try #require($0.ues.first).semestre.annee, $0)
    }
    let promotion = try #require(
      PromotionFictive(
        modele,
        annee: entete.annee,
        anneeBUT: entete.anneeBUT,
        programme: programmes[0],
        anterieurs: Dictionary(uniqueKeysWithValues: anterieurs),
      )
    )
    let etudiants = promotion.etudiants(400).map {
      EtudiantLu(identifiant: $0.identifiant, nom: $0.nom, prenom: $0.prenom, dossier: $0.dossier)
    }
    return Terrain(entete: entete, programmes: programmes, etudiants: etudiants)
  }

  /// A heading for results, always the same.
  private func entete() throws -> DossierLu {
    let json = """
      { "format": "delibere/dossier/1", "etudiant": "e", "profil": "but-national-2022",
        "annees": [{ "annee_universitaire": "2025-2026", "annee_but": 1, "maquette": "mmi-but1",
          "semestres": [{ "numero": 1 }] }] }
      """
    return try DossierJSON.read(Array(json.utf8), bibliotheque)
  }

  @Test(
    "400 étudiants s’écrivent, se relisent et ont les mêmes résultats",
    arguments: [
      (1, ["mmi-but1"]), (2, ["rt-iom-but2", "Exemples/maquettes/rt-but1.json"]),
    ],
  )
  func roundTrip(
    _ promotion: (but: Int, maquettes: [String])
  ) throws {
    let modele = PromotionFictive.Modele(graine: 2025, alternants: 500, redoublants: 300)
    let terrain = try terrain(promotion.but, promotion.maquettes, modele)
    let annees = terrain.etudiants.map(\.dossier.annees)
    #expect(annees.contains { Set($0.last?.semestres.map(\.statut) ?? []).count == 2 })
    #expect(annees.contains { $0.last?.semestres.allSatisfy(\.moyennes.isEmpty) == false })
    #expect(
      annees.contains { $0.dropLast().contains { $0.decisions.contains { $0.sur == .annee } } }
    )
    #expect(annees.contains { $0.count == promotion.but + 1 })
    let ecrits = try CohorteCSV.write(terrain.entete, terrain.programmes, terrain.etudiants)
    let fichiers = Dictionary(uniqueKeysWithValues: ecrits.map { ($0.nom, $0.octets) })
    let relue = try CohorteCSV.read({ nom in fichiers[nom] }, bibliotheque)
    #expect(relue.etudiants.map(\.identifiant) == terrain.etudiants.map(\.identifiant))
    #expect(relue.etudiants.map(\.nom) == terrain.etudiants.map(\.nom))
    let entete = try entete()
    let json = { dossier in
      let resultats = Deliberation<SansPreuve>.resultats(dossier, relue.reglement)
      return ResultatsJSON.encode(resultats, de: entete).rendered()
    }
    for (etudiant, relu) in zip(terrain.etudiants, relue.etudiants) {
      let avant = json(etudiant.dossier)
      let apres = json(relu.dossier)
      #expect(avant == apres)
      if avant != apres { return }
    }
  }
}
