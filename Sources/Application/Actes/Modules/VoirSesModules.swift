internal import Scolarite

/// The modules in the charge of the person who asks, with their tests, the latest year first.
public struct VoirSesModules: QuestionGardee {
  public static let nom = "voir-ses-modules"
  public var cle: String { "" }

  /// A module and its tests, in the order of their days.
  public struct EnCharge: Hashable, Sendable {
    public let module: ModuleEnseigne
    public let evaluations: [EvaluationSuivie]
  }

  public init() {}

  public func executer(_ travail: Travail) throws -> [EnCharge] {
    var portees: [Identifiant<Promotion>: Set<String>] = [:]
    for habilitation in travail.habilitations {
      guard case .module(let promotion, let code) = habilitation.portee,
        habilitation.role.droits.contains(.saisirLesNotes)
      else { continue }
      portees[promotion, default: []].insert(code)
    }
    var modules: [EnCharge] = []
    for promotion in try travail.registre.promotions() {
      guard let codes = portees[promotion.id] else { continue }
      for module in try travail.modules(promotion) where codes.contains(module.code) {
        guard travail.peut(.voirLesNotes, promotion.lieu.module(module.code)) else { continue }
        modules.append(try travail.enCharge(module))
      }
    }
    return modules.sorted { $0.module.promotion.annee > $1.module.promotion.annee }
  }
}

extension Travail {
  /// A module with its tests.
  func enCharge(_ module: ModuleEnseigne) throws -> VoirSesModules.EnCharge {
    let evaluations = try registre.evaluations(module.promotion.id).filter {
      $0.semestre == module.semestre && $0.module == module.code
    }
    return VoirSesModules.EnCharge(
      module: module,
      evaluations: try evaluations.parDate.map { try suivie($0) },
    )
  }
}

extension [EvaluationDeModule] {
  /// In the order of their days; those without a day last.
  var parDate: [EvaluationDeModule] {
    sorted { gauche, droite in
      switch (gauche.date, droite.date) {
      case (let une?, let autre?) where une != autre: une < autre
      case (_?, nil): true
      case (nil, _?): false
      case _: gauche.id < droite.id
      }
    }
  }
}
