public import HTML

/// One figure that matters, with what it counts.
public struct ChiffreCle: Composant, Sendable {
  private let libelle: String
  private let valeur: String?
  private let unite: String?
  private let precision: String?

  /// `valeur`: `nil` when it is not known.
  public init(
    _ libelle: String,
    _ valeur: String?,
    unite: String? = nil,
    precision: String? = nil,
  ) {
    self.libelle = libelle
    self.valeur = valeur
    self.unite = unite
    self.precision = precision
  }

  public var corps: some HTML {
    div(.class("chiffre")) {
      p(.class("chiffre-libelle")) { phrase(libelle) }
      p(.class("chiffre-valeur")) {
        if let valeur {
          valeur
          if let unite { small { "\u{A0}" + unite } }
        } else {
          span(.aria("hidden", "true")) { "–" }
          span(.class("invisible")) { "inconnu" }
        }
      }
      if let precision { p(.class("chiffre-precision")) { phrase(precision) } }
    }
  }
}

/// Figures in a row.
public struct Chiffres: Composant, Sendable {
  private let chiffres: [ChiffreCle]

  public init(_ chiffres: [ChiffreCle]) { self.chiffres = chiffres }

  public var corps: some HTML {
    div(.class("chiffres")) { for chiffre in chiffres { chiffre } }
  }
}
