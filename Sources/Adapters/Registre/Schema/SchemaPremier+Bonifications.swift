extension SchemaPremier {
  static let bonifications = """
    CREATE TABLE bonus (
      etablissement INTEGER NOT NULL,
      bonus INTEGER NOT NULL CHECK (bonus >= 1),
      promotion INTEGER NOT NULL,
      etudiant INTEGER NOT NULL,
      nature TEXT NOT NULL CHECK (nature IN ('sport', 'engagement')),
      type TEXT CHECK (length(type) >= 1),
      activite TEXT CHECK (length(activite) >= 1),
      points INTEGER CHECK (points > 0),
      seances INTEGER CHECK (seances >= 1),
      jour TEXT NOT NULL CHECK (length(jour) = 10),
      motif TEXT NOT NULL CHECK (length(motif) >= 1),
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, bonus),
      FOREIGN KEY (etablissement, promotion) REFERENCES promotion,
      FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
      FOREIGN KEY (etablissement, entree) REFERENCES journal,
      CHECK ((points IS NULL) <> (seances IS NULL)),
      CHECK ((nature = 'engagement') = (type IS NOT NULL)),
      CHECK ((nature = 'engagement') = (activite IS NOT NULL)),
      CHECK (nature = 'sport' OR points IS NOT NULL)
    ) STRICT;
    CREATE INDEX bonus_promotion ON bonus (etablissement, promotion, etudiant, bonus);
    CREATE INDEX bonus_etudiant ON bonus (etablissement, etudiant, bonus);
    CREATE UNIQUE INDEX bonus_sport ON bonus (etablissement, promotion, etudiant)
      WHERE nature = 'sport';

    CREATE TABLE avis (
      etablissement INTEGER NOT NULL,
      promotion INTEGER NOT NULL,
      etudiant INTEGER NOT NULL,
      semestre INTEGER NOT NULL CHECK (semestre BETWEEN 1 AND 6),
      instance TEXT NOT NULL CHECK (length(instance) >= 1),
      jour TEXT NOT NULL CHECK (length(jour) = 10),
      motif TEXT NOT NULL CHECK (length(motif) >= 1),
      version INTEGER NOT NULL CHECK (version >= 1),
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, promotion, etudiant, semestre),
      FOREIGN KEY (etablissement, promotion) REFERENCES promotion,
      FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
      FOREIGN KEY (etablissement, entree) REFERENCES journal
    ) STRICT, WITHOUT ROWID;

    """
}
