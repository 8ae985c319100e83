internal import Actes
internal import Coffre
internal import Courrier
internal import Documents
internal import Echanges
internal import Epreuves
internal import Files
internal import Glibc
internal import HTTPServer
internal import Registre
internal import Site
internal import Text

/// `delibere servir`: the site on a base, until it is told to stop.
enum ServirLeSite {
  private static let chemin = ["delibere", "servir"]

  static func executer(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let reglages = try ReglagesDeService(saisie, chemin)
    let adresse = try AccesALaBase.entretien(saisie).adresse
    // Before any thread starts, so that none of them takes the signals.
    let signaux = SignauxDArret()
    return try AccesALaBase.tenter {
      if reglages.estUneDemonstration {
        try FaireUneDemonstration.siBesoin(adresse, reglages.horloge, console)
      }
      try AccesALaBase.exigerUneBase(adresse)
      let registre = try RegistreSQL(adresse, lecteurs: 4)
      defer { registre.fermer() }
      try attendre { try await registre.actualiserLesStatistiques() }
      return try servir(reglages, registre, console, signaux)
    }
  }

  private static func servir(
    _ reglages: ReglagesDeService,
    _ registre: RegistreSQL,
    _ console: Console,
    _ signaux: SignauxDArret,
  ) throws -> CodeDeSortie {
    let etablissement = try reglages.etablissement(registre)
    let courrier = try reglages.courrier(etablissement, chemin)
    let serveur = try ouvrir(reglages.http, reglages.horloge)
    var duSite = ReglagesDuSite(
      etablissement: etablissement,
      adresse: reglages.adresse ?? "http://\(reglages.http.address):\(serveur.port)",
    )
    duSite.fournisseurs = reglages.fournisseurs
    duSite.version = Commandes.numeroDeVersion
    let recherches = RecherchesDeCalendriers()
    defer { recherches.arreterTout() }
    duSite.chercheur = recherches
    if reglages.estUneDemonstration {
      duSite.comptesMontres = try FaireUneDemonstration.comptes(registre, etablissement)
    }
    duSite.courrier = courrier.map { courrier in
      ReglagesDeCourrier(
        site: duSite.adresse,
        etablissement: etablissement.nom,
        domaine: courrier.domaine,
        parMinute: courrier.parMinute,
        calme: courrier.calme,
      )
    }
    let bureau = Bureau(registre: registre, horloge: reglages.horloge, formats: FormatsDEchange())
    let secrets = Coffre()
    let site = Site(
      bureau: bureau,
      secrets: secrets,
      feuilles: FeuillesDEchange(),
      imprimerie: Presse(),
      reglages: duSite,
      journal: journal,
    )
    do throws(HTTPServerError) {
      try serveur.start { await site.repondre($0) }
    } catch {
      throw Abandon(code: .fichier, messages: [error.description])
    }
    let boucle = courrier.flatMap { courrier in
      duSite.courrier.map { ecrit in
        let expedition = Expedition(
          bureau,
          Poste(ecrit, secrets),
          courrier.facteur,
          dans: etablissement.id,
        )
        return BoucleDuCourrier(
          expedition,
          courrier.facteur,
          calme: courrier.calme,
          journal: journal,
        ).commencer()
      }
    }
    let sessions2 = BoucleDesSessions2(
      ClotureDesInscriptions(bureau, dans: etablissement.id),
      journal: journal,
    ).commencer()
    console.print(frenchSpacing(accueil(duSite)))
    signaux.attendre()
    boucle?.cancel()
    sessions2.cancel()
    try attendre {
      await serveur.stop()
      await boucle?.value
      await sessions2.value
    }
    return .succes
  }

  /// One line for whoever runs the machine.
  @Sendable
  private static func journal(_ ligne: String) { try? writeStandard(2, ligne + "\n") }

  /// The server, which dates what it receives by the clock of the site.
  private static func ouvrir(_ demandee: HTTPServerConfiguration, _ horloge: Horloge) throws
    -> HTTPServer
  {
    var configuration = demandee
    configuration.clock = { horloge.maintenant().horodatage.millisecondes }
    do throws(HTTPServerError) {
      return try HTTPServer(configuration)
    } catch {
      throw Abandon(
        code: .fichier,
        messages: ["\(error.description). Rien n’est servi ; choisissez un autre --port"],
      )
    }
  }

  private static func accueil(_ reglages: ReglagesDuSite) -> String {
    var texte = "\n« \(reglages.etablissement.nom) » est ouvert : \(reglages.adresse)\n"
    guard !reglages.comptesMontres.isEmpty else { return texte }
    var tableau = TextTable([.init("Identifiant"), .init("Qui", maximumWidth: 70)])
    for compte in reglages.comptesMontres {
      tableau.add([compte.identifiant, compte.description])
    }
    texte += "Mot de passe de tous : \(MotDePasseMontre.texte)\n\n" + tableau.render()
    return texte + "\nCtrl-C pour arrêter.\n"
  }
}

/// The signals that ask for an end, kept for whoever waits for them.
private struct SignauxDArret {
  private var signaux = sigset_t()

  init() {
    unsafe sigemptyset(&signaux)
    unsafe sigaddset(&signaux, SIGTERM)
    unsafe sigaddset(&signaux, SIGINT)
    unsafe pthread_sigmask(SIG_BLOCK, &signaux, nil)
  }

  func attendre() {
    var (signaux, recu) = (signaux, Int32(0))
    unsafe sigwait(&signaux, &recu)
  }
}
