// Part of the closed list of elements; scripts and styles are not among them: see `Script`.

@inlinable
public func form<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("form", attributes, content()) }

@inlinable
public func fieldset<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("fieldset", attributes, content()) }

@inlinable
public func legend<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("legend", attributes, content()) }

@inlinable
public func label<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("label", attributes, content()) }

@inlinable
public func select<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("select", attributes, content()) }

@inlinable
public func optgroup<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("optgroup", attributes, content()) }

@inlinable
public func option<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("option", attributes, content()) }

@inlinable
public func textarea<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("textarea", attributes, content()) }

@inlinable
public func button<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("button", attributes, content()) }

@inlinable
public func output<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("output", attributes, content()) }

@inlinable
public func datalist<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("datalist", attributes, content()) }

@inlinable
public func progress<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("progress", attributes, content()) }

@inlinable
public func meter<Content: HTML>(
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> Content,
) -> Element<Content> { Element("meter", attributes, content()) }
