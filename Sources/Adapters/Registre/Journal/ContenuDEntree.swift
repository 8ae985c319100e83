internal import JSON

/// The content of an entry, read back.
struct ContenuDEntree {
  private let champs: [String: JSONNode]

  init?(_ texte: String) {
    guard let champs = (try? JSONNode(parsing: texte))?.champs else { return nil }
    self.champs = champs
  }

  /// What stood after the act.
  var apres: [String: JSONNode]? { champs["apres"]?.champs }

  /// How many marks the entry wrote together.
  var nombreDeNotes: Int64? { apres?["notes"]?.entier }

  /// The digest of the marks written together.
  var empreinteDeNotes: String? {
    nombreDeNotes == nil ? nil : apres?["empreinte"]?.texte
  }
}

extension JSONNode {
  var champs: [String: JSONNode]? {
    guard case .object(let membres) = value else { return nil }
    return Dictionary(membres.map { ($0.key, $0.node) }) { _, dernier in dernier }
  }

  var texte: String? {
    guard case .string(let texte) = value else { return nil }
    return texte
  }

  var entier: Int64? {
    guard case .number(let litteral) = value else { return nil }
    return Int64(litteral)
  }
}
