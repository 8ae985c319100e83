internal import Scolarite

/// Opens the file of an incident: an act, for every reading is written in the journal.
///
/// Whoever follows procedures reads the whole; whoever reported it reads the report, not the
/// procedure.
public struct LireUnDossierDisciplinaire: Acte {
  public static let nom = "lire-un-dossier-disciplinaire"
  public let incident: Identifiant<Incident>

  /// The file, as the person may read it.
  public struct Fiche: Sendable {
    public let incident: Incident
    public let promotion: Promotion
    /// The students concerned, in the order of names.
    public let etudiants: [Etudiant]
    public let evaluation: EvaluationDeModule?
    /// Who reported it, by name.
    public let auteur: String
    /// Those of the promotion who may still be named.
    public let autres: [Etudiant]
    /// Who read or printed the file, the last first; empty for whoever reads the report only.
    public let lectures: [EntreeNommee]
    /// What the person may do: none for whoever reads the report only.
    public let droits: Set<Droit>
    /// Whether the procès-verbal is theirs to draw up.
    public let peutDresser: Bool
  }

  public init(_ incident: Identifiant<Incident>) {
    self.incident = incident
  }

  public func executer(_ travail: Travail) throws -> Fiche {
    let incident = try travail.incident(incident)
    let permis = try travail.exigerLeRapport(incident)
    let promotion = try travail.promotion(incident.promotion)
    let suit = travail.peut(.suivreLaDiscipline, promotion.lieu)
    _ = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.consultation, incident.id),
      sujet: incident.sujet,
    )
    var montre = incident
    if !suit { montre.suites = incident.suites.map(\.sansProcedure) }
    let inscrits = try travail.registre.etudiants(promotion.id).map(\.nomme).parNom(\.self)
    return Fiche(
      incident: montre,
      promotion: promotion,
      etudiants: try travail.concernes(incident),
      evaluation: try incident.evaluation.map { try travail.evaluation($0) },
      auteur: try travail.nom(incident.auteur),
      autres: inscrits.filter { incident.suite($0.id) == nil },
      lectures: suit ? try travail.lectures(incident.id) : [],
      droits: Set(
        [.suivreLaDiscipline, .gererLaDiscipline].filter { travail.peut($0, promotion.lieu) }
      ),
      peutDresser: incident.suites.allSatisfy { $0.etat == .signale && !$0.a(.saisineDuDirecteur) },
    )
  }
}

extension Incident.Suite {
  /// What whoever reported an incident reads of it.
  fileprivate var sansProcedure: Incident.Suite {
    .init(etudiant: etudiant, etat: .signale, depuis: depuis)
  }

  /// What the student concerned reads: neither what is prepared nor a decision not yet notified.
  fileprivate var montree: Incident.Suite {
    let visibles: Set<Incident.Etape.Nature> = [
      .invitation, .explications, .saisineDeLaSection, .classement, .notification, .recours,
    ]
    let notifiee = a(.notification)
    let montrees = etapes.filter { etape in
      visibles.contains(etape.nature)
        || (notifiee && [.sanction, .relaxe].contains(etape.nature))
    }
    switch etat {
    case .signale, .sectionSaisie, .classe:
      return .init(etudiant: etudiant, etat: etat, depuis: depuis, etapes: montrees)
    case .relaxe, .sanctionne:
      guard !notifiee else {
        return .init(etudiant: etudiant, etat: etat, depuis: depuis, etapes: montrees)
      }
      let saisie = montrees.last { $0.nature == .saisineDeLaSection }
      return .init(
        etudiant: etudiant,
        etat: .sectionSaisie,
        depuis: saisie?.jour ?? depuis,
        etapes: montrees,
      )
    }
  }
}

extension Travail {
  /// Those whom an incident concerns, in the order of names.
  func concernes(_ incident: Incident) throws -> [Etudiant] {
    try incident.suites.compactMap { try registre.etudiant($0.etudiant)?.nomme }.parNom(\.self)
  }

  /// Who read a file, the last first.
  fileprivate func lectures(_ incident: Identifiant<Incident>) throws -> [EntreeNommee] {
    var filtre = FiltreDuJournal()
    filtre.objet = Objet(.consultation, incident).nom
    return try registre.journal(filtre, avant: nil, limite: 200)
  }
}

/// The incidents that the person follows, or reported.
public struct VoirLaDiscipline: Question {
  public static let nom = "voir-la-discipline"

  /// An incident in a list.
  public struct Resume: Sendable {
    public let incident: Incident
    public let promotion: Promotion
    public let etudiants: [Etudiant]
    /// Whether the procedure is open to the person, and not only the report.
    public let suit: Bool
  }

  /// The incidents, the last first, and where the person may report.
  public struct Liste: Sendable {
    public let incidents: [Resume]
    public let promotions: [Promotion]
  }

  public init() {}

  public func executer(_ travail: Travail) throws -> Liste {
    let promotions = Dictionary(
      uniqueKeysWithValues: try travail.registre.promotions().map { ($0.id, $0) }
    )
    let ouvertes = promotions.values.filter { promotion in
      travail.peut(.signalerUnIncident, unDe: travail.lieuxDeSignalement(promotion))
    }
    let suit = promotions.values.contains { travail.peut(.suivreLaDiscipline, $0.lieu) }
    guard suit || !ouvertes.isEmpty else { throw Refus.interdit(.signalerUnIncident) }
    let resumes = try travail.registre.incidents().compactMap { incident -> Resume? in
      guard let promotion = promotions[incident.promotion] else { return nil }
      let suit = travail.peut(.suivreLaDiscipline, promotion.lieu)
      guard suit || (travail.auteur != nil && incident.auteur == travail.auteur) else {
        return nil
      }
      var montre = incident
      if !suit { montre.suites = incident.suites.map(\.sansProcedure) }
      return Resume(
        incident: montre,
        promotion: promotion,
        etudiants: try travail.concernes(incident),
        suit: suit,
      )
    }
    return Liste(
      incidents: resumes.sorted {
        ($1.incident.date.jour, $1.incident.id) < ($0.incident.date.jour, $0.incident.id)
      },
      promotions: ouvertes.sorted { ($1.annee, $0.nom, $0.id) < ($0.annee, $1.nom, $1.id) },
    )
  }
}

/// What somebody needs to report an incident in a promotion.
public struct PreparerUnSignalement: Question {
  public static let nom = "preparer-un-signalement"
  public let promotion: Identifiant<Promotion>

  /// Who may be named, and the tests at which it may have happened.
  public struct Preparation: Sendable {
    public let promotion: Promotion
    public let etudiants: [Etudiant]
    public let evaluations: [EvaluationDeModule]
  }

  public init(_ promotion: Identifiant<Promotion>) {
    self.promotion = promotion
  }

  public func executer(_ travail: Travail) throws -> Preparation {
    let promotion = try travail.promotion(promotion)
    _ = try travail.exiger(.signalerUnIncident, parmi: travail.lieuxDeSignalement(promotion))
    return Preparation(
      promotion: promotion,
      etudiants: try travail.registre.etudiants(promotion.id).map(\.nomme).parNom(\.self),
      evaluations: try travail.registre.evaluations(promotion.id).filter {
        travail.peut(.signalerUnIncident, promotion.lieu.module($0.module))
      }.parDate,
    )
  }
}

/// Opens one’s own procedures: what was sent, what was decided and notified.
public struct LireSesProcedures: Acte {
  public static let nom = "lire-ses-procedures"
  public let etudiant: Identifiant<Etudiant>

  /// A procedure as the student concerned reads it.
  public struct Sienne: Sendable {
    public let incident: Incident
    public let suite: Incident.Suite
    public let promotion: Promotion
  }

  public init(_ etudiant: Identifiant<Etudiant>) {
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> [Sienne] {
    let permis = try travail.exiger(.voirSaProcedure, Lieu(etudiant: etudiant))
    return try travail.registre.incidents(etudiant: etudiant).reversed().compactMap { incident in
      guard let suite = incident.suite(etudiant), incident.estConnu(suite) else { return nil }
      _ = try travail.inscrire(
        Self.nom,
        permis,
        Objet(.consultation, incident.id),
        sujet: etudiant,
      )
      var montre = incident
      montre.suites = [suite.montree]
      return Sienne(
        incident: montre,
        suite: suite.montree,
        promotion: try travail.promotion(incident.promotion),
      )
    }
  }
}

/// How many procedures a student may read of: what tells them that something was sent.
public struct CompterSesProcedures: Question {
  public static let nom = "compter-ses-procedures"
  public let etudiant: Identifiant<Etudiant>

  public init(_ etudiant: Identifiant<Etudiant>) {
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> Int {
    _ = try travail.exiger(.voirSaProcedure, Lieu(etudiant: etudiant))
    return try travail.registre.incidents(etudiant: etudiant).count { incident in
      incident.suite(etudiant).map(incident.estConnu) ?? false
    }
  }
}

extension Incident {
  /// Whether the student was told of it: a procès-verbal was laid before them, an invitation sent.
  fileprivate func estConnu(_ suite: Suite) -> Bool {
    procesVerbal != nil || suite.a(.invitation) || suite.etat != .signale
  }
}
