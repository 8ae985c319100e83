public import Scolarite

/// What stood or stands in a record, as the journal keeps it: names and values, in order.
public struct Faits: Hashable, Sendable {
  public let champs: [Champ]

  /// A name and its value.
  public struct Champ: Hashable, Sendable {
    public let nom: String
    public let valeur: Valeur

    public init(_ nom: String, _ valeur: Valeur) {
      self.nom = nom
      self.valeur = valeur
    }
  }

  /// A value, in the few forms that a record takes.
  public indirect enum Valeur: Hashable, Sendable {
    case vide
    case texte(String)
    case entier(Int64)
    case nombre(Decimale)
    case verdict(Bool)
    case liste([Valeur])
    case faits(Faits)
  }

  public init(_ champs: [Champ]) {
    self.champs = champs
  }
}

extension Faits: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, Valeur)...) {
    champs = elements.map { Champ($0.0, $0.1) }
  }
}

extension Faits.Valeur {
  public init(_ texte: String?) { self = texte.map { .texte($0) } ?? .vide }
  public init(_ jour: Jour?) { self = jour.map { .texte($0.description) } ?? .vide }
  public init(_ nombre: Decimale?) { self = nombre.map { .nombre($0) } ?? .vide }
  public init<De>(_ identifiant: Identifiant<De>?) {
    self = identifiant.map { .entier($0.valeur) } ?? .vide
  }
}

extension Faits.Valeur: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  public init(stringLiteral value: String) { self = .texte(value) }
  public init(integerLiteral value: Int64) { self = .entier(value) }
  public init(booleanLiteral value: Bool) { self = .verdict(value) }
}
