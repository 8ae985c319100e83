internal import Scolarite

/// A module as a promotion follows it: its tests, how hard it is, what it draws on.
struct PlanDeModule: Sendable {
  let code: String
  let evaluations: [Epreuve]
  /// Hundredths of a point that the module adds to every mark.
  let facilite: Int
  /// The ranks of the UE that it counts in.
  let ues: [Int]
  /// The competences that it draws on, by rank, and the part of each, in per mille.
  private let parts: [(competence: Int, poids: Int)]

  /// A test and the marks that it can give.
  struct Epreuve: Sendable {
    let prevue: EvaluationPrevue
    let echelle: Echelle
    /// Hundredths of a point that the test adds to every mark.
    let facilite: Int
  }

  /// The module of that code, with its place in the UE that hold it.
  init(
    _ code: String,
    dans places: [(ue: Int, competence: Int, module: ModuleDeProgramme)],
    _ modele: PromotionFictive.Modele,
  ) {
    self.code = code
    let nature = places.first?.module.nature ?? .ressource
    ues = places.map(\.ue)
    var difficulte = Hasard(graine: Self.graine(code))
    facilite = difficulte.ecart(type: 80) + (nature == .sae ? 85 : 5)
    evaluations = Self.epreuves(nature, modele, graine: Self.graine(code))
    let poids = places.map { Int($0.module.coefficient.millioniemes) }
    let somme = poids.reduce(0, +)
    parts = zip(places, poids).map { place, poids in
      (place.competence, somme == 0 ? 1000 / places.count : poids * 1000 / somme)
    }
  }

  private static func epreuves(
    _ nature: Module.Nature,
    _ modele: PromotionFictive.Modele,
    graine: UInt64,
  ) -> [Epreuve] {
    var hasard = Hasard(graine: graine ^ modele.graine)
    let noms = noms(nature)
    let premier = hasard.entier(0...(noms.count - 1))
    return (0..<hasard.entier(modele.evaluationsParModule)).map { rang in
      let tour = rang / noms.count
      let nom = noms[(premier + rang) % noms.count] + (tour == 0 ? "" : " \(tour + 1)")
      let echelle = hasard.echelle()
      let prevue = EvaluationPrevue(
        nom: nom,
        coefficient: Decimale(milliemes: hasard.parmi([1000, 1000, 1000, 2000, 500, 3000])),
        bareme: Decimale(echelle.bareme),
      )
      return Epreuve(prevue: prevue, echelle: echelle, facilite: hasard.ecart(type: 40))
    }
  }

  /// Short enough for Swift to keep them without allocation.
  private static func noms(_ nature: Module.Nature) -> [String] {
    switch nature {
    case .ressource:
      ["DS", "Contrôle", "TP noté", "QCM", "Oral", "Dossier", "Devoir maison", "Exposé"]
    case .sae: ["Rendu", "Soutenance", "Rapport", "Recette", "Démonstration", "Carnet de bord"]
    }
  }

  /// A number that depends on the letters of a code only (FNV-1a).
  private static func graine(_ code: String) -> UInt64 {
    code.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  /// What a student with these aptitudes is worth here, in hundredths on 20, before chance.
  func niveau(_ aptitudes: [Int]) -> Int {
    parts.reduce(facilite) { $0 + aptitudes[$1.competence] * $1.poids / 1000 }
  }
}
