import Actes
import Echanges
import SQL
import Scolarite
import Testing

@Suite("BTS : listes et spécialités")
struct ListeBTSTests {
  @Test("une liste se voit, se reprend, et nomme ses fautes", arguments: SQLEngine.allCases)
  func liste(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainBTS(moteur)
    let specialite = try #require(try SpecialiteBTS.embarquees().first { $0.code == "ELT" })
    func lire(_ lignes: String...) throws -> [LigneDeBTS] {
      let texte =
        "Numéro étudiant;Nom;Prénom;E1;E2;E31;E32;E41;E42;E5;E6;Livret;Justificatif\n"
        + lignes.joined(separator: "\n")
      return try FeuillesDEchange().candidatsBTS(
        FeuilleRecue(nom: "bts.csv", octets: Array(texte.utf8)),
        specialite,
      ).lignes
    }
    let lues = try lire(
      "b1;Martin;Léa;9;10;11;8;ABJ;7,5;12;13;Régulière;certificat",
      "b2;Durand;Noé;ABI;10;11;8;9;7,5;12;13;;",
    )
    #expect(lues[0].resultats["E41"] == .absence(piece: "certificat"))
    #expect(lues[1].resultats["E1"] == .absence(piece: nil))
    let session = terrain.bts.normale
    let plan = try await terrain.essai.bureau.demander(
      PrevoirUneListeBTS(session, lues),
      par: .console("essai"),
      dans: terrain.essai.iut,
    )
    #expect(plan.lignes(.ajout).count == 2)
    #expect(try await terrain.essai.lire { try $0.inscriptionsBTS(session) }.isEmpty)
    _ = try await terrain.essai.faire(ImporterUneListeBTS(session, lues, source: "bts.csv"))
    let encore = try await terrain.essai.faire(
      ImporterUneListeBTS(session, lues, source: "bts.csv")
    )
    #expect(encore.lignes(.rien).count == 2)
    let inscrits = try await terrain.essai.lire { try $0.inscriptionsBTS(session) }
    #expect(inscrits.map(\.livret) == ["Régulière", ""])
    #expect(throws: FeuilleRefusee.self) {
      try lire("b3;Petit;Ana;21;10;11;8;9;7,5;12;13;;")
    }
    do {
      _ = try lire("b3;Petit;Ana;9;10;ABJ;8;9;EXC;12;13;;")
      Issue.record("faults are refused")
    } catch let refusee as FeuilleRefusee {
      #expect(refusee.lignes.count == 2)
      #expect(refusee.lignes[0].contains("F2") && refusee.lignes[0].contains("Justificatif"))
      #expect(refusee.lignes[1].contains("I2"))
    }
    let autre = try await terrain.refus(
      ImporterUneListeBTS(session, try lire("b1;Autre;Léa;9;10;11;8;9;7,5;12;13;;"), source: "?")
    )
    guard case .donnees(let fautes) = autre else {
      Issue.record("\(String(describing: autre))")
      return
    }
    #expect(fautes.count == 1)
  }

  @Test("deux absences gardent chacune leur pièce, et une cellule relue ne change rien")
  func pieces() async throws {
    let terrain = try await TerrainBTS(.sqlite)
    let specialite = try #require(try SpecialiteBTS.embarquees().first { $0.code == "ELT" })
    let session = terrain.bts.normale
    func lire(_ ligne: String) throws -> [LigneDeBTS] {
      let texte =
        "Numéro étudiant;Nom;Prénom;E1;E2;E31;E32;E41;E42;E5;E6;Livret;Justificatif;"
        + "Justificatif E1;Pièce E31 Mathématiques;Justificatif E5\n" + ligne
      return try FeuillesDEchange().candidatsBTS(
        FeuilleRecue(nom: "bts.csv", octets: Array(texte.utf8)),
        specialite,
      ).lignes
    }
    func prevoir(_ lignes: [LigneDeBTS]) async throws -> PlanDeBTS.Ligne {
      let plan = try await terrain.essai.bureau.demander(
        PrevoirUneListeBTS(session, lignes),
        par: .console("essai"),
        dans: terrain.essai.iut,
      )
      return try #require(plan.lignes.first)
    }
    let lues = try lire("b1;Martin;Léa;ABJ;9;11;8;ABJ;7,5;12;13;Régulière;commune;à E1;;")
    #expect(lues[0].resultats["E1"] == .absence(piece: "à E1"))
    #expect(lues[0].resultats["E41"] == .absence(piece: "commune"))
    _ = try await terrain.essai.faire(ImporterUneListeBTS(session, lues, source: "bts.csv"))
    let inscrit = try #require(
      try await terrain.essai.lire { try $0.inscriptionsBTS(session) }.first
    )
    // Lines and spaces are those of a form; a cell loses them.
    try await terrain.essai.faire(
      SaisirLesResultatsBTS(
        inscrit.id,
        inscrit.resultats.merging(["E1": .absence(piece: "à  E1")]) { $1 },
        livret: "Régulière.\nSérieuse.",
        version: inscrit.version,
      )
    )
    try await terrain.essai.faire(
      DeciderPourUnCandidatBTS(inscrit.id, autorise: true, version: inscrit.version + 1)
    )
    let pareille = "b1;Martin;Léa;ABJ;9;11;8;ABJ;7,5;12;13;Régulière. Sérieuse.;commune;à E1;;"
    let memes = try await prevoir(try lire(pareille))
    #expect(memes.effet == .rien && memes.decisionRetiree == nil)
    _ = try await terrain.essai.faire(
      ImporterUneListeBTS(session, try lire(pareille), source: "bts.csv")
    )
    let garde = try await terrain.relire(inscrit)
    #expect(garde.decision?.autorise == true && garde.livret == "Régulière.\nSérieuse.")
    let autre = try lire("b1;Martin;Léa;ABJ;9;11;8;ABJ;7,5;12;13;;commune;autre;;")
    let changee = try await prevoir(autre)
    #expect(changee.effet == .changement && changee.decisionRetiree?.autorise == true)
    #expect(changee.changees(specialite).map(\.code) == ["E1"])
    let longue = String(repeating: "x", count: 201)
    let refus = try await terrain.refus(
      ImporterUneListeBTS(
        session,
        try lire("b1;Martin;Léa;ABJ;9;11;8;9;7,5;12;13;;\(longue);;;"),
        source: "bts.csv",
      )
    )
    guard case .donnees(let fautes) = refus else {
      Issue.record("\(String(describing: refus))")
      return
    }
    #expect(fautes.count == 1)
  }

  @Test("les spécialités fournies se relisent, et une autre se donne en JSON")
  func specialites() async throws {
    let formats = FormatsDEchange()
    #expect(formats.specialitesBTS.count == 2)
    for specialite in formats.specialitesBTS {
      #expect(specialite.aConfirmer)
      #expect(try formats.specialiteBTS(formats.texte(specialite)) == specialite)
    }
    let terrain = try await TerrainBTS(.sqlite)
    let refus = try await terrain.refus(
      OuvrirUneSessionBTS(
        departement: terrain.bureau.promotion.departement,
        specialite: .json(#"{"format": "delibere/specialites-bts/1", "specialites": []}"#),
      )
    )
    guard case .donnees(let fautes) = refus else {
      Issue.record("\(String(describing: refus))")
      return
    }
    #expect(fautes.map(\.lieu) == ["fichier"])
  }
}
