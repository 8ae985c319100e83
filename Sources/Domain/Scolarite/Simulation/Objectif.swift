/// What a student wants to reach in the year.
public enum Objectif: Hashable, Sendable {
  case ue(CodeUE)
  /// The RCUE of a competence, at the level of the year.
  case rcue(competence: Int)
  /// Entry into the next odd semester.
  case passage
  /// Every UE of the year.
  case annee

  /// Whether a state of the year reaches it.
  func estAtteint<M: Motivation>(_ etat: EtatDAnnee<M>) -> Bool {
    switch self {
    case .ue(let code): etat.ues[code]?.acquise ?? false
    case .rcue(let competence):
      etat.rcues.values.contains { $0.cle.competence == competence && $0.valide }
    case .passage: etat.poursuite?.autorisee ?? false
    case .annee: !etat.rcues.isEmpty && etat.rcues.values.allSatisfy(\.valide)
    }
  }

  /// Whether a pass over the year reaches it: the same answer as for its state, at less cost.
  func estAtteint<M: Motivation>(_ passe: Passe<M>) -> Bool {
    switch self {
    case .ue(let code):
      passe.toutes[code]?.acquise == true
        && (passe.deLAnnee.contains(code) || passe.avant[code]?.acquise == false)
    case .rcue(let competence):
      passe.rcues.values.contains { $0.cle.competence == competence && $0.valide }
    case .passage: passe.poursuite?.autorisee ?? false
    case .annee: !passe.rcues.isEmpty && passe.rcues.values.allSatisfy(\.valide)
    }
  }

  /// Whether a proof among the grounds of a state is about it.
  func concerne(_ preuve: Preuve) -> Bool {
    switch self {
    case .ue(let code): preuve.sujet == code.texte && preuve.regle != .ouvertureSession2
    case .rcue(let competence):
      // A decision of the jury names the competence alone.
      preuve.sujet == "C\(competence)" || preuve.sujet.hasPrefix("C\(competence) ")
    case .passage: preuve.sujet.hasPrefix("S")
    case .annee: preuve.sujet.hasPrefix("C")
    }
  }
}

extension EtatDAnnee<AvecPreuve> {
  /// The grounds of what decides of an objective.
  public func preuves(_ objectif: Objectif) -> [Preuve] { traces.filter(objectif.concerne) }
}
