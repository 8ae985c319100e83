internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// What is done by mail without signing in, what one wants to receive, and the queue.
enum PagesDuCourrier {
  static let routes: [Route] = [
    .lecture("/mot-de-passe-oublie", .libre) { visite in visite.motDePasseOublie() },
    .envoi("/mot-de-passe-oublie", .libre, par: oublier),
    .lecture("/courrier/desinscription/{droit}", .libre, par: proposerDeCouper),
    .envoi("/courrier/desinscription/{droit}", .libre, par: couper),
    .envoi("/compte/courrier", par: choisir),
    .lecture("/administration/courrier") { visite in
      visite.courrier(try await visite.demander(VoirLeCourrier()))
    },
    .envoi("/administration/courrier/essai", par: essayer),
    .envoi("/administration/courrier/{courrier}/relancer") { visite in
      try await visite.faire(
        RelancerUnCourrier(visite.identifiant("courrier", .utilisateur))
      )
      return visite.versLaPage(Administration.courrier.adresse, fait: .courrierRelance)
    },
    .envoi("/administration/comptes/{compte}/adresse", par: fixerUneAdresse),
  ]

  /// An answer takes this long, whether the account exists or not.
  private static let duree = Duration.milliseconds(700)

  private static func oublier(_ visite: Visite) async throws -> HTTPResponse {
    let saisi = try visite.formulaire().ligne("identifiant")
    guard visite.site.reglages.courrier != nil else { return visite.motDePasseOublie() }
    guard !saisi.isEmpty else {
      return visite.motDePasseOublie(
        erreur: "Donnez votre identifiant ou votre adresse.",
        .unprocessableContent,
      )
    }
    guard visite.tropDOublis() == nil else {
      return visite.motDePasseOublie(erreur: RefusDEntree.affluence.phrase, .tooManyRequests)
    }
    let fin = ContinuousClock.now + duree
    do {
      try await visite.site.portier.oublier(saisi, dans: visite.etablissement)
    } catch {
      // To tell of it would say that the account exists.
      visite.site.journal("\(visite.contexte.requestID) courrier : erreur \(type(of: error))")
    }
    try await Task.sleep(until: fin)
    return visite.versLaPage("/mot-de-passe-oublie", fait: .codeDemande)
  }

  private static func proposerDeCouper(_ visite: Visite) async throws -> HTTPResponse {
    let droit = visite.valeurs["droit"] ?? ""
    guard
      let sujets = try await visite.site.portier.desinscription(droit, dans: visite.etablissement)
    else { return visite.erreur(.unprocessableContent, lienInconnu) }
    return visite.desinscription(sujets, droit)
  }

  /// Mailboxes send `List-Unsubscribe=One-Click` here, without a cookie (RFC 8058).
  private static func couper(_ visite: Visite) async throws -> HTTPResponse {
    let droit = visite.valeurs["droit"] ?? ""
    guard
      let sujets = try await visite.site.portier.desinscrire(droit, dans: visite.etablissement)
    else { return visite.erreur(.unprocessableContent, lienInconnu) }
    return visite.desinscrit(sujets)
  }

  private static let lienInconnu =
    "Ce lien n’est pas, ou plus, valable. Vos choix se changent aussi sur votre compte"

  private static func choisir(_ visite: Visite) async throws -> HTTPResponse {
    let envoi = try visite.formulaire()
    let choix = try await visite.demander(VoirSesCourriers())
    let gardes = choix.coupes.filter { !choix.sujets.contains($0) }
    let coupes = choix.sujets.filter { envoi[$0.nomDeChamp] == nil }
    try await visite.faire(ChoisirSesCourriers(coupes: gardes.union(coupes)))
    return visite.versLaPage("/compte", fait: .courriersChoisis)
  }

  private static func essayer(_ visite: Visite) async throws -> HTTPResponse {
    let etat = try await visite.demander(VoirLeCourrier())
    guard let poste = visite.site.portier.poste else { return visite.courrier(etat) }
    do {
      try await visite.faire(EnvoyerUnEssai(poste))
    } catch Refus.donnees {
      return visite.courrier(
        etat,
        .unprocessableContent,
        erreur: "Votre compte n’a pas d’adresse : donnez-lui-en une depuis « Comptes ».",
      )
    }
    return visite.versLaPage(Administration.courrier.adresse, fait: .essaiEnvoye)
  }

  private static func fixerUneAdresse(_ visite: Visite) async throws -> HTTPResponse {
    let id: Identifiant<Utilisateur> = try visite.identifiant("compte", .utilisateur)
    let texte = try visite.formulaire().ligne("adresse")
    do {
      try await visite.faire(FixerUneAdresse(texte.isEmpty ? nil : texte, de: id))
    } catch Refus.donnees {
      return visite.erreur(
        .unprocessableContent,
        "« \(texte) » n’est pas une adresse comme prenom.nom@exemple.fr : rien n’a été changé",
      )
    }
    return visite.versLaPage(Chemin.compte(id), fait: .adresseFixee)
  }
}

extension Visite {
  /// Seconds to wait, when too many passwords are forgotten at the same place.
  fileprivate func tropDOublis() -> Int64? {
    switch site.oublis.take(requete.client.network.description, at: .now) {
    case .allowed: nil
    case .refused(let attente): max(1, attente.components.seconds)
    }
  }
}

extension SujetDAvis {
  var nomDeChamp: String { "avis-\(rawValue)" }

  /// What is written about, as a choice.
  var titre: String {
    switch self {
    case .notes: "De nouvelles notes sont publiées"
    case .bonus: "Un bonus ou une demande de bonification change"
    case .decisions: "Un jury a rendu ses décisions"
    case .justificatifs: "Un justificatif a reçu sa réponse, ou est à compléter"
    case .redoublements: "Une demande de redoublement a reçu sa réponse"
    case .autorisations: "Une demande d’autorisation d’absence a reçu sa réponse"
    case .rattrapages: "Un rattrapage est organisé, ou refusé"
    case .paliers: "Une absence de plus ferait passer un palier"
    case .absences: "Une absence est annoncée à l’un de mes créneaux"
    case .bts: "Le jury du BTS a proclamé, convoqué ou clos"
    case .session2: "Les inscriptions en session 2 ferment bientôt"
    case .copies: "Une consultation de copie ou une séance de soutien change"
    case .retards: "Des notes que je saisis sont en retard"
    case .epreuves: "Des épreuves de session 2 sont à choisir"
    case .jurys: "Un jury dont je suis membre se réunit bientôt"
    }
  }
}
