internal import HTML

/// Time lines and progress.
struct ExemplesDeSuivi: Composant {
  var corps: some HTML {
    Grille {
      Carte("Journal", ancre: "journal") {
        Frise([
          .init("3 novembre 2026, 14 h 05", "Note portée de 12 à 13", ton: .information),
          .init(
            "4 novembre 2026",
            "Notes publiées",
            ton: .succes,
            detail: "27 étudiants prévenus, trois notes en attente",
          ),
          .init("5 novembre 2026", "Demande de correction", ton: .attention),
          .init("2 juillet 2027", "Jury du semestre"),
        ])
      }
      Carte("Avancement") {
        Progression("Notes saisies", fait: 0, sur: 30)
        Progression("Copies relues", fait: 12, sur: 30)
        Progression("Décisions du jury", fait: 30, sur: 30)
        Progression("Demandes de correction", fait: 0, sur: 0)
      }
    }
  }
}
