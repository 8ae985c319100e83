public import Scolarite

/// The marks of a student in a promotion, module by module, with what the rules make of them.
public struct VoirLesNotesParModule: QuestionGardee {
  public static let nom = "voir-les-notes-par-module"
  public var cle: String { "\(etudiant) \(promotion)" }
  public let etudiant: Identifiant<Etudiant>
  public let promotion: Identifiant<Promotion>

  /// The marks that the person may see.
  public struct Releve: Sendable {
    public let etudiant: Etudiant
    public let promotion: Promotion
    /// In the order of the curriculum; those without test left out.
    public let modules: [ModuleNote]
    /// The year as the rules have it; `nil` where the person sees some modules only, or where no
    /// règlement is in force.
    public let resultat: ResultatDAnnee<SansPreuve>?
    /// Which tests count in the results.
    public let vue: Vue
  }

  /// A module with its tests.
  public struct ModuleNote: Sendable {
    public let module: ModuleEnseigne
    public let epreuves: [Epreuve]
    /// `nil` while something is awaited.
    public let moyenne: Fraction?
  }

  /// A test with what stands there.
  public struct Epreuve: Hashable, Sendable {
    public let evaluation: EvaluationDeModule
    /// `nil` where nothing was entered.
    public let note: NoteSignee?
    /// Who wrote it; `nil` at the console, or where it is not for the person.
    public let auteur: String?
  }

  public init(_ etudiant: Identifiant<Etudiant>, promotion: Identifiant<Promotion>) {
    self.etudiant = etudiant
    self.promotion = promotion
  }

  public func executer(_ travail: Travail) throws -> Releve {
    let promotion = try travail.promotion(promotion)
    let evaluations = try travail.registre.evaluations(promotion.id).filter {
      travail.voit($0, de: etudiant, promotion)
    }
    let entier = travail.peut(.voirLesNotes, promotion.lieu.etudiant(etudiant))
    guard entier || travail.peut(.voirLesNotes, dansUnModuleDe: promotion) else {
      throw Refus.interdit(.voirLesNotes)
    }
    guard let connu = try travail.registre.etudiant(etudiant),
      let inscription = try travail.registre.inscriptions(etudiant: etudiant).first(where: {
        $0.promotion == promotion.id
      })
    else { throw Refus.etat(.etudiantNonInscrit) }
    let vue: Vue = travail.peut(.voirLesNotes, promotion.lieu) ? .interne : .publiee
    return Releve(
      etudiant: connu.nomme,
      promotion: promotion,
      modules: try modules(evaluations, inscription, promotion, travail),
      resultat: entier ? try resultat(promotion, vue, travail) : nil,
      vue: vue,
    )
  }

  private func modules(
    _ evaluations: [EvaluationDeModule],
    _ inscription: Inscription,
    _ promotion: Promotion,
    _ travail: Travail,
  ) throws -> [ModuleNote] {
    let notes = Dictionary(
      try travail.registre.notes(etudiant: etudiant, a: travail.moment.horodatage)
        .map { ($0.note.evaluation, $0) },
      uniquingKeysWith: { _, derniere in derniere },
    )
    let siens = Set(try travail.registre.groupes(etudiant: etudiant))
    let noms = try travail.nomsDesAuteurs(de: promotion)
    let reglages = try travail.reglages(promotion)
    return try travail.modules(promotion).compactMap { module in
      let siennes = evaluations.filter { evaluation in
        evaluation.module == module.code && evaluation.semestre == module.semestre
          && (notes[evaluation.id] != nil || evaluation.groupes.isEmpty
            || evaluation.groupes.contains(where: siens.contains))
      }
      guard !siennes.isEmpty else { return nil }
      let epreuves = siennes.parDate.map { evaluation in
        let note = notes[evaluation.id]
        return Epreuve(
          evaluation: evaluation,
          note: note,
          auteur: note?.auteur.flatMap { noms[$0] },
        )
      }
      let moyenne = reglages.flatMap {
        $0.moyenneDeModule(
          module.code,
          epreuves.map(\.pourLaMoyenne),
          inscription.statut(le: travail.moment.jour),
        )
      }
      return ModuleNote(module: module, epreuves: epreuves, moyenne: moyenne)
    }
  }

  private func resultat(_ promotion: Promotion, _ vue: Vue, _ travail: Travail) throws
    -> ResultatDAnnee<SansPreuve>?
  {
    do {
      let resultats = Deliberation<SansPreuve>.resultats(
        try travail.dossier(etudiant, promotion, vue),
        try travail.reglement(promotion),
      )
      return resultats.annees.last { $0.annee == promotion.annee }
    } catch Refus.etat(.aucunReglement) {
      return nil
    }
  }
}

extension VoirLesNotesParModule.Epreuve {
  /// As the rules take it.
  fileprivate var pourLaMoyenne: Evaluation {
    Evaluation(
      nom: evaluation.nom,
      entree: note?.note.entree ?? .enAttente,
      coefficient: evaluation.coefficient,
    )
  }
}

extension Travail {
  /// Whether the person sees what stands for a student at a test: those not yet published only
  /// where they see all marks of the module.
  fileprivate func voit(
    _ evaluation: EvaluationDeModule,
    de etudiant: Identifiant<Etudiant>,
    _ promotion: Promotion,
  ) -> Bool {
    let lieu = promotion.lieu.module(evaluation.module)
    return peut(.voirLesNotes, evaluation.publiee ? lieu.etudiant(etudiant) : lieu)
  }

  /// The names of those who write marks; none for a student, to whom a mark is that of the module.
  fileprivate func nomsDesAuteurs(de promotion: Promotion) throws
    -> [Identifiant<Utilisateur>: String]
  {
    guard peut(.voirLesNotes, dansUnModuleDe: promotion) else { return [:] }
    return Dictionary(uniqueKeysWithValues: try registre.utilisateurs().map { ($0.id, $0.nom) })
  }

  /// The settings of a promotion; `nil` while no règlement is in force.
  func reglages(_ promotion: Promotion) throws -> Reglages? {
    guard let profil = try registre.profil(promotion.departement, promotion.annee) else {
      return nil
    }
    return try formats.reglages(profil.texte, le: Jour(ouvrant: promotion.annee))
  }
}
