internal import HTML

/// Remarks of every tone.
struct ExemplesDeMessages: Composant {
  var corps: some HTML {
    Carte("Encarts") {
      Encart(.neutre, "Une remarque qui ne demande rien.")
      Encart(
        .information,
        titre: "Le jury se réunit le 2 juillet.",
        "Les notes peuvent être saisies jusqu’à la veille : après, il faut rouvrir le semestre.",
      )
      Encart(.succes, titre: "Jury clos.", "Les décisions sont scellées.")
      Encart(.attention, "Deux étudiants ont la même date de naissance et le même nom.")
      Encart(.erreur, titre: "Note refusée.") {
        p {
          phrase(
            "Noé Aubépin l’a changée à \(Typographie.heure(14, 5)), de 12 à 13. Gardez l’une des deux :"
          )
        }
        Boutons(Bouton("Garder 13"), Bouton("Écrire 12", .danger))
      }
    }
  }
}
