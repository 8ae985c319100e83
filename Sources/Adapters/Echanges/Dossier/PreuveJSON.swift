public import JSON
public import Scolarite

extension Preuve {
  /// The grounds as JSON, described by `docs/schemas/preuve.schema.json`.
  public var json: JSONNode {
    var membres: [JSONNode.Member] = [
      .init("regle", .string(regle.nom)),
      .init("article", .string(regle.article.description)),
      .init("exigences", .array(regle.exigences.map { .string($0) })),
      .init("enonce", .string(regle.enonce)),
      .init("sujet", .string(sujet)),
      .init("termes", .array(termes.map(\.json))),
      .init("parametres", .array(parametres.map(\.json))),
    ]
    if let calcul { membres.append(.init("calcul", .string(calcul))) }
    membres.append(.init("conclusion", conclusion.json))
    if let changerait { membres.append(.init("changerait", .string(changerait))) }
    membres.append(.init("premisses", .array(premisses.map(\.json))))
    return .object(membres)
  }
}

extension Preuve.Terme {
  var json: JSONNode {
    var membres: [JSONNode.Member] = [
      .init("nom", .string(nom)), .init("valeur", valeur.json),
    ]
    if let poids { membres.append(.init("poids", .string(poids.exacte))) }
    if let premisse { membres.append(.init("premisse", .number(String(premisse)))) }
    return .object(membres)
  }
}

extension Preuve.Valeur {
  var json: JSONNode {
    switch self {
    case .nombre(let valeur): .string(valeur.exacte)
    case .verdict(let valeur): JSONNode(.bool(valeur))
    case .texte(let texte): .string(texte)
    }
  }
}

extension Reglage {
  fileprivate var json: JSONNode {
    [
      "nom": .string(nom),
      "valeur": .string(valeur.description),
      "depuis": .text(depuis?.description),
      "source": .string(source),
      "couche": .string(couche),
      "a_confirmer": JSONNode(.bool(aConfirmer)),
    ]
  }
}
