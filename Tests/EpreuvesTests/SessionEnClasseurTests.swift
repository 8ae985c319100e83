import Calendrier
import Spreadsheets
import Testing

@testable import Epreuves

@Suite("Session d’épreuves en classeur")
struct SessionEnClasseurTests {
  private func relire(
    _ probleme: ProblemeDExamens,
    _ calendrier: CalendrierDExamens? = nil,
  ) throws -> SessionEnClasseur.Contenu {
    let octets = try SessionEnClasseur.ecrire(probleme, calendrier, leJour: try Exemples.jour())
    return try SessionEnClasseur.lire(octets, fichier: "session.xlsx")
  }

  @Test("une session écrite se relit la même, chevauchements compris", arguments: [0, 6])
  func allerRetour(contraries: Int) throws {
    let probleme = try Exemples.session(contraries: contraries)
    let relue = try relire(probleme)
    #expect(relue.probleme == probleme)
    #expect(relue.calendrier == nil)
  }

  @Test(
    "tout ce qu’une session peut dire se relit",
    arguments: [ProblemeDExamens.Horaire.parHeure, .parPeriode],
  )
  func complete(horaire: ProblemeDExamens.Horaire) throws {
    let probleme = try Exemples.complete(horaire)
    #expect(try relire(probleme).probleme == probleme)
  }

  @Test("un calendrier écrit se relit le même, épreuves divisées comprises")
  func calendrier() throws {
    let probleme = try Exemples.session()
    let recherche = Recherche(probleme)
    let trouve = try recherche.lancer(.init(budget: .propositions(2_000)), horloge: { 0 })
    let premier = trouve.calendrier.placements[0]
    let parties = [premier.candidats.dropLast(2), premier.candidats.suffix(2)].map {
      CalendrierDExamens.Placement(
        epreuve: premier.epreuve,
        candidats: Array($0),
        periode: premier.periode,
        salle: premier.salle,
      )
    }
    let divise = CalendrierDExamens(
      placements: parties + trouve.calendrier.placements.dropFirst()
    )
    #expect(try relire(probleme, divise).calendrier == divise)
    let octets = try SessionEnClasseur.ecrire(probleme, divise, leJour: try Exemples.jour())
    let lu = try SessionEnClasseur.lireCalendrier(octets, fichier: "c.xlsx", pour: probleme)
    #expect(lu == divise)
  }

  @Test("les instances publiques se disent en classeur")
  func instances() throws {
    let itc = try ProblemeDExamens.lireITC2007(
      Array(
        """
        [Exams:2]
        60, 7, 3
        60, 3
        [Periods:2]
        02:06:2026, 09:00:00, 120, 0
        02:06:2026, 14:00:05, 120, 4
        [Rooms:1]
        3, 1
        [InstitutionalWeightings]
        TWOINAROW,7
        """.utf8
      )
    )
    #expect(try relire(itc).probleme == itc)
    let toronto = try ProblemeDExamens.lireToronto(
      epreuves: Array("0001 2\n0002 1\n".utf8),
      etudiants: Array("0001 0002\n0001\n".utf8),
      periodes: 3,
    )
    #expect(try relire(toronto).probleme == toronto)
  }

  @Test(
    "un calendrier d’une autre session est refusé",
    arguments: [[4, 0, 0, 0], [0, 4, 0, 0], [0, 0, 3, 0], [0, 0, 0, 2]],
  )
  func autreSession(rangs: [Int]) throws {
    let place = CalendrierDExamens.Placement(
      epreuve: rangs[0],
      candidats: [rangs[1]],
      periode: rangs[2],
      salle: rangs[3],
    )
    let calendrier = CalendrierDExamens(placements: [place])
    #expect(throws: FauteDEcritureDeSession.self) {
      try SessionEnClasseur.ecrire(
        try Exemples.complete(),
        calendrier,
        leJour: try Exemples.jour(),
      )
    }
  }

  @Test("ce qu’un classeur ne pourrait rendre est refusé avec sa raison")
  func indicible() throws {
    let probleme = try ProblemeDExamens(
      epreuves: [
        Epreuve(nom: "A; B", duree: 60, candidats: [0]),
        Epreuve(nom: "C", duree: 60, candidats: []),
        Epreuve(nom: "C", duree: 60, candidats: []),
      ],
      periodes: [Periode(date: "", debut: 0, duree: 60)],
      candidats: [Candidat(nom: "x")],
    )
    #expect(SessionEnClasseur.raisonsDeNePasEcrire(probleme).count == 2)
    #expect(throws: FauteDEcritureDeSession.self) {
      try SessionEnClasseur.ecrire(probleme, leJour: try Exemples.jour())
    }
  }
}
