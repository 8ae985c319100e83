internal import Scolarite

/// What the register holds of one year of one promotion, in columns.
struct FaitsDePromotion {
  let promotion: Promotion
  private let vue: Vue
  let programme: Programme
  let calendrier: AnneeOuverte?
  /// The tests that count, by semester and module.
  let evaluations: [EvaluationDeModule]
  /// Where the tests of each module stand.
  private let modules: [(semestre: NumeroSemestre, module: String, colonnes: Range<Int>)]
  let inscriptions: [Inscription]
  /// The row of each student enrolled.
  private let rangs: [Identifiant<Etudiant>: Int]
  /// The groups of each row.
  private let groupes: [Set<Identifiant<Groupe>>]
  /// Row by row, what stands at each test.
  private let entrees: [Entree?]
  private let procedures: ProceduresDePromotion

  /// Reads a whole promotion, or one student of it.
  init(
    _ promotion: Promotion,
    _ travail: Travail,
    _ vue: Vue,
    seul etudiant: Identifiant<Etudiant>? = nil,
  ) throws {
    let registre = travail.registre
    self.promotion = promotion
    self.vue = vue
    programme = try travail.programme(promotion)
    calendrier = try registre.annee(promotion.annee)
    evaluations = try registre.evaluations(promotion.id)
      .filter { vue != .publiee || $0.publiee }
      .sorted { ($0.semestre, $0.module, $0.id) < ($1.semestre, $1.module, $1.id) }
    modules = Self.modules(evaluations)
    inscriptions =
      try etudiant.map { seul in
        try registre.inscriptions(etudiant: seul).filter { $0.promotion == promotion.id }
      } ?? registre.inscriptions(promotion.id)
    rangs = Dictionary(
      uniqueKeysWithValues: inscriptions.enumerated().map { ($1.etudiant, $0) }
    )
    groupes = try Self.groupes(promotion, registre, rangs)
    let colonnes = Dictionary(uniqueKeysWithValues: evaluations.enumerated().map { ($1.id, $0) })
    entrees = try Self.entrees(promotion, registre, rangs, colonnes, etudiant)
    procedures = try ProceduresDePromotion(promotion, registre, vue, seul: etudiant)
  }

  private static func modules(_ evaluations: [EvaluationDeModule])
    -> [(semestre: NumeroSemestre, module: String, colonnes: Range<Int>)]
  {
    var modules: [(semestre: NumeroSemestre, module: String, colonnes: Range<Int>)] = []
    for (colonne, evaluation) in evaluations.enumerated() {
      if let dernier = modules.last, dernier.semestre == evaluation.semestre,
        dernier.module == evaluation.module
      {
        modules[modules.count - 1].colonnes = dernier.colonnes.lowerBound..<(colonne + 1)
      } else {
        modules.append((evaluation.semestre, evaluation.module, colonne..<(colonne + 1)))
      }
    }
    return modules
  }

  private static func groupes(
    _ promotion: Promotion,
    _ registre: any Transaction,
    _ rangs: [Identifiant<Etudiant>: Int],
  ) throws -> [Set<Identifiant<Groupe>>] {
    var groupes = [Set<Identifiant<Groupe>>](repeating: [], count: rangs.count)
    for (groupe, etudiant) in try registre.membres(promotion.id) {
      if let rang = rangs[etudiant] { groupes[rang].insert(groupe) }
    }
    return groupes
  }

  private static func entrees(
    _ promotion: Promotion,
    _ registre: any Transaction,
    _ rangs: [Identifiant<Etudiant>: Int],
    _ colonnes: [Identifiant<EvaluationDeModule>: Int],
    _ seul: Identifiant<Etudiant>?,
  ) throws -> [Entree?] {
    var entrees = [Entree?](repeating: nil, count: rangs.count * colonnes.count)
    // Marks mostly come test by test.
    var derniere: (evaluation: Identifiant<EvaluationDeModule>, colonne: Int)?
    func poser(_ note: NoteInscrite) {
      if derniere?.evaluation != note.evaluation {
        derniere = colonnes[note.evaluation].map { (note.evaluation, $0) }
      }
      guard let derniere, let rang = rangs[note.etudiant] else { return }
      entrees[rang * colonnes.count + derniere.colonne] = note.entree
    }
    if let seul {
      try registre.notes(etudiant: seul, promotion: promotion.id).forEach(poser)
    } else {
      try registre.notes(promotion: promotion.id, poser)
    }
    return entrees
  }

  /// The year of a student, `nil` when the student is not enrolled there.
  func annee(de etudiant: Identifiant<Etudiant>) -> AnneeSuivie? {
    guard let rang = rangs[etudiant] else { return nil }
    let inscription = inscriptions[rang]
    return AnneeSuivie(
      annee: promotion.annee,
      anneeBUT: promotion.anneeBUT,
      programme: programme,
      semestres: inscription.semestres.map { numero in
        procedures.completer(semestre(numero, rang, inscription), etudiant)
      },
      bonus: procedures.bonus[etudiant] ?? Bonus(),
      session2: procedures.sessionsDeux[etudiant],
      decisions: procedures.decisions[etudiant] ?? [],
    )
  }

  /// What a student asked about repeating, as far as whoever looks may see it.
  func redoublement(de etudiant: Identifiant<Etudiant>) -> DemandeDeRedoublement? {
    procedures.redoublements[etudiant]?.demande(vue)
  }

  private func semestre(_ numero: NumeroSemestre, _ rang: Int, _ inscription: Inscription)
    -> SemestreSuivi
  {
    var notes: [String: [Evaluation]] = [:]
    notes.reserveCapacity(modules.count)
    for (semestre, module, colonnes) in modules where semestre == numero {
      let siennes = colonnes.compactMap { evaluation($0, rang, inscription) }
      if !siennes.isEmpty { notes[module] = siennes }
    }
    return SemestreSuivi(
      numero: numero,
      statut: inscription.statut(le: calendrier.dernierJour(numero, promotion.annee)),
      notes: notes,
    )
  }

  /// A test as it stands for a student, `nil` where it is not for them.
  private func evaluation(_ colonne: Int, _ rang: Int, _ inscription: Inscription) -> Evaluation? {
    let prevue = evaluations[colonne]
    let estCachee = vue == .attendue && !prevue.publiee
    let entree = estCachee ? nil : entrees[rang * evaluations.count + colonne]
    guard entree != nil || concerne(prevue, rang) else { return nil }
    return Evaluation(
      nom: prevue.nom,
      entree: entree ?? inscription.attendu(prevue),
      coefficient: prevue.coefficient,
    )
  }

  private func concerne(_ evaluation: EvaluationDeModule, _ rang: Int) -> Bool {
    evaluation.groupes.isEmpty || evaluation.groupes.contains(where: groupes[rang].contains)
  }

  /// The columns of the tests, as a deliberation of the promotion packs them.
  var disposition: Disposition {
    Disposition(
      evaluations.map {
        .init(
          semestre: $0.semestre,
          module: $0.module,
          evaluation: $0.nom,
          coefficient: $0.coefficient,
        )
      }
    )
  }
}

extension Inscription {
  /// What stands at a test where nothing was entered: awaited, or no longer once the student left.
  fileprivate func attendu(_ evaluation: EvaluationDeModule) -> Entree {
    guard let fin, evaluation.date.map({ $0 > fin.jour }) ?? true else { return .enAttente }
    return .sansObjet("DEM")
  }
}

extension AnneeOuverte? {
  /// The day on which a student's statut counts for a semester: its last one (a change in the
  /// course of a semester holds for the whole of it).
  func dernierJour(_ numero: NumeroSemestre, _ annee: AnneeUniversitaire) -> Jour {
    let periode = self?.periodes.first { $0.nature == .semestre(numero) }
    return periode?.fin ?? self?.fin ?? Jour(cloturant: annee)
  }

  /// The day on which a student's statut counts for what happens on a day: the last one of its
  /// semester; the day itself where no semester of a year of the BUT holds it.
  func jourDuStatut(_ jour: Jour, _ but: AnneeBUT) -> Jour {
    let periode = self?.periodes.first { periode in
      guard case .semestre(let numero) = periode.nature, numero.annee == but else { return false }
      return (periode.debut...periode.fin).contains(jour)
    }
    return periode?.fin ?? jour
  }
}
