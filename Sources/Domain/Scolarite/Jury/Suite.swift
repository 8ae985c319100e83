/// Where a student goes after a year, and why: what follows from the decisions, never a decision.
public struct Suite: Hashable, Sendable {
  public let destination: Destination
  /// In French, for whoever makes the next year.
  public let motif: String
  /// The UE of the year that are acquired, and not taken again by who repeats it.
  public let capitalisees: [CodeUE]
  /// Whether the student leaves with the BUT.
  public let diplome: Bool

  /// Where to.
  public enum Destination: Hashable, Sendable {
    /// Into the semesters of the next year of the BUT.
    case passe([NumeroSemestre])
    /// Into these semesters again.
    case redouble([NumeroSemestre])
    case quitte
    /// Nothing that was decided says it.
    case indecis
  }

  init(
    _ destination: Destination,
    _ motif: String,
    capitalisees: [CodeUE] = [],
    diplome: Bool = false,
  ) {
    self.destination = destination
    self.motif = motif
    self.capitalisees = capitalisees
    self.diplome = diplome
  }
}

extension Suite.Destination {
  /// The semesters to enter; none for who leaves or is undecided.
  public var semestres: [NumeroSemestre] {
    switch self {
    case .passe(let semestres), .redouble(let semestres): semestres
    case .quitte, .indecis: []
    }
  }

  /// The year of the BUT to enter.
  public var anneeBUT: AnneeBUT? { semestres.first?.annee }
}

/// What became of a student at the end of a year, beside the dossier.
public struct FinDAnnee: Hashable, Sendable {
  public let deliberation: Deliberee
  public let procedure: Procedure
  /// How the enrolment ended before its time: « démission le 3 mars 2026 ».
  public let depart: String?

  /// Whether a year-end jury decided on what the dossier holds.
  public enum Deliberee: Hashable, Sendable {
    case jamais, close
    /// The facts have changed since.
    case perimee
  }

  /// What became of a request to repeat.
  public enum Procedure: Hashable, Sendable {
    case aucune, enCours, refusee
    case autorisee([NumeroSemestre])
  }

  public init(deliberation: Deliberee, procedure: Procedure, depart: String? = nil) {
    self.deliberation = deliberation
    self.procedure = procedure
    self.depart = depart
  }
}

extension Suite {
  /// Where the last year of a dossier leads.
  public static func apres(_ dossier: Dossier, _ reglement: Reglement, _ fin: FinDAnnee) -> Suite {
    if let depart = fin.depart { return Suite(.quitte, depart) }
    switch fin.deliberation {
    case .jamais: return Suite(.indecis, "le jury de fin d’année ne s’est pas prononcé")
    case .perimee: return Suite(.indecis, "les faits ont changé depuis le jury")
    case .close: break
    }
    let resultats = Deliberation<SansPreuve>.resultats(dossier, reglement)
    guard let annee = resultats.annees.last, let suivie = dossier.annees.last else {
      return Suite(.indecis, "aucune année suivie")
    }
    let issue = IssueDAnnee(
      dossier: dossier,
      reglement: reglement,
      etat: annee.finale,
      suivie: suivie,
      procedure: fin.procedure,
    )
    let suite = issue.suite(diplome: suivie.anneeBUT.valeur == 3 && resultats.but.valeur)
    return Suite(
      suite.destination,
      suite.motif,
      capitalisees: issue.acquises,
      diplome: suite.diplome,
    )
  }
}

/// A deliberated year on its way to what follows.
private struct IssueDAnnee {
  let dossier: Dossier
  let reglement: Reglement
  let etat: EtatDAnnee<SansPreuve>
  let suivie: AnneeSuivie
  let procedure: FinDAnnee.Procedure

  /// The code that the jury decided for the year.
  private var decide: DecisionDeJury.Code? {
    etat.codeDecide ? etat.codeAnnee.flatMap { DecisionDeJury.Code(rawValue: $0) } : nil
  }

  func suite(diplome: Bool) -> Suite {
    if diplome { return Suite(.quitte, "BUT obtenu", diplome: true) }
    switch decide {
    case .nar: return sauf("NAR : le jury n’autorise pas à redoubler")
    case .dem: return sauf("DEM : démission constatée par le jury")
    case .aban: return sauf("ABAN : abandon constaté par le jury")
    case .def: return sauf("DEF : défaillance constatée par le jury")
    case .exclu: return sauf("EXCLU : exclusion")
    case .abl: return Suite(.indecis, "ABL : année blanche, le retour est à décider")
    case .red: return redouble
    case .adj, .atj, .pas1nci, .ajourne, nil: return passage
    }
  }

  /// Leaves, unless an authorisation to repeat says the contrary.
  private func sauf(_ motif: String) -> Suite {
    guard case .autorisee = procedure else { return Suite(.quitte, motif) }
    return Suite(.indecis, "\(motif), mais un redoublement est autorisé")
  }

  private var passage: Suite {
    guard let poursuite = etat.poursuite else { return sansPassage("BUT non obtenu") }
    guard poursuite.vers.valeur % 2 == 1 else {
      return Suite(.indecis, "seul le semestre \(poursuite.vers.valeur - 1) a été suivi")
    }
    switch poursuite.autorisee {
    case nil: return Suite(.indecis, poursuite.motifs.joined(separator: " ; "))
    case false?:
      let motifs = poursuite.motifs.joined(separator: " ; ")
      return sansPassage(motifs.isEmpty ? "pas de passage" : motifs)
    case true?:
      guard case .autorisee = procedure else {
        let mention = etat.codeAnnee.map { "\($0) : " } ?? ""
        return Suite(
          .passe(poursuite.vers.annee.semestres),
          mention + "passage en semestre \(poursuite.vers.valeur)",
        )
      }
      return Suite(.indecis, "peut passer, mais a aussi demandé et obtenu de redoubler")
    }
  }

  private func sansPassage(_ motif: String) -> Suite {
    switch procedure {
    case .autorisee(let semestres): repete(semestres, "redoublement autorisé")
    case .refusee: Suite(.quitte, "redoublement refusé (\(motif))")
    case .enCours: Suite(.indecis, "la demande de redoublement attend sa réponse (\(motif))")
    case .aucune: Suite(.indecis, "ni passage ni demande de redoublement (\(motif))")
    }
  }

  /// What the jury allows, unless the procedure says otherwise.
  private var redouble: Suite {
    switch procedure {
    case .autorisee(let semestres): return repete(semestres, "RED et redoublement autorisé")
    case .refusee: return Suite(.indecis, "RED, mais la demande de redoublement est refusée")
    case .enCours: return Suite(.indecis, "RED, et la demande de redoublement attend sa réponse")
    case .aucune: break
    }
    let semestres = suivie.semestres.map(\.numero).filter { numero in
      etat.ues.values.contains { $0.ue.semestre == numero && !$0.acquise }
    }
    guard !semestres.isEmpty else {
      return Suite(.indecis, "RED, mais toutes les UE sont acquises")
    }
    let motifs = obstacles(semestres)
    guard motifs.isEmpty else {
      return Suite(.indecis, "RED, mais \(motifs.joined(separator: " ; "))")
    }
    return repete(semestres, "RED : le jury autorise à redoubler")
  }

  private func repete(_ semestres: [NumeroSemestre], _ motif: String) -> Suite {
    Suite(.redouble(semestres.sorted()), motif)
  }

  /// The UE of the year that are acquired, whatever comes next.
  var acquises: [CodeUE] {
    let siennes = etat.ues.values.filter { ue in
      ue.acquise && suivie.anneeBUT.semestres.contains(ue.ue.semestre)
    }
    return siennes.map(\.ue.code).sorted { $0.texte < $1.texte }
  }

  /// Why the counters do not allow the repetition (4.5).
  private func obstacles(_ semestres: [NumeroSemestre]) -> [String] {
    let demande = Dossier(
      etudiant: dossier.etudiant,
      annees: dossier.annees,
      redoublement: DemandeDeRedoublement(
        demande: semestres,
        deja: dossier.redoublement?.deja ?? [],
        supplement: dossier.redoublement?.supplement,
        refus: nil,
      ),
    )
    let redoublement = Deliberation<SansPreuve>.resultats(demande, reglement).redoublement
    guard let redoublement, !redoublement.possible else { return [] }
    return redoublement.motifs
  }
}
