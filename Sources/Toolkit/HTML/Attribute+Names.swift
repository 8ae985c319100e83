// The closed list of names, by kind of value.

/// Attributes whose value is a text.
extension Attribute {
  public static func `class`(_ text: String) -> Attribute { Attribute("class", text) }
  public static func id(_ text: String) -> Attribute { Attribute("id", text) }
  public static func name(_ text: String) -> Attribute { Attribute("name", text) }
  public static func value(_ text: String) -> Attribute { Attribute("value", text) }
  public static func type(_ text: String) -> Attribute { Attribute("type", text) }
  public static func title(_ text: String) -> Attribute { Attribute("title", text) }
  public static func lang(_ text: String) -> Attribute { Attribute("lang", text) }
  public static func scope(_ text: String) -> Attribute { Attribute("scope", text) }
  public static func role(_ text: String) -> Attribute { Attribute("role", text) }
  public static func placeholder(_ text: String) -> Attribute { Attribute("placeholder", text) }
  public static func autocomplete(_ text: String) -> Attribute { Attribute("autocomplete", text) }
  public static func pattern(_ text: String) -> Attribute { Attribute("pattern", text) }
  public static func inputMode(_ text: String) -> Attribute { Attribute("inputmode", text) }
  public static func alt(_ text: String) -> Attribute { Attribute("alt", text) }
  public static func content(_ text: String) -> Attribute { Attribute("content", text) }
  public static func charset(_ text: String) -> Attribute { Attribute("charset", text) }
  public static func media(_ text: String) -> Attribute { Attribute("media", text) }
  public static func rel(_ text: String) -> Attribute { Attribute("rel", text) }
  public static func datetime(_ text: String) -> Attribute { Attribute("datetime", text) }
  public static func accept(_ text: String) -> Attribute { Attribute("accept", text) }
  public static func `for`(_ text: String) -> Attribute { Attribute("for", text) }
  public static func headers(_ text: String) -> Attribute { Attribute("headers", text) }
  public static func form(_ text: String) -> Attribute { Attribute("form", text) }
  public static func target(_ text: String) -> Attribute { Attribute("target", text) }
  public static func formTarget(_ text: String) -> Attribute { Attribute("formtarget", text) }
  public static func download(_ text: String) -> Attribute { Attribute("download", text) }
  public static func min(_ text: String) -> Attribute { Attribute("min", text) }
  public static func max(_ text: String) -> Attribute { Attribute("max", text) }
  public static func step(_ text: String) -> Attribute { Attribute("step", text) }
  public static func list(_ text: String) -> Attribute { Attribute("list", text) }
  public static func sizes(_ text: String) -> Attribute { Attribute("sizes", text) }
  public static func dir(_ text: String) -> Attribute { Attribute("dir", text) }
  public static func accessKey(_ text: String) -> Attribute { Attribute("accesskey", text) }
  public static func enterKeyHint(_ text: String) -> Attribute { Attribute("enterkeyhint", text) }
  public static func autocapitalize(_ text: String) -> Attribute {
    Attribute("autocapitalize", text)
  }
  public static func nonce(_ text: String) -> Attribute { Attribute("nonce", text) }
  public static func integrity(_ text: String) -> Attribute { Attribute("integrity", text) }
  public static func property(_ text: String) -> Attribute { Attribute("property", text) }
  public static func label(_ text: String) -> Attribute { Attribute("label", text) }
}

/// Attributes of drawings.
extension Attribute {
  public static func viewBox(_ text: String) -> Attribute { Attribute("viewBox", text) }
  public static func d(_ text: String) -> Attribute { Attribute("d", text) }
  public static func points(_ text: String) -> Attribute { Attribute("points", text) }
  public static func x(_ text: String) -> Attribute { Attribute("x", text) }
  public static func y(_ text: String) -> Attribute { Attribute("y", text) }
  /// A width or a height with its unit, « 12.5% ».
  public static func width(_ text: String) -> Attribute { Attribute("width", text) }
  public static func height(_ text: String) -> Attribute { Attribute("height", text) }
  public static func x1(_ text: String) -> Attribute { Attribute("x1", text) }
  public static func y1(_ text: String) -> Attribute { Attribute("y1", text) }
  public static func x2(_ text: String) -> Attribute { Attribute("x2", text) }
  public static func y2(_ text: String) -> Attribute { Attribute("y2", text) }
  public static func rx(_ text: String) -> Attribute { Attribute("rx", text) }
  public static func cx(_ text: String) -> Attribute { Attribute("cx", text) }
  public static func cy(_ text: String) -> Attribute { Attribute("cy", text) }
  public static func r(_ text: String) -> Attribute { Attribute("r", text) }
  public static func fill(_ text: String) -> Attribute { Attribute("fill", text) }
  public static func stroke(_ text: String) -> Attribute { Attribute("stroke", text) }
  public static func transform(_ text: String) -> Attribute { Attribute("transform", text) }
}

/// Attributes whose value is a whole number.
extension Attribute {
  public static func colSpan(_ number: Int) -> Attribute { Attribute("colspan", String(number)) }
  public static func rowSpan(_ number: Int) -> Attribute { Attribute("rowspan", String(number)) }
  public static func width(_ number: Int) -> Attribute { Attribute("width", String(number)) }
  public static func height(_ number: Int) -> Attribute { Attribute("height", String(number)) }
  public static func tabIndex(_ number: Int) -> Attribute { Attribute("tabindex", String(number)) }
  public static func maxLength(_ number: Int) -> Attribute {
    Attribute("maxlength", String(number))
  }
  public static func minLength(_ number: Int) -> Attribute {
    Attribute("minlength", String(number))
  }
  public static func rows(_ number: Int) -> Attribute { Attribute("rows", String(number)) }
  public static func cols(_ number: Int) -> Attribute { Attribute("cols", String(number)) }
  public static func size(_ number: Int) -> Attribute { Attribute("size", String(number)) }
  public static func start(_ number: Int) -> Attribute { Attribute("start", String(number)) }
}

/// Attributes that are there or not.
extension Attribute {
  public static func checked(_ isPresent: Bool) -> Attribute { Attribute("checked", isPresent) }
  public static var checked: Attribute { Attribute("checked", true) }
  public static func selected(_ isPresent: Bool) -> Attribute { Attribute("selected", isPresent) }
  public static var selected: Attribute { Attribute("selected", true) }
  public static func disabled(_ isPresent: Bool) -> Attribute { Attribute("disabled", isPresent) }
  public static var disabled: Attribute { Attribute("disabled", true) }
  public static func required(_ isPresent: Bool) -> Attribute { Attribute("required", isPresent) }
  public static var required: Attribute { Attribute("required", true) }
  public static func readOnly(_ isPresent: Bool) -> Attribute { Attribute("readonly", isPresent) }
  public static var readOnly: Attribute { Attribute("readonly", true) }
  public static func multiple(_ isPresent: Bool) -> Attribute { Attribute("multiple", isPresent) }
  public static var multiple: Attribute { Attribute("multiple", true) }
  public static func autofocus(_ isPresent: Bool) -> Attribute {
    Attribute("autofocus", isPresent)
  }
  public static var autofocus: Attribute { Attribute("autofocus", true) }
  public static func hidden(_ isPresent: Bool) -> Attribute { Attribute("hidden", isPresent) }
  public static var hidden: Attribute { Attribute("hidden", true) }
  public static func open(_ isPresent: Bool) -> Attribute { Attribute("open", isPresent) }
  public static var open: Attribute { Attribute("open", true) }
  public static func `defer`(_ isPresent: Bool) -> Attribute { Attribute("defer", isPresent) }
  public static var `defer`: Attribute { Attribute("defer", true) }
  public static func `async`(_ isPresent: Bool) -> Attribute { Attribute("async", isPresent) }
  public static var `async`: Attribute { Attribute("async", true) }
  public static func noValidate(_ isPresent: Bool) -> Attribute {
    Attribute("novalidate", isPresent)
  }
  public static var noValidate: Attribute { Attribute("novalidate", true) }
  public static func reversed(_ isPresent: Bool) -> Attribute { Attribute("reversed", isPresent) }
  public static var reversed: Attribute { Attribute("reversed", true) }
  public static func inert(_ isPresent: Bool) -> Attribute { Attribute("inert", isPresent) }
  public static var inert: Attribute { Attribute("inert", true) }
}

/// Attributes whose value is an address.
extension Attribute {
  public static func href(_ url: SafeURL) -> Attribute { Attribute("href", url.text) }
  public static func src(_ url: SafeURL) -> Attribute { Attribute("src", url.text) }
  public static func action(_ url: SafeURL) -> Attribute { Attribute("action", url.text) }
  public static func formAction(_ url: SafeURL) -> Attribute { Attribute("formaction", url.text) }
  public static func cite(_ url: SafeURL) -> Attribute { Attribute("cite", url.text) }
  public static func poster(_ url: SafeURL) -> Attribute { Attribute("poster", url.text) }
}

/// Attributes that only the program itself writes.
extension Attribute {
  /// GET or POST, with the files of the form where there may be some.
  public static var post: Attribute { Attribute("", "method", .fixed("post")) }
  public static var get: Attribute { Attribute("", "method", .fixed("get")) }
  public static var multipart: Attribute {
    Attribute("", "enctype", .fixed("multipart/form-data"))
  }

  /// « data-… », whose name is letters, digits and hyphens.
  public static func data(_ name: StaticString, _ text: String) -> Attribute {
    Attribute("data-", name, .text(text))
  }

  /// « aria-… », for those who hear the page.
  public static func aria(_ name: StaticString, _ text: String) -> Attribute {
    Attribute("aria-", name, .text(text))
  }

  /// « hx-get »: replaces part of the page by what the address gives.
  public static func hxGet(_ url: SafeURL) -> Attribute { Attribute("hx-get", url.text) }
  public static func hxPost(_ url: SafeURL) -> Attribute { Attribute("hx-post", url.text) }

  /// « hx-… » with a value written in the program, since some are run as scripts.
  public static func hx(_ name: StaticString, _ value: StaticString) -> Attribute {
    Attribute("hx-", name, .fixed(value))
  }
}
