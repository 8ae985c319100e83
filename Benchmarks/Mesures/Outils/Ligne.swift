internal import Text

/// One line of the table: a figure, what bounds it from below, what the project asks.
struct Ligne {
  let objet: String
  let mesure: Grandeur
  /// The least that the same data can cost, measured in the same run.
  let limite: Grandeur?
  /// What that least is.
  let reference: String
  let cible: Grandeur?

  init(
    _ objet: String,
    _ mesure: Duration,
    limite: Duration?,
    _ reference: String = "",
    cible: Duration? = nil,
  ) {
    self.init(
      objet,
      .duree(mesure),
      limite: limite.map { .duree($0) },
      reference,
      cible: cible.map { .duree($0) },
    )
  }

  init(
    _ objet: String,
    _ mesure: Grandeur,
    limite: Grandeur?,
    _ reference: String = "",
    cible: Grandeur? = nil,
  ) {
    self.objet = objet
    self.mesure = mesure
    self.limite = limite
    self.reference = reference
    self.cible = cible
  }
}

/// What a group of measures found, with what must be known to read it.
struct Section {
  let lignes: [Ligne]
  let remarques: [String]

  init(_ lignes: [Ligne], _ remarques: [String] = []) {
    self.lignes = lignes
    self.remarques = remarques
  }

  /// The table of all sections, then their remarks.
  static func texte(_ sections: [Section]) -> String {
    var table = TextTable([
      .init("Mesure", maximumWidth: 46), .init("Temps", .right), .init("Limite", .right),
      .init("Rapport", .right), .init("Cible", .right), .init("Tenue"),
      .init("Limite : une passe qui ne fait que…", maximumWidth: 36),
    ])
    for (rang, section) in sections.filter({ !$0.lignes.isEmpty }).enumerated() {
      if rang > 0 { table.addRule() }
      for ligne in section.lignes { table.add(ligne.cellules) }
    }
    let remarques = sections.flatMap(\.remarques).flatMap { remarque in
      wrap("– " + remarque, width: 100)
    }
    return frenchSpacing(table.render() + "\n" + remarques.joined(separator: "\n")) + "\n"
  }
}

extension Ligne {
  fileprivate var cellules: [String] {
    [
      objet, mesure.texte, limite?.texte ?? "", limite.map(mesure.rapport) ?? "",
      cible.map { "< " + $0.texte } ?? "",
      cible.map { mesure.estSous($0) ? "oui" : "non" } ?? "", reference,
    ]
  }
}
