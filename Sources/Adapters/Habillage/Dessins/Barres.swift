public import HTML

/// How many out of how many, a bar for each row, parted by the way: the page says the same figures in
/// a table beside it.
public struct Barres: Composant, Sendable {
  /// A way, with its name and its place among the colours.
  public struct Part: Sendable {
    let nom: String
    let classe: String

    public static func premiere(_ nom: String) -> Part { Part(nom: nom, classe: "part-1") }
    public static func deuxieme(_ nom: String) -> Part { Part(nom: nom, classe: "part-2") }
    public static func troisieme(_ nom: String) -> Part { Part(nom: nom, classe: "part-3") }
    public static func quatrieme(_ nom: String) -> Part { Part(nom: nom, classe: "part-4") }
  }

  /// A bar; its parts are in the order of those of the drawing.
  public struct Barre: Sendable {
    let nom: String
    let parts: [Int]
    let total: Int
    let texte: String

    /// - `total`: what the whole width stands for.
    /// - `texte`: what stands at the end of the bar.
    public init(_ nom: String, _ parts: [Int], sur total: Int, _ texte: String) {
      self.nom = nom
      self.parts = parts.map { Swift.max($0, 0) }
      self.total = total
      self.texte = texte
    }
  }

  private let titre: String
  private let resume: String
  private let parts: [Part]
  private let barres: [Barre]

  public init(_ titre: String, resume: String, parts: [Part], barres: [Barre]) {
    self.titre = titre
    self.resume = resume
    self.parts = parts
    self.barres = barres
  }

  public var corps: some HTML {
    figure(.class("graphique barres")) {
      figcaption {
        strong { phrase(titre) }
        span { phrase(resume) }
      }
      if barres.isEmpty {
        EtatVide("Aucune donnée")
      } else {
        legende
        dl(.class("barres-lignes")) { HTMLList(barres.map { ligne($0) }) }
      }
    }
  }

  private var legende: some HTML {
    p(.class("barres-legende"), .aria("hidden", "true")) {
      for part in parts {
        span {
          svg(.width("12"), .height("12")) {
            rect(.class(part.classe), .width("12"), .height("12"), .rx("2")) {}
          }
          phrase(part.nom)
        }
      }
    }
  }

  private func ligne(_ barre: Barre) -> some HTML {
    div {
      dt { phrase(barre.nom) }
      dd {
        dessin(barre)
        span { phrase(barre.texte) }
      }
    }
  }

  private func dessin(_ barre: Barre) -> some HTML {
    svg(.role("img"), .width("100%"), .height("14")) {
      title { phrase("\(barre.nom) : \(barre.total == 0 ? barre.texte : enonce(barre))") }
      rect(.class("fond"), .width("100%"), .height("14"), .rx("2")) {}
      for rang in barre.parts.indices where barre.parts[rang] > 0 && barre.total > 0 {
        rect(
          .class(rang < parts.count ? parts[rang].classe : "part-4"),
          .x(part(barre.parts[..<rang].reduce(0, +), barre.total)),
          .y("0"),
          .width(part(barre.parts[rang], barre.total)),
          .height("14"),
        ) {}
      }
    }
  }

  private func enonce(_ barre: Barre) -> String {
    zip(parts, barre.parts).map { "\($0.nom) \($1)" }.joined(separator: ", ")
      + " sur \(barre.total)"
  }

  private func part(_ nombre: Int, _ total: Int) -> String { pourcent(nombre * 10_000 / total) }
}
