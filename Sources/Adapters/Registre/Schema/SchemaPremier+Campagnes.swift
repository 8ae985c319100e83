extension SchemaPremier {
  static let campagnes = """
    CREATE TABLE campagne (
      etablissement INTEGER NOT NULL,
      campagne INTEGER NOT NULL CHECK (campagne >= 1),
      promotion INTEGER NOT NULL,
      nature TEXT NOT NULL CHECK (nature IN
        ('session2', 'bonus', 'amenagement', 'redoublement', 'autre')),
      intitule TEXT NOT NULL CHECK (length(intitule) BETWEEN 1 AND 200),
      ouverture TEXT NOT NULL CHECK (length(ouverture) = 16),
      cloture TEXT NOT NULL CHECK (length(cloture) = 16),
      jour TEXT CHECK (length(jour) = 10),
      version INTEGER NOT NULL CHECK (version >= 1),
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, campagne),
      FOREIGN KEY (etablissement, promotion) REFERENCES promotion,
      FOREIGN KEY (etablissement, entree) REFERENCES journal,
      CHECK (ouverture < cloture)
    ) STRICT;
    CREATE INDEX campagne_promotion ON campagne (etablissement, promotion, campagne);

    CREATE TABLE parametre_de_campagne (
      etablissement INTEGER NOT NULL,
      campagne INTEGER NOT NULL,
      rang INTEGER NOT NULL,
      nom TEXT NOT NULL,
      valeur TEXT NOT NULL,
      PRIMARY KEY (etablissement, campagne, rang),
      UNIQUE (etablissement, campagne, nom),
      FOREIGN KEY (etablissement, campagne) REFERENCES campagne
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE demande (
      etablissement INTEGER NOT NULL,
      demande INTEGER NOT NULL CHECK (demande >= 1),
      campagne INTEGER NOT NULL,
      etudiant INTEGER NOT NULL,
      texte TEXT NOT NULL CHECK (length(texte) >= 1),
      depose TEXT NOT NULL CHECK (length(depose) = 16),
      fichier TEXT CHECK (length(fichier) = 64),
      force_majeure TEXT,
      etat TEXT NOT NULL CHECK (etat IN ('deposee', 'acceptee', 'refusee')),
      jour TEXT CHECK (length(jour) = 10),
      motif TEXT CHECK (length(motif) >= 1),
      version INTEGER NOT NULL CHECK (version >= 1),
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, demande),
      FOREIGN KEY (etablissement, campagne) REFERENCES campagne,
      FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
      FOREIGN KEY (etablissement, fichier) REFERENCES fichier,
      FOREIGN KEY (etablissement, entree) REFERENCES journal,
      CHECK ((etat = 'deposee') = (jour IS NULL)),
      CHECK ((etat = 'refusee') = (motif IS NOT NULL))
    ) STRICT;
    CREATE INDEX demande_campagne ON demande (etablissement, campagne, demande);
    CREATE INDEX demande_etudiant ON demande (etablissement, etudiant, demande);
    CREATE INDEX demande_fichier ON demande (etablissement, fichier);

    CREATE TABLE session2 (
      etablissement INTEGER NOT NULL,
      promotion INTEGER NOT NULL,
      etudiant INTEGER NOT NULL,
      campagne INTEGER NOT NULL,
      ues TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version >= 1),
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, promotion, etudiant),
      FOREIGN KEY (etablissement, promotion) REFERENCES promotion,
      FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
      FOREIGN KEY (etablissement, campagne) REFERENCES campagne,
      FOREIGN KEY (etablissement, entree) REFERENCES journal
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE note_session2 (
      etablissement INTEGER NOT NULL,
      promotion INTEGER NOT NULL,
      etudiant INTEGER NOT NULL,
      sorte TEXT NOT NULL CHECK (sorte IN ('ue', 'module')),
      code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 40),
      version INTEGER NOT NULL CHECK (version >= 1),
      mot TEXT NOT NULL CHECK (mot IN
        ('NOTE', 'ABI', 'EXC', 'ATT', 'ABJ', 'RAT', 'SANS', 'ITI', 'NUL', 'DEM', 'DEF')),
      valeur INTEGER,
      bareme INTEGER,
      motif TEXT,
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, promotion, etudiant, sorte, code),
      FOREIGN KEY (etablissement, promotion, etudiant) REFERENCES session2,
      FOREIGN KEY (etablissement, entree) REFERENCES journal,
      CHECK ((mot IN ('NOTE', 'RAT')) = (valeur IS NOT NULL)),
      CHECK ((valeur IS NULL) = (bareme IS NULL)),
      CHECK (valeur IS NULL OR valeur BETWEEN 0 AND bareme),
      CHECK ((mot = 'SANS') = (motif IS NOT NULL))
    ) STRICT, WITHOUT ROWID;

    """
}
