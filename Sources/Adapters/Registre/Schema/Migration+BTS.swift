extension Migration {
  /// The exceptional session of the BTS of 2021: candidates, results, orals, support.
  ///
  /// `specialite` is the text of the speciality, in its JSON format. A result is a mark on 20 or,
  /// where `note` is empty, an absence with the document that justifies it.
  static let bts = Migration(
    numero: 16,
    nom: "bts",
    commune: """
      CREATE TABLE session_bts (
        etablissement INTEGER NOT NULL,
        session INTEGER NOT NULL CHECK (session >= 1),
        departement INTEGER NOT NULL,
        intitule TEXT NOT NULL CHECK (length(intitule) >= 1),
        specialite TEXT NOT NULL CHECK (length(specialite) >= 1),
        proclamation TEXT CHECK (length(proclamation) = 10),
        close TEXT CHECK (length(close) = 10),
        version INTEGER NOT NULL CHECK (version >= 1),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, session),
        FOREIGN KEY (etablissement, departement) REFERENCES departement,
        FOREIGN KEY (etablissement, entree) REFERENCES journal,
        CHECK (close IS NULL OR proclamation IS NOT NULL)
      ) STRICT;

      CREATE TABLE candidat_bts (
        etablissement INTEGER NOT NULL,
        candidat INTEGER NOT NULL CHECK (candidat >= 1),
        session INTEGER NOT NULL,
        etudiant INTEGER NOT NULL,
        livret TEXT NOT NULL,
        autorise INTEGER CHECK (autorise IN (0, 1)),
        motif TEXT,
        decide TEXT CHECK (length(decide) = 10),
        convoque TEXT CHECK (length(convoque) = 10),
        retard TEXT CHECK (length(retard) >= 1),
        discipline TEXT CHECK (length(discipline) >= 1),
        par_le_candidat INTEGER CHECK (par_le_candidat IN (0, 1)),
        choisie TEXT CHECK (length(choisie) = 10),
        version INTEGER NOT NULL CHECK (version >= 1),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, candidat),
        UNIQUE (etablissement, session, etudiant),
        FOREIGN KEY (etablissement, session) REFERENCES session_bts,
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, entree) REFERENCES journal,
        CHECK ((autorise IS NULL) = (motif IS NULL)),
        CHECK ((autorise IS NULL) = (decide IS NULL)),
        CHECK (retard IS NULL OR convoque IS NOT NULL),
        CHECK ((discipline IS NULL) = (par_le_candidat IS NULL)),
        CHECK ((discipline IS NULL) = (choisie IS NULL))
      ) STRICT;
      CREATE INDEX candidat_bts_session ON candidat_bts (etablissement, session, candidat);
      CREATE INDEX candidat_bts_etudiant ON candidat_bts (etablissement, etudiant, candidat);

      CREATE TABLE resultat_bts (
        etablissement INTEGER NOT NULL,
        candidat INTEGER NOT NULL,
        epreuve TEXT NOT NULL CHECK (length(epreuve) BETWEEN 1 AND 200),
        valeur INTEGER CHECK (valeur BETWEEN 0 AND 20000000),
        piece TEXT CHECK (length(piece) >= 1),
        PRIMARY KEY (etablissement, candidat, epreuve),
        FOREIGN KEY (etablissement, candidat) REFERENCES candidat_bts,
        CHECK (valeur IS NULL OR piece IS NULL)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE oral_bts (
        etablissement INTEGER NOT NULL,
        candidat INTEGER NOT NULL,
        domaine TEXT NOT NULL CHECK (domaine IN ('general', 'professionnel')),
        debut TEXT NOT NULL CHECK (length(debut) = 16),
        salle TEXT NOT NULL CHECK (length(salle) >= 1),
        absent INTEGER NOT NULL CHECK (absent IN (0, 1)),
        valeur INTEGER CHECK (valeur BETWEEN 0 AND 20000000),
        PRIMARY KEY (etablissement, candidat, domaine),
        FOREIGN KEY (etablissement, candidat) REFERENCES candidat_bts,
        CHECK (absent = 0 OR valeur IS NULL)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE accompagnement_bts (
        etablissement INTEGER NOT NULL,
        candidat INTEGER NOT NULL,
        rang INTEGER NOT NULL CHECK (rang >= 1),
        nature TEXT NOT NULL CHECK (nature IN ('entretien', 'seance')),
        jour TEXT NOT NULL CHECK (length(jour) = 10),
        texte TEXT NOT NULL,
        suite TEXT NOT NULL CHECK (suite IN ('propose', 'suivi', 'decline')),
        PRIMARY KEY (etablissement, candidat, rang),
        FOREIGN KEY (etablissement, candidat) REFERENCES candidat_bts
      ) STRICT, WITHOUT ROWID;

      """,
    sqlite: "",
    postgresql: "",
  )
}
