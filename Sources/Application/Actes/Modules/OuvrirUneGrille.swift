public import Scolarite

/// A test as its marks are entered: who sits it, what stands, what deserves a second look.
public struct OuvrirUneGrille: Question {
  public static let nom = "ouvrir-une-grille"
  public let evaluation: Identifiant<EvaluationDeModule>

  /// The test, its students, and what the person may do.
  public struct Grille: Sendable {
    public let module: ModuleEnseigne
    public let suivie: EvaluationSuivie
    public let lignes: [Ligne]
    /// Of the marks of the test, out of 20.
    public let statistiques: Statistiques
    /// Of the averages of the module, of those who have one.
    public let moyennes: Statistiques
    public let groupes: [Groupe]
    public let peutSaisir: Bool
    public let peutGerer: Bool
    public let peutPublier: Bool
    public let peutDeverrouiller: Bool

    public var evaluation: EvaluationDeModule { suivie.evaluation }
  }

  /// A student at the test.
  public struct Ligne: Sendable {
    public let etudiant: Etudiant
    /// The names of the groups.
    public let groupes: [String]
    public let note: NoteInscrite?
    public let doute: Doute?
    /// Whether the student left before the test.
    public let estParti: Bool
  }

  public init(_ evaluation: Identifiant<EvaluationDeModule>) {
    self.evaluation = evaluation
  }

  public func executer(_ travail: Travail) throws -> Grille {
    let releve = try VoirUneEvaluation(evaluation).executer(travail)
    let evaluation = releve.evaluation
    let promotion = try travail.promotion(evaluation.promotion)
    let lieu = promotion.lieu.module(evaluation.module)
    guard
      let module = try travail.modules(promotion).first(where: {
        $0.code == evaluation.module && $0.semestre == evaluation.semestre
      })
    else { throw Refus.etat(.moduleInconnu(evaluation.module)) }
    let statistiques = Statistiques(releve.lignes.compactMap { $0.note?.entree.surVingt })
    let soeurs = try travail.registre.evaluations(promotion.id).filter {
      $0.module == evaluation.module && $0.semestre == evaluation.semestre
    }
    let moyennes = try travail.moyennes(soeurs, promotion)
    return Grille(
      module: module,
      suivie: try travail.suivie(evaluation),
      lignes: try lignes(releve, soeurs, statistiques, promotion, travail),
      statistiques: statistiques,
      moyennes: Statistiques(moyennes.values.compactMap(\.self)),
      groupes: try travail.registre.groupes(promotion.id),
      peutSaisir: travail.peut(.saisirLesNotes, lieu) && !evaluation.verrouillee,
      peutGerer: travail.peut(.gererLesEvaluations, lieu),
      peutPublier: travail.peut(.publier, lieu),
      peutDeverrouiller: travail.peut(.deverrouiller, lieu),
    )
  }

  private func lignes(
    _ releve: VoirUneEvaluation.Releve,
    _ soeurs: [EvaluationDeModule],
    _ statistiques: Statistiques,
    _ promotion: Promotion,
    _ travail: Travail,
  ) throws -> [Ligne] {
    var autres: [Identifiant<Etudiant>: [Fraction]] = [:]
    for soeur in soeurs where soeur.id != releve.evaluation.id {
      for note in try travail.registre.notes(soeur.id) {
        if let valeur = note.entree.surVingt { autres[note.etudiant, default: []].append(valeur) }
      }
    }
    let noms = Dictionary(
      uniqueKeysWithValues: try travail.registre.groupes(promotion.id).map { ($0.id, $0.nom) }
    )
    let groupes = Dictionary(
      grouping: try travail.registre.membres(promotion.id),
      by: \.etudiant,
    ).mapValues { $0.compactMap { noms[$0.groupe] }.sorted() }
    let inscrits = try travail.attendus(releve.evaluation)
    return releve.lignes.map { ligne in
      let id = ligne.etudiant.id
      return Ligne(
        etudiant: ligne.etudiant,
        groupes: groupes[id] ?? [],
        note: ligne.note,
        doute: ligne.note?.entree.surVingt.flatMap {
          statistiques.doute($0, siennes: autres[id] ?? [])
        },
        estParti: inscrits[id].map { !$0.admet(.enAttente, releve.evaluation) } ?? true,
      )
    }
  }
}

extension Entree {
  /// The mark out of 20; `nil` for a word.
  public var surVingt: Fraction? {
    switch self {
    case .note(let note), .rattrapee(let note): note.surVingt
    case .absenceInjustifiee, .excuse, .enAttente, .absenceJustifiee, .sansRattrapage,
      .indisponibilite, .nulle, .sansObjet:
      nil
    }
  }
}
