internal import Actes
internal import HTML
internal import Habillage

/// How a decision of a jury is contested: to whom, within what time.
struct VoiesEcrites {
  private let voies: VoiesDeRecours?

  init(_ voies: VoiesDeRecours?) { self.voies = voies }

  @HTMLBuilder var corps: some HTML {
    h3 { "Une erreur de note ou de calcul ?" }
    p {
      Typographie.phrase(
        "Écrivez d’abord à votre secrétariat ou à votre directeur des études, en disant quelle note "
          + "est fausse et en joignant ce qui le montre. Si l’erreur matérielle est établie, le jury "
          + "se réunit de nouveau : lui seul peut changer sa décision."
      )
    }
    h3 { "Recours gracieux" }
    p {
      Typographie.phrase(
        "Vous pouvez demander par écrit que la décision soit revue, dans les deux mois qui suivent "
          + "le jour où elle vous a été notifiée. Sans réponse au bout de deux mois, votre demande est "
          + "rejetée ; vous avez alors deux mois de plus pour aller devant le tribunal."
      )
    }
    destinataire("À écrire à", voies.map { ($0.autorite, $0.adresse) })
    h3 { "Recours contentieux" }
    p {
      Typographie.phrase(
        "Vous pouvez demander au tribunal administratif d’annuler la décision, dans les deux mois qui "
          + "suivent sa notification, ou la réponse à votre recours gracieux (code de justice "
          + "administrative, articles R. 421-1 et R. 421-2). Le tribunal vérifie que les règles ont "
          + "été suivies ; il ne note pas les copies à nouveau. La demande peut être déposée sur "
          + "www.telerecours.fr, sans avocat."
      )
    }
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
      Encart(
        .attention,
        "L’établissement n’a pas encore rempli cette adresse. Demandez-la à votre secrétariat sans "
          + "attendre.",
      )
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
