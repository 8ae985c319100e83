extension Migration {
  /// The queue of mail, to whom and about what people want to be written to.
  ///
  /// `essais` counts the attempts begun; `bail` names who has a message in hand, and until when. A
  /// row of `sujet_coupe` is a kind of notice that somebody does not want.
  static let courrier = Migration(
    numero: 9,
    nom: "courrier",
    commune: """
      CREATE TABLE courrier (
        etablissement INTEGER NOT NULL,
        courrier INTEGER NOT NULL CHECK (courrier >= 1),
        utilisateur INTEGER NOT NULL,
        sorte TEXT NOT NULL CHECK (sorte IN
          ('avis', 'mot-de-passe', 'mot-de-passe-change', 'essai')),
        cle TEXT NOT NULL CHECK (length(cle) BETWEEN 1 AND 200),
        sujets TEXT NOT NULL,
        objet TEXT NOT NULL CHECK (length(objet) BETWEEN 1 AND 500),
        texte TEXT NOT NULL,
        reference TEXT NOT NULL CHECK (length(reference) BETWEEN 3 AND 250),
        etat TEXT NOT NULL CHECK (etat IN ('en-attente', 'envoye', 'refuse', 'abandonne')),
        essais INTEGER NOT NULL CHECK (essais >= 0),
        cree INTEGER NOT NULL,
        prochain INTEGER NOT NULL,
        perime INTEGER NOT NULL,
        dernier INTEGER,
        bail TEXT CHECK (length(bail) BETWEEN 1 AND 64),
        bail_jusqua INTEGER,
        regle INTEGER,
        code INTEGER,
        reponse TEXT,
        PRIMARY KEY (etablissement, courrier),
        UNIQUE (etablissement, utilisateur, cle),
        FOREIGN KEY (etablissement, utilisateur) REFERENCES utilisateur,
        CHECK ((bail IS NULL) = (bail_jusqua IS NULL)),
        CHECK ((etat = 'en-attente') = (regle IS NULL))
      ) STRICT;
      CREATE INDEX courrier_prochain ON courrier (etablissement, etat, prochain);
      CREATE INDEX courrier_dernier ON courrier (etablissement, dernier);
      CREATE INDEX courrier_bail ON courrier (etablissement, bail);

      CREATE TABLE adresse_de_courrier (
        etablissement INTEGER NOT NULL,
        utilisateur INTEGER NOT NULL,
        adresse TEXT NOT NULL CHECK (length(adresse) BETWEEN 3 AND 254),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, utilisateur),
        FOREIGN KEY (etablissement, utilisateur) REFERENCES utilisateur,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT;

      CREATE TABLE sujet_coupe (
        etablissement INTEGER NOT NULL,
        utilisateur INTEGER NOT NULL,
        propos TEXT NOT NULL CHECK (length(propos) BETWEEN 1 AND 40),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, utilisateur, propos),
        FOREIGN KEY (etablissement, utilisateur) REFERENCES utilisateur,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE avis_par_courrier (
        etablissement INTEGER NOT NULL,
        utilisateur INTEGER NOT NULL,
        propos TEXT NOT NULL CHECK (length(propos) BETWEEN 1 AND 40),
        objet TEXT NOT NULL CHECK (length(objet) BETWEEN 1 AND 100),
        entree INTEGER NOT NULL,
        horodatage INTEGER NOT NULL,
        traite INTEGER NOT NULL CHECK (traite IN (0, 1)),
        PRIMARY KEY (etablissement, utilisateur, propos, objet),
        FOREIGN KEY (etablissement, utilisateur) REFERENCES utilisateur
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX avis_par_courrier_traite ON avis_par_courrier
        (etablissement, traite, horodatage);

      CREATE TABLE releve_de_courrier (
        etablissement INTEGER NOT NULL,
        cle TEXT NOT NULL CHECK (length(cle) = 64),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement),
        FOREIGN KEY (etablissement) REFERENCES etablissement
      ) STRICT;

      ALTER TABLE code_unique ADD COLUMN par_courrier INTEGER NOT NULL DEFAULT 0
        CHECK (par_courrier IN (0, 1));

      """,
    sqlite: "",
    postgresql: "",
  )
}
