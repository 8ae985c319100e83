public import Spreadsheets

/// The students that the visible sheets of a workbook list.
public struct ListeDEtudiants: Hashable, Sendable {
  /// In the order of the sheets, then of the rows.
  public let lignes: [LigneDEtudiant]
  /// The columns that are not read.
  public let ignorees: [ColonneIgnoree]

  private static let titresAttendus = "« Nom » et « Prénom »"

  /// Reads all the students, or throws all the faults.
  ///
  /// The heading of a sheet may stand under titles; a sheet without heading is passed over as long
  /// as another has one; blank rows are passed over.
  public static func lire(
    _ classeur: Workbook,
    nom: String,
  ) throws(FautesDeFeuille) -> ListeDEtudiants {
    var fautes = FautesEnCours()
    let entetes = EnTeteDeFeuille.chercher(classeur, &fautes)
    if entetes.isEmpty { fautes.add(.sansEntete(attendu: titresAttendus), nil) }
    var lignes: [LigneDEtudiant] = []
    for entete in entetes {
      for champ in [ChampDEtudiant.nom, .prenom] where entete.colonnes[champ] == nil {
        fautes.add(.colonneManquante(champ.nom), entete.place(entete.ligne, 0))
      }
      var lecteur = LecteurDEtudiant(entete)
      for rang in entete.lignes { lignes.append(lecteur.lire(rang, &fautes)) }
    }
    signalerDoublons(lignes, &fautes)
    try fautes.verifier(nom)
    return ListeDEtudiants(
      lignes: lignes,
      ignorees: entetes.flatMap { $0.ignorees($0.autres) },
    )
  }

  private static func signalerDoublons(
    _ lignes: [LigneDEtudiant],
    _ fautes: inout FautesEnCours,
  ) {
    var premieres: [ChampDEtudiant: [String: Int]] = [:]
    for (rang, ligne) in lignes.enumerated() {
      for (champ, valeur) in [(ChampDEtudiant.ine, ligne.ine), (.nip, ligne.nip)] {
        guard let valeur else { continue }
        if let premiere = premieres[champ]?[valeur] {
          let autre = lignes[premiere].place(champ)
          fautes.add(
            .doublon(de: champ.nom, autre: autre),
            ligne.place(champ),
            lu: .text(valeur),
          )
        } else {
          premieres[champ, default: [:]][valeur] = rang
        }
      }
    }
  }
}
