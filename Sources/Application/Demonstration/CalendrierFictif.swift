internal import Actes
internal import Scolarite

/// The calendar of a year of an IUT that does not exist.
struct CalendrierFictif {
  let annee: AnneeUniversitaire

  init(_ annee: AnneeUniversitaire) {
    self.annee = annee
  }

  var periodes: [AnneeOuverte.Periode] { semestres + vacances + fenetres }

  private var semestres: [AnneeOuverte.Periode] {
    (1...6).compactMap { NumeroSemestre($0) }.compactMap { numero in
      let nom = "Semestre \(numero.valeur)"
      return numero.valeur % 2 == 1
        ? periode(.semestre(numero), nom, (9, 1), (1, 31))
        : periode(.semestre(numero), nom, (2, 1), (7, 15))
    }
  }

  private var vacances: [AnneeOuverte.Periode] {
    [
      periode(.vacances, "Vacances de la Toussaint", (10, 25), (11, 2)),
      periode(.vacances, "Vacances de Noël", (12, 20), (1, 4)),
      periode(.vacances, "Vacances d’hiver", (2, 14), (2, 22)),
      periode(.vacances, "Vacances de printemps", (4, 11), (4, 26)),
    ].compactMap(\.self)
  }

  private var fenetres: [AnneeOuverte.Periode] {
    [
      periode(.fenetre, "Demandes d’aménagement", (9, 1), (10, 15)),
      periode(.fenetre, "Déclaration des engagements", (4, 1), (5, 31)),
    ].compactMap(\.self)
  }

  /// A span told in months and days, those from September on belonging to the first calendar year.
  private func periode(
    _ nature: AnneeOuverte.Nature,
    _ nom: String,
    _ debut: (mois: Int, quantieme: Int),
    _ fin: (mois: Int, quantieme: Int),
  ) -> AnneeOuverte.Periode? {
    guard let debut = jour(debut.mois, debut.quantieme), let fin = jour(fin.mois, fin.quantieme)
    else { return nil }
    return .init(nature: nature, nom: nom, debut: debut, fin: fin)
  }

  private func jour(_ mois: Int, _ quantieme: Int) -> Jour? {
    Jour(annee.debut + (mois >= 9 ? 0 : 1), mois, quantieme)
  }
}
