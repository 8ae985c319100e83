internal import Scolarite

/// The UE of a year of the BUT, by rank, and how they go together.
struct PlanDAnnee: Sendable {
  let anneeBUT: AnneeBUT
  let programme: Programme
  /// The rank of the competence of each UE.
  let competences: [Int]
  /// The ranks of the UE of each RCUE.
  let rcues: [[Int]]
  let semestres: [Semestre]

  /// A semester and the ranks of its UE.
  struct Semestre: Sendable {
    let numero: NumeroSemestre
    /// Copied with other values for each student, so that no key is hashed again.
    let rangs: [CodeUE: Int]
  }

  /// The plan of a year with the rank of each competence; `nil` unless all its UE are of that year.
  init?(_ programme: Programme, _ anneeBUT: AnneeBUT, competences rangs: [Int: Int]) {
    let ues = programme.ues
    guard !ues.isEmpty, ues.allSatisfy({ $0.semestre.annee == anneeBUT }),
      Set(ues.map(\.code)).count == ues.count
    else { return nil }
    self.anneeBUT = anneeBUT
    self.programme = programme
    competences = ues.map { rangs[$0.competence] ?? 0 }
    let groupes = Dictionary(grouping: ues.indices) { ues[$0].rcue }
    rcues = groupes.sorted { $0.key < $1.key }.map(\.value)
    semestres = Set(ues.map(\.semestre)).sorted().map { numero in
      let siennes = ues.indices.filter { ues[$0].semestre == numero }
      return Semestre(
        numero: numero,
        rangs: Dictionary(uniqueKeysWithValues: siennes.map { (ues[$0].code, $0) }),
      )
    }
  }

  /// The RCUE that an UE belongs to, by rank.
  func rcue(de ue: Int) -> [Int] { rcues.first { $0.contains(ue) } ?? [ue] }
}
