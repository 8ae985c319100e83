/// « 150 000 ».
package func enMilliers(_ nombre: Int) -> String {
  let chiffres = String(nombre)
  var texte = ""
  for (rang, chiffre) in chiffres.enumerated() {
    if rang > 0, (chiffres.count - rang) % 3 == 0 { texte += "\u{202F}" }
    texte.append(chiffre)
  }
  return texte
}
