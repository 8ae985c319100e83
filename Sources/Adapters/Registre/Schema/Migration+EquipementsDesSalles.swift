extension Migration {
  /// What the rooms of a session 2 have, as a list parted by commas.
  static let equipementsDesSalles = Migration(
    numero: 19,
    nom: "équipements des salles",
    commune: """
      ALTER TABLE salle_de_session2 ADD COLUMN equipements TEXT NOT NULL DEFAULT '';

      """,
    sqlite: "",
    postgresql: "",
  )
}
