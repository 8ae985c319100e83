internal import Scolarite

/// What a dossier holds beside the marks of a year: absences, avis, bonuses, session 2, decisions,
/// and the request to repeat.
struct ProceduresDePromotion {
  let bonus: [Identifiant<Etudiant>: Bonus]
  let sessionsDeux: [Identifiant<Etudiant>: SessionDeux]
  let decisions: [Identifiant<Etudiant>: [DecisionDeJury]]
  let redoublements: [Identifiant<Etudiant>: ProcedureDeRedoublement]
  private let absences: [Identifiant<Etudiant>: AbsencesDEtudiant]
  private let avis: [Identifiant<Etudiant>: [AvisContraire]]

  /// Reads those of a whole promotion, or of one student of it.
  init(
    _ promotion: Promotion,
    _ registre: any Transaction,
    _ vue: Vue,
    seul etudiant: Identifiant<Etudiant>?,
  ) throws {
    sessionsDeux = try SessionDeuxVisible(promotion.id, registre, vue, seul: etudiant).parEtudiant
    guard let etudiant else {
      bonus = try registre.bonusParEtudiant(promotion.id)
      decisions = try registre.decisions(promotion.id)
      absences = try registre.absences(promotion)
      avis = Dictionary(grouping: try registre.avis(promotion: promotion.id), by: \.etudiant)
      redoublements = Dictionary(
        uniqueKeysWithValues: try registre.redoublements(promotion.id).map { ($0.etudiant, $0) }
      )
      return
    }
    bonus = [etudiant: try registre.bonus(etudiant, promotion.id)]
    decisions = [etudiant: try registre.decisions(etudiant, promotion.id)]
    absences = [etudiant: try registre.absences(etudiant, promotion)]
    avis = [etudiant: try registre.avis(etudiant: etudiant, promotion: promotion.id)]
    let sienne = try registre.redoublements(etudiant: etudiant)
      .first { $0.promotion == promotion.id }
    redoublements = sienne.map { [etudiant: $0] } ?? [:]
  }

  /// The semester with the absences and the avis of the student.
  func completer(_ semestre: SemestreSuivi, _ etudiant: Identifiant<Etudiant>) -> SemestreSuivi {
    var semestre = semestre
    semestre.absences = Absences(
      creneaux: absences[etudiant]?.parSemestre[semestre.numero] ?? []
    )
    semestre.avisContraire = avis[etudiant]?.first { $0.semestre == semestre.numero }?.acte
    return semestre
  }
}
