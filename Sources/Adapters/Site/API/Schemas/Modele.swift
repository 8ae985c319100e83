internal import JSON
internal import Scolarite

/// How a value of ours is written, and the schema of what is written: made together, so that they
/// cannot part.
struct Modele<Valeur>: Sendable {
  let schema: Schema
  let ecrire: @Sendable (Valeur) -> JSONNode

  /// The value, or `null`.
  var ouNul: Modele<Valeur?> {
    Modele<Valeur?>(schema: .ouNul(schema)) { valeur in valeur.map(ecrire) ?? nil }
  }

  var liste: Modele<[Valeur]> {
    Modele<[Valeur]>(schema: .liste(schema)) { .array($0.map(ecrire)) }
  }

  /// An object whose keys come in this order; `nom`: how the description calls it.
  static func objet(_ nom: String, _ traits: [Trait<Valeur>]) -> Modele {
    Modele(schema: .nomme(nom, .objet(traits.map(\.membre)))) { valeur in
      .object(traits.map { JSONNode.Member($0.membre.nom, $0.ecrire(valeur)) })
    }
  }
}

/// A key of an object that is written.
struct Trait<Racine>: Sendable {
  let membre: Schema.Membre
  let ecrire: @Sendable (Racine) -> JSONNode

  init<V>(
    _ nom: String,
    _ modele: Modele<V>,
    _ description: String,
    _ lire: @escaping @Sendable (Racine) -> V,
  ) {
    membre = Schema.Membre(nom: nom, schema: modele.schema, description: description)
    ecrire = { modele.ecrire(lire($0)) }
  }

  /// A key whose value may be `null`.
  init<V>(
    _ nom: String,
    ouNul modele: Modele<V>,
    _ description: String,
    _ lire: @escaping @Sendable (Racine) -> V?,
  ) {
    self.init(nom, modele.ouNul, description, lire)
  }
}

// MARK: Plain values

extension Modele where Valeur == Bool {
  static var booleen: Modele { Modele(schema: .booleen) { JSONNode(.bool($0)) } }
}

extension Modele where Valeur == Int64 {
  static var identifiant: Modele {
    Modele(schema: .identifiant) { .number(String($0)) }
  }
  static var version: Modele { Modele(schema: .version) { .number(String($0)) } }
}

extension Modele where Valeur == Int {
  static func entier(_ bornes: ClosedRange<Int64>) -> Modele {
    Modele(schema: .entier(bornes)) { .number(String($0)) }
  }
  static var compte: Modele { entier(0...1_000_000) }
  static var semestre: Modele { entier(1...6) }
}

extension Modele where Valeur == String {
  /// A text that was checked when it was written, whatever it holds.
  static var texte: Modele { Modele(schema: .texte(.libre)) { .string($0.enUneLigne) } }

  static func choix(_ valeurs: [String]) -> Modele {
    Modele(schema: .choix(valeurs)) { .string($0) }
  }
}

extension Modele where Valeur == Decimale {
  static var decimal: Modele {
    Modele(schema: .decimal(nil)) { .number($0.litteralJSON) }
  }
}

extension Modele where Valeur == Jour {
  static var jour: Modele { Modele(schema: .texte(.jour)) { .string($0.description) } }
}

extension Modele where Valeur == Instant {
  static var minute: Modele { Modele(schema: .texte(.minute)) { .string($0.description) } }
}

extension String {
  /// Without control characters, which descriptions exclude.
  fileprivate var enUneLigne: String {
    guard unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      return self
    }
    return String(
      String.UnicodeScalarView(
        unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
      )
    )
  }
}
