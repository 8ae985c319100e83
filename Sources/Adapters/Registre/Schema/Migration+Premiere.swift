extension Migration {
  /// The first schema.
  static let premiere = Migration(
    numero: 1,
    nom: "premier schéma",
    commune: SchemaPremier.etablissement + SchemaPremier.acces + SchemaPremier.journal
      + SchemaPremier.structure + SchemaPremier.etudiants + SchemaPremier.notes
      + SchemaPremier.fichiers + SchemaPremier.assiduite + SchemaPremier.bonifications
      + SchemaPremier.discipline + SchemaPremier.campagnes + SchemaPremier.jury
      + SchemaPremier.personnes,
    sqlite: SchemaPremier.journalFigeSQLite + SchemaPremier.juryFigeSQLite
      + SchemaPremier.statistiquesSQLite,
    postgresql: SchemaPremier.journalFigePostgreSQL + SchemaPremier.juryFigePostgreSQL,
  )
}

/// The tables of the first schema, one file a concept.
enum SchemaPremier {}
