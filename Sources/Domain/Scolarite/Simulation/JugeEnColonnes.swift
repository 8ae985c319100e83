/// Judges an objective under supposed marks, in columns: the answer of the rules, much sooner.
///
/// It serves one search, from one thread.
final class JugeEnColonnes {
  private let cohorte: Cohorte
  private let epreuves: [Cible]
  private var ligne: LigneEnCours

  /// Where the mark of a test goes.
  private struct Cible {
    let objets: [Remplacement.Objet]
    /// The UE in which who sits it is enrolled.
    let inscrites: UInt64
    /// Those that the mark may move.
    let touchees: UInt64
  }

  /// The UE whose descriptor keeps the better of the two sessions.
  private let meilleures: UInt64

  /// `nil` for a year that only the rules themselves can take: decisions, odd scales.
  init?(_ situation: Situation) {
    let annee = situation.annee
    var cohorte = Cohorte(
      annee: annee.annee,
      anneeBUT: annee.anneeBUT,
      programme: annee.programme,
      reglement: situation.reglement,
      disposition: Disposition(entiere: situation.dossier),
    )
    cohorte.ajouter(situation.dossier)
    guard cohorte.effectifAPart == 0 else { return nil }
    var cibles: [Cible] = []
    for epreuve in situation.epreuves {
      guard let cible = Self.cible(epreuve, cohorte.plan) else { return nil }
      cibles.append(cible)
    }
    meilleures =
      situation.terrain == .notes
      ? 0
      : cohorte.plan.masque {
        situation.moteur.reglages.choisit(.modeNoteSession2, "meilleure", ue: $0.code)
      }
    self.cohorte = cohorte
    epreuves = cibles
    ligne = LigneEnCours(cohorte)
  }

  private static func cible(_ epreuve: Epreuve, _ plan: Plan) -> Cible? {
    var objets: [Remplacement.Objet] = []
    var modules = epreuve.modules
    switch epreuve.sujet {
    case .ue(let code):
      guard let rang = plan.ues.firstIndex(where: { $0.ue.code == code }) else { return nil }
      if modules.isEmpty { objets.append(.ue(rang)) }
    case .module(let code): modules.append(code)
    }
    for module in modules {
      let rangs = plan.modules.indices.filter { plan.modules[$0].code == module.canonique }
      guard rangs.count == 1, let rang = rangs.first else { return nil }
      objets.append(.module(rang))
    }
    return Cible(
      objets: objets,
      inscrites: plan.masque { epreuve.ues.contains($0.code) },
      touchees: plan.masque { ue in epreuve.effets.contains { $0.ue == ue.code } },
    )
  }

  /// Whether the objective is reached with those marks; `nil` when a sum does not fit.
  func estAtteint(_ objectif: Objectif, _ notes: [(epreuve: Int, note: Note)]) -> Bool? {
    ligne.remplacements.removeAll(keepingCapacity: true)
    let inscrites = notes.reduce(UInt64(0)) { $0 | epreuves[$1.epreuve].inscrites }
    for (rang, note) in notes {
      guard let valeur = Case.parts(note).map(Int64.init) else { return nil }
      ligne.remplacements += epreuves[rang].objets.map { objet in
        Remplacement(
          objet: objet,
          ues: inscrites & epreuves[rang].touchees,
          meilleures: meilleures,
          valeur: valeur,
        )
      }
    }
    return ligne.deliberer(0, cohorte) ? ligne.atteint(objectif) : nil
  }
}

extension Disposition {
  /// The tests of a dossier, and one for each module of its curriculum that has none.
  fileprivate init(entiere dossier: Dossier) {
    let notees = Disposition([dossier])
    let sansTest = (dossier.annees.last?.programme.ues ?? []).flatMap { ue in
      ue.modules.map { Cle(semestre: ue.semestre, module: $0.code.canonique) }
    }.filter { notees.modules[$0] == nil }
    self.init(
      notees.colonnes
        + sansTest.map {
          Colonne(semestre: $0.semestre, module: $0.module, evaluation: "", coefficient: 1)
        }
    )
  }
}

extension Plan {
  /// The UE of the curriculum that satisfy a condition, as a mask.
  fileprivate func masque(_ condition: (UEDeProgramme) -> Bool) -> UInt64 {
    programme.ues.indices.reduce(0) { masque, rang in
      condition(ues[rang].ue) ? masque | 1 << UInt64(rang) : masque
    }
  }
}

extension LigneEnCours {
  /// Whether the row computed last reaches an objective.
  fileprivate func atteint(_ objectif: Objectif) -> Bool {
    switch objectif {
    case .ue(let code):
      return zip(plan.ues, ues).contains { $0.ue.code == code && $1.acquise && $1.estDeLAnnee }
    case .rcue(let competence):
      return zip(plan.rcues, rcues).contains {
        $0.cle.competence == competence && $1.deLAnnee && $1.valide
      }
    case .passage: return bilan.autorisee ?? false
    case .annee:
      let siennes = rcues.filter(\.deLAnnee)
      return !siennes.isEmpty && siennes.allSatisfy(\.valide)
    }
  }
}
