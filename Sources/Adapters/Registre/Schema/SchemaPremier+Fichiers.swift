extension SchemaPremier {
  /// Files, each once, under the digest of its bytes.
  static let fichiers = """
    CREATE TABLE fichier (
      etablissement INTEGER NOT NULL REFERENCES etablissement,
      fichier TEXT NOT NULL CHECK (length(fichier) = 64),
      taille INTEGER NOT NULL CHECK (taille BETWEEN 1 AND 10000000),
      format TEXT NOT NULL CHECK (format IN ('application/pdf', 'image/jpeg', 'image/png')),
      octets BLOB NOT NULL,
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, fichier),
      FOREIGN KEY (etablissement, entree) REFERENCES journal,
      CHECK (length(octets) = taille)
    ) STRICT;

    CREATE TABLE depot_de_fichier (
      etablissement INTEGER NOT NULL,
      fichier TEXT NOT NULL,
      etudiant INTEGER NOT NULL,
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, fichier, etudiant),
      FOREIGN KEY (etablissement, fichier) REFERENCES fichier,
      FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
      FOREIGN KEY (etablissement, entree) REFERENCES journal
    ) STRICT, WITHOUT ROWID;

    """
}
