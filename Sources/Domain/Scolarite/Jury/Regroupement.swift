extension Regle {
  static let moyenneRCUE = Regle(
    "moyenne-rcue",
    .arreteBUT("4.4"),
    exigences: ["R2.17", "R2.18", "R2.19", "R2.21", "R4.15", "R4.16"],
    lectures: ["A2", "A36"],
    """
    La moyenne d’un regroupement est celle de ses UE, celles d’un même niveau d’une même \
    compétence et d’elle seule.
    """,
  )
  static let validationRCUE = Regle(
    "validation-rcue",
    .arreteBUT("4.4"),
    exigences: ["R2.20", "R2.21", "R4.16"],
    lectures: ["A1", "A11", "A37"],
    "Un regroupement a la moyenne, et compense, quand sa moyenne atteint le seuil.",
  )
}

/// A UE as it counts in its RCUE: its retained average and the year it comes from.
struct UERetenue<M: Motivation>: Sendable {
  let ue: UEDeProgramme
  let moyenne: Etabli<Fraction, M>
  let annee: AnneeUniversitaire
}

extension Moteur {
  /// The average of an RCUE over its UE, with the weights that the règlement chooses (A2).
  func moyenneRCUE(
    _ cle: CleRCUE,
    _ ues: [UERetenue<M>],
    bonus: Fraction,
  ) -> Etabli<Fraction, M>? {
    let poids = ues.map { Fraction(poidsDansLeRCUE($0.ue)) }
    let points = zip(ues, poids).reduce(Fraction.zero) { $0 + $1.0.moyenne.valeur * $1.1 }
    guard let simple = points.divise(par: poids.reduce(.zero, +)) else { return nil }
    guard (simple + bonus).estDefinie else { return nil }
    let moyenne = arrondie(min(simple + bonus, 20))
    return Etabli(moyenne) {
      let termes = zip(ues, poids).enumerated().map { rang, paire in
        Preuve.Terme(
          "\(paire.0.ue.code.texte) (\(paire.0.annee))",
          .nombre(paire.0.moyenne.valeur),
          poids: paire.1,
          premisse: rang,
        )
      }
      return Preuve(
        .moyenneRCUE,
        cle.sujet,
        termes: termes + (bonus == 0 ? [] : [.init("bonus", .nombre(bonus))]),
        parametres: [.ponderationRCUE, .arrondiAvantComparaison].map { reglages.reglage($0) },
        calcul: moyenne == simple ? Calcul.moyenne(termes) : nil,
        conclusion: .nombre(moyenne),
        premisses: ues.flatMap(\.moyenne.preuves),
      )
    }
  }

  /// The weight of a UE in its RCUE.
  func poidsDansLeRCUE(_ ue: UEDeProgramme) -> Decimale {
    if reglages.choisit(.ponderationRCUE, "ects") { return ue.ects }
    if reglages.choisit(.ponderationRCUE, "coefficient") { return ue.coefficient }
    return 1
  }

  /// Whether the average of an RCUE reaches the threshold.
  func valide(_ cle: CleRCUE, _ moyenne: Etabli<Fraction, M>) -> Etabli<Bool, M> {
    let seuil = reglages.nombre(.seuilRCUE)
    let valide = moyenne.valeur >= seuil
    return Etabli(valide) {
      Preuve(
        .validationRCUE,
        cle.sujet,
        termes: [.init("moyenne", .nombre(moyenne.valeur), premisse: 0)],
        parametres: [reglages.reglage(.seuilRCUE)],
        calcul: "\(Calcul.nombre(moyenne.valeur))>=\(Calcul.nombre(seuil))",
        conclusion: .verdict(valide),
        changerait: valide
          ? nil : "il manque \(ecart(seuil - moyenne.valeur)) à la moyenne du regroupement",
        premisses: moyenne.preuves,
      )
    }
  }
}
