extension SchemaPremier {
  /// `note` holds what stands now, `note_ancienne` all that stood before: together the history.
  static let notes = """
    CREATE TABLE evaluation (
      etablissement INTEGER NOT NULL,
      evaluation INTEGER NOT NULL CHECK (evaluation >= 1),
      promotion INTEGER NOT NULL,
      semestre INTEGER NOT NULL CHECK (semestre BETWEEN 1 AND 6),
      module TEXT NOT NULL CHECK (length(module) BETWEEN 1 AND 40),
      nom TEXT NOT NULL CHECK (length(nom) BETWEEN 1 AND 200),
      jour TEXT CHECK (length(jour) = 10),
      coefficient INTEGER NOT NULL CHECK (coefficient >= 0),
      bareme INTEGER NOT NULL CHECK (bareme > 0),
      publiee INTEGER NOT NULL CHECK (publiee IN (0, 1)),
      verrouillee INTEGER NOT NULL CHECK (verrouillee IN (0, 1)),
      version INTEGER NOT NULL CHECK (version >= 1),
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, evaluation),
      UNIQUE (etablissement, promotion, semestre, module, nom),
      FOREIGN KEY (etablissement, promotion) REFERENCES promotion,
      FOREIGN KEY (etablissement, entree) REFERENCES journal
    ) STRICT;
    CREATE INDEX evaluation_promotion ON evaluation (etablissement, promotion, evaluation);

    CREATE TABLE evaluation_groupe (
      etablissement INTEGER NOT NULL,
      evaluation INTEGER NOT NULL,
      groupe INTEGER NOT NULL,
      PRIMARY KEY (etablissement, evaluation, groupe),
      FOREIGN KEY (etablissement, evaluation) REFERENCES evaluation,
      FOREIGN KEY (etablissement, groupe) REFERENCES groupe
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE note (
      etablissement INTEGER NOT NULL,
      evaluation INTEGER NOT NULL,
      etudiant INTEGER NOT NULL,
      version INTEGER NOT NULL CHECK (version >= 1),
      mot TEXT NOT NULL CHECK (mot IN
        ('NOTE', 'ABI', 'EXC', 'ATT', 'ABJ', 'RAT', 'SANS', 'ITI', 'NUL', 'DEM', 'DEF')),
      valeur INTEGER,
      bareme INTEGER,
      motif TEXT,
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, evaluation, etudiant),
      FOREIGN KEY (etablissement, evaluation) REFERENCES evaluation,
      FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
      FOREIGN KEY (etablissement, entree) REFERENCES journal,
      CHECK ((mot IN ('NOTE', 'RAT')) = (valeur IS NOT NULL)),
      CHECK ((valeur IS NULL) = (bareme IS NULL)),
      CHECK (valeur IS NULL OR valeur BETWEEN 0 AND bareme),
      CHECK ((mot = 'SANS') = (motif IS NOT NULL))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE note_ancienne (
      etablissement INTEGER NOT NULL,
      evaluation INTEGER NOT NULL,
      etudiant INTEGER NOT NULL,
      version INTEGER NOT NULL CHECK (version >= 1),
      mot TEXT NOT NULL,
      valeur INTEGER,
      bareme INTEGER,
      motif TEXT,
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, evaluation, etudiant, version),
      FOREIGN KEY (etablissement, evaluation, etudiant) REFERENCES note,
      FOREIGN KEY (etablissement, entree) REFERENCES journal
    ) STRICT, WITHOUT ROWID;

    """
}
