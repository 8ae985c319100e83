/// A setting of the règlement: its name, the values it takes, and what it decides.
public struct Parametre: Sendable {
  /// The name in profile files.
  public let nom: String
  public let type: TypeDeValeur
  /// What it decides, in one French sentence.
  public let enonce: String
  /// The reading (A1 to A42) or the article it comes from.
  public let reference: String
  /// The value where no layer gives one: profiles adopted before the parameter existed have none.
  public let parDefaut: ValeurDeParametre?

  /// The values that a parameter takes.
  public enum TypeDeValeur: Sendable, Equatable {
    /// An exact number from a minimum to a maximum.
    case nombre(de: Decimale, a: Decimale)
    /// The same, or `null` for « none ».
    case nombreOuRien(de: Decimale, a: Decimale)
    case booleen
    /// One of these words.
    case choix([String])
    /// A date, or `null` for « none recorded ».
    case dateOuRien
  }

  private init(
    _ nom: String,
    _ type: TypeDeValeur,
    _ reference: String,
    _ enonce: String,
    parDefaut: ValeurDeParametre? = nil,
  ) {
    self.nom = nom
    self.parDefaut = parDefaut
    self.type = type
    self.reference = reference
    self.enonce = enonce
  }
}

extension Parametre {
  /// Every parameter, in the order of the documentation.
  public static let tous: [Parametre] =
    moyennes + assiduite + demarches + bonifications
    + jury + session2

  /// The parameter of that name.
  public static func nomme(_ nom: String) -> Parametre? { tous.first { $0.nom == nom } }

  private static let moyennes: [Parametre] = [
    Parametre(
      "seuilUE",
      .nombre(de: 0, a: 20),
      "4.3",
      "Moyenne à partir de laquelle une UE est acquise.",
    ),
    Parametre(
      "seuilRCUE",
      .nombre(de: 0, a: 20),
      "4.4",
      "Moyenne à partir de laquelle un regroupement compense ses UE.",
    ),
    Parametre(
      "arrondiAvantComparaison",
      .choix(["aucun", "2", "3"]),
      "A1",
      "Décimales auxquelles une moyenne est arrondie avant d’être comparée.",
    ),
    Parametre(
      "ponderationRCUE",
      .choix(["egale", "ects", "coefficient"]),
      "A2",
      "Poids des UE dans la moyenne de leur regroupement.",
    ),
    Parametre(
      "partRessources",
      .nombreOuRien(de: 40, a: 60),
      "A3",
      "Part des ressources dans l’UE, en pour cent ; rien : les coefficients tels qu’imprimés.",
    ),
    Parametre(
      "moyenneRedoublant",
      .choix(["meilleure", "derniere"]),
      "A36",
      "Moyenne retenue d’une UE non acquise qui a été reprise.",
    ),
  ]

  private static let assiduite: [Parametre] = [
    Parametre(
      "malusActif",
      .booleen,
      "art. 3, A10",
      "Les absences injustifiées coûtent un malus.",
    ),
    Parametre(
      "decisionCFVU",
      .dateOuRien,
      "4.2, A10",
      "Date de la décision de la CFVU qui arrête malus et règle des 30 %.",
    ),
    Parametre(
      "malusParTranche",
      .nombre(de: 0, a: 20),
      "art. 3",
      "Points retirés par tranche d’absence injustifiée.",
    ),
    Parametre("trancheHeures", .nombre(de: 1, a: 100), "art. 3", "Heures d’une tranche."),
    Parametre(
      "borneTranche",
      .choix(["inferieureIncluse", "superieureIncluse"]),
      "A8",
      "Tranche à laquelle appartient la borne : 4 h ouvrent la deuxième, ou ferment la première.",
    ),
    Parametre("plafondMalus", .nombreOuRien(de: 0, a: 20), "A8", "Malus au plus."),
    Parametre(
      "franchiseABI",
      .nombre(de: 0, a: 1000),
      "A9",
      "Heures d’absence injustifiée qui ne comptent pas, par semestre.",
    ),
    Parametre(
      "zeroABI",
      .booleen,
      "art. 3",
      "Une absence injustifiée à une évaluation vaut zéro.",
    ),
    Parametre(
      "article3Alternants",
      .booleen,
      "A23",
      "Malus, zéro et règle des 30 % s’appliquent aussi aux alternants.",
    ),
    Parametre(
      "regle30",
      .choix(["bloque", "signale", "inactive"]),
      "A11",
      "Effet du taux d’absence sur la validation du semestre.",
    ),
    Parametre(
      "seuil30",
      .nombre(de: 1, a: 100),
      "art. 3, A11",
      "Taux d’absence, en pour cent, à partir duquel la règle joue.",
    ),
    Parametre(
      "volumeReference30",
      .choix(["horsProjet", "avecProjet"]),
      "A11",
      "Volume du semestre auquel les absences se rapportent.",
    ),
    Parametre(
      "rattrapageITI",
      .choix(["droit", "neutralise", "zero"]),
      "A12",
      "Ce que devient une évaluation manquée par ITI.",
    ),
    Parametre(
      "joursITI",
      .nombre(de: 0, a: 366),
      "art. 2",
      "Jours d’indisponibilité temporaire ou imprévisible par an.",
    ),
    Parametre(
      "heureLimiteITI",
      .nombre(de: 0, a: 24),
      "art. 2, A31",
      "Heure avant laquelle une ITI se déclare, le jour même.",
    ),
    Parametre("itiAlternants", .booleen, "A23", "Les alternants disposent des jours d’ITI."),
  ]

  private static let demarches: [Parametre] = [
    Parametre(
      "delaiJustificatif",
      .nombre(de: 0, a: 1000),
      "art. 2, A13",
      "Heures dans lesquelles un justificatif est dû.",
      parDefaut: .nombre(48),
    ),
    Parametre(
      "departDelaiJustificatif",
      .choix(["debut", "fin"]),
      "A13",
      "Ce dont part le délai d’un justificatif : le début de l’absence, ou sa fin.",
      parDefaut: .mot("debut"),
    ),
    Parametre(
      "compteDesDelais",
      .choix(["consecutives", "joursOuvres"]),
      "A13",
      "Heures qui comptent dans les délais d’absence : toutes, ou celles du lundi au vendredi.",
      parDefaut: .mot("consecutives"),
    ),
    Parametre(
      "delaiConditions",
      .nombre(de: 0, a: 1000),
      "art. 2, A13",
      "Heures pour remplir les conditions d’une autorisation, sans autre indication.",
      parDefaut: .nombre(48),
    ),
    Parametre(
      "joursCertificat",
      .nombre(de: 1, a: 366),
      "art. 2, A14",
      "Jours à partir desquels un certificat médical justifie de droit.",
      parDefaut: .nombre(3),
    ),
    Parametre(
      "joursPreoccupants",
      .nombre(de: 1, a: 366),
      "art. 2, A42",
      "Jours d’absence sans motif qui rendent une absence préoccupante.",
      parDefaut: .nombre(3),
    ),
    Parametre(
      "fenetrePreoccupante",
      .nombre(de: 1, a: 366),
      "art. 2, A42",
      "Derniers jours dans lesquels ces absences se comptent.",
      parDefaut: .nombre(14),
    ),
  ]

  private static let bonifications: [Parametre] = [
    Parametre("bonusActif", .booleen, "art. 7", "Sport et engagement donnent une bonification."),
    Parametre(
      "assietteSport",
      .choix(["semestrePair", "annee", "rcue"]),
      "A15",
      "Ce que la bonification sportive augmente.",
    ),
    Parametre(
      "assietteEngagement",
      .choix(["annee", "semestrePair"]),
      "A15",
      "Les UE que la bonification d’engagement augmente.",
    ),
    Parametre("plafondSport", .nombre(de: 0, a: 20), "art. 7", "Points de sport au plus."),
    Parametre(
      "plafondParType",
      .nombre(de: 0, a: 20),
      "A17",
      "Points au plus pour un type d’engagement.",
    ),
    Parametre("plafondBonus", .nombre(de: 0, a: 20), "A17", "Points au plus en tout, par UE."),
    Parametre(
      "prorataSport",
      .booleen,
      "A16",
      "Les séances de sport comptent au prorata, au lieu de tout ou rien.",
    ),
    Parametre("seancesBUT1", .nombre(de: 1, a: 100), "art. 7", "Séances de sport en BUT 1."),
    Parametre("seancesBUT2", .nombre(de: 1, a: 100), "art. 7", "Séances de sport en BUT 2."),
    Parametre("seancesBUT3", .nombre(de: 1, a: 100), "art. 7", "Séances de sport en BUT 3."),
  ]

  private static let jury: [Parametre] = [
    Parametre(
      "plancherRCUE",
      .nombre(de: 0, a: 20),
      "4.5",
      "Moyenne de regroupement au-dessous de laquelle le passage est refusé.",
    ),
    Parametre(
      "induiteParJury",
      .booleen,
      "A5",
      "Une UE validée par le jury compte pour valider le niveau inférieur.",
    ),
    Parametre(
      "redoublementsMaximum",
      .nombre(de: 0, a: 12),
      "4.5, A7",
      "Redoublements permis, comptés en semestres.",
    ),
    Parametre(
      "supplementCouvreMemeSemestre",
      .booleen,
      "A7",
      "Le redoublement supplémentaire du directeur peut porter sur un semestre déjà redoublé.",
    ),
  ]

  private static let session2: [Parametre] = [
    Parametre(
      "session2Active",
      .booleen,
      "procédure de session 2",
      "Une session 2 est organisée.",
    ),
    Parametre(
      "critereSession2",
      .choix(["ue", "moyenneSemestrielle"]),
      "A20",
      "Ce qui ouvre la session 2 : l’UE non acquise, ou aussi la moyenne du semestre.",
    ),
    Parametre(
      "modeNoteSession2",
      .choix(["remplacement", "meilleure"]),
      "A21",
      "La note de session 2 remplace celle de session 1, ou la meilleure des deux est gardée.",
    ),
  ]
}
