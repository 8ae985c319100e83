public import Scolarite

/// A module of a promotion: its tests, its groups, and the averages as they stand.
public struct VoirUnModule: Question {
  public static let nom = "voir-un-module"
  public let promotion: Identifiant<Promotion>
  /// The canonical code.
  public let code: String

  /// What there is to see of it.
  public struct Etat: Sendable {
    public let module: ModuleEnseigne
    public let evaluations: [EvaluationSuivie]
    public let groupes: [Groupe]
    /// The averages of the module of those who have one.
    public let moyennes: Statistiques
    /// How many have none yet.
    public let sansMoyenne: Int
    public let peutGerer: Bool
    public let peutSaisir: Bool
    public let peutPublier: Bool
  }

  public init(_ promotion: Identifiant<Promotion>, _ code: String) {
    self.promotion = promotion
    self.code = code
  }

  public func executer(_ travail: Travail) throws -> Etat {
    let promotion = try travail.promotion(promotion)
    let lieu = promotion.lieu.module(code)
    _ = try travail.exiger(.voirLesNotes, lieu)
    guard let module = try travail.modules(promotion).first(where: { $0.code == code }) else {
      throw Refus.etat(.moduleInconnu(code))
    }
    let enCharge = try travail.enCharge(module)
    let moyennes = try travail.moyennes(enCharge.evaluations.map(\.evaluation), promotion)
    return Etat(
      module: module,
      evaluations: enCharge.evaluations,
      groupes: try travail.registre.groupes(promotion.id),
      moyennes: Statistiques(moyennes.values.compactMap(\.self)),
      sansMoyenne: moyennes.values.count { $0 == nil },
      peutGerer: travail.peut(.gererLesEvaluations, lieu),
      peutSaisir: travail.peut(.saisirLesNotes, lieu),
      peutPublier: travail.peut(.publier, lieu),
    )
  }
}

extension Travail {
  /// The average of a module of each student who is still there, from its tests; `nil` while
  /// something is awaited.
  func moyennes(_ evaluations: [EvaluationDeModule], _ promotion: Promotion) throws
    -> [Identifiant<Etudiant>: Fraction?]
  {
    guard let module = evaluations.first?.module else { return [:] }
    let reglages = try reglement(promotion).courant
    var entrees: [Identifiant<Etudiant>: [Evaluation]] = [:]
    var inscriptions: [Identifiant<Etudiant>: Inscription] = [:]
    for evaluation in evaluations {
      let notes = Dictionary(
        uniqueKeysWithValues: try registre.notes(evaluation.id).map { ($0.etudiant, $0.entree) }
      )
      for (etudiant, inscription) in try attendus(evaluation) where inscription.fin == nil {
        inscriptions[etudiant] = inscription
        entrees[etudiant, default: []].append(
          Evaluation(
            nom: evaluation.nom,
            entree: notes[etudiant] ?? .enAttente,
            coefficient: evaluation.coefficient,
          )
        )
      }
    }
    let jour = moment.jour
    return entrees.reduce(into: [:]) { moyennes, element in
      let statut = inscriptions[element.key]?.statut(le: jour) ?? .initial
      moyennes[element.key] = .some(reglages.moyenneDeModule(module, element.value, statut))
    }
  }
}
