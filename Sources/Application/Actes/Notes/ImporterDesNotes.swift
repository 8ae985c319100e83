internal import Scolarite

/// Tells what the marks of a sheet would change, without changing it.
public struct PrevoirDesNotes: Question {
  public static let nom = "prevoir-des-notes"
  public let releve: ReleveRapporte

  public init(_ releve: ReleveRapporte) {
    self.releve = releve
  }

  public func executer(_ travail: Travail) throws -> PlanDeNotes {
    try Rapprochement(releve, travail).plan()
  }
}

/// Writes the marks of a sheet: all of them or none.
///
/// Marks where none stood are written together, under one entry with their digest; each mark that
/// takes the place of another has its own entry, with what stood before.
public struct ImporterDesNotes: Acte {
  public static let nom = "importer-des-notes"
  public let releve: ReleveRapporte
  /// Why; required where a published mark changes.
  public let motif: String?

  public init(_ releve: ReleveRapporte, motif: String? = nil) {
    self.releve = releve
    self.motif = motif
  }

  public func executer(_ travail: Travail) throws -> PlanDeNotes {
    let plan = try Rapprochement(releve, travail).plan()
    let nouvelles = Dictionary(grouping: plan.nouvelles) { $0.evaluation.module }
    for (module, lignes) in nouvelles.sorted(by: { $0.key < $1.key }) {
      let promotion = try travail.promotion(releve.promotion)
      let permis = try travail.exiger(.saisirLesNotes, promotion.lieu.module(module))
      _ = try travail.charger(
        lignes.map {
          NoteInscrite(
            evaluation: $0.evaluation.id,
            etudiant: $0.etudiant.id,
            entree: $0.apres,
            version: 1,
          )
        },
        Self.nom,
        permis,
        promotion,
        source: releve.source,
      )
    }
    for ligne in plan.changees {
      _ = try SaisirUneNote(
        evaluation: ligne.evaluation.id,
        etudiant: ligne.etudiant.id,
        entree: ligne.apres,
        version: ligne.avant?.version ?? 0,
        motif: motif,
      ).executer(travail)
    }
    return plan
  }
}

/// Finds the students and tests that a sheet names, and compares its marks with those that stand.
private struct Rapprochement {
  private let releve: ReleveRapporte
  private let travail: Travail
  private let promotion: Promotion
  private let evaluations: [EvaluationDeModule]
  private let etudiants: [Etudiant]
  private var notes: [Identifiant<EvaluationDeModule>: [Identifiant<Etudiant>: NoteInscrite]] = [:]
  /// Who sits each test.
  private var attendus: [Identifiant<EvaluationDeModule>: [Identifiant<Etudiant>: Inscription]] =
    [:]
  private var fautes: [Refus.Faute] = []
  private var vues: Set<Place> = []

  private struct Place: Hashable {
    let evaluation: Identifiant<EvaluationDeModule>
    let etudiant: Identifiant<Etudiant>
  }

  init(_ releve: ReleveRapporte, _ travail: Travail) throws {
    self.releve = releve
    self.travail = travail
    promotion = try travail.promotion(releve.promotion)
    evaluations = try travail.registre.evaluations(promotion.id)
    etudiants = try travail.registre.etudiants(promotion.id)
  }

  /// The plan; refused whole, with every fault, when one mark cannot be taken.
  consuming func plan() throws -> PlanDeNotes {
    var plan = PlanDeNotes()
    for note in releve.notes {
      guard let evaluation = try evaluation(note), let etudiant = etudiant(note) else { continue }
      try rapprocher(note, evaluation, etudiant, &plan)
    }
    guard fautes.isEmpty else { throw Refus.donnees(fautes) }
    return plan
  }

  private mutating func rapprocher(
    _ note: NoteRapportee,
    _ evaluation: EvaluationDeModule,
    _ etudiant: Etudiant,
    _ plan: inout PlanDeNotes,
  ) throws {
    let place = Place(evaluation: evaluation.id, etudiant: etudiant.id)
    guard vues.insert(place).inserted else {
      fautes.append(.init(note.lieu, .enDouble(vu: note.entree.mot)))
      return
    }
    do throws(Refus) {
      try evaluation.verifier(note.entree)
    } catch {
      guard case .donnees(let siennes) = error else { throw error }
      fautes += siennes.map { .init(note.lieu, $0.nature) }
      return
    }
    let ligne = PlanDeNotes.Ligne(
      etudiant: etudiant.nomme,
      evaluation: evaluation,
      avant: notes[evaluation.id]?[etudiant.id],
      apres: note.entree,
      lieu: note.lieu,
    )
    guard let avant = ligne.avant else {
      if attendus[evaluation.id]?[etudiant.id]?.admet(note.entree, evaluation) == true {
        plan.nouvelles.append(ligne)
      } else {
        fautes.append(.init(note.lieu, .horsDesInscrits(vu: note.etudiant.vue)))
      }
      return
    }
    try comparer(ligne, avant, place, &plan)
  }

  /// A mark that stands already, as it is or to be replaced.
  private mutating func comparer(
    _ ligne: PlanDeNotes.Ligne,
    _ avant: NoteInscrite,
    _ place: Place,
    _ plan: inout PlanDeNotes,
  ) throws {
    if avant.entree == ligne.apres {
      plan.identiques += 1
    } else if try peutRemplacer(place) {
      plan.changees.append(ligne)
    } else {
      fautes.append(
        .init(ligne.lieu, .contraire(vu: ligne.apres.mot, enPlace: avant.entree.mot))
      )
    }
  }

  /// A sheet made by the program takes the place of what it showed, not of what came since.
  private func peutRemplacer(_ place: Place) throws -> Bool {
    if releve.remplacer { return true }
    guard let depuis = releve.depuis,
      let signee = try travail.registre.note(place.evaluation, place.etudiant)
    else { return false }
    return signee.entree <= depuis
  }

  // MARK: What the sheet names

  /// The test, with the right to enter its marks; its marks are read when it is first named.
  private mutating func evaluation(_ note: NoteRapportee) throws -> EvaluationDeModule? {
    let (candidates, nom) = candidates(note.evaluation)
    guard let evaluation = candidates.first, candidates.count == 1 else {
      let nature: Refus.Faute.Nature = candidates.isEmpty ? .inconnue(vu: nom) : .enDouble(vu: nom)
      fautes.append(.init(note.lieu, nature))
      return nil
    }
    guard notes[evaluation.id] == nil else { return evaluation }
    _ = try travail.exiger(.saisirLesNotes, promotion.lieu.module(evaluation.module))
    guard !evaluation.verrouillee else { throw Refus.etat(.evaluationVerrouillee) }
    attendus[evaluation.id] = try travail.attendus(evaluation)
    notes[evaluation.id] = Dictionary(
      uniqueKeysWithValues: try travail.registre.notes(evaluation.id).map { ($0.etudiant, $0) }
    )
    return evaluation
  }

  private func candidates(_ reference: NoteRapportee.Reference) -> ([EvaluationDeModule], String) {
    switch reference {
    case .numero(let id): (evaluations.filter { $0.id == id }, id.description)
    case .intitule(let module, let nom):
      (
        evaluations.filter { evaluation in
          evaluation.nom == nom
            && module.map { evaluation.module.uppercased() == $0.uppercased() } ?? true
        },
        [module, nom].compactMap(\.self).joined(separator: " — "),
      )
    }
  }

  private mutating func etudiant(_ note: NoteRapportee) -> Etudiant? {
    let trouves = etudiants.filter { designe(note.etudiant, $0) }
    guard let etudiant = trouves.first, trouves.count == 1 else {
      let vu = note.etudiant.vue
      fautes.append(.init(note.lieu, trouves.isEmpty ? .inconnue(vu: vu) : .enDouble(vu: vu)))
      return nil
    }
    return etudiant
  }

  private func designe(_ designation: NoteRapportee.Designation, _ etudiant: Etudiant) -> Bool {
    if let id = designation.id { return etudiant.id == id }
    guard let identite = etudiant.identite else { return false }
    if let ine = designation.ine { return identite.ine == ine }
    if let nip = designation.nip { return identite.nip == nip }
    guard let nom = designation.nom else { return false }
    let noms = [identite.nomCivil, identite.nomUsuel].map { $0.lowercased() }
    let prenoms = [identite.prenomCivil, identite.prenomUsuel].map { $0.lowercased() }
    return noms.contains(nom.lowercased())
      && designation.prenom.map { prenoms.contains($0.lowercased()) } ?? true
  }
}
