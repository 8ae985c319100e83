internal import Actes
internal import HTML
internal import Habillage

extension ObjetNomme {
  /// The name, which leads to the thing where the person may open it.
  @HTMLBuilder var lien: some HTML {
    if let adresse { Lien(phrase, vers: adresse) } else { Typographie.phrase(phrase) }
  }

  private var adresse: SafeURL? {
    switch cible {
    case .etudiant(let id): Chemin.etudiant(id)
    case .evaluation(let id): Chemin.evaluation(id)
    case .note(let evaluation, let etudiant): Chemin.evaluation(evaluation, "notes", "\(etudiant)")
    case .promotion(let id): Chemin.promotion(id)
    case .utilisateur(let id): Chemin.compte(id)
    case nil: nil
    }
  }
}
