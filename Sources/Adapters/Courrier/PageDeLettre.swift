internal import Actes
internal import HTML

/// The same text for who reads HTML: paragraphs, lines, and addresses that open.
struct PageDeLettre {
  private let lettre: Lettre

  init(_ lettre: Lettre) { self.lettre = lettre }

  var html: String {
    let page = HTMLDocument {
      title { lettre.objet }
    } body: {
      HTMLList(paragraphes.map { lignes in p { HTMLList(lignes.map { ligne($0) }) } })
    }
    return String(decoding: page.rendered(), as: UTF8.self)
  }

  private var paragraphes: [[Ligne]] {
    let lignes = lettre.texte.split(separator: "\n", omittingEmptySubsequences: false)
    return lignes.split(separator: "").map { groupe in
      groupe.enumerated().map { Ligne(texte: String($1), estLaPremiere: $0 == 0) }
    }
  }

  private struct Ligne {
    let texte: String
    let estLaPremiere: Bool
  }

  @HTMLBuilder
  private func ligne(_ ligne: Ligne) -> some HTML {
    if !ligne.estLaPremiere { br() }
    HTMLList(
      ligne.texte.split(separator: " ", omittingEmptySubsequences: false).enumerated()
        .map { mot(String($1), estLePremier: $0 == 0) }
    )
  }

  @HTMLBuilder
  private func mot(_ mot: String, estLePremier: Bool) -> some HTML {
    if !estLePremier { " " }
    if mot.hasPrefix("http"), let adresse = SafeURL(mot) {
      a(.href(adresse)) { mot }
    } else {
      mot
    }
  }
}
