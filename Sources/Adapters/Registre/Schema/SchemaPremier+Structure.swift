extension SchemaPremier {
  static let structure = """
    CREATE TABLE departement (
      etablissement INTEGER NOT NULL REFERENCES etablissement,
      departement INTEGER NOT NULL CHECK (departement >= 1),
      code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
      nom TEXT NOT NULL CHECK (length(nom) >= 1),
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, departement),
      UNIQUE (etablissement, code),
      FOREIGN KEY (etablissement, entree) REFERENCES journal
    ) STRICT;

    CREATE TABLE annee (
      etablissement INTEGER NOT NULL REFERENCES etablissement,
      annee INTEGER NOT NULL CHECK (annee >= 1),
      ouverture INTEGER NOT NULL CHECK (ouverture BETWEEN 1990 AND 2199),
      debut TEXT NOT NULL CHECK (length(debut) = 10),
      fin TEXT NOT NULL CHECK (length(fin) = 10),
      version INTEGER NOT NULL CHECK (version >= 1),
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, annee),
      UNIQUE (etablissement, ouverture),
      FOREIGN KEY (etablissement, entree) REFERENCES journal,
      CHECK (debut <= fin)
    ) STRICT;

    CREATE TABLE periode (
      etablissement INTEGER NOT NULL,
      annee INTEGER NOT NULL,
      rang INTEGER NOT NULL CHECK (rang >= 0),
      nature TEXT NOT NULL CHECK (nature IN ('semestre', 'vacances', 'fenetre')),
      semestre INTEGER CHECK (semestre BETWEEN 1 AND 6),
      nom TEXT NOT NULL CHECK (length(nom) >= 1),
      debut TEXT NOT NULL CHECK (length(debut) = 10),
      fin TEXT NOT NULL CHECK (length(fin) = 10),
      PRIMARY KEY (etablissement, annee, rang),
      FOREIGN KEY (etablissement, annee) REFERENCES annee,
      CHECK (debut <= fin),
      CHECK ((nature = 'semestre') = (semestre IS NOT NULL))
    ) STRICT;

    CREATE TABLE formation (
      etablissement INTEGER NOT NULL,
      formation INTEGER NOT NULL CHECK (formation >= 1),
      departement INTEGER NOT NULL,
      code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
      nom TEXT NOT NULL CHECK (length(nom) >= 1),
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, formation),
      UNIQUE (etablissement, code),
      FOREIGN KEY (etablissement, departement) REFERENCES departement,
      FOREIGN KEY (etablissement, entree) REFERENCES journal
    ) STRICT;

    CREATE TABLE maquette (
      etablissement INTEGER NOT NULL,
      maquette INTEGER NOT NULL CHECK (maquette >= 1),
      formation INTEGER NOT NULL,
      ouverture INTEGER NOT NULL CHECK (ouverture BETWEEN 1990 AND 2199),
      annee_but INTEGER NOT NULL CHECK (annee_but BETWEEN 1 AND 3),
      numero INTEGER NOT NULL CHECK (numero >= 1),
      texte TEXT NOT NULL,
      irregularite TEXT CHECK (length(irregularite) >= 1),
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, maquette),
      UNIQUE (etablissement, formation, ouverture, annee_but, numero),
      FOREIGN KEY (etablissement, formation) REFERENCES formation,
      FOREIGN KEY (etablissement, entree) REFERENCES journal
    ) STRICT;

    CREATE TABLE promotion (
      etablissement INTEGER NOT NULL,
      promotion INTEGER NOT NULL CHECK (promotion >= 1),
      formation INTEGER NOT NULL,
      ouverture INTEGER NOT NULL CHECK (ouverture BETWEEN 1990 AND 2199),
      annee_but INTEGER NOT NULL CHECK (annee_but BETWEEN 1 AND 3),
      nom TEXT NOT NULL CHECK (length(nom) >= 1),
      maquette INTEGER NOT NULL,
      version INTEGER NOT NULL CHECK (version >= 1),
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, promotion),
      UNIQUE (etablissement, ouverture, nom),
      FOREIGN KEY (etablissement, formation) REFERENCES formation,
      FOREIGN KEY (etablissement, maquette) REFERENCES maquette,
      FOREIGN KEY (etablissement, entree) REFERENCES journal
    ) STRICT;

    CREATE TABLE groupe (
      etablissement INTEGER NOT NULL,
      groupe INTEGER NOT NULL CHECK (groupe >= 1),
      promotion INTEGER NOT NULL,
      nature TEXT NOT NULL CHECK (nature IN ('td', 'tp', 'parcours', 'option', 'autre')),
      nom TEXT NOT NULL CHECK (length(nom) >= 1),
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, groupe),
      UNIQUE (etablissement, promotion, nom),
      FOREIGN KEY (etablissement, promotion) REFERENCES promotion,
      FOREIGN KEY (etablissement, entree) REFERENCES journal
    ) STRICT;
    CREATE INDEX groupe_promotion ON groupe (etablissement, promotion, groupe);

    CREATE TABLE profil (
      etablissement INTEGER NOT NULL REFERENCES etablissement,
      profil INTEGER NOT NULL CHECK (profil >= 1),
      departement INTEGER,
      ouverture INTEGER NOT NULL CHECK (ouverture BETWEEN 1990 AND 2199),
      nom TEXT NOT NULL CHECK (length(nom) >= 1),
      texte TEXT NOT NULL,
      conseil TEXT CHECK (length(conseil) = 10),
      cfvu TEXT CHECK (length(cfvu) = 10),
      irregularite TEXT CHECK (length(irregularite) >= 1),
      version INTEGER NOT NULL CHECK (version >= 1),
      entree INTEGER NOT NULL,
      PRIMARY KEY (etablissement, profil),
      FOREIGN KEY (etablissement, departement) REFERENCES departement,
      FOREIGN KEY (etablissement, entree) REFERENCES journal
    ) STRICT;
    CREATE UNIQUE INDEX profil_unique
      ON profil (etablissement, ouverture, coalesce(departement, 0));

    """
}
