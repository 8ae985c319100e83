internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import QRCode

extension Visite {
  /// The page that puts a second factor, or changes and takes away the one that is there.
  func secondFacteur(
    _ compte: VoirSonCompte.Compte,
    cle: [UInt8],
    refus: RefusDEntree?,
  ) -> HTTPResponse {
    page(
      compte.aUnSecondFacteur ? "Changer le second facteur" : "Ajouter un second facteur",
      fil: [Lien("Mon compte", vers: Chemin.compte)],
      statut: refus?.statut ?? .ok,
    ) {
      if compte.aUnMotDePasse {
        Grille {
          pose(site.portier.secrets.texte(cle: cle), compte, refus)
          if compte.aUnSecondFacteur { retrait }
        }
      } else {
        EtatVide("Pas de mot de passe", Self.sansMotDePasse)
      }
    }
  }

  private func pose(_ cle: String, _ compte: VoirSonCompte.Compte, _ refus: RefusDEntree?)
    -> some HTML
  {
    let adresse = adresseDeCle(cle, compte.utilisateur)
    let champs = [
      Champ(
        "chiffres",
        "Six chiffres que montre l’application",
        .entier(),
        erreur: refus == .secondFacteurFaux
          ? "Ces six chiffres ne sont pas, ou plus, les bons ; vérifiez l’heure du téléphone."
          : nil,
        remplissage: "one-time-code",
      ),
      Champ(
        "mot-de-passe",
        "Votre mot de passe",
        .motDePasse(),
        erreur: Self.fauteDuMotDePasse(refus),
      ),
    ]
    return Carte("Avec une application d’authentification") {
      ResumeDesErreurs(de: champs)
      p { "Lisez ce code avec l’application de votre téléphone, ou recopiez la clé." }
      if let code = QRCode(adresse) { DessinDeCode(code) }
      Definitions([
        ("Clé", Cellule(Element("code", [], cle.parQuatre))),
        ("Adresse", Cellule(Element("code", [], adresse))),
      ])
      if compte.aUnSecondFacteur {
        p { "L’ancienne clé ne servira plus dès que celle-ci sera confirmée." }
      }
      Formulaire(vers: Chemin.secondFacteur, jeton: jeton) {
        input(.type("hidden"), .name("cle"), .value(cle))
        HTMLList(champs)
        Boutons(Bouton("Confirmer", .premier))
      }
    }
  }

  private var retrait: some HTML {
    Carte("Ne plus en avoir") {
      p { "Votre mot de passe suffira de nouveau pour entrer." }
      Formulaire(vers: Chemin.retirerLeSecondFacteur, jeton: jeton) {
        Champ("mot-de-passe", "Votre mot de passe", .motDePasse(), cle: "retrait")
        Boutons(Bouton("Retirer le second facteur", .danger))
      }
    }
  }

  /// What an application reads: the key, whose it is, and where.
  private func adresseDeCle(_ cle: String, _ utilisateur: Utilisateur) -> String {
    let titre = HTTPPath(["Délibéré:" + utilisateur.identifiant])?.description ?? "/"
    let suite = HTTPItems([
      .init(name: "secret", value: cle), .init(name: "issuer", value: "Délibéré"),
    ])
    return "otpauth://totp" + titre + "?" + suite.encoded
  }
}

/// A code for telephones, black on white whatever the colours of the page.
struct DessinDeCode: Composant {
  private let code: QRCode

  init(_ code: QRCode) { self.code = code }

  var corps: some HTML {
    svg(
      .viewBox("0 0 \(code.extent) \(code.extent)"),
      .width(224),
      .height(224),
      .role("img"),
      .aria("label", "Code à lire avec l’application ; la clé qui suit dit la même chose"),
    ) {
      rect(.width("\(code.extent)"), .height("\(code.extent)"), .fill("#fff")) {}
      path(.d(code.path), .fill("#000")) {}
    }
  }
}

extension String {
  /// « ABCD EFGH ».
  fileprivate var parQuatre: String {
    var signes = Substring(self)
    var groupes: [Substring] = []
    while !signes.isEmpty {
      groupes.append(signes.prefix(4))
      signes = signes.dropFirst(4)
    }
    return groupes.joined(separator: " ")
  }
}
