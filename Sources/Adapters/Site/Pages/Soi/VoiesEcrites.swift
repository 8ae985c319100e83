internal import Actes
internal import HTML
internal import Habillage

/// How a decision of a jury is contested: to whom, within what time.
struct VoiesEcrites {
  private let voies: VoiesDeRecours?

  init(_ voies: VoiesDeRecours?) { self.voies = voies }

  @HTMLBuilder var corps: some HTML {
    h3 { "Une erreur de note ou de calcul ?" }
    p { Typographie.phrase(PhrasesDeRecours.erreur) }
    h3 { "Recours gracieux" }
    p { Typographie.phrase(PhrasesDeRecours.gracieux) }
    destinataire("À écrire à", voies.map { ($0.autorite, $0.adresse) })
    h3 { "Recours contentieux" }
    p { Typographie.phrase(PhrasesDeRecours.contentieux) }
    destinataire("Tribunal compétent", voies.map { ($0.tribunal, $0.adresseDuTribunal) })
    p(.class("aide")) {
      Typographie.phrase(
        "Le délai part de la notification officielle de la décision, qui porte une date ; cette page "
          + "ne la remplace pas."
      )
    }
  }

  @HTMLBuilder private func destinataire(
    _ titre: String,
    _ lui: (nom: String, adresse: String)?,
  ) -> some HTML {
    if let lui {
      Definitions([(titre, Cellule(adresse(lui.nom, lui.adresse)))])
    } else {
      Encart(.attention, PhrasesDeRecours.adresseManquante)
    }
  }

  private func adresse(_ nom: String, _ adresse: String) -> some HTML {
    HTMLGroup(
      strong { nom },
      HTMLList(
        adresse.split(whereSeparator: \.isNewline).map { ligne in
          span(.class("dessous")) { String(ligne) }
        }
      ),
    )
  }
}
