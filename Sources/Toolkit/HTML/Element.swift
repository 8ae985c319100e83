/// An element with its attributes and what it holds.
public struct Element<Content: HTML>: HTML {
  @usableFromInline let tag: Tag
  @usableFromInline let attributes: [Attribute]
  @usableFromInline let content: Content

  @inlinable
  public init(_ tag: Tag, _ attributes: [Attribute], _ content: Content) {
    self.tag = tag
    self.attributes = attributes
    self.content = content
  }

  @inlinable
  public func render(into output: inout HTMLOutput) {
    output.open(tag, attributes)
    content.render(into: &output)
    output.close(tag)
  }
}

/// An element that holds nothing and is not closed, as a line break or an image.
public struct VoidElement: HTML {
  private let tag: Tag
  private let attributes: [Attribute]

  public init(_ tag: Tag, _ attributes: [Attribute]) {
    self.tag = tag
    self.attributes = attributes
  }

  public func render(into output: inout HTMLOutput) { output.open(tag, attributes) }
}

/// The name of an element, written in the program.
public struct Tag: Sendable, ExpressibleByStringLiteral {
  let opening: StaticString

  @inlinable
  public init(stringLiteral name: StaticString) {
    self.init(name)
  }

  public init(_ name: StaticString) {
    opening = name
  }
}

extension HTMLOutput {
  public mutating func open(_ tag: Tag, _ attributes: [Attribute]) {
    write(byte: 0x3C)
    write(tag.opening)
    for attribute in attributes { write(attribute) }
    write(byte: 0x3E)
  }

  public mutating func close(_ tag: Tag) {
    write("</")
    write(tag.opening)
    write(byte: 0x3E)
  }

  private mutating func write(_ attribute: Attribute) {
    if case .absent = attribute.value { return }
    write(byte: 0x20)
    write(attribute.prefix)
    write(attribute.name)
    switch attribute.value {
    case .absent, .present: return
    case .text(let text):
      write(byte: 0x3D)
      write(value: text)
    case .fixed(let text):
      write(byte: 0x3D)
      write(value: text.description)
    }
  }
}
