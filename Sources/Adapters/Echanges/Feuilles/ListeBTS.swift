internal import Actes
internal import Scolarite
internal import Spreadsheets
internal import Text

/// The candidates of the BTS with their results that the visible sheets of a workbook hold.
enum ListeBTS {
  private static let titresDuLivret = Set(
    [
      "Livret", "Livret scolaire", "Livret de formation", "Appréciation", "Appréciations",
      "Appréciation du livret",
    ].map { Intitule($0) }
  )
  private static let nomsDePiece = [
    "Justificatif", "Justificatifs", "Pièce", "Pièce justificative", "Justificatif d’absence",
  ]

  /// Reads all the rows, or throws all the faults; the titles of what is not read come besides.
  static func lire(
    _ classeur: Workbook,
    _ specialite: SpecialiteBTS,
    nom: String,
  ) throws(FautesDeFeuille) -> (lignes: [LigneDeBTS], ignorees: [String]) {
    var fautes = FautesEnCours()
    let entetes = EnTeteDeFeuille.chercher(classeur, &fautes)
    if entetes.isEmpty {
      fautes.add(.sansEntete(attendu: "« Numéro étudiant », « Nom » et « Prénom »"), nil)
    }
    var lignes: [LigneDeBTS] = []
    var ignorees: [String] = []
    for entete in entetes {
      let colonnes = Colonnes(entete, specialite, &fautes)
      guard let colonnes else { continue }
      for rang in entete.lignes {
        if let ligne = colonnes.lire(rang, &fautes) { lignes.append(ligne) }
      }
      ignorees += entete.ignorees(entete.autres.filter { !colonnes.lues.contains($0) })
        .map(\.intitule)
    }
    if lignes.isEmpty, !entetes.isEmpty {
      fautes.add(.celluleVide(attendu: "au moins un candidat sous la ligne de titres"), nil)
    }
    try fautes.verifier(nom)
    return (lignes, ignorees)
  }

  /// Where each thing stands in a sheet.
  private struct Colonnes {
    let entete: EnTeteDeFeuille
    let nip: Int
    let nom: Int
    let prenom: Int
    let livret: Int?
    /// The document of every absence of a row.
    let piece: Int?
    /// The document of the absence at one épreuve, by its code; it goes before that of the row.
    let pieces: [String: Int]
    let epreuves: [(code: String, colonne: Int)]

    var lues: Set<Int> {
      Set(epreuves.map(\.colonne) + [livret, piece].compactMap(\.self) + pieces.values)
    }

    init?(
      _ entete: EnTeteDeFeuille,
      _ specialite: SpecialiteBTS,
      _ fautes: inout FautesEnCours,
    ) {
      let voulus: [ChampDEtudiant] = [.nip, .nom, .prenom]
      for champ in voulus where entete.colonnes[champ] == nil {
        fautes.add(.colonneManquante(champ.nom), entete.place(entete.ligne, 0))
      }
      guard let nip = entete.colonnes[.nip], let nom = entete.colonnes[.nom],
        let prenom = entete.colonnes[.prenom]
      else { return nil }
      (self.entete, self.nip, self.nom, self.prenom) = (entete, nip, nom, prenom)
      func titre(_ colonne: Int) -> Intitule {
        Intitule(entete.feuille[entete.ligne, colonne].displayed)
      }
      livret = entete.autres.first { titresDuLivret.contains(titre($0)) }
      func colonne(_ noms: [String]) -> Int? {
        let voulus = Set(noms.map { Intitule($0) })
        let siennes = entete.autres.filter { voulus.contains(titre($0)) }
        if siennes.count > 1 {
          fautes.add(
            .colonneDouble(autre: entete.place(entete.ligne, siennes[0])),
            entete.place(entete.ligne, siennes[1]),
          )
        }
        return siennes.first
      }
      piece = colonne(nomsDePiece)
      var trouvees: [(code: String, colonne: Int)] = []
      var pieces: [String: Int] = [:]
      for epreuve in specialite.epreuves {
        let noms = [epreuve.code, epreuve.intitule, "\(epreuve.code) \(epreuve.intitule)"]
        if let sienne = colonne(noms) { trouvees.append((epreuve.code, sienne)) }
        pieces[epreuve.code] = colonne(
          nomsDePiece.flatMap { piece in noms.map { "\(piece) \($0)" } }
        )
      }
      epreuves = trouvees
      self.pieces = pieces
    }

    func lire(_ rang: Int, _ fautes: inout FautesEnCours) -> LigneDeBTS? {
      let cellule = entete.feuille[rang, nip]
      guard let numero = ValeurDEtudiant.nip(cellule) else {
        fautes.add(
          .valeur(attendu: ChampDEtudiant.nip.attendu),
          entete.place(rang, nip),
          lu: cellule,
        )
        return nil
      }
      let pieceLue = piece.flatMap { entete.feuille[rang, $0].texteSimple }
      var resultats: [String: InscriptionBTS.Resultat] = [:]
      for (code, colonne) in epreuves {
        let sienne = pieces[code].flatMap { entete.feuille[rang, $0].texteSimple }
        resultats[code] = resultat(rang, colonne, sienne ?? pieceLue, &fautes)
      }
      return LigneDeBTS(
        nip: numero,
        nom: texte(rang, nom, .nom, &fautes),
        prenom: texte(rang, prenom, .prenom, &fautes),
        resultats: resultats,
        livret: livret.flatMap { entete.feuille[rang, $0].texteSimple },
        lieu: entete.place(rang, nip).description,
      )
    }

    private func texte(
      _ rang: Int,
      _ colonne: Int,
      _ champ: ChampDEtudiant,
      _ fautes: inout FautesEnCours,
    ) -> String {
      let cellule = entete.feuille[rang, colonne]
      guard let texte = cellule.texteSimple else {
        fautes.add(.celluleVide(attendu: champ.attendu), entete.place(rang, colonne))
        return ""
      }
      return texte
    }

    /// A mark on 20, « ABI », or « ABJ » with the document that the row names.
    private func resultat(
      _ rang: Int,
      _ colonne: Int,
      _ piece: String?,
      _ fautes: inout FautesEnCours,
    ) -> InscriptionBTS.Resultat? {
      let cellule = entete.feuille[rang, colonne]
      let place = entete.place(rang, colonne)
      switch CelluleDeNote.lire(cellule, bareme: 20, place, &fautes) {
      case nil: return nil
      case .note(let note) where note.bareme == 20: return .note(note)
      case .note: fautes.add(.horsBareme(20), place, lu: cellule)
      case .absenceInjustifiee: return .absence(piece: nil)
      case .absenceJustifiee:
        if let piece { return .absence(piece: piece) }
        fautes.add(
          .valeur(attendu: "une pièce dans la colonne « Justificatif », ou « ABI »"),
          place,
          lu: cellule,
        )
      case .excuse, .enAttente, .rattrapee, .sansRattrapage, .indisponibilite, .nulle, .sansObjet:
        fautes.add(.valeur(attendu: "une note sur 20, « ABI » ou « ABJ »"), place, lu: cellule)
      }
      return nil
    }
  }
}
