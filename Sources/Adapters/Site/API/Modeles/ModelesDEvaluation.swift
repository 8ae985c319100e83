internal import Actes
internal import Scolarite

/// Tests and what came of them as the API writes them.
enum ModelesDEvaluation {
  static let evaluation = Modele<EvaluationDeModule>.objet(
    "Evaluation",
    [
      .init("id", .identifiant, "Le numéro de l’évaluation.") { $0.id.valeur },
      .init("promotion", .identifiant, "Le numéro de la promotion.") { $0.promotion.valeur },
      .init("semestre", .semestre, "Le semestre.") { $0.semestre.valeur },
      .init("module", .texte, "Le code du module.") { $0.module },
      .init("nom", .texte, "Son nom, unique dans le module.") { $0.nom },
      .init("nature", .choix(NatureDEvaluation.allCases.map(\.rawValue)), "Ce qu’on y fait.") {
        $0.nature.rawValue
      },
      .init("date", ouNul: .jour, "Le jour où elle a lieu.") { $0.date },
      .init("coefficient", .decimal, "Son poids dans le module.") { $0.coefficient },
      .init("bareme", .decimal, "Sur combien elle est notée.") { $0.bareme },
      .init(
        "groupes",
        Modele<Int64>.identifiant.liste,
        "Les numéros des groupes qui la passent ; vide pour toute la promotion.",
      ) { $0.groupes.map(\.valeur) },
      .init("publiee", .booleen, "Si les étudiants la voient.") { $0.publiee },
      .init("verrouillee", .booleen, "Si ses notes sont closes.") { $0.verrouillee },
      .init("version", .version, "La version, à donner pour la modifier.") { $0.version },
    ],
  )

  static let suivie = Modele<EvaluationSuivie>.objet(
    "EvaluationSuivie",
    [
      .init("evaluation", evaluation, "L’évaluation.") { $0.evaluation },
      .init("attendus", .compte, "Combien d’étudiants la passent.") { $0.attendus },
      .init("saisies", .compte, "Combien ont une note ou un mot.") { $0.saisies },
      .init("complete", .booleen, "Si plus rien n’est attendu.") { $0.estComplete },
    ],
  )

  static let enCharge = Modele<VoirSesModules.EnCharge>.objet(
    "ModuleEnCharge",
    [
      .init("module", ModelesDePromotion.module, "Le module.") { $0.module },
      .init("evaluations", suivie.liste, "Ses évaluations, dans l’ordre de leurs jours.") {
        $0.evaluations
      },
    ],
  )

  private static let statistiques = Modele<Statistiques>.objet(
    "Statistiques",
    [
      .init("effectif", .compte, "Combien de moyennes.") { $0.effectif },
      .init("moyenne", ouNul: .exact, "Leur moyenne.") { $0.moyenne?.siDefinie },
      .init("minimum", ouNul: .exact, "La plus basse.") { $0.minimum?.siDefinie },
      .init("mediane", ouNul: .exact, "La médiane.") { $0.mediane?.siDefinie },
      .init("maximum", ouNul: .exact, "La plus haute.") { $0.maximum?.siDefinie },
    ],
  )

  static let etat = Modele<VoirUnModule.Etat>.objet(
    "ModuleSuivi",
    [
      .init("module", ModelesDePromotion.module, "Le module.") { $0.module },
      .init("evaluations", suivie.liste, "Ses évaluations, dans l’ordre de leurs jours.") {
        $0.evaluations
      },
      .init("groupes", ModelesDePromotion.groupe.liste, "Les groupes de la promotion.") {
        $0.groupes
      },
      .init("moyennes", statistiques, "Les moyennes du module.") { $0.moyennes },
      .init("sansMoyenne", .compte, "Combien d’étudiants n’en ont pas encore.") { $0.sansMoyenne },
    ],
  )
}
