internal import HTML
internal import Text

/// A text at a place of a drawing, with French spaces and nothing that XML refuses.
func texte(_ classe: String, _ x: Int, _ y: Int, _ contenu: String) -> some HTML {
  svgText(.class(classe), .x("\(x)"), .y("\(y)")) { phrase(contenu) }
}

func cadre(_ classe: String, _ x: Int, _ y: Int, _ largeur: Int, _ hauteur: Int) -> some HTML {
  rect(.class(classe), .x("\(x)"), .y("\(y)"), .width(largeur), .height(hauteur)) {}
}

/// French spaces, without the control characters that no drawing can hold.
func phrase(_ texte: String) -> String {
  frenchSpacing(String(String.UnicodeScalarView(texte.unicodeScalars.filter { $0.value >= 0x20 })))
}

/// The text, cut where it would not fit.
func coupe(_ texte: String, _ longueur: Int) -> String {
  texte.count > longueur ? texte.prefix(max(longueur - 1, 1)) + "…" : texte
}

/// A triangle with its exclamation mark: what is wrong, told by shape and text.
func alerte(_ x: Int, _ y: Int) -> some HTML {
  g(.class("alerte")) {
    polygon(.points("\(x),\(y + 13) \(x + 8),\(y) \(x + 16),\(y + 13)")) {}
    svgText(.class("signe"), .x("\(x + 8)"), .y("\(y + 12)")) { "!" }
  }
}
