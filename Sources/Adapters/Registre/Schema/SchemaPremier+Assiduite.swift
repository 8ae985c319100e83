extension SchemaPremier {
  static let assiduite = """
    CREATE TABLE seance (
      etablissement INTEGER NOT NULL,
      seance INTEGER NOT NULL CHECK (seance >= 1),
      promotion INTEGER NOT NULL,
      module TEXT CHECK (length(module) BETWEEN 1 AND 40),
      debut TEXT NOT NULL CHECK (length(debut) = 16),
      minutes INTEGER NOT NULL CHECK (minutes BETWEEN 3 AND 1440 AND minutes % 3 = 0),
      enseignant INTEGER,
      nature TEXT NOT NULL CHECK (nature IN ('cm', 'td', 'tp', 'examen', 'autre')),
      evaluation INTEGER,
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, seance),
      FOREIGN KEY (etablissement, promotion) REFERENCES promotion,
      FOREIGN KEY (etablissement, enseignant) REFERENCES utilisateur,
      FOREIGN KEY (etablissement, evaluation) REFERENCES evaluation,
      FOREIGN KEY (etablissement, entree) REFERENCES journal
    ) STRICT;
    CREATE INDEX seance_promotion ON seance (etablissement, promotion, debut);
    CREATE INDEX seance_evaluation ON seance (etablissement, evaluation)
      WHERE evaluation IS NOT NULL;

    CREATE TABLE seance_groupe (
      etablissement INTEGER NOT NULL,
      seance INTEGER NOT NULL,
      groupe INTEGER NOT NULL,
      PRIMARY KEY (etablissement, seance, groupe),
      FOREIGN KEY (etablissement, seance) REFERENCES seance,
      FOREIGN KEY (etablissement, groupe) REFERENCES groupe
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE justificatif (
      etablissement INTEGER NOT NULL,
      justificatif INTEGER NOT NULL CHECK (justificatif >= 1),
      etudiant INTEGER NOT NULL,
      du TEXT NOT NULL CHECK (length(du) = 16),
      au TEXT NOT NULL CHECK (length(au) = 16),
      nature TEXT NOT NULL CHECK (nature IN
        ('medical', 'deces', 'permis', 'arret-de-travail', 'autorisation', 'autre')),
      depose TEXT NOT NULL CHECK (length(depose) = 16),
      fichier TEXT CHECK (length(fichier) = 64),
      etat TEXT NOT NULL CHECK (etat IN ('depose', 'a-completer', 'accepte', 'refuse')),
      motif TEXT CHECK (length(motif) >= 1),
      traite_par INTEGER,
      traite_le TEXT CHECK (length(traite_le) = 16),
      version INTEGER NOT NULL CHECK (version >= 1),
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, justificatif),
      FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
      FOREIGN KEY (etablissement, fichier) REFERENCES fichier,
      FOREIGN KEY (etablissement, traite_par) REFERENCES utilisateur,
      FOREIGN KEY (etablissement, entree) REFERENCES journal,
      CHECK (du <= au),
      CHECK ((etat IN ('a-completer', 'refuse')) = (motif IS NOT NULL))
    ) STRICT;
    CREATE INDEX justificatif_etudiant ON justificatif (etablissement, etudiant, justificatif);
    CREATE INDEX justificatif_fichier ON justificatif (etablissement, fichier);

    CREATE TABLE presence (
      etablissement INTEGER NOT NULL,
      seance INTEGER NOT NULL,
      etudiant INTEGER NOT NULL,
      version INTEGER NOT NULL CHECK (version >= 1),
      pointage TEXT NOT NULL CHECK (pointage IN ('present', 'absent', 'retard', 'exclu')),
      retard INTEGER CHECK (retard >= 1),
      motif TEXT CHECK (length(motif) >= 1),
      justification TEXT CHECK (justification IN ('ABJ', 'ITI')),
      declaree TEXT CHECK (length(declaree) = 16),
      justificatif INTEGER,
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, seance, etudiant),
      FOREIGN KEY (etablissement, seance) REFERENCES seance,
      FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
      FOREIGN KEY (etablissement, justificatif) REFERENCES justificatif,
      FOREIGN KEY (etablissement, entree) REFERENCES journal,
      CHECK ((pointage = 'retard') = (retard IS NOT NULL)),
      CHECK ((pointage = 'exclu') = (motif IS NOT NULL)),
      CHECK (declaree IS NULL OR justification = 'ITI'),
      CHECK (justification IS NULL OR pointage IN ('absent', 'exclu'))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX presence_etudiant ON presence (etablissement, etudiant);

    """
}
