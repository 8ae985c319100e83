internal import Actes
internal import SQL
internal import Scolarite

// MARK: - Locks

extension TransactionSQL {
  func serrure(_ utilisateur: Identifiant<Utilisateur>) throws -> Serrure? {
    try connexion.first(
      """
      SELECT mot_de_passe, second_facteur, dernier_pas, echecs, bloquee_jusqua FROM serrure
      WHERE etablissement = ?1 AND utilisateur = ?2
      """,
      [ici, SQLValue(utilisateur)],
    ) { ligne in
      Serrure(
        utilisateur: utilisateur,
        motDePasse: ligne.isNull(0) ? nil : ligne.text(0),
        secondFacteur: ligne.isNull(1) ? nil : ligne.blob(1),
        dernierPas: ligne.integer(2),
        essais: Essais(
          echecs: Int(ligne.integer(3)),
          bloquesJusqua: ligne.isNull(4) ? nil : ligne.horodatage(4),
        ),
      )
    }
  }

  private static let etatDeSerrure: SQLText = """
    SELECT u.utilisateur, CASE WHEN s.mot_de_passe IS NULL THEN 0 ELSE 1 END,
      CASE WHEN s.second_facteur IS NULL THEN 0 ELSE 1 END, s.bloquee_jusqua,
      c.expire
    FROM utilisateur u
    LEFT JOIN serrure s ON s.etablissement = u.etablissement AND s.utilisateur = u.utilisateur
    LEFT JOIN code_unique c ON c.etablissement = u.etablissement AND c.utilisateur = u.utilisateur
    WHERE u.etablissement = ?1
    """

  func etatsDesSerrures() throws -> [EtatDeSerrure] {
    try connexion.rows(
      Self.etatDeSerrure + " ORDER BY u.utilisateur",
      [ici],
      EtatDeSerrure.init,
    )
  }

  func etatDeSerrure(_ utilisateur: Identifiant<Utilisateur>) throws -> EtatDeSerrure? {
    try connexion.first(
      Self.etatDeSerrure + " AND u.utilisateur = ?2",
      [ici, SQLValue(utilisateur)],
      EtatDeSerrure.init,
    )
  }

  func noterUnEssai(_ serrure: Serrure) throws {
    try connexion.execute(
      """
      INSERT INTO serrure (etablissement, utilisateur, dernier_pas, echecs, bloquee_jusqua)
      VALUES (?1, ?2, ?3, ?4, ?5)
      ON CONFLICT (etablissement, utilisateur) DO UPDATE SET
        dernier_pas = excluded.dernier_pas, echecs = excluded.echecs,
        bloquee_jusqua = excluded.bloquee_jusqua
      """,
      [
        ici, SQLValue(serrure.utilisateur), .integer(serrure.dernierPas),
        SQLValue(serrure.essais.echecs),
        SQLValue(serrure.essais.bloquesJusqua?.millisecondes),
      ],
    )
  }

  func poser(_ serrure: Serrure, _ ecriture: Ecriture) throws {
    try noterUnEssai(serrure)
    try connexion.execute(
      """
      UPDATE serrure SET mot_de_passe = ?3, second_facteur = ?4
      WHERE etablissement = ?1 AND utilisateur = ?2
      """,
      [
        ici, SQLValue(serrure.utilisateur), SQLValue(serrure.motDePasse),
        serrure.secondFacteur.map { .blob($0) } ?? .null,
      ],
    )
  }
}

// MARK: - Signed-in browsers

extension TransactionSQL {
  private static let connexion: SQLText = """
    SELECT empreinte, utilisateur, moyen, ouverte, vue FROM connexion WHERE etablissement = ?1
    """

  func connexion(_ empreinte: Empreinte) throws -> Connexion? {
    try connexion.first(
      Self.connexion + " AND empreinte = ?2",
      [ici, .text(empreinte.texte)],
      Connexion.init,
    )
  }

  func connexions(_ utilisateur: Identifiant<Utilisateur>) throws -> [Connexion] {
    try connexion.rows(
      Self.connexion + " AND utilisateur = ?2 ORDER BY ouverte, empreinte",
      [ici, SQLValue(utilisateur)],
      Connexion.init,
    )
  }

  func ouvrir(_ nouvelle: Connexion) throws {
    try connexion.execute(
      """
      INSERT INTO connexion (etablissement, empreinte, utilisateur, moyen, ouverte, vue)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      """,
      [
        ici, .text(nouvelle.empreinte.texte), SQLValue(nouvelle.utilisateur),
        .text(nouvelle.moyen.rawValue), .integer(nouvelle.ouverte.millisecondes),
        .integer(nouvelle.vue.millisecondes),
      ],
    )
  }

  func voir(_ empreinte: Empreinte, a horodatage: Horodatage) throws {
    try connexion.execute(
      "UPDATE connexion SET vue = ?3 WHERE etablissement = ?1 AND empreinte = ?2 AND vue < ?3",
      [ici, .text(empreinte.texte), .integer(horodatage.millisecondes)],
    )
  }

  func fermer(_ empreinte: Empreinte) throws {
    try connexion.execute(
      "DELETE FROM connexion WHERE etablissement = ?1 AND empreinte = ?2",
      [ici, .text(empreinte.texte)],
    )
  }

  func fermerLesConnexions(_ utilisateur: Identifiant<Utilisateur>, sauf gardee: Empreinte?) throws
  {
    try connexion.execute(
      "DELETE FROM connexion WHERE etablissement = ?1 AND utilisateur = ?2 AND empreinte <> ?3",
      [ici, SQLValue(utilisateur), .text(gardee?.texte ?? "")],
    )
  }

  func oublierLesConnexions(avant horodatage: Horodatage) throws {
    try connexion.execute(
      "DELETE FROM connexion WHERE etablissement = ?1 AND ouverte < ?2",
      [ici, .integer(horodatage.millisecondes)],
    )
  }
}

// MARK: - Codes and tokens

extension TransactionSQL {
  func code(_ empreinte: Empreinte) throws -> CodeUnique? {
    try connexion.first(
      """
      SELECT utilisateur, expire, par_courrier FROM code_unique WHERE etablissement = ?1 AND empreinte = ?2
      """,
      [ici, .text(empreinte.texte)],
    ) { ligne in
      CodeUnique(
        empreinte: empreinte,
        utilisateur: try ligne.identifiant(0),
        expire: ligne.horodatage(1),
        parCourrier: ligne.verdict(2),
      )
    }
  }

  func donner(_ code: CodeUnique, _ ecriture: Ecriture) throws {
    try retirerLesCodes(code.utilisateur, ecriture)
    try connexion.execute(
      """
      INSERT INTO code_unique (etablissement, empreinte, utilisateur, expire, entree,
        par_courrier)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      """,
      [
        ici, .text(code.empreinte.texte), SQLValue(code.utilisateur),
        .integer(code.expire.millisecondes), .integer(ecriture.numero),
        SQLValue(code.parCourrier),
      ],
    )
  }

  func retirerLesCodes(_ utilisateur: Identifiant<Utilisateur>, _ ecriture: Ecriture) throws {
    try connexion.execute(
      "DELETE FROM code_unique WHERE etablissement = ?1 AND utilisateur = ?2",
      [ici, SQLValue(utilisateur)],
    )
  }

  private static let jeton: SQLText = """
    SELECT jeton, utilisateur, nom, empreinte, droits, cree, jusqua, revoque FROM jeton
    WHERE etablissement = ?1
    """

  func jeton(_ empreinte: Empreinte) throws -> JetonDAcces? {
    try connexion.first(
      Self.jeton + " AND empreinte = ?2",
      [ici, .text(empreinte.texte)],
      JetonDAcces.init,
    )
  }

  func jetons(_ utilisateur: Identifiant<Utilisateur>) throws -> [JetonDAcces] {
    try connexion.rows(
      Self.jeton + " AND utilisateur = ?2 ORDER BY jeton",
      [ici, SQLValue(utilisateur)],
      JetonDAcces.init,
    )
  }

  func ajouter(_ jeton: JetonDAcces, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO jeton (etablissement, jeton, utilisateur, nom, empreinte, droits, cree, jusqua,
        revoque, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
      """,
      [
        ici, SQLValue(jeton.id), SQLValue(jeton.utilisateur), .text(jeton.nom),
        .text(jeton.empreinte.texte),
        .text(jeton.droits.map(\.rawValue).sorted().joined(separator: " ")),
        .integer(jeton.cree.millisecondes), SQLValue(jeton.jusqua), SQLValue(jeton.revoque),
        .integer(ecriture.numero),
      ],
    )
  }

  func revoquer(_ jeton: Identifiant<JetonDAcces>, _ ecriture: Ecriture) throws {
    try connexion.execute(
      "UPDATE jeton SET revoque = 1, entree = ?3 WHERE etablissement = ?1 AND jeton = ?2",
      [ici, SQLValue(jeton), .integer(ecriture.numero)],
    )
  }
}

// MARK: - Rows

extension EtatDeSerrure {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      utilisateur: try ligne.identifiant(0),
      aUnMotDePasse: ligne.verdict(1),
      aUnSecondFacteur: ligne.verdict(2),
      bloqueeJusqua: ligne.isNull(3) ? nil : ligne.horodatage(3),
      codeJusqua: ligne.isNull(4) ? nil : ligne.horodatage(4),
    )
  }
}

extension Connexion {
  init(_ ligne: any SQLRow) throws {
    self.init(
      empreinte: try ligne.lu(Empreinte(ligne.text(0))),
      utilisateur: try ligne.identifiant(1),
      moyen: try ligne.lu(Moyen(rawValue: ligne.text(2))),
      ouverte: ligne.horodatage(3),
      vue: ligne.horodatage(4),
    )
  }
}

extension JetonDAcces {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      id: try ligne.identifiant(0),
      utilisateur: try ligne.identifiant(1),
      nom: ligne.text(2),
      empreinte: try ligne.lu(Empreinte(ligne.text(3))),
      droits: Set(ligne.text(4).split(separator: " ").compactMap { Droit(rawValue: String($0)) }),
      cree: ligne.horodatage(5),
      jusqua: try ligne.jour(6),
      revoque: ligne.verdict(7),
    )
  }
}
