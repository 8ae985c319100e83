public import Scolarite
public import Spreadsheets
internal import Text

extension FeuilleDeNotes {
  /// What a sheet must be of: the evaluation, and its students.
  public struct Attendu: Hashable, Sendable {
    public let evaluation: String
    public let bareme: Decimale
    public let identites: Set<String>

    public init(evaluation: String, bareme: Decimale, identites: Set<String>) {
      self.evaluation = evaluation
      self.bareme = bareme
      self.identites = identites
    }
  }

  /// A sheet that came back.
  public struct Relecture: Hashable, Sendable {
    /// The version of the marks on which the sheet was made.
    public let version: String
    public let lignes: [LigneRelue]
    /// The students that the sheet no longer has.
    public let absentes: Set<String>
  }

  /// What stands for a student; an empty cell says nothing.
  public struct LigneRelue: Hashable, Sendable {
    public let identite: String
    public let valeur: Entree?
    public let place: CellPlace
  }

  /// Reads a sheet back, even sorted, filtered, or with its columns moved.
  public static func lire(
    _ classeur: Workbook,
    nom: String,
    attendu: Attendu,
  ) throws(FautesDeFeuille) -> Relecture {
    var fautes = FautesEnCours()
    var lignes: [LigneRelue] = []
    let marquees = chercher(classeur)
    if marquees.isEmpty { fautes.add(.feuilleNonReconnue, nil) }
    for autre in marquees.dropFirst() {
      fautes.add(.plusieursFeuilles(autre: marquees[0].place), autre.place)
    }
    if let feuille = marquees.first {
      if feuille.marque.evaluation == attendu.evaluation {
        lignes = feuille.lire(attendu, &fautes)
      } else {
        let lue = Cell.text(feuille.marque.evaluation)
        fautes.add(.autreEvaluation(attendue: attendu.evaluation), feuille.place, lu: lue)
      }
    }
    try fautes.verifier(nom)
    return Relecture(
      version: marquees[0].marque.version,
      lignes: lignes,
      absentes: attendu.identites.subtracting(lignes.map(\.identite)),
    )
  }

  /// The evaluation that a workbook is a sheet of marks of; `nil` for any other workbook.
  public static func evaluation(de classeur: Workbook) -> String? {
    chercher(classeur).first?.marque.evaluation
  }

  private static func chercher(_ classeur: Workbook) -> [FeuilleMarquee] {
    classeur.sheets.flatMap { feuille in
      feuille.rows.enumerated().flatMap { rang, ligne in
        ligne.enumerated().compactMap { colonne, cellule -> FeuilleMarquee? in
          guard case .text(let texte) = cellule, let marque = MarqueDeFeuille(texte) else {
            return nil
          }
          return FeuilleMarquee(feuille: feuille, rang: rang, colonne: colonne, marque: marque)
        }
      }
    }
  }
}

/// A sheet of marks, and where its hidden heading stands.
private struct FeuilleMarquee {
  let feuille: Sheet
  let rang: Int
  let colonne: Int
  let marque: MarqueDeFeuille

  var place: CellPlace { place(rang, colonne) }

  private func place(_ rang: Int, _ colonne: Int) -> CellPlace {
    CellPlace(sheet: feuille.name, cell: CellReference(row: rang, column: colonne))
  }

  /// The rows under the heading.
  func lire(
    _ attendu: FeuilleDeNotes.Attendu,
    _ fautes: inout FautesEnCours,
  ) -> [FeuilleDeNotes.LigneRelue] {
    guard let deNote = colonneDeNote(&fautes) else { return [] }
    var lignes: [FeuilleDeNotes.LigneRelue] = []
    var premieres: [String: CellPlace] = [:]
    for rang in feuille.rows.indices.dropFirst(rang + 1) {
      let ou = place(rang, deNote)
      let valeur = CelluleDeNote.lire(
        feuille[rang, deNote],
        bareme: attendu.bareme,
        ou,
        &fautes,
      )
      guard let identite = feuille[rang, colonne].texteSimple else {
        if valeur != nil { fautes.add(.ligneSansIdentite, ou, lu: feuille[rang, deNote]) }
        continue
      }
      let cellule = place(rang, colonne)
      guard attendu.identites.contains(identite) else {
        fautes.add(.identiteInconnue, cellule, lu: .text(identite))
        continue
      }
      if let autre = premieres.updateValue(cellule, forKey: identite) {
        fautes.add(.doublon(de: "étudiant", autre: autre), cellule, lu: .text(identite))
      }
      lignes.append(.init(identite: identite, valeur: valeur, place: ou))
    }
    return lignes
  }

  /// The one column of the heading whose title starts with « Note ».
  private func colonneDeNote(_ fautes: inout FautesEnCours) -> Int? {
    let attendue = FeuilleDeNotes.titreDeNote.folded
    let trouvees = feuille.rows[rang].indices.filter { colonne in
      let titre = feuille[rang, colonne].displayed.folded
      return titre == attendue || titre.hasPrefix(attendue + " ")
    }
    guard let premiere = trouvees.first else {
      fautes.add(.colonneManquante(FeuilleDeNotes.titreDeNote), place)
      return nil
    }
    for autre in trouvees.dropFirst() {
      fautes.add(
        .colonneDouble(autre: place(rang, premiere)),
        place(rang, autre),
        lu: feuille[rang, autre],
      )
    }
    return premiere
  }
}
