internal import Actes
internal import Scolarite
internal import Text

/// `delibere evaluation`: plans the tests of a promotion, publishes and locks them.
enum GererLesEvaluations {
  static func creer(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let fil = ["delibere", "evaluation", "creer"]
    let nom = try saisie.exiger("promotion", fil)
    let code = try saisie.exiger("module", fil)
    let date = try saisie.jour("date", fil)
    let nature = saisie.valeur("nature").flatMap(NatureDEvaluation.init) ?? .nonPrecisee
    let (coefficient, bareme) = (
      try saisie.nombre("coefficient", fil) ?? 1, try saisie.nombre("bareme", fil) ?? 20,
    )
    let evaluation = try Guichet.ouvrir(saisie) { guichet in
      let promotion = try guichet.promotion(nom)
      let programme = try guichet.demander(VoirLeProgramme(promotion: promotion.id))
      let (module, semestre) = try module(code, saisie.valeur("semestre"), programme)
      return try guichet.faire(
        CreerUneEvaluation(
          promotion: promotion.id,
          semestre: semestre,
          module: module,
          intitule: saisie.arguments[0],
          nature: nature,
          date: date,
          coefficient: coefficient,
          bareme: bareme,
        )
      )
    }
    console.print(frenchSpacing("\(designation(evaluation)) : créée, \(poids(evaluation)).\n"))
    return .succes
  }

  /// The canonical code of a module, and the only semester that has it.
  private static func module(
    _ ecrit: String,
    _ choisi: String?,
    _ programme: Programme,
  ) throws(Abandon) -> (code: String, semestre: NumeroSemestre) {
    let code = CodeModule(ecrit)?.canonique ?? ecrit
    let semestres = Set(
      programme.ues.filter { ue in ue.modules.contains { $0.code.canonique == code } }
        .map(\.semestre)
    ).filter { choisi == nil || String($0.valeur) == choisi }
    guard let seul = semestres.first, semestres.count == 1 else {
      guard semestres.isEmpty else {
        throw Abandon(
          code: .refus,
          messages: ["« \(ecrit) » est de plusieurs semestres, choisissez avec --semestre"],
        )
      }
      let codes = Set(programme.ues.flatMap { $0.modules.map(\.code.canonique) }).sorted()
      throw .absent("la maquette n’a pas le module « \(ecrit) »", code, parmi: codes)
    }
    return (code, seul)
  }

  static func lister(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let nom = try saisie.exiger("promotion", ["delibere", "evaluation", "lister"])
    let evaluations = try Guichet.ouvrir(saisie) { guichet in
      try guichet.demander(VoirLesEvaluations(guichet.promotion(nom).id))
    }
    guard !evaluations.isEmpty else {
      console.print(frenchSpacing("Aucune évaluation dans « \(nom) ».\n"))
      return .succes
    }
    var table = TextTable([
      .init("Module"), .init("Évaluation", maximumWidth: 40), .init("Nature"), .init("Date"),
      .init("Barème", .right), .init("Coefficient", .right), .init("État"),
    ])
    for evaluation in evaluations.sorted(by: {
      ($0.semestre, $0.module) < ($1.semestre, $1.module)
    }) {
      table.add([
        evaluation.module, evaluation.nom, evaluation.nature.phrase,
        evaluation.date?.description ?? "–",
        evaluation.bareme.description, evaluation.coefficient.description, etat(evaluation),
      ])
    }
    console.print(frenchSpacing(table.render()))
    return .succes
  }

  static func publier(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let publiee = !saisie.porte("retirer")
    let evaluation = try designee(saisie, "publier") { guichet, evaluation in
      try guichet.faire(PublierUneEvaluation(evaluation.id, publiee: publiee))
    }
    let suite = publiee ? "publiée, les étudiants la voient" : "retirée aux étudiants"
    console.print(frenchSpacing("\(designation(evaluation)) : \(suite).\n"))
    return .succes
  }

  static func verrouiller(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let verrouillee = !saisie.porte("rouvrir")
    let motif = saisie.valeur("motif")
    let evaluation = try designee(saisie, "verrouiller") { guichet, evaluation in
      try guichet.faire(
        VerrouillerUneEvaluation(evaluation.id, verrouillee: verrouillee, motif: motif)
      )
    }
    let suite = verrouillee ? "verrouillée, ses notes ne changent plus" : "rouverte"
    console.print(frenchSpacing("\(designation(evaluation)) : \(suite).\n"))
    return .succes
  }

  /// The test that a command names, once something was done to it.
  private static func designee(
    _ saisie: Saisie,
    _ commande: String,
    _ corps: (Guichet, EvaluationDeModule) throws -> Void,
  ) throws(Abandon) -> EvaluationDeModule {
    let fil = ["delibere", "evaluation", commande]
    let (nom, module) = (try saisie.exiger("promotion", fil), try saisie.exiger("module", fil))
    return try Guichet.ouvrir(saisie) { guichet in
      let evaluation = try guichet.evaluation(saisie.arguments[0], module, guichet.promotion(nom))
      try corps(guichet, evaluation)
      return evaluation
    }
  }

  static func designation(_ evaluation: EvaluationDeModule) -> String {
    "\(evaluation.module) — \(evaluation.nom)"
  }

  private static func poids(_ evaluation: EvaluationDeModule) -> String {
    "sur \(evaluation.bareme), coefficient \(evaluation.coefficient), semestre "
      + "\(evaluation.semestre.valeur)"
  }

  private static func etat(_ evaluation: EvaluationDeModule) -> String {
    let mots = [
      evaluation.publiee ? "publiée" : nil, evaluation.verrouillee ? "verrouillée" : nil,
    ].compactMap(\.self)
    return mots.isEmpty ? "en saisie" : mots.joined(separator: ", ")
  }
}

/// Gives what the curriculum of a promotion asks.
struct VoirLeProgramme: Question {
  static let nom = "voir-le-programme"
  let promotion: Identifiant<Promotion>

  func executer(_ travail: Travail) throws -> Programme {
    try travail.programme(travail.promotion(promotion))
  }
}

extension Guichet {
  /// The test of that name in a module of the promotion, however the code is written.
  func evaluation(_ nom: String, _ module: String, _ promotion: Promotion) throws
    -> EvaluationDeModule
  {
    let code = CodeModule(module)?.canonique ?? module
    let siennes = try demander(VoirLesEvaluations(promotion.id)).filter { $0.module == code }
    guard let evaluation = siennes.first(where: { $0.nom == nom }) else {
      throw Abandon.absent(
        "aucune évaluation « \(nom) » en \(module)",
        nom,
        parmi: siennes.map(\.nom),
        creer: "delibere evaluation creer",
      )
    }
    return evaluation
  }
}
