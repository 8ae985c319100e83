import Calendrier
import Testing
import XML

@testable import Epreuves

@Suite("Dessin d’un calendrier")
struct DessinDeCalendrierTests {
  /// All exams in the first period, so that clashes are sure; then each in its own.
  private func calendrier(_ probleme: ProblemeDExamens, ensemble: Bool) -> CalendrierDExamens {
    CalendrierDExamens(
      probleme,
      places: probleme.epreuves.indices.map {
        (ensemble ? 0 : $0 % probleme.periodes.count, $0 % probleme.salles.count)
      },
    )
  }

  private func balises(_ dessin: String, _ classe: String) -> Int {
    dessin.split(separator: "class=\"\(classe)", omittingEmptySubsequences: false).count - 1
  }

  @Test("le dessin est un document XML avec un titre et une description")
  func document() throws {
    var probleme = try Exemples.complete()
    let dessin = DessinDeCalendrier(
      probleme,
      calendrier(probleme, ensemble: false),
      titre: "Session 2 : <juillet> & août\u{1}",
    ).fichier
    let racine = try XMLElement(parsing: Array(dessin.utf8))
    #expect(racine.name == "svg" && racine.child("title") != nil && racine.child("desc") != nil)
    #expect(dessin.contains("role=\"img\"") && dessin.contains("aria-describedby=\"resume\""))
    #expect(dessin.contains("Session 2\u{A0}: &lt;juillet&gt; &amp; août"))
    #expect(dessin.contains("4 épreuves, 4 candidats, 2 salles, 3 créneaux sur 2 jours"))
    probleme = try Exemples.session()
    let vide = DessinDeCalendrier(probleme, .init(placements: []), titre: "Vide").fichier
    #expect(
      try XMLElement(parsing: Array(vide.utf8)).name == "svg" && balises(vide, "boite ") == 3
    )
  }

  @Test("chaque partie a sa boîte, chaque salle sa rangée, chaque jour son cadre")
  func boites() throws {
    let probleme = try Exemples.session()
    let grille = GrilleDeCalendrier(probleme, calendrier(probleme, ensemble: true))
    #expect(grille.boites.count == probleme.epreuves.count)
    #expect(grille.rangees.count == probleme.salles.count)
    for (une, suivante) in zip(grille.rangees, grille.rangees.dropFirst()) {
      #expect(une.y + une.hauteur == suivante.y)
    }
    for boite in grille.boites {
      let rangee = try #require(grille.rangees.first { $0.salle == boite.placement.salle })
      #expect(boite.y >= rangee.y)
      #expect(boite.y + GrilleDeCalendrier.hauteurDeBoite <= rangee.y + rangee.hauteur)
    }
    #expect(Set(grille.boites.map { [$0.x, $0.y] }).count == grille.boites.count)
    let dessin = DessinDeCalendrier(
      probleme,
      calendrier(probleme, ensemble: false),
      titre: "Session",
    ).fichier
    #expect(balises(dessin, "nomDeJour") == 3)
    #expect(balises(dessin, "code") == probleme.epreuves.count)
    for epreuve in probleme.epreuves { #expect(dessin.contains(">\(epreuve.nom)<")) }
  }

  @Test("un chevauchement est marqué par une forme et un nombre, là où il est seulement")
  func chevauchements() throws {
    let probleme = try Exemples.session()
    let tout = calendrier(probleme, ensemble: true)
    let charge = ChargeDesCandidats(probleme, tout)
    let genes = Set(charge.simultaneites.flatMap { [$0.premiere, $0.seconde] })
    let dessin = DessinDeCalendrier(probleme, tout, titre: "Tout à la fois").fichier
    #expect(!genes.isEmpty && balises(dessin, "enConflit") == genes.count)
    #expect(balises(dessin, "compteDAlerte") == genes.count)
    #expect(dessin.contains("\(charge.simultaneites.count) chevauchements"))
    #expect(dessin.contains(" de trop</text>"))
    let cache = try {
      var session = SessionFictive()
      (session.formations, session.inscrits, session.epreuves) = (3, 60, 18)
      return try session.tirer(graine: 3)
    }()
    let sans = CalendrierDExamens(cache.probleme, places: cache.cache.map { ($0, 0) })
    let propre = DessinDeCalendrier(cache.probleme, sans, titre: "Sans")
    #expect(balises(propre.fichier, "enConflit") == 0 && !propre.fichier.contains("de trop"))
    #expect(propre.resume.contains("aucun chevauchement"))
  }

  @Test("la charge compte chaque étudiant une fois par jour")
  func charge() throws {
    let probleme = try Exemples.session()
    let charge = ChargeDesCandidats(probleme, calendrier(probleme, ensemble: false))
    let inscrits = Set(probleme.epreuves.flatMap(\.candidats)).count
    var epreuves = 0
    for jour in charge.jours.indices {
      let effectifs = charge.effectifs(jour: jour)
      #expect(effectifs.reduce(0, +) == inscrits)
      epreuves += effectifs.enumerated().reduce(0) { $0 + $1.offset * $1.element }
    }
    #expect(epreuves == probleme.epreuves.reduce(0) { $0 + $1.candidats.count })
    let premier = try #require(charge.lesPlusCharges.first)
    #expect(charge.parJour[premier].max() == charge.plusGrandNombre)
  }
}
