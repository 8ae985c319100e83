extension SchemaPremier {
  /// `cloture`, `scelle` and `decision` are written once and never changed.
  static let jury = """
    CREATE TABLE jury (
      etablissement INTEGER NOT NULL,
      jury INTEGER NOT NULL CHECK (jury >= 1),
      promotion INTEGER NOT NULL,
      semestre INTEGER CHECK (semestre BETWEEN 1 AND 6),
      jour TEXT NOT NULL CHECK (length(jour) = 10),
      rectifie INTEGER,
      preuve TEXT CHECK (length(preuve) >= 1),
      clos INTEGER NOT NULL CHECK (clos IN (0, 1)),
      version INTEGER NOT NULL CHECK (version >= 1),
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, jury),
      FOREIGN KEY (etablissement, promotion) REFERENCES promotion,
      FOREIGN KEY (etablissement, rectifie) REFERENCES jury,
      FOREIGN KEY (etablissement, entree) REFERENCES journal,
      CHECK ((rectifie IS NULL) = (preuve IS NULL))
    ) STRICT;
    CREATE INDEX jury_promotion ON jury (etablissement, promotion, jury);

    CREATE TABLE membre_de_jury (
      etablissement INTEGER NOT NULL,
      jury INTEGER NOT NULL,
      rang INTEGER NOT NULL,
      nom TEXT NOT NULL CHECK (length(nom) >= 1),
      qualite TEXT NOT NULL CHECK (qualite IN
        ('president', 'enseignant', 'professionnel', 'autre')),
      present INTEGER NOT NULL CHECK (present IN (0, 1)),
      utilisateur INTEGER,
      PRIMARY KEY (etablissement, jury, rang),
      FOREIGN KEY (etablissement, jury) REFERENCES jury,
      FOREIGN KEY (etablissement, utilisateur) REFERENCES utilisateur
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE etudiant_rectifie (
      etablissement INTEGER NOT NULL,
      jury INTEGER NOT NULL,
      etudiant INTEGER NOT NULL,
      PRIMARY KEY (etablissement, jury, etudiant),
      FOREIGN KEY (etablissement, jury) REFERENCES jury,
      FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE projet (
      etablissement INTEGER NOT NULL,
      jury INTEGER NOT NULL,
      etudiant INTEGER NOT NULL,
      version INTEGER NOT NULL CHECK (version >= 1),
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, jury, etudiant),
      FOREIGN KEY (etablissement, jury) REFERENCES jury,
      FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
      FOREIGN KEY (etablissement, entree) REFERENCES journal
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE ligne_de_projet (
      etablissement INTEGER NOT NULL,
      jury INTEGER NOT NULL,
      etudiant INTEGER NOT NULL,
      rang INTEGER NOT NULL,
      sur TEXT NOT NULL,
      code TEXT NOT NULL,
      motif TEXT NOT NULL CHECK (length(motif) >= 1),
      PRIMARY KEY (etablissement, jury, etudiant, rang),
      FOREIGN KEY (etablissement, jury, etudiant) REFERENCES projet
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE cloture (
      etablissement INTEGER NOT NULL,
      jury INTEGER NOT NULL,
      profil TEXT NOT NULL,
      reglement TEXT NOT NULL,
      conseil TEXT CHECK (length(conseil) = 10),
      cfvu TEXT CHECK (length(cfvu) = 10),
      derogation TEXT CHECK (length(derogation) >= 1),
      empreinte TEXT NOT NULL CHECK (length(empreinte) = 64),
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, jury),
      FOREIGN KEY (etablissement, jury) REFERENCES jury,
      FOREIGN KEY (etablissement, entree) REFERENCES journal
    ) STRICT;

    CREATE TABLE scelle (
      etablissement INTEGER NOT NULL,
      jury INTEGER NOT NULL,
      etudiant INTEGER NOT NULL,
      dossier TEXT NOT NULL,
      proposition TEXT NOT NULL,
      empreinte TEXT NOT NULL CHECK (length(empreinte) = 64),
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, jury, etudiant),
      FOREIGN KEY (etablissement, jury) REFERENCES cloture,
      FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
      FOREIGN KEY (etablissement, entree) REFERENCES journal
    ) STRICT;
    CREATE INDEX scelle_etudiant ON scelle (etablissement, etudiant);

    CREATE TABLE decision (
      etablissement INTEGER NOT NULL,
      jury INTEGER NOT NULL,
      etudiant INTEGER NOT NULL,
      rang INTEGER NOT NULL,
      sur TEXT NOT NULL,
      code TEXT NOT NULL,
      motif TEXT NOT NULL CHECK (length(motif) >= 1),
      PRIMARY KEY (etablissement, jury, etudiant, rang),
      FOREIGN KEY (etablissement, jury, etudiant) REFERENCES scelle
    ) STRICT, WITHOUT ROWID;

    """

  private static let figees = ["cloture", "scelle", "decision"]

  static let juryFigeSQLite =
    figees.map { table in
      """
      CREATE TRIGGER \(table)_fige_maj BEFORE UPDATE ON \(table)
      BEGIN SELECT RAISE(ABORT, 'ce qui est scellé ne se modifie pas'); END;
      CREATE TRIGGER \(table)_fige_sup BEFORE DELETE ON \(table)
      BEGIN SELECT RAISE(ABORT, 'ce qui est scellé ne se modifie pas'); END;

      """
    }.joined()
      + """
      CREATE TRIGGER jury_fige_maj BEFORE UPDATE ON jury WHEN OLD.clos = 1
      BEGIN SELECT RAISE(ABORT, 'ce qui est scellé ne se modifie pas'); END;
      CREATE TRIGGER jury_fige_sup BEFORE DELETE ON jury WHEN OLD.clos = 1
      BEGIN SELECT RAISE(ABORT, 'ce qui est scellé ne se modifie pas'); END;

      """

  static let juryFigePostgreSQL =
    """
    CREATE FUNCTION scelle_fige() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'ce qui est scellé ne se modifie pas'; END $$;

    """
    + figees.map { table in
      """
      CREATE TRIGGER \(table)_fige BEFORE UPDATE OR DELETE OR TRUNCATE ON \(table)
      FOR EACH STATEMENT EXECUTE FUNCTION scelle_fige();

      """
    }.joined()
      + """
      CREATE TRIGGER jury_fige BEFORE UPDATE OR DELETE ON jury
      FOR EACH ROW WHEN (OLD.clos = 1) EXECUTE FUNCTION scelle_fige();

      """
}
