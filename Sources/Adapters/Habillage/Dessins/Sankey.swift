public import HTML

/// How many go from where to where, as ribbons from column to column; the same figures stand in a
/// table below.
public struct Sankey: Composant, Sendable {
  /// What a node stands for, which gives its colour; its text says it too.
  public enum Teinte: String, Sendable {
    case etape, reussite, reprise, depart
  }

  /// A place of the flow.
  public struct Noeud: Sendable {
    let titre: String
    let detail: String
    let colonne: Int
    let poids: Int
    let teinte: Teinte

    /// - `detail`: a few words under the title, with the number.
    /// - `colonne`: from 0.
    public init(
      _ titre: String,
      detail: String,
      colonne: Int,
      poids: Int,
      teinte: Teinte = .etape,
    ) {
      self.titre = titre
      self.detail = detail
      self.colonne = Swift.max(colonne, 0)
      self.poids = Swift.max(poids, 0)
      self.teinte = teinte
    }
  }

  /// How many go from a node to another, by their ranks.
  public struct Lien: Sendable {
    let de: Int
    let vers: Int
    let poids: Int

    public init(de: Int, vers: Int, _ poids: Int) {
      self.de = de
      self.vers = vers
      self.poids = poids
    }
  }

  /// A link that can be drawn, with the columns at its ends.
  struct Flot {
    let de: Int
    let vers: Int
    let poids: Int
    let colonnes: [Int]
  }

  private let titre: String
  private let resume: String
  private let compte: String
  private let colonnes: [String]
  private let noeuds: [Noeud]
  private let flots: [Flot]

  /// Links that lead backwards, or to no node, are not drawn.
  /// - `resume`: what the drawing shows, in one sentence.
  /// - `compte`: what is counted, « Étudiants ».
  /// - `colonnes`: the names above the columns.
  public init(
    _ titre: String,
    resume: String,
    compte: String,
    colonnes: [String],
    noeuds: [Noeud],
    liens: [Lien],
  ) {
    self.titre = titre
    self.resume = resume
    self.compte = compte
    self.colonnes = colonnes
    self.noeuds = noeuds
    flots = liens.compactMap { lien in
      guard noeuds.indices.contains(lien.de), noeuds.indices.contains(lien.vers), lien.poids > 0,
        noeuds[lien.de].colonne < noeuds[lien.vers].colonne
      else { return nil }
      return Flot(
        de: lien.de,
        vers: lien.vers,
        poids: lien.poids,
        colonnes: [noeuds[lien.de].colonne, noeuds[lien.vers].colonne],
      )
    }
  }

  public var corps: some HTML {
    figure(.class("graphique")) {
      figcaption {
        strong { phrase(titre) }
        span { phrase(resume) }
      }
      if noeuds.isEmpty {
        EtatVide("Aucune donnée")
      } else {
        RegionDefilante(titre) { dessin }
        donnees
      }
    }
  }

  // MARK: The drawing

  var disposition: DispositionDeSankey { DispositionDeSankey(noeuds, flots) }

  private var dessin: some HTML {
    let disposition = disposition
    return svg(
      .class("sankey"),
      .role("img"),
      .viewBox(cadre(disposition)),
      .width(px(disposition.largeur)),
      .height(px(disposition.hauteur)),
    ) { formes(disposition) }
  }

  private func cadre(_ disposition: DispositionDeSankey) -> String {
    "0 0 \(px(disposition.largeur)) \(px(disposition.hauteur))"
  }

  private func formes(_ disposition: DispositionDeSankey) -> some HTML {
    HTMLGroup(
      title { phrase(titre) },
      desc { phrase(resume) },
      HTMLList(disposition.rubans.map { ruban($0) }),
      HTMLList(disposition.places.map { noeud($0) }),
      HTMLList(
        colonnes.enumerated().map { rang, nom in
          svgText(
            .class("colonne"),
            .x(px(rang * disposition.pas)),
            .y(px(DispositionDeSankey.haut - 2_200)),
          ) { phrase(nom) }
        }
      ),
    )
  }

  private func ruban(_ ruban: DispositionDeSankey.Ruban) -> some HTML {
    let flot = flots[ruban.lien]
    let (de, vers) = (noeuds[flot.de], noeuds[flot.vers])
    return path(.class("ruban \(vers.teinte.rawValue)"), .d(trace(ruban))) {
      title { phrase("\(nom(de)) → \(nom(vers)) : \(flot.poids)") }
    }
  }

  /// A band between two curves of Bézier, level at both ends.
  private func trace(_ ruban: DispositionDeSankey.Ruban) -> String {
    let milieu = px((ruban.x1 + ruban.x2) / 2)
    let (x1, x2) = (px(ruban.x1), px(ruban.x2))
    let (haut1, haut2) = (px(ruban.y1), px(ruban.y2))
    let (bas1, bas2) = (px(ruban.y1 + ruban.hauteur), px(ruban.y2 + ruban.hauteur))
    return "M\(x1) \(haut1)C\(milieu) \(haut1) \(milieu) \(haut2) \(x2) \(haut2)"
      + "L\(x2) \(bas2)C\(milieu) \(bas2) \(milieu) \(bas1) \(x1) \(bas1)Z"
  }

  private func noeud(_ place: DispositionDeSankey.Place) -> some HTML {
    let noeud = noeuds[place.noeud]
    let x = px(place.x + DispositionDeSankey.largeurDeNoeud + 600)
    let milieu = place.y + Swift.max(place.hauteur, DispositionDeSankey.hauteurDuTexte) / 2
    return g(.class("noeud \(noeud.teinte.rawValue)")) {
      rect(
        .x(px(place.x)),
        .y(px(place.y)),
        .width(px(DispositionDeSankey.largeurDeNoeud)),
        .height(px(Swift.max(place.hauteur, 100))),
        .rx("2"),
      ) {}
      svgText(.class("nom"), .x(x), .y(px(milieu - 200))) { phrase(noeud.titre) }
      svgText(.class("detail"), .x(x), .y(px(milieu + 1_300))) { phrase(noeud.detail) }
    }
  }

  private func nom(_ noeud: Noeud) -> String { "\(noeud.titre) (\(colonne(noeud)))" }

  private func colonne(_ noeud: Noeud) -> String {
    colonnes.indices.contains(noeud.colonne) ? colonnes[noeud.colonne] : noeud.detail
  }

  // MARK: The table

  private var donnees: some HTML {
    details(.class("donnees")) {
      summary { "Voir les chiffres" }
      Tableau(
        titre,
        colonnes: [.init("De"), .init("Vers"), .init(compte, .chiffres)],
        lignes: flots.map {
          .init(["\(nom(noeuds[$0.de]))", "\(nom(noeuds[$0.vers]))", "\($0.poids)"])
        },
        vide: EtatVide("Personne n’est encore allé plus loin"),
      )
    }
  }

  // MARK: The file

  /// The drawing alone, with its colours and letters, as a file of SVG.
  public var fichier: String {
    let disposition = disposition
    let feuille = """
      text{font-family:Inter,system-ui,sans-serif;font-size:12px;fill:#4d566b}\
      .nom,.colonne{font-weight:600;fill:#1a1f2b}.ruban{opacity:.3}\
      .etape{fill:#2a4b9b}.reussite{fill:#1b6542}.reprise{fill:#744700}.depart{fill:#9d2329}
      """
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="\(cadre(disposition))" \
      width="\(px(disposition.largeur))" height="\(px(disposition.hauteur))" role="img">\
      <style>\(feuille)</style>\
      <rect x="0" y="0" width="100%" height="100%" style="fill:#fff"></rect>\
      \(formes(disposition).markup)</svg>

      """
  }
}

/// Hundredths of a pixel, as drawings write them.
private func px(_ centiemes: Int) -> String {
  let (entier, reste) = (centiemes / 100, centiemes % 100)
  guard reste != 0 else { return "\(entier)" }
  return "\(entier).\(reste < 10 ? "0" : "")\(reste)"
}
