extension Migration {
  /// The secret addresses at which people’s programs read their calendars.
  static let calendriers = Migration(
    numero: 8,
    nom: "adresses de calendrier",
    commune: """
      CREATE TABLE adresse_de_calendrier (
        etablissement INTEGER NOT NULL,
        utilisateur INTEGER NOT NULL,
        empreinte TEXT NOT NULL CHECK (length(empreinte) = 64),
        creee INTEGER NOT NULL,
        lue TEXT CHECK (length(lue) = 10),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, utilisateur),
        UNIQUE (etablissement, empreinte),
        FOREIGN KEY (etablissement, utilisateur) REFERENCES utilisateur,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT;

      """,
    sqlite: "",
    postgresql: "",
  )
}
