internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

extension Visite {
  /// The queue, and what failed with what to do.
  func courrier(
    _ etat: VoirLeCourrier.Etat,
    _ statut: HTTPStatus = .ok,
    erreur: String? = nil,
  ) -> HTTPResponse {
    page("Courrier", avis: erreur.map { [Avis(.erreur, $0)] } ?? [], statut: statut) {
      onglets(.courrier)
      if site.reglages.courrier == nil {
        Encart(
          .attention,
          titre: "Le courrier n’est pas configuré.",
          "Rien n’est écrit à personne. Donnez un serveur à « delibere servir » par --smtp ; la "
            + "documentation d’administration dit comment.",
        )
      }
      Chiffres([
        ChiffreCle("En attente", "\(etat.comptes[.enAttente] ?? 0)"),
        ChiffreCle("Envoyés", "\(etat.comptes[.envoye] ?? 0)"),
        ChiffreCle("Refusés", "\(etat.comptes[.refuse] ?? 0)"),
        ChiffreCle("Abandonnés", "\(etat.comptes[.abandonne] ?? 0)"),
      ])
      if site.reglages.courrier != nil { Carte("Essayer") { essai(etat) } }
      Carte("À retenter") {
        Tableau(
          "Messages qui attendent après un échec",
          colonnes: Self.colonnes + [.init("Prochain essai")],
          lignes: etat.attentes.map { un in
            Tableau.Ligne(cellules(un) + ["\(enLettres(un.prochain))"])
          },
          vide: EtatVide("Aucun message n’attend après un échec"),
        )
      }
      Carte("Derniers échecs") {
        Tableau(
          "Messages refusés ou abandonnés",
          colonnes: Self.colonnes + [.init("Relancer")],
          lignes: etat.echecs.map { un in Tableau.Ligne(cellules(un) + [Cellule(relance(un))]) },
          vide: EtatVide(
            "Aucun échec",
            "Tout ce qui devait partir est parti, ou attend son tour.",
          ),
        )
      }
    }
  }

  private static let colonnes: [Tableau.Colonne] = [
    .init("Pour"), .init("Réponse"), .init("À faire", estSecondaire: true),
    .init("Message", estSecondaire: true), .init("Écrit le", estSecondaire: true),
    .init("Essais", .chiffres, estSecondaire: true),
  ]

  private func cellules(_ un: CourrierSuivi) -> [Cellule] {
    [
      Cellule(Lien(un.utilisateur.nom, vers: Chemin.compte(un.utilisateur.id))),
      "\(un.reponse ?? "aucune")", "\(un.conseil)", "\(un.sorte.titre)",
      "\(enLettres(un.cree))", "\(un.essais)",
    ]
  }

  @HTMLBuilder
  private func relance(_ un: CourrierSuivi) -> some HTML {
    if un.peutEtreRelance, site.reglages.courrier != nil {
      Formulaire(
        vers: Chemin.administration("courrier", "\(un.id)", "relancer"),
        jeton: jeton,
      ) {
        Bouton("Relancer", .discret)
        span(.class("invisible")) { " le message pour \(un.utilisateur.nom)" }
      }
    } else {
      "non"
    }
  }

  @HTMLBuilder
  private func essai(_ etat: VoirLeCourrier.Etat) -> some HTML {
    if let adresse = etat.adresse {
      p { "Un message part à votre adresse, \(adresse), par la file d’attente." }
      Formulaire(vers: Chemin.administration("courrier", "essai"), jeton: jeton) {
        Boutons(Bouton("M’envoyer un message d’essai"))
      }
    } else {
      p { "Votre compte n’a pas d’adresse : donnez-lui-en une depuis « Comptes »." }
    }
  }
}

extension SorteDeCourrier {
  fileprivate var titre: String {
    switch self {
    case .avis: "Avis"
    case .motDePasse: "Mot de passe oublié"
    case .motDePasseChange: "Mot de passe changé"
    case .essai: "Essai"
    }
  }
}

extension CourrierSuivi {
  /// What to do about a failure.
  fileprivate var conseil: String {
    switch (etat, code) {
    case (.refuse, nil): "Vérifiez l’adresse de cette personne, puis relancez."
    case (.refuse, 550), (.refuse, 551), (.refuse, 553):
      "Cette adresse n’existe pas, ou plus : corrigez-la, puis relancez."
    case (.refuse, 552): "Sa boîte est pleine : prévenez la personne autrement, puis relancez."
    case (.refuse, _):
      "Le serveur n’en veut pas : montrez ce code à qui tient le serveur de courrier."
    case (.abandonne, _):
      "Trop d’essais sans succès : vérifiez le serveur, puis relancez."
    case (.enAttente, 530), (.enAttente, 534), (.enAttente, 535), (.enAttente, 538):
      "Le serveur refuse notre compte : vérifiez --smtp-compte et son mot de passe."
    case (.enAttente, 421), (.enAttente, 450), (.enAttente, 451), (.enAttente, 452):
      "Le serveur demande d’attendre : rien à faire."
    case (.enAttente, _):
      "Il sera retenté ; si cela dure, vérifiez le serveur et les options de « servir »."
    case (.envoye, _): ""
    }
  }
}
