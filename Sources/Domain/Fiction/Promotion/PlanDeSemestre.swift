internal import Scolarite

/// A semester of the year that a promotion follows.
struct PlanDeSemestre: Sendable {
  let numero: NumeroSemestre
  let modules: [PlanDeModule]
  /// The rank of each module; copied with the marks of each student.
  let rangs: [String: Int]
  /// Supervised hours, guessed where the curriculum does not say.
  let heures: Int
  let seances: [Seance]

  init(
    _ numero: NumeroSemestre,
    _ plan: PlanDAnnee,
    _ annee: AnneeUniversitaire,
    _ modele: PromotionFictive.Modele,
  ) {
    self.numero = numero
    var places: [String: [(ue: Int, competence: Int, module: ModuleDeProgramme)]] = [:]
    var codes: [String] = []
    for (rang, ue) in plan.programme.ues.enumerated() where ue.semestre == numero {
      for module in ue.modules {
        let code = module.code.canonique
        if places[code] == nil { codes.append(code) }
        places[code, default: []].append((rang, plan.competences[rang], module))
      }
    }
    modules = codes.map { PlanDeModule($0, dans: places[$0] ?? [], modele) }
    rangs = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    let volume = plan.programme.volumes[numero]?.horsProjet ?? .zero
    heures = volume > 0 ? Int(volume.millioniemes / 1_000_000) : 400
    seances = Seance.toutes(numero, annee)
  }

  /// The marks of a student, by module, for the modules that have any.
  func notes(_ lignes: [[Evaluation]]) -> [String: [Evaluation]] {
    guard lignes.contains(where: \.isEmpty) else { return rangs.mapValues { lignes[$0] } }
    return rangs.filter { !lignes[$0.value].isEmpty }.mapValues { lignes[$0] }
  }
}

/// A slot of the timetable, and the moments at which an absence from it may be declared.
struct Seance: Sendable {
  let debut: Instant
  /// Before any hour limit of the day.
  let tot: Instant
  /// In the afternoon, when it is late.
  let tard: Instant

  /// Two slots a day from Monday to Friday, in autumn for an odd semester, in spring for an even one.
  static func toutes(_ numero: NumeroSemestre, _ annee: AnneeUniversitaire) -> [Seance] {
    let impair = numero.valeur % 2 == 1
    let mois = impair ? 9...12 : 2...5
    return mois.flatMap { mois in
      (10...28).flatMap { quantieme -> [Seance] in
        guard let jour = Jour(annee.debut + (impair ? 0 : 1), mois, quantieme), jour.estOuvre
        else { return [] }
        return ["08:00", "13:30"].compactMap { Seance(jour, $0) }
      }
    }
  }

  private init?(_ jour: Jour, _ heure: String) {
    guard let debut = Instant("\(jour)T\(heure)"), let tot = Instant("\(jour)T07:40"),
      let tard = Instant("\(jour)T15:10")
    else { return nil }
    self.debut = debut
    self.tot = tot
    self.tard = tard
  }
}

extension Jour {
  /// Whether the day is neither a Saturday nor a Sunday; 3 January 2000 was a Monday.
  fileprivate var estOuvre: Bool {
    guard let lundi = Jour(2000, 1, 3) else { return true }
    return ecart(depuis: lundi) % 7 < 5
  }
}
