internal import Scolarite

/// How far the marks of a promotion have come: its modules, who teaches them, what is late.
public struct SuivreUnePromotion: Question {
  public static let nom = "suivre-une-promotion"
  public let promotion: Identifiant<Promotion>

  public init(_ promotion: Identifiant<Promotion>) {
    self.promotion = promotion
  }

  public func executer(_ travail: Travail) throws -> SuiviDePromotion {
    let promotion = try travail.promotion(promotion)
    _ = try travail.exiger(.voirLesNotes, promotion.lieu)
    let jour = travail.moment.jour
    let inscriptions = try travail.registre.inscriptions(promotion.id)
    return SuiviDePromotion(
      promotion: promotion,
      formation: try travail.formation(promotion),
      jour: jour,
      effectif: inscriptions.count { $0.fin.map { $0.jour >= jour } ?? true },
      peutSaisir: travail.peut(.saisirLesNotes, promotion.lieu),
      modules: try modules(promotion, travail),
    )
  }

  private func modules(_ promotion: Promotion, _ travail: Travail) throws
    -> [SuiviDePromotion.DeModule]
  {
    let avancement = try travail.registre.avancement(promotion.id)
    let suivies = try travail.registre.evaluations(promotion.id).parDate.map { evaluation in
      let (attendus, saisies) = avancement[evaluation.id] ?? (0, 0)
      return EvaluationSuivie(evaluation: evaluation, attendus: attendus, saisies: saisies)
    }
    let parModule = Dictionary(grouping: suivies) {
      Cle(semestre: $0.evaluation.semestre, module: $0.evaluation.module)
    }
    let charges = try travail.registre.charges(promotion.id, le: travail.moment.jour)
      .filter { $0.role.droits.contains(.saisirLesNotes) }
    let enseignants = Dictionary(grouping: charges, by: \.module)
    return try travail.modules(promotion).map { module in
      var vus: Set<Identifiant<Utilisateur>> = []
      return SuiviDePromotion.DeModule(
        module: module,
        enseignants: (enseignants[module.code] ?? []).map(\.utilisateur)
          .filter { vus.insert($0.id).inserted },
        evaluations: parModule[Cle(semestre: module.semestre, module: module.code)] ?? [],
      )
    }
  }

  private struct Cle: Hashable {
    let semestre: NumeroSemestre
    let module: String
  }
}

extension Travail {
  /// The formation of a promotion.
  func formation(_ promotion: Promotion) throws -> Formation {
    guard let formation = try registre.formations().first(where: { $0.id == promotion.formation })
    else { throw Refus.inconnu(.formation) }
    return formation
  }
}
