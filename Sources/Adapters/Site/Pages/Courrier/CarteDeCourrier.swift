internal import Actes
internal import HTML
internal import Habillage

extension Visite {
  /// What one wants to be written about.
  func courriers(_ choix: VoirSesCourriers.Choix) -> some HTML {
    Carte("Courrier", ancre: "courrier") {
      if let adresse = choix.adresse {
        p {
          "On vous écrit à "
          Element("strong", [], adresse)
          ". Si ce n’est pas la bonne adresse, dites-le à qui administre l’établissement."
        }
        Formulaire(vers: "/compte/courrier", jeton: jeton) {
          fieldset(.class("champ champ-groupe")) {
            legend { "M’écrire quand" }
            HTMLList(
              choix.sujets.map { sujet in
                Champ(sujet.nomDeChamp, sujet.titre, .coche(!choix.coupes.contains(sujet)))
              }
            )
          }
          Boutons(Bouton("Enregistrer mes choix"))
        }
        p(.class("aide")) {
          "Un message dit où lire, jamais une note ni une décision. Ceux de votre mot de passe "
            + "partent toujours."
        }
      } else {
        p {
          "Votre compte n’a pas d’adresse : rien ne vous est écrit. Pour en donner une, dites-le à "
            + "qui administre l’établissement."
        }
      }
    }
  }
}
