import Actes
import JSON
import SQL
import Scolarite
import Testing

@testable import Registre

@Suite("Session 2 : l’export des données d’une personne")
struct ExportDeSession2Tests {
  private static func exporter(_ terrain: TerrainDeCopies) async throws -> String {
    try await terrain.essai.faire(
      ExporterUnePersonne(terrain.bureau.etudiant),
      par: terrain.secretariat,
    )
  }

  /// How many rows of a table an export holds.
  private static func lignes(_ table: String, _ export: String) throws -> Int {
    let tables = try #require(try JSONNode(parsing: export).champs?["tables"]?.champs)
    guard case .array(let lignes)? = tables[table]?.value else { return 0 }
    return lignes.count
  }

  /// The acts whose entries it holds.
  private static func actes(_ export: String) throws -> Set<String> {
    let tables = try #require(try JSONNode(parsing: export).champs?["tables"]?.champs)
    guard case .array(let entrees)? = tables["journal"]?.value else { return [] }
    return Set(entrees.compactMap { $0.champs?["acte"]?.texte })
  }

  @Test(
    "une erreur reconnue ne dit la note exacte qu’à la clôture de la nouvelle délibération",
    arguments: SQLEngine.allCases,
  )
  func erreur(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeCopies(moteur)
    let (bureau, essai) = (terrain.bureau, terrain.essai)
    let posee = try await terrain.contester(exacte: "17,31")
    let reconnue = try await Self.exporter(terrain)
    #expect(try Self.lignes("consultation_de_copie", reconnue) == 1)
    #expect(reconnue.contains("copie, page 2"))
    #expect(!reconnue.contains("17.31") && !reconnue.contains("17,31"))
    let reportee = try await essai.faire(
      ReporterUneCorrection(posee.consultation.id, version: posee.consultation.version),
      par: terrain.secretariat,
    )
    // Written, taken back, written again: no entry of it tells the mark.
    let reprise = try await essai.faire(
      ReprendreUneCorrection(reportee.id, motif: "à revoir", version: reportee.version),
      par: terrain.secretariat,
    )
    _ = try await essai.faire(
      ReporterUneCorrection(reprise.id, version: reprise.version),
      par: terrain.secretariat,
    )
    let ecrite = try await Self.exporter(terrain)
    #expect(!ecrite.contains("17.31") && !ecrite.contains("17,31"))
    #expect(try !Self.actes(ecrite).contains(ReporterUneCorrection.nom))
    #expect(try Self.actes(ecrite).contains(SaisirUneNoteDeSession2.nom))
    let jury = try await terrain.presider(posee.jury)
    try await terrain.clore(jury, [bureau.etudiant])
    let close = try await Self.exporter(terrain)
    #expect(close.contains("\"valeur\": 17.31") && close.contains("17,31"))
    #expect(
      try Self.actes(close).isSuperset(of: [ReconnaitreUneErreur.nom, ReporterUneCorrection.nom])
    )
  }

  @Test(
    "une erreur sur laquelle on revient tait la note qu’on avait crue exacte",
    arguments: SQLEngine.allCases,
  )
  func retrait(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeCopies(moteur)
    let posee = try await terrain.contester(exacte: "17,31")
    try await terrain.essai.faire(
      AnnulerUnJury(posee.jury, motif: "à tort"),
      par: posee.direction,
    )
    let export = try await Self.exporter(terrain)
    #expect(!export.contains("17.31") && !export.contains("17,31"))
  }

  @Test(
    "le jury d’un semestre ne publie rien de l’autre : ni note, ni copie, ni lecture, ni entrée",
    arguments: SQLEngine.allCases,
  )
  func semestres(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeCopies(moteur, avec: ["UE21"])
    let (bureau, essai) = (terrain.bureau, terrain.essai)
    try await terrain.verser(["11,73", "8", "15"])
    try await Self.verser("13,37", terrain.autres, terrain)
    let avant = try await Self.exporter(terrain)
    for tue in ["11.73", "11,73", "13.37", "13,37"] { #expect(!avant.contains(tue), "\(tue)") }
    #expect(try Self.lignes("copie", avant) == 0)
    try essai.horloge.regler(a: "2026-07-06T17:00")
    let semestre = try await essai.faire(
      OuvrirUnJury(
        promotion: terrain.promotion.id,
        nature: .semestre(terrain.promotion.anneeBUT.semestres[0]),
        date: BureauDEssai.jour("2026-07-06"),
        membres: [.init(nom: "Dominique Chaire", qualite: .president, present: true)],
      )
    )
    try await terrain.clore(semestre)
    let premier = try await Self.exporter(terrain)
    #expect(premier.contains("\"valeur\": 11.73") && premier.contains("11,73"))
    #expect(!premier.contains("13.37") && !premier.contains("13,37"))
    for table in ["note_session2", "note_publiee_de_session2", "copie", "lecture_de_copie"] {
      #expect(try Self.lignes(table, premier) == 1, "\(table)")
    }
    try await terrain.clore(try await terrain.jury(le: "2026-07-06"), bureau.etudiants)
    let second = try await Self.exporter(terrain)
    #expect(second.contains("\"valeur\": 13.37") && second.contains("13,37"))
    for table in ["note_session2", "note_publiee_de_session2", "copie", "lecture_de_copie"] {
      #expect(try Self.lignes(table, second) == 2, "\(table)")
    }
  }

  /// The same mark for everybody at other exams.
  private static func verser(
    _ note: String,
    _ epreuves: [EpreuveDeSession2],
    _ terrain: TerrainDeCopies,
  ) async throws {
    let (essai, secretariat) = (terrain.essai, terrain.secretariat)
    let entree = try TerrainDeCopies.entree(note)
    for epreuve in epreuves {
      _ = try await essai.faire(
        PreparerLesCopies(epreuve.id, mode: .simple, estAnonyme: true, graine: 8),
        par: secretariat,
      )
      let liste = try await essai.faire(VoirLesNumerosDeCopie(epreuve.id), par: secretariat)
      _ = try await essai.faire(
        SaisirDesCopies(epreuve.id, .premiere, liste.lignes.map { .init($0.numero, entree) }),
        par: secretariat,
      )
      _ = try await essai.faire(VerserLesNotes(epreuve.id, version: 1), par: secretariat)
    }
  }
}
