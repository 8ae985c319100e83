internal import HTML

extension DessinDeCalendrier {
  /// What colours and signs mean.
  var legende: some HTML {
    let pas = 108
    let noms = formations.prefix(min(Self.teintes.count, (largeur - 32) / pas))
    return g(.class("legende")) {
      HTMLList(
        noms.enumerated().map { rang, nom in
          HTMLGroup(
            cadre("boite t\(rang)", 16 + rang * pas, 64, 12, 12),
            texte("petit", 32 + rang * pas, 74, coupe(nom, 15)),
          )
        }
      )
      alerte(16, noms.isEmpty ? 64 : 84)
      texte(
        "petit",
        38,
        noms.isEmpty ? 75 : 95,
        "des étudiants, dont voici le nombre, sont attendus ailleurs à la même heure",
      )
    }
  }
}
