// The closed list of elements that hold nothing.

public func meta(_ attributes: Attribute...) -> VoidElement { VoidElement("meta", attributes) }

public func link(_ attributes: Attribute...) -> VoidElement { VoidElement("link", attributes) }

public func br(_ attributes: Attribute...) -> VoidElement { VoidElement("br", attributes) }

public func hr(_ attributes: Attribute...) -> VoidElement { VoidElement("hr", attributes) }

public func img(_ attributes: Attribute...) -> VoidElement { VoidElement("img", attributes) }

public func input(_ attributes: Attribute...) -> VoidElement { VoidElement("input", attributes) }

public func col(_ attributes: Attribute...) -> VoidElement { VoidElement("col", attributes) }

public func wbr(_ attributes: Attribute...) -> VoidElement { VoidElement("wbr", attributes) }

public func source(_ attributes: Attribute...) -> VoidElement { VoidElement("source", attributes) }
