extension SchemaPremier {
  /// How long the establishment keeps each kind of data.
  static let personnes = """
    CREATE TABLE conservation (
      etablissement INTEGER NOT NULL REFERENCES etablissement,
      categorie TEXT NOT NULL CHECK (length(categorie) >= 1),
      annees INTEGER NOT NULL CHECK (annees BETWEEN 1 AND 100),
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, categorie),
      FOREIGN KEY (etablissement, entree) REFERENCES journal
    ) STRICT;

    """
}
