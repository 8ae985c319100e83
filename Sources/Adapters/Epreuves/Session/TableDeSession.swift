internal import Spreadsheets
internal import Text

/// One sheet of a session: its heading found, its cells by title.
struct TableDeSession {
  let feuille: Sheet
  private let entete: Int
  private let colonnes: [TitreDeSession: Int]

  /// How far down a title may push the heading.
  private static let lignesRegardees = 20

  /// The sheet of that name; `nil` when there is none.
  init?(
    _ nom: FeuilleDeSession,
    _ classeur: Workbook,
    _ fautes: inout FautesDeSessionEnCours,
  ) {
    let candidates = classeur.sheets.filter { $0.name.folded == nom.rawValue.folded }
    guard let premiere = candidates.first else { return nil }
    if candidates.count > 1 { fautes.noter(.feuilleDouble(nom.rawValue), nil) }
    feuille = premiere
    let titres = Dictionary(
      nom.titres.map { ($0.rawValue.folded, $0) },
      uniquingKeysWith: { premier, _ in premier },
    )
    let scores = premiere.rows.prefix(Self.lignesRegardees).map { ligne in
      Set(ligne.compactMap { titres[$0.displayed.folded] }).intersection(nom.obligatoires).count
    }
    guard let score = scores.max(), score > 0, let ligne = scores.firstIndex(of: score) else {
      fautes.noter(
        .entete(attendues: nom.obligatoires.map(\.rawValue)),
        CellPlace(sheet: premiere.name, cell: CellReference(row: 0, column: 0)),
      )
      return nil
    }
    entete = ligne
    var trouvees: [TitreDeSession: Int] = [:]
    for (colonne, cellule) in premiere.rows[ligne].enumerated() {
      guard let titre = titres[cellule.displayed.folded] else { continue }
      if trouvees[titre] != nil {
        fautes.noter(
          .colonneDouble(titre.rawValue),
          CellPlace(sheet: premiere.name, cell: CellReference(row: ligne, column: colonne)),
        )
      }
      trouvees[titre] = trouvees[titre] ?? colonne
    }
    colonnes = trouvees
    for titre in nom.obligatoires where trouvees[titre] == nil {
      fautes.noter(
        .colonneManquante(titre.rawValue),
        CellPlace(sheet: premiere.name, cell: CellReference(row: ligne, column: 0)),
      )
    }
  }

  /// The rows under the heading where something is written.
  var lignes: [Int] {
    feuille.rows.indices.filter { rang in
      rang > entete && feuille.rows[rang].contains { !$0.isBlank }
    }
  }

  func cellule(_ ligne: Int, _ titre: TitreDeSession) -> Cell {
    colonnes[titre].map { feuille[ligne, $0] } ?? .empty
  }

  func place(_ ligne: Int, _ titre: TitreDeSession) -> CellPlace {
    CellPlace(
      sheet: feuille.name,
      cell: CellReference(row: ligne, column: colonnes[titre] ?? 0),
    )
  }
}

extension TableDeSession {
  /// A text or a number on one line; `nil` when the cell is blank or holds something else.
  func texte(
    _ ligne: Int,
    _ titre: TitreDeSession,
    _ fautes: inout FautesDeSessionEnCours,
  ) -> String? {
    let lue = cellule(ligne, titre)
    switch lue {
    case .empty: return nil
    case .text(let texte): return String(texte.trimmed).nonEmpty
    case .number(let chiffres): return chiffres
    case .boolean: return lue.displayed
    case .error:
      fautes.noter(.formule, place(ligne, titre), lu: lue)
      return nil
    case .date, .dateTime:
      fautes.noter(
        .valeur(attendu: "un texte ; mettez la cellule au format « Texte »"),
        place(ligne, titre),
        lu: lue,
      )
      return nil
    }
  }

  /// A whole number; what is said for a blank cell.
  func nombre(
    _ ligne: Int,
    _ titre: TitreDeSession,
    vide: Int? = nil,
    _ fautes: inout FautesDeSessionEnCours,
  ) -> Int? {
    guard let texte = texte(ligne, titre, &fautes) else {
      if vide == nil, cellule(ligne, titre).isBlank {
        fautes.noter(.vide(attendu: "un nombre entier"), place(ligne, titre))
      }
      return vide
    }
    guard let nombre = Int(texte), (0...Self.plusGrand).contains(nombre) else {
      fautes.noter(.nombre(maximum: Self.plusGrand), place(ligne, titre), lu: .text(texte))
      return nil
    }
    return nombre
  }

  /// What semicolons or ends of lines separate.
  func liste(
    _ ligne: Int,
    _ titre: TitreDeSession,
    _ fautes: inout FautesDeSessionEnCours,
  ) -> [String] {
    (texte(ligne, titre, &fautes) ?? "").split { $0 == ";" || $0.isNewline }
      .map { String($0.trimmed) }.filter { !$0.isEmpty }
  }

  static let plusGrand = 1_000_000
}
