internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

extension Visite {
  /// The sign-in page.
  func pageDeConnexion(_ saisi: PagesDEntree.Saisi, _ statut: HTTPStatus = .ok) -> HTTPResponse {
    let attend = saisi.refus == .secondFacteurAttendu || saisi.refus == .secondFacteurFaux
    let avis = saisi.refus.map { refus in
      [Avis(refus == .secondFacteurAttendu ? .information : .erreur, refus.phrase)]
    }
    return page("Connexion", avis: avis ?? [], statut: statut) {
      div(.class("etroit")) {
        Carte(site.reglages.etablissement.nom) {
          Formulaire(vers: "/connexion", jeton: jeton) {
            input(.type("hidden"), .name("suite"), .value(saisi.suite))
            Champ(
              "identifiant",
              "Identifiant",
              .texte(saisi.identifiant),
              remplissage: "username",
            )
            Champ("mot-de-passe", "Mot de passe", .motDePasse())
            if attend {
              Champ(
                "second-facteur",
                "Code de l’application",
                .entier(),
                aide: "Six chiffres ; ressaisissez aussi votre mot de passe.",
                remplissage: "one-time-code",
              )
            }
            Boutons(Bouton("Se connecter", .premier))
          }
          p { Lien("Mot de passe oublié ?", vers: "/mot-de-passe-oublie") }
          p { Lien("J’ai un code", vers: "/code") }
        }
        if !site.reglages.fournisseurs.isEmpty { universites }
        if !site.reglages.comptesMontres.isEmpty { demonstration }
      }
    }
  }

  private var universites: some HTML {
    Carte("Par l’université") {
      for fournisseur in site.reglages.fournisseurs {
        if let adresse = SafeURL("/universite/" + fournisseur.code) {
          // A link: a form may not lead to another site (form-action).
          p { Bouton(fournisseur.nom, vers: adresse) }
        }
      }
    }
  }

  private var demonstration: some HTML {
    Carte("Démonstration") {
      p {
        "Personnes fictives. Mot de passe de tous : "
        Element("code", [], MotDePasseMontre.texte)
      }
      Tableau(
        "Comptes de la démonstration",
        colonnes: [.init("Identifiant"), .init("Qui")],
        lignes: site.reglages.comptesMontres.map {
          .init(["\($0.identifiant)", "\($0.description)"])
        },
      )
    }
  }

  /// The page where a code chooses a password.
  func pageDeCode(code: String, refus: RefusDEntree?, _ statut: HTTPStatus = .ok) -> HTTPResponse {
    var (fauteDuCode, fauteDuMot): (String?, String?)
    var avis: [Avis] = []
    switch refus {
    case .codeInvalide: fauteDuCode = RefusDEntree.codeInvalide.phrase
    case .motDePasse(let defaut): fauteDuMot = "Le mot de passe \(defaut.phrase)."
    case .some(let autre): avis = [Avis(.erreur, autre.phrase)]
    case nil: break
    }
    let champs = [
      Champ(
        "code",
        "Code",
        .texte(code),
        aide: "Seize signes, en quatre groupes.",
        erreur: fauteDuCode,
      ),
      Champ(
        "mot-de-passe",
        "Nouveau mot de passe",
        .motDePasse(estNouveau: true),
        aide: "\(MotDePasse.minimum) signes au moins ; une phrase se retient bien.",
        erreur: fauteDuMot,
      ),
      Champ("encore", "Encore une fois", .motDePasse(estNouveau: true)),
    ]
    return page(
      "Choisir un mot de passe",
      fil: [Lien("Connexion", vers: "/connexion")],
      avis: avis,
      statut: statut,
    ) {
      div(.class("etroit")) {
        Carte("Avec le code que vous avez reçu") {
          ResumeDesErreurs(de: champs)
          Formulaire(vers: "/code", jeton: jeton) {
            HTMLList(champs)
            Boutons(Bouton("Choisir et entrer", .premier))
          }
        }
      }
    }
  }
}

/// The password of the accounts of a demonstration.
public enum MotDePasseMontre {
  public static let texte = "trois petits chats"
}
