extension Migration {
  /// How people are recognised: passwords, codes, signed-in browsers, tokens of programs.
  static let connexions = Migration(
    numero: 2,
    nom: "connexions",
    commune: """
      CREATE TABLE serrure (
        etablissement INTEGER NOT NULL,
        utilisateur INTEGER NOT NULL,
        mot_de_passe TEXT CHECK (length(mot_de_passe) BETWEEN 20 AND 200),
        second_facteur BLOB CHECK (length(second_facteur) = 20),
        dernier_pas INTEGER NOT NULL CHECK (dernier_pas >= 0),
        echecs INTEGER NOT NULL CHECK (echecs >= 0),
        bloquee_jusqua INTEGER,
        PRIMARY KEY (etablissement, utilisateur),
        FOREIGN KEY (etablissement, utilisateur) REFERENCES utilisateur
      ) STRICT;

      CREATE TABLE code_unique (
        etablissement INTEGER NOT NULL,
        empreinte TEXT NOT NULL CHECK (length(empreinte) = 64),
        utilisateur INTEGER NOT NULL,
        expire INTEGER NOT NULL,
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, empreinte),
        FOREIGN KEY (etablissement, utilisateur) REFERENCES utilisateur,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT;
      CREATE INDEX code_unique_utilisateur ON code_unique (etablissement, utilisateur);

      CREATE TABLE connexion (
        etablissement INTEGER NOT NULL,
        empreinte TEXT NOT NULL CHECK (length(empreinte) = 64),
        utilisateur INTEGER NOT NULL,
        moyen TEXT NOT NULL CHECK (moyen IN ('mot-de-passe', 'code', 'universite')),
        ouverte INTEGER NOT NULL,
        vue INTEGER NOT NULL,
        PRIMARY KEY (etablissement, empreinte),
        FOREIGN KEY (etablissement, utilisateur) REFERENCES utilisateur
      ) STRICT;
      CREATE INDEX connexion_utilisateur ON connexion (etablissement, utilisateur);
      CREATE INDEX connexion_ouverte ON connexion (etablissement, ouverte);

      CREATE TABLE jeton (
        etablissement INTEGER NOT NULL,
        jeton INTEGER NOT NULL CHECK (jeton >= 1),
        utilisateur INTEGER NOT NULL,
        nom TEXT NOT NULL CHECK (length(nom) >= 1),
        empreinte TEXT NOT NULL CHECK (length(empreinte) = 64),
        droits TEXT NOT NULL CHECK (length(droits) >= 1),
        cree INTEGER NOT NULL,
        jusqua TEXT NOT NULL CHECK (length(jusqua) = 10),
        revoque INTEGER NOT NULL CHECK (revoque IN (0, 1)),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, jeton),
        UNIQUE (etablissement, empreinte),
        FOREIGN KEY (etablissement, utilisateur) REFERENCES utilisateur,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT;
      CREATE INDEX jeton_utilisateur ON jeton (etablissement, utilisateur);

      """,
    sqlite: "",
    postgresql: "",
  )
}
