/// The folder of a cohort, described in `docs/cohortes.md`.
public enum CohorteCSV {
  /// Reads a cohort, its curricula and its profile; whole or not at all.
  ///
  /// Refuses what a dossier refuses, and whatever is written twice or names nothing.
  /// - Parameters:
  ///   - fichier: the bytes of a file of the folder; `nil` where there is none.
  ///   - bibliotheque: finds the curricula and profiles that the cohort names.
  ///   - profil: the profile to use in place of that of `cohorte.json`.
  ///   - maquette: the curriculum to use in place of that of `cohorte.json`.
  /// - Returns: the students, each with a whole dossier.
  /// - Throws: the faults of all files, each with its place.
  public static func read<Echec: Error>(
    _ fichier: (String) throws(Echec) -> [UInt8]?,
    _ bibliotheque: Bibliotheque,
    profil: String? = nil,
    maquette: String? = nil,
  ) throws(CohorteError) -> CohorteLue {
    var fautes = Fautes()
    guard let entete = octets(CadreDecoder.fichier, exige: true, fichier, &fautes) else {
      throw fautes.erreur
    }
    let options = OptionsDeCohorte(profil: profil, maquette: maquette)
    var cadres = CadreDecoder(bibliotheque, options, fautes)
    guard let cadre = cadres.cadre(entete) else { throw cadres.fautes.erreur }
    var decoder = CohorteDecoder(cadre, cadres.fautes)
    for (nom, lire) in fichiers {
      let octets = octets(nom, exige: nom == notes, fichier, &decoder.fautes)
      if nom == etudiants, octets != nil || !decoder.fautes.isEmpty { decoder.liste = etudiants }
      guard let octets, var table = TableCSV(nom, octets, &decoder.fautes) else { continue }
      lire(&decoder, &table)
    }
    return try decoder.cohorte()
  }

  static let etudiants = "etudiants.csv"
  static let notes = "notes.csv"

  /// The files in the order in which they are read: each may name what those before it hold.
  private static var fichiers: [(nom: String, (inout CohorteDecoder, inout TableCSV) -> Void)] {
    [
      (etudiants, { $0.lireEtudiants(&$1) }),
      (notes, { $0.lireNotes(&$1) }),
      ("absences.csv", { $0.lireAbsences(&$1) }),
      ("bonus.csv", { $0.lireBonus(&$1) }),
      ("anterieurs.csv", { $0.lireAnterieurs(&$1) }),
      ("decisions.csv", { $0.lireDecisions(&$1) }),
      ("session2.csv", { $0.lireSession2(&$1) }),
    ]
  }

  /// The bytes of a file; `nil` when there is none, which is a fault for one that must be there.
  private static func octets<Echec: Error>(
    _ nom: String,
    exige: Bool,
    _ fichier: (String) throws(Echec) -> [UInt8]?,
    _ fautes: inout Fautes,
  ) -> [UInt8]? {
    do throws(Echec) {
      if let octets = try fichier(nom) { return octets }
    } catch {
      fautes.add(nom, nil, String(describing: error))
      return nil
    }
    if exige { fautes.add(nom, nil, "ce fichier manque au dossier de la cohorte") }
    return nil
  }
}
