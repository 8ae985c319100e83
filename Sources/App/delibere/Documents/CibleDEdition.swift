internal import Actes

/// What is edited at once: what the documents are drawn from, for whom, and what files are named
/// after.
struct CibleDEdition {
  let nom: String
  let cible: DemandeDeDocuments.Cible
  /// `nil` for all.
  let etudiants: Set<Identifiant<Etudiant>>?
  /// What is named where there is nothing to say yet, so that the others go on; `nil` to refuse.
  var parmiDAutres: String?

  /// Whether it is what one student asked, to which one letter answers.
  var estUneDemande: Bool {
    switch cible {
    case .inscriptionTardive, .consultationDeCopie: true
    case .promotion, .jury, .evaluation, .seance, .annee, .incident, .session2, .sessionBTS,
      .engagement, .commission:
      false
    }
  }
}
