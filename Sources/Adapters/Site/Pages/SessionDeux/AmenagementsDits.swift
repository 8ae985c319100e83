internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// The arrangements of a student at session 2, and how to ask before the limit.
struct AmenagementsDits {
  private let page: SaSession2

  init(_ page: SaSession2) { self.page = page }

  @HTMLBuilder var corps: some HTML {
    Carte("Mes aménagements à la session 2", ancre: "amenagements") {
      if page.sienne.amenagements.isEmpty {
        p(.class("aide")) { "Aucun aménagement n’est accordé." }
      } else {
        ul {
          HTMLList(page.sienne.amenagements.map { amenagement in li { dit(amenagement) } })
        }
      }
      if page.sienne.etapes[.amenagements] != nil, !page.sienne.amenagements.isEmpty {
        DocumentATelecharger(
          .amenagementsDeSession2,
          sur: .session2(page.session.campagne, nil),
          page.vu,
          page.visite.jeton,
        ).bouton("Télécharger mes aménagements")
      }
      if page.vu.estLeSien, page.present.jour <= page.session.limiteAmenagements { formulaire }
    }
  }

  private func dit(_ amenagement: AmenagementDeSession2) -> String {
    let precision = amenagement.precision.isEmpty ? "" : " : \(amenagement.precision)"
    let suite =
      amenagement.motif.map { ", différent de la session 1. \($0.enPhrase)" }
      ?? ", comme à la session 1"
    return Typographie.phrase(amenagement.nature.phrase.enPhraseSansPoint + precision + suite)
  }

  private var formulaire: some HTML {
    let saisie = page.saisie(.amenagement)
    let souhaits = Amenagement.Nature.allCases.enumerated().map { rang, nature in
      Champ(
        "souhait-" + nature.rawValue,
        nature.phrase.enPhraseSansPoint,
        .coche(saisie["souhait-" + nature.rawValue] == "oui"),
        erreur: rang == 0 ? saisie.fautes["souhaits"] : nil,
      )
    }
    let champs = [
      Champ(
        "besoin",
        "Votre besoin",
        .texteLong(saisie["besoin"], lignes: 3),
        aide: "Ne donnez pas de diagnostic : seul le service chargé du handicap vous lit.",
        erreur: saisie.fautes["besoin"],
      ),
      Champ(
        "piece",
        "Pièce",
        .fichier(accepte: "application/pdf,image/jpeg,image/png"),
        erreur: saisie.fautes["piece"],
        estFacultatif: true,
        cle: "piece-amenagement",
      ),
    ]
    return details(.open(!saisie.fautes.isEmpty)) {
      summary { "Demander un aménagement pour la session 2" }
      ResumeDesErreurs(de: souhaits + champs)
      Formulaire(
        vers: page.vu.adresse("session-2", "\(page.session.campagne)", "amenagement"),
        jeton: page.visite.jeton,
        aDesFichiers: true,
      ) {
        HTMLList((souhaits + champs).map { AnyHTML($0) })
        Boutons(Bouton("Déposer la demande", .second))
      }
    }
  }
}
