internal import JSON

/// A JSON object of a provider, of which only texts and booleans are of use.
struct ObjetJSON {
  private let membres: [String: JSONNode.Content]

  /// Reads one; `nil` when it is anything else.
  init?(_ octets: [UInt8]) {
    guard let texte = String(validating: octets, as: UTF8.self),
      let noeud = try? JSONNode(parsing: texte), case .object(let membres) = noeud.value
    else { return nil }
    self.membres = Dictionary(uniqueKeysWithValues: membres.map { ($0.key, $0.node.value) })
  }

  func texte(_ cle: String) -> String? {
    guard case .string(let texte) = membres[cle] else { return nil }
    return texte
  }

  func estVrai(_ cle: String) -> Bool {
    guard case .bool(true) = membres[cle] else { return false }
    return true
  }
}
