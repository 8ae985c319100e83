internal import Scolarite

/// What a JSON value may be: one declaration describes it, checks what comes in, and shapes what
/// goes out.
indirect enum Schema: Hashable, Sendable {
  /// No other key than these.
  case objet([Membre])
  case liste(Schema, auPlus: Int? = nil)
  /// `auPlus` in Unicode scalars, as JSON Schema counts.
  case texte(Forme, auPlus: Int? = nil)
  case choix([String])
  case entier(ClosedRange<Int64>)
  /// A number whose digits are kept as written; `nil` for any.
  case decimal(ClosedRange<Decimale>?)
  case booleen
  case ouNul(Schema)
  /// A schema that the description names once.
  case nomme(String, Schema)

  /// A key of an object.
  struct Membre: Hashable, Sendable {
    let nom: String
    let schema: Schema
    let description: String
    var obligatoire = true
  }

  /// The number of a thing.
  static let identifiant = Schema.entier(1...entierSur)
  /// A version that was read, 0 where nothing stood.
  static let version = Schema.entier(0...entierSur)
  /// The last whole number that every reader of JSON keeps exactly.
  static let entierSur: Int64 = 9_007_199_254_740_991

  /// The schemas that have a name, in itself and what it holds.
  var nommes: [String: Schema] {
    switch self {
    case .objet(let membres):
      membres.reduce(into: [:]) { $0.merge($1.schema.nommes) { premier, _ in premier } }
    case .liste(let schema, _), .ouNul(let schema): schema.nommes
    case .nomme(let nom, let schema):
      schema.nommes.merging([nom: schema]) { premier, _ in premier }
    case .texte, .choix, .entier, .decimal, .booleen: [:]
    }
  }
}
