internal import Actes
internal import HTTPServer
internal import Scolarite

/// Tests: planned, changed, shown, closed.
enum OperationsDesEvaluations {
  private static let evaluation = ModelesDEvaluation.evaluation

  static let toutes: [Operation] = [
    Operation(
      .get,
      "/api/v1/promotions/{promotion}/evaluations",
      "listerLesEvaluations",
      .evaluations,
      "Les évaluations d’une promotion dont on voit les notes",
      acces: .droit(.voirLesNotes),
      requete: [.module, .apres, .limite],
      donne: ModelesDePromotion.page("PageDEvaluations", evaluation),
    ) { appel in
      let module = appel.valeurs["module"]
      let toutes = try await appel.demander(VoirLesEvaluations(appel.promotion))
      return appel.page(
        toutes.filter { module == nil || $0.module == module }.sorted { $0.id < $1.id },
        \.id.valeur,
      )
    },
    Operation(
      .post,
      "/api/v1/promotions/{promotion}/evaluations",
      "creerUneEvaluation",
      .evaluations,
      "Prévoir une évaluation",
      acces: .droit(.gererLesEvaluations),
      corps: nouvelle,
      statut: .created,
      donne: evaluation,
      par: creer,
    ),
    Operation(
      .get,
      "/api/v1/evaluations/{evaluation}",
      "lireUneEvaluation",
      .evaluations,
      "Une évaluation",
      acces: .droit(.voirLesNotes),
      donne: evaluation,
    ) { try await $0.demander(LireUneEvaluation($0.evaluation)) },
    Operation(
      .put,
      "/api/v1/evaluations/{evaluation}",
      "modifierUneEvaluation",
      .evaluations,
      "Modifier une évaluation",
      "Tout est donné, avec la version lue. Une fois publiée, il faut un motif ; le barème ne change "
        + "plus dès qu’il y a des notes.",
      acces: .droit(.gererLesEvaluations),
      corps: modifiee,
      donne: evaluation,
      par: modifier,
    ),
    Operation(
      retirer: "/api/v1/evaluations/{evaluation}",
      "supprimerUneEvaluation",
      .evaluations,
      "Retirer une évaluation",
      "Seulement tant qu’elle n’a ni note, ni séance, ni incident.",
      acces: .droit(.gererLesEvaluations),
    ) { try await $0.faire(SupprimerUneEvaluation($0.evaluation)) },
    Operation(
      .put,
      "/api/v1/evaluations/{evaluation}/publication",
      "publierUneEvaluation",
      .evaluations,
      "Montrer une évaluation aux étudiants, ou ne plus la montrer",
      acces: .droit(.publier),
      corps: .objet([
        .init(nom: "publiee", schema: .booleen, description: "Si les étudiants la voient.")
      ]),
      donne: evaluation,
    ) { appel in
      let publiee = try appel.corps.exiger("publiee", appel.corps.booleen("publiee"))
      try await appel.faire(PublierUneEvaluation(appel.evaluation, publiee: publiee))
      return try await appel.demander(LireUneEvaluation(appel.evaluation))
    },
    Operation(
      .put,
      "/api/v1/evaluations/{evaluation}/verrou",
      "verrouillerUneEvaluation",
      .evaluations,
      "Clore les notes d’une évaluation",
      acces: .droit(.gererLesEvaluations),
      donne: evaluation,
    ) { appel in
      try await appel.faire(VerrouillerUneEvaluation(appel.evaluation))
      return try await appel.demander(LireUneEvaluation(appel.evaluation))
    },
    Operation(
      .post,
      "/api/v1/evaluations/{evaluation}/deverrouillage",
      "deverrouillerUneEvaluation",
      .evaluations,
      "Rouvrir les notes d’une évaluation",
      acces: .droit(.deverrouiller),
      corps: .objet([
        .init(nom: "motif", schema: .texte(.libre, auPlus: 500), description: "Pourquoi.")
      ]),
      donne: evaluation,
    ) { appel in
      let motif = appel.corps.texte("motif")
      try await appel.faire(
        VerrouillerUneEvaluation(appel.evaluation, verrouillee: false, motif: motif)
      )
      return try await appel.demander(LireUneEvaluation(appel.evaluation))
    },
  ]

  // MARK: Bodies

  private static let prevues: [Schema.Membre] = [
    .init(
      nom: "nom",
      schema: .texte(.libre, auPlus: 200),
      description: "Son nom, unique dans le module.",
    ),
    .init(
      nom: "nature",
      schema: .choix(NatureDEvaluation.allCases.map(\.rawValue)),
      description: "Ce qu’on y fait ; « non-precisee » par défaut.",
      obligatoire: false,
    ),
    .init(
      nom: "date",
      schema: .ouNul(.texte(.jour)),
      description: "Le jour où elle a lieu.",
      obligatoire: false,
    ),
  ]

  private static let coefficient = Schema.decimal(0...EvaluationDeModule.coefficientMaximal)
  private static let bareme = Schema.decimal(EvaluationDeModule.baremes)
  private static let groupes = Schema.liste(.identifiant, auPlus: 100)

  private static let nouvelle = Schema.nomme(
    "NouvelleEvaluation",
    .objet(
      [
        .init(nom: "semestre", schema: .entier(1...6), description: "Le semestre."),
        .init(nom: "module", schema: .texte(.module), description: "Le code du module."),
      ] + prevues + [
        .init(
          nom: "coefficient",
          schema: coefficient,
          description: "Son poids dans le module ; 1 par défaut.",
          obligatoire: false,
        ),
        .init(
          nom: "bareme",
          schema: bareme,
          description: "Sur combien elle est notée ; 20 par défaut.",
          obligatoire: false,
        ),
        .init(
          nom: "groupes",
          schema: groupes,
          description: "Les groupes qui la passent ; toute la promotion par défaut.",
          obligatoire: false,
        ),
      ]
    ),
  )

  private static let modifiee = Schema.nomme(
    "EvaluationModifiee",
    .objet(
      prevues + [
        .init(nom: "coefficient", schema: coefficient, description: "Son poids."),
        .init(nom: "bareme", schema: bareme, description: "Sur combien."),
        .init(nom: "groupes", schema: groupes, description: "Les groupes ; vide pour tous."),
        ModelesDeNote.versionLue, ModelesDeNote.motif,
      ]
    ),
  )

  private static let lieux = ["barème": "/bareme"]

  // MARK: What they do

  @Sendable private static func creer(_ appel: Appel) async throws -> EvaluationDeModule {
    let corps = appel.corps
    let semestre = corps.entier("semestre").flatMap { NumeroSemestre(Int($0)) }
    let acte = CreerUneEvaluation(
      promotion: try appel.promotion,
      semestre: try corps.exiger("semestre", semestre),
      module: try corps.exiger("module", corps.texte("module")),
      intitule: try corps.exiger("nom", corps.texte("nom")),
      nature: corps.texte("nature").flatMap(NatureDEvaluation.init) ?? .nonPrecisee,
      date: corps.jour("date"),
      coefficient: corps.decimale("coefficient") ?? 1,
      bareme: corps.decimale("bareme") ?? 20,
      groupes: corps.identifiants("groupes"),
    )
    do {
      return try await appel.faire(acte)
    } catch Refus.etat(.moduleInconnu(let code)) {
      throw ProblemeDAPI.invalide([
        corps.faute("module", "« \(code) » n’est pas un module de ce semestre")
      ])
    } catch let refus as Refus {
      throw ProblemeDAPI(refus, lieux: lieux)
    }
  }

  @Sendable private static func modifier(_ appel: Appel) async throws -> EvaluationDeModule {
    let corps = appel.corps
    var evaluation = try await appel.demander(LireUneEvaluation(appel.evaluation))
    evaluation.nom = try corps.exiger("nom", corps.texte("nom"))
    evaluation.nature = corps.texte("nature").flatMap(NatureDEvaluation.init) ?? .nonPrecisee
    evaluation.date = corps.jour("date")
    evaluation.coefficient = try corps.exiger("coefficient", corps.decimale("coefficient"))
    evaluation.bareme = try corps.exiger("bareme", corps.decimale("bareme"))
    evaluation.groupes = corps.identifiants("groupes")
    evaluation.version = try corps.exiger("version", corps.entier("version"))
    do {
      try await appel.faire(ModifierUneEvaluation(evaluation, motif: corps.texte("motif")))
    } catch let refus as Refus {
      throw ProblemeDAPI(refus, lieux: lieux)
    }
    return try await appel.demander(LireUneEvaluation(evaluation.id))
  }
}
