internal import Calendrier

/// Where everything of the grid of rooms and periods stands, in pixels.
struct GrilleDeCalendrier {
  /// One part of an exam in its cell.
  struct Boite {
    let placement: CalendrierDExamens.Placement
    /// Its number among the parts of its exam, from 1, and how many they are.
    let partie: (numero: Int, sur: Int)
    let x: Int
    let y: Int
  }

  /// One room, or nil for what needs none.
  struct Rangee {
    let salle: Int?
    let y: Int
    let hauteur: Int
  }

  /// One room in one period where someone sits.
  struct Occupation {
    let rangee: Int
    let periode: Int
    let candidats: Int
  }

  static let gauche = 120
  static let largeurDeCase = 104
  static let ecartDeJour = 10
  static let hauteurDeBoite = 30
  static let hautDesRangees = 152

  let colonnes: [Int]
  let rangees: [Rangee]
  let boites: [Boite]
  let occupations: [Occupation]
  let droite: Int
  let bas: Int

  init(_ probleme: ProblemeDExamens, _ calendrier: CalendrierDExamens) {
    let colonnes = probleme.periodes.indices.map { p in
      Self.gauche + p * Self.largeurDeCase + probleme.jours[p] * Self.ecartDeJour
    }
    self.colonnes = colonnes
    droite = (colonnes.last ?? Self.gauche) + Self.largeurDeCase
    let places = calendrier.placements.filter { probleme.epreuves.indices.contains($0.epreuve) }
    let sansSalle = places.contains { $0.salle == nil }
    let salles = probleme.salles.indices.map(Optional.some) + (sansSalle ? [nil] : [])
    let parCase = Dictionary(grouping: places.indices) {
      Case(places[$0].salle, places[$0].periode)
    }
    var rangees: [Rangee] = []
    var y = Self.hautDesRangees
    for salle in salles {
      let pile = probleme.periodes.indices.map { parCase[Case(salle, $0)]?.count ?? 0 }.max() ?? 0
      let hauteur = max(pile, 1) * (Self.hauteurDeBoite + 2) + 8
      rangees.append(Rangee(salle: salle, y: y, hauteur: hauteur))
      y += hauteur
    }
    self.rangees = rangees
    bas = y
    var numeros = [Int](repeating: 0, count: places.count)
    var totaux: [Int: Int] = [:]
    for (rang, place) in places.enumerated() {
      totaux[place.epreuve, default: 0] += 1
      numeros[rang] = totaux[place.epreuve] ?? 1
    }
    var boites: [Boite] = []
    var occupations: [Occupation] = []
    for (r, rangee) in rangees.enumerated() {
      for p in colonnes.indices {
        guard let rangs = parCase[Case(rangee.salle, p)] else { continue }
        for (k, rang) in rangs.enumerated() {
          boites.append(
            Boite(
              placement: places[rang],
              partie: (numeros[rang], totaux[places[rang].epreuve] ?? 1),
              x: colonnes[p] + 2,
              y: rangee.y + 2 + k * (Self.hauteurDeBoite + 2),
            )
          )
        }
        let candidats = rangs.reduce(0) { $0 + places[$1].candidats.count }
        occupations.append(Occupation(rangee: r, periode: p, candidats: candidats))
      }
    }
    self.boites = boites
    self.occupations = occupations
  }

  private struct Case: Hashable {
    let salle: Int?
    let periode: Int

    init(_ salle: Int?, _ periode: Int) {
      self.salle = salle
      self.periode = periode
    }
  }
}
