internal import Actes
internal import HTTPServer
internal import JSON

/// The API in the words of OpenAPI 3.1, made from its operations.
struct DescriptionDeLAPI {
  private let operations: [Operation]
  private let adresse: String

  init(_ operations: [Operation], adresse: String) {
    self.operations = operations
    self.adresse = adresse
  }

  static let presentation = """
    Les mêmes actes que le site, pour des programmes, avec les droits d’une personne dans ceux d’un \
    jeton. Les nombres qui décident sont exacts : les décimales gardent leurs chiffres, les moyennes \
    sont aussi des fractions. Rien n’est écrit par-dessus ce que d’autres ont écrit entre-temps : la \
    version lue accompagne chaque écriture.
    """

  var document: JSONNode {
    [
      "openapi": "3.1.0",
      "info": [
        "title": "Délibéré", "version": "1", "description": .string(Self.presentation),
        "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
      ],
      "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
      "servers": [["url": .string(adresse)]],
      "security": [["jeton": []]],
      "tags": .array(Operation.Theme.allCases.map { ["name": .string($0.rawValue)] }),
      "paths": .object(chemins),
      "components": [
        "securitySchemes": [
          "jeton": [
            "type": "http", "scheme": "bearer",
            "description": "Un jeton fait par la personne au nom de qui le programme agit.",
          ]
        ],
        "schemas": .object(schemas),
      ],
    ]
  }

  /// Each address once, in the order of the operations.
  private var chemins: [JSONNode.Member] {
    var gabarits: [Gabarit] = []
    for operation in operations where !gabarits.contains(operation.gabarit) {
      gabarits.append(operation.gabarit)
    }
    return gabarits.map { gabarit in
      let siennes = operations.filter { $0.gabarit == gabarit }
      return .init(
        gabarit.texte,
        .object(siennes.map { .init($0.methode.rawValue.lowercased(), .object($0.membres)) }),
      )
    } + [.init(API.adresseDeLaDescription, ["get": Self.soi])]
  }

  /// The operation that gives this document.
  private static let soi: JSONNode = [
    "operationId": "lireLaDescription",
    "tags": [.string(Operation.Theme.soi.rawValue)],
    "summary": "Cette description",
    "security": [],
    "responses": [
      "200": [
        "description": "La description de l’API, en OpenAPI 3.1.",
        "content": ["application/json": ["schema": ["type": "object"]]],
      ]
    ],
  ]

  private var schemas: [JSONNode.Member] {
    var nommes = ProblemeDAPI.modele.schema.nommes
    for schema in operations.flatMap({ [$0.corps, $0.reponse].compactMap(\.self) }) {
      for (nom, sien) in schema.nommes {
        precondition(nommes[nom] ?? sien == sien, "two schemas are called \(nom)")
        nommes[nom] = sien
      }
    }
    return nommes.sorted { $0.key < $1.key }.map { .init($0.key, $0.value.description) }
  }
}

extension Operation {
  fileprivate var membres: [JSONNode.Member] {
    let requis = droit.map { "Droit : « \($0.rawValue) »." }
    let texte = [description, requis ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    var membres: [JSONNode.Member] = [
      .init("operationId", .string(nom)),
      .init("tags", [.string(theme.rawValue)]),
      .init("summary", .string(resume)),
    ]
    if !texte.isEmpty { membres.append(.init("description", .string(texte))) }
    if acces == .libre { membres.append(.init("security", [])) }
    if let droit { membres.append(.init("x-droit", .string(droit.rawValue))) }
    if !parametres.isEmpty {
      membres.append(.init("parameters", .array(parametres.map(\.decrit))))
    }
    if let corps {
      membres.append(
        .init(
          "requestBody",
          ["required": true, "content": ["application/json": ["schema": corps.description]]],
        )
      )
    }
    return membres + [.init("responses", .object(reponses))]
  }

  private var reponses: [JSONNode.Member] {
    var bonne: [JSONNode.Member] = [.init("description", "Fait.")]
    if let reponse {
      bonne.append(.init("content", ["application/json": ["schema": reponse.description]]))
    }
    var statuts: [UInt16] = []
    for sorte in problemes where !statuts.contains(sorte.statut.code) {
      statuts.append(sorte.statut.code)
    }
    let mauvaises = statuts.sorted().map { statut in
      let titres = problemes.filter { $0.statut.code == statut }.map(\.titre)
      return JSONNode.Member(String(statut), Self.probleme(titres.joined(separator: " ; ")))
    }
    let inchangee: [JSONNode.Member] =
      methode == .get
      ? [.init("304", ["description": "Rien n’a changé depuis If-None-Match."])] : []
    return [.init(String(statut.code), .object(bonne))] + inchangee + mauvaises
  }

  private static func probleme(_ description: String) -> JSONNode {
    [
      "description": .string(description + "."),
      "content": [
        "application/problem+json": ["schema": ProblemeDAPI.modele.schema.description]
      ],
    ]
  }
}

extension ParametreDAPI {
  fileprivate var decrit: JSONNode {
    [
      "name": .string(nom), "in": .string(lieu.rawValue), "description": .string(description),
      "required": JSONNode(.bool(lieu == .chemin)), "schema": schema.description,
    ]
  }
}
