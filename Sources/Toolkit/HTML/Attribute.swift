/// An attribute of an element.
///
/// The list of names is closed: none takes a script, and those that take an address take a
/// `SafeURL`.
public struct Attribute: Sendable {
  enum Value: Sendable {
    /// Written without value.
    case present
    /// Not written.
    case absent
    case text(String)
    case fixed(StaticString)
  }

  let prefix: StaticString
  let name: StaticString
  let value: Value

  init(_ prefix: StaticString = "", _ name: StaticString, _ value: Value) {
    self.prefix = prefix
    self.name = name
    self.value = value
  }

  init(_ name: StaticString, _ text: String) {
    self.init("", name, .text(text))
  }

  init(_ name: StaticString, _ isPresent: Bool) {
    self.init("", name, isPresent ? .present : .absent)
  }

  /// The attribute, or nothing where the condition does not hold.
  public func when(_ condition: Bool) -> Attribute {
    condition ? self : Attribute(prefix, name, .absent)
  }
}
