import Actes
import Echanges
import SQL
import Scolarite
import Testing

@Suite("Absences aux épreuves de session 2")
struct AbsencesDeSession2Tests {
  private typealias Terrain = TerrainDeCalendrierDeSession2

  @Test(
    "une absence se corrige et se retire avec son motif, jusqu’au versement",
    arguments: SQLEngine.allCases,
  )
  func absenceCorrigee(_ moteur: SQLEngine) async throws {
    let terrain = try await Terrain(moteur)
    let (essai, campagne) = (terrain.essai, terrain.campagne)
    let publie = try await terrain.publier()
    let lui = terrain.etudiants[2]
    for etudiant in [terrain.etudiants[0], lui] { try await terrain.inscrire(etudiant, ["UE12"]) }
    try essai.horloge.regler(a: "2026-07-06T20:00")
    let cle = try Terrain.cle("UE12-ecrit")
    let arrive = try terrain.arrivee(lui, "UE12-ecrit", publie)
    func constater(
      _ estJustifiee: Bool,
      _ motif: String? = nil,
      _ etudiant: Identifiant<Etudiant>? = nil,
    ) -> ConstaterUneAbsenceDeSession2 {
      ConstaterUneAbsenceDeSession2(
        campagne: campagne,
        epreuve: cle,
        etudiant: etudiant ?? lui,
        estJustifiee: estJustifiee,
        motif: motif,
      )
    }
    func retirer(_ motif: String) -> RetirerUneAbsenceDeSession2 {
      RetirerUneAbsenceDeSession2(
        campagne: campagne,
        epreuve: cle,
        etudiant: lui,
        motif: motif,
      )
    }
    func refus(_ acte: some Acte) async throws -> Refus? {
      try await terrain.bureau.refus { _ = try await essai.faire(acte) }
    }
    #expect(try await refus(retirer("?")) == .etat(.calendrierDeSession2(.sansAbsence)))
    let notee = try await essai.faire(constater(false))
    #expect(try await essai.faire(constater(false)) == notee)
    #expect(
      try await refus(arrive) == .etat(.calendrierDeSession2(.noteAbsent(estVerse: false)))
    )
    let epreuves = try await essai.lire { try $0.epreuvesDeSession2(campagne) }
    var epreuve = try #require(epreuves.first { $0.ue == cle.ue })
    let ue = try Bibliotheque { _ in nil }.programme("mmi-but1").ue(cle.ue)
    epreuve.porteSur = .modules([try #require(ue?.modules.first).code.canonique])
    let ailleurs = ChoisirUneEpreuve(epreuve, motif: "la note va à un module")
    #expect(try await refus(ailleurs) == .etat(.evaluationNotee(1)))
    #expect(try await refus(constater(true, " ")) == .etat(.motifManquant))
    let justifiee = try await essai.faire(constater(true, "certificat du 8 juillet"))
    #expect(justifiee.map(\.entree) == [.absenceJustifiee])
    let ligne = try #require(notee.first)
    let signee = LigneSignee.noteDeSession2(ligne.promotion, lui, ligne.epreuve)
    let journal = try await essai.lire { try $0.derniereEntree(sur: signee) }
    #expect(journal?.contenu?.contains("certificat du 8 juillet") == true)
    _ = try await essai.faire(constater(false, nil, terrain.etudiants[0]))
    for etudiant in terrain.etudiants.prefix(2) {
      try await terrain.pointer(etudiant, "UE11-ecrit", publie)
    }
    try await essai.faire(CloreLesEpreuves(campagne))
    #expect(try await refus(retirer(" ")) == .etat(.motifManquant))
    #expect(try await essai.faire(retirer("présent, place 12")).map(\.entree) == [.enAttente])
    let rouvertes = try await essai.lire { try $0.etapesDeSession2(campagne) }
    #expect(rouvertes[.epreuves] == nil)
    #expect(
      try await refus(CloreLesEpreuves(campagne))
        == .etat(.calendrierDeSession2(.sansSuite(1)))
    )
    _ = try await essai.faire(arrive)
    #expect(try await refus(constater(true, "?")) == .etat(.calendrierDeSession2(.present)))
    try await essai.faire(CloreLesEpreuves(campagne))
  }

  @Test(
    "une copie notée d’une personne notée absente se dit pour ce qu’elle est, et se dénoue",
    arguments: SQLEngine.allCases,
  )
  func contradiction(_ moteur: SQLEngine) async throws {
    let terrain = try await Terrain(moteur)
    let (essai, campagne) = (terrain.essai, terrain.campagne)
    try await terrain.publier()
    let (lui, absent) = (terrain.etudiants[2], terrain.etudiants[0])
    for etudiant in [absent, lui] { try await terrain.inscrire(etudiant, ["UE12"]) }
    try essai.horloge.regler(a: "2026-07-06T20:00")
    let cle = try Terrain.cle("UE12-ecrit")
    func constater(_ etudiant: Identifiant<Etudiant>, estJustifiee: Bool, _ motif: String? = nil)
      -> ConstaterUneAbsenceDeSession2
    {
      ConstaterUneAbsenceDeSession2(
        campagne: campagne,
        epreuve: cle,
        etudiant: etudiant,
        estJustifiee: estJustifiee,
        motif: motif,
      )
    }
    func retirer(_ etudiant: Identifiant<Etudiant>) -> RetirerUneAbsenceDeSession2 {
      RetirerUneAbsenceDeSession2(
        campagne: campagne,
        epreuve: cle,
        etudiant: etudiant,
        motif: "présent",
      )
    }
    func refus(_ acte: some Acte) async throws -> Refus? {
      try await terrain.bureau.refus { _ = try await essai.faire(acte) }
    }
    _ = try await essai.faire(constater(lui, estJustifiee: false))
    _ = try await essai.faire(constater(absent, estJustifiee: true))
    let epreuves = try await essai.lire { try $0.epreuvesDeSession2(campagne) }
    let epreuve = try #require(epreuves.first { $0.ue == cle.ue })
    _ = try await essai.faire(
      PreparerLesCopies(epreuve.id, mode: .simple, estAnonyme: true, graine: 7)
    )
    let copies = try await essai.lire { try $0.copiesUneAUne(epreuve.id) }
    let numero = try #require(copies.first { $0.etudiant == lui }).numero
    let vide = try #require(copies.first { $0.etudiant == absent }).numero
    let douze = Entree.note(try #require(Note("12")))
    // Whoever marks types ABI; the secretariat had the certificate.
    _ = try await essai.faire(
      SaisirDesCopies(
        epreuve.id,
        .premiere,
        [
          .init(numero, douze),
          .init(vide, .absenceInjustifiee),
        ],
      )
    )
    let contraire = try await refus(VerserLesNotes(epreuve.id, version: 1))
    #expect(contraire == .etat(.copiesContradictoires([numero])))
    #expect(contraire?.phrase.contains("noté absent le jour de l’épreuve") == true)
    _ = try await essai.faire(retirer(lui))
    _ = try await essai.faire(VerserLesNotes(epreuve.id, version: 1))
    let promotion = terrain.bureau.promotion.id
    let notes = try await essai.lire { try $0.notesDeSession2(promotion) }
    #expect(notes.first { $0.etudiant == lui }?.entree == douze)
    #expect(notes.first { $0.etudiant == absent }?.entree == .absenceJustifiee)
    #expect(try await refus(retirer(absent)) == .etat(.copiesVersees))
    #expect(
      try await refus(constater(absent, estJustifiee: false, "sans pièce"))
        == .etat(.copiesVersees)
    )
    let vue = try await terrain.vueDuJour(cle)
    #expect(vue.estVersee && vue.salles.flatMap(\.lignes).contains { $0.absence != nil })
  }

  @Test(
    "qui a émargé à l’écrit et manque l’oral n’est pas absent de l’UE, et les épreuves se closent",
    arguments: SQLEngine.allCases,
  )
  func deuxFormes(_ moteur: SQLEngine) async throws {
    let terrain = try await Terrain(moteur)
    let essai = terrain.essai
    let campagne = terrain.campagne
    let epreuves = try await essai.lire { try $0.epreuvesDeSession2(campagne) }
    var double = try #require(epreuves.first { $0.ue.texte == "UE12" })
    double.durees = [.ecrit: 90, .oral: 20]
    _ = try await essai.faire(ChoisirUneEpreuve(double))
    let publie = try await terrain.publier()
    let (ecrit, oral) = (try Terrain.cle("UE12-ecrit"), try Terrain.cle("UE12-oral"))
    let inscrites = [["UE11", "UE12"], ["UE11"], ["UE12"]]
    for (etudiant, ues) in zip(terrain.etudiants, inscrites) {
      try await terrain.inscrire(etudiant, ues)
    }
    try essai.horloge.regler(a: "2026-07-06T21:00")
    let lui = terrain.etudiants[2]
    try await terrain.pointer(lui, "UE12-ecrit", publie)
    func absence(_ etudiant: Identifiant<Etudiant>, _ cle: CleDEpreuve)
      -> ConstaterUneAbsenceDeSession2
    {
      ConstaterUneAbsenceDeSession2(
        campagne: campagne,
        epreuve: cle,
        etudiant: etudiant,
        estJustifiee: false,
      )
    }
    let lignes = try await terrain.vueDuJour(oral).salles.flatMap(\.lignes)
    let sienne = try #require(lignes.first { $0.etudiant == lui })
    #expect(!sienne.emargement.estPresent && sienne.emargeAilleurs == .ecrit)
    let autre = try #require(lignes.first { $0.etudiant == terrain.etudiants[0] })
    #expect(autre.emargeAilleurs == nil && autre.aToutPasse)
    let ici = try await terrain.bureau.refus { _ = try await essai.faire(absence(lui, ecrit)) }
    #expect(ici == .etat(.calendrierDeSession2(.present)))
    let ailleurs = try await terrain.bureau.refus { _ = try await essai.faire(absence(lui, oral)) }
    #expect(ailleurs == .etat(.calendrierDeSession2(.presentAilleurs(.ecrit))))
    #expect(ailleurs?.phrase.contains("à une autre forme de cette UE") == true)
    let inacheve = try await terrain.bureau.refus {
      try await essai.faire(CloreLesEpreuves(campagne))
    }
    // One misses both forms of a UE: once for that UE, once for the other.
    #expect(inacheve == .etat(.calendrierDeSession2(.sansSuite(3))))
    _ = try await essai.faire(absence(terrain.etudiants[0], oral))
    for etudiant in terrain.etudiants.prefix(2) {
      _ = try await essai.faire(absence(etudiant, try Terrain.cle("UE11-ecrit")))
    }
    try await essai.faire(CloreLesEpreuves(campagne))
    let faites = try await essai.lire { try $0.etapesDeSession2(campagne) }
    #expect(faites[.epreuves] != nil)
  }
}
