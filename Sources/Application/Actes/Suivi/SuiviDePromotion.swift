public import Scolarite

/// How far the marks of a promotion have come on a day.
public struct SuiviDePromotion: Sendable {
  public let promotion: Promotion
  public let formation: Formation
  public let jour: Jour
  /// How many students are there.
  public let effectif: Int
  /// Whether the person enters the marks of all its modules.
  public let peutSaisir: Bool
  /// In the order of the curriculum.
  public let modules: [DeModule]

  /// A module, who teaches it, and its tests in the order of their days.
  public struct DeModule: Sendable {
    public let module: ModuleEnseigne
    /// Those who hold it in charge and enter its marks.
    public let enseignants: [Utilisateur]
    public let evaluations: [EvaluationSuivie]

    public var attendus: Int { evaluations.map(\.attendus).reduce(0, +) }
    public var saisies: Int { evaluations.map(\.saisies).reduce(0, +) }
    public var publiees: Int { evaluations.count { $0.evaluation.publiee } }
    /// Whether continuous assessment rests on one test only (4.1).
    public var aUneSeuleEvaluation: Bool { evaluations.count == 1 }
  }

  /// A test that took place and whose marks are not all there.
  public struct Retard: Sendable {
    public let module: ModuleEnseigne
    public let enseignants: [Utilisateur]
    public let evaluation: EvaluationDeModule
    public let manquantes: Int
    public let attendus: Int
    /// How many days ago it took place.
    public let jours: Int
  }

  /// The tests of the past whose marks are not all there, the oldest first.
  public var retards: [Retard] {
    modules.flatMap { suivi in
      suivi.evaluations.compactMap { suivie -> Retard? in
        guard let date = suivie.evaluation.date, date < jour, !suivie.estComplete else {
          return nil
        }
        return Retard(
          module: suivi.module,
          enseignants: suivi.enseignants,
          evaluation: suivie.evaluation,
          manquantes: suivie.attendus - suivie.saisies,
          attendus: suivie.attendus,
          jours: jour.ecart(depuis: date),
        )
      }
    }.sorted { ($1.jours, $0.evaluation.id) < ($0.jours, $1.evaluation.id) }
  }

  /// The tests that count marks, past or to come.
  public var nombreDEvaluations: Int { modules.map(\.evaluations.count).reduce(0, +) }

  /// The modules of a semester, in the order of the curriculum.
  public func modules(_ semestre: NumeroSemestre) -> [DeModule] {
    modules.filter { $0.module.semestre == semestre }
  }

  /// The semesters of the curriculum.
  public var semestres: [NumeroSemestre] { Set(modules.map(\.module.semestre)).sorted() }
}
