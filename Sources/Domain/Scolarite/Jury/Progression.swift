extension Regle {
  static let poursuitePaire = Regle(
    "poursuite-paire",
    .arreteBUT("4.5"),
    exigences: ["R1.1.2", "R2.22", "R4.17"],
    lectures: ["A11"],
    "La poursuite d’études dans le semestre pair d’une même année est de droit.",
  )
  static let poursuiteImpaire = Regle(
    "poursuite-impaire",
    .arreteBUT("4.5"),
    exigences: ["R1.1.3", "R2.1", "R2.2", "R2.23", "R4.18"],
    lectures: ["A4", "A6"],
    """
    L’entrée dans un semestre impair demande la moyenne à plus de la moitié des regroupements de \
    l’année et au moins le plancher à chacun.
    """,
  )
  static let poursuiteS5 = Regle(
    "poursuite-s5",
    .arreteBUT("4.5"),
    exigences: ["R1.1.4", "R2.24", "R4.19"],
    lectures: ["A5", "A6"],
    """
    L’entrée en semestre 5 demande de plus que toutes les UE des semestres 1 et 2 soient validées, \
    ou une décision de jury.
    """,
  )
}

/// An RCUE as the rule of progression looks at it.
struct RCUEPourPassage<M: Motivation>: Sendable {
  let cle: CleRCUE
  /// `nil` when its average cannot be computed.
  let moyenne: Etabli<Fraction, M>?
  /// Validated otherwise than by its average: jury, equivalence, upper level.
  let valideAutrement: Bool
}

/// A UE of the first year as semester 5 looks at it; `nil` while its result is not known.
struct UEPourS5<M: Motivation>: Sendable {
  let code: CodeUE
  let acquise: Bool?
  let trace: M.Trace
}

/// Whether a student may go on, and why.
public struct Poursuite<M: Motivation>: Sendable {
  /// The semester that the student would enter.
  public let vers: NumeroSemestre
  /// `nil` when a result that decides is missing.
  public let autorisee: Bool?
  public let regle: Regle
  /// Why not, or what is missing; empty where the passage is allowed.
  public let motifs: [String]
  public let rcueValides: Int
  /// A decision of the jury lets the student in against the conditions on RCUE (A6).
  public let hors45: Bool
  public let trace: M.Trace
}

extension Moteur {
  /// The even semester of the same year is of right, whatever marks and absences (4.5).
  func poursuitePaire(vers semestre: NumeroSemestre) -> Poursuite<M> {
    Poursuite(
      vers: semestre,
      autorisee: true,
      regle: .poursuitePaire,
      motifs: [],
      rcueValides: 0,
      hors45: false,
      trace: M.trace {
        Preuve(.poursuitePaire, "S\(semestre.valeur)", conclusion: .verdict(true))
      },
    )
  }

  /// The two conditions on the RCUE of the year just ended (A4).
  func poursuiteImpaire(vers semestre: NumeroSemestre, _ rcues: [RCUEPourPassage<M>]) -> Poursuite<
    M
  > {
    let seuil = reglages.nombre(.seuilRCUE)
    let plancher = reglages.nombre(.plancherRCUE)
    let valides = rcues.count { rcue in
      rcue.valideAutrement || rcue.moyenne.map { $0.valeur >= seuil } ?? false
    }
    let faibles = rcues.filter { rcue in
      !rcue.valideAutrement && rcue.moyenne.map { $0.valeur < plancher } ?? false
    }
    let inconnus = rcues.filter { $0.moyenne == nil && !$0.valideAutrement }
    var motifs = faibles.compactMap { rcue in
      rcue.moyenne.map {
        let moyenne = $0.valeur.affichee(decimales: 2, sansFranchir: [plancher])
        return "\(rcue.cle.nom) : \(moyenne) < \(plancher.affichee(decimales: 0))"
      }
    }
    let atteignables = valides + inconnus.count
    if atteignables * 2 <= rcues.count {
      let nom = valides > 1 ? "regroupements" : "regroupement"
      motifs.append("\(valides) \(nom) sur \(rcues.count) : pas plus de la moitié")
    }
    let refusee = !motifs.isEmpty
    let autorisee: Bool? = refusee ? false : (inconnus.isEmpty ? true : nil)
    if autorisee == nil { motifs = inconnus.map { "\($0.cle.nom) : résultat incomplet" } }
    return Poursuite(
      vers: semestre,
      autorisee: autorisee,
      regle: .poursuiteImpaire,
      motifs: motifs,
      rcueValides: valides,
      hors45: false,
      trace: M.trace { preuve(semestre, rcues, autorisee) },
    )
  }

  private func preuve(
    _ semestre: NumeroSemestre,
    _ rcues: [RCUEPourPassage<M>],
    _ autorisee: Bool?,
  ) -> Preuve {
    let premisses = rcues.flatMap { $0.valideAutrement ? [] : $0.moyenne?.preuves ?? [] }
    var rang = 0
    let termes = rcues.map { rcue -> Preuve.Terme in
      guard !rcue.valideAutrement else { return .init(rcue.cle.nom, .texte("validé")) }
      guard let moyenne = rcue.moyenne else { return .init(rcue.cle.nom, .texte("incomplet")) }
      defer { rang += 1 }
      return .init(rcue.cle.nom, .nombre(moyenne.valeur), premisse: rang)
    }
    return Preuve(
      .poursuiteImpaire,
      "S\(semestre.valeur)",
      termes: termes,
      parametres: [.seuilRCUE, .plancherRCUE].map { reglages.reglage($0) },
      conclusion: autorisee.map { .verdict($0) } ?? .texte("incomplet"),
      premisses: premisses,
    )
  }

  /// The further condition for semester 5, on every UE of semesters 1 and 2.
  ///
  /// A UE that no year of the dossier follows, or that waits for a mark, leaves it open.
  func poursuiteS5(_ conditions: Poursuite<M>, ues: [UEPourS5<M>]) -> Poursuite<M> {
    let manquantes = ues.filter { $0.acquise == false }.map { "\($0.code.texte) non validée" }
    var inconnues = ues.filter { $0.acquise == nil }.map { "\($0.code.texte) : résultat inconnu" }
    let semestres = Set(ues.compactMap { $0.code.semestre?.valeur })
    for semestre in [1, 2] where !semestres.contains(semestre) {
      inconnues.append("UE du semestre \(semestre) absentes du dossier")
    }
    let autorisee: Bool? =
      conditions.autorisee == false || !manquantes.isEmpty
      ? false : (inconnues.isEmpty ? conditions.autorisee : nil)
    return Poursuite(
      vers: conditions.vers,
      autorisee: autorisee,
      regle: .poursuiteS5,
      motifs: conditions.motifs + manquantes + inconnues,
      rcueValides: conditions.rcueValides,
      hors45: false,
      trace: M.trace {
        let impaire = conditions.autorisee.map { Preuve.Valeur.verdict($0) } ?? .texte("incomplet")
        let connues = ues.filter { $0.acquise != nil }
        return Preuve(
          .poursuiteS5,
          "S5",
          termes: [.init("conditions", impaire, premisse: 0)]
            + connues.enumerated().map { rang, ue in
              .init(ue.code.texte, .verdict(ue.acquise == true), premisse: rang + 1)
            } + inconnues.map { .init($0, .texte("incomplet")) },
          conclusion: autorisee.map { .verdict($0) } ?? .texte("incomplet"),
          premisses: M.preuve(conditions.trace) + connues.flatMap { M.preuve($0.trace) },
        )
      },
    )
  }

  /// A passage that the jury decided, for or against, whatever the conditions say.
  func poursuite(
    _ proposee: Poursuite<M>,
    decidee decision: DecisionDeJury,
    conditions: Bool?,
  ) -> Poursuite<M> {
    let autorisee = decision.autoriseLePassage
    let refus = autorisee ? [] : ["décision du jury : \(decision.code.rawValue)"]
    return Poursuite(
      vers: proposee.vers,
      autorisee: autorisee,
      regle: .decisionDeJury,
      motifs: refus + (proposee.autorisee == true ? [] : proposee.motifs),
      rcueValides: proposee.rcueValides,
      hors45: autorisee && conditions == false,
      trace: M.trace {
        Preuve(
          .decisionDeJury,
          "S\(proposee.vers.valeur)",
          termes: decision.termes,
          conclusion: .verdict(autorisee),
          premisses: M.preuve(proposee.trace),
        )
      },
    )
  }
}

extension DecisionDeJury {
  /// The decision as the terms of a proof.
  var termes: [Preuve.Terme] {
    [.init("sur", .texte(sur.nom)), .init("code", .texte(code.rawValue))] + acte.termes
  }
}

extension ActeMotive {
  /// Who, when and why, as the terms of a proof.
  var termes: [Preuve.Terme] {
    [
      .init("auteur", .texte(auteur)), .init("date", .texte(date.description)),
      .init("motif", .texte(motif)),
    ]
  }
}
