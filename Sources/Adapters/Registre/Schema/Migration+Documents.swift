extension Migration {
  /// Templates and letterheads, version by version, and the documents that were handed over.
  ///
  /// `portee` is the department, or 0 for the whole establishment.
  static let documents = Migration(
    numero: 10,
    nom: "documents",
    commune: """
      CREATE TABLE image_de_document (
        etablissement INTEGER NOT NULL,
        image TEXT NOT NULL CHECK (length(image) = 64),
        octets BLOB NOT NULL CHECK (length(octets) BETWEEN 1 AND 1000000),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, image),
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT;

      CREATE TABLE modele_de_document (
        etablissement INTEGER NOT NULL,
        nature TEXT NOT NULL CHECK (length(nature) BETWEEN 1 AND 40),
        portee INTEGER NOT NULL,
        version INTEGER NOT NULL CHECK (version >= 1),
        departement INTEGER,
        titre TEXT NOT NULL CHECK (length(titre) BETWEEN 1 AND 200),
        avant TEXT NOT NULL CHECK (length(avant) <= 4000),
        apres TEXT NOT NULL CHECK (length(apres) <= 4000),
        qualite TEXT NOT NULL CHECK (length(qualite) <= 200),
        nom TEXT NOT NULL CHECK (length(nom) <= 200),
        signature TEXT,
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, nature, portee, version),
        FOREIGN KEY (etablissement, departement) REFERENCES departement,
        FOREIGN KEY (etablissement, signature) REFERENCES image_de_document,
        FOREIGN KEY (etablissement, entree) REFERENCES journal,
        CHECK (portee = coalesce(departement, 0))
      ) STRICT;

      CREATE TABLE en_tete_de_document (
        etablissement INTEGER NOT NULL,
        portee INTEGER NOT NULL,
        version INTEGER NOT NULL CHECK (version >= 1),
        departement INTEGER,
        lignes TEXT NOT NULL CHECK (length(lignes) <= 1000),
        pied TEXT NOT NULL CHECK (length(pied) <= 500),
        logo TEXT,
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, portee, version),
        FOREIGN KEY (etablissement, departement) REFERENCES departement,
        FOREIGN KEY (etablissement, logo) REFERENCES image_de_document,
        FOREIGN KEY (etablissement, entree) REFERENCES journal,
        CHECK (portee = coalesce(departement, 0))
      ) STRICT;

      CREATE TABLE document (
        etablissement INTEGER NOT NULL,
        document INTEGER NOT NULL CHECK (document >= 1),
        nature TEXT NOT NULL CHECK (length(nature) BETWEEN 1 AND 40),
        etudiant INTEGER,
        promotion INTEGER,
        objet TEXT NOT NULL CHECK (length(objet) <= 60),
        code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
        empreinte_du_code TEXT NOT NULL CHECK (length(empreinte_du_code) = 64),
        empreinte TEXT NOT NULL CHECK (length(empreinte) = 64),
        jour TEXT NOT NULL CHECK (length(jour) = 10),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, document),
        UNIQUE (etablissement, empreinte_du_code),
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, promotion) REFERENCES promotion,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT;
      CREATE INDEX document_promotion ON document (etablissement, promotion, nature, etudiant);
      CREATE INDEX document_etudiant ON document (etablissement, etudiant);

      """,
    sqlite: "",
    postgresql: "",
  )
}
