public import Scolarite

/// Plans a test of a module.
public struct CreerUneEvaluation: Acte {
  public static let nom = "creer-une-evaluation"
  public let promotion: Identifiant<Promotion>
  public let semestre: NumeroSemestre
  /// The canonical code of the module.
  public let module: String
  public let intitule: String
  public let nature: NatureDEvaluation
  public let date: Jour?
  public let coefficient: Decimale
  public let bareme: Decimale
  public let groupes: [Identifiant<Groupe>]

  public init(
    promotion: Identifiant<Promotion>,
    semestre: NumeroSemestre,
    module: String,
    intitule: String,
    nature: NatureDEvaluation = .nonPrecisee,
    date: Jour?,
    coefficient: Decimale = 1,
    bareme: Decimale = 20,
    groupes: [Identifiant<Groupe>] = [],
  ) {
    self.promotion = promotion
    self.semestre = semestre
    self.module = module
    self.intitule = intitule
    self.nature = nature
    self.date = date
    self.coefficient = coefficient
    self.bareme = bareme
    self.groupes = groupes
  }

  public func executer(_ travail: Travail) throws -> EvaluationDeModule {
    let promotion = try travail.promotion(promotion)
    let permis = try travail.exiger(.gererLesEvaluations, promotion.lieu.module(module))
    guard try travail.programme(promotion).contient(module, semestre) else {
      throw Refus.etat(.moduleInconnu(module))
    }
    let evaluation = EvaluationDeModule(
      id: try travail.registre.nouvelIdentifiant(),
      promotion: promotion.id,
      semestre: semestre,
      module: module,
      nom: intitule,
      nature: nature,
      date: date,
      coefficient: coefficient,
      bareme: bareme,
      groupes: Set(groupes).sorted(),
      publiee: false,
      verrouillee: false,
      version: 1,
    )
    try travail.verifier(evaluation, promotion)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.evaluation, evaluation.id),
      apres: evaluation.faits,
    )
    try travail.registre.ajouter([evaluation], ecriture)
    return evaluation
  }
}

/// Changes what is planned of a test: name, kind, date, coefficient, scale, groups.
public struct ModifierUneEvaluation: Acte {
  public static let nom = "modifier-une-evaluation"
  /// As it is to be, at the version that was read.
  public let evaluation: EvaluationDeModule
  /// Why; required once the evaluation is published.
  public let motif: String?

  public init(_ evaluation: EvaluationDeModule, motif: String? = nil) {
    self.evaluation = evaluation
    self.motif = motif
  }

  public func executer(_ travail: Travail) throws {
    let avant = try travail.evaluation(evaluation.id)
    let promotion = try travail.promotion(avant.promotion)
    let permis = try travail.exiger(.gererLesEvaluations, promotion.lieu.module(avant.module))
    guard !avant.verrouillee else { throw Refus.etat(.evaluationVerrouillee) }
    if avant.publiee, motif ?? "" == "" { throw Refus.etat(.motifManquant) }
    var apres = avant
    apres.nom = evaluation.nom
    apres.nature = evaluation.nature
    apres.date = evaluation.date
    apres.coefficient = evaluation.coefficient
    apres.bareme = evaluation.bareme
    apres.groupes = Set(evaluation.groupes).sorted()
    apres.version = evaluation.version
    try travail.verifier(apres, promotion)
    if apres.bareme != avant.bareme {
      let notees = try travail.registre.notes(avant.id).count
      guard notees == 0 else { throw Refus.etat(.evaluationNotee(notees)) }
    }
    try travail.remplacer(avant, apres, Self.nom, permis, motif: motif)
  }
}

/// Takes away a test that has no marks, and to which no slot nor incident refers.
public struct SupprimerUneEvaluation: Acte {
  public static let nom = "supprimer-une-evaluation"
  public let evaluation: Identifiant<EvaluationDeModule>

  public init(_ evaluation: Identifiant<EvaluationDeModule>) {
    self.evaluation = evaluation
  }

  public func executer(_ travail: Travail) throws {
    let avant = try travail.evaluation(evaluation)
    let permis = try travail.exiger(.gererLesEvaluations, travail.lieu(de: avant))
    guard !avant.verrouillee else { throw Refus.etat(.evaluationVerrouillee) }
    let notees = try travail.registre.notes(avant.id).count
    guard notees == 0 else { throw Refus.etat(.evaluationNotee(notees)) }
    let (seances, incidents) = try travail.registre.citations(avant.id)
    guard seances == 0, incidents == 0 else {
      throw Refus.etat(.evaluationCitee(seances: seances, incidents: incidents))
    }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.evaluation, avant.id),
      avant: avant.faits,
    )
    try travail.registre.supprimer(avant.id, ecriture)
  }
}

/// Shows a test to the students, or takes it back.
public struct PublierUneEvaluation: Acte {
  public static let nom = "publier-une-evaluation"
  public let evaluation: Identifiant<EvaluationDeModule>
  public let publiee: Bool

  public init(_ evaluation: Identifiant<EvaluationDeModule>, publiee: Bool = true) {
    self.evaluation = evaluation
    self.publiee = publiee
  }

  public func executer(_ travail: Travail) throws {
    let avant = try travail.evaluation(evaluation)
    let permis = try travail.exiger(.publier, travail.lieu(de: avant))
    guard avant.publiee != publiee else {
      throw Refus.etat(publiee ? .evaluationDejaPubliee : .evaluationNonPubliee)
    }
    guard publiee || !avant.verrouillee else { throw Refus.etat(.evaluationVerrouillee) }
    var apres = avant
    apres.publiee = publiee
    try travail.remplacer(avant, apres, Self.nom, permis)
  }
}

/// Closes the marks of a test, or opens them again.
public struct VerrouillerUneEvaluation: Acte {
  public static let nom = "verrouiller-une-evaluation"
  public let evaluation: Identifiant<EvaluationDeModule>
  public let verrouillee: Bool
  /// Why; required to open again.
  public let motif: String?

  public init(
    _ evaluation: Identifiant<EvaluationDeModule>,
    verrouillee: Bool = true,
    motif: String? = nil,
  ) {
    self.evaluation = evaluation
    self.verrouillee = verrouillee
    self.motif = motif
  }

  public func executer(_ travail: Travail) throws {
    let avant = try travail.evaluation(evaluation)
    let droit: Droit = verrouillee ? .gererLesEvaluations : .deverrouiller
    let permis = try travail.exiger(droit, travail.lieu(de: avant))
    if !verrouillee, motif ?? "" == "" { throw Refus.etat(.motifManquant) }
    guard avant.verrouillee != verrouillee else { return }
    var apres = avant
    apres.verrouillee = verrouillee
    try travail.remplacer(avant, apres, Self.nom, permis, motif: motif)
  }
}

extension Travail {
  /// The curriculum of a promotion, as results depend on it.
  public func programme(_ promotion: Promotion) throws -> Programme {
    guard let maquette = try registre.maquette(promotion.maquette) else {
      throw Refus.inconnu(.maquette)
    }
    return try formats.programme(maquette.texte)
  }

  fileprivate func remplacer(
    _ avant: EvaluationDeModule,
    _ apres: EvaluationDeModule,
    _ acte: String,
    _ permis: Permis,
    motif: String? = nil,
  ) throws {
    let objet = Objet(.evaluation, avant.id)
    let ecriture = try inscrire(
      acte,
      permis,
      objet,
      avant: avant.faits,
      apres: apres.faits,
      motif: motif,
    )
    guard try registre.remplacer(apres, ecriture) else {
      throw try conflit(objet, avant.faits, apres.faits, avant.version)
    }
  }

  fileprivate func verifier(_ evaluation: EvaluationDeModule, _ promotion: Promotion) throws {
    try nommer([("nom", evaluation.nom)])
    try borner("coefficient", evaluation.coefficient, 0...EvaluationDeModule.coefficientMaximal)
    try borner("barème", evaluation.bareme, EvaluationDeModule.baremes)
    let siens = Set(try registre.groupes(promotion.id).map(\.id))
    guard siens.isSuperset(of: evaluation.groupes) else { throw Refus.inconnu(.groupe) }
    let prise = try registre.evaluations(promotion.id).contains { autre in
      autre.id != evaluation.id && autre.semestre == evaluation.semestre
        && autre.module == evaluation.module && autre.nom == evaluation.nom
    }
    guard !prise else { throw Refus.etat(.nomDejaPris(evaluation.nom)) }
  }

  private func borner(_ champ: String, _ valeur: Decimale, _ bornes: ClosedRange<Decimale>)
    throws(Refus)
  {
    guard !bornes.contains(valeur) else { return }
    let phrase = "de \(bornes.lowerBound) à \(bornes.upperBound)"
    throw .donnees([.init(champ, .horsBornes(vu: "\(valeur)", bornes: phrase))])
  }
}

extension EvaluationDeModule {
  /// On how many points a test may be marked.
  public static let baremes: ClosedRange<Decimale> = 1...1000

  /// The weight that a test has at most.
  public static let coefficientMaximal: Decimale = 1000
}

extension EvaluationDeModule {
  fileprivate var faits: Faits {
    [
      "module": .texte(module), "semestre": .entier(Int64(semestre.valeur)), "nom": .texte(nom),
      "nature": .texte(nature.rawValue),
      "date": Faits.Valeur(date), "coefficient": .nombre(coefficient), "bareme": .nombre(bareme),
      "groupes": .liste(groupes.map { Faits.Valeur($0) }), "publiee": .verdict(publiee),
      "verrouillee": .verdict(verrouillee),
    ]
  }
}
