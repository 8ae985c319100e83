public import HTML

/// A part of a page, drawn from the elements of its body.
public protocol Composant: HTML {
  associatedtype Corps: HTML

  @HTMLBuilder var corps: Corps { get }
}

extension Composant {
  public func render(into output: inout HTMLOutput) { corps.render(into: &output) }
}
