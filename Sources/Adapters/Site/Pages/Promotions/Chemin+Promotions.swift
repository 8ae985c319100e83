internal import Actes
internal import HTML
internal import HTTPServer
internal import Scolarite

extension Chemin {
  static let promotions: SafeURL = "/promotions"

  /// The same address with a query.
  static func avec(_ adresse: SafeURL, _ question: [(String, String)]) -> SafeURL {
    let presentes = question.filter { !$0.1.isEmpty }
    guard !presentes.isEmpty else { return adresse }
    let texte = HTTPItems(presentes.map { .init(name: $0.0, value: $0.1) }).encoded
    guard let complete = SafeURL(adresse.text + "?" + texte) else {
      preconditionFailure("an encoded query is safe")
    }
    return complete
  }

  /// Why a student has what they have in a UE.
  static func pourquoi(
    _ promotion: Identifiant<Promotion>,
    _ etudiant: Identifiant<Etudiant>,
    _ ue: CodeUE,
  ) -> SafeURL {
    Chemin.promotion(promotion, "resultats", "\(etudiant)", ue.texte)
  }
}
