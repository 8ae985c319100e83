internal import HTML

/// Key figures and drawings, with values and without.
struct ExemplesDeChiffres: Composant {
  var corps: some HTML {
    Chiffres([
      ChiffreCle("Moyenne", "11,42", unite: "/ 20", precision: "médiane 11,75"),
      ChiffreCle("Notes saisies", "27", precision: "sur 30 étudiants"),
      ChiffreCle("UE acquises", "64", unite: "%", precision: "58 % l’an dernier"),
      ChiffreCle("Écart type", nil, precision: "à partir de 5 notes"),
    ])
    Grille {
      Carte("Distribution") { histogramme }
      Carte("Répartition") { repartition }
    }
  }

  private var histogramme: some HTML {
    Histogramme(
      "Notes du contrôle",
      resume: "27 notes ; la classe la plus fréquente est 11, avec 6 étudiants.",
      classes: "Note",
      compte: "Étudiants",
      barres: [0, 0, 0, 1, 0, 1, 0, 2, 1, 2, 3, 6, 4, 3, 2, 0, 1, 0, 1, 0, 0].enumerated().map {
        .init(String($0.offset), $0.element, estMarquee: $0.offset == 12)
      },
      repereTousLes: 5,
    )
  }

  private var repartition: some HTML {
    Repartition(
      "Moyennes de l’UE 1.1",
      echelle: [0, 5, 10, 15, 20].map { .init(String($0), place: $0 * 50) },
      valeurs: .init(
        minimum: .init("3,20", place: 160),
        premierQuartile: .init("9,50", place: 475),
        mediane: .init("11,75", place: 588),
        troisiemeQuartile: .init("13,10", place: 655),
        maximum: .init("18,00", place: 900),
      ),
      marque: ("Vous", .init("12,50", place: 625)),
    )
  }
}
