import Actes
import SQL
import Scolarite
import Testing

@Suite("Session 2 : l’erreur reconnue et son jury")
struct ErreurReconnueTests {
  private static let article = "procédure de session 2, § 5"

  private static func nom(_ terrain: TerrainDeCopies) async throws -> String {
    let lu = try await terrain.essai.lire { [id = terrain.bureau.etudiant] in try $0.etudiant(id) }
    return try #require(lu).nomAffiche
  }

  @Test(
    "le jury d’une erreur ne clôt pas sans la note exacte, et dit de qui",
    arguments: SQLEngine.allCases,
  )
  func sansLaNote(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeCopies(moteur)
    let (bureau, essai) = (terrain.bureau, terrain.essai)
    let posee = try await terrain.contester(exacte: "17")
    let jury = try await terrain.presider(posee.jury)
    let refus = try await bureau.refus { try await terrain.clore(jury, [bureau.etudiant]) }
    let nom = try await Self.nom(terrain)
    #expect(refus == .regle(article: Self.article, .correctionsAReporter([nom])))
    #expect(refus?.phrase.contains("n’est pas reportée") == true)
    let attendue = try await essai.faire(VoirUneDeliberation(posee.jury))
    #expect(attendue.aReporter.map(\.consultation.id) == [posee.consultation.id])
    #expect(try await terrain.session2(par: posee.lui)?.notesUE[terrain.ue]?.mot == "7")
    _ = try await essai.faire(
      ReporterUneCorrection(posee.consultation.id, version: posee.consultation.version),
      par: terrain.secretariat,
    )
    #expect(try await essai.faire(VoirUneDeliberation(posee.jury)).aReporter.isEmpty)
    let projets = try await essai.lire { try $0.projets(jury.id) }
    for projet in projets {
      _ = try await essai.faire(
        ReprendreUnExamen(jury: jury.id, etudiant: projet.etudiant, version: projet.version)
      )
    }
    try await terrain.clore(jury, [bureau.etudiant])
    #expect(try await terrain.session2(par: posee.lui)?.notesUE[terrain.ue]?.mot == "17")
  }

  @Test(
    "retirer le jury d’une erreur rend la demande comme avant, avec son motif",
    arguments: SQLEngine.allCases,
  )
  func retrait(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeCopies(moteur)
    let (bureau, essai) = (terrain.bureau, terrain.essai)
    let posee = try await terrain.contester(exacte: "17")
    let secretariat = try await bureau.refus {
      try await essai.faire(AnnulerUnJury(posee.jury, motif: "?"), par: terrain.secretariat)
    }
    #expect(secretariat == .interdit(.cloreUnJury))
    let muet = try await bureau.refus {
      try await essai.faire(AnnulerUnJury(posee.jury, motif: " "), par: posee.direction)
    }
    #expect(muet == .etat(.motifManquant))
    #expect(try await terrain.relue(posee.consultation) == posee.consultation)
    let motif = "c’est la copie de la voisine"
    try await essai.faire(AnnulerUnJury(posee.jury, motif: motif), par: posee.direction)
    #expect(try await essai.lire { try $0.jury(posee.jury) } == nil)
    let rendue = try await terrain.relue(posee.consultation)
    var attendue = posee.avant
    attendue.version = posee.consultation.version + 1
    #expect(rendue == attendue)
    let entree = try await bureau.derniereEntree(de: bureau.etudiant)
    #expect(entree?.acte == AnnulerUnJury.reconnaissance)
    #expect(entree?.contenu?.contains(motif) == true)
    let nouvelles = try await essai.faire(
      NouvellesDUnEtudiant(bureau.etudiant, apres: nil),
      par: posee.lui,
    )
    #expect(nouvelles.first?.nature == .erreurReprise(rendue.id))
    // What was recognised by mistake keeps nothing from being answered.
    let deNouveau = try await terrain.reconnaitre(rendue, exacte: "9", par: posee.direction)
    let second = try #require(deNouveau.erreur)
    try await essai.faire(AnnulerUnJury(second.jury, motif: motif), par: posee.direction)
    let maintenue = try await essai.faire(
      MaintenirUneNote(rendue.id, motif: "le total est juste", version: deNouveau.version + 1),
      par: terrain.secretariat,
    )
    #expect(
      maintenue.issue
        == .maintenue(le: try BureauDEssai.jour("2026-07-08"), motif: "le total est juste")
    )
  }

  @Test(
    "une note déjà reportée se remet d’abord, puis le jury se retire",
    arguments: SQLEngine.allCases,
  )
  func reprise(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeCopies(moteur)
    let (bureau, essai) = (terrain.bureau, terrain.essai)
    let posee = try await terrain.contester(exacte: "17")
    func reprendre(_ version: Int64, _ motif: String = "erreur d’étudiant") async throws
      -> ConsultationDeCopie
    {
      try await essai.faire(
        ReprendreUneCorrection(posee.consultation.id, motif: motif, version: version),
        par: terrain.secretariat,
      )
    }
    let rien = try await bureau.refus { _ = try await reprendre(posee.consultation.version) }
    #expect(rien == .etat(.correctionSansReport))
    let reportee = try await essai.faire(
      ReporterUneCorrection(posee.consultation.id, version: posee.consultation.version),
      par: terrain.secretariat,
    )
    let refus = try await bureau.refus {
      try await essai.faire(AnnulerUnJury(posee.jury, motif: "?"), par: posee.direction)
    }
    let nom = try await Self.nom(terrain)
    #expect(refus == .regle(article: Self.article, .correctionsReportees([nom])))
    #expect(refus?.phrase.contains("remet la note publiée") == true)
    let muet = try await bureau.refus { _ = try await reprendre(reportee.version, " ") }
    #expect(muet == .etat(.motifManquant))
    let reprise = try await reprendre(reportee.version)
    #expect(reprise.erreur?.reportee == nil)
    #expect(try await presente(terrain) == "7")
    try await essai.faire(AnnulerUnJury(posee.jury, motif: "à tort"), par: posee.direction)
    #expect(try await terrain.relue(reprise).issue == nil)
    #expect(try await terrain.session2(par: posee.lui)?.notesUE[terrain.ue]?.mot == "7")
    let fige = try await bureau.refus {
      _ = try await essai.faire(
        SaisirUneNoteDeSession2(
          promotion: terrain.promotion.id,
          etudiant: bureau.etudiant,
          epreuve: .ue(terrain.ue),
          entree: try TerrainDeCopies.entree("18"),
          version: 3,
        )
      )
    }
    #expect(fige == .regle(article: Self.article, .noteDeSession2Publiee))
  }

  /// The mark of the first student, published or not.
  private func presente(_ terrain: TerrainDeCopies) async throws -> String? {
    let notes = try await terrain.essai.lire {
      [etudiant = terrain.bureau.etudiant, promotion = terrain.promotion.id] in
      try $0.notesDeSession2(etudiant, promotion)
    }
    return notes.first { $0.epreuve == .ue(terrain.ue) }?.entree.mot
  }

  @Test("ce que le jury a clos ne se reprend plus, ni ce qu’un autre jury a publié")
  func closes() async throws {
    let terrain = try await TerrainDeCopies(.sqlite)
    let (bureau, essai) = (terrain.bureau, terrain.essai)
    let posee = try await terrain.contester(exacte: "17")
    let reportee = try await essai.faire(
      ReporterUneCorrection(posee.consultation.id, version: posee.consultation.version),
      par: terrain.secretariat,
    )
    func reprendre() async throws {
      _ = try await essai.faire(
        ReprendreUneCorrection(reportee.id, motif: "à tort", version: reportee.version),
        par: terrain.secretariat,
      )
    }
    // Another jury on the same student closes first.
    let publication = try await essai.lire { [id = terrain.promotion.id] in
      try $0.publicationsDeSession2(id).last
    }
    let autre = try await essai.faire(
      RouvrirPourErreurMaterielle(
        jury: try #require(publication).jury,
        etudiants: [bureau.etudiant],
        date: BureauDEssai.jour("2026-07-09"),
        preuve: "autre chose",
      )
    )
    try await terrain.clore(try await terrain.presider(autre.id), [bureau.etudiant])
    let publiee = try await bureau.refus { try await reprendre() }
    #expect(publiee == .regle(article: Self.article, .noteDeSession2Publiee))
    try await terrain.clore(try await terrain.presider(posee.jury), [bureau.etudiant])
    let close = try await bureau.refus { try await reprendre() }
    #expect(close == .etat(.juryClos))
    let retire = try await bureau.refus {
      try await essai.faire(AnnulerUnJury(posee.jury, motif: "?"), par: posee.direction)
    }
    #expect(retire == .etat(.juryClos))
  }
}
