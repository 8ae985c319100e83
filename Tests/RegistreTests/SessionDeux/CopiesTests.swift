import Actes
import SQL
import Scolarite
import Testing

@Suite("Session 2 : copies")
struct CopiesTests {
  @Test(
    "double correction sous anonymat : des numéros seuls, un écart motivé, puis les noms",
    arguments: SQLEngine.allCases,
  )
  func doubleCorrection(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeCopies(moteur)
    let (bureau, essai) = (terrain.bureau, terrain.essai)
    let (une, autre) = (terrain.correcteurs[0], terrain.correcteurs[1])
    let avant = try await bureau.refus {
      try await terrain.lire(.premiere, [(100, "12")], par: une)
    }
    #expect(avant == .etat(.copiesNonPreparees))
    let sansEcart = try await bureau.refus {
      _ = try await essai.faire(
        PreparerLesCopies(
          terrain.epreuve.id,
          mode: .doubleCorrection,
          estAnonyme: true,
          graine: 7,
        )
      )
    }
    #expect(sansEcart == .donnees([.init("ecart", .absente)]))
    let copies = try await terrain.preparer(.doubleCorrection)
    let numeros = try await terrain.numeros()
    #expect(Set(numeros).count == 3)
    let vide = try await terrain.grille(par: une)
    #expect(vide.lignes.allSatisfy { $0.etudiant == nil } && vide.rang == .premiere)
    try await terrain.lire(
      .premiere,
      [(numeros[0], "12"), (numeros[1], "8"), (numeros[2], "15")],
      par: une,
    )
    let elle = try await bureau.refus {
      try await terrain.lire(.seconde, [(numeros[0], "12")], par: une)
    }
    #expect(elle == .etat(.memeLecteur(numeros[0])))
    let cachee = try await terrain.grille(par: autre)
    #expect(cachee.rang == .seconde)
    #expect(cachee.lignes.allSatisfy { $0.lectures.isEmpty && $0.cachees == [.premiere] })
    try await terrain.lire(
      .seconde,
      [(numeros[0], "24/40"), (numeros[1], "14"), (numeros[2], "13")],
      par: autre,
    )
    let lue = try await terrain.grille(par: autre)
    func etat(_ numero: Int) throws -> CopieSituee.Etat {
      try #require(lue.lignes.first { $0.numero == numero }).etat
    }
    #expect(try etat(numeros[0]) == .conclue(try TerrainDeCopies.entree("12")))
    #expect(try etat(numeros[1]) == .aRegler(exigeUnMotif: true))
    #expect(try etat(numeros[2]) == .aRegler(exigeUnMotif: false))
    let fige = try await bureau.refus {
      _ = try await terrain.preparer(.simple, version: copies.version)
    }
    #expect(fige == .etat(.evaluationNotee(3)))
    func verser() async throws -> CopiesDEpreuve {
      try await essai.faire(
        VerserLesNotes(terrain.epreuve.id, version: 1),
        par: terrain.secretariat,
      )
    }
    let incompletes = try await bureau.refus { _ = try await verser() }
    #expect(incompletes == .etat(.copiesIncompletes(2)))
    func regler(_ numero: Int, _ note: String, _ motif: String?) async throws {
      _ = try await essai.faire(
        ReglerUneCopie(
          terrain.epreuve.id,
          numero: numero,
          try TerrainDeCopies.entree(note),
          motif: motif,
        ),
        par: autre,
      )
    }
    let sansMotif = try await bureau.refus { try await regler(numeros[1], "11", " ") }
    #expect(sansMotif == .etat(.motifManquant))
    let sansObjet = try await bureau.refus { try await regler(numeros[0], "11", "?") }
    #expect(sansObjet == .etat(.copieSansEcart(numeros[0])))
    try await regler(numeros[1], "11", "question 3 relue ensemble")
    try await regler(numeros[2], "14", nil)
    let enseignant = try await bureau.refus {
      _ = try await essai.faire(VerserLesNotes(terrain.epreuve.id, version: 1), par: une)
    }
    #expect(enseignant == .interdit(.gererLesCampagnes))
    #expect(try await verser().versees != nil)
    let nommee = try await terrain.grille(par: autre)
    #expect(Set(nommee.lignes.compactMap { $0.etudiant?.id }) == Set(bureau.etudiants))
    let promotion = terrain.promotion.id
    let notes = try await essai.lire { try $0.notesDeSession2(promotion) }
    #expect(notes.map(\.entree.mot) == ["12", "11", "14"])
    #expect(notes.allSatisfy { $0.epreuve == .ue(terrain.ue) })
    let tard = try await bureau.refus {
      try await terrain.lire(.premiere, [(numeros[0], "9")], par: une)
    }
    #expect(tard == .etat(.copiesVersees))
    let apres = try await bureau.refus { try await regler(numeros[0], "13", "faute de report") }
    #expect(apres == .interdit(.saisirLesNotes))
    _ = try await essai.faire(
      ReglerUneCopie(
        terrain.epreuve.id,
        numero: numeros[0],
        try TerrainDeCopies.entree("13"),
        motif: "faute de report",
      ),
      par: terrain.secretariat,
    )
    let corrigees = try await essai.lire { try $0.notesDeSession2(promotion) }
    #expect(corrigees.map(\.entree.mot) == ["13", "11", "14"])
    let faites = try await essai.lire { [id = terrain.campagne.id] in
      try $0.etapesDeSession2(id)
    }
    #expect(faites[.notes] != nil && faites[.jury] == nil)
  }

  @Test("une lecture changée reprend l’accord, et deux versions ne s’écrasent pas")
  func relecture() async throws {
    let terrain = try await TerrainDeCopies(.sqlite)
    _ = try await terrain.preparer(.doubleSaisie)
    let numero = try await terrain.numeros()[0]
    try await terrain.lire(.premiere, [(numero, "12")], par: terrain.correcteurs[0])
    try await terrain.lire(.seconde, [(numero, "21/30")], par: terrain.correcteurs[1])
    _ = try await terrain.essai.faire(
      ReglerUneCopie(
        terrain.epreuve.id,
        numero: numero,
        try TerrainDeCopies.entree("14"),
        motif: nil,
      ),
      par: terrain.correcteurs[0],
    )
    let perdue = try await terrain.bureau.refus {
      try await terrain.lire(.premiere, [(numero, "9")], par: terrain.correcteurs[0])
    }
    #expect(perdue?.estUnConflit == true)
    try await terrain.lire(.premiere, [(numero, "14")], par: terrain.correcteurs[0], version: 1)
    let grille = try await terrain.grille(par: terrain.correcteurs[0])
    let ligne = try #require(grille.lignes.first { $0.numero == numero })
    #expect(ligne.lectures[.accord] == nil)
    #expect(ligne.etat == .conclue(try TerrainDeCopies.entree("14")))
  }

  @Test("qui est noté absent le jour même n’a pas de copie à noter")
  func absence() async throws {
    let terrain = try await TerrainDeCopies(.sqlite)
    _ = try await terrain.essai.faire(
      SaisirUneNoteDeSession2(
        promotion: terrain.promotion.id,
        etudiant: terrain.bureau.etudiants[2],
        epreuve: .ue(terrain.ue),
        entree: .absenceInjustifiee,
      )
    )
    _ = try await terrain.preparer(.simple)
    let numeros = try await terrain.numeros()
    try await terrain.lire(
      .premiere,
      [(numeros[0], "12"), (numeros[1], "8")],
      par: terrain.correcteurs[0],
    )
    _ = try await terrain.essai.faire(
      VerserLesNotes(terrain.epreuve.id, version: 1),
      par: terrain.secretariat,
    )
    let promotion = terrain.promotion.id
    let notes = try await terrain.essai.lire { try $0.notesDeSession2(promotion) }
    #expect(notes.map(\.entree.mot) == ["12", "8", "ABI"])
  }

  @Test(
    "une note versée se corrige par qui peut l’écrire partout où l’épreuve compte",
    arguments: SQLEngine.allCases,
  )
  func correction(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeCopies(moteur)
    let une = terrain.correcteurs[0]
    let surLUE = try await terrain.grille(par: une)
    #expect(surLUE.peutSaisir && !surLUE.corrige)
    #expect(try await terrain.grille(par: terrain.secretariat).corrige)
    var epreuve = terrain.epreuve
    epreuve.porteSur = .modules([terrain.module])
    _ = try await terrain.essai.faire(ChoisirUneEpreuve(epreuve))
    try await terrain.verser(["12", "8", "14"])
    #expect(try await terrain.grille(par: une).corrige)
    _ = try await terrain.essai.faire(
      ReglerUneCopie(
        epreuve.id,
        numero: try await terrain.numeros()[0],
        try TerrainDeCopies.entree("13"),
        motif: "faute de report",
      ),
      par: une,
    )
    let promotion = terrain.promotion.id
    let notes = try await terrain.essai.lire { try $0.notesDeSession2(promotion) }
    #expect(notes.map(\.entree.mot) == ["13", "8", "14"])
    #expect(notes.allSatisfy { $0.epreuve == .module(terrain.module) })
  }

  @Test("ce que la session 2 change : moyenne de l’UE, avant et après")
  func effets() async throws {
    let terrain = try await TerrainDeCopies(.sqlite)
    try await terrain.verser(["14", "8", "ABJ"])
    let tableau = try await terrain.essai.faire(
      VoirLesEffetsDeLaSession2(terrain.campagne.id),
      par: terrain.secretariat,
    )
    #expect(tableau.lignes.count == 3)
    let ligne = try #require(
      tableau.lignes.first { $0.etudiant.id == terrain.bureau.etudiant }
    )
    let effet = try #require(ligne.ues.first)
    #expect(effet.note?.mot == "14")
    let (avant, apres) = (try #require(effet.avant), try #require(effet.apres))
    #expect(avant < 1 && apres > 10)
    #expect(ligne.effets.contains { $0.sujet == "UE11" })
  }
}
