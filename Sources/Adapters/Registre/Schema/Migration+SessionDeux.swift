extension Migration {
  /// Sessions 2 as they are conducted: dates, tracks, exams, those eligible, late enrolments.
  ///
  /// A line of `admissibilite` is frozen: nothing changes it once the list is published.
  static let sessionDeux = Migration(
    numero: 14,
    nom: "session-deux",
    commune: """
      CREATE TABLE session_de_rattrapage (
        etablissement INTEGER NOT NULL,
        campagne INTEGER NOT NULL,
        dernier TEXT NOT NULL CHECK (length(dernier) = 10),
        publication_prevue TEXT NOT NULL CHECK (length(publication_prevue) = 10),
        publication TEXT CHECK (length(publication) = 10),
        adoptee TEXT CHECK (length(adoptee) = 10),
        jury TEXT CHECK (length(jury) = 10),
        delai INTEGER CHECK (delai BETWEEN 1 AND 366),
        derogation TEXT NOT NULL CHECK (derogation IN
          ('direction', 'directeur-des-etudes', 'responsable-de-departement')),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, campagne),
        FOREIGN KEY (etablissement, campagne) REFERENCES campagne,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE etape_de_session2 (
        etablissement INTEGER NOT NULL,
        campagne INTEGER NOT NULL,
        piste TEXT NOT NULL CHECK (piste IN ('admissibilite', 'formes', 'amenagements',
          'calendrier', 'inscriptions', 'epreuves', 'notes', 'jury', 'publication',
          'contestation')),
        fait TEXT NOT NULL CHECK (length(fait) = 10),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, campagne, piste),
        FOREIGN KEY (etablissement, campagne) REFERENCES session_de_rattrapage,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE epreuve_de_session2 (
        etablissement INTEGER NOT NULL,
        epreuve INTEGER NOT NULL CHECK (epreuve >= 1),
        campagne INTEGER NOT NULL,
        ue TEXT NOT NULL CHECK (length(ue) BETWEEN 1 AND 20),
        formes TEXT NOT NULL,
        duree INTEGER NOT NULL CHECK (duree BETWEEN 0 AND 600),
        materiel TEXT NOT NULL,
        besoins TEXT NOT NULL,
        modules TEXT NOT NULL,
        auteur INTEGER,
        version INTEGER NOT NULL CHECK (version >= 1),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, epreuve),
        UNIQUE (etablissement, campagne, ue),
        FOREIGN KEY (etablissement, campagne) REFERENCES session_de_rattrapage,
        FOREIGN KEY (etablissement, auteur) REFERENCES utilisateur,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT;

      CREATE TABLE admissibilite (
        etablissement INTEGER NOT NULL,
        campagne INTEGER NOT NULL,
        etudiant INTEGER NOT NULL,
        ue TEXT NOT NULL CHECK (length(ue) BETWEEN 1 AND 20),
        ouverte INTEGER NOT NULL CHECK (ouverte IN (0, 1)),
        raison TEXT NOT NULL CHECK (length(raison) BETWEEN 1 AND 40),
        moyenne TEXT,
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, campagne, etudiant, ue),
        FOREIGN KEY (etablissement, campagne) REFERENCES session_de_rattrapage,
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX admissibilite_etudiant ON admissibilite (etablissement, etudiant, campagne);

      CREATE TABLE silence_session2 (
        etablissement INTEGER NOT NULL,
        campagne INTEGER NOT NULL,
        etudiant INTEGER NOT NULL,
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, campagne, etudiant),
        FOREIGN KEY (etablissement, campagne) REFERENCES session_de_rattrapage,
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX silence_session2_etudiant ON silence_session2 (etablissement, etudiant);

      CREATE TABLE inscription_tardive (
        etablissement INTEGER NOT NULL,
        demande INTEGER NOT NULL CHECK (demande >= 1),
        campagne INTEGER NOT NULL,
        etudiant INTEGER NOT NULL,
        ues TEXT NOT NULL CHECK (length(ues) >= 1),
        texte TEXT NOT NULL CHECK (length(texte) >= 1),
        fichier TEXT CHECK (length(fichier) = 64),
        depose TEXT NOT NULL CHECK (length(depose) = 16),
        etat TEXT NOT NULL CHECK (etat IN ('deposee', 'acceptee', 'refusee')),
        jour TEXT CHECK (length(jour) = 10),
        motif TEXT CHECK (length(motif) >= 1),
        version INTEGER NOT NULL CHECK (version >= 1),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, demande),
        FOREIGN KEY (etablissement, campagne) REFERENCES session_de_rattrapage,
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, fichier) REFERENCES fichier,
        FOREIGN KEY (etablissement, entree) REFERENCES journal,
        CHECK ((etat = 'deposee') = (jour IS NULL)),
        CHECK ((etat = 'deposee') = (motif IS NULL))
      ) STRICT;
      CREATE INDEX inscription_tardive_campagne ON inscription_tardive
        (etablissement, campagne, demande);
      CREATE INDEX inscription_tardive_etudiant ON inscription_tardive
        (etablissement, etudiant, demande);
      CREATE INDEX inscription_tardive_fichier ON inscription_tardive (etablissement, fichier);

      CREATE TABLE ecart_d_amenagement (
        etablissement INTEGER NOT NULL,
        campagne INTEGER NOT NULL,
        etudiant INTEGER NOT NULL,
        nature TEXT NOT NULL CHECK (length(nature) BETWEEN 1 AND 40),
        maintenu INTEGER NOT NULL CHECK (maintenu IN (0, 1)),
        precisions TEXT NOT NULL,
        motif TEXT NOT NULL CHECK (length(motif) >= 1),
        version INTEGER NOT NULL CHECK (version >= 1),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, campagne, etudiant, nature),
        FOREIGN KEY (etablissement, campagne) REFERENCES session_de_rattrapage,
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX ecart_d_amenagement_etudiant ON ecart_d_amenagement (etablissement, etudiant);

      ALTER TABLE session2 ADD COLUMN recu INTEGER;
      CREATE INDEX session2_campagne ON session2 (etablissement, campagne, etudiant);

      """,
    sqlite: "",
    postgresql: "",
  )
}
