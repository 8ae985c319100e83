internal import Actes
internal import HTTPServer

/// What was typed in a form, with what is wrong, field by field.
struct SaisieLue {
  private let valeurs: [String: String]
  var fautes: [String: String] = [:]

  /// What stands in the fields before anybody types.
  init(_ valeurs: [String: String]) { self.valeurs = valeurs }

  /// As a browser sends it, without spaces around.
  init(_ envoi: HTTPForm) {
    valeurs = Dictionary(
      envoi.fields.items.map { ($0.name, $0.value.sansBords) },
      uniquingKeysWith: { premiere, _ in premiere },
    )
  }

  /// The same with other values for some fields.
  func avec(_ autres: [String: String]) -> SaisieLue {
    var saisie = SaisieLue(valeurs.merging(autres) { _, autre in autre })
    saisie.fautes = fautes
    return saisie
  }

  subscript(nom: String) -> String { valeurs[nom] ?? "" }

  /// The value, `nil` where the field is empty.
  func facultatif(_ nom: String) -> String? { self[nom].isEmpty ? nil : self[nom] }

  /// Notes what an act says of the values.
  /// - Returns: whether it has a field here.
  mutating func prendre(_ refus: Refus, champs: [String: String], defaut: String) -> Bool {
    switch refus {
    case .donnees(let siennes):
      for faute in siennes {
        let nom = faute.lieu.split(separator: ",").last.map { String($0).sansBords } ?? ""
        fautes[champs[nom] ?? nom] = "\(nom) \(faute.nature.phrase)".enPhrase
      }
    case .etat: fautes[defaut] = refus.phrase.enPhrase
    case .interdit, .inconnu, .conflit, .regle: return false
    }
    return true
  }
}
