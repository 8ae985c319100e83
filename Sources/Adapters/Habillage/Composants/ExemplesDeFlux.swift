internal import HTML

/// Where many go, and how many out of how many.
struct ExemplesDeFlux: Composant {
  var corps: some HTML {
    Carte("Parcours") { sankey }
    Grille {
      Carte("Réussite") { barres }
      Carte("Parcours sans étudiant") {
        Sankey(
          "Aucun parcours",
          resume: "Personne n’est inscrit.",
          compte: "Étudiants",
          colonnes: [],
          noeuds: [],
          liens: [],
        )
      }
    }
  }

  private var sankey: some HTML {
    Sankey(
      "Étudiants de 2024 à 2026",
      resume: "60 étudiants en S1 ; 52 en S3 un an après.",
      compte: "Étudiants",
      colonnes: ["Semestre 1", "Semestre 2", "Semestre 3"],
      noeuds: [
        .init("2024-2025", detail: "60 étudiants", colonne: 0, poids: 60),
        .init("2025-2026", detail: "58, dont 4 redoublants", colonne: 0, poids: 58),
        .init("2024-2025", detail: "57 étudiants", colonne: 1, poids: 57),
        .init("2025-2026", detail: "56 étudiants", colonne: 1, poids: 56),
        .init("Départ : démission", detail: "5 étudiants", colonne: 1, poids: 5, teinte: .depart),
        .init("2025-2026", detail: "52 étudiants", colonne: 2, poids: 52),
        .init("Redouble", detail: "4 étudiants", colonne: 2, poids: 4, teinte: .reprise),
        .init("Quitte", detail: "1 étudiant", colonne: 2, poids: 1, teinte: .depart),
      ],
      liens: [
        .init(de: 0, vers: 2, 57), .init(de: 0, vers: 4, 3), .init(de: 1, vers: 3, 56),
        .init(de: 1, vers: 4, 2), .init(de: 2, vers: 5, 52), .init(de: 2, vers: 6, 4),
        .init(de: 2, vers: 7, 1),
      ],
    )
  }

  private var barres: some HTML {
    Barres(
      "UE acquises",
      resume: "Part des étudiants qui ont acquis chaque UE.",
      parts: [
        .premiere("par la moyenne"), .deuxieme("par compensation"), .troisieme("par le jury"),
      ],
      barres: [
        .init("UE 1.1", [40, 8, 2], sur: 60, "50 sur 60"),
        .init("UE 1.2", [31, 12, 0], sur: 60, "43 sur 60"),
        .init("UE 1.3", [], sur: 0, "trop peu"),
      ],
    )
  }
}
