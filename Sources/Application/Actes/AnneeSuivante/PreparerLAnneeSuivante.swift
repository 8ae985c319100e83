public import Scolarite

/// Where the students of a promotion go after its year, and the promotions that could take them.
public struct PreparerLAnneeSuivante: Question {
  public static let nom = "preparer-l-annee-suivante"
  public let promotion: Identifiant<Promotion>

  public init(_ promotion: Identifiant<Promotion>) {
    self.promotion = promotion
  }

  public func executer(_ travail: Travail) throws -> PlanDAnneeSuivante {
    let promotion = try travail.promotion(promotion)
    _ = try travail.exiger(.voirLesDecisions, promotion.lieu)
    return try travail.planDAnneeSuivante(promotion)
  }
}

/// What the next year would be, as the decisions and the choices stand.
public struct PlanDAnneeSuivante: Hashable, Sendable {
  public let promotion: Promotion
  /// The year that would be made; `nil` past the last that can be told.
  public let annee: AnneeUniversitaire?
  /// Whether a year-end jury of the promotion was closed.
  public let juryClos: Bool
  /// In the order of names.
  public let lignes: [Ligne]
  /// The years of the BUT to which students go, with the promotions that could take them.
  public let cibles: [Cible]
  /// What was made already, the first to the last, with what was written on it since.
  public let faites: [Faite]
  /// The digest of where each student goes: what is made must be what was previewed.
  public let empreinte: String
  public let peutFaire: Bool

  /// A student.
  public struct Ligne: Hashable, Sendable {
    public let etudiant: Etudiant
    public let statut: Statut
    /// What follows from the decisions.
    public let suite: Suite
    /// What somebody chose instead.
    public let choix: SuiteChoisie?
    /// Where the student is enrolled in that year already.
    public let deja: Promotion?
    let groupes: [Identifiant<Groupe>]

    /// Where the student goes.
    public var destination: Suite.Destination { choix?.destination ?? suite.destination }
  }

  /// A year of the BUT that students would enter.
  public struct Cible: Hashable, Sendable {
    public let anneeBUT: AnneeBUT
    /// How many are to be enrolled.
    public let effectif: Int
    public let promotions: [Promotion]
    /// The curricula of that year, the last version first.
    public let maquettes: [MaquetteDeposee]
  }

  /// What was made at once, and what prevents its undoing.
  public struct Faite: Hashable, Sendable {
    public let annee: AnneeSuivante
    /// In French; none where it can be undone.
    public let obstacles: [String]
  }

  /// Those who remain to be enrolled.
  public var aInscrire: [Ligne] {
    lignes.filter { $0.deja == nil && !$0.destination.semestres.isEmpty }
  }
}

extension Travail {
  func planDAnneeSuivante(_ promotion: Promotion) throws -> PlanDAnneeSuivante {
    let annee = AnneeUniversitaire(debut: promotion.annee.debut + 1)
    let juryClos = try registre.jurys(promotion.id).contains { $0.close && $0.nature == .annee }
    let lignes = try lignes(promotion, annee)
    let peutFaire = peut(.gererLesEtudiants, promotion.lieu) && annee != nil
    var plan = PlanDAnneeSuivante(
      promotion: promotion,
      annee: annee,
      juryClos: juryClos,
      lignes: lignes,
      cibles: [],
      faites: try faites(promotion),
      empreinte: registre.empreinte(Faits(lignes.map(\.champ))),
      peutFaire: peutFaire,
    )
    plan = plan.avec(cibles: try cibles(plan))
    return plan
  }

  private func lignes(_ promotion: Promotion, _ annee: AnneeUniversitaire?) throws
    -> [PlanDAnneeSuivante.Ligne]
  {
    let suites = try SuitesDePromotion(promotion, self)
    let choix = Dictionary(
      uniqueKeysWithValues: try registre.suitesChoisies(promotion.id).map { ($0.etudiant, $0) }
    )
    let places = try annee.map { try registre.inscrits(en: $0) } ?? [:]
    let promotions = Dictionary(
      uniqueKeysWithValues: try registre.promotions().map { ($0.id, $0) }
    )
    let groupes = Dictionary(grouping: try registre.membres(promotion.id), by: \.etudiant)
    let personnes = Dictionary(
      uniqueKeysWithValues: try registre.etudiants(promotion.id)
        .filter { $0.identite != nil }.map { ($0.id, $0.nomme) }
    )
    let lignes = try registre.inscriptions(promotion.id).compactMap { inscription in
      try personnes[inscription.etudiant].map { personne in
        PlanDAnneeSuivante.Ligne(
          etudiant: personne,
          statut: inscription.statuts.last?.statut ?? .initial,
          suite: try suites.suite(inscription),
          choix: choix[personne.id],
          deja: places[personne.id].flatMap { promotions[$0] },
          groupes: (groupes[personne.id] ?? []).map(\.groupe).sorted(),
        )
      }
    }
    return lignes.parNom(\.etudiant)
  }

  private func faites(_ promotion: Promotion) throws -> [PlanDAnneeSuivante.Faite] {
    try registre.anneesSuivantes(promotion.id).map { annee in
      PlanDAnneeSuivante.Faite(
        annee: annee,
        obstacles: try registre.ecrits(sur: annee).map { $0.ecrit.phrase($0.nombre) },
      )
    }
  }

  private func cibles(_ plan: PlanDAnneeSuivante) throws -> [PlanDAnneeSuivante.Cible] {
    guard let annee = plan.annee else { return [] }
    let parAnnee = Dictionary(
      grouping: plan.aInscrire.compactMap(\.destination.anneeBUT),
      by: \.valeur,
    )
    let promotions = try registre.promotions().filter {
      $0.formation == plan.promotion.formation && $0.annee == annee
    }
    return try parAnnee.sorted { $0.key > $1.key }.compactMap { valeur, siens in
      try AnneeBUT(valeur).map { but in
        PlanDAnneeSuivante.Cible(
          anneeBUT: but,
          effectif: siens.count,
          promotions: promotions.filter { $0.anneeBUT == but },
          maquettes: try registre.maquettes(plan.promotion.formation, annee, but).reversed(),
        )
      }
    }
  }
}

extension PlanDAnneeSuivante {
  fileprivate func avec(cibles: [Cible]) -> PlanDAnneeSuivante {
    PlanDAnneeSuivante(
      promotion: promotion,
      annee: annee,
      juryClos: juryClos,
      lignes: lignes,
      cibles: cibles,
      faites: faites,
      empreinte: empreinte,
      peutFaire: peutFaire,
    )
  }
}

extension PlanDAnneeSuivante.Ligne {
  /// The student and where they go.
  fileprivate var champ: Faits.Champ {
    .init("\(etudiant.id)", .texte("\(destination.mot) \(deja == nil ? "" : "déjà")"))
  }
}

extension Suite.Destination {
  /// « passe en S3 et S4 », as the journal keeps it.
  var mot: String {
    let noms = semestres.map { "S\($0.valeur)" }.joined(separator: " et ")
    return switch self {
    case .passe: "passe en \(noms)"
    case .redouble: "redouble \(noms)"
    case .quitte: "quitte"
    case .indecis: "indécis"
    }
  }
}
