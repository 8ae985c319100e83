internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// The form of an exam of session 2: how it is sat, and what its mark stands for.
struct FormulaireDEpreuve: Composant {
  private let fiche: VoirLesEpreuvesDeSession2.Fiche
  private let saisie: SaisieLue
  /// Whether the calendar is published: a change needs its reason.
  private let estPublie: Bool
  private let jeton: Jeton

  init(
    _ fiche: VoirLesEpreuvesDeSession2.Fiche,
    _ saisie: SaisieLue,
    estPublie: Bool,
    _ jeton: Jeton,
  ) {
    self.fiche = fiche
    self.saisie = saisie
    self.estPublie = estPublie
    self.jeton = jeton
  }

  /// What stands in the fields before anybody types.
  static func saisie(_ epreuve: EpreuveDeSession2) -> SaisieLue {
    var valeurs = [
      "materiel": epreuve.materiel, "besoins": epreuve.besoins, "porte": "ue",
    ]
    for (forme, minutes) in epreuve.durees {
      valeurs["forme-" + forme.rawValue] = "oui"
      valeurs["duree-" + forme.rawValue] = minutes == 0 ? "" : "\(minutes)"
    }
    if case .modules(let codes) = epreuve.porteSur {
      valeurs["porte"] = "modules"
      for code in codes { valeurs["module-" + code] = "oui" }
    }
    return SaisieLue(valeurs)
  }

  @HTMLBuilder var corps: some HTML {
    ResumeDesErreurs(de: formes + durees + conditions + [porte])
    Formulaire(
      vers: Chemin.session2(fiche.epreuve.campagne, "epreuves", "\(fiche.epreuve.id)"),
      jeton: jeton,
    ) {
      input(.type("hidden"), .name("version"), .value("\(fiche.epreuve.version)"))
      h3 { "Forme" }
      HTMLList((formes + durees + conditions).map { AnyHTML($0) })
      porte
      HTMLList(modules.map { AnyHTML($0) })
      HTMLList(estPublie ? [motif] : [])
      Boutons(Bouton("Enregistrer la forme", .premier))
    }
  }

  private var formes: [Champ] {
    EpreuveDeSession2.Forme.allCases.enumerated().map { rang, forme in
      Champ(
        "forme-" + forme.rawValue,
        forme.phrase.enPhraseSansPoint,
        .coche(saisie["forme-" + forme.rawValue] == "oui"),
        erreur: rang == 0 ? saisie.fautes["formes"] : nil,
      )
    }
  }

  private var durees: [Champ] {
    EpreuveDeSession2.Forme.allCases.map { forme in
      Champ(
        "duree-" + forme.rawValue,
        forme.titreDeDuree,
        .entier(saisie["duree-" + forme.rawValue]),
        aide: forme.aideDeDuree,
        erreur: saisie.fautes["duree-" + forme.rawValue],
        estFacultatif: true,
      )
    }
  }

  private var conditions: [Champ] {
    [
      Champ(
        "materiel",
        "Matériel autorisé",
        .texte(saisie["materiel"]),
        erreur: saisie.fautes["materiel"],
        estFacultatif: true,
      ),
      Champ(
        "besoins",
        "Besoins de salle",
        .texte(saisie["besoins"]),
        aide: "Une liste, séparée par des virgules : « ordinateurs, vidéoprojecteur ». Le "
          + "calendrier place l’épreuve dans une salle qui a tout.",
        erreur: saisie.fautes["besoins"],
        estFacultatif: true,
      ),
    ]
  }

  /// One that the exam of another UE marks is not to be ticked here.
  private var modules: [Champ] {
    fiche.modules.map { module in
      let estCoche = saisie["module-" + module.code] == "oui"
      let autre = fiche.pris[module.code]
      return Champ(
        "module-" + module.code,
        "\(module.code) \(module.titre)",
        .coche(estCoche),
        aide: autre.map { "L’épreuve de l’\($0.texte) en donne déjà la note." },
        estDesactive: autre != nil && !estCoche,
      )
    }
  }

  private var porte: Champ {
    Champ(
      "porte",
      "La note vaut pour",
      .parmi(
        [
          Choix("ue", "La moyenne de l’UE"),
          Choix("modules", "Les modules cochés ci-dessous"),
        ],
        choisi: saisie["porte"],
      ),
      erreur: saisie.fautes["modules"],
    )
  }

  private var motif: Champ {
    Champ(
      "motif",
      "Motif du changement après publication",
      .texteLong(saisie["motif"], lignes: 2),
      erreur: saisie.fautes["motif"],
    )
  }
}

extension EpreuveDeSession2.Forme {
  fileprivate var titreDeDuree: String {
    switch self {
    case .ecrit: "Écrit : durée en minutes"
    case .oral: "Oral : minutes de chaque passage"
    case .projet: "Projet : minutes de la remise"
    }
  }

  fileprivate var aideDeDuree: String? {
    switch self {
    case .ecrit: "Si l’écrit est coché ; sans le temps majoré, qui s’ajoute."
    case .oral: "Si l’oral est coché ; préparation comprise, sans le temps majoré."
    case .projet: "Vide quand le projet est seulement à remettre."
    }
  }
}

extension SaisieLue {
  /// The duration of each form that is ticked; one written beside no tick is a mistake.
  mutating func durees() -> [EpreuveDeSession2.Forme: Int] {
    var durees: [EpreuveDeSession2.Forme: Int] = [:]
    for forme in EpreuveDeSession2.Forme.allCases {
      let champ = "duree-" + forme.rawValue
      if self["forme-" + forme.rawValue] == "oui" {
        durees[forme] = Int(self[champ]) ?? 0
      } else if !self[champ].isEmpty {
        fautes[champ] = "Cochez « \(forme.phrase) », ou laissez cette durée vide."
      }
    }
    return durees
  }
}
