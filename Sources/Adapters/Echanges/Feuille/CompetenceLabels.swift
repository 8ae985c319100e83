internal import Scolarite
internal import Text

/// Compares the names of competences printed beside a table with those of the référentiel.
///
/// The extraction loses which name stood beside which UE: the code of the UE decides, and a name
/// that is absent or differs is a finding, never an error.
struct CompetenceLabels {
  private(set) var constats: [Constat] = []
  /// Where the name of each UE's competence stands, for those found.
  private(set) var positions: [Lieu: TextPosition] = [:]

  init(_ areas: [LabelArea], semestre: Maquette.Semestre) {
    let labels = areas.flatMap(\.labels).filter { $0.text.count <= 200 }
    for ue in semestre.ues {
      let expected = ue.competence.libelle
      let lieu = Lieu(semestre: semestre.numero, ue: ue.code, ligne: .competence)
      let found = labels.first {
        editDistance($0.text.folded, expected.folded) <= expected.count / 10
      }
      positions[lieu] = found?.position
      guard let found else {
        constats.append(Constat(.information, a: lieu, .libelleDeCompetenceAbsent(expected)))
        continue
      }
      guard found.text.folded != expected.folded else { continue }
      constats.append(
        Constat(
          .information,
          a: lieu,
          .libelleDeCompetenceDifferent(lu: found.text, referentiel: expected),
        )
      )
    }
  }
}
