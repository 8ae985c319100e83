public import HTML

/// A table whose colours show at a glance what its texts say cell by cell.
public struct CarteDeChaleur: Composant {
  /// One cell, coloured by its step.
  public struct Case: Sendable {
    let texte: String
    let precision: String?
    let adresse: SafeURL?
    let pas: Int?

    /// - `pas`: from 0, the lowest, to 10; what is outside is brought back; `nil` is plain.
    /// - `precision`: a few words under the text.
    /// - `adresse`: where the text leads.
    public init(
      _ texte: String,
      pas: Int?,
      precision: String? = nil,
      vers adresse: SafeURL? = nil,
    ) {
      self.texte = texte
      self.precision = precision
      self.adresse = adresse
      self.pas = pas.map { Swift.min(Swift.max($0, 0), 10) }
    }
  }

  public struct Ligne: Sendable {
    let nom: String
    let adresse: SafeURL?
    let cases: [Case]

    public init(_ nom: String, vers adresse: SafeURL? = nil, _ cases: [Case]) {
      self.nom = nom
      self.adresse = adresse
      self.cases = cases
    }
  }

  private let legende: String
  private let coin: String
  private let colonnes: [String]
  private let lignes: [Ligne]
  private let bornes: (bas: String, haut: String)

  /// - `coin`: what the rows are.
  /// - `bornes`: what the lowest and the highest steps stand for.
  public init(
    _ legende: String,
    coin: String,
    colonnes: [String],
    lignes: [Ligne],
    bornes: (bas: String, haut: String),
  ) {
    self.legende = legende
    self.coin = coin
    self.colonnes = colonnes
    self.lignes = lignes
    self.bornes = bornes
  }

  @HTMLBuilder public var corps: some HTML {
    if lignes.isEmpty {
      EtatVide("Rien à montrer")
    } else {
      div(.class("chaleur")) {
        echelle
        RegionDefilante(legende) { tableau }
      }
    }
  }

  private var tableau: some HTML {
    table {
      caption { phrase(legende) }
      thead {
        tr {
          th(.scope("col")) { phrase(coin) }
          for colonne in colonnes { th(.scope("col")) { phrase(colonne) } }
        }
      }
      tbody { HTMLList(lignes.map { rangee($0) }) }
    }
  }

  private func rangee(_ ligne: Ligne) -> some HTML {
    tr {
      th(.scope("row")) {
        if let adresse = ligne.adresse { a(.href(adresse)) { ligne.nom } } else { ligne.nom }
      }
      for une in ligne.cases {
        td(.class("chaleur-\(une.pas ?? 0)").when(une.pas != nil)) {
          if let adresse = une.adresse { a(.href(adresse)) { une.texte } } else { une.texte }
          if let precision = une.precision { small { phrase(precision) } }
        }
      }
    }
  }

  private var echelle: some HTML {
    p(.class("echelle")) {
      span { phrase(bornes.bas) }
      span(.class("echelle-pas"), .aria("hidden", "true")) {
        for pas in 0...10 { span(.class("chaleur-\(pas)")) {} }
      }
      span { phrase(bornes.haut) }
    }
  }
}
