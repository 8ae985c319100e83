internal import JSON
internal import Scolarite

extension Schema {
  /// The schema in the words of JSON Schema 2020-12, as OpenAPI 3.1 holds it.
  var description: JSONNode { .object(membres) }

  private var membres: [JSONNode.Member] {
    switch self {
    case .nomme(let nom, _): [.init("$ref", .string("#/components/schemas/\(nom)"))]
    case .ouNul(let schema):
      [.init("anyOf", .array([schema.description, ["type": "null"]]))]
    case .objet(let membres): Self.objet(membres)
    case .liste(let schema, let auPlus):
      [.init("type", "array"), .init("items", schema.description)]
        + (auPlus.map { [.init("maxItems", .number(String($0)))] } ?? [])
    case .texte(let forme, let auPlus):
      [.init("type", "string")] + (forme.format.map { [.init("format", .string($0))] } ?? [])
        + [.init("pattern", .string(forme.motif))]
        + (auPlus.map { [.init("maxLength", .number(String($0)))] } ?? [])
    case .choix(let valeurs):
      [.init("type", "string"), .init("enum", .array(valeurs.map { .string($0) }))]
    case .entier(let bornes):
      [
        .init("type", "integer"), .init("format", "int64"),
        .init("minimum", .number(String(bornes.lowerBound))),
        .init("maximum", .number(String(bornes.upperBound))),
      ]
    case .decimal(let bornes):
      [.init("type", "number")]
        + (bornes.map { bornes in
          [
            .init("minimum", .number(bornes.lowerBound.litteralJSON)),
            .init("maximum", .number(bornes.upperBound.litteralJSON)),
          ]
        } ?? [])
    case .booleen: [.init("type", "boolean")]
    }
  }

  private static func objet(_ membres: [Membre]) -> [JSONNode.Member] {
    let obligatoires = membres.filter(\.obligatoire).map { JSONNode.string($0.nom) }
    let proprietes = membres.map { JSONNode.Member($0.nom, $0.propriete) }
    return [.init("type", "object"), .init("properties", .object(proprietes))]
      + (obligatoires.isEmpty ? [] : [.init("required", .array(obligatoires))])
      + [.init("additionalProperties", false)]
  }
}

extension Schema.Membre {
  fileprivate var propriete: JSONNode {
    guard case .object(let siens) = schema.description.value else { return schema.description }
    return .object(siens + [.init("description", .string(description))])
  }
}
