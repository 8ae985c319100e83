internal import Echanges
internal import JSON
internal import Scolarite
internal import Text

extension Identite {
  /// « BUT 2 – Réseaux et télécommunications – parcours … – apprentissage – 2022-2023 ».
  var titre: String {
    [
      "\(diplome.rawValue) \(annee.valeur)", mention, parcours.map { "parcours \($0)" },
      modalite.rawValue, anneeUniversitaire.description,
    ].compactMap(\.self).joined(separator: " – ")
  }
}

/// « 3 avertissements », « 1 semestre ».
func compte(_ nombre: Int, _ nom: String) -> String { "\(nombre) \(nom)" + (nombre > 1 ? "s" : "") }

extension Constat {
  /// The finding for a program.
  func json(_ fichier: FichierDeMaquette, controle: Controle?) -> JSONNode {
    let position = fichier.lecture.position(de: lieu)
    return [
      "controle": controle.map { .string($0.nom) } ?? "lecture",
      "article": controle.map { .string($0.article.description) } ?? nil,
      "gravite": .string(gravite.rawValue),
      "lieu": .string(lieu.description),
      "ligne": position.map { .number(String($0.line)) } ?? nil,
      "message": .string(nature.phrase),
    ]
  }
}

extension JSONNode {
  /// A whole number.
  static func entier(_ valeur: Int) -> JSONNode { .number(String(valeur)) }

  /// An exact decimal number, or `null`.
  static func nombre(_ valeur: Decimale?) -> JSONNode {
    valeur.map { .number($0.litteralJSON) } ?? nil
  }
}

extension Decimale? {
  /// The figure for a cell of a table; « – » where nothing is printed.
  var cellule: String { self?.description ?? "–" }
}
