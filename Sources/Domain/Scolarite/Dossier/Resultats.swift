/// One complete attempt at a UE.
public struct Tentative<M: Motivation>: Sendable {
  public let annee: AnneeUniversitaire
  public let brute: Fraction
  public let malus: Fraction
  public let bonus: Fraction
  public let moyenne: Etabli<Fraction, M>
  /// Whether the 30 % rule kept the semester of the attempt from being validated.
  public let bloque: Etabli<Bool, M>
}

/// The state of a UE after a session.
public struct ResultatUE<M: Motivation>: Sendable {
  public let ue: UEDeProgramme
  /// Every attempt that gave an average, the oldest first.
  public var tentatives: [Tentative<M>] = []
  /// The jury has refused the UE, or noted that the student left: no average acquires it.
  public var ecartee = false
  /// The year in which its average was obtained.
  public var annee: AnneeUniversitaire
  public var brute: Fraction?
  public var malus: Fraction
  public var bonus: Fraction
  public var moyenne: Etabli<Fraction, M>?
  /// The names of the missing marks.
  public var manque: [String]
  /// The 30 % rule keeps the UE from being validated.
  public var bloque: Bool
  public var mode: ModeDAcquisition?
  public var code: String
  /// Acquired in an earlier year, and not taken again.
  public var capitalisee: Bool
  /// The grounds of the verdict, acquired or not.
  public var trace: M.Trace

  public var acquise: Bool { mode != nil }
}

/// The state of an RCUE after a session.
public struct ResultatRCUE<M: Motivation>: Sendable {
  public let cle: CleRCUE
  public let ues: [CodeUE]
  /// The years its averages come from.
  public let annees: [AnneeUniversitaire]
  /// `nil` while a UE has no average.
  public var moyenne: Etabli<Fraction, M>?
  public var valide: Bool
  /// Validated by the jury, an equivalence or the upper level.
  public var valideAutrement: Bool
  public var code: String
  public var trace: M.Trace
}

/// The state of a semester of the year.
public struct ResultatSemestre: Sendable {
  public let numero: NumeroSemestre
  public let heuresABI: Decimale
  public let heuresABJ: Decimale
  public let malus: Fraction
  public let taux: Fraction?
  /// The rate of absence reaches the threshold of the 30 % rule.
  public let seuilAtteint: Bool
  public let bloque: Bool
  public let itiRestantes: Int
}

/// The state of a year after a session.
public struct EtatDAnnee<M: Motivation>: Sendable {
  public var ues: [CodeUE: ResultatUE<M>] = [:]
  public var rcues: [CleRCUE: ResultatRCUE<M>] = [:]
  public var semestres: [ResultatSemestre] = []
  public var ects: Etabli<Fraction, M>
  public var ectsCumules: Fraction = .zero
  public var poursuite: Poursuite<M>?
  public var codeAnnee: String?
  public var codeDecide = false
  public var ouvertes: [CodeUE] = []
  public var signalements: [String] = []
  /// The grounds of what the jury would ask about: UE, RCUE, credits, passage.
  public var traces: [M.Trace] = []
}

/// The results of one year: before session 2 where there was one, and after.
public struct ResultatDAnnee<M: Motivation>: Sendable {
  public let annee: AnneeUniversitaire
  public let anneeBUT: AnneeBUT
  /// The codes that later years gave to this one: an RCUE or the year validated by a higher level.
  public var ensuite: CodesDerives = CodesDerives()
  public let session1: EtatDAnnee<M>?
  public let finale: EtatDAnnee<M>
}

/// Codes derived afterwards for a past year.
public struct CodesDerives: Sendable {
  /// The RCUE whose UE were all acquired since.
  public var rcues: [CleRCUE] = []
  /// Every RCUE of the year is validated since.
  public var annee = false

  public init() {}
}

/// Everything that the rules give for a dossier.
public struct Resultats<M: Motivation>: Sendable {
  public let annees: [ResultatDAnnee<M>]
  public let dut: Etabli<Bool, M>
  public let but: Etabli<Bool, M>
  public let ectsS1S4: Fraction
  public let ects: Fraction
  /// Every UE of the years followed, in the order of their codes.
  let pourDiplome: [UEPourDiplome<M>]
  public let redoublement: Redoublement<M>?
}

extension Resultats {
  /// The grounds of the results, in the order of a transcript; empty where none were kept.
  public var preuves: [Preuve] {
    let parAnnee = annees.flatMap { annee in
      ((annee.session1?.traces ?? []) + annee.finale.traces).flatMap(M.preuve)
    }
    let fin =
      [dut.trace, but.trace]
      + (redoublement.map { [$0.trace] + ($0.traceDuRefus.map { [$0] } ?? []) } ?? [])
    return parAnnee + fin.flatMap(M.preuve)
  }
}

extension ResultatBTS {
  /// The grounds of the results; empty where none were kept.
  public var preuves: [Preuve] {
    let traces = [autorise.trace, apres.trace, admis.trace]
    return (traces + (convocationDansLeDelai.map { [$0.trace] } ?? [])).flatMap(M.preuve)
  }
}

extension Fraction {
  /// An average as people read it: two decimals, never on the wrong side of 8 or 10 (A1).
  public var moyenneAffichee: String { moyenneAffichee(sansFranchir: []) }

  /// The same, beside other thresholds that a règlement sets.
  func moyenneAffichee(sansFranchir seuils: [Fraction]) -> String {
    affichee(decimales: 2, sansFranchir: [8, 10] + seuils)
  }
}
