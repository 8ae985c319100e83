extension Migration {
  /// What a new deliberation of the jury changed of who may sit what at session 2.
  static let admissibiliteRevue = Migration(
    numero: 20,
    nom: "admissibilité revue après une nouvelle délibération",
    commune: """
      CREATE TABLE revue_d_admissibilite (
        etablissement INTEGER NOT NULL,
        campagne INTEGER NOT NULL,
        etudiant INTEGER NOT NULL,
        limite TEXT CHECK (length(limite) = 16),
        retirees TEXT NOT NULL,
        inscription INTEGER CHECK (inscription >= 1),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, campagne, etudiant),
        FOREIGN KEY (etablissement, campagne) REFERENCES session_de_rattrapage,
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX revue_d_admissibilite_etudiant ON revue_d_admissibilite
        (etablissement, etudiant);

      """,
    sqlite: "",
    postgresql: "",
  )
}
