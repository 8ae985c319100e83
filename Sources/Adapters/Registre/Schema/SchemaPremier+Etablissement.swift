extension SchemaPremier {
  static let etablissement = """
    CREATE TABLE etablissement (
      etablissement INTEGER NOT NULL PRIMARY KEY CHECK (etablissement >= 1),
      code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 60),
      nom TEXT NOT NULL CHECK (length(nom) >= 1),
      ville TEXT NOT NULL
    ) STRICT;

    CREATE TABLE chaine (
      etablissement INTEGER NOT NULL PRIMARY KEY REFERENCES etablissement,
      dernier INTEGER NOT NULL CHECK (dernier >= 0),
      empreinte BLOB NOT NULL CHECK (length(empreinte) = 32),
      prochain INTEGER NOT NULL CHECK (prochain >= 1)
    ) STRICT;

    """

  /// The journal: an entry keeps the hash of its salted content, so that the content can be erased.
  static let journal = """
    CREATE TABLE journal (
      etablissement INTEGER NOT NULL REFERENCES etablissement,
      numero INTEGER NOT NULL CHECK (numero >= 1),
      horodatage INTEGER NOT NULL,
      auteur INTEGER,
      acte TEXT NOT NULL CHECK (length(acte) >= 1),
      objet TEXT NOT NULL,
      sujet INTEGER,
      engagement BLOB NOT NULL CHECK (length(engagement) = 32),
      precedente BLOB NOT NULL CHECK (length(precedente) = 32),
      empreinte BLOB NOT NULL CHECK (length(empreinte) = 32),
      PRIMARY KEY (etablissement, numero),
      FOREIGN KEY (etablissement, auteur) REFERENCES utilisateur
    ) STRICT;
    CREATE INDEX journal_sujet ON journal (etablissement, sujet, numero);
    CREATE INDEX journal_objet ON journal (etablissement, objet, numero);

    CREATE TABLE journal_contenu (
      etablissement INTEGER NOT NULL,
      numero INTEGER NOT NULL,
      sel BLOB NOT NULL CHECK (length(sel) = 16),
      contenu TEXT NOT NULL,
      PRIMARY KEY (etablissement, numero),
      FOREIGN KEY (etablissement, numero) REFERENCES journal
    ) STRICT;

    """

  /// Entries are never changed nor taken away, whoever asks; contents can be erased.
  static let journalFigeSQLite = """
    CREATE TRIGGER journal_fige_maj BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'le journal ne se modifie pas'); END;
    CREATE TRIGGER journal_fige_sup BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'le journal ne se modifie pas'); END;
    CREATE TRIGGER journal_contenu_fige BEFORE UPDATE ON journal_contenu
    BEGIN SELECT RAISE(ABORT, 'le journal ne se modifie pas'); END;

    """

  static let journalFigePostgreSQL = """
    CREATE FUNCTION journal_fige() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'le journal ne se modifie pas'; END $$;
    CREATE TRIGGER journal_fige BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION journal_fige();
    CREATE TRIGGER journal_contenu_fige BEFORE UPDATE OR TRUNCATE ON journal_contenu
    FOR EACH STATEMENT EXECUTE FUNCTION journal_fige();

    """

  static let acces = """
    CREATE TABLE utilisateur (
      etablissement INTEGER NOT NULL REFERENCES etablissement,
      utilisateur INTEGER NOT NULL CHECK (utilisateur >= 1),
      identifiant TEXT NOT NULL CHECK (length(identifiant) BETWEEN 1 AND 200),
      nom TEXT NOT NULL CHECK (length(nom) >= 1),
      etudiant INTEGER,
      actif INTEGER NOT NULL CHECK (actif IN (0, 1)),
      PRIMARY KEY (etablissement, utilisateur),
      UNIQUE (etablissement, identifiant)
    ) STRICT;

    CREATE TABLE habilitation (
      etablissement INTEGER NOT NULL,
      habilitation INTEGER NOT NULL CHECK (habilitation >= 1),
      utilisateur INTEGER NOT NULL,
      role TEXT NOT NULL,
      portee TEXT NOT NULL CHECK (portee IN
        ('etablissement', 'departement', 'promotion', 'module', 'etudiant')),
      cible INTEGER,
      module TEXT,
      depuis TEXT NOT NULL CHECK (length(depuis) = 10),
      jusqua TEXT CHECK (length(jusqua) = 10),
      PRIMARY KEY (etablissement, habilitation),
      FOREIGN KEY (etablissement, utilisateur) REFERENCES utilisateur,
      CHECK ((portee = 'etablissement') = (cible IS NULL)),
      CHECK ((portee = 'module') = (module IS NOT NULL))
    ) STRICT;
    CREATE INDEX habilitation_utilisateur ON habilitation (etablissement, utilisateur);

    """
}
