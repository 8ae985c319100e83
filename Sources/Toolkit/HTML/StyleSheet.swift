/// Links to style sheets of the site.
public func stylesheet(_ file: SafeURL) -> VoidElement {
  link(.rel("stylesheet"), .href(file))
}
