@testable import Calendrier

/// Numbers from a seed, for instances that tests make.
struct Tirage {
  private var alea: Alea

  init(_ graine: UInt64) { alea = Alea(graine: graine) }

  mutating func entre(_ bas: Int, _ haut: Int) -> Int { bas + alea.rang(haut - bas + 1) }
  mutating func surCent(_ chances: Int) -> Bool { entre(1, 100) <= chances }
}

/// Small problems with everything that a problem can have.
enum Exemples {
  static func periodes(jours: Int, parJour: Int, duree: Int = 120) -> [Periode] {
    (0..<jours).flatMap { jour in
      (0..<parJour).map { k in
        Periode(
          date: "jour \(jour)",
          debut: (8 * 60 + k * (duree + 15)) * 60,
          duree: duree,
          penalite: k == 0 ? 3 : 0,
        )
      }
    }
  }

  static var poids: Poids {
    var poids = Poids()
    poids.deuxDeSuite = 7
    poids.deuxParJour = 5
    poids.ecart = 3
    poids.proximite = [4, 2]
    poids.dureesMelees = 10
    poids.chargeFinale = .init(epreuves: 5, periodes: 3, prix: 6)
    return poids
  }

  /// As the competition of 2007: rooms, order, exclusions, coincidences.
  static func concours(graine: UInt64, epreuves n: Int = 24) throws -> ProblemeDExamens {
    var tirage = Tirage(graine)
    let epreuves = (0..<n).map { rang in
      Epreuve(
        nom: "\(rang)",
        duree: [60, 90, 120][tirage.entre(0, 2)],
        candidats: (0..<60).filter { _ in tirage.surCent(6) },
        exclusive: tirage.surCent(8),
      )
    }
    var relations: [Relation] = [.apres(1, 0), .exclusion(2, 3), .apres(5, 4)]
    for b in 7..<n where relations.count < 5 {
      if Set(epreuves[6].candidats).isDisjoint(with: epreuves[b].candidats) {
        relations.append(.coincidence(6, b))
      }
    }
    return try ProblemeDExamens(
      epreuves: epreuves,
      periodes: periodes(jours: 4, parJour: 3),
      salles: [30, 20, 12, 8].enumerated().map {
        Salle(nom: "S\($0)", capacite: $1, penalite: $0 == 0 ? 4 : 0)
      },
      candidats: (0..<60).map { Candidat(nom: "\($0)") },
      relations: relations,
      poids: poids,
    )
  }

  /// As an IUT: extra time, rooms apart, orals, projects, juries, absences, clashes at a price.
  static func session(graine: UInt64) throws -> ProblemeDExamens {
    var tirage = Tirage(graine)
    let candidats = (0..<50).map { rang in
      Candidat(
        nom: "\(rang)",
        majoration: tirage.surCent(15) ? .tiersTemps : .aucune,
        installation: tirage.surCent(10) ? .aPart : tirage.surCent(4) ? .seul : .commune,
        indisponible: tirage.surCent(8) ? [tirage.entre(0, 11)] : [],
      )
    }
    let epreuves = (0..<20).map { rang in
      Epreuve(
        nom: "E\(rang)",
        duree: rang % 7 == 3 ? 20 : [60, 90, 120][tirage.entre(0, 2)],
        candidats: (0..<50).filter { _ in tirage.surCent(rang % 7 == 3 ? 14 : 22) },
        forme: rang % 7 == 3 ? .oral : rang % 9 == 5 ? .projet : .ecrit,
        sallesAuPlus: 3,
        periodes: rang == 8 ? [2, 3, 4, 5] : nil,
        surveillants: rang % 7 == 3 ? [rang % 4] : [],
        surveillantsParSalle: rang % 7 == 3 ? 0 : 1,
      )
    }
    var poids = poids
    poids.chevauchement = 500
    poids.indisponibilite = 300
    poids.plafondParJour = .init(nombre: 2, prix: 40)
    return try ProblemeDExamens(
      epreuves: epreuves,
      periodes: periodes(jours: 3, parJour: 4),
      salles: [16, 12, 12, 8, 8, 6, 6, 4].enumerated().map {
        Salle(nom: "S\($0)", capacite: $1, indisponible: $0 == 2 ? [0, 7] : [])
      },
      candidats: candidats,
      surveillants: (0..<9).map {
        Surveillant(nom: "P\($0)", indisponible: $0 == 1 ? [4] : [])
      },
      relations: [.apres(7, 6), .exclusion(0, 1)],
      poids: poids,
      horaire: .parHeure,
    )
  }
}
