internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// One’s calendar, read by one’s own programs at a secret address.
enum PagesDeSonCalendrier {
  static let routes: [Route] = [
    .lecture("/compte/calendrier") { visite in
      visite.sonCalendrier(try await visite.demander(VoirSonAdresseDeCalendrier()))
    },
    .envoi("/compte/calendrier") { visite in
      let secret = visite.site.portier.secrets.secret()
      try await visite.faire(DemanderUneAdresseDeCalendrier(secret.empreinte))
      return visite.adresseDonnee(secret.texte)
    },
    .envoi("/compte/calendrier/retirer") { visite in
      try await visite.faire(RetirerSonAdresseDeCalendrier())
      return visite.versLaPage(Chemin.sonCalendrier, fait: .adresseDeCalendrierRetiree)
    },
    .lecture("/calendriers/{calendrier}", .libre, par: LectureDeCalendrier.repondre),
  ]
}

extension Chemin {
  static let sonCalendrier: SafeURL = "/compte/calendrier"
  static let retirerSonCalendrier: SafeURL = "/compte/calendrier/retirer"
}

extension Visite {
  /// What the page of the account says of calendars.
  var carteDeCalendrier: some HTML {
    Carte("Calendrier") {
      p { "Vos cours, vos évaluations et vos échéances dans l’agenda de votre téléphone." }
      Boutons(Bouton("Mon calendrier", vers: Chemin.sonCalendrier))
    }
  }
}
