extension Migration {
  /// Incidents of every kind, the steps of procedures, the report of a fraud, damage, and what is
  /// noted in the room of a test.
  ///
  /// What stood before was about frauds. `efface` is 1 once the account is gone.
  static let discipline = Migration(
    numero: 11,
    nom: "discipline",
    commune: """
      ALTER TABLE incident ADD COLUMN comportement TEXT NOT NULL DEFAULT 'fraude'
        CHECK (length(comportement) BETWEEN 1 AND 40);
      ALTER TABLE incident ADD COLUMN auteur INTEGER;
      ALTER TABLE incident ADD COLUMN temoins TEXT NOT NULL DEFAULT '';
      ALTER TABLE incident ADD COLUMN inconnus TEXT NOT NULL DEFAULT '';
      ALTER TABLE incident ADD COLUMN penal INTEGER NOT NULL DEFAULT 0 CHECK (penal IN (0, 1));
      ALTER TABLE incident ADD COLUMN chef TEXT NOT NULL DEFAULT '2a' CHECK (chef IN ('2a', '2b'));
      ALTER TABLE incident ADD COLUMN efface INTEGER NOT NULL DEFAULT 0 CHECK (efface IN (0, 1));
      ALTER TABLE suite ADD COLUMN relaxe INTEGER NOT NULL DEFAULT 0 CHECK (relaxe IN (0, 1));

      CREATE TABLE etape_disciplinaire (
        etablissement INTEGER NOT NULL,
        incident INTEGER NOT NULL,
        etudiant INTEGER NOT NULL,
        rang INTEGER NOT NULL CHECK (rang >= 1),
        nature TEXT NOT NULL CHECK (length(nature) BETWEEN 1 AND 40),
        jour TEXT NOT NULL CHECK (length(jour) = 10),
        texte TEXT NOT NULL,
        par TEXT NOT NULL,
        PRIMARY KEY (etablissement, incident, etudiant, rang),
        FOREIGN KEY (etablissement, incident, etudiant) REFERENCES suite
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE degat (
        etablissement INTEGER NOT NULL,
        incident INTEGER NOT NULL,
        designation TEXT NOT NULL CHECK (length(designation) >= 1),
        valeur INTEGER NOT NULL CHECK (valeur >= 1),
        montant INTEGER NOT NULL CHECK (montant BETWEEN 0 AND valeur),
        etat TEXT NOT NULL CHECK (etat IN
          ('a-decider', 'remplacement-demande', 'remplace', 'facture', 'payee', 'sans-suite')),
        facture TEXT NOT NULL,
        PRIMARY KEY (etablissement, incident),
        FOREIGN KEY (etablissement, incident) REFERENCES incident
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE pv_de_fraude (
        etablissement INTEGER NOT NULL,
        incident INTEGER NOT NULL,
        jour TEXT NOT NULL CHECK (length(jour) = 10),
        mesures TEXT NOT NULL CHECK (length(mesures) >= 1),
        pieces TEXT NOT NULL CHECK (length(pieces) >= 1),
        expulsion TEXT CHECK (length(expulsion) >= 1),
        PRIMARY KEY (etablissement, incident),
        FOREIGN KEY (etablissement, incident) REFERENCES incident
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE signature_de_pv (
        etablissement INTEGER NOT NULL,
        incident INTEGER NOT NULL,
        rang INTEGER NOT NULL CHECK (rang >= 1),
        nom TEXT NOT NULL,
        etudiant INTEGER,
        signe INTEGER NOT NULL CHECK (signe IN (0, 1)),
        PRIMARY KEY (etablissement, incident, rang),
        FOREIGN KEY (etablissement, incident) REFERENCES pv_de_fraude,
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX signature_de_pv_etudiant ON signature_de_pv (etablissement, etudiant);

      CREATE TABLE constat_de_salle (
        etablissement INTEGER NOT NULL,
        constat INTEGER NOT NULL CHECK (constat >= 1),
        evaluation INTEGER NOT NULL,
        etudiant INTEGER,
        nature TEXT NOT NULL CHECK (nature IN ('materiels-deposes', 'objet-garde', 'copie-blanche',
          'copie-non-rendue', 'copie-refusee')),
        moment TEXT NOT NULL CHECK (length(moment) = 16),
        texte TEXT NOT NULL,
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, constat),
        FOREIGN KEY (etablissement, evaluation) REFERENCES evaluation,
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, entree) REFERENCES journal,
        CHECK ((nature = 'materiels-deposes') = (etudiant IS NULL))
      ) STRICT;
      CREATE INDEX constat_de_salle_evaluation ON constat_de_salle
        (etablissement, evaluation, constat);
      CREATE INDEX constat_de_salle_etudiant ON constat_de_salle (etablissement, etudiant);

      """,
    sqlite: "",
    postgresql: "",
  )
}
