internal import HTML

/// A form whose fields are of every kind, some wrong, some disabled.
struct ExemplesDeFormulaire: Composant {
  private let jeton: Jeton

  init(jeton: Jeton) { self.jeton = jeton }

  var corps: some HTML {
    Carte("Réglages de l’évaluation", ancre: "reglages") {
      ResumeDesErreurs(de: premiers + [coefficient, courriel, relecture])
      Formulaire(vers: "/composants", jeton: jeton, aDesFichiers: true) {
        Rangee { for champ in premiers { champ } }
        Rangee {
          coefficient
          Champ("bareme", "Barème", .nombre("20"), aide: "20 sauf exception")
          Champ("duree", "Durée en minutes", .entier("90"), estDesactive: true)
        }
        courriel
        Champ("remarque", "Remarque", .texteLong("", lignes: 3), estFacultatif: true)
        nature
        Champ("publier", "Publier les notes aux étudiants dès l’enregistrement", .coche(true))
        relecture
        Rangee {
          Champ(
            "feuille",
            "Feuille de notes",
            .fichier(accepte: ".xlsx,.ods,.csv"),
            estFacultatif: true,
          )
          Champ("secret", "Mot de passe", .motDePasse(), aide: "Demandé pour publier")
        }
        Boutons(
          Bouton("Enregistrer", .premier),
          Bouton("Annuler", .discret, vers: "/composants"),
          Bouton("Supprimer", .danger, nom: "geste", valeur: "supprimer"),
        )
      }
    }
    Carte("Recherche") {
      Recherche(vers: "/composants") {
        Champ("q", "Chercher un étudiant", .recherche(), aide: "Nom, prénom ou numéro")
        Bouton("Chercher")
      }
    }
  }

  private var relecture: Champ {
    Champ("relues", "J’ai relu les notes", .coche(), erreur: "À cocher avant d’enregistrer")
  }

  private var premiers: [Champ] {
    [
      Champ("nom", "Nom", .texte("DS 2")),
      Champ("jour", "Date", .date("2026-11-03"), estFacultatif: true),
      Champ(
        "groupe",
        "Groupe",
        .choix([Choix("td1", "TD 1"), Choix("td2", "TD 2")]),
        erreur: "Choisissez un groupe",
      ),
    ]
  }

  private var coefficient: Champ {
    Champ(
      "coefficient",
      "Coefficient",
      .nombre("-1"),
      aide: "Dans la moyenne du module",
      erreur: "Le coefficient est un nombre, 0 ou plus",
    )
  }

  private var courriel: Champ {
    Champ(
      "courriel",
      "Adresse de l’enseignant responsable",
      .courriel("noe.aubepin"),
      aide: "Reçoit les demandes de correction",
      erreur: "Une adresse a la forme nom@domaine.fr",
      remplissage: "email",
    )
  }

  private var nature: Champ {
    Champ(
      "nature",
      "Nature",
      .parmi(
        [
          Choix("ecrit", "Écrit", aide: "sur table, surveillé"), Choix("oral", "Oral"),
          Choix("dossier", "Dossier"),
        ],
        choisi: "ecrit",
      ),
    )
  }
}
