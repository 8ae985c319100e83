internal import Actes
internal import HTTPServer

/// One request to the API on its way, checked: who asks, and what its schemas have accepted.
struct Appel: Sendable {
  let site: Bureau
  let etablissement: Identifiant<Etablissement>
  let demandeur: Demandeur?
  /// What the address and the query give.
  let valeurs: [String: String]
  let corps: ObjetLu

  func identifiant<De>(
    _ nom: String,
    _ sorte: Objet.Sorte,
    de type: De.Type = De.self,
  ) throws(Refus) -> Identifiant<De> {
    guard let id = valeurs[nom].flatMap({ Int64($0) }).flatMap({ Identifiant<De>($0) }) else {
      throw .inconnu(sorte)
    }
    return id
  }

  var promotion: Identifiant<Promotion> {
    get throws(Refus) { try identifiant("promotion", .promotion) }
  }
  var evaluation: Identifiant<EvaluationDeModule> {
    get throws(Refus) { try identifiant("evaluation", .evaluation) }
  }
  var etudiant: Identifiant<Etudiant> {
    get throws(Refus) { try identifiant("etudiant", .etudiant) }
  }

  func demander<Q: Question>(_ question: Q) async throws -> Q.Resultat {
    try await site.demander(question, par: celui(), dans: etablissement)
  }

  @discardableResult
  func faire<A: Acte>(_ acte: A) async throws -> A.Resultat {
    try await site.faire(acte, par: celui(), dans: etablissement)
  }

  private func celui() throws -> Demandeur {
    guard let demandeur else { throw ProblemeDAPI(.jetonAbsent, "il faut un jeton") }
    return demandeur
  }

  /// The part of a list that was asked for; its elements are in the order of their numbers.
  func page<Element>(_ elements: [Element], _ numero: (Element) -> Int64) -> Page<Element> {
    let apres = valeurs["apres"].flatMap { Int64($0) } ?? 0
    let limite = valeurs["limite"].flatMap { Int($0) } ?? 100
    let suivants = elements.filter { numero($0) > apres }
    let choisis = Array(suivants.prefix(limite))
    return Page(
      elements: choisis,
      suite: suivants.count > choisis.count ? choisis.last.map(numero) : nil,
    )
  }
}

/// A part of a list, and the number after which it goes on.
struct Page<Element> {
  let elements: [Element]
  let suite: Int64?
}

extension Page: Sendable where Element: Sendable {}
