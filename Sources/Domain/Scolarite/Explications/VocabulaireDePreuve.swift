/// The words in which a proof is told: what each conclusion, input and value is called.
public enum VocabulaireDePreuve {
  /// « non acquise », « moyenne 9,30 »: the conclusion of a step.
  public static func conclusion(_ preuve: Preuve) -> String {
    switch preuve.conclusion {
    case .verdict(let vrai): verdict(preuve.regle.nom, vrai)
    case .nombre(let nombre) where preuve.regle.nom == "taux-absence":
      "taux d’absence \((nombre * 100).affichee(decimales: 2, sansFranchir: [30])) %"
    case .nombre(let nombre): "\(grandeur(preuve.regle.nom)) \(nombre.moyenneAffichee)"
    case .texte(let texte): texte
    }
  }

  /// An input, in words.
  public static func terme(_ nom: String) -> String {
    let mots = [
      "brute": "moyenne avant malus et bonification", "bloquee": "semestre bloqué par les absences",
      "heuresABI": "heures d’absence injustifiée", "heuresABJ": "heures d’absence justifiée",
      "article3": "soumis à l’article 3", "sportApplicable": "le sport compte ici",
      "engagementApplicable": "l’engagement compte ici", "directe": "acquise par sa moyenne",
      "rcue": "regroupement validé", "taux": "taux d’absence", "avisContraire": "avis contraire",
      "session1": "session 1", "session2": "session 2", "ajourne": "ajourné définitif",
      "semestreSuffisant": "moyenne du semestre suffisante", "deja": "semestres déjà redoublés",
      "demandes": "semestres demandés", "dejaRedoubles": "semestres demandés déjà redoublés",
      "supplement": "autorisation du directeur", "conditions": "conditions sur les regroupements",
      "requis": "crédits demandés", "absenceInjustifiee": "absence injustifiée",
      "seances": "séances suivies", "base": "séances demandées", "jours": "jours",
      "minute": "déclarée à la minute", "sur": "objet", "acquise": "acquise",
    ]
    if let mot = mots[nom] { return mot }
    return nom.replacing("ressource:", with: "").replacing("sae:", with: "")
      .replacing("engagement:", with: "engagement, ")
  }

  /// A value of an input or of a conclusion.
  public static func valeur(_ valeur: Preuve.Valeur) -> String {
    switch valeur {
    case .nombre(let nombre): nombre.moyenneAffichee
    case .verdict(let vrai): vrai ? "oui" : "non"
    case .texte(let texte): texte
    }
  }

  /// The value of a setting.
  public static func valeur(_ valeur: ValeurDeParametre) -> String {
    switch valeur {
    case .nombre(let nombre): nombre.description
    case .booleen(let vrai): vrai ? "oui" : "non"
    case .mot(let mot): mots[mot] ?? "« \(mot) »"
    case .date(let jour): Francais.date(jour.description)
    case .rien: "aucun"
    }
  }

  /// The words of the settings, as a reader understands them.
  private static let mots = [
    "aucun": "pas d’arrondi", "egale": "poids égaux", "ects": "selon les ECTS",
    "coefficient": "selon les coefficients", "meilleure": "la meilleure", "derniere": "la dernière",
    "inferieureIncluse": "la borne ouvre la tranche suivante",
    "superieureIncluse": "la borne ferme la tranche", "bloque": "bloque la validation",
    "signale": "est signalé au jury", "inactive": "sans effet", "horsProjet": "heures hors projet",
    "avecProjet": "heures avec projet", "semestrePair": "les UE du semestre pair",
    "annee": "les UE de l’année", "droit": "rattrapage de droit", "neutralise": "neutralisée",
    "zero": "zéro", "ue": "UE par UE", "moyenneSemestrielle": "selon la moyenne du semestre",
    "remplacement": "la note de session 2 remplace", "rcue": "la moyenne du regroupement",
  ]

  private static func verdict(_ regle: String, _ vrai: Bool) -> String {
    let paires: [String: (String, String)] = [
      "acquisition": ("acquise", "non acquise"),
      "compensation": ("acquise par compensation", "non compensée"),
      "validation-induite": ("acquise par le niveau supérieur", "non acquise"),
      "capitalisation": ("acquise une année précédente", "non acquise"),
      "equivalence": ("acquise par équivalence", "non acquise"),
      "decision-jury": ("oui, par décision du jury", "non, par décision du jury"),
      "validation-rcue": ("a la moyenne", "n’a pas la moyenne"),
      "regle-30": ("semestre bloqué par les absences", "semestre non bloqué"),
      "poursuite-paire": ("passage de droit", "passage refusé"),
      "poursuite-impaire": ("passage autorisé", "passage refusé"),
      "poursuite-s5": ("passage autorisé", "passage refusé"),
      "redoublement": ("redoublement possible", "redoublement impossible"),
      "refus-redoublement": ("refus régulier", "refus irrégulier"),
      "iti": ("indisponibilité admise", "absence injustifiée"),
      "dut": ("attribué", "non attribué"), "but": ("attribué", "non attribué"),
      "ouverture-session2": ("session 2 ouverte", "session 2 fermée"),
      "autorisation-bts": ("autorisé à se présenter", "non autorisé à se présenter"),
      "admission-bts": ("admis", "ajourné"),
      "delai-bts": ("convoqué dans le délai", "convoqué hors délai"),
    ]
    guard let (oui, non) = paires[regle] else { return vrai ? "oui" : "non" }
    return vrai ? oui : non
  }

  private static func grandeur(_ regle: String) -> String {
    let mots = [
      "moyenne-module": "moyenne du module", "moyenne-ue": "moyenne de ses modules",
      "moyenne-finale": "moyenne de l’UE", "moyenne-reprise": "moyenne retenue",
      "moyenne-rcue": "moyenne du regroupement",
      "note-session2": "note retenue après la session 2", "malus": "malus",
      "bonus": "bonification", "seances-sport": "points de sport", "taux-absence": "taux d’absence",
      "credits": "crédits", "moyenne-bts": "moyenne générale",
      "remplacement-bts": "moyenne du domaine",
    ]
    return mots[regle] ?? "valeur"
  }
}
