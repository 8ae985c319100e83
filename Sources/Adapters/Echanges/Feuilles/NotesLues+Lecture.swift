internal import Scolarite
public import Spreadsheets
internal import Text

extension NotesLues {
  private static let titresAttendus =
    "« Numéro étudiant » ou « INE » (à défaut « Nom » et « Prénom »), et un titre par évaluation"

  /// The titles of columns that hold no mark, whatever stands in them.
  private static let sansNotes: Set<Intitule> = Set(
    [
      "Remarque", "Remarques", "Observation", "Commentaire", "Appréciation", "Moyenne", "Moy",
      "Total", "Rang", "Rang/promo", "N°", "Numéro", "Absences", "Signature", "Année", "Semestre",
      "Promotion", "Photo", "Étape", "Version", "Mention", "Diplôme", "etudid", "État",
    ].map { Intitule($0) }
  )

  /// Reads all the marks, or throws all the faults; every visible sheet with a heading is read.
  public static func lire(_ classeur: Workbook, nom: String) throws(FautesDeFeuille) -> NotesLues {
    var fautes = FautesEnCours()
    var lecture = Lecture()
    let entetes = EnTeteDeFeuille.chercher(classeur, &fautes)
    if entetes.isEmpty { fautes.add(.sansEntete(attendu: titresAttendus), nil) }
    for entete in entetes { lecture.lire(entete, &fautes) }
    try fautes.verifier(nom)
    return NotesLues(
      colonnes: lecture.colonnes,
      lignes: lecture.lignes,
      ignorees: lecture.ignorees,
    )
  }

  /// What was read of the sheets so far.
  private struct Lecture {
    var colonnes: [Colonne] = []
    var lignes: [Ligne] = []
    var ignorees: [ColonneIgnoree] = []
    private var premieres: [String: CellPlace] = [:]

    mutating func lire(_ entete: EnTeteDeFeuille, _ fautes: inout FautesEnCours) {
      let champs = entete.colonnes
      guard
        champs[.ine] != nil || champs[.nip] != nil
          || (champs[.nom] != nil && champs[.prenom] != nil)
      else {
        fautes.add(.colonneManquante(ChampDEtudiant.nip.nom), entete.place(entete.ligne, 0))
        return
      }
      let rangs = entete.lignes
      let debut = colonnes.count
      let deNotes = ouvrirColonnes(entete, &fautes)
      for colonne in entete.sansTitre {
        guard let rang = rangs.first(where: { !entete.feuille[$0, colonne].isBlank }) else {
          continue
        }
        fautes.add(
          .evaluationSansNom,
          entete.place(entete.ligne, colonne),
          lu: entete.feuille[rang, colonne],
        )
      }
      for rang in rangs { lire(rang, entete, deNotes, debut, &fautes) }
    }

    /// Adds the columns of marks; the same evaluation twice in a sheet is a fault.
    private mutating func ouvrirColonnes(
      _ entete: EnTeteDeFeuille,
      _ fautes: inout FautesEnCours,
    ) -> [Int] {
      let deNotes = entete.autres.sorted().filter { colonne in
        let titre = entete.feuille[entete.ligne, colonne].displayed
        return MarqueDeFeuille(titre) == nil && !sansNotes.contains(Intitule(titre))
      }
      ignorees += entete.ignorees(entete.autres.filter { !deNotes.contains($0) })
      var dejaLues: [Intitule: CellPlace] = [:]
      for rang in deNotes {
        let titre = entete.feuille[entete.ligne, rang]
        let place = entete.place(entete.ligne, rang)
        colonnes.append(Colonne(titre.displayed, place))
        if let autre = dejaLues.updateValue(place, forKey: Intitule(titre.displayed)) {
          fautes.add(.colonneDouble(autre: autre), place, lu: titre)
        }
      }
      return deNotes
    }

    private mutating func lire(
      _ rang: Int,
      _ entete: EnTeteDeFeuille,
      _ deNotes: [Int],
      _ debut: Int,
      _ fautes: inout FautesEnCours,
    ) {
      var entrees: [Valeur] = []
      for (indice, colonne) in deNotes.enumerated() {
        let place = entete.place(rang, colonne)
        let cellule = entete.feuille[rang, colonne]
        let bareme = colonnes[debut + indice].bareme
        if let entree = CelluleDeNote.lire(cellule, bareme: bareme, place, &fautes) {
          entrees.append(Valeur(colonne: debut + indice, entree: entree, place: place))
        }
      }
      let ligne = ligne(rang, entete, entrees, &fautes)
      guard ligne.ine != nil || ligne.nip != nil || (ligne.nom != nil && ligne.prenom != nil) else {
        // A row of totals or of signatures holds no entry.
        if !entrees.isEmpty { fautes.add(.ligneSansIdentite, ligne.place) }
        return
      }
      let cle =
        ligne.identite ?? ligne.nip ?? ligne.ine
        ?? "\(ligne.nom ?? "") \(ligne.prenom ?? "")".folded
      if let autre = premieres.updateValue(ligne.place, forKey: entete.feuille.name + "\0" + cle) {
        fautes.add(.doublon(de: "étudiant", autre: autre), ligne.place, lu: .text(cle))
      }
      lignes.append(ligne)
    }

    private func ligne(
      _ rang: Int,
      _ entete: EnTeteDeFeuille,
      _ entrees: [Valeur],
      _ fautes: inout FautesEnCours,
    ) -> Ligne {
      func cellule(_ champ: ChampDEtudiant) -> Cell {
        entete.colonnes[champ].map { entete.feuille[rang, $0] } ?? .empty
      }
      let codes = [(ChampDEtudiant.ine, ValeurDEtudiant.ine), (.nip, ValeurDEtudiant.nip)]
      var lus: [ChampDEtudiant: String] = [:]
      for (champ, lire) in codes {
        let contenu = cellule(champ)
        lus[champ] = lire(contenu)
        if lus[champ] == nil, !contenu.isBlank, let colonne = entete.colonnes[champ] {
          fautes.add(.valeur(attendu: champ.attendu), entete.place(rang, colonne), lu: contenu)
        }
      }
      let marque = entete.autres.first { colonne in
        MarqueDeFeuille(entete.feuille[entete.ligne, colonne].displayed) != nil
      }
      let premiere = entete.colonnes[.nip] ?? entete.colonnes[.ine] ?? entete.colonnes[.nom] ?? 0
      return Ligne(
        place: entete.place(rang, premiere),
        identite: marque.flatMap { entete.feuille[rang, $0].texteSimple },
        ine: lus[.ine],
        nip: lus[.nip],
        nom: cellule(.nom).texteSimple,
        prenom: cellule(.prenom).texteSimple,
        entrees: entrees,
      )
    }
  }
}

extension NotesLues.Colonne {
  /// Reads « R101 — DS1 », « SAE101/Soutenance », « DS1 (sur 15) » or « DS1 /15 ».
  init(_ texte: String, _ place: CellPlace) {
    self.place = place
    intitule = texte.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let (reste, lu) = Self.bareme(intitule)
    bareme = lu
    for separateur in [" — ", " – ", " - ", " : ", "/"] {
      let parties = reste.split(separator: separateur, maxSplits: 1)
      guard parties.count == 2 else { continue }
      module = String(parties[0].trimmed)
      evaluation = String(parties[1].trimmed)
      return
    }
    module = nil
    evaluation = reste
  }

  /// Cuts « /15 », « sur 15 » or « (sur 15) » from the end of a title.
  private static func bareme(_ texte: String) -> (reste: String, bareme: Decimale) {
    let sansParenthese = texte.last == ")" ? texte.dropLast() : texte[...]
    for marque in ["(sur ", "(/ ", "(/", " sur ", " / ", " /"] {
      let parties = sansParenthese.split(separator: marque, omittingEmptySubsequences: false)
      guard parties.count >= 2, let dernier = parties.last, let bareme = Decimale(dernier.trimmed),
        bareme > 0
      else { continue }
      let reste = parties.dropLast().joined(separator: marque).trimmed
      if !reste.isEmpty { return (String(reste), bareme) }
    }
    return (texte, 20)
  }
}
