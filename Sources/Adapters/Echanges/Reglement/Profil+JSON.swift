internal import JSON
public import Scolarite
internal import Text

/// A profile as its file holds it: its own layer, and the name of the layer below.
public struct ProfilLu: Sendable {
  public let profil: Profil
  public let herite: String?

  /// Reads a profile (JSON with comments), described by `docs/schemas/profil.schema.json`.
  public init(json bytes: [UInt8]) throws(DataFileError) {
    self = try DataFileError.decode(bytes, comments: true) { cursor throws(JSONDecodingError) in
      try ProfilLu(cursor)
    }
  }

  private init(_ cursor: JSONCursor) throws(JSONDecodingError) {
    let object = try cursor.object(
      knowing: ["format", "nom", "titre", "couche", "herite", "parametres", "exceptions"])
    try object.required("format").expect(format: "delibere/profil/1")
    var parametres: [String: [Profil.ValeurDatee]] = [:]
    for (nom, valeurs) in try object.required("parametres").entries() {
      guard let parametre = Parametre.nomme(nom) else {
        throw valeurs.refused("« \(nom) » n’est pas un paramètre")
      }
      parametres[nom] = try valeurs.map { cursor throws(JSONDecodingError) in
        try Profil.ValeurDatee(cursor, parametre)
      }
    }
    herite = try object.optional("herite")?.string()
    profil = Profil(
      nom: try object.required("nom").string(),
      titre: try object.required("titre").string(),
      couche: try object.required("couche").valeur(de: Profil.Couche.self),
      parametres: parametres,
      exceptions: try object.optional("exceptions")?.map(Profil.Exception.init) ?? [],
    )
  }
}

extension Profil.ValeurDatee {
  fileprivate init(_ cursor: JSONCursor, _ parametre: Parametre) throws(JSONDecodingError) {
    let cles = ["depuis", "jusqua", "valeur", "source", "a_confirmer"]
    try self.init(try cursor.object(knowing: cles), parametre)
  }

  fileprivate init(
    _ object: JSONObjectCursor,
    _ parametre: Parametre,
  ) throws(JSONDecodingError) {
    let depuis = try object.required("depuis").jour()
    let jusqua = try object.optional("jusqua")?.jour()
    if let jusqua, jusqua < depuis {
      throw try object.required("jusqua").invalid("une date après « depuis » (\(depuis))")
    }
    self.init(
      depuis: depuis,
      jusqua: jusqua,
      valeur: try object.required("valeur").valeur(de: parametre),
      source: try object.required("source").string(),
      aConfirmer: try object.optional("a_confirmer")?.bool() ?? false,
    )
  }
}

extension Profil.Exception {
  fileprivate init(_ cursor: JSONCursor) throws(JSONDecodingError) {
    let object = try cursor.object(
      knowing: ["parametre", "ues", "depuis", "jusqua", "valeur", "source", "a_confirmer"])
    let nom = try object.required("parametre")
    guard let parametre = Parametre.nomme(try nom.string()) else {
      throw nom.invalid("un paramètre connu")
    }
    self.init(
      parametre: parametre.nom,
      ues: try object.required("ues").map { cursor throws(JSONDecodingError) in
        try cursor.codeUE()
      },
      valeur: try Profil.ValeurDatee(object, parametre),
    )
  }
}

extension JSONCursor {
  /// Refuses another format than the one expected.
  func expect(format: String) throws(JSONDecodingError) {
    guard try string() == format else { throw invalid("« \(format) »") }
  }

  /// A value of the type that a parameter asks for.
  func valeur(de parametre: Parametre) throws(JSONDecodingError) -> ValeurDeParametre {
    let valeur: ValeurDeParametre? =
      switch node.value {
      case .null: .rien
      case .bool(let flag): .booleen(flag)
      case .number(let literal): Decimale(literal).map { .nombre($0) }
      case .string(let texte): Self.valeur(texte, parametre.type)
      case .array, .object: nil
      }
    guard let valeur, valeur.convient(a: parametre.type) else {
      throw invalid("\(parametre.type.attendu) pour « \(parametre.nom) »")
    }
    return valeur
  }

  private static func valeur(
    _ texte: String,
    _ type: Parametre.TypeDeValeur,
  ) -> ValeurDeParametre? {
    switch type {
    case .nombre, .nombreOuRien: Decimale(texte).map { .nombre($0) }
    case .choix: .mot(texte)
    case .dateOuRien: Jour(texte).map { .date($0) }
    case .booleen: nil
    }
  }
}

extension Parametre.TypeDeValeur {
  /// What a value of the type looks like, in French.
  var attendu: String {
    switch self {
    case .nombre(let minimum, let maximum): "un nombre de \(minimum) à \(maximum)"
    case .nombreOuRien(let minimum, let maximum): "un nombre de \(minimum) à \(maximum), ou null"
    case .booleen: "true ou false"
    case .choix(let mots): mots.map { "« \($0) »" }.joined(separator: " ou ")
    case .dateOuRien: "une date (2025-09-01), ou null"
    }
  }
}
