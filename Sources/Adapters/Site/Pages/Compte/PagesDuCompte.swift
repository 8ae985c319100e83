internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// One's own account: password, second factor, browsers, tokens.
enum PagesDuCompte {
  static let routes: [Route] = [
    .lecture("/compte") { visite in
      try await visite.monCompte(
        visite.demander(VoirSonCompte()),
        visite.demander(VoirSesCourriers()),
      )
    },
    .lecture("/compte/mot-de-passe") { visite in
      try await visite.motDePasse(visite.demander(VoirSonCompte()), refus: nil)
    },
    .envoi("/compte/mot-de-passe", par: changerDeMotDePasse),
    .lecture("/compte/second-facteur") { visite in
      try await visite.secondFacteur(
        visite.demander(VoirSonCompte()),
        cle: visite.site.portier.secrets.cleDuSecondFacteur(),
        refus: nil,
      )
    },
    .envoi("/compte/second-facteur", par: poserUnSecondFacteur),
    .envoi("/compte/second-facteur/retirer", par: retirerLeSecondFacteur),
    .envoi("/compte/navigateurs/fermer") { visite in
      try await visite.site.portier.fermerLesAutres(
        visite.quiVisite(),
        dans: visite.etablissement,
      )
      return visite.versLaPage(Chemin.compte, fait: .autresNavigateursFermes)
    },
    .lecture("/compte/jetons/nouveau") { visite in
      visite.nouveauJeton(FormulaireDeJeton(try visite.quiVisite(), visite.aujourdHui))
    },
    .envoi("/compte/jetons/nouveau", par: creerUnJeton),
    .envoi("/compte/jetons/{jeton}/revoquer") { visite in
      try await visite.faire(RevoquerUnJeton(visite.identifiant("jeton", .jeton)))
      return visite.versLaPage(Chemin.compte, fait: .jetonRevoque)
    },
  ]

  private static func changerDeMotDePasse(_ visite: Visite) async throws -> HTTPResponse {
    let envoi = try visite.formulaire()
    do {
      try await visite.site.portier.changerDeMotDePasse(
        envoi["ancien"] ?? "",
        nouveau: envoi["nouveau"] ?? "",
        encore: envoi["encore"] ?? "",
        de: visite.quiVisite(),
        dans: visite.etablissement,
      )
      return visite.versLaPage(Chemin.compte, fait: .motDePasseChange)
    } catch let refus as RefusDEntree {
      return try await visite.motDePasse(visite.demander(VoirSonCompte()), refus: refus)
    }
  }

  private static func poserUnSecondFacteur(_ visite: Visite) async throws -> HTTPResponse {
    let envoi = try visite.formulaire()
    guard let cle = visite.site.portier.secrets.cle(texte: envoi["cle"] ?? "") else {
      return visite.versLaPage(Chemin.secondFacteur)
    }
    do {
      try await visite.site.portier.poserUnSecondFacteur(
        cle,
        chiffres: envoi["chiffres"] ?? "",
        motDePasse: envoi["mot-de-passe"] ?? "",
        de: visite.quiVisite(),
        dans: visite.etablissement,
      )
      return visite.versLaPage(Chemin.compte, fait: .secondFacteurPose)
    } catch let refus as RefusDEntree {
      return try await visite.secondFacteur(
        visite.demander(VoirSonCompte()),
        cle: cle,
        refus: refus,
      )
    }
  }

  private static func retirerLeSecondFacteur(_ visite: Visite) async throws -> HTTPResponse {
    let envoi = try visite.formulaire()
    do {
      try await visite.site.portier.retirerLeSecondFacteur(
        motDePasse: envoi["mot-de-passe"] ?? "",
        de: visite.quiVisite(),
        dans: visite.etablissement,
      )
      return visite.versLaPage(Chemin.compte, fait: .secondFacteurRetire)
    } catch let refus as RefusDEntree {
      return try await visite.secondFacteur(
        visite.demander(VoirSonCompte()),
        cle: visite.site.portier.secrets.cleDuSecondFacteur(),
        refus: refus,
      )
    }
  }

  private static func creerUnJeton(_ visite: Visite) async throws -> HTTPResponse {
    var formulaire = FormulaireDeJeton(try visite.formulaire(), try visite.quiVisite())
    guard let valeurs = formulaire.lire() else {
      return visite.nouveauJeton(formulaire, .unprocessableContent)
    }
    let secret = visite.site.portier.secrets.secret()
    do {
      let jeton = try await visite.faire(
        CreerUnJeton(
          valeurs.nom,
          secret.empreinte,
          droits: valeurs.droits,
          jusqua: valeurs.jusqua,
        )
      )
      return visite.jetonCree(jeton, secret.texte)
    } catch let refus as Refus {
      guard formulaire.prendre(refus) else { throw refus }
      return visite.nouveauJeton(formulaire, .unprocessableContent)
    }
  }
}

extension Chemin {
  static let compte: SafeURL = "/compte"
  static let changerDeMotDePasse: SafeURL = "/compte/mot-de-passe"
  static let secondFacteur: SafeURL = "/compte/second-facteur"
  static let retirerLeSecondFacteur: SafeURL = "/compte/second-facteur/retirer"
  static let fermerLesNavigateurs: SafeURL = "/compte/navigateurs/fermer"
  static let nouveauJeton: SafeURL = "/compte/jetons/nouveau"

  static func revoquer(_ jeton: Identifiant<JetonDAcces>) -> SafeURL {
    de(["compte", "jetons", "\(jeton)", "revoquer"])
  }
}
