internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// What anybody who holds a document may check, without account: nothing of whom it is about.
enum PagesDeVerification {
  static let routes: [Route] = [
    .lecture("/verifier", .libre) { visite in
      try await repondre(visite, visite.question("code"))
    },
    .lecture("/verifier/{code}", .libre) { visite in
      try await repondre(visite, (visite.valeurs["code"] ?? "").sansBords)
    },
  ]

  private static func repondre(_ visite: Visite, _ code: String) async throws -> HTTPResponse {
    guard !code.isEmpty else { return visite.verification(.rien, code) }
    let empreinte = visite.site.portier.secrets.empreinte(code: code)
    if let attente = visite.attente("document \(empreinte.texte)") {
      return visite.verification(.tropSouvent(attente), code, .tooManyRequests)
    }
    let confirme = try await visite.site.editeur.confirmer(code, dans: visite.etablissement)
    if let confirme { return visite.verification(.confirme(confirme), code) }
    // Whoever tries many codes is slowed.
    if let attente = visite.attente("code \(visite.requete.client.network)") {
      return visite.verification(.tropSouvent(attente), code, .tooManyRequests)
    }
    return visite.verification(.inconnu, code, .notFound)
  }
}

/// What came of a code.
private enum Verification {
  case rien, inconnu
  case confirme(DocumentConfirme)
  case tropSouvent(Int64)
}

extension Visite {
  fileprivate func verification(
    _ issue: Verification,
    _ code: String,
    _ statut: HTTPStatus = .ok,
  ) -> HTTPResponse {
    var reponse = page("Vérifier un document", statut: statut) {
      resultat(issue)
      Carte(statut == .ok && !code.isEmpty ? "Vérifier un autre code" : "Le code du document") {
        p {
          Typographie.phrase(
            "Il est au pied de chaque page : seize signes, en quatre groupes. Majuscules, tirets "
              + "et espaces sont indifférents."
          )
        }
        Recherche(vers: Chemin.verifier) {
          Champ(
            "code",
            "Code",
            .texte(Self.montre(issue, code)),
            erreur: Self.erreur(issue),
            remplissage: "off",
          )
          Boutons(Bouton("Vérifier", .premier))
        }
      }
    }
    reponse.headers.add("x-robots-tag", "noindex, nofollow")
    if case .tropSouvent(let attente) = issue {
      reponse.headers.add("retry-after", String(attente))
    }
    return reponse
  }

  @HTMLBuilder private func resultat(_ issue: Verification) -> some HTML {
    if case .confirme(let document) = issue {
      Carte("Ce document a été remis") {
        Definitions([
          ("Nature", "\(document.nature.phrase)"), ("Remis le", "\(document.date.enLettres)"),
          ("État", Cellule(etat(document))),
        ])
        p(.class("aide")) {
          "Cette page ne dit rien de la personne. Comparez la nature et la date à celles du papier."
            .enPhraseSuite
        }
      }
    }
  }

  @HTMLBuilder private func etat(_ document: DocumentConfirme) -> some HTML {
    if let jour = document.remplaceLe {
      Pastille("remplacé", .attention)
      " par un autre le \(jour.enLettres) : celui-ci ne vaut plus.".enPhraseSuite
    } else {
      Pastille("en vigueur", .succes)
      " : aucun autre ne l’a remplacé.".enPhraseSuite
    }
  }

  private static func erreur(_ issue: Verification) -> String? {
    switch issue {
    case .inconnu:
      "Aucun document ne porte ce code. Relisez chaque signe ; s’il est bien copié, ce document n’a "
        + "pas été remis ici."
    case .tropSouvent(let attente):
      "Trop de codes ont été essayés d’ici : attendez \(attente) s, puis recommencez."
    case .rien, .confirme: nil
    }
  }

  /// What was typed comes back only where it is to be put right.
  private static func montre(_ issue: Verification, _ code: String) -> String {
    switch issue {
    case .inconnu, .tropSouvent: String(code.prefix(60))
    case .rien, .confirme: ""
    }
  }
}
