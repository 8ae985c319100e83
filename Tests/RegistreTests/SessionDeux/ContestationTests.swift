import Actes
import SQL
import Scolarite
import Testing

@Suite("Session 2 : contestations")
struct ContestationTests {
  @Test(
    "une contestation : délai à la minute, date, erreur prouvée, nouvelle délibération",
    arguments: SQLEngine.allCases,
  )
  func contestation(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeCopies(moteur)
    let (bureau, essai) = (terrain.bureau, terrain.essai)
    let lui = try await bureau.enPersonne(bureau.etudiant)
    let voisin = try await bureau.enPersonne(bureau.etudiants[1])
    let direction = try await essai.utilisateur(
      .direction,
      sur: .departement(terrain.promotion.departement),
    )
    try await terrain.verser(["7", "8", "15"])
    func demander(_ qui: Utilisateur, _ etudiant: Int = 0) async throws -> ConsultationDeCopie {
      try await essai.faire(
        DemanderSaCopie(terrain.epreuve.id, de: bureau.etudiants[etudiant]),
        par: qui,
      )
    }
    let article = "procédure de session 2, § 5"
    let tot = try await bureau.refus { _ = try await demander(lui) }
    #expect(tot == .regle(article: article, .session2NonPubliee))
    try essai.horloge.regler(a: "2026-07-06T17:00")
    try await terrain.clore(try await terrain.jury(le: "2026-07-06"))
    try essai.horloge.regler(a: "2026-07-16T23:59")
    var consultation = try await demander(lui)
    let deux = try await bureau.refus { _ = try await demander(lui) }
    #expect(deux == .etat(.consultationDejaDemandee))
    try essai.horloge.regler(a: "2026-07-17T00:00")
    let tard = try await bureau.refus { _ = try await demander(voisin, 1) }
    #expect(
      tard
        == .regle(
          article: "règlement intérieur ; procédure de session 2, § 5",
          .consultationTardive(try BureauDEssai.jour("2026-07-16")),
        )
    )
    let rendezVous = ConsultationDeCopie.RendezVous(
      quand: try BureauDEssai.instant("2026-07-20T10:00"),
      lieu: "Bureau 12",
    )
    let sansDate = try await bureau.refus {
      _ = try await essai.faire(
        ConstaterUneConsultation(
          consultation.id,
          .init(quand: rendezVous.quand, observations: ""),
          version: 1,
        ),
        par: terrain.secretariat,
      )
    }
    #expect(sansDate == .etat(.consultationSansDate))
    consultation = try await essai.faire(
      FixerUneConsultation(consultation.id, rendezVous, version: 1),
      par: terrain.secretariat,
    )
    let nouvelles = try await essai.faire(
      NouvellesDUnEtudiant(bureau.etudiant, apres: nil),
      par: lui,
    )
    #expect(nouvelles.first?.nature == .copie(consultation.id, .accepte))
    try essai.horloge.regler(a: "2026-07-20T10:30")
    consultation = try await essai.faire(
      ConstaterUneConsultation(
        consultation.id,
        .init(quand: rendezVous.quand, observations: "le total est faux"),
        version: consultation.version,
      ),
      par: terrain.secretariat,
    )
    func reconnaitre(_ nature: ErreurMaterielle.Nature, _ preuve: String) async throws
      -> ConsultationDeCopie
    {
      try await essai.faire(
        ReconnaitreUneErreur(
          consultation.id,
          nature,
          preuve: preuve,
          motif: "le total des points est 17",
          entree: try TerrainDeCopies.entree("17"),
          jury: BureauDEssai.jour("2026-07-21"),
          version: consultation.version,
        ),
        par: direction,
      )
    }
    let severe = try await bureau.refus { _ = try await reconnaitre(.appreciation, "trop sévère") }
    #expect(severe == .regle(article: article, .sansErreurMaterielle))
    let sansPreuve = try await bureau.refus { _ = try await reconnaitre(.total, " ") }
    #expect(sansPreuve == .regle(article: article, .preuveManquante))
    consultation = try await reconnaitre(.total, "copie, page 2 : 6 + 6 + 5 = 17 et non 7")
    guard case .erreur(let erreur) = consultation.issue else {
      Issue.record("an error was recognised")
      return
    }
    consultation = try await essai.faire(
      ReporterUneCorrection(consultation.id, version: consultation.version),
      par: terrain.secretariat,
    )
    #expect(try await terrain.session2(par: lui)?.notesUE[terrain.ue]?.mot == "7")
    let lu = try await essai.lire { try $0.jury(erreur.jury) }
    var rouvert = try #require(lu)
    #expect(rouvert.rectification?.etudiants == [bureau.etudiant])
    rouvert.membres = [.init(nom: "Dominique Chaire", qualite: .president, present: true)]
    rouvert = try await essai.faire(ModifierUnJury(rouvert))
    try await terrain.clore(rouvert, [bureau.etudiant])
    #expect(try await terrain.session2(par: lui)?.notesUE[terrain.ue]?.mot == "17")
    let relue = try await essai.lire { [id = consultation.id] in try $0.consultationDeCopie(id) }
    #expect(relue == consultation)
  }

  @Test("sans délai au règlement intérieur, personne ne peut demander sa copie")
  func sansDelai() async throws {
    let terrain = try await TerrainDeCopies(.sqlite, delai: nil)
    let lui = try await terrain.bureau.enPersonne(terrain.bureau.etudiant)
    try await terrain.verser(["7", "8", "15"])
    try await terrain.clore(try await terrain.jury(le: "2026-07-06"))
    let refus = try await terrain.bureau.refus {
      _ = try await terrain.essai.faire(
        DemanderSaCopie(terrain.epreuve.id, de: terrain.bureau.etudiant),
        par: lui,
      )
    }
    #expect(refus == .etat(.delaiDeConsultationInconnu))
  }
}
