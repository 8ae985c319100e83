public import Scolarite

/// The students of one year of a BUT, as many as wanted, none of whom exists.
///
/// Each student is drawn apart from the seed and the rank, so that a promotion can be taken in any
/// order, in part, or by several threads. Tests, scales and coefficients belong to the promotion.
public struct PromotionFictive: Sendable {
  public let annee: AnneeUniversitaire
  public let anneeBUT: AnneeBUT
  /// The tests of each module, by canonical code.
  public let evaluations: [String: [EvaluationPrevue]]
  let modele: Modele
  let plan: PlanDAnnee
  let semestres: [PlanDeSemestre]
  /// The years before, the first one first.
  let anterieures: [PlanDAnnee]
  let nombreDeCompetences: Int

  /// A promotion; `nil` when a share is not one, when a curriculum is empty or not of its year, or
  /// when the students would have begun before the year 2000.
  /// - Parameters:
  ///   - modele: the seed, the shares and the level.
  ///   - annee: the university year that the promotion follows.
  ///   - anneeBUT: the year of the BUT.
  ///   - programme: what that year asks.
  ///   - anterieurs: what the earlier years of the BUT asked; without one, nothing is said of it.
  public init?(
    _ modele: Modele,
    annee: AnneeUniversitaire,
    anneeBUT: AnneeBUT,
    programme: Programme,
    anterieurs: [AnneeBUT: Programme] = [:],
  ) {
    let parcours = anterieurs.sorted { $0.key.valeur < $1.key.valeur }
    let ues = parcours.flatMap(\.value.ues) + programme.ues
    let competences = Set(ues.map(\.competence)).sorted()
    let rangs = Dictionary(uniqueKeysWithValues: competences.enumerated().map { ($1, $0) })
    let anterieures = parcours.compactMap { PlanDAnnee($1, $0, competences: rangs) }
    guard modele.estPossible, annee.debut - anneeBUT.valeur >= 2000,
      let plan = PlanDAnnee(programme, anneeBUT, competences: rangs),
      anterieures.count == anterieurs.count,
      anterieurs.keys.allSatisfy({ $0.valeur < anneeBUT.valeur })
    else { return nil }
    self.annee = annee
    self.anneeBUT = anneeBUT
    self.modele = modele
    self.plan = plan
    self.anterieures = anterieures
    nombreDeCompetences = competences.count
    semestres = plan.semestres.map { PlanDeSemestre($0.numero, plan, annee, modele) }
    evaluations = Dictionary(
      semestres.flatMap(\.modules).map { ($0.code, $0.evaluations.map(\.prevue)) },
      uniquingKeysWith: { premieres, _ in premieres },
    )
  }

  /// The student of that rank, from 0; the same whatever other ranks are asked for.
  public func etudiant(_ rang: Int) -> EtudiantFictif {
    precondition(rang >= 0, "ranks start at 0")
    var hasard = Hasard(graine: modele.graine, rang: rang)
    let identifiant = EtatCivil.identifiant(rang)
    let nom = hasard.parmi(EtatCivil.noms)
    let prenom = hasard.parmi(EtatCivil.prenoms)
    let portrait = hasard.portrait(modele, competences: nombreDeCompetences)
    let dossier = Dossier(etudiant: identifiant, annees: annees(portrait, &hasard))
    return EtudiantFictif(identifiant: identifiant, nom: nom, prenom: prenom, dossier: dossier)
  }

  /// The first students.
  public func etudiants(_ nombre: Int) -> [EtudiantFictif] { (0..<nombre).map(etudiant) }
}
