extension SchemaPremier {
  static let discipline = """
    CREATE TABLE incident (
      etablissement INTEGER NOT NULL,
      incident INTEGER NOT NULL CHECK (incident >= 1),
      promotion INTEGER NOT NULL,
      moment TEXT NOT NULL CHECK (length(moment) = 16),
      lieu TEXT,
      evaluation INTEGER,
      surveillant TEXT NOT NULL CHECK (length(surveillant) >= 1),
      description TEXT NOT NULL CHECK (length(description) >= 1),
      signature TEXT NOT NULL CHECK (signature IN ('contresigne', 'refusee', 'sans-objet')),
      version INTEGER NOT NULL CHECK (version >= 1),
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, incident),
      FOREIGN KEY (etablissement, promotion) REFERENCES promotion,
      FOREIGN KEY (etablissement, evaluation) REFERENCES evaluation,
      FOREIGN KEY (etablissement, entree) REFERENCES journal
    ) STRICT;
    CREATE INDEX incident_promotion ON incident (etablissement, promotion, incident);
    CREATE INDEX incident_evaluation ON incident (etablissement, evaluation)
      WHERE evaluation IS NOT NULL;

    CREATE TABLE suite (
      etablissement INTEGER NOT NULL,
      incident INTEGER NOT NULL,
      etudiant INTEGER NOT NULL,
      etat TEXT NOT NULL CHECK (etat IN ('signale', 'section-saisie', 'classe', 'sanctionne')),
      depuis TEXT NOT NULL CHECK (length(depuis) = 10),
      motif TEXT CHECK (length(motif) >= 1),
      sanction TEXT,
      mois INTEGER CHECK (mois BETWEEN 1 AND 60),
      sursis INTEGER NOT NULL CHECK (sursis IN (0, 1)),
      nulle INTEGER NOT NULL CHECK (nulle IN (0, 1)),
      PRIMARY KEY (etablissement, incident, etudiant),
      FOREIGN KEY (etablissement, incident) REFERENCES incident,
      FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
      CHECK ((etat = 'classe') = (motif IS NOT NULL)),
      CHECK ((etat = 'sanctionne') = (sanction IS NOT NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX suite_etudiant ON suite (etablissement, etudiant, incident);

    """
}
