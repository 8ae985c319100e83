public import HTML

/// A set of values in five: least, quartiles, median, greatest; and where one of them stands.
public struct Repartition: Composant, Sendable {
  /// A value in words and its place.
  public struct Repere: Sendable {
    let texte: String
    let place: Int

    /// `place`: from 0, the start of the scale, to 1000; what is outside is brought back.
    public init(_ texte: String, place: Int) {
      self.texte = texte
      self.place = Swift.min(Swift.max(place, 0), 1_000)
    }
  }

  /// The five values.
  public struct Valeurs: Sendable {
    let minimum: Repere
    let premierQuartile: Repere
    let mediane: Repere
    let troisiemeQuartile: Repere
    let maximum: Repere

    public init(
      minimum: Repere,
      premierQuartile: Repere,
      mediane: Repere,
      troisiemeQuartile: Repere,
      maximum: Repere,
    ) {
      self.minimum = minimum
      self.premierQuartile = premierQuartile
      self.mediane = mediane
      self.troisiemeQuartile = troisiemeQuartile
      self.maximum = maximum
    }
  }

  private let titre: String
  private let echelle: [Repere]
  private let valeurs: Valeurs?
  private let marque: (nom: String, repere: Repere)?

  /// - `echelle`: the figures under the strip, « 0 », « 5 », « 10 ».
  /// - `valeurs`: `nil` when there are none.
  /// - `marque`: one value that stands out, with its name.
  public init(
    _ titre: String,
    echelle: [Repere],
    valeurs: Valeurs?,
    marque: (nom: String, repere: Repere)? = nil,
  ) {
    self.titre = titre
    self.echelle = echelle
    self.valeurs = valeurs
    self.marque = marque
  }

  public var corps: some HTML {
    figure(.class("graphique")) {
      figcaption { strong { phrase(titre) } }
      if let valeurs {
        dessin(valeurs)
        Definitions(enonce(valeurs).map { ($0.0, "\($0.1)") })
      } else {
        EtatVide("Aucune donnée")
      }
    }
  }

  private func enonce(_ valeurs: Valeurs) -> [(String, String)] {
    [
      ("Minimum", valeurs.minimum.texte), ("Premier quartile", valeurs.premierQuartile.texte),
      ("Médiane", valeurs.mediane.texte), ("Troisième quartile", valeurs.troisiemeQuartile.texte),
      ("Maximum", valeurs.maximum.texte),
    ] + (marque.map { [($0.nom, $0.repere.texte)] } ?? [])
  }

  private func dessin(_ valeurs: Valeurs) -> some HTML {
    svg(.class("repartition"), .role("img"), .width("100%"), .height("64")) {
      title { phrase(titre) }
      desc { enonce(valeurs).map { phrase("\($0.0) : \($0.1)") }.joined(separator: ", ") }
      for repere in echelle {
        line(.class("grille-fine"), .x1(x(repere)), .y1("4"), .x2(x(repere)), .y2("44")) {}
        svgText(.class(bord(repere)), .x(x(repere)), .y("60")) { repere.texte }
      }
      trait("moustache", de: valeurs.minimum, a: valeurs.maximum)
      boite(valeurs)
      line(
        .class("mediane"),
        .x1(x(valeurs.mediane)),
        .y1("8"),
        .x2(x(valeurs.mediane)),
        .y2("40"),
      ) {}
      if let marque {
        circle(.class("marque-place"), .cx(x(marque.repere)), .cy("24"), .r("5")) {}
      }
    }
  }

  private func boite(_ valeurs: Valeurs) -> some HTML {
    let debut = valeurs.premierQuartile.place
    let largeur = Swift.max(valeurs.troisiemeQuartile.place - debut, 0)
    return rect(
      .class("boite"),
      .x(pourcent(debut * 10)),
      .y("10"),
      .width(pourcent(largeur * 10)),
      .height("28"),
      .rx("3"),
    ) {}
  }

  private func trait(_ classe: String, de debut: Repere, a fin: Repere) -> some HTML {
    line(.class(classe), .x1(x(debut)), .y1("24"), .x2(x(fin)), .y2("24")) {}
  }

  private func x(_ repere: Repere) -> String { pourcent(repere.place * 10) }

  /// Figures at either end stay inside the drawing.
  private func bord(_ repere: Repere) -> String {
    switch repere.place {
    case ..<20: "repere debut"
    case 981...: "repere fin"
    case _: "repere"
    }
  }
}
