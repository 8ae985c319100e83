public import Scolarite

extension CohorteCSV {
  /// A cohort as the files of a folder; read back, they give the same dossiers.
  /// - Throws: what the files cannot say, for each student.
  public static func write(
    _ cohorte: CohorteLue
  ) throws(CohorteError) -> [(nom: String, octets: [UInt8])] {
    try write(
      cohorte.entete,
      [cohorte.programme] + cohorte.programmesAnterieurs,
      cohorte.etudiants,
    )
  }

  /// The files of a cohort that was not read from a folder.
  /// - Parameters:
  ///   - entete: what `cohorte.json` says.
  ///   - programmes: the curriculum of the year, then those that `maquettesAnterieures` names.
  ///   - etudiants: the students, each with the year of the cohort last.
  /// - Returns: the files that hold something, and `notes.csv` in any case.
  /// - Throws: what the files cannot say, for each student.
  public static func write(
    _ entete: EnTeteDeCohorte,
    _ programmes: [Programme],
    _ etudiants: [EtudiantLu],
  ) throws(CohorteError) -> [(nom: String, octets: [UInt8])] {
    var encoder = CohorteEncoder(entete, programmes)
    for etudiant in etudiants { encoder.ajouter(etudiant) }
    return try encoder.fichiers()
  }
}
