internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

extension Visite {
  /// The page where one changes one’s own password.
  func motDePasse(_ compte: VoirSonCompte.Compte, refus: RefusDEntree?) -> HTTPResponse {
    let refuse = Self.fauteDuMotDePasse(refus)
    var nouveau: String?
    if case .motDePasse(let defaut) = refus { nouveau = "Le mot de passe \(defaut.phrase)." }
    let champs = [
      Champ("ancien", "Mot de passe actuel", .motDePasse(), erreur: refuse),
      Champ(
        "nouveau",
        "Nouveau mot de passe",
        .motDePasse(estNouveau: true),
        aide: "\(MotDePasse.minimum) signes au moins ; une phrase se retient bien.",
        erreur: nouveau,
      ),
      Champ("encore", "Encore une fois", .motDePasse(estNouveau: true)),
    ]
    return page(
      "Changer de mot de passe",
      fil: [Lien("Mon compte", vers: Chemin.compte)],
      statut: refus?.statut ?? .ok,
    ) {
      div(.class("etroit")) {
        if compte.aUnMotDePasse {
          Carte("Mot de passe") {
            ResumeDesErreurs(de: champs)
            Formulaire(vers: Chemin.changerDeMotDePasse, jeton: jeton) {
              HTMLList(champs)
              Boutons(Bouton("Changer", .premier))
            }
          }
        } else {
          EtatVide("Pas de mot de passe", Self.sansMotDePasse)
        }
      }
    }
  }

  /// What is wrong with the password that was asked for again.
  static func fauteDuMotDePasse(_ refus: RefusDEntree?) -> String? {
    switch refus {
    case .nonReconnu: "Ce n’est pas votre mot de passe actuel : rien n’a été changé."
    case .bloque(let minutes): "Trop d’essais : attendez \(minutes) min, puis recommencez."
    case .affluence: RefusDEntree.affluence.phrase
    case nil, .secondFacteurAttendu, .secondFacteurFaux, .codeInvalide, .motDePasse, .inconnuIci,
      .motDePasseChoisi:
      nil
    }
  }
}
