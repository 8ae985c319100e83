// Part of the closed list of elements; scripts and styles are not among them: see `Script`.

@inlinable
public func title<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("title", attributes, content()) }

@inlinable
public func header<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("header", attributes, content()) }

@inlinable
public func footer<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("footer", attributes, content()) }

@inlinable
public func main<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("main", attributes, content()) }

@inlinable
public func nav<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("nav", attributes, content()) }

@inlinable
public func section<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("section", attributes, content()) }

@inlinable
public func article<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("article", attributes, content()) }

@inlinable
public func aside<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("aside", attributes, content()) }

@inlinable
public func search<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("search", attributes, content()) }

@inlinable
public func div<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("div", attributes, content()) }

@inlinable
public func figure<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("figure", attributes, content()) }

@inlinable
public func figcaption<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("figcaption", attributes, content()) }

@inlinable
public func details<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("details", attributes, content()) }

@inlinable
public func summary<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("summary", attributes, content()) }

@inlinable
public func dialog<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("dialog", attributes, content()) }

@inlinable
public func noscript<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("noscript", attributes, content()) }

@inlinable
public func template<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("template", attributes, content()) }

@inlinable
public func ul<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("ul", attributes, content()) }

@inlinable
public func ol<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("ol", attributes, content()) }

@inlinable
public func li<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("li", attributes, content()) }

@inlinable
public func dl<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("dl", attributes, content()) }

@inlinable
public func dt<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("dt", attributes, content()) }

@inlinable
public func dd<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("dd", attributes, content()) }
