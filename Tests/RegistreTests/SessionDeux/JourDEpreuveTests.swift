import Actes
import SQL
import Scolarite
import Testing

@Suite("Jour des épreuves de session 2")
struct JourDEpreuveTests {
  private typealias Terrain = TerrainDeCalendrierDeSession2

  @Test("on émarge avec les deux pièces, pas une", arguments: SQLEngine.allCases)
  func pieces(_ moteur: SQLEngine) async throws {
    let terrain = try await Terrain(moteur)
    let essai = terrain.essai
    let publie = try await terrain.publier()
    let cle = try Terrain.cle("UE11-ecrit")
    let debut = try terrain.debut("UE11-ecrit", publie)
    let heure = { (minute: Int) -> String in
      let h = minute / 60
      let m = minute % 60
      return "2026-07-06T\(h < 10 ? "0" : "")\(h):\(m < 10 ? "0" : "")\(m)"
    }
    try essai.horloge.regler(a: heure(debut.minute + 12))
    let arrivee = try BureauDEssai.instant(heure(debut.minute + 10))
    func emargement(piece: Bool, carte: Bool, version: Int64 = 0) -> EmargementDeSession2 {
      EmargementDeSession2(
        campagne: terrain.campagne,
        epreuve: cle,
        etudiant: terrain.etudiants[1],
        pieceVue: piece,
        carteVue: carte,
        arrivee: arrivee,
        version: version,
      )
    }
    let manquante = Refus.regle(
      article: "procédure de session 2, § 4",
      .calendrierDeSession2(.pieceManquante),
    )
    for (piece, carte) in [(false, true), (true, false)] {
      let refus = try await terrain.bureau.refus {
        _ = try await essai.faire(PointerAUneEpreuve(emargement(piece: piece, carte: carte)))
      }
      #expect(refus == manquante)
    }
    _ = try await essai.faire(PointerAUneEpreuve(emargement(piece: true, carte: true)))
    let perdue = try await terrain.bureau.refus {
      _ = try await essai.faire(PointerAUneEpreuve(emargement(piece: true, carte: true)))
    }
    #expect(perdue?.estUnConflit == true)
    let lignes = try await terrain.vueDuJour(cle).salles.flatMap(\.lignes)
    let sienne = try #require(lignes.first { $0.etudiant == terrain.etudiants[1] })
    #expect(sienne.retard == 10 && sienne.emargement.estPresent)
    #expect(sienne.fin.minute == debut.minute + 120, "a third more than ninety minutes")
    var blanche = emargement(piece: true, carte: true, version: 1)
    blanche.copie = .blanche
    let notee = try await essai.faire(PointerAUneEpreuve(blanche))
    let campagne = terrain.campagne
    #expect(try await essai.lire { try $0.emargementsDeSession2(campagne) } == [notee])
  }

  @Test(
    "une absence injustifiée est un zéro, une fois l’épreuve finie",
    arguments: SQLEngine.allCases,
  )
  func absence(_ moteur: SQLEngine) async throws {
    let terrain = try await Terrain(moteur)
    let essai = terrain.essai
    try await terrain.publier()
    try await terrain.inscrire(terrain.etudiants[2], ["UE12"])
    let acte = ConstaterUneAbsenceDeSession2(
      campagne: terrain.campagne,
      epreuve: try Terrain.cle("UE12-ecrit"),
      etudiant: terrain.etudiants[2],
      estJustifiee: false,
    )
    try essai.horloge.regler(a: "2026-07-06T08:00")
    let tropTot = try await terrain.bureau.refus { _ = try await essai.faire(acte) }
    #expect(tropTot == .etat(.dateAVenir))
    try essai.horloge.regler(a: "2026-07-06T20:00")
    let notes = try await essai.faire(acte)
    #expect(notes.map(\.entree) == [.absenceInjustifiee])
    let inacheve = try await terrain.bureau.refus {
      try await essai.faire(CloreLesEpreuves(terrain.campagne))
    }
    #expect(inacheve == .etat(.calendrierDeSession2(.sansSuite(3))))
    let ailleurs = try await terrain.bureau.refus {
      _ = try await essai.faire(
        ConstaterUneAbsenceDeSession2(
          campagne: terrain.campagne,
          epreuve: Terrain.cle("UE11-ecrit"),
          etudiant: terrain.etudiants[2],
          estJustifiee: false,
        )
      )
    }
    #expect(ailleurs == .etat(.calendrierDeSession2(.horsDeLaSeance)))
  }

  @Test("les places se tirent d’une graine : la même donne les mêmes, toutes différentes")
  func places() async throws {
    let terrain = try await Terrain(.sqlite)
    let publie = try await terrain.publier()
    let campagne = terrain.campagne
    let lus = try await terrain.essai.lire { try $0.lieuxDeSession2(campagne) }
    let lieux = try #require(lus)
    let cle = try Terrain.cle("UE11-ecrit")
    func tirees(_ graine: UInt64) -> [Int?] {
      let tirage = TirageDesPlaces(publie, lieux, graine: graine)
      return terrain.etudiants.prefix(2).map { tirage.place(de: $0, a: cle) }
    }
    #expect(tirees(7) == tirees(7) && Set(tirees(7)).count == 2)
    #expect((0..<20).contains { tirees($0) != tirees(7) })
    #expect(
      TirageDesPlaces(publie, lieux, graine: 7).place(de: terrain.etudiants[2], a: cle) == nil
    )
    try await terrain.essai.faire(TirerLesPlaces(terrain.campagne, graine: .max))
    let lignes = try await terrain.vueDuJour(cle).salles.flatMap(\.lignes)
    #expect(lignes.map(\.place).count { $0 == nil } == 0)
  }

  @Test("convocations, listes de salle et calendrier officiel sortent du calendrier publié")
  func documents() async throws {
    let terrain = try await Terrain(.sqlite)
    try await terrain.publier()
    let edition = EditionDEssai(terrain.essai)
    let lui = try await terrain.bureau.enPersonne(terrain.etudiants[0])
    let convocation = try await edition.editer(
      .convocation,
      sur: .session2(terrain.campagne, nil),
      [terrain.etudiants[0]],
      par: lui,
    )
    guard case .convocation(let sienne) = convocation.documents.first?.contenu else {
      Issue.record("no convocation")
      return
    }
    #expect(sienne.epreuves.count == 2)
    let secretariat = try await terrain.essai.utilisateur(
      .secretariat,
      sur: .promotion(terrain.bureau.promotion.id),
    )
    let liste = try await edition.editer(
      .feuilleDEmargement,
      sur: .session2(terrain.campagne, Terrain.cle("UE11-ecrit")),
      nil,
      par: secretariat,
    )
    guard case .presence(let presence) = liste.documents.first?.contenu else {
      Issue.record("no list")
      return
    }
    #expect(presence.lignes.contains { $0.amenagements.contains { $0.contains("fin à") } })
    let officiel = try await edition.editer(
      .calendrierOfficiel,
      sur: .session2(terrain.campagne, nil),
      nil,
      par: secretariat,
    )
    guard case .calendrier(let calendrier) = officiel.documents.first?.contenu else {
      Issue.record("no calendar")
      return
    }
    #expect(calendrier.rubriques.first?.introduction.contains("SHA-256") == true)
  }
}
