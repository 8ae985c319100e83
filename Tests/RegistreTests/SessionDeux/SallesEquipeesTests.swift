import Actes
import Calendrier
import SQL
import Scolarite
import Testing

@testable import Registre

/// What exams need of their rooms, and rooms that have it or not.
@Suite("Salles équipées d’une session 2")
struct SallesEquipeesTests {
  private typealias Terrain = TerrainDeCalendrierDeSession2

  private static let remede =
    "Complétez l’équipement des salles, ou changez les besoins de l’épreuve."

  private static func salle(_ nom: String, _ places: Int, _ equipements: String = "")
    -> LieuxDeSession2.Salle
  {
    .init(nom, places: places, equipements: EquipementDeSalle.liste(equipements))
  }

  @Test(
    "virgules, points-virgules et lignes séparent, une chose n’est dite qu’une fois",
    arguments: [
      ("Ordinateurs, vidéoprojecteur", ["Ordinateurs", "vidéoprojecteur"]),
      ("ordinateurs ; Ordinateur\nprises", ["ordinateurs", "prises"]),
      ("tableau  blanc et feutres.", ["tableau blanc et feutres"]),
      ("aucun", []),
      (" , – ;", []),
    ] as [(String, [String])],
  )
  func liste(_ texte: String, _ noms: [String]) {
    #expect(EquipementDeSalle.liste(texte).map(\.nom) == noms)
  }

  @Test("l’équipement se garde, se relit et s’écrit au journal", arguments: SQLEngine.allCases)
  func garde(_ moteur: SQLEngine) async throws {
    let terrain = try await Terrain(moteur)
    let ecrits = try await terrain.meubler([
      Self.salle("Amphi A", 120, "Vidéoprojecteur, prises"), Self.salle("B204", 24),
    ])
    let campagne = terrain.campagne
    let lus = try #require(try await terrain.essai.lire { try $0.lieuxDeSession2(campagne) })
    #expect(lus == ecrits)
    #expect(lus.salles.map(\.equipements.enListe) == ["Vidéoprojecteur, prises", ""])
    let entrees = try await terrain.essai.lire { try $0.journal(avant: nil, limite: 1) }
    let contenu = try #require(entrees.first?.contenu)
    #expect(contenu.contains("Amphi A (120 ; Vidéoprojecteur, prises)"))
    #expect(contenu.contains("B204 (24)"))
  }

  @Test("un équipement trop long, ou trop d’équipements, sont refusés")
  func bornes() async throws {
    let terrain = try await Terrain(.sqlite)
    let long = String(repeating: "o", count: 61)
    let nombreux = (1...21).map { "prise \($0)" }.joined(separator: ", ")
    for equipements in [long, nombreux] {
      let refus = try await terrain.bureau.refus {
        try await terrain.meubler([Self.salle("B204", 24, equipements)])
      }
      guard case .donnees(let fautes) = refus else {
        Issue.record("what no room can have is refused")
        return
      }
      #expect(fautes.map(\.lieu) == ["salles"])
    }
  }

  @Test(
    "une épreuve ne va que dans une salle qui a tout ce qu’elle demande",
    arguments: SQLEngine.allCases,
  )
  func lie(_ moteur: SQLEngine) async throws {
    let terrain = try await Terrain(moteur)
    try await terrain.demander("Videoprojecteurs", pour: "UE11")
    try await terrain.demander("Ordinateur", pour: "UE12", [.ecrit, .oral, .projet])
    try await terrain.meubler([
      Self.salle("Amphi A", 40, "ordinateurs, prises"), Self.salle("B204", 20, "Vidéoprojecteur"),
    ])
    let prepare = try await terrain.preparer().probleme
    #expect(
      prepare.cles.map(\.description) == ["UE11-ecrit", "UE12-ecrit", "UE12-oral", "UE12-projet"]
    )
    #expect(prepare.probleme.epreuves.map(\.salles) == [[1], [0], [0], nil])
    #expect(try await terrain.vue().besoinsSansSalle.isEmpty)
    try await terrain.demander("Ordinateur", pour: "UE12")
    let garde = try await terrain.chercher()
    #expect(
      Dictionary(grouping: garde.seances, by: \.epreuve.ue.texte).mapValues { $0.map(\.salle) }
        == ["UE11": ["B204"], "UE12": ["Amphi A"]]
    )
  }

  @Test("une salle à laquelle il manque quelque chose est refusée, et dit quoi")
  func manque() async throws {
    let terrain = try await Terrain(.sqlite)
    let essai = terrain.essai
    try await terrain.demander("ordinateurs, prises", pour: "UE12")
    try await terrain.meubler([
      Self.salle("Amphi A", 40, "ordinateurs, prises"), Self.salle("B204", 20, "prises"),
    ])
    let garde = try await terrain.chercher()
    let cle = try Terrain.cle("UE12-ecrit")
    let debut = try terrain.debut("UE12-ecrit", garde)
    let manque = "B204 n’a pas ce que demande « UE12, écrit surveillé » : ordinateurs"
    let estimation = try await essai.bureau.demander(
      EstimerUnDeplacement(campagne: terrain.campagne, epreuve: cle, vers: debut, salle: "B204"),
      par: .console("essai"),
      dans: essai.iut,
    )
    #expect(estimation.empechements == [manque])
    #expect(estimation.reparation == nil, "no other move gives the room what it lacks")
    for enReparant in [false, true] {
      let refus = try await terrain.bureau.refus {
        _ = try await essai.faire(
          DeplacerUneEpreuve(
            campagne: terrain.campagne,
            epreuve: cle,
            vers: debut,
            salle: "B204",
            enReparant: enReparant,
            version: garde.version,
          )
        )
      }
      #expect(refus == .etat(.calendrierDeSession2(.placeImpossible([manque]))))
    }
    let libre = try #require(
      try ["09:00", "11:00", "14:00"].map { try BureauDEssai.instant("2026-07-06T\($0)") }
        .first { heure in !garde.seances.contains { $0.debut == heure } }
    )
    func seul(_ salle: String) async throws {
      _ = try await essai.faire(
        FairePasserSeul(
          campagne: terrain.campagne,
          epreuve: cle,
          etudiant: terrain.etudiants[0],
          le: libre,
          salle: salle,
          version: garde.version,
        )
      )
    }
    let refus = try await terrain.bureau.refus { try await seul("B204") }
    #expect(refus == .etat(.calendrierDeSession2(.placeImpossible([manque]))))
    try await seul("Amphi A")
    #expect(try await terrain.vue().jugement?.violations == [])
    let version = try #require(try await terrain.vue().lieux).version
    try await terrain.meubler(
      [Self.salle("Amphi A", 40), Self.salle("B204", 20, "ordinateurs, prises")],
      version: version,
    )
    let violations = try #require(try await terrain.vue().jugement).violations
    #expect(
      Set(violations)
        == ["Amphi A n’a pas ce que demande « UE12, écrit surveillé » : ordinateurs, prises"]
    )
  }

  @Test(
    "ce qu’aucune salle n’a ne lie pas et se dit, avec l’UE et le besoin",
    arguments: SQLEngine.allCases,
  )
  func sansSalle(_ moteur: SQLEngine) async throws {
    let terrain = try await Terrain(moteur)
    try await terrain.demander("ordinateurs, tableau blanc", pour: "UE12")
    try await terrain.demander("Tableaux blancs", pour: "UE11")
    #expect(try await terrain.vue().besoins.count == 2)
    #expect(try await terrain.vue().besoinsSansSalle.isEmpty, "no room was entered")
    try await terrain.meubler([
      Self.salle("Amphi A", 40, "Ordinateurs"), Self.salle("B204", 20),
    ])
    let dits = try await terrain.vue().besoinsSansSalle
    #expect(dits.map(\.equipement.nom) == ["Tableaux blancs"])
    #expect(dits.map { $0.ues.map(\.texte) } == [["UE11", "UE12"]])
    let prepare = try await terrain.preparer().probleme
    #expect(prepare.probleme.epreuves.map(\.salles) == [nil, [0]])
    try await terrain.chercher()
    #expect(try await terrain.vue().jugement?.violations == [])
  }

  @Test("aucune salle n’a tout, ou aucune n’est assez grande : l’épreuve et le remède sont dits")
  func impossible() async throws {
    let terrain = try await Terrain(.sqlite)
    try await terrain.demander("ordinateurs, vidéoprojecteur", pour: "UE12")
    let lieux = try await terrain.meubler([
      Self.salle("Amphi A", 40, "vidéoprojecteur"), Self.salle("B204", 20, "ordinateurs"),
    ])
    let ecartes = try await terrain.bureau.refus { _ = try await terrain.preparer() }
    #expect(
      ecartes
        == .etat(
          .calendrierDeSession2(
            .impossible(
              "« UE12, écrit surveillé » demande ordinateurs, vidéoprojecteur, et aucune salle n’a "
                + "tout à la fois. \(Self.remede)"
            )
          )
        )
    )
    try await terrain.meubler(
      [Self.salle("Amphi A", 40), Self.salle("B204", 1, "ordinateurs, vidéoprojecteur")],
      version: lieux.version,
    )
    let petite = try await terrain.bureau.refus { _ = try await terrain.preparer() }
    #expect(
      petite
        == .etat(
          .calendrierDeSession2(
            .impossible(
              "« UE12, écrit surveillé » demande ordinateurs, vidéoprojecteur et 2 places ; la "
                + "seule salle qui convient (B204) en a 1. \(Self.remede)"
            )
          )
        )
    )
  }

  @Test("une salle isolée doit aussi avoir ce que l’épreuve demande")
  func isolee() async throws {
    let terrain = try await Terrain(.sqlite)
    _ = try await terrain.essai.faire(
      AccorderUnAmenagement(
        .salleIsolee,
        a: terrain.etudiants[0],
        precision: "",
        depuis: BureauDEssai.jour("2025-09-01"),
        jusqua: nil,
      )
    )
    try await terrain.demander("ordinateurs", pour: "UE12")
    let lieux = try await terrain.meubler([
      Self.salle("Amphi A", 40, "ordinateurs"), Self.salle("B204", 20),
    ])
    let prepare = try await terrain.preparer().probleme
    let impossibilite = try await #require(throws: Impossibilite.self) {
      try await terrain.chercher()
    }
    #expect(
      prepare.dire(impossibilite)
        == "Aucune place n’a été trouvée pour « UE12, écrit surveillé » : tous la passent à la même "
        + "heure, et les salles ou les surveillants manquent. « UE12, écrit surveillé » demande "
        + "ordinateurs, que seule Amphi A a. \(Self.remede)"
    )
    try await terrain.meubler(
      [Self.salle("Amphi A", 40, "ordinateurs"), Self.salle("B204", 20, "ordinateurs")],
      version: lieux.version,
    )
    let garde = try await terrain.chercher()
    let siennes = garde.seances.filter { $0.epreuve.ue.texte == "UE12" }.map(\.salle)
    #expect(Set(siennes) == ["Amphi A", "B204"])
  }
}
