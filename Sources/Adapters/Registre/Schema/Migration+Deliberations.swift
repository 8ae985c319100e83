extension Migration {
  /// What is prepared before a jury, and what its seal lacked to be deliberated again.
  static let deliberations = Migration(
    numero: 4,
    nom: "délibérations",
    commune: """
      ALTER TABLE jury ADD COLUMN nomination TEXT CHECK (length(nomination) BETWEEN 1 AND 200);

      CREATE TABLE cloture_anterieure (
        etablissement INTEGER NOT NULL,
        jury INTEGER NOT NULL,
        annee INTEGER NOT NULL CHECK (annee BETWEEN 2000 AND 2099),
        reglement TEXT NOT NULL,
        PRIMARY KEY (etablissement, jury, annee),
        FOREIGN KEY (etablissement, jury) REFERENCES cloture
      ) STRICT;

      CREATE TABLE preparation (
        etablissement INTEGER NOT NULL,
        jury INTEGER NOT NULL,
        etudiant INTEGER NOT NULL,
        avis TEXT NOT NULL CHECK (length(avis) <= 2000),
        version INTEGER NOT NULL CHECK (version >= 1),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, jury, etudiant),
        FOREIGN KEY (etablissement, jury) REFERENCES jury,
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT;

      CREATE TABLE ligne_de_preparation (
        etablissement INTEGER NOT NULL,
        jury INTEGER NOT NULL,
        etudiant INTEGER NOT NULL,
        rang INTEGER NOT NULL,
        sur TEXT NOT NULL,
        code TEXT NOT NULL,
        motif TEXT NOT NULL CHECK (length(motif) >= 1),
        PRIMARY KEY (etablissement, jury, etudiant, rang),
        FOREIGN KEY (etablissement, jury, etudiant) REFERENCES preparation
      ) STRICT;

      CREATE TABLE situation (
        etablissement INTEGER NOT NULL,
        situation INTEGER NOT NULL CHECK (situation >= 1),
        promotion INTEGER NOT NULL,
        etudiant INTEGER NOT NULL,
        texte TEXT NOT NULL CHECK (length(texte) BETWEEN 1 AND 2000),
        levee INTEGER NOT NULL CHECK (levee IN (0, 1)),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, situation),
        FOREIGN KEY (etablissement, promotion) REFERENCES promotion,
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT;
      CREATE INDEX situation_promotion ON situation (etablissement, promotion, situation);
      CREATE INDEX situation_etudiant ON situation (etablissement, etudiant);

      """,
    sqlite: """
      CREATE TRIGGER cloture_anterieure_fige_maj BEFORE UPDATE ON cloture_anterieure
      BEGIN SELECT RAISE(ABORT, 'ce qui est scellé ne se modifie pas'); END;
      CREATE TRIGGER cloture_anterieure_fige_sup BEFORE DELETE ON cloture_anterieure
      BEGIN SELECT RAISE(ABORT, 'ce qui est scellé ne se modifie pas'); END;

      """,
    postgresql: """
      CREATE TRIGGER cloture_anterieure_fige BEFORE UPDATE OR DELETE OR TRUNCATE
      ON cloture_anterieure FOR EACH STATEMENT EXECUTE FUNCTION scelle_fige();

      """,
  )
}
