extension Migration {
  /// Sign-ins, what is announced, asked and decided around absences.
  ///
  /// `cle` is empty once a sign-in is closed; `responsable` is the guardian who asks for a minor.
  static let assiduite = Migration(
    numero: 13,
    nom: "assiduite",
    commune: """
      CREATE TABLE emargement (
        etablissement INTEGER NOT NULL,
        seance INTEGER NOT NULL,
        cle TEXT NOT NULL,
        pas INTEGER NOT NULL CHECK (pas BETWEEN 10 AND 120),
        ouvert TEXT NOT NULL CHECK (length(ouvert) = 16),
        ferme TEXT CHECK (length(ferme) = 16),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, seance),
        FOREIGN KEY (etablissement, seance) REFERENCES seance,
        FOREIGN KEY (etablissement, entree) REFERENCES journal,
        CHECK ((cle = '') = (ferme IS NOT NULL))
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE signature_de_presence (
        etablissement INTEGER NOT NULL,
        seance INTEGER NOT NULL,
        etudiant INTEGER NOT NULL,
        moment TEXT NOT NULL CHECK (length(moment) = 16),
        appareil TEXT NOT NULL CHECK (length(appareil) = 64),
        adresse TEXT NOT NULL CHECK (length(adresse) = 64),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, seance, etudiant),
        FOREIGN KEY (etablissement, seance) REFERENCES emargement,
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX signature_de_presence_etudiant ON signature_de_presence
        (etablissement, etudiant);

      CREATE TABLE signalement_d_absence (
        etablissement INTEGER NOT NULL,
        signalement INTEGER NOT NULL CHECK (signalement >= 1),
        etudiant INTEGER NOT NULL,
        nature TEXT NOT NULL CHECK (nature IN ('prevue', 'appel', 'courriel', 'contact')),
        du TEXT NOT NULL CHECK (length(du) = 16),
        au TEXT NOT NULL CHECK (length(au) = 16),
        texte TEXT NOT NULL,
        depose TEXT NOT NULL CHECK (length(depose) = 16),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, signalement),
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, entree) REFERENCES journal,
        CHECK (du <= au)
      ) STRICT;
      CREATE INDEX signalement_d_absence_etudiant ON signalement_d_absence
        (etablissement, etudiant, signalement);

      CREATE TABLE indisponibilite (
        etablissement INTEGER NOT NULL,
        etudiant INTEGER NOT NULL,
        jour TEXT NOT NULL CHECK (length(jour) = 10),
        declaree TEXT NOT NULL CHECK (length(declaree) = 16),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, etudiant, jour),
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE autorisation_d_absence (
        etablissement INTEGER NOT NULL,
        autorisation INTEGER NOT NULL CHECK (autorisation >= 1),
        etudiant INTEGER NOT NULL,
        du TEXT NOT NULL CHECK (length(du) = 16),
        au TEXT NOT NULL CHECK (length(au) = 16),
        motif TEXT NOT NULL CHECK (length(motif) >= 1),
        responsable TEXT CHECK (length(responsable) >= 1),
        fichier TEXT CHECK (length(fichier) = 64),
        depose TEXT NOT NULL CHECK (length(depose) = 16),
        etat TEXT NOT NULL CHECK (etat IN ('demandee', 'accordee', 'refusee')),
        reponse TEXT CHECK (length(reponse) >= 1),
        echeance TEXT CHECK (length(echeance) = 16),
        remplie INTEGER CHECK (remplie IN (0, 1)),
        constatee TEXT CHECK (length(constatee) = 16),
        justificatif INTEGER,
        version INTEGER NOT NULL CHECK (version >= 1),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, autorisation),
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, fichier) REFERENCES fichier,
        FOREIGN KEY (etablissement, justificatif) REFERENCES justificatif,
        FOREIGN KEY (etablissement, entree) REFERENCES journal,
        CHECK (du <= au),
        CHECK (etat <> 'refusee' OR reponse IS NOT NULL),
        CHECK ((remplie IS NULL) = (constatee IS NULL))
      ) STRICT;
      CREATE INDEX autorisation_d_absence_etudiant ON autorisation_d_absence
        (etablissement, etudiant, autorisation);
      CREATE INDEX autorisation_d_absence_fichier ON autorisation_d_absence
        (etablissement, fichier);

      CREATE TABLE rattrapage (
        etablissement INTEGER NOT NULL,
        evaluation INTEGER NOT NULL,
        etudiant INTEGER NOT NULL,
        demande TEXT NOT NULL CHECK (length(demande) = 16),
        etat TEXT NOT NULL CHECK (etat IN ('demande', 'organise', 'refuse')),
        date TEXT CHECK (length(date) = 16),
        salle TEXT NOT NULL,
        forme TEXT NOT NULL,
        motif TEXT CHECK (length(motif) >= 1),
        version INTEGER NOT NULL CHECK (version >= 1),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, evaluation, etudiant),
        FOREIGN KEY (etablissement, evaluation) REFERENCES evaluation,
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, entree) REFERENCES journal,
        CHECK ((etat = 'organise') = (date IS NOT NULL)),
        CHECK ((etat = 'refuse') = (motif IS NOT NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX rattrapage_etudiant ON rattrapage (etablissement, etudiant);

      ALTER TABLE presence ADD COLUMN exclusion INTEGER
        CHECK (exclusion IS NULL OR (pointage = 'exclu' AND exclusion >= 1));

      ALTER TABLE seance ADD COLUMN reference TEXT
        CHECK (length(reference) BETWEEN 1 AND 300);

      CREATE INDEX seance_jour ON seance (etablissement, debut);

      """,
    sqlite: "",
    postgresql: "",
  )
}
