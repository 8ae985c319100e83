public import HTML

/// A table with its caption; it scrolls in its own region when it is wider than the page.
public struct Tableau: Composant {
  public struct Colonne: Sendable {
    public enum Alignement: Sendable {
      case texte, chiffres, centre

      var classe: String? {
        switch self {
        case .texte: nil
        case .chiffres: "chiffres-alignes"
        case .centre: "centre"
        }
      }
    }

    let titre: String
    let estSecondaire: Bool
    /// Made once: every cell of the column has it.
    let classe: Attribute
    /// What stands before the cell where the column has no head.
    let rappel: Attribute

    /// `estSecondaire`: on a phone, under the row with its title, rather than beside.
    public init(
      _ titre: String,
      _ alignement: Alignement = .texte,
      estSecondaire: Bool = false,
    ) {
      self.titre = titre
      self.estSecondaire = estSecondaire
      let classes = [alignement.classe, estSecondaire ? "secondaire" : nil].compactMap(\.self)
      classe = .class(classes.joined(separator: " ")).when(!classes.isEmpty)
      rappel = .data("titre", titre).when(estSecondaire)
    }
  }

  /// Cells in the order of the columns; the first names the row.
  public struct Ligne {
    let cellules: [Cellule]
    let estChoisie: Bool

    public init(_ cellules: [Cellule], estChoisie: Bool = false) {
      self.cellules = cellules
      self.estChoisie = estChoisie
    }
  }

  private let legende: String
  private let colonnes: [Colonne]
  private let lignes: [Ligne]
  private let pied: Ligne?
  private let vide: EtatVide

  /// `vide`: what stands in place of a table without rows.
  public init(
    _ legende: String,
    colonnes: [Colonne],
    lignes: [Ligne],
    pied: Ligne? = nil,
    vide: EtatVide = EtatVide("Rien à montrer"),
  ) {
    self.legende = legende
    self.colonnes = colonnes
    self.lignes = lignes
    self.pied = pied
    self.vide = vide
  }

  @HTMLBuilder public var corps: some HTML {
    if lignes.isEmpty {
      vide
    } else {
      RegionDefilante(legende) {
        table(pli) {
          caption { phrase(legende) }
          thead {
            tr {
              for colonne in colonnes {
                th(.scope("col"), colonne.classe) { phrase(colonne.titre) }
              }
            }
          }
          tbody { HTMLList(lignes.map { rangee($0) }) }
          if let pied { tfoot { rangee(pied) } }
        }
      }
    }
  }

  private func rangee(_ ligne: Ligne) -> some HTML {
    tr(.class("choisie").when(ligne.estChoisie)) {
      for (colonne, cellule) in zip(colonnes, ligne.cellules).prefix(1) {
        th(.scope("row"), colonne.classe) { cellule }
      }
      for (colonne, cellule) in zip(colonnes, ligne.cellules).dropFirst() {
        td(colonne.classe, colonne.rappel) { cellule }
      }
    }
  }

  /// How many columns stay beside each other on a phone, where some go under.
  private var pli: Attribute {
    let principales = colonnes.count { !$0.estSecondaire }
    return .class("plie plie-\(principales)").when(principales < colonnes.count)
  }
}

/// A part of the page that scrolls by itself and that the keyboard reaches.
struct RegionDefilante<Contenu: HTML>: Composant {
  private let nom: String
  private let contenu: Contenu

  init(_ nom: String, @HTMLBuilder contenu: () -> Contenu) {
    self.nom = nom
    self.contenu = contenu()
  }

  var corps: some HTML {
    div(.class("defile"), .role("region"), .aria("label", phrase(nom)), .tabIndex(0)) { contenu }
  }
}
