extension Migration {
  /// Copies of session 2 and what is read on them, what juries made known, contestations, support.
  ///
  /// What juries had closed on before this step is published as it stood then.
  static let copies = Migration(
    numero: 17,
    nom: "copies",
    commune: """
      CREATE TABLE copies_d_epreuve (
        etablissement INTEGER NOT NULL,
        epreuve INTEGER NOT NULL,
        campagne INTEGER NOT NULL,
        mode TEXT NOT NULL CHECK (mode IN ('simple', 'double-saisie', 'double-correction')),
        anonyme INTEGER NOT NULL CHECK (anonyme IN (0, 1)),
        ecart INTEGER CHECK (ecart >= 0),
        versees TEXT CHECK (length(versees) = 16),
        version INTEGER NOT NULL CHECK (version >= 1),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, epreuve),
        FOREIGN KEY (etablissement, epreuve) REFERENCES epreuve_de_session2,
        FOREIGN KEY (etablissement, campagne) REFERENCES campagne,
        FOREIGN KEY (etablissement, entree) REFERENCES journal,
        CHECK ((mode = 'double-correction') = (ecart IS NOT NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX copies_d_epreuve_campagne ON copies_d_epreuve (etablissement, campagne);

      CREATE TABLE copie (
        etablissement INTEGER NOT NULL,
        epreuve INTEGER NOT NULL,
        numero INTEGER NOT NULL CHECK (numero >= 1),
        etudiant INTEGER NOT NULL,
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, epreuve, numero),
        UNIQUE (etablissement, epreuve, etudiant),
        FOREIGN KEY (etablissement, epreuve) REFERENCES copies_d_epreuve,
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX copie_etudiant ON copie (etablissement, etudiant);

      CREATE TABLE lecture_de_copie (
        etablissement INTEGER NOT NULL,
        epreuve INTEGER NOT NULL,
        numero INTEGER NOT NULL,
        rang INTEGER NOT NULL CHECK (rang BETWEEN 1 AND 3),
        mot TEXT NOT NULL CHECK (mot IN ('NOTE', 'ABI', 'ABJ', 'NUL')),
        valeur INTEGER,
        bareme INTEGER,
        motif TEXT CHECK (length(motif) >= 1),
        auteur INTEGER,
        version INTEGER NOT NULL CHECK (version >= 1),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, epreuve, numero, rang),
        FOREIGN KEY (etablissement, epreuve, numero) REFERENCES copie,
        FOREIGN KEY (etablissement, auteur) REFERENCES utilisateur,
        FOREIGN KEY (etablissement, entree) REFERENCES journal,
        CHECK ((mot = 'NOTE') = (valeur IS NOT NULL)),
        CHECK ((valeur IS NULL) = (bareme IS NULL)),
        CHECK (valeur IS NULL OR valeur BETWEEN 0 AND bareme),
        CHECK (rang = 3 OR motif IS NULL)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE publication_de_session2 (
        etablissement INTEGER NOT NULL,
        jury INTEGER NOT NULL,
        promotion INTEGER NOT NULL,
        semestre INTEGER CHECK (semestre BETWEEN 1 AND 6),
        moment TEXT NOT NULL CHECK (length(moment) = 16),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, jury),
        FOREIGN KEY (etablissement, jury) REFERENCES jury,
        FOREIGN KEY (etablissement, promotion) REFERENCES promotion,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX publication_de_session2_promotion ON publication_de_session2
        (etablissement, promotion, jury);

      CREATE TABLE note_publiee_de_session2 (
        etablissement INTEGER NOT NULL,
        promotion INTEGER NOT NULL,
        etudiant INTEGER NOT NULL,
        sorte TEXT NOT NULL CHECK (sorte IN ('ue', 'module')),
        code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 40),
        version INTEGER NOT NULL CHECK (version >= 1),
        mot TEXT NOT NULL,
        valeur INTEGER,
        bareme INTEGER,
        motif TEXT,
        jury INTEGER NOT NULL,
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, promotion, etudiant, sorte, code),
        FOREIGN KEY (etablissement, promotion, etudiant, sorte, code) REFERENCES note_session2,
        FOREIGN KEY (etablissement, jury) REFERENCES publication_de_session2,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT, WITHOUT ROWID;

      INSERT INTO publication_de_session2
        (etablissement, jury, promotion, semestre, moment, entree)
      SELECT j.etablissement, j.jury, j.promotion, j.semestre, j.jour || 'T00:00', c.entree
      FROM jury j
      JOIN cloture c ON c.etablissement = j.etablissement AND c.jury = j.jury
      WHERE j.clos = 1 AND j.semestre IS NULL AND EXISTS (
        SELECT 1 FROM campagne s WHERE s.etablissement = j.etablissement
          AND s.promotion = j.promotion AND s.nature = 'session2' AND s.jour <= j.jour);

      INSERT INTO note_publiee_de_session2 (etablissement, promotion, etudiant, sorte, code,
        version, mot, valeur, bareme, motif, jury, entree)
      SELECT n.etablissement, n.promotion, n.etudiant, n.sorte, n.code, n.version, n.mot,
        n.valeur, n.bareme, n.motif, p.jury, p.entree
      FROM note_session2 n
      JOIN scelle e ON e.etablissement = n.etablissement AND e.etudiant = n.etudiant
      JOIN publication_de_session2 p ON p.etablissement = e.etablissement AND p.jury = e.jury
        AND p.promotion = n.promotion
      WHERE n.entree < p.entree AND NOT EXISTS (
        SELECT 1 FROM scelle f
        JOIN publication_de_session2 q ON q.etablissement = f.etablissement AND q.jury = f.jury
        WHERE f.etablissement = n.etablissement AND f.etudiant = n.etudiant
          AND q.promotion = n.promotion AND n.entree < q.entree AND q.entree > p.entree);

      CREATE TABLE consultation_de_copie (
        etablissement INTEGER NOT NULL,
        consultation INTEGER NOT NULL CHECK (consultation >= 1),
        epreuve INTEGER NOT NULL,
        campagne INTEGER NOT NULL,
        etudiant INTEGER NOT NULL,
        texte TEXT NOT NULL,
        depose TEXT NOT NULL CHECK (length(depose) = 16),
        rendez_vous TEXT CHECK (length(rendez_vous) = 16),
        lieu TEXT CHECK (length(lieu) >= 1),
        tenue TEXT CHECK (length(tenue) = 16),
        observations TEXT,
        issue TEXT CHECK (issue IN ('maintenue', 'erreur')),
        jour TEXT CHECK (length(jour) = 10),
        nature TEXT CHECK (length(nature) BETWEEN 1 AND 40),
        preuve TEXT CHECK (length(preuve) >= 1),
        motif TEXT CHECK (length(motif) >= 1),
        mot TEXT,
        valeur INTEGER,
        bareme INTEGER,
        jury INTEGER,
        reportee TEXT CHECK (length(reportee) = 16),
        version INTEGER NOT NULL CHECK (version >= 1),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, consultation),
        FOREIGN KEY (etablissement, epreuve) REFERENCES epreuve_de_session2,
        FOREIGN KEY (etablissement, campagne) REFERENCES campagne,
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, jury) REFERENCES jury,
        FOREIGN KEY (etablissement, entree) REFERENCES journal,
        CHECK ((rendez_vous IS NULL) = (lieu IS NULL)),
        CHECK ((tenue IS NULL) = (observations IS NULL)),
        CHECK ((issue IS NULL) = (motif IS NULL)),
        CHECK (issue IS NULL OR (issue = 'maintenue') = (jour IS NOT NULL)),
        CHECK (issue IS NULL OR (issue = 'erreur') = (nature IS NOT NULL)),
        CHECK ((nature IS NULL) = (preuve IS NULL)),
        CHECK ((nature IS NULL) = (mot IS NULL)),
        CHECK ((nature IS NULL) = (jury IS NULL))
      ) STRICT;
      CREATE INDEX consultation_de_copie_campagne ON consultation_de_copie
        (etablissement, campagne, consultation);
      CREATE INDEX consultation_de_copie_etudiant ON consultation_de_copie
        (etablissement, etudiant, consultation);

      CREATE TABLE ue_fondamentale (
        etablissement INTEGER NOT NULL,
        campagne INTEGER NOT NULL,
        ue TEXT NOT NULL CHECK (length(ue) BETWEEN 1 AND 20),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, campagne, ue),
        FOREIGN KEY (etablissement, campagne) REFERENCES campagne,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE seance_de_soutien (
        etablissement INTEGER NOT NULL,
        soutien INTEGER NOT NULL CHECK (soutien >= 1),
        campagne INTEGER NOT NULL,
        ue TEXT NOT NULL CHECK (length(ue) BETWEEN 1 AND 20),
        debut TEXT NOT NULL CHECK (length(debut) = 16),
        fin TEXT NOT NULL CHECK (length(fin) = 16),
        salle TEXT NOT NULL CHECK (length(salle) >= 1),
        enseignant TEXT NOT NULL CHECK (length(enseignant) >= 1),
        places INTEGER CHECK (places >= 1),
        annulee TEXT CHECK (length(annulee) >= 1),
        version INTEGER NOT NULL CHECK (version >= 1),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, soutien),
        FOREIGN KEY (etablissement, campagne) REFERENCES campagne,
        FOREIGN KEY (etablissement, entree) REFERENCES journal,
        CHECK (debut < fin)
      ) STRICT;
      CREATE INDEX seance_de_soutien_campagne ON seance_de_soutien
        (etablissement, campagne, soutien);

      CREATE TABLE inscription_au_soutien (
        etablissement INTEGER NOT NULL,
        soutien INTEGER NOT NULL,
        etudiant INTEGER NOT NULL,
        present INTEGER CHECK (present IN (0, 1)),
        entree INTEGER NOT NULL,
        PRIMARY KEY (etablissement, soutien, etudiant),
        FOREIGN KEY (etablissement, soutien) REFERENCES seance_de_soutien,
        FOREIGN KEY (etablissement, etudiant) REFERENCES etudiant,
        FOREIGN KEY (etablissement, entree) REFERENCES journal
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX inscription_au_soutien_etudiant ON inscription_au_soutien
        (etablissement, etudiant);

      """,
    sqlite: "",
    postgresql: "",
  )
}
