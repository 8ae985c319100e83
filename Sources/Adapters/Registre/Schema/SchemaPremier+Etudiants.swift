extension SchemaPremier {
  static let etudiants = """
    CREATE TABLE etudiant (
      etablissement INTEGER NOT NULL REFERENCES etablissement,
      etudiant INTEGER NOT NULL CHECK (etudiant >= 1),
      efface INTEGER NOT NULL CHECK (efface IN (0, 1)),
      ine TEXT CHECK (length(ine) BETWEEN 1 AND 20),
      nip TEXT CHECK (length(nip) BETWEEN 1 AND 40),
      nom_civil TEXT CHECK (length(nom_civil) >= 1),
      prenom_civil TEXT CHECK (length(prenom_civil) >= 1),
      nom_usage TEXT CHECK (length(nom_usage) >= 1),
      prenom_usage TEXT CHECK (length(prenom_usage) >= 1),
      naissance TEXT CHECK (length(naissance) = 10),
      courriel TEXT,
      telephone TEXT,
      baccalaureat TEXT,
      version INTEGER NOT NULL CHECK (version >= 1),
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, etudiant),
      UNIQUE (etablissement, ine),
      UNIQUE (etablissement, nip),
      FOREIGN KEY (etablissement, entree) REFERENCES journal,
      CHECK ((efface = 0) = (nip IS NOT NULL)),
      CHECK ((efface = 0) = (nom_civil IS NOT NULL)),
      CHECK ((efface = 0) = (prenom_civil IS NOT NULL)),
      CHECK (efface = 0 OR coalesce(ine, nom_usage, prenom_usage, naissance, courriel, telephone,
        baccalaureat) IS NULL)
    ) STRICT;

    CREATE TABLE personne_de_confiance (
      etablissement INTEGER NOT NULL,
      etudiant INTEGER NOT NULL,
      nom TEXT NOT NULL CHECK (length(nom) >= 1),
      lien TEXT NOT NULL,
      telephone TEXT NOT NULL CHECK (length(telephone) >= 1),
      courriel TEXT,
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, etudiant),
      FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
      FOREIGN KEY (etablissement, entree) REFERENCES journal
    ) STRICT;

    CREATE TABLE amenagement (
      etablissement INTEGER NOT NULL,
      amenagement INTEGER NOT NULL CHECK (amenagement >= 1),
      etudiant INTEGER NOT NULL,
      nature TEXT NOT NULL CHECK (nature IN
        ('tiers-temps', 'salle-isolee', 'assistant', 'materiel', 'autre')),
      precisions TEXT NOT NULL,
      depuis TEXT NOT NULL CHECK (length(depuis) = 10),
      jusqua TEXT CHECK (length(jusqua) = 10),
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, amenagement),
      FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
      FOREIGN KEY (etablissement, entree) REFERENCES journal
    ) STRICT;
    CREATE INDEX amenagement_etudiant ON amenagement (etablissement, etudiant, amenagement);

    CREATE TABLE inscription (
      etablissement INTEGER NOT NULL,
      inscription INTEGER NOT NULL CHECK (inscription >= 1),
      etudiant INTEGER NOT NULL,
      promotion INTEGER NOT NULL,
      semestres TEXT NOT NULL CHECK (length(semestres) BETWEEN 1 AND 3),
      debut TEXT NOT NULL CHECK (length(debut) = 10),
      fin TEXT CHECK (length(fin) = 10),
      cause TEXT CHECK (cause IN ('demission', 'transfert', 'cesure', 'exclusion', 'autre')),
      motif TEXT CHECK (length(motif) >= 1),
      version INTEGER NOT NULL CHECK (version >= 1),
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, inscription),
      UNIQUE (etablissement, promotion, etudiant),
      FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
      FOREIGN KEY (etablissement, promotion) REFERENCES promotion,
      FOREIGN KEY (etablissement, entree) REFERENCES journal,
      CHECK ((fin IS NULL) = (cause IS NULL)),
      CHECK ((fin IS NULL) = (motif IS NULL)),
      CHECK (fin IS NULL OR debut <= fin)
    ) STRICT;
    CREATE INDEX inscription_etudiant ON inscription (etablissement, etudiant, inscription);

    CREATE TABLE statut (
      etablissement INTEGER NOT NULL,
      inscription INTEGER NOT NULL,
      depuis TEXT NOT NULL CHECK (length(depuis) = 10),
      statut TEXT NOT NULL CHECK (statut IN ('initial', 'alternant', 'continue')),
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, inscription, depuis),
      FOREIGN KEY (etablissement, inscription) REFERENCES inscription,
      FOREIGN KEY (etablissement, entree) REFERENCES journal
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE membre (
      etablissement INTEGER NOT NULL,
      groupe INTEGER NOT NULL,
      etudiant INTEGER NOT NULL,
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, groupe, etudiant),
      FOREIGN KEY (etablissement, groupe) REFERENCES groupe,
      FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
      FOREIGN KEY (etablissement, entree) REFERENCES journal
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX membre_etudiant ON membre (etablissement, etudiant);

    """
}
