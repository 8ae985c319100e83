internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

extension Visite {
  /// Whether one has an address, and how to have one, another or none.
  func sonCalendrier(_ adresse: AdresseDeCalendrier?) -> HTTPResponse {
    page("Mon calendrier", fil: [Lien("Mon compte", vers: Chemin.compte)]) {
      if let adresse { adresseEnPlace(adresse) } else { sansAdresse }
      contenuDuCalendrier
      modeDEmploi
    }
  }

  private var sansAdresse: some HTML {
    Carte("Votre adresse") {
      p {
        Typographie.phrase(
          "Une adresse secrète laisse l’agenda de votre téléphone ou de votre messagerie lire votre "
            + "calendrier et le tenir à jour."
        )
      }
      avertissement
      Formulaire(vers: Chemin.sonCalendrier, jeton: jeton) {
        Boutons(Bouton("Créer mon adresse", .premier))
      }
    }
  }

  private func adresseEnPlace(_ adresse: AdresseDeCalendrier) -> some HTML {
    Carte("Votre adresse") {
      Definitions([
        ("Créée le", "\(enLettres(adresse.creee))"),
        ("Lue pour la dernière fois", "\(adresse.lue?.enLettres ?? "jamais")"),
      ])
      p {
        Typographie.phrase(
          "Le serveur n’en garde que l’empreinte : il ne peut pas vous la montrer de nouveau. La "
            + "renouveler en donne une autre ; l’ancienne cesse aussitôt, et vos agendas sont à abonner "
            + "de nouveau. La retirer arrête tout."
        )
      }
      div(.class("actions")) {
        Formulaire(vers: Chemin.sonCalendrier, jeton: jeton) {
          Bouton("Renouveler l’adresse")
        }
        Formulaire(vers: Chemin.retirerSonCalendrier, jeton: jeton) {
          Bouton("Retirer l’adresse", .danger)
        }
      }
    }
  }

  private var avertissement: some HTML {
    Encart(
      .attention,
      titre: "Cette adresse est une clé.",
      "Qui l’a lit votre calendrier sans mot de passe. Ne la partagez pas ; si elle s’égare, "
        + "renouvelez-la ici.",
    )
  }

  /// The page that shows an address once: nothing keeps it.
  func adresseDonnee(_ secret: String) -> HTTPResponse {
    let adresse = "\(site.reglages.adresse)/calendriers/\(secret).ics"
    let abonnement = adresse.firstRange(of: "://").map { "webcal" + adresse[$0.lowerBound...] }
    return page(
      "Votre adresse de calendrier",
      fil: [
        Lien("Mon compte", vers: Chemin.compte),
        Lien("Mon calendrier", vers: Chemin.sonCalendrier),
      ],
      scripts: [Fichiers.script("copie.js")],
    ) {
      Carte("À copier maintenant") {
        Encart(
          .attention,
          titre: "Elle ne sera plus montrée.",
          "Cette adresse est une clé : qui l’a lit votre calendrier sans mot de passe. Ne la "
            + "partagez pas. Perdue, elle se renouvelle ; l’ancienne cesse aussitôt.",
        )
        pre(.id("adresse")) { code { adresse } }
        div(.class("actions")) {
          button(
            .type("button"),
            .class("bouton premier"),
            .hidden,
            .data("copie", "adresse"),
            .data("fait", "L’adresse est copiée."),
            .data("echec", "La copie n’est pas permise ici : choisissez l’adresse et copiez-la."),
          ) { "Copier l’adresse" }
          if let lien = abonnement.flatMap({ SafeURL($0) }) {
            Bouton("M’abonner sur cet appareil", vers: lien)
          }
          Bouton("C’est fait", vers: Chemin.sonCalendrier)
        }
        p(.role("status"), .id("copie")) {}
      }
      modeDEmploi
    }
  }

  private var contenuDuCalendrier: some HTML {
    Carte("Ce qu’il contient") {
      Definitions([
        (
          "Étudiant",
          "Séances et évaluations de vos groupes, semestres, vacances, campagnes de demandes, session 2.",
        ),
        ("Enseignant", "Séances et évaluations de vos modules."),
        ("Membre d’un jury", "Le jour du jury."),
        ("Direction, secrétariat", "Jurys et campagnes de vos promotions."),
      ])
      p {
        Typographie.phrase(
          "Il ne contient jamais une note, une moyenne, une décision ni le motif d’une absence."
        )
      }
    }
  }

  private var modeDEmploi: some HTML {
    Carte("S’abonner") {
      Definitions([
        (
          "iPhone, iPad",
          "Réglages, Apps, Calendrier, Comptes, Ajouter un compte, Autre, Ajouter un calendrier avec abonnement ; collez l’adresse.",
        ),
        (
          "Android",
          "Sur un ordinateur, ouvrez Google Agenda : Autres agendas, +, À partir de l’URL ; collez l’adresse. L’agenda arrive sur le téléphone.",
        ),
        (
          "Thunderbird",
          "Agenda, Nouvel agenda, Sur le réseau ; collez l’adresse, sans nom d’utilisateur.",
        ),
        (
          "Outlook",
          "Calendrier, Ajouter un calendrier, S’abonner à partir du web ; collez l’adresse.",
        ),
      ])
      p(.class("aide")) {
        Typographie.phrase(
          "Chaque agenda relit l’adresse à son rythme, souvent toutes les quelques heures : pour un "
            + "changement du jour même, voyez l’affichage."
        )
      }
    }
  }
}
