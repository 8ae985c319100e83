import Actes
import SQL
import Scolarite
import Testing

@Suite("Session 2 : soutien")
struct SoutienTests {
  @Test(
    "le soutien : UE fondamentales d’abord, inscrits seuls, présences",
    arguments: SQLEngine.allCases,
  )
  func soutien(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeCopies(moteur, aussi: ["UE12"])
    let (bureau, essai) = (terrain.bureau, terrain.essai)
    try essai.horloge.regler(a: "2026-06-15T09:00")
    let lui = try await bureau.enPersonne(bureau.etudiant)
    func offrir(_ ue: CodeUE, _ jour: String, _ motif: String? = nil) async throws
      -> SeanceDeSoutien
    {
      try await essai.faire(
        OffrirUneSeanceDeSoutien(
          terrain.campagne.id,
          ue,
          debut: BureauDEssai.instant("\(jour)T14:00"),
          fin: BureauDEssai.instant("\(jour)T16:00"),
          salle: "B204",
          enseignant: "Camille Dutour",
          places: 1,
          motif: motif,
        ),
        par: terrain.secretariat,
      )
    }
    let (autre, sans) = (try #require(CodeUE("UE12")), try #require(CodeUE("UE13")))
    try await essai.faire(FixerLesUEFondamentales(terrain.campagne.id, [terrain.ue]))
    let sansInscrit = try await bureau.refus { _ = try await offrir(sans, "2026-06-22") }
    #expect(sansInscrit == .etat(.soutienSansInscrit(sans)))
    let article = "procédure de session 2, § 5"
    let dAbord = try await bureau.refus { _ = try await offrir(autre, "2026-06-22") }
    #expect(dAbord == .regle(article: article, .soutienFondamentalDAbord([terrain.ue])))
    _ = try await offrir(autre, "2026-06-23", "l’enseignant de UE11 arrive le 24")
    let tard = try await bureau.refus { _ = try await offrir(terrain.ue, "2026-07-01") }
    #expect(
      tard == .regle(article: article, .soutienTardif(try BureauDEssai.jour("2026-07-01")))
    )
    let seance = try await offrir(terrain.ue, "2026-06-22")
    func venir(_ qui: Utilisateur, _ rang: Int, _ vient: Bool = true) async throws {
      try await essai.faire(
        VenirAuSoutien(seance.id, bureau.etudiants[rang], vient: vient),
        par: qui,
      )
    }
    try await venir(lui, 0)
    let voisin = try await bureau.enPersonne(bureau.etudiants[1])
    let complet = try await bureau.refus { try await venir(voisin, 1) }
    #expect(complet == .etat(.soutienComplet(1)))
    try await venir(lui, 0, false)
    try await venir(voisin, 1)
    let titulaire = try await essai.titulaire(bureau.etudiants[1])
    let agenda = try await essai.faire(VoirSonCalendrier(), par: titulaire).evenements
    let soutien = agenda.first { $0.cle == "soutien-\(seance.id)" }
    #expect(soutien?.quand == .creneau(seance.debut, minutes: 120))
    #expect(soutien?.details == ["Salle : B204", "Camille Dutour"])
    let sien = try await essai.faire(VoirSonSoutien(bureau.etudiants[1]), par: voisin)
    #expect(sien.seances.map(\.vient) == [true, false] && sien.seances.map(\.reste) == [0, 1])
    let avant = try await bureau.refus {
      try await essai.faire(
        PointerLeSoutien(seance.id, presents: [bureau.etudiants[1]]),
        par: terrain.correcteurs[0],
      )
    }
    #expect(avant == .etat(.dateAVenir))
    try essai.horloge.regler(a: "2026-06-22T14:05")
    try await essai.faire(
      PointerLeSoutien(seance.id, presents: [bureau.etudiants[1]]),
      par: terrain.correcteurs[0],
    )
    let commence = try await bureau.refus { try await venir(lui, 0) }
    #expect(commence == .etat(.soutienCommence))
    let vu = try await essai.faire(VoirLeSoutien(terrain.campagne.id), par: terrain.secretariat)
    #expect(vu.seances.flatMap(\.inscrits).map(\.present) == [true])
    let annulee = try await offrir(terrain.ue, "2026-06-24")
    try await essai.faire(
      VenirAuSoutien(annulee.id, bureau.etudiant, vient: true),
      par: lui,
    )
    _ = try await essai.faire(
      AnnulerUneSeanceDeSoutien(annulee.id, motif: "grève", version: 1),
      par: terrain.secretariat,
    )
    let nouvelles = try await essai.faire(
      NouvellesDUnEtudiant(bureau.etudiant, apres: nil),
      par: lui,
    )
    #expect(nouvelles.first?.nature == .soutienAnnule(annulee.id))
  }
}
