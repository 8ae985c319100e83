import Actes
import Scolarite

extension LigneDeSeance {
  /// A slot of an hour and a half, as a line of a sheet says it.
  static func dEssai(_ module: String, _ debut: String, groupes: [String] = []) throws -> Self {
    LigneDeSeance(
      lieu: "ligne 2",
      debut: try BureauDEssai.instant(debut),
      minutes: 90,
      module: module,
      groupes: .nommes(groupes),
      nature: .lue(.td),
      enseignant: .nomme(""),
    )
  }
}
