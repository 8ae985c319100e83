internal import Scolarite

/// What a jury sealed for a student, deliberated again.
struct ScelleRejoue {
  let scelle: Scelle
  /// What the rules proposed.
  let proposee: Proposition
  /// What they give with what the jury decided.
  let decidee: Proposition
}

extension Travail {
  /// What a closed jury sealed, in the order of students.
  func rejouer(_ cloture: ClotureDeJury) throws -> [ScelleRejoue] {
    try registre.scelles(cloture.session.id).compactMap { scelle in
      let (dossier, reglement) = try formats.dossier(
        scelle.dossier,
        sous: cloture.reglement,
        anterieurs: cloture.anterieurs,
      )
      guard let proposee = dossier.proposition(reglement) else { return nil }
      guard !scelle.decisions.isEmpty else {
        return ScelleRejoue(scelle: scelle, proposee: proposee, decidee: proposee)
      }
      let projet = ProjetDeDecision(
        jury: scelle.jury,
        etudiant: scelle.etudiant,
        decisions: scelle.decisions,
        version: 1,
      )
      let decidee = dossier.avec(projet, cloture.session).proposition(reglement)
      return ScelleRejoue(scelle: scelle, proposee: proposee, decidee: decidee ?? proposee)
    }
  }
}
