extension Migration {
  /// What a jury had seen when it took position, and why another one meets.
  static let vues = Migration(
    numero: 7,
    nom: "vues",
    commune: """
      ALTER TABLE projet ADD COLUMN vue TEXT CHECK (length(vue) = 64);

      ALTER TABLE jury ADD COLUMN motif TEXT CHECK (length(motif) BETWEEN 1 AND 500);

      """,
    sqlite: "",
    postgresql: "",
  )
}
