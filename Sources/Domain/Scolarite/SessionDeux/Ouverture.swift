extension Regle {
  static let ouvertureSession2 = Regle(
    "ouverture-session2",
    .session2("2"),
    exigences: ["R0.6", "R0.7"],
    lectures: ["A20"],
    """
    La session 2 est ouverte à l’étudiant pour chaque UE qu’il n’a pas acquise, sauf s’il est \
    ajourné définitivement.
    """,
  )
}

extension Moteur {
  /// Whether a UE may be sat again at session 2.
  func ouverte(
    _ ue: CodeUE,
    acquise: Bool,
    acquisition: M.Trace,
    ajourne: Bool,
    moyenneSemestrielle: Fraction?,
  ) -> Etabli<Bool, M> {
    let parSemestre = reglages.choisit(.critereSession2, "moyenneSemestrielle")
    let semestreSuffisant = parSemestre && (moyenneSemestrielle ?? 0) >= reglages.nombre(.seuilUE)
    let ouverte = reglages.actif(.session2Active) && !acquise && !ajourne && !semestreSuffisant
    return Etabli(ouverte) {
      Preuve(
        .ouvertureSession2,
        ue.texte,
        termes: [
          .init("acquise", M.conclusion(acquisition, acquise: acquise), premisse: 0),
          .init("ajourne", .verdict(ajourne)),
          .init("semestreSuffisant", .verdict(semestreSuffisant)),
        ],
        parametres: [.session2Active, .critereSession2].map { reglages.reglage($0) },
        conclusion: .verdict(ouverte),
        premisses: M.preuve(acquisition),
      )
    }
  }
}
