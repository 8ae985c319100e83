public import HTML

/// How many in each class, as bars; the same figures stand in a table below.
public struct Histogramme: Composant, Sendable {
  /// One class and how many it holds.
  public struct Barre: Sendable {
    let etiquette: String
    let effectif: Int
    let estMarquee: Bool

    /// `estMarquee`: stands out, as the class of the reader’s own mark.
    public init(_ etiquette: String, _ effectif: Int, estMarquee: Bool = false) {
      self.etiquette = etiquette
      self.effectif = Swift.max(effectif, 0)
      self.estMarquee = estMarquee
    }
  }

  private let titre: String
  private let resume: String
  private let classes: String
  private let compte: String
  private let barres: [Barre]
  private let repereTousLes: Int

  /// - `resume`: what the drawing shows, in one sentence.
  /// - `classes`: what the bars are, « Note ».
  /// - `compte`: what is counted, « Étudiants ».
  /// - `repereTousLes`: one label every so many bars.
  public init(
    _ titre: String,
    resume: String,
    classes: String,
    compte: String,
    barres: [Barre],
    repereTousLes: Int = 1,
  ) {
    self.titre = titre
    self.resume = resume
    self.classes = classes
    self.compte = compte
    self.barres = barres
    self.repereTousLes = Swift.max(repereTousLes, 1)
  }

  public var corps: some HTML {
    figure(.class("graphique")) {
      figcaption {
        strong { phrase(titre) }
        span { phrase(resume) }
      }
      if sommet == 0 {
        EtatVide("Aucune donnée")
      } else {
        dessin
        donnees
      }
    }
  }

  private var sommet: Int { barres.map(\.effectif).max() ?? 0 }

  private var dessin: some HTML {
    svg(.class("histogramme"), .role("img"), .width("100%"), .height("180")) {
      title { phrase(titre) }
      desc { phrase(resume) }
      HTMLList(barres.enumerated().map { colonne($0.element, $0.offset) })
      line(.class("axe"), .x1("0"), .y1("156.5"), .x2("100%"), .y2("156.5")) {}
    }
  }

  /// A bar in its share of the width, its count above and its label below.
  @HTMLBuilder private func colonne(_ barre: Barre, _ rang: Int) -> some HTML {
    let hauteur = barre.effectif == 0 ? 0 : Swift.max(barre.effectif * 128 / sommet, 2)
    let part = 10_000 / barres.count
    let milieu = pourcent(rang * part + part / 2)
    if hauteur > 0 {
      rect(
        .class(barre.estMarquee ? "barre marquee" : "barre"),
        .x(pourcent(rang * part + part / 10)),
        .y(String(156 - hauteur)),
        .width(pourcent(part * 8 / 10)),
        .height(hauteur),
        .rx("2"),
      ) {}
      svgText(.class("compte"), .x(milieu), .y(String(150 - hauteur))) { String(barre.effectif) }
    }
    if rang.isMultiple(of: repereTousLes) {
      svgText(.class("repere"), .x(milieu), .y("174")) { barre.etiquette }
    }
  }

  private var donnees: some HTML {
    details(.class("donnees")) {
      summary { "Voir les chiffres" }
      Tableau(
        titre,
        colonnes: [.init(classes), .init(compte, .chiffres)],
        lignes: barres.map { .init(["\($0.etiquette)", "\($0.effectif)"]) },
      )
    }
  }
}

/// « 12.34% », from hundredths.
func pourcent(_ centiemes: Int) -> String {
  let reste = centiemes % 100
  return "\(centiemes / 100).\(reste < 10 ? "0" : "")\(reste)%"
}
