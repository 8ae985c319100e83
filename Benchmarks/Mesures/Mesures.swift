/// Every measure of the project, in one table.
enum Mesures {
  static func texte() throws -> String {
    // The semester comes first: nothing has warmed the columns before it.
    let semestre = try SemestreDUnePromotion().section()
    var national = try AnneeNationale()
    let annee = national.section()
    let note = NoteChangee.section(&national)
    let sections = [
      annee, note, semestre, try ArbreDePreuve.section(), try Rattrapages.section(),
      try LectureDeCSV.section(),
    ]
    return Section.texte([entete] + sections)
  }

  private static var entete: Section {
    Section(
      [],
      [
        "Un cœur, version optimisée. Chaque temps est la médiane de plusieurs passages après un "
          + "premier qui ne compte pas, sauf « à froid ». Charge de la machine pendant la dernière "
          + "minute : \(Processus.charge ?? "inconnue")."
      ],
    )
  }
}
