/// A printed column of a curriculum table.
public enum Colonne: String, CaseIterable, Hashable, Sendable {
  /// Hours of lectures, tutorials, practical work and project.
  case cm
  case td
  case tp
  case projet
  /// « Total hors projet »: lectures, tutorials and practical work.
  case total
  /// Coefficient in the UE.
  case coef
  /// European credits.
  case ects

  /// The hours that « Total hors projet » adds up.
  public static let encadrees: [Colonne] = [.cm, .td, .tp]

  /// The heading that a sheet prints.
  public var libelle: String {
    switch self {
    case .cm: "CM"
    case .td: "TD"
    case .tp: "TP"
    case .projet: "Projet"
    case .total: "Total hors projet"
    case .coef: "Coeff"
    case .ects: "ECTS"
    }
  }
}

/// The figures of one printed line: hours, coefficient and credits, each possibly not printed.
public struct Chiffres: Hashable, Sendable {
  private var cm: Decimale?
  private var td: Decimale?
  private var tp: Decimale?
  private var projet: Decimale?
  private var total: Decimale?
  private var coef: Decimale?
  private var ects: Decimale?

  /// The figures given, by column; the others are not printed.
  public init(_ valeurs: [Colonne: Decimale]) {
    for (colonne, valeur) in valeurs { self[colonne] = valeur }
  }

  /// The figure printed in a column, `nil` where nothing is printed.
  public subscript(colonne: Colonne) -> Decimale? {
    get { self[keyPath: Self.chemin(colonne)] }
    set { self[keyPath: Self.chemin(colonne)] = newValue }
  }

  /// Lectures, tutorials and practical work added up; a figure not printed counts for nothing.
  public var heuresEncadrees: Decimale { Colonne.encadrees.compactMap { self[$0] }.somme() }

  private static func chemin(_ colonne: Colonne) -> WritableKeyPath<Chiffres, Decimale?> {
    switch colonne {
    case .cm: \.cm
    case .td: \.td
    case .tp: \.tp
    case .projet: \.projet
    case .total: \.total
    case .coef: \.coef
    case .ects: \.ects
    }
  }
}
