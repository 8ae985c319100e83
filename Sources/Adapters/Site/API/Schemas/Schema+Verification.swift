internal import JSON
internal import Scolarite

/// A value that cannot be taken, at its place.
struct FauteDAPI: Hashable, Sendable {
  /// A JSON pointer into the body (RFC 6901), or « ?limite » for a parameter.
  let pointeur: String
  let detail: String
}

extension Schema {
  /// Everything in a value that the schema does not allow, each at its place.
  func fautes(_ noeud: JSONNode, a pointeur: String = "") -> [FauteDAPI] {
    func faute(_ detail: String?) -> [FauteDAPI] {
      detail.map { [FauteDAPI(pointeur: pointeur, detail: $0)] } ?? []
    }
    switch (self, noeud.value) {
    case (.nomme(_, let schema), _): return schema.fautes(noeud, a: pointeur)
    case (.ouNul, .null): return []
    case (.ouNul(let schema), _): return schema.fautes(noeud, a: pointeur)
    case (.objet(let membres), .object(let donnes)):
      return Self.fautes(donnes, membres, pointeur)
    case (.liste(let schema, let auPlus), .array(let noeuds)):
      if let auPlus, noeuds.count > auPlus {
        return faute("a \(noeuds.count) éléments, \(auPlus) au plus")
      }
      return noeuds.enumerated().flatMap { schema.fautes($1, a: "\(pointeur)/\($0)") }
    case (.texte(let forme, let auPlus), .string(let texte)):
      let longueur = texte.unicodeScalars.count
      if let auPlus, longueur > auPlus { return faute("a \(longueur) signes, \(auPlus) au plus") }
      return faute(forme.defaut(texte))
    case (.choix(let valeurs), .string(let texte)):
      return faute(valeurs.contains(texte) ? nil : attendu)
    case (.entier(let bornes), .number(let litteral)):
      return faute(Int64(litteral).map(bornes.contains) == true ? nil : attendu)
    case (.decimal(let bornes), .number(let litteral)):
      let tient = Decimale(litteral).map { bornes?.contains($0) ?? true }
      return faute(tient == true ? nil : attendu)
    case (.booleen, .bool): return []
    case (
      .objet, _,
    ), (.liste, _), (.texte, _), (.choix, _), (.entier, _), (.decimal, _), (.booleen, _):
      return faute(attendu)
    }
  }

  private static func fautes(
    _ donnes: [JSONNode.Member],
    _ membres: [Membre],
    _ pointeur: String,
  ) -> [FauteDAPI] {
    let connus = Dictionary(
      membres.map { ($0.nom, $0) },
      uniquingKeysWith: { premier, _ in premier },
    )
    let presents = Set(donnes.map(\.key))
    let noms = membres.map { "« \($0.nom) »" }.joined(separator: ", ")
    return donnes.flatMap { donne in
      let place = "\(pointeur)/\(donne.key.commePointeur)"
      return connus[donne.key]?.schema.fautes(donne.node, a: place)
        ?? [FauteDAPI(pointeur: place, detail: "n’est pas une clé connue ; attendues : \(noms)")]
    }
      + membres.filter { $0.obligatoire && !presents.contains($0.nom) }.map {
        FauteDAPI(pointeur: "\(pointeur)/\($0.nom.commePointeur)", detail: "manque")
      }
  }

  /// What is expected, in French.
  var attendu: String {
    switch self {
    case .objet: "doit être un objet"
    case .liste: "doit être une liste"
    case .texte: "doit être un texte"
    case .choix(let valeurs):
      "doit être l’un de : " + valeurs.map { "« \($0) »" }.joined(separator: ", ")
    case .entier(let bornes):
      "doit être un nombre entier de \(bornes.lowerBound) à \(bornes.upperBound)"
    case .decimal(let bornes):
      "doit être un nombre"
        + (bornes.map { " de \($0.lowerBound) à \($0.upperBound)" } ?? "")
        + ", six décimales au plus, sans exposant"
    case .booleen: "doit être true ou false"
    case .ouNul(let schema): schema.attendu + ", ou null"
    case .nomme(_, let schema): schema.attendu
    }
  }
}

extension String {
  /// As a reference token of a JSON pointer.
  var commePointeur: String { replacing("~", with: "~0").replacing("/", with: "~1") }
}
