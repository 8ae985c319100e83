internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  private static let jury: SQLText = """
    SELECT jury, promotion, semestre, jour, rectifie, preuve, clos, version, nomination, motif
    FROM jury
    WHERE etablissement = ?1
    """

  func jury(_ id: Identifiant<SessionDeJury>) throws -> SessionDeJury? {
    try jurys(Self.jury + " AND jury = ?2", SQLValue(id)).first
  }

  func jurys(_ promotion: Identifiant<Promotion>) throws -> [SessionDeJury] {
    try jurys(Self.jury + " AND promotion = ?2 ORDER BY jury", SQLValue(promotion))
  }

  private func jurys(_ requete: SQLText, _ cle: SQLValue) throws -> [SessionDeJury] {
    let lus = try connexion.rows(requete, [ici, cle], JuryLu.init)
    return try lus.map { lu in
      SessionDeJury(
        id: lu.id,
        promotion: lu.promotion,
        nature: lu.semestre.map { .semestre($0) } ?? .annee,
        date: lu.jour,
        nomination: lu.nomination,
        membres: try membres(lu.id),
        motif: lu.motif,
        rectification: try lu.rectifie.map {
          .init(jury: $0, preuve: lu.preuve, etudiants: try etudiantsRectifies(lu.id))
        },
        close: lu.clos,
        version: lu.version,
      )
    }
  }

  private func membres(_ jury: Identifiant<SessionDeJury>) throws -> [SessionDeJury.Membre] {
    try connexion.rows(
      """
      SELECT nom, qualite, present, utilisateur FROM membre_de_jury
      WHERE etablissement = ?1 AND jury = ?2 ORDER BY rang
      """,
      [ici, SQLValue(jury)],
    ) { ligne in
      SessionDeJury.Membre(
        nom: ligne.text(0),
        qualite: try ligne.lu(.init(rawValue: ligne.text(1))),
        present: ligne.verdict(2),
        utilisateur: try ligne.identifiant(facultatif: 3),
      )
    }
  }

  private func etudiantsRectifies(_ jury: Identifiant<SessionDeJury>) throws
    -> [Identifiant<Etudiant>]
  {
    try connexion.rows(
      """
      SELECT etudiant FROM etudiant_rectifie WHERE etablissement = ?1 AND jury = ?2
      ORDER BY etudiant
      """,
      [ici, SQLValue(jury)],
    ) { try $0.identifiant(0) }
  }

  func ajouter(_ jury: SessionDeJury, _ ecriture: Ecriture) throws {
    var semestre: Int64?
    if case .semestre(let numero) = jury.nature { semestre = Int64(numero.valeur) }
    try connexion.execute(
      """
      INSERT INTO jury (etablissement, jury, promotion, semestre, jour, rectifie, preuve, clos,
        version, entree, nomination, motif)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, 1, ?8, ?9, ?10)
      """,
      [
        ici, SQLValue(jury.id), SQLValue(jury.promotion), SQLValue(semestre), SQLValue(jury.date),
        SQLValue(jury.rectification?.jury), SQLValue(jury.rectification?.preuve),
        .integer(ecriture.numero), SQLValue(jury.nomination), SQLValue(jury.motif),
      ],
    )
    try ajouterLesMembres(jury)
    for etudiant in jury.rectification?.etudiants ?? [] {
      try connexion.execute(
        "INSERT INTO etudiant_rectifie (etablissement, jury, etudiant) VALUES (?1, ?2, ?3)",
        [ici, SQLValue(jury.id), SQLValue(etudiant)],
      )
    }
  }

  func remplacer(_ jury: SessionDeJury, _ ecriture: Ecriture) throws -> Bool {
    let changees = try connexion.execute(
      """
      UPDATE jury SET clos = ?3, version = version + 1, entree = ?4, jour = ?6, nomination = ?7
      WHERE etablissement = ?1 AND jury = ?2 AND version = ?5 AND clos = 0
      """,
      [
        ici, SQLValue(jury.id), SQLValue(jury.close), .integer(ecriture.numero),
        .integer(jury.version), SQLValue(jury.date), SQLValue(jury.nomination),
      ],
    )
    guard changees == 1 else { return false }
    try oublierLesMembres(jury)
    try ajouterLesMembres(jury)
    return true
  }

  func supprimer(_ jury: SessionDeJury, _ ecriture: Ecriture) throws {
    try oublierLesMembres(jury)
    let tables: [SQLText] = [
      "DELETE FROM ligne_de_preparation", "DELETE FROM preparation",
      "DELETE FROM etudiant_rectifie", "DELETE FROM jury",
    ]
    for table in tables {
      try connexion.execute(
        table + " WHERE etablissement = ?1 AND jury = ?2",
        [ici, SQLValue(jury.id)],
      )
    }
  }

  private func oublierLesMembres(_ jury: SessionDeJury) throws {
    try connexion.execute(
      "DELETE FROM membre_de_jury WHERE etablissement = ?1 AND jury = ?2",
      [ici, SQLValue(jury.id)],
    )
  }

  private func ajouterLesMembres(_ jury: SessionDeJury) throws {
    for (rang, membre) in jury.membres.enumerated() {
      try connexion.execute(
        """
        INSERT INTO membre_de_jury (etablissement, jury, rang, nom, qualite, present, utilisateur)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        """,
        [
          ici, SQLValue(jury.id), SQLValue(rang), .text(membre.nom),
          .text(membre.qualite.rawValue), SQLValue(membre.present), SQLValue(membre.utilisateur),
        ],
      )
    }
  }

  // MARK: Drafts

  func projets(_ jury: Identifiant<SessionDeJury>) throws -> [ProjetDeDecision] {
    let lignes = try connexion.rows(
      """
      SELECT p.etudiant, p.version, l.sur, l.code, l.motif, p.vue FROM projet p
      LEFT JOIN ligne_de_projet l
        ON l.etablissement = p.etablissement AND l.jury = p.jury AND l.etudiant = p.etudiant
      WHERE p.etablissement = ?1 AND p.jury = ?2 ORDER BY p.etudiant, l.rang
      """,
      [ici, SQLValue(jury)],
    ) { ligne in
      ProjetDeDecision(
        jury: jury,
        etudiant: try ligne.identifiant(0),
        decisions: ligne.isNull(2) ? [] : [try DecisionPrise(ligne, aPartirDe: 2)],
        vue: ligne.optionalText(5),
        version: ligne.integer(1),
      )
    }
    return lignes.reduce(into: []) { projets, ligne in
      guard let dernier = projets.last, dernier.etudiant == ligne.etudiant else {
        projets.append(ligne)
        return
      }
      projets[projets.count - 1] = ProjetDeDecision(
        jury: jury,
        etudiant: dernier.etudiant,
        decisions: dernier.decisions + ligne.decisions,
        vue: dernier.vue,
        version: dernier.version,
      )
    }
  }

  func ecrire(_ projet: ProjetDeDecision, _ ecriture: Ecriture) throws -> Bool {
    let cle: [SQLValue] = [ici, SQLValue(projet.jury), SQLValue(projet.etudiant)]
    let valeurs =
      cle + [.integer(projet.version), .integer(ecriture.numero), SQLValue(projet.vue)]
    let changees =
      projet.version == 1
      ? try connexion.execute(
        """
        INSERT INTO projet (etablissement, jury, etudiant, version, entree, vue)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (etablissement, jury, etudiant) DO NOTHING
        """,
        valeurs,
      )
      : try connexion.execute(
        """
        UPDATE projet SET version = ?4, entree = ?5, vue = ?6
        WHERE etablissement = ?1 AND jury = ?2 AND etudiant = ?3 AND version = ?4 - 1
        """,
        valeurs,
      )
    guard changees == 1 else { return false }
    try oublierLesLignes(cle)
    for (rang, decision) in projet.decisions.enumerated() {
      try connexion.execute(
        """
        INSERT INTO ligne_de_projet (etablissement, jury, etudiant, rang, sur, code, motif)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        """,
        cle + [SQLValue(rang)] + decision.colonnes,
      )
    }
    return true
  }

  private func oublierLesLignes(_ cle: [SQLValue]) throws {
    try connexion.execute(
      "DELETE FROM ligne_de_projet WHERE etablissement = ?1 AND jury = ?2 AND etudiant = ?3",
      cle,
    )
  }

  func retirer(_ projet: ProjetDeDecision, _ ecriture: Ecriture) throws -> Bool {
    let cle: [SQLValue] = [ici, SQLValue(projet.jury), SQLValue(projet.etudiant)]
    try oublierLesLignes(cle)
    let retirees = try connexion.execute(
      """
      DELETE FROM projet
      WHERE etablissement = ?1 AND jury = ?2 AND etudiant = ?3 AND version = ?4
      """,
      cle + [.integer(projet.version)],
    )
    return retirees == 1
  }
}

/// A row of `jury`.
private struct JuryLu {
  let id: Identifiant<SessionDeJury>
  let promotion: Identifiant<Promotion>
  let semestre: NumeroSemestre?
  let jour: Jour
  let rectifie: Identifiant<SessionDeJury>?
  let preuve: String
  let clos: Bool
  let version: Int64
  let nomination: String?
  let motif: String?

  init(_ ligne: any SQLRow) throws {
    id = try ligne.identifiant(0)
    promotion = try ligne.identifiant(1)
    semestre = ligne.isNull(2) ? nil : try ligne.semestre(2)
    jour = try ligne.jour(3)
    rectifie = try ligne.identifiant(facultatif: 4)
    preuve = ligne.text(5)
    clos = ligne.verdict(6)
    version = ligne.integer(7)
    nomination = ligne.optionalText(8)
    motif = ligne.optionalText(9)
  }
}

extension DecisionPrise {
  /// On what, which, why.
  var colonnes: [SQLValue] { [.text(sur.nom), .text(code.rawValue), .text(motif)] }

  init(_ ligne: any SQLRow, aPartirDe colonne: Int) throws {
    self.init(
      sur: try ligne.lu(DecisionDeJury.Objet(ligne.text(colonne))),
      code: try ligne.lu(DecisionDeJury.Code(rawValue: ligne.text(colonne + 1))),
      motif: ligne.text(colonne + 2),
    )
  }
}
