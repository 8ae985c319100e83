extension Migration {
  /// Cases of candidates of the BTS taken up again for a material error, and the new deliberations.
  static let reouverturesBTS = Migration(
    numero: 21,
    nom: "réouvertures du BTS",
    commune: """
      CREATE TABLE reouverture_bts (
        etablissement INTEGER NOT NULL,
        candidat INTEGER NOT NULL,
        rang INTEGER NOT NULL CHECK (rang >= 1),
        nature TEXT NOT NULL CHECK (length(nature) BETWEEN 1 AND 40),
        preuve TEXT NOT NULL CHECK (length(preuve) >= 1),
        motif TEXT NOT NULL CHECK (length(motif) >= 1),
        jour TEXT NOT NULL CHECK (length(jour) = 10),
        deliberee TEXT CHECK (length(deliberee) = 10),
        PRIMARY KEY (etablissement, candidat, rang),
        FOREIGN KEY (etablissement, candidat) REFERENCES candidat_bts
      ) STRICT, WITHOUT ROWID;

      """,
    sqlite: "",
    postgresql: "",
  )
}
