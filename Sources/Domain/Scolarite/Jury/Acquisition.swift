/// How a UE is acquired.
public enum ModeDAcquisition: String, Hashable, Sendable {
  case directe
  case compensation
  case niveauSuperieur = "niveau supérieur"
  case jury = "décision de jury"
  case equivalence = "équivalence"

  /// The code that IUTs use; a UE acquired because its RCUE was validated by the jury is ADJR.
  public func code(parSonRCUE: Bool) -> String {
    switch self {
    case .directe, .equivalence: "ADM"
    case .compensation: "CMP"
    case .niveauSuperieur: "ADSUP"
    case .jury: parSonRCUE ? "ADJR" : "ADJ"
    }
  }
}

extension Regle {
  static let acquisition = Regle(
    "acquisition",
    .arreteBUT("4.3"),
    exigences: ["R2.12", "R4.9"],
    lectures: ["A1", "A11"],
    "Une UE est définitivement acquise dès que sa moyenne atteint le seuil.",
  )
  static let compensation = Regle(
    "compensation",
    .arreteBUT("4.4"),
    exigences: ["R2.17", "R2.20", "R2.21", "R4.16"],
    lectures: ["A2"],
    """
    Une UE au-dessous du seuil est acquise par compensation si et seulement si son regroupement a \
    la moyenne ; aucune note n’y est éliminatoire.
    """,
  )
  static let validationInduite = Regle(
    "validation-induite",
    .arreteBUT("4.3"),
    exigences: ["R2.16", "R4.14"],
    lectures: ["A5"],
    """
    La validation des deux UE d’un niveau d’une compétence emporte celle des UE du niveau \
    inférieur de cette compétence.
    """,
  )
  static let capitalisation = Regle(
    "capitalisation",
    .arreteBUT("4.3"),
    exigences: ["R0.7", "R2.12", "R4.9"],
    lectures: ["A36"],
    "Une UE acquise le reste et n’est pas reprise.",
  )
  static let equivalence = Regle(
    "equivalence",
    .arreteBUT("4.3"),
    exigences: ["R4.23"],
    lectures: ["A37"],
    "Une UE accordée par équivalence ou validation d’acquis est acquise avec ses crédits.",
  )
  static let decisionDeJury = Regle(
    "decision-jury",
    .arreteBUT("4.6"),
    exigences: ["R2.28", "R4.22", "R0.21"],
    lectures: ["A6"],
    "Le jury délibère souverainement : sa décision motivée prévaut sur la proposition.",
  )
}

extension Moteur {
  /// Whether the average of a UE reaches the threshold and nothing blocks its semester.
  func acquise(
    _ ue: CodeUE,
    moyenne: Etabli<Fraction, M>,
    bloque: Etabli<Bool, M>,
  ) -> Etabli<Bool, M> {
    let seuil = reglages.nombre(.seuilUE)
    let acquise = moyenne.valeur >= seuil && !bloque.valeur
    return Etabli(acquise) {
      Preuve(
        .acquisition,
        ue.texte,
        termes: [
          .init("moyenne", .nombre(moyenne.valeur), premisse: 0),
          .init("bloquee", .verdict(bloque.valeur), premisse: 1),
        ],
        parametres: [reglages.reglage(.seuilUE)],
        calcul: bloque.valeur ? nil : "\(Calcul.nombre(moyenne.valeur))>=\(Calcul.nombre(seuil))",
        conclusion: .verdict(acquise),
        changerait: moyenne.valeur >= seuil
          ? nil : "il manque \(ecart(seuil - moyenne.valeur)) à la moyenne de l’UE",
        premisses: moyenne.preuves + bloque.preuves,
      )
    }
  }

  /// Whether an RCUE that has the average acquires one of its UE (4.4).
  func compensee(
    _ ue: CodeUE,
    directe: Etabli<Bool, M>,
    rcue: Etabli<Bool, M>,
    bloquee: Bool,
  ) -> Etabli<Bool, M> {
    let compensee = rcue.valeur && !bloquee
    return Etabli(compensee) {
      Preuve(
        .compensation,
        ue.texte,
        termes: [
          .init("directe", .verdict(directe.valeur), premisse: 0),
          .init("rcue", .verdict(rcue.valeur), premisse: 1),
          .init("bloquee", .verdict(bloquee)),
        ],
        conclusion: .verdict(compensee),
        premisses: directe.preuves + rcue.preuves,
      )
    }
  }

  /// A validation that comes from elsewhere than marks: upper level, jury, equivalence, past year.
  func acquise(
    _ ue: CodeUE,
    par regle: Regle,
    termes: [Preuve.Terme],
    premisses: [M.Trace],
  ) -> Etabli<Bool, M> {
    Etabli(true) {
      Preuve(
        regle,
        ue.texte,
        termes: termes,
        parametres: regle == .validationInduite ? [reglages.reglage(.induiteParJury)] : [],
        conclusion: .verdict(true),
        premisses: premisses.flatMap(M.preuve),
      )
    }
  }

  /// A distance to a threshold in points, never shown as nil when it is not.
  func ecart(_ distance: Fraction) -> String {
    distance.affichee(decimales: 2, sansFranchir: [0]) + (distance >= 2 ? " points" : " point")
  }
}
