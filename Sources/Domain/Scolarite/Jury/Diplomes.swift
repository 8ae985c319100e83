extension Regle {
  static let credits = Regle(
    "credits",
    .arreteBUT("4.3"),
    exigences: ["R2.13", "R4.10"],
    "L’acquisition d’une UE emporte celle de ses crédits.",
  )
  static let dut = Regle(
    "dut",
    .arreteBUT("4.6"),
    exigences: ["R2.29", "R4.22"],
    "Le DUT est attribué quand les 120 premiers crédits, ceux des semestres 1 à 4, sont acquis.",
  )
  static let but = Regle(
    "but",
    .arreteBUT("4.3"),
    exigences: ["R2.11", "R2.29", "R4.11", "R4.22"],
    "Le BUT s’obtient par l’acquisition de chacune de ses UE, directe ou par compensation.",
  )
}

/// A diploma that the years of a BUT give.
public enum DiplomeAttribue: String, Hashable, Sendable {
  /// The diplôme universitaire de technologie, at 120 credits (arrêté BUT, 4.6).
  case dut = "DUT"
  /// The bachelor universitaire de technologie, once every UE is acquired (arrêté BUT, 4.3).
  case but = "BUT"

  /// The diploma that the last semester of a year may give; `nil` for the first year.
  public init?(fin annee: AnneeBUT) {
    switch annee.valeur {
    case 2: self = .dut
    case 3: self = .but
    case _: return nil
    }
  }
}

extension Resultats {
  /// Whether a diploma is attributed.
  public func attribue(_ diplome: DiplomeAttribue) -> Bool {
    switch diplome {
    case .dut: dut.valeur
    case .but: but.valeur
    }
  }

  /// The credits that count for a diploma.
  public func ects(pour diplome: DiplomeAttribue) -> Fraction {
    switch diplome {
    case .dut: ectsS1S4
    case .but: ects
    }
  }

  /// The UE of a diploma that no year acquired, in the order of their codes.
  public func manquantes(pour diplome: DiplomeAttribue) -> [CodeUE] {
    let semestres = diplome == .dut ? 1...4 : 1...6
    return pourDiplome.filter { !$0.acquise && semestres.contains($0.ue.semestre.valeur) }
      .map(\.ue.code)
  }
}

/// A UE that counts for a diploma.
struct UEPourDiplome<M: Motivation>: Sendable {
  let ue: UEDeProgramme
  let acquise: Bool
  let trace: M.Trace
}

extension Moteur {
  /// The credits of the UE acquired.
  func credits(_ sujet: String, _ ues: [UEPourDiplome<M>]) -> Etabli<Fraction, M> {
    let acquises = ues.filter(\.acquise)
    let total = Fraction(acquises.map(\.ue.ects).somme())
    return Etabli(total) {
      Preuve(
        .credits,
        sujet,
        termes: ues.map {
          .init($0.ue.code.texte, .nombre(Fraction($0.ue.ects)), poids: $0.acquise ? 1 : 0)
        },
        conclusion: .nombre(total),
      )
    }
  }

  /// A diploma that asks for every UE of its semesters and for their credits.
  func diplome(
    _ regle: Regle,
    semestres: ClosedRange<Int>,
    _ ues: [UEPourDiplome<M>],
  ) -> Etabli<Bool, M> {
    let concernees = ues.filter { semestres.contains($0.ue.semestre.valeur) }
    let requis = Fraction(30 * semestres.count)
    let total = Fraction(concernees.filter(\.acquise).map(\.ue.ects).somme())
    let obtenu = !concernees.isEmpty && concernees.allSatisfy(\.acquise) && total >= requis
    return Etabli(obtenu) {
      Preuve(
        regle,
        regle == .dut ? "DUT" : "BUT",
        termes: [.init("requis", .nombre(requis))]
          + concernees.enumerated().map { rang, element in
            .init(
              element.ue.code.texte,
              M.conclusion(element.trace, acquise: element.acquise),
              poids: Fraction(element.ue.ects),
              premisse: rang,
            )
          },
        conclusion: .verdict(obtenu),
        premisses: concernees.flatMap { M.preuve($0.trace) },
      )
    }
  }
}
