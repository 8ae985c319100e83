/// What an entry is worth in an average.
public enum ValeurDEntree: Hashable, Sendable {
  case compte(Fraction)
  /// Left out, with its coefficient.
  case neutralisee
  /// A result is still awaited.
  case attendue
}

extension Moteur {
  /// Whether article 3 (malus, zero, 30 %) applies to a student (A23).
  func article3(_ statut: Statut) -> Bool {
    statut != .alternant || reglages.actif(.article3Alternants)
  }

  /// What an entry is worth for a student of that status.
  func valeur(_ entree: Entree, _ statut: Statut) -> ValeurDEntree {
    switch entree {
    case .note(let note), .rattrapee(let note): .compte(note.surVingt)
    case .absenceInjustifiee: zeroOuAttente(statut)
    case .nulle: .compte(0)
    case .excuse, .sansRattrapage: .neutralisee
    case .enAttente, .absenceJustifiee, .sansObjet: .attendue
    case .indisponibilite:
      statut == .alternant && !reglages.actif(.itiAlternants) ? zeroOuAttente(statut) : valeurITI
    }
  }

  /// An alternant's missed test goes to the jury, as where no zero is provided for (A23).
  private func zeroOuAttente(_ statut: Statut) -> ValeurDEntree {
    reglages.actif(.zeroABI) && article3(statut) ? .compte(0) : .attendue
  }

  private var valeurITI: ValeurDEntree {
    if reglages.choisit(.rattrapageITI, "droit") { return .attendue }
    return reglages.choisit(.rattrapageITI, "zero") ? .compte(0) : .neutralisee
  }
}
