// Part of the closed list of elements; scripts and styles are not among them: see `Script`.

@inlinable
public func svg<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("svg", attributes, content()) }

@inlinable
public func g<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("g", attributes, content()) }

@inlinable
public func path<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("path", attributes, content()) }

@inlinable
public func circle<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("circle", attributes, content()) }

@inlinable
public func rect<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("rect", attributes, content()) }

@inlinable
public func line<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("line", attributes, content()) }

@inlinable
public func polyline<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("polyline", attributes, content()) }

@inlinable
public func polygon<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("polygon", attributes, content()) }

/// A text in a drawing.
@inlinable
public func svgText<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("text", attributes, content()) }

/// What a drawing shows, in words.
@inlinable
public func desc<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("desc", attributes, content()) }
