internal import Fiction
internal import Scolarite
internal import Terrain

/// A promotion of students as odd as can be drawn, deliberated both ways.
struct PromotionDAccord {
  private let terrain: TerrainDAccord
  private let graine: UInt64
  private var dossiers: [Dossier]
  private var propositions: Propositions
  private(set) var bilan = BilanDAccord()

  /// Draws at least one student; the seed and the rank say which.
  init(_ terrain: TerrainDAccord, graine: UInt64, effectif: Int) {
    self.terrain = terrain
    self.graine = graine
    dossiers = (0..<effectif).map { rang in
      var hasard = Hasard(graine: graine, rang: rang)
      return hasard.membre("\(rang)", TerrainDAccord.debut, terrain.programmes)
    }
    let derniere = exige(dossiers.first?.annees.last, "a student of a promotion follows a year")
    var cohorte = Cohorte(
      annee: derniere.annee,
      anneeBUT: derniere.anneeBUT,
      programme: derniere.programme,
      reglement: terrain.reglement,
      disposition: Disposition(dossiers),
    )
    for dossier in dossiers { cohorte.ajouter(dossier) }
    bilan.dossiers = effectif
    bilan.enColonnes = effectif - cohorte.effectifAPart
    propositions = Propositions(cohorte)
  }

  /// Compares every student, then one in twenty again after one entry has changed.
  mutating func comparer() {
    for rang in dossiers.indices { comparer(rang, "") }
    var hasard = Hasard(graine: ~graine)
    for rang in dossiers.indices where hasard.chance(surCent: 5) { changer(rang, &hasard) }
  }

  private mutating func comparer(_ rang: Int, _ circonstance: String) {
    let seule = propositions.cohorte.proposition(seul: dossiers[rang])
    guard let ecart = propositions[rang].ecart(avec: seule) else { return }
    bilan.noter("\(terrain.nom), graine \(graine), rang \(rang)\(circonstance) : \(ecart)")
  }

  private mutating func changer(_ rang: Int, _ hasard: inout Hasard) {
    guard let changement = Changement(dossiers[rang], &hasard) else { return }
    dossiers[rang] = changement.dossier
    let notee = propositions.noter(
      rang,
      changement.semestre,
      module: changement.module,
      evaluation: changement.evaluation.nom,
      changement.evaluation.entree,
    )
    if !notee { propositions.remplacer(rang, par: changement.dossier) }
    bilan.changes += 1
    if notee { bilan.notes += 1 }
    comparer(rang, notee ? ", une note changée" : ", le dossier remplacé")
  }
}

/// One entry of a student, drawn again.
private struct Changement {
  let semestre: NumeroSemestre
  let module: String
  let evaluation: Evaluation
  let dossier: Dossier

  /// `nil` for a student without any mark.
  init?(_ ancien: Dossier, _ hasard: inout Hasard) {
    guard var annee = ancien.annees.last, !annee.semestres.isEmpty else { return nil }
    let rang = hasard.entier(0...(annee.semestres.count - 1))
    let modules = annee.semestres[rang].notes.keys.sorted()
    guard !modules.isEmpty else { return nil }
    let module = hasard.parmi(modules)
    var evaluations = annee.semestres[rang].notes[module] ?? []
    guard !evaluations.isEmpty else { return nil }
    let place = hasard.entier(0...(evaluations.count - 1))
    let ancienne = evaluations[place]
    evaluation = Evaluation(
      nom: ancienne.nom,
      entree: hasard.entree(),
      coefficient: ancienne.coefficient,
    )
    evaluations[place] = evaluation
    annee.semestres[rang].notes[module] = evaluations
    semestre = annee.semestres[rang].numero
    self.module = module
    dossier = Dossier(
      etudiant: ancien.etudiant,
      annees: ancien.annees.dropLast() + [annee],
      redoublement: ancien.redoublement,
    )
  }
}
