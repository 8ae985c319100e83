extension Migration {
  /// Requests to repeat, and the next year made from the decisions.
  static let redoublement = Migration(
    numero: 5,
    nom: "redoublement et année suivante",
    commune: """
      CREATE TABLE redoublement (
        etablissement INTEGER NOT NULL,
        redoublement INTEGER NOT NULL CHECK (redoublement >= 1),
        promotion INTEGER NOT NULL,
        etudiant INTEGER NOT NULL,
        semestres TEXT NOT NULL CHECK (length(semestres) BETWEEN 1 AND 2),
        anterieurs TEXT NOT NULL CHECK (length(anterieurs) BETWEEN 0 AND 6),
        motif TEXT NOT NULL CHECK (length(motif) >= 1),
        fichier TEXT CHECK (length(fichier) = 64),
        depose TEXT NOT NULL CHECK (length(depose) = 16),
        audition_demandee INTEGER NOT NULL CHECK (audition_demandee IN (0, 1)),
        audition_jour TEXT CHECK (length(audition_jour) = 10),
        audition_devant TEXT NOT NULL,
        audition_tenue INTEGER NOT NULL CHECK (audition_tenue IN (0, 1)),
        supplement_auteur TEXT CHECK (length(supplement_auteur) >= 1),
        supplement_jour TEXT CHECK (length(supplement_jour) = 10),
        supplement_motif TEXT CHECK (length(supplement_motif) >= 1),
        supplement_fichier TEXT CHECK (length(supplement_fichier) = 64),
        derogation TEXT CHECK (length(derogation) >= 1),
        notifiee TEXT CHECK (length(notifiee) = 10),
        retiree TEXT CHECK (length(retiree) = 10),
        version INTEGER NOT NULL CHECK (version >= 1),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, redoublement),
        UNIQUE (etablissement, promotion, etudiant),
        FOREIGN KEY (etablissement, promotion) REFERENCES promotion,
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, fichier) REFERENCES fichier,
        FOREIGN KEY (etablissement, supplement_fichier) REFERENCES fichier,
        FOREIGN KEY (etablissement, entree) REFERENCES journal,
        CHECK (audition_tenue = 0 OR (audition_jour IS NOT NULL AND length(audition_devant) >= 1)),
        CHECK ((supplement_motif IS NULL) = (supplement_auteur IS NULL)),
        CHECK ((supplement_motif IS NULL) = (supplement_jour IS NULL))
      ) STRICT;
      CREATE INDEX redoublement_etudiant ON redoublement (etablissement, etudiant, redoublement);
      CREATE INDEX redoublement_fichier ON redoublement (etablissement, fichier);
      CREATE INDEX redoublement_supplement ON redoublement (etablissement, supplement_fichier);

      CREATE TABLE reponse_de_redoublement (
        etablissement INTEGER NOT NULL,
        redoublement INTEGER NOT NULL,
        nature TEXT NOT NULL CHECK (nature IN ('proposition', 'decision')),
        sens TEXT NOT NULL CHECK (sens IN ('autoriser', 'refuser')),
        motivation TEXT NOT NULL,
        conseils TEXT NOT NULL,
        auteur TEXT NOT NULL CHECK (length(auteur) >= 1),
        jour TEXT NOT NULL CHECK (length(jour) = 10),
        PRIMARY KEY (etablissement, redoublement, nature),
        FOREIGN KEY (etablissement, redoublement) REFERENCES redoublement
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE suite_choisie (
        etablissement INTEGER NOT NULL,
        promotion INTEGER NOT NULL,
        etudiant INTEGER NOT NULL,
        destination TEXT NOT NULL CHECK (destination IN
          ('passe', 'redouble', 'quitte', 'indecis')),
        semestres TEXT NOT NULL CHECK (length(semestres) BETWEEN 0 AND 2),
        motif TEXT NOT NULL CHECK (length(motif) >= 1),
        version INTEGER NOT NULL CHECK (version >= 1),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, promotion, etudiant),
        FOREIGN KEY (etablissement, promotion) REFERENCES promotion,
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, entree) REFERENCES journal,
        CHECK ((destination IN ('passe', 'redouble')) = (length(semestres) >= 1))
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE annee_suivante (
        etablissement INTEGER NOT NULL,
        annee_suivante INTEGER NOT NULL CHECK (annee_suivante >= 1),
        promotion INTEGER NOT NULL,
        faite TEXT NOT NULL CHECK (length(faite) = 16),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, annee_suivante),
        FOREIGN KEY (etablissement, promotion) REFERENCES promotion,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT;
      CREATE INDEX annee_suivante_promotion ON annee_suivante (etablissement, promotion);

      CREATE TABLE promotion_faite (
        etablissement INTEGER NOT NULL,
        promotion INTEGER NOT NULL,
        annee_suivante INTEGER NOT NULL,
        PRIMARY KEY (etablissement, promotion),
        FOREIGN KEY (etablissement, annee_suivante) REFERENCES annee_suivante,
        FOREIGN KEY (etablissement, promotion) REFERENCES promotion
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX promotion_faite_annee ON promotion_faite (etablissement, annee_suivante);

      CREATE TABLE groupe_fait (
        etablissement INTEGER NOT NULL,
        groupe INTEGER NOT NULL,
        annee_suivante INTEGER NOT NULL,
        PRIMARY KEY (etablissement, groupe),
        FOREIGN KEY (etablissement, annee_suivante) REFERENCES annee_suivante,
        FOREIGN KEY (etablissement, groupe) REFERENCES groupe
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX groupe_fait_annee ON groupe_fait (etablissement, annee_suivante);

      CREATE TABLE inscription_faite (
        etablissement INTEGER NOT NULL,
        inscription INTEGER NOT NULL,
        annee_suivante INTEGER NOT NULL,
        PRIMARY KEY (etablissement, inscription),
        FOREIGN KEY (etablissement, annee_suivante) REFERENCES annee_suivante,
        FOREIGN KEY (etablissement, inscription) REFERENCES inscription
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX inscription_faite_annee ON inscription_faite (etablissement, annee_suivante);

      """,
    sqlite: "",
    postgresql: "",
  )
}
