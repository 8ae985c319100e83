internal import Actes
internal import Glibc
internal import HTTPClient
internal import Identites

/// The sign-in services that the command line names.
enum ServicesDIdentite {
  static func lire(_ saisie: Saisie, _ chemin: [String]) throws(Abandon)
    -> [any FournisseurDIdentite]
  {
    var configuration = HTTPClientConfiguration()
    configuration.authorities = saisie.valeur("autorites")
    let client = HTTPClient(configuration)
    var services: [any FournisseurDIdentite] = []
    if let texte = saisie.valeur("cas") {
      var reglages = ReglagesCAS(adresse: try adresse(texte, chemin))
      reglages.attributDuSujet = saisie.valeur("cas-attribut")
      services.append(ServeurCAS(reglages, client: client, horloge: .reelle))
    }
    if let texte = saisie.valeur("openid") {
      guard let identifiant = saisie.valeur("openid-client") else {
        throw .usage("il manque --openid-client", chemin)
      }
      guard let secret = unsafe getenv("DELIBERE_OPENID_SECRET") else {
        throw .usage("il manque DELIBERE_OPENID_SECRET dans l’environnement", chemin)
      }
      var reglages = ReglagesOpenID(
        emetteur: try adresse(texte, chemin),
        client: identifiant,
        secret: unsafe String(cString: secret),
      )
      reglages.sujet = saisie.valeur("openid-donnee") ?? reglages.sujet
      services.append(ServeurOpenID(reglages, client: client, horloge: .reelle))
    }
    return services
  }

  private static func adresse(_ texte: String, _ chemin: [String]) throws(Abandon)
    -> AdresseDeService
  {
    guard let adresse = AdresseDeService(texte) else {
      throw .usage("« \(texte) » n’est pas une adresse https://…", chemin)
    }
    return adresse
  }
}
