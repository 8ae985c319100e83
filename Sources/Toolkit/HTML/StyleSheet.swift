/// Links to style sheets of the site.
public func stylesheet(_ file: SafeURL, nonce: String? = nil) -> VoidElement {
  link(.rel("stylesheet"), .href(file), .nonce(nonce ?? "").when(nonce != nil))
}
