/// The absences of a student in the promotions where the person may see them, the first slot of
/// each to the last.
public struct ListerLesAbsences: Question {
  public static let nom = "lister-les-absences"
  public let etudiant: Identifiant<Etudiant>

  public init(_ etudiant: Identifiant<Etudiant>) {
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> [PresenceSituee] {
    let lieux = try travail.lieux(de: etudiant)
    _ = try travail.exiger(.voirLesAbsences, parmi: lieux)
    let promotions = Set(
      lieux.filter { travail.peut(.voirLesAbsences, $0) }.compactMap(\.promotion)
    )
    var absences: [PresenceSituee] = []
    for promotion in promotions.sorted() {
      try travail.registre.absences(etudiant: etudiant, promotion: promotion) {
        if $0.presence.estUneAbsence { absences.append($0) }
      }
    }
    return absences
  }
}
