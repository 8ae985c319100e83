/// Something that can be written in a page: an element, a text, or several of them.
///
/// A text is a `String`; it is escaped when it is written, and nowhere else.
public protocol HTML {
  /// Writes its markup at the end of the output.
  func render(into output: inout HTMLOutput)
}

extension HTML {
  /// The markup, in UTF-8.
  @inlinable
  public func rendered(reserving size: Int = 16_384) -> [UInt8] {
    var output = HTMLOutput(reserving: size)
    render(into: &output)
    return output.bytes
  }

  /// The markup as a text, for tests.
  public var markup: String { String(decoding: rendered(), as: UTF8.self) }
}

extension String: HTML {
  public func render(into output: inout HTMLOutput) { output.write(text: self) }
}

extension Optional: HTML where Wrapped: HTML {
  /// Nothing where there is nothing.
  @inlinable
  public func render(into output: inout HTMLOutput) { self?.render(into: &output) }
}

/// Nothing at all.
public struct EmptyHTML: HTML {
  public init() {}

  @inlinable
  public func render(into output: inout HTMLOutput) {}
}

/// Markup taken as it is: whoever writes this word answers for every character.
public struct RawHTML: HTML {
  private let markup: String

  public init(trusted markup: String) {
    self.markup = markup
  }

  public func render(into output: inout HTMLOutput) { output.write(raw: markup) }
}

/// Anything, where one type is needed for several.
public struct AnyHTML: HTML {
  private let content: any HTML

  public init(_ content: any HTML) {
    self.content = content
  }

  public func render(into output: inout HTMLOutput) { content.render(into: &output) }
}
