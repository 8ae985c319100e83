import Calendrier
import Testing

@testable import Epreuves

@Suite("Courses de recherche")
struct CourseDeRechercheTests {
  /// So many proposals that nothing but a stop ends it.
  static let sansFin = Recherche.Budget.propositions(1_000_000_000_000)

  /// One million proposals, between two looks at the stop, are nothing on it.
  private static func minuscule() throws -> ProblemeDExamens {
    var poids = Poids()
    poids.deuxDeSuite = 1
    return try ProblemeDExamens(
      epreuves: ["A", "B"].map { Epreuve(nom: $0, duree: 60, candidats: [0]) },
      periodes: [9, 14].map { Periode(date: "", debut: $0 * 3600, duree: 60) },
      candidats: [Candidat(nom: "x")],
      poids: poids,
    )
  }

  private func demande(
    _ budget: Recherche.Budget,
    graine: UInt64 = 1,
    coeurs: Int = 2,
  ) -> CourseDeRecherche.Demande {
    .init(graine: graine, coeurs: coeurs, budget: budget, pas: 0, horloge: { 0 })
  }

  @Test("une course rend ce que rend la meilleure de ses graines")
  func meilleure() throws {
    let probleme = try Exemples.session(contraries: 4)
    let budget = Recherche.Budget.propositions(60_000)
    let recherche = Recherche(probleme)
    let seules = try [4, 5, 6].map { graine in
      try recherche.lancer(.init(graine: graine, budget: budget), horloge: { 0 })
    }
    let course = CourseDeRecherche(probleme, demande(budget, graine: 4, coeurs: 3))
    let fin = course.attendreLaFin()
    let attendue = try #require(seules.min { $0.cout < $1.cout })
    #expect(try fin.issue.get().calendrier == attendue.calendrier)
    #expect(try fin.bilan?.cout.total == fin.issue.get().cout)
    #expect(!fin.arretee && fin.graine >= 4)
    let suivi = course.suivi
    #expect(suivi.estFaisable && suivi.recherches.allSatisfy(\.estFinie))
    #expect(suivi.recherches.map(\.graine) == [4, 5, 6])
    #expect(suivi.meilleur ?? .max >= attendue.cout)
  }

  @Test("une course se suit, s’arrête et garde son meilleur calendrier")
  func arret() throws {
    let probleme = try Self.minuscule()
    let course = CourseDeRecherche(probleme, demande(Self.sansFin))
    let premier = course.attendre(apres: 0)
    #expect(premier.version > 0 && premier.estFaisable && premier.fin == nil)
    let suivant = course.attendre(apres: premier.version)
    #expect(suivant.version > premier.version)
    #expect(suivant.meilleur ?? .max <= premier.meilleur ?? 0)
    let bilan = try #require(suivant.bilan)
    #expect(bilan.estFaisable && bilan.cout.total == suivant.meilleur)
    course.arreter()
    let fin = course.attendreLaFin()
    #expect(fin.arretee && fin.bilan?.estFaisable == true)
    #expect(try fin.issue.get().cout <= suivant.meilleur ?? 0)
  }

  @Test("une course sans calendrier dit pourquoi")
  func impossible() throws {
    let probleme = try ProblemeDExamens(
      epreuves: ["A", "B"].map { Epreuve(nom: $0, duree: 60, candidats: [0]) },
      periodes: [Periode(date: "", debut: 0, duree: 60)],
      candidats: [Candidat(nom: "x")],
    )
    let course = CourseDeRecherche(probleme, demande(.propositions(1_000)))
    #expect(throws: Impossibilite.self) { try course.attendreLaFin().issue.get() }
    #expect(course.suivi.fin?.bilan == nil && !course.suivi.estFaisable)
  }

  @Test("les courses sont bornées en nombre, listées et oubliées")
  func bornes() throws {
    let courses = CoursesDeRecherche(auPlus: 1, gardees: 2)
    let probleme = try Self.minuscule()
    let longue = try courses.lancer("longue", probleme, demande(Self.sansFin, coeurs: 1))
    #expect(throws: CoursesDeRecherche.Refus.tropDeCourses(maximum: 1)) {
      try courses.lancer("autre", probleme, demande(Self.sansFin))
    }
    courses.arreterTout()
    #expect(longue.course.attendreLaFin().arretee)
    for rang in 2...4 {
      let course = try courses.lancer(
        "course \(rang)",
        probleme,
        demande(.propositions(1_000), coeurs: 1),
      )
      _ = course.course.attendreLaFin()
      #expect(course.id == rang && courses[rang]?.nom == "course \(rang)")
    }
    #expect(courses.toutes.map(\.id) == [3, 4] && courses[1] == nil)
    courses.oublier(3)
    #expect(courses.toutes.map(\.id) == [4])
  }

  @Test("deux courses se comparent, composante par composante")
  func comparaison() throws {
    let probleme = try Exemples.session(contraries: 5)
    let courte = CourseDeRecherche(probleme, demande(.propositions(1), coeurs: 1))
    let longue = CourseDeRecherche(probleme, demande(.propositions(400_000), coeurs: 1))
    let (a, b) = (courte.attendreLaFin(), longue.attendreLaFin())
    let comparaison = try #require(ComparaisonDeCourses(courte, longue))
    #expect(comparaison.total.premiere == a.bilan?.cout.total)
    #expect(comparaison.total.seconde == b.bilan?.cout.total)
    #expect(comparaison.lignes.map(\.difference).reduce(0, +) == comparaison.total.difference)
    #expect(comparaison.total.difference < 0 && !comparaison.deplacees.isEmpty)
    let autre = CourseDeRecherche(try Exemples.session(), demande(.propositions(1)))
    _ = autre.attendreLaFin()
    #expect(ComparaisonDeCourses(courte, autre) == nil)
  }
}
