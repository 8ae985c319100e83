extension Migration {
  /// Requests for engagement and the commissions that decide on them, requests for arrangements.
  ///
  /// `mesure` names a kind of arrangement that the column `nature` has not: it then holds « autre ».
  /// `modules` names those of a dispensation, `amenagement` the one that justified an absence.
  /// `porte` adds 1 for slots, 2 for tests, 4 for exams.
  static let bonifications = Migration(
    numero: 12,
    nom: "bonifications",
    commune: """
      ALTER TABLE amenagement ADD COLUMN mesure TEXT CHECK (length(mesure) BETWEEN 1 AND 40);
      ALTER TABLE amenagement ADD COLUMN porte INTEGER NOT NULL DEFAULT 6
        CHECK (porte BETWEEN 1 AND 7);
      ALTER TABLE amenagement ADD COLUMN modules TEXT CHECK (length(modules) >= 1);
      ALTER TABLE presence ADD COLUMN amenagement INTEGER;

      CREATE TABLE commission (
        etablissement INTEGER NOT NULL,
        commission INTEGER NOT NULL CHECK (commission >= 1),
        annee INTEGER NOT NULL,
        jour TEXT NOT NULL CHECK (length(jour) = 10),
        lieu TEXT NOT NULL,
        observations TEXT NOT NULL,
        close TEXT CHECK (length(close) = 10),
        version INTEGER NOT NULL CHECK (version >= 1),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, commission),
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT;

      CREATE TABLE membre_de_commission (
        etablissement INTEGER NOT NULL,
        commission INTEGER NOT NULL,
        rang INTEGER NOT NULL CHECK (rang >= 1),
        nom TEXT NOT NULL CHECK (length(nom) >= 1),
        qualite TEXT NOT NULL CHECK (length(qualite) BETWEEN 1 AND 40),
        departement INTEGER,
        represente INTEGER NOT NULL CHECK (represente IN (0, 1)),
        present INTEGER NOT NULL CHECK (present IN (0, 1)),
        PRIMARY KEY (etablissement, commission, rang),
        FOREIGN KEY (etablissement, commission) REFERENCES commission,
        FOREIGN KEY (etablissement, departement) REFERENCES departement
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE engagement (
        etablissement INTEGER NOT NULL,
        engagement INTEGER NOT NULL CHECK (engagement >= 1),
        campagne INTEGER NOT NULL,
        promotion INTEGER NOT NULL,
        etudiant INTEGER NOT NULL,
        type TEXT NOT NULL CHECK (length(type) BETWEEN 1 AND 40),
        activite TEXT NOT NULL CHECK (length(activite) >= 1),
        organisme TEXT NOT NULL CHECK (length(organisme) >= 1),
        description TEXT NOT NULL CHECK (length(description) >= 1),
        debut TEXT NOT NULL CHECK (length(debut) = 10),
        fin TEXT NOT NULL CHECK (length(fin) = 10),
        depose TEXT NOT NULL CHECK (length(depose) = 16),
        etat TEXT NOT NULL CHECK (etat IN ('deposee', 'a-completer', 'retiree', 'decidee')),
        complement TEXT,
        etat_jour TEXT CHECK (length(etat_jour) = 10),
        assidu INTEGER CHECK (assidu IN (0, 1)),
        assiduite TEXT,
        assiduite_jour TEXT CHECK (length(assiduite_jour) = 10),
        assiduite_par TEXT,
        commission INTEGER,
        decision TEXT CHECK (decision IN ('accordee', 'rejetee', 'irrecevable')),
        points INTEGER CHECK (points > 0),
        cause TEXT CHECK (length(cause) BETWEEN 1 AND 40),
        motif TEXT CHECK (length(motif) >= 1),
        bonus INTEGER,
        version INTEGER NOT NULL CHECK (version >= 1),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, engagement),
        FOREIGN KEY (etablissement, campagne) REFERENCES campagne,
        FOREIGN KEY (etablissement, promotion) REFERENCES promotion,
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, commission) REFERENCES commission,
        FOREIGN KEY (etablissement, entree) REFERENCES journal,
        CHECK (debut <= fin),
        CHECK ((etat = 'a-completer') = (complement IS NOT NULL)),
        CHECK ((etat = 'deposee') = (etat_jour IS NULL)),
        CHECK ((assidu IS NULL) = (assiduite IS NULL)),
        CHECK ((decision IS NULL) = (commission IS NULL)),
        CHECK ((decision IS NULL) = (motif IS NULL)),
        CHECK ((points IS NOT NULL) = (decision IS NOT NULL AND decision = 'accordee')),
        CHECK ((cause IS NOT NULL) = (decision IS NOT NULL AND decision = 'irrecevable'))
      ) STRICT;
      CREATE INDEX engagement_etudiant ON engagement (etablissement, etudiant, engagement);
      CREATE INDEX engagement_promotion ON engagement (etablissement, promotion, engagement);

      CREATE TABLE piece_d_engagement (
        etablissement INTEGER NOT NULL,
        engagement INTEGER NOT NULL,
        nature TEXT NOT NULL CHECK (length(nature) BETWEEN 1 AND 40),
        auteur TEXT NOT NULL CHECK (auteur IN ('organisme', 'tiers', 'etudiant')),
        fichier TEXT NOT NULL CHECK (length(fichier) = 64),
        PRIMARY KEY (etablissement, engagement, nature),
        FOREIGN KEY (etablissement, engagement) REFERENCES engagement,
        FOREIGN KEY (etablissement, fichier) REFERENCES fichier
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX piece_d_engagement_fichier ON piece_d_engagement (etablissement, fichier);

      CREATE TABLE travail_d_engagement (
        etablissement INTEGER NOT NULL,
        engagement INTEGER NOT NULL,
        rang INTEGER NOT NULL CHECK (rang >= 1),
        debut TEXT NOT NULL CHECK (length(debut) = 10),
        fin TEXT NOT NULL CHECK (length(fin) = 10),
        heures INTEGER NOT NULL CHECK (heures > 0),
        PRIMARY KEY (etablissement, engagement, rang),
        FOREIGN KEY (etablissement, engagement) REFERENCES engagement
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE demande_d_amenagement (
        etablissement INTEGER NOT NULL,
        demande INTEGER NOT NULL CHECK (demande >= 1),
        promotion INTEGER NOT NULL,
        etudiant INTEGER NOT NULL,
        situation TEXT NOT NULL CHECK (length(situation) BETWEEN 1 AND 40),
        texte TEXT NOT NULL CHECK (length(texte) >= 1),
        souhaits TEXT NOT NULL CHECK (length(souhaits) >= 1),
        fichier TEXT CHECK (length(fichier) = 64),
        depose TEXT NOT NULL CHECK (length(depose) = 16),
        etat TEXT NOT NULL CHECK (etat IN ('deposee', 'retiree', 'accordee', 'refusee')),
        jour TEXT CHECK (length(jour) = 10),
        par TEXT,
        motif TEXT CHECK (length(motif) >= 1),
        version INTEGER NOT NULL CHECK (version >= 1),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, demande),
        FOREIGN KEY (etablissement, promotion) REFERENCES promotion,
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, fichier) REFERENCES fichier,
        FOREIGN KEY (etablissement, entree) REFERENCES journal,
        CHECK ((etat = 'deposee') = (jour IS NULL)),
        CHECK ((etat IN ('accordee', 'refusee')) = (motif IS NOT NULL)),
        CHECK ((par IS NULL) = (motif IS NULL))
      ) STRICT;
      CREATE INDEX demande_d_amenagement_etudiant ON demande_d_amenagement
        (etablissement, etudiant, demande);
      CREATE INDEX demande_d_amenagement_promotion ON demande_d_amenagement
        (etablissement, promotion, demande);
      CREATE INDEX demande_d_amenagement_fichier ON demande_d_amenagement
        (etablissement, fichier);

      """,
    sqlite: "",
    postgresql: "",
  )
}
