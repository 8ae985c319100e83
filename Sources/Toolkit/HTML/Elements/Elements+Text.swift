// Part of the closed list of elements; scripts and styles are not among them: see `Script`.

@inlinable
public func h1<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("h1", attributes, content()) }

@inlinable
public func h2<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("h2", attributes, content()) }

@inlinable
public func h3<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("h3", attributes, content()) }

@inlinable
public func h4<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("h4", attributes, content()) }

@inlinable
public func h5<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("h5", attributes, content()) }

@inlinable
public func h6<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("h6", attributes, content()) }

@inlinable
public func p<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("p", attributes, content()) }

@inlinable
public func span<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("span", attributes, content()) }

@inlinable
public func a<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("a", attributes, content()) }

@inlinable
public func strong<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("strong", attributes, content()) }

@inlinable
public func em<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("em", attributes, content()) }

@inlinable
public func small<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("small", attributes, content()) }

@inlinable
public func b<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("b", attributes, content()) }

@inlinable
public func i<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("i", attributes, content()) }

@inlinable
public func u<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("u", attributes, content()) }

@inlinable
public func s<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("s", attributes, content()) }

@inlinable
public func sub<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("sub", attributes, content()) }

@inlinable
public func sup<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("sup", attributes, content()) }

@inlinable
public func mark<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("mark", attributes, content()) }

@inlinable
public func code<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("code", attributes, content()) }

@inlinable
public func pre<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("pre", attributes, content()) }

@inlinable
public func kbd<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("kbd", attributes, content()) }

@inlinable
public func abbr<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("abbr", attributes, content()) }

@inlinable
public func cite<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("cite", attributes, content()) }

@inlinable
public func q<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("q", attributes, content()) }

@inlinable
public func del<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("del", attributes, content()) }

@inlinable
public func ins<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("ins", attributes, content()) }

@inlinable
public func blockquote<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("blockquote", attributes, content()) }

@inlinable
public func time<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("time", attributes, content()) }

@inlinable
public func address<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("address", attributes, content()) }
