internal import Actes
internal import Courrier
internal import Mail
internal import Text

/// `delibere courrier`: a message to try, the state of the queue.
enum GererLeCourrier {
  static func essayer(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let chemin = ["delibere", "courrier", "essayer"]
    let adresse = try ReglagesDuCourrier.adresse(saisie.arguments[0], chemin)
    guard let reglages = try ReglagesDuCourrier.lire(saisie, chemin, nom: "Délibéré") else {
      throw .usage("il manque --smtp", chemin)
    }
    let lettre = lettre(adresse, reglages.domaine)
    let remise = try AccesALaBase.tenter {
      try attendre { await reglages.facteur.remettre(lettre) }
    }
    switch remise {
    case .remise(let code):
      console.print(frenchSpacing("Le serveur a pris le message (réponse \(code)).\n"))
      return .succes
    case .refusee(_, let raison):
      throw Abandon(code: .refus, messages: ["le serveur refuse ce message : \(raison)"])
    case .plusTard(_, let raison, _):
      throw Abandon(
        code: .refus,
        messages: [
          "le message n’est pas parti : \(raison). Vérifiez les options, puis recommencez"
        ],
      )
    case .interrompue: throw Abandon(code: .refus, messages: ["l’essai a été interrompu"])
    }
  }

  private static func lettre(_ adresse: MailAddress, _ domaine: String) -> Lettre {
    let moment = Horloge.reelle.maintenant()
    return Lettre(
      reference:
        "essai-\(moment.horodatage.millisecondes)-\(Int.random(in: 0..<1_000_000))@\(domaine)",
      adresse: adresse.text,
      nom: "",
      objet: "Essai du courrier de Délibéré",
      texte: "Ce message vérifie que le courrier de Délibéré part.\n\nVous le lisez : il arrive.\n",
      ecrite: moment,
      desinscription: nil,
    )
  }

  static func etat(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let etat = try Guichet.ouvrir(saisie) { try $0.demander(VoirLeCourrier()) }
    var tableau = TextTable([.init("Messages"), .init("Nombre")])
    for (nom, un) in [
      ("en attente", EtatDeCourrier.enAttente), ("envoyés", .envoye), ("refusés", .refuse),
      ("abandonnés", .abandonne),
    ] {
      tableau.add([nom, "\(etat.comptes[un] ?? 0)"])
    }
    console.print(tableau.render())
    let derniers = (etat.echecs + etat.attentes).prefix(10)
    guard !derniers.isEmpty else { return .succes }
    var echecs = TextTable([
      .init("Derniers échecs, par compte"), .init("Réponse", maximumWidth: 50), .init("Essais"),
    ])
    for un in derniers {
      echecs.add([un.utilisateur.identifiant, un.reponse ?? "", "\(un.essais)"])
    }
    console.print("\n" + echecs.render())
    return .succes
  }
}
