import Spreadsheets
import Testing

@testable import Calendrier

/// Sessions that say everything a session can say.
enum Exemples {
  static func jour() throws -> SpreadsheetDate { try #require(SpreadsheetDate(2026, 7, 1)) }

  static func session(contraries: Int = 0, graine: UInt64 = 3) throws -> ProblemeDExamens {
    var session = SessionFictive()
    session.formations = 3
    session.inscrits = 60
    session.epreuves = 18
    session.salles = 5
    session.contraries = contraries
    return try session.tirer(graine: graine).probleme
  }

  /// Every form, relation, setting and restriction at once.
  static func complete(_ horaire: ProblemeDExamens.Horaire = .parHeure) throws -> ProblemeDExamens {
    var poids = Poids()
    poids.deuxDeSuite = 7
    poids.ecart = 3
    poids.proximite = [4, 2]
    poids.chargeFinale = .init(epreuves: 2, periodes: 1, prix: 6)
    poids.indisponibilite = 900
    return try ProblemeDExamens(
      epreuves: [
        Epreuve(
          nom: "R1.01",
          duree: 90,
          candidats: [2, 0, 1],
          exclusive: true,
          salles: [1, 0],
          sallesAuPlus: 2,
          periodes: [0, 2],
          surveillants: [1],
          surveillantsParSalle: 2,
          intitule: "Écrire, « parler » & <lire>",
          formation: "MMI 1",
        ), Epreuve(nom: "=1+1", duree: 20, candidats: [0, 3], forme: .oral, salles: []),
        Epreuve(nom: "SAÉ 1", duree: 0, candidats: [3], forme: .projet),
        Epreuve(nom: "007", duree: 60, candidats: [1, 3]),
      ],
      periodes: [
        Periode(date: "2026-07-06", debut: 28_800, duree: 120),
        Periode(date: "2026-07-06", debut: 40_001, duree: 120, penalite: 3, code: "lundi soir"),
        Periode(date: "lundi en huit", debut: 0, duree: 150),
      ],
      salles: [
        Salle(nom: "Amphi A", capacite: 2, penalite: 4, indisponible: [1]),
        Salle(nom: "B 12", capacite: 40),
      ],
      candidats: [
        Candidat(nom: "00123", majoration: .tiersTemps, installation: .aPart, identite: "Léa"),
        Candidat(nom: "00124", indisponible: [0, 2]), Candidat(nom: "x", installation: .seul),
        Candidat(nom: "y", majoration: Candidat.Majoration(1, sur: 2) ?? .aucune),
      ],
      surveillants: [Surveillant(nom: "M. A", indisponible: [1]), Surveillant(nom: "Mme B")],
      relations: [.apres(3, 0), .exclusion(1, 2), .coincidence(2, 2)],
      poids: poids,
      horaire: horaire,
    )
  }
}
