import HTML
import Testing

@testable import Habillage

@Suite("Dessin des parcours")
struct SankeyTests {
  /// A flow in which everybody of a column goes on, drawn from a seed.
  private struct Tirage {
    var etat: UInt64
    var noeuds: [Sankey.Noeud] = []
    var liens: [Sankey.Lien] = []

    init(_ graine: UInt64) {
      etat = graine
      let colonnes = 2 + suivant(5)
      var precedents: [Int] = []
      for colonne in 0..<colonnes {
        let siens = (0...suivant(4)).map { rang in
          ajouter("\(colonne).\(rang)", colonne, colonne == 0 ? 1 + suivant(90) : 0)
        }
        for de in precedents { partager(de, siens) }
        precedents = siens
      }
    }

    mutating func suivant(_ borne: Int) -> Int {
      etat = etat &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(etat >> 33) % borne
    }

    private mutating func ajouter(_ nom: String, _ colonne: Int, _ poids: Int) -> Int {
      noeuds.append(.init(nom, detail: "", colonne: colonne, poids: poids))
      return noeuds.count - 1
    }

    private mutating func partager(_ de: Int, _ siens: [Int]) {
      var reste = noeuds[de].poids
      for vers in siens where reste > 0 {
        let part = vers == siens.last ? reste : suivant(reste + 1)
        guard part > 0 else { continue }
        reste -= part
        liens.append(.init(de: de, vers: vers, part))
        let noeud = noeuds[vers]
        noeuds[vers] = .init(
          noeud.titre,
          detail: "",
          colonne: noeud.colonne,
          poids: noeud.poids + part,
        )
      }
    }

    var sankey: Sankey {
      Sankey("T", resume: "R", compte: "N", colonnes: [], noeuds: noeuds, liens: liens)
    }
  }

  @Test(
    "les rubans d’une barre ont ensemble sa hauteur, sans trou ni chevauchement",
    arguments: 1...60 as ClosedRange<UInt64>,
  )
  func hauteurs(graine: UInt64) {
    let tirage = Tirage(graine)
    let disposition = tirage.sankey.disposition
    #expect(disposition.places.count == tirage.noeuds.count)
    let premiere = tirage.noeuds.map(\.colonne).min()
    let derniere = tirage.noeuds.map(\.colonne).max()
    for place in disposition.places {
      let noeud = tirage.noeuds[place.noeud]
      #expect(place.hauteur == noeud.poids * disposition.unite)
      let sortants = disposition.rubans.filter { tirage.liens[$0.lien].de == place.noeud }
        .map { ($0.y1, $0.y1 + $0.hauteur) }
      let entrants = disposition.rubans.filter { tirage.liens[$0.lien].vers == place.noeud }
        .map { ($0.y2, $0.y2 + $0.hauteur) }
      if noeud.colonne != derniere { #expect(Self.couvrent(sortants, place)) }
      if noeud.colonne != premiere { #expect(Self.couvrent(entrants, place)) }
    }
  }

  /// Whether spans follow one another from the top of a node to its bottom.
  private static func couvrent(_ spans: [(Int, Int)], _ place: DispositionDeSankey.Place) -> Bool {
    var y = place.y
    for (haut, bas) in spans.sorted(by: { $0.0 < $1.0 }) {
      guard haut == y else { return false }
      y = bas
    }
    return y == place.y + place.hauteur
  }

  @Test(
    "deux barres d’une colonne laissent la place de leurs noms, et tout tient dans le cadre",
    arguments: 1...60 as ClosedRange<UInt64>,
  )
  func chevauchements(graine: UInt64) {
    let disposition = Tirage(graine).sankey.disposition
    for siennes in Dictionary(grouping: disposition.places, by: \.x).values {
      let triees = siennes.sorted { $0.y < $1.y }
      for (dessus, dessous) in zip(triees, triees.dropFirst()) {
        let bas = dessus.y + max(dessus.hauteur, DispositionDeSankey.hauteurDuTexte)
        #expect(bas < dessous.y)
      }
    }
    for place in disposition.places {
      #expect(place.y >= DispositionDeSankey.haut)
      #expect(place.y + place.hauteur <= disposition.hauteur)
      #expect(place.x + disposition.pas <= disposition.largeur)
    }
  }

  @Test(
    "ranger les colonnes ne fait jamais plus de croisements",
    arguments: 1...60 as ClosedRange<UInt64>,
  )
  func croisements(graine: UInt64) {
    let tirage = Tirage(graine)
    let flots = tirage.liens.map { lien in
      Sankey.Flot(
        de: lien.de,
        vers: lien.vers,
        poids: lien.poids,
        colonnes: [tirage.noeuds[lien.de].colonne, tirage.noeuds[lien.vers].colonne],
      )
    }
    let parColonne = Dictionary(grouping: tirage.noeuds.indices) { tirage.noeuds[$0].colonne }
    let range = OrdreDeSankey(parColonne, flots)
    let brut = OrdreDeSankey(parColonne, flots, passages: 0)
    #expect(range.croisements <= brut.croisements)
    for (colonne, siens) in range.colonnes { #expect(siens.sorted() == parColonne[colonne]) }
  }

  @Test("un croisement évitable est évité")
  func evitable() {
    let flots = [
      Sankey.Flot(de: 0, vers: 3, poids: 5, colonnes: [0, 1]),
      Sankey.Flot(de: 1, vers: 2, poids: 5, colonnes: [0, 1]),
    ]
    let parColonne = [0: [0, 1], 1: [2, 3]]
    #expect(OrdreDeSankey(parColonne, flots, passages: 0).croisements == 5)
    #expect(OrdreDeSankey(parColonne, flots).croisements == 0)
  }

  @Test("un lien qui revient en arrière, ou vers rien, n’est pas dessiné")
  func arriere() {
    let sankey = Sankey(
      "T",
      resume: "R",
      compte: "N",
      colonnes: ["A", "B"],
      noeuds: [
        .init("a", detail: "1", colonne: 0, poids: 1),
        .init("b", detail: "1", colonne: 1, poids: 1),
      ],
      liens: [
        .init(de: 1, vers: 0, 1), .init(de: 0, vers: 7, 1), .init(de: 0, vers: 0, 1),
        .init(de: 0, vers: 1, 0),
      ],
    )
    #expect(sankey.disposition.rubans.isEmpty)
    #expect(sankey.markup.contains("Personne n’est encore allé plus loin"))
  }

  @Test("le dessin se lit sans le voir, et son fichier se suffit")
  func dessin() {
    let sankey = Sankey(
      "Parcours & suites",
      resume: "Deux étudiants.",
      compte: "Étudiants",
      colonnes: ["S1", "S2"],
      noeuds: [
        .init("2025", detail: "2 étudiants", colonne: 0, poids: 2),
        .init("<2026>", detail: "2 étudiants", colonne: 1, poids: 2),
      ],
      liens: [.init(de: 0, vers: 1, 2)],
    )
    let markup = sankey.markup
    #expect(markup.contains("role=\"region\""))
    #expect(markup.contains("<title>Parcours &amp; suites</title><desc>Deux étudiants.</desc>"))
    #expect(markup.contains("<th scope=\"row\">2025 (S1)</th><td>&lt;2026&gt; (S2)</td>"))
    let fichier = sankey.fichier
    #expect(fichier.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
    #expect(fichier.contains("&lt;2026&gt;") && !fichier.contains("<2026>"))
  }

  @Test("les parts d’une barre disent leurs nombres, et rien n’est dessiné de ce qui est trop peu")
  func barres() {
    let barres = Barres(
      "Réussite",
      resume: "R",
      parts: [.premiere("moyenne"), .deuxieme("compensation")],
      barres: [.init("UE11", [3, 1], sur: 8, "50 %"), .init("UE12", [], sur: 0, "trop peu")],
    ).markup
    #expect(barres.contains("<title>UE11\u{A0}: moyenne 3, compensation 1 sur 8</title>"))
    #expect(barres.contains("x=\"37.50%\"") && barres.contains("width=\"12.50%\""))
    #expect(barres.contains("trop peu"))
    #expect(!barres.contains("UE12\u{A0}:  sur 0"))
  }
}
