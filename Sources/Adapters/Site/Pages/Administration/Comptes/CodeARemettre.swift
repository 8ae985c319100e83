internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

extension Visite {
  /// The page that shows a code once, to be handed over or printed: nothing keeps it.
  func codeARemettre(_ utilisateur: Utilisateur, _ code: String, _ expire: Horodatage)
    -> HTTPResponse
  {
    page("Code pour \(utilisateur.nom)", fil: fil(.comptes)) {
      Encart(
        .attention,
        titre: "Ce code ne sera plus montré.",
        "Copiez-le ou imprimez cette page, et remettez-le à cette personne seule.",
      )
      Carte(site.reglages.etablissement.nom) {
        Definitions([
          ("Adresse", Cellule(Element("code", [], site.reglages.adresse + "/code"))),
          ("Code", Cellule(Element("code", [], code))),
          ("Votre identifiant", Cellule(Element("code", [], utilisateur.identifiant))),
          ("Valable jusqu’au", "\(enLettres(expire))"),
        ])
        p {
          "Ouvrez cette adresse, donnez le code et choisissez un mot de passe. Le code ne sert "
            + "qu’une fois ; ensuite, entrez avec votre identifiant et ce mot de passe."
        }
      }
      Boutons(Bouton("C’est fait", .premier, vers: Chemin.compte(utilisateur.id)))
    }
  }
}
