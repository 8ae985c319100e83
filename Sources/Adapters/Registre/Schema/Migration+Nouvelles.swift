extension Migration {
  /// How far students have read what is new, and to whom decisions are contested.
  static let nouvelles = Migration(
    numero: 6,
    nom: "nouvelles",
    commune: """
      CREATE TABLE nouvelles_lues (
        etablissement INTEGER NOT NULL,
        utilisateur INTEGER NOT NULL,
        jusqua INTEGER NOT NULL,
        PRIMARY KEY (etablissement, utilisateur),
        FOREIGN KEY (etablissement, utilisateur) REFERENCES utilisateur,
        FOREIGN KEY (etablissement, jusqua) REFERENCES journal
      ) STRICT;

      CREATE TABLE voies_de_recours (
        etablissement INTEGER NOT NULL,
        autorite TEXT NOT NULL CHECK (length(autorite) BETWEEN 1 AND 500),
        adresse TEXT NOT NULL CHECK (length(adresse) BETWEEN 1 AND 500),
        tribunal TEXT NOT NULL CHECK (length(tribunal) BETWEEN 1 AND 500),
        adresse_du_tribunal TEXT NOT NULL CHECK (length(adresse_du_tribunal) BETWEEN 1 AND 500),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement),
        FOREIGN KEY (etablissement) REFERENCES etablissement,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT;

      """,
    sqlite: "",
    postgresql: "",
  )
}
