internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// Where the calendar of a session stands, and the next thing to do about it.
struct EtatDuCalendrier {
  private let vue: VoirLeCalendrierDeSession2.Vue
  private let jeton: Jeton

  init(_ vue: VoirLeCalendrierDeSession2.Vue, _ jeton: Jeton) {
    self.vue = vue
    self.jeton = jeton
  }

  private var id: Identifiant<Campagne> { vue.session.campagne }

  @HTMLBuilder var corps: some HTML {
    Definitions(termes)
    vue.chomesOuverts.avis
    vue.besoinsSansSalle.avis
    if !vue.ecarts.isEmpty { miseAJour }
    if let enCours = vue.enCours {
      if enCours.signature == nil { signature } else { publication }
    } else if vue.calendrier == nil {
      EtatVide(
        "Aucun calendrier",
        vue.lieux == nil
          ? "Entrez d’abord les salles et les créneaux de la session."
          : "Les salles et les créneaux sont donnés : lancez une recherche.",
        action: vue.lieux == nil
          ? Bouton("Salles et créneaux", .premier, vers: Chemin.calendrierDeSession2(id, "lieux"))
          : Bouton("Recherches", .premier, vers: Chemin.calendrierDeSession2(id, "recherches")),
      )
    }
    if let empechement = vue.empechement { Encart(.attention, empechement.enPhrase) }
    if let calendrier = vue.calendrier, !calendrier.estConfirme { confirmation }
    if vue.publie != nil { papiers }
  }

  private var termes: [(String, Cellule)] {
    var termes: [(String, Cellule)] = [
      (
        "À publier",
        "le \(vue.session.limiteCalendrier.enLettres) au plus tard (procédure de session 2, § 1)",
      ),
      (
        "Étudiants",
        vue.estSurInscrits
          ? "\(compte(vue.candidats, "inscrit"))" : "\(compte(vue.candidats, "admissible"))",
      ),
    ]
    if let publie = vue.publie, let publication = publie.publication {
      let derogation = publication.derogation.map { ", hors délai : \($0)" } ?? ""
      let confirme = publie.estConfirme ? ", confirmé sur les inscrits" : ""
      termes.append(
        (
          "Publié",
          "version \(publie.numero), le \(publication.moment.enLettres)\(confirme)\(derogation)",
        )
      )
      if let signature = publie.signature { termes += signe(signature) }
    }
    if let enCours = vue.enCours {
      termes.append(
        ("À l’étude", "version \(enCours.numero), \(compte(enCours.seances.count, "séance"))")
      )
      if let signature = enCours.signature { termes += signe(signature) }
    }
    return termes
  }

  private func signe(_ signature: CalendrierDeSession2.Signature) -> [(String, Cellule)] {
    [
      ("Signé", "par \(signature.nom), le \(signature.moment.enLettres)"),
      ("Empreinte SHA-256", Cellule(code(.class("empreinte")) { signature.empreinte })),
    ]
  }

  @HTMLBuilder private var signature: some HTML {
    if let empreinte = vue.empreinte {
      if vue.peutSigner {
        Formulaire(vers: Chemin.calendrierDeSession2(id, "signer"), jeton: jeton) {
          input(.type("hidden"), .name("empreinte"), .value(empreinte))
          p {
            Typographie.phrase("Empreinte de ce que vous signez : ")
            code(.class("empreinte")) { empreinte }
          }
          Boutons(Bouton("Signer ce calendrier", .premier))
        }
      } else {
        Encart(.information, "Ce calendrier attend la signature de la direction des études.")
      }
    }
  }

  /// What the calendar says that no longer holds, and the button that mends it.
  private var miseAJour: some HTML {
    Encart(.attention, titre: "Des durées, des temps majorés ou des convoqués ont changé.") {
      ul { for ecart in vue.ecarts { li { ecart.phrase.enPhraseSuite } } }
      p {
        Typographie.phrase(
          (vue.enCours == nil
            ? "Les étudiants lisent encore le calendrier publié, sans ces changements. "
            : "Ce calendrier ne peut être ni signé ni publié ainsi. ")
            + "Chaque épreuve garde son heure et sa salle ; celle qui n’y tient plus sera nommée, et "
            + "le tout est à signer de nouveau."
        )
      }
      Formulaire(vers: Chemin.calendrierDeSession2(id, "mise-a-jour"), jeton: jeton) {
        input(.type("hidden"), .name("version"), .value("\(vue.version)"))
        Boutons(Bouton("Mettre à jour durées et temps majorés", .second))
      }
    }
  }

  private var publication: some HTML {
    Formulaire(vers: Chemin.calendrierDeSession2(id, "publier"), jeton: jeton) {
      if vue.publie == nil, vue.peutDeroger {
        Champ(
          "derogation",
          "Motif, si la date limite est passée",
          .texte(),
          aide: "Il est écrit au journal.",
          estFacultatif: true,
        )
      }
      if vue.publie != nil {
        p(.class("aide")) {
          Typographie.phrase("Seuls les étudiants dont les épreuves changent seront avertis.")
        }
      }
      Boutons(Bouton("Publier", .premier))
    }
  }

  private var confirmation: some HTML {
    Formulaire(vers: Chemin.calendrierDeSession2(id, "confirmer"), jeton: jeton) {
      input(.type("hidden"), .name("version"), .value("\(vue.version)"))
      p(.class("aide")) {
        Typographie.phrase(
          "Une fois les inscriptions closes (le \(vue.session.limiteInscription.enLettres)), confirmez "
            + "le calendrier : les épreuves sans inscrit disparaissent, aucune autre ne bouge."
        )
      }
      Boutons(Bouton("Confirmer sur les inscrits"))
    }
  }

  private var papiers: some HTML {
    Formulaire(vers: Chemin.jourDeSession2(id, "documents"), jeton: jeton) {
      Boutons(
        Bouton(
          "Calendrier officiel",
          nom: "nature",
          valeur: NatureDeDocument.calendrierOfficiel.rawValue,
        ),
        Bouton(
          "Toutes les convocations",
          nom: "nature",
          valeur: NatureDeDocument.convocation.rawValue,
        ),
      )
    }
  }
}
