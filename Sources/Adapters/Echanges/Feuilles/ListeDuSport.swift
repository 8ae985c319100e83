internal import Actes
internal import Scolarite
internal import Spreadsheets

/// The list of the sports service that the visible sheets of a workbook hold.
enum ListeDuSport {
  private static let titresDeSeances = Set(
    ["Séances", "Nombre de séances", "Nb séances", "Nbre de séances", "Séances suivies"]
      .map { Intitule($0) }
  )
  private static let titresDePoints = Set(
    ["Points", "Bonus", "Bonification", "Points de bonus", "Bonus sport"].map { Intitule($0) }
  )

  /// Reads all the rows, or throws all the faults; the titles of what is not read come besides.
  static func lire(
    _ classeur: Workbook,
    nom: String,
  ) throws(FautesDeFeuille) -> (lignes: [LigneDeSport], ignorees: [String]) {
    var fautes = FautesEnCours()
    let entetes = EnTeteDeFeuille.chercher(classeur, &fautes)
    if entetes.isEmpty {
      fautes.add(.sansEntete(attendu: "« Numéro étudiant » et « Séances » ou « Points »"), nil)
    }
    var lignes: [LigneDeSport] = []
    var ignorees: [String] = []
    for entete in entetes {
      let seances = entete.colonne(titresDeSeances)
      let points = entete.colonne(titresDePoints)
      guard let nip = entete.colonnes[.nip], seances != nil || points != nil else {
        let manquante = entete.colonnes[.nip] == nil ? ChampDEtudiant.nip.nom : "Séances"
        fautes.add(.colonneManquante(manquante), entete.place(entete.ligne, 0))
        continue
      }
      for rang in entete.lignes {
        let lecture = LectureDeLigne(entete: entete, rang: rang)
        lignes += lecture.lire(nip: nip, seances: seances, points: points, &fautes)
      }
      let lues = Set([seances, points].compactMap(\.self))
      ignorees += entete.ignorees(entete.autres.filter { !lues.contains($0) }).map(\.intitule)
    }
    if lignes.isEmpty, !entetes.isEmpty {
      fautes.add(.celluleVide(attendu: "au moins un étudiant sous la ligne de titres"), nil)
    }
    try fautes.verifier(nom)
    return (lignes, ignorees)
  }
}

extension EnTeteDeFeuille {
  /// The column under one of some titles.
  fileprivate func colonne(_ titres: Set<Intitule>) -> Int? {
    autres.first { titres.contains(Intitule(feuille[ligne, $0].displayed)) }
  }
}

/// One row of the list.
private struct LectureDeLigne {
  let entete: EnTeteDeFeuille
  let rang: Int

  func lire(
    nip: Int,
    seances: Int?,
    points: Int?,
    _ fautes: inout FautesEnCours,
  ) -> [LigneDeSport] {
    let cellule = entete.feuille[rang, nip]
    guard let numero = ValeurDEtudiant.nip(cellule) else {
      fautes.add(
        .valeur(attendu: ChampDEtudiant.nip.attendu),
        entete.place(rang, nip),
        lu: cellule,
      )
      return []
    }
    let nom = entete.colonnes[.nom].flatMap { entete.feuille[rang, $0].texteSimple }
    return [
      LigneDeSport(
        nip: numero,
        nom: nom ?? "",
        seances: nombre(seances, "un nombre de séances, comme « 18 »", &fautes) { Int($0) },
        points: nombre(points, "des points, comme « 0,5 »", &fautes) { Decimale($0) },
        lieu: entete.place(rang, points ?? seances ?? nip).description,
      )
    ]
  }

  private func nombre<Valeur>(
    _ colonne: Int?,
    _ attendu: String,
    _ fautes: inout FautesEnCours,
    _ lire: (String) -> Valeur?,
  ) -> Valeur? {
    guard let colonne else { return nil }
    let cellule = entete.feuille[rang, colonne]
    guard !cellule.isBlank else { return nil }
    guard let valeur = cellule.texteSimple.flatMap(lire) else {
      fautes.add(.valeur(attendu: attendu), entete.place(rang, colonne), lu: cellule)
      return nil
    }
    return valeur
  }
}
