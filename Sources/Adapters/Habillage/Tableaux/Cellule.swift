public import HTML

/// What a cell holds: a text, or any part of a page.
public struct Cellule: HTML, ExpressibleByStringInterpolation {
  private let contenu: any HTML

  public init(_ contenu: any HTML) { self.contenu = contenu }

  public init(stringLiteral texte: String) { contenu = texte }

  public func render(into output: inout HTMLOutput) { contenu.render(into: &output) }
}
