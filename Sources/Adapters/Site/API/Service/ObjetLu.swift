internal import Actes
internal import JSON
internal import Scolarite

/// An object that its schema has accepted; `null` reads as absent.
struct ObjetLu: Sendable {
  private let membres: [String: JSONNode]
  /// Where it stands in the body.
  let pointeur: String

  init(_ noeud: JSONNode, a pointeur: String = "") {
    var membres: [String: JSONNode] = [:]
    if case .object(let donnes) = noeud.value {
      for membre in donnes { membres[membre.key] = membre.node }
    }
    self.membres = membres
    self.pointeur = pointeur
  }

  func texte(_ cle: String) -> String? {
    if case .string(let texte) = membres[cle]?.value { texte } else { nil }
  }

  func booleen(_ cle: String) -> Bool? {
    if case .bool(let valeur) = membres[cle]?.value { valeur } else { nil }
  }

  func jour(_ cle: String) -> Jour? { texte(cle).flatMap { Jour($0) } }
  func entier(_ cle: String) -> Int64? { nombre(cle).flatMap { Int64($0) } }
  func decimale(_ cle: String) -> Decimale? { nombre(cle).flatMap { Decimale($0) } }

  func identifiant<De>(_ cle: String, de type: De.Type = De.self) -> Identifiant<De>? {
    entier(cle).flatMap { Identifiant<De>($0) }
  }

  func objet(_ cle: String) -> ObjetLu? {
    membres[cle].map { ObjetLu($0, a: "\(pointeur)/\(cle.commePointeur)") }
  }

  func objets(_ cle: String) -> [ObjetLu] {
    liste(cle).enumerated().map { ObjetLu($1, a: "\(pointeur)/\(cle.commePointeur)/\($0)") }
  }

  func identifiants<De>(_ cle: String, de type: De.Type = De.self) -> [Identifiant<De>] {
    liste(cle).compactMap { noeud in
      guard case .number(let litteral) = noeud.value else { return nil }
      return Int64(litteral).flatMap { Identifiant<De>($0) }
    }
  }

  /// What the schema asked for; a fault at the key where it is not there all the same.
  func exiger<V>(_ cle: String, _ valeur: V?) throws(ProblemeDAPI) -> V {
    guard let valeur else { throw .invalide([faute(cle, "manque")]) }
    return valeur
  }

  func faute(_ cle: String, _ detail: String) -> FauteDAPI {
    FauteDAPI(pointeur: "\(pointeur)/\(cle.commePointeur)", detail: detail)
  }

  private func nombre(_ cle: String) -> String? {
    if case .number(let litteral) = membres[cle]?.value { litteral } else { nil }
  }

  private func liste(_ cle: String) -> [JSONNode] {
    if case .array(let noeuds) = membres[cle]?.value { noeuds } else { [] }
  }
}
