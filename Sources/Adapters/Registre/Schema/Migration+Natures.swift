extension Migration {
  /// What students do at a test, which the tests already planned do not say.
  static let natures = Migration(
    numero: 3,
    nom: "natures des évaluations",
    commune: """
      ALTER TABLE evaluation ADD COLUMN nature TEXT NOT NULL DEFAULT 'non-precisee' CHECK (
        nature IN (
          'non-precisee', 'devoir-surveille', 'interrogation', 'travaux-pratiques', 'oral',
          'travail-a-rendre', 'projet', 'portfolio', 'stage'
        )
      );

      """,
    sqlite: "",
    postgresql: "",
  )
}
