public import Scolarite

/// A module of a promotion, with what is said of it in the curriculum.
public struct ModuleEnseigne: Hashable, Sendable {
  public let promotion: Promotion
  public let semestre: NumeroSemestre
  /// The canonical code.
  public let code: String
  public let titre: String
  public let nature: Module.Nature
  /// The UE where it counts, with its coefficient there.
  public let ues: [Poids]

  /// What the module weighs in a UE.
  public struct Poids: Hashable, Sendable {
    public let ue: CodeUE
    public let coefficient: Decimale
  }
}

/// A test with how far its marks have come.
public struct EvaluationSuivie: Hashable, Sendable {
  public let evaluation: EvaluationDeModule
  /// How many students sit it.
  public let attendus: Int
  /// How many have something that stands: a mark, an absence.
  public let saisies: Int

  /// Whether nothing is awaited any more.
  public var estComplete: Bool { saisies >= attendus }
}

extension Travail {
  /// The modules of a promotion in the order of its curriculum.
  func modules(_ promotion: Promotion) throws -> [ModuleEnseigne] {
    guard let maquette = try registre.maquette(promotion.maquette) else {
      throw Refus.inconnu(.maquette)
    }
    let titres = try formats.titres(maquette.texte)
    var modules: [ModuleEnseigne] = []
    var rangs: [String: Int] = [:]
    for ue in try formats.programme(maquette.texte).ues {
      for module in ue.modules {
        let code = module.code.canonique
        let poids = ModuleEnseigne.Poids(ue: ue.code, coefficient: module.coefficient)
        let cle = "\(ue.semestre.valeur)/\(code)"
        let connu = rangs[cle].map { modules[$0] }
        let nouveau = ModuleEnseigne(
          promotion: promotion,
          semestre: ue.semestre,
          code: code,
          titre: titres[code] ?? module.code.imprime,
          nature: module.nature,
          ues: (connu?.ues ?? []) + [poids],
        )
        if let rang = rangs[cle] {
          modules[rang] = nouveau
        } else {
          rangs[cle] = modules.count
          modules.append(nouveau)
        }
      }
    }
    return modules
  }

  /// How far the marks of a test have come.
  func suivie(_ evaluation: EvaluationDeModule) throws -> EvaluationSuivie {
    let attendus = try attendus(evaluation).filter { _, inscription in
      guard let fin = inscription.fin, let date = evaluation.date else {
        return inscription.fin == nil
      }
      return date <= fin.jour
    }
    let saisies = try registre.notes(evaluation.id).filter { note in
      attendus[note.etudiant] != nil && note.entree != .enAttente
    }
    return EvaluationSuivie(
      evaluation: evaluation,
      attendus: attendus.count,
      saisies: saisies.count,
    )
  }
}
