extension Migration {
  /// The calendar of sessions 2 and the day of their exams.
  ///
  /// `contenu` is the canonical text that is signed; `empreinte` its SHA-256.
  static let calendrierDeSession2 = Migration(
    numero: 15,
    nom: "calendrier-de-session-2",
    commune: """
      CREATE TABLE lieux_de_session2 (
        etablissement INTEGER NOT NULL,
        campagne INTEGER NOT NULL,
        version INTEGER NOT NULL CHECK (version >= 1),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, campagne),
        FOREIGN KEY (etablissement, campagne) REFERENCES session_de_rattrapage,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE salle_de_session2 (
        etablissement INTEGER NOT NULL,
        campagne INTEGER NOT NULL,
        rang INTEGER NOT NULL CHECK (rang >= 1),
        nom TEXT NOT NULL CHECK (length(nom) >= 1),
        places INTEGER NOT NULL CHECK (places >= 1),
        PRIMARY KEY (etablissement, campagne, rang),
        UNIQUE (etablissement, campagne, nom),
        FOREIGN KEY (etablissement, campagne) REFERENCES lieux_de_session2
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE creneau_de_session2 (
        etablissement INTEGER NOT NULL,
        campagne INTEGER NOT NULL,
        debut TEXT NOT NULL CHECK (length(debut) = 16),
        minutes INTEGER NOT NULL CHECK (minutes >= 1),
        PRIMARY KEY (etablissement, campagne, debut),
        FOREIGN KEY (etablissement, campagne) REFERENCES lieux_de_session2
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE calendrier_de_session2 (
        etablissement INTEGER NOT NULL,
        campagne INTEGER NOT NULL,
        numero INTEGER NOT NULL CHECK (numero >= 1),
        contenu TEXT NOT NULL,
        confirme INTEGER NOT NULL CHECK (confirme IN (0, 1)),
        empreinte TEXT CHECK (length(empreinte) = 64),
        signataire INTEGER,
        nom TEXT,
        signe TEXT CHECK (length(signe) = 16),
        publie TEXT CHECK (length(publie) = 16),
        derogation TEXT CHECK (length(derogation) >= 1),
        version INTEGER NOT NULL CHECK (version >= 1),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, campagne, numero),
        FOREIGN KEY (etablissement, campagne) REFERENCES session_de_rattrapage,
        FOREIGN KEY (etablissement, signataire) REFERENCES utilisateur,
        FOREIGN KEY (etablissement, entree) REFERENCES journal,
        CHECK ((empreinte IS NULL) = (signe IS NULL)),
        CHECK ((empreinte IS NULL) = (nom IS NULL)),
        CHECK (publie IS NULL OR signe IS NOT NULL)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE convocation_changee (
        etablissement INTEGER NOT NULL,
        campagne INTEGER NOT NULL,
        numero INTEGER NOT NULL,
        etudiant INTEGER NOT NULL,
        avant TEXT NOT NULL,
        apres TEXT NOT NULL,
        moment INTEGER NOT NULL,
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, campagne, numero, etudiant),
        FOREIGN KEY (etablissement, campagne, numero) REFERENCES calendrier_de_session2,
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX convocation_changee_etudiant ON convocation_changee (etablissement, etudiant);

      CREATE TABLE contrainte_de_session2 (
        etablissement INTEGER NOT NULL,
        contrainte INTEGER NOT NULL CHECK (contrainte >= 1),
        campagne INTEGER NOT NULL,
        etudiant INTEGER NOT NULL,
        nature TEXT NOT NULL CHECK (nature IN ('stage', 'alternance', 'contrat')),
        du TEXT NOT NULL CHECK (length(du) = 16),
        au TEXT NOT NULL CHECK (length(au) = 16),
        precisions TEXT NOT NULL,
        declaree TEXT NOT NULL CHECK (length(declaree) = 16),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, contrainte),
        FOREIGN KEY (etablissement, campagne) REFERENCES session_de_rattrapage,
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, entree) REFERENCES journal,
        CHECK (du < au)
      ) STRICT;
      CREATE INDEX contrainte_de_session2_campagne ON contrainte_de_session2
        (etablissement, campagne, contrainte);
      CREATE INDEX contrainte_de_session2_etudiant ON contrainte_de_session2
        (etablissement, etudiant);

      CREATE TABLE signalement_de_session2 (
        etablissement INTEGER NOT NULL,
        signalement INTEGER NOT NULL CHECK (signalement >= 1),
        campagne INTEGER NOT NULL,
        etudiant INTEGER NOT NULL,
        epreuves TEXT NOT NULL CHECK (length(epreuves) >= 1),
        texte TEXT NOT NULL,
        depose TEXT NOT NULL CHECK (length(depose) = 16),
        reponse TEXT CHECK (length(reponse) >= 1),
        version INTEGER NOT NULL CHECK (version >= 1),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, signalement),
        FOREIGN KEY (etablissement, campagne) REFERENCES session_de_rattrapage,
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT;
      CREATE INDEX signalement_de_session2_campagne ON signalement_de_session2
        (etablissement, campagne, signalement);
      CREATE INDEX signalement_de_session2_etudiant ON signalement_de_session2
        (etablissement, etudiant);

      CREATE TABLE tirage_de_session2 (
        etablissement INTEGER NOT NULL,
        campagne INTEGER NOT NULL,
        graine INTEGER NOT NULL,
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, campagne),
        FOREIGN KEY (etablissement, campagne) REFERENCES session_de_rattrapage,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE emargement_de_session2 (
        etablissement INTEGER NOT NULL,
        campagne INTEGER NOT NULL,
        epreuve TEXT NOT NULL CHECK (length(epreuve) >= 1),
        etudiant INTEGER NOT NULL,
        piece INTEGER NOT NULL CHECK (piece IN (0, 1)),
        carte INTEGER NOT NULL CHECK (carte IN (0, 1)),
        arrivee TEXT CHECK (length(arrivee) = 16),
        copie TEXT CHECK (copie IN ('rendue', 'blanche', 'non-rendue', 'refusee')),
        sortie TEXT CHECK (length(sortie) = 16),
        observation TEXT NOT NULL,
        version INTEGER NOT NULL CHECK (version >= 1),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, campagne, epreuve, etudiant),
        FOREIGN KEY (etablissement, campagne) REFERENCES session_de_rattrapage,
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, entree) REFERENCES journal,
        CHECK (arrivee IS NULL OR (piece = 1 AND carte = 1)),
        CHECK (copie IS NULL OR arrivee IS NOT NULL)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX emargement_de_session2_etudiant ON emargement_de_session2
        (etablissement, etudiant);

      """,
    sqlite: "",
    postgresql: "",
  )
}
