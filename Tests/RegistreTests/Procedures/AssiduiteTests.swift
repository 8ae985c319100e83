import Actes
import SQL
import Scolarite
import Testing

struct AssiduiteTests {
  private static func seance(_ bureau: BureauDEssai, _ debut: String, minutes: Int = 90)
    async throws -> Seance
  {
    let seances = try await bureau.essai.faire(
      CreerDesSeances(
        promotion: bureau.promotion.id,
        seances: [
          .init(module: nil, debut: BureauDEssai.instant(debut), minutes: minutes, nature: .td)
        ],
      )
    )
    return try #require(seances.first)
  }

  private static func justificatif(_ bureau: BureauDEssai) throws -> DeposerUnJustificatif {
    DeposerUnJustificatif(
      etudiant: bureau.etudiant,
      du: try BureauDEssai.instant("2025-10-06T00:00"),
      au: try BureauDEssai.instant("2025-10-08T23:59"),
      nature: .medical,
    )
  }

  @Test("l’appel compte les absences par semestre, exactement", arguments: SQLEngine.allCases)
  func appel(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let automne = try await Self.seance(bureau, "2025-10-06T08:00", minutes: 111)
    let printemps = try await Self.seance(bureau, "2026-03-02T13:30")
    let ete = try await Self.seance(bureau, "2026-08-20T08:00")
    for seance in [automne, printemps, ete] {
      _ = try await bureau.essai.faire(
        FaireLAppel(
          seance: seance.id,
          [
            .init(bureau.etudiants[0], .absent), .init(bureau.etudiants[1], .retard(minutes: 10)),
            .init(bureau.etudiants[2], .exclu(motif: "arrivé après la demie")),
          ],
        )
      )
    }
    let promotion = bureau.promotion
    let absences = try await bureau.essai.lire { try $0.absences(promotion) }
    let siennes = try #require(absences[bureau.etudiant])
    let s1 = try #require(NumeroSemestre(1))
    #expect(siennes.parSemestre[s1]?.map(\.heures) == [try #require(Decimale("1,85"))])
    #expect(siennes.parSemestre.count == 2)
    #expect(siennes.horsSemestre.map(\.debut) == [ete.debut])
    #expect(absences[bureau.etudiants[1]] == nil)
    #expect(absences[bureau.etudiants[2]]?.parSemestre[s1]?.map(\.motif) == [.injustifiee])
    let etudiant = bureau.etudiant
    let seul = try await bureau.essai.lire { try $0.absences(etudiant, promotion) }
    #expect(seul == siennes)
  }

  @Test(
    "une exclusion ne compte que les minutes données, dans le créneau et en heures exactes",
    arguments: SQLEngine.allCases,
  )
  func exclusion(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let seance = try await Self.seance(bureau, "2025-10-06T08:00", minutes: 90)
    func exclure(_ minutes: Int) async throws {
      _ = try await bureau.essai.faire(
        FaireLAppel(
          seance: seance.id,
          [.init(bureau.etudiant, .exclu(motif: "bavardage", minutes: minutes))],
        )
      )
    }
    for minutes in [0, 20, 93] {
      let refus = try await bureau.refus { try await exclure(minutes) }
      guard case .donnees(let fautes) = refus else {
        Issue.record("\(minutes) minutes sont admises")
        continue
      }
      #expect(fautes.map(\.lieu) == ["exclusion"])
    }
    try await exclure(30)
    let (etudiant, promotion) = (bureau.etudiant, bureau.promotion)
    let absences = try await bureau.essai.lire { try $0.absences(etudiant, promotion) }
    let s1 = try #require(NumeroSemestre(1))
    #expect(absences.parSemestre[s1]?.map(\.heures) == [try #require(Decimale("0,5"))])
    let relue = try await bureau.essai.lire { try $0.presences(seance.id) }.first
    #expect(relue?.pointage == .exclu(motif: "bavardage", minutes: 30))
  }

  @Test("une durée dont les heures ne sont pas un décimal est refusée")
  func vingtMinutes() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let refus = try await bureau.refus {
      _ = try await Self.seance(bureau, "2025-10-06T08:00", minutes: 20)
    }
    guard case .donnees(let fautes) = refus else {
      Issue.record("20 minutes sont admises")
      return
    }
    #expect(fautes.map(\.lieu) == ["séance 1"])
  }

  @Test(
    "deux appels à la fois se rencontrent, et un enseignant d’ailleurs ne fait pas l’appel",
    arguments: SQLEngine.allCases,
  )
  func conflits(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let seance = try await Self.seance(bureau, "2025-10-06T08:00")
    let premier = FaireLAppel(seance: seance.id, [.init(bureau.etudiant, .absent)])
    let ailleurs = try await bureau.essai.utilisateur(
      .enseignant,
      sur: .module(bureau.promotion.id, "R101"),
    )
    let interdit = try await bureau.refus {
      _ = try await bureau.essai.faire(premier, par: ailleurs)
    }
    #expect(interdit == .interdit(.faireLAppel))
    _ = try await bureau.essai.faire(premier)
    let second = try await bureau.refus { _ = try await bureau.essai.faire(premier) }
    #expect(second?.estUnConflit == true)
    let suppression = try await bureau.refus {
      try await bureau.essai.faire(SupprimerUneSeance(seance.id))
    }
    #expect(suppression == .etat(.seancePointee(1)))
    let vide = try await Self.seance(bureau, "2025-10-07T08:00")
    try await bureau.essai.faire(SupprimerUneSeance(vide.id))
    let promotion = bureau.promotion.id
    let restantes = try await bureau.essai.lire { try $0.seances(promotion) }
    #expect(restantes == [seance])
  }

  @Test(
    "un justificatif accepté justifie ce qu’il couvre, rouvert il rend ce qui était",
    arguments: SQLEngine.allCases,
  )
  func justificatif(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let couverte = try await Self.seance(bureau, "2025-10-06T08:00")
    let autre = try await Self.seance(bureau, "2025-10-09T08:00")
    for seance in [couverte, autre] {
      _ = try await bureau.essai.faire(
        FaireLAppel(seance: seance.id, [.init(bureau.etudiant, .absent)])
      )
    }
    let lui = try await bureau.enPersonne(bureau.etudiant)
    let depose = try await bureau.essai.faire(Self.justificatif(bureau), par: lui)
    let parLui = try await bureau.refus {
      _ = try await bureau.essai.faire(
        TraiterUnJustificatif(depose.id, .accepte, version: 1),
        par: lui,
      )
    }
    #expect(parLui == .interdit(.traiterLesJustificatifs))
    let secretariat = try await bureau.essai.utilisateur(.secretariat, sur: .etablissement)
    let sansMotif = try await bureau.refus {
      _ = try await bureau.essai.faire(
        TraiterUnJustificatif(depose.id, .refuse(motif: ""), version: 1),
        par: secretariat,
      )
    }
    #expect(sansMotif == .etat(.motifManquant))
    let accepte = try await bureau.essai.faire(
      TraiterUnJustificatif(depose.id, .accepte, version: 1),
      par: secretariat,
    )
    #expect(accepte.traitement?.par == secretariat.id)
    let etudiant = bureau.etudiant
    func justifications() async throws -> [Presence.Justification] {
      try await bureau.essai.lire {
        try $0.presences(etudiant: etudiant).map(\.presence.justification)
      }
    }
    #expect(try await justifications() == [.abj, .aucune])
    // An absence written after the acceptance is covered too.
    let tardive = try await Self.seance(bureau, "2025-10-07T10:00")
    let pointee = try await bureau.essai.faire(
      FaireLAppel(seance: tardive.id, [.init(bureau.etudiant, .absent)])
    )
    #expect(pointee.map(\.justification) == [.abj])
    let perdue = try await bureau.refus {
      _ = try await bureau.essai.faire(TraiterUnJustificatif(depose.id, .depose, version: 1))
    }
    #expect(perdue?.estUnConflit == true)
    _ = try await bureau.essai.faire(
      TraiterUnJustificatif(depose.id, .depose, version: accepte.version)
    )
    #expect(try await justifications() == [.aucune, .aucune, .aucune])
    let entree = try #require(try await bureau.derniereEntree(de: etudiant))
    #expect(entree.acte == "traiter-un-justificatif")
    #expect(entree.contenu?.contains("\"etat\":\"accepte\"") == true)
  }

  @Test(
    "l’échéance d’une condition saute la fin de semaine là où le règlement le dit",
    arguments: [
      ("2025-10-09T10:00", "2025-10-13T10:00"), ("2025-10-11T10:00", "2025-10-15T00:00"),
      ("2025-10-06T08:15", "2025-10-08T08:15"),
    ],
  )
  func echeanceOuvree(_ reponse: String, _ attendue: String) throws {
    let delais = DelaisDAbsence(joursOuvres: true)
    let lue = delais.echeance(depuis: try BureauDEssai.instant(reponse))
    #expect(lue == (try BureauDEssai.instant(attendue)))
  }

  @Test("les heures d’attente d’un justificatif se comptent du début de l’absence")
  func quaranteHuitHeures() throws {
    func attente(_ depose: String, _ delais: DelaisDAbsence = DelaisDAbsence()) throws -> Int {
      let justificatif = Justificatif(
        id: try #require(Identifiant(1)),
        etudiant: try #require(Identifiant(1)),
        du: try BureauDEssai.instant("2025-10-06T08:00"),
        au: try BureauDEssai.instant("2025-10-06T18:00"),
        nature: .medical,
        depose: try BureauDEssai.instant(depose),
        fichier: nil,
        etat: .depose,
        traitement: nil,
        version: 1,
      )
      return delais.heuresDAttente(justificatif)
    }
    #expect(try attente("2025-10-08T08:00") == 48)
    #expect(try attente("2025-10-08T08:01") == 49)
    #expect(try attente("2025-10-05T08:00") == 0)
    #expect(try attente("2025-10-08T18:00", DelaisDAbsence(depuisLaFin: true)) == 48)
    // Saturday 11 and Sunday 12 do not count.
    #expect(try attente("2025-10-12T10:00", DelaisDAbsence(joursOuvres: true)) == 112)
    #expect(try attente("2025-10-13T08:00", DelaisDAbsence(joursOuvres: true)) == 120)
  }
}
