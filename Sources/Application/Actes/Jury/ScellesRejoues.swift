internal import Scolarite

/// What a jury sealed for a student, deliberated again.
struct ScelleRejoue {
  let scelle: Scelle
  let dossier: Dossier
  let reglement: Reglement
  /// What the rules proposed.
  let proposee: Proposition
  /// The dossier with what the jury decided.
  let decide: Dossier
  /// What the rules give with it.
  let decidee: Proposition
}

extension Travail {
  /// What a closed jury sealed, in the order of students: all of them, or some.
  func rejouer(_ cloture: ClotureDeJury, seuls: Set<Identifiant<Etudiant>>? = nil) throws
    -> [ScelleRejoue]
  {
    let scelles = try scelles(cloture.session.id, seuls)
    let lus = try formats.dossiers(
      scelles.map(\.dossier),
      sous: cloture.reglement,
      anterieurs: cloture.anterieurs,
    )
    return zip(scelles, lus).compactMap { scelle, lu in
      guard let proposee = lu.dossier.proposition(lu.reglement) else { return nil }
      let decide = lu.dossier.avec(scelle.projet, cloture.session)
      return ScelleRejoue(
        scelle: scelle,
        dossier: lu.dossier,
        reglement: lu.reglement,
        proposee: proposee,
        decide: decide,
        decidee: scelle.decisions.isEmpty
          ? proposee : decide.proposition(lu.reglement) ?? proposee,
      )
    }
  }
}

extension Travail {
  private func scelles(
    _ jury: Identifiant<SessionDeJury>,
    _ seuls: Set<Identifiant<Etudiant>>?,
  ) throws -> [Scelle] {
    guard let seuls else { return try registre.scelles(jury) }
    return try seuls.sorted().compactMap { try registre.scelle(jury, $0) }
  }
}

extension Scelle {
  /// What the jury had decided, as it was about to.
  fileprivate var projet: ProjetDeDecision {
    ProjetDeDecision(jury: jury, etudiant: etudiant, decisions: decisions, version: 1)
  }
}
