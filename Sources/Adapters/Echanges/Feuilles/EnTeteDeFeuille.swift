public import Spreadsheets
internal import Text

/// The row of a sheet that names its columns.
struct EnTeteDeFeuille {
  let feuille: Sheet
  let ligne: Int
  /// The column of each field that was recognised.
  private(set) var colonnes: [ChampDEtudiant: Int] = [:]
  /// The other columns that have a title.
  private(set) var autres: [Int] = []
  /// The columns that hold something without a title.
  private(set) var sansTitre: [Int] = []

  /// How far down a title may push the heading.
  private static let lignesRegardees = 60
  private static let scoreNecessaire = 2

  /// The headings of the visible sheets: in each, the row that names most fields.
  static func chercher(_ classeur: Workbook, _ fautes: inout FautesEnCours) -> [EnTeteDeFeuille] {
    var trouves: [EnTeteDeFeuille] = []
    for feuille in classeur.visibleSheets {
      let scores = feuille.rows.prefix(lignesRegardees).map(score)
      guard let meilleur = scores.max(), meilleur >= scoreNecessaire,
        let ligne = scores.firstIndex(of: meilleur)
      else { continue }
      trouves.append(EnTeteDeFeuille(feuille, ligne, &fautes))
    }
    // A sheet of head counts may stand beside that of the students.
    let dEtudiants = trouves.filter(\.nommeDesEtudiants)
    return dEtudiants.isEmpty ? trouves : dEtudiants
  }

  /// How many fields a row names; a number that identifies students counts twice.
  private static func score(_ ligne: [Cell]) -> Int {
    let champs = Set(ligne.compactMap { champ($0)?.champ })
    return champs.count + (champs.contains(.ine) || champs.contains(.nip) ? 1 : 0)
  }

  /// Whether a column says who the students are.
  private var nommeDesEtudiants: Bool {
    [.ine, .nip, .nom, .prenom].contains { colonnes[$0] != nil }
  }

  private static func champ(_ cellule: Cell) -> (champ: ChampDEtudiant, rang: Int)? {
    guard case .text(let texte) = cellule else { return nil }
    return ChampDEtudiant.trouver(Intitule(texte))
  }

  private init(_ feuille: Sheet, _ ligne: Int, _ fautes: inout FautesEnCours) {
    self.feuille = feuille
    self.ligne = ligne
    var rangs: [ChampDEtudiant: Int] = [:]
    let largeur = feuille.rows.dropFirst(ligne).map(\.count).max() ?? 0
    for colonne in 0..<largeur {
      let titre = feuille[ligne, colonne]
      guard !titre.isBlank else {
        sansTitre.append(colonne)
        continue
      }
      guard let (champ, rang) = Self.champ(titre) else {
        autres.append(colonne)
        continue
      }
      guard let precedente = colonnes[champ], let rangPrecedent = rangs[champ] else {
        (colonnes[champ], rangs[champ]) = (colonne, rang)
        continue
      }
      if Intitule(titre.displayed) == Intitule(feuille[ligne, precedente].displayed) {
        fautes.add(
          .colonneDouble(autre: place(ligne, precedente)),
          place(ligne, colonne),
          lu: titre,
        )
      } else if rang < rangPrecedent {
        // The better title wins, the other column is reported as not read.
        autres.append(precedente)
        (colonnes[champ], rangs[champ]) = (colonne, rang)
      } else {
        autres.append(colonne)
      }
    }
  }

  func place(_ ligne: Int, _ colonne: Int) -> CellPlace {
    CellPlace(sheet: feuille.name, cell: CellReference(row: ligne, column: colonne))
  }

  /// The rows under the heading where something is written.
  var lignes: [Int] {
    feuille.rows.indices.filter { rang in
      rang > ligne && feuille.rows[rang].contains { !$0.isBlank }
    }
  }
}

/// A column that was not read, by its title.
public struct ColonneIgnoree: Hashable, Sendable {
  public let intitule: String
  public let place: CellPlace
}

extension EnTeteDeFeuille {
  /// Some columns, as reported to who sent the file.
  func ignorees(_ colonnes: [Int]) -> [ColonneIgnoree] {
    colonnes.sorted().map { colonne in
      ColonneIgnoree(
        intitule: feuille[ligne, colonne].displayed,
        place: place(ligne, colonne),
      )
    }
  }
}
