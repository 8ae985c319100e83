/// Puts what stands between braces one after the other.
@resultBuilder
public enum HTMLBuilder {
  @inlinable
  public static func buildBlock() -> EmptyHTML { EmptyHTML() }

  @inlinable
  public static func buildBlock<Content: HTML>(_ content: Content) -> Content { content }

  @inlinable
  public static func buildBlock<each Content: HTML>(
    _ content: repeat each Content
  ) -> HTMLGroup<repeat each Content> {
    HTMLGroup(repeat each content)
  }

  @inlinable
  public static func buildOptional<Content: HTML>(_ content: Content?) -> Content? { content }

  @inlinable
  public static func buildEither<First: HTML, Second: HTML>(
    first: First
  ) -> HTMLChoice<First, Second> { .first(first) }

  @inlinable
  public static func buildEither<First: HTML, Second: HTML>(
    second: Second
  ) -> HTMLChoice<First, Second> { .second(second) }

  @inlinable
  public static func buildArray<Content: HTML>(_ content: [Content]) -> HTMLList<Content> {
    HTMLList(content)
  }
}

/// Several things, each of its type.
public struct HTMLGroup<each Content: HTML>: HTML {
  @usableFromInline let content: (repeat each Content)

  @inlinable
  public init(_ content: repeat each Content) {
    self.content = (repeat each content)
  }

  @inlinable
  public func render(into output: inout HTMLOutput) {
    repeat (each content).render(into: &output)
  }
}

/// One of two things.
public enum HTMLChoice<First: HTML, Second: HTML>: HTML {
  case first(First)
  case second(Second)

  @inlinable
  public func render(into output: inout HTMLOutput) {
    switch self {
    case .first(let content): content.render(into: &output)
    case .second(let content): content.render(into: &output)
    }
  }
}

/// Things of one type, as a loop makes them.
public struct HTMLList<Content: HTML>: HTML {
  @usableFromInline let content: [Content]

  @inlinable
  public init(_ content: [Content]) {
    self.content = content
  }

  @inlinable
  public func render(into output: inout HTMLOutput) {
    for item in content { item.render(into: &output) }
  }
}
