extension Migration {
  /// The first schema.
  static let premiere = Migration(
    numero: 1,
    nom: "premier schéma",
    commune: SchemaPremier.etablissement + SchemaPremier.acces + SchemaPremier.journal
      + SchemaPremier.structure + SchemaPremier.etudiants + SchemaPremier.notes
      + SchemaPremier.personnes,
    sqlite: SchemaPremier.journalFigeSQLite,
    postgresql: SchemaPremier.journalFigePostgreSQL,
  )
}

/// The tables of the first schema, one file a concept.
enum SchemaPremier {}
