internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  /// The address at which `u` is written to.
  static let adresseDePoste: SQLText = """
    coalesce(a.adresse, e.courriel, CASE WHEN u.identifiant LIKE '%_@_%._%' THEN u.identifiant END)
    """

  static let jointuresDAdresse: SQLText = """
    LEFT JOIN adresse_de_courrier a
      ON a.etablissement = u.etablissement AND a.utilisateur = u.utilisateur
    LEFT JOIN etudiant e ON e.etablissement = u.etablissement AND e.etudiant = u.etudiant
    """

  func adresseDeCourrier(_ utilisateur: Identifiant<Utilisateur>) throws -> String? {
    try connexion.first(
      "SELECT " + Self.adresseDePoste + " FROM utilisateur u " + Self.jointuresDAdresse
        + " WHERE u.etablissement = ?1 AND u.utilisateur = ?2",
      [ici, SQLValue(utilisateur)],
    ) { $0.isNull(0) ? nil : $0.text(0) } ?? nil
  }

  func adresseDonnee(_ utilisateur: Identifiant<Utilisateur>) throws -> String? {
    try connexion.first(
      "SELECT adresse FROM adresse_de_courrier WHERE etablissement = ?1 AND utilisateur = ?2",
      [ici, SQLValue(utilisateur)],
    ) { $0.text(0) }
  }

  func utilisateurs(adresse: String, limite: Int) throws -> [Utilisateur] {
    try connexion.rows(
      "SELECT u.utilisateur, u.identifiant, u.nom, u.etudiant, u.actif FROM utilisateur u "
        + Self.jointuresDAdresse + " WHERE u.etablissement = ?1 AND u.actif = 1 AND lower("
        + Self.adresseDePoste + ") = lower(?2) ORDER BY u.utilisateur LIMIT ?3",
      [ici, .text(adresse), SQLValue(limite)],
    ) { try Utilisateur($0, depuis: 0) }
  }

  func fixer(
    adresse: String?,
    de utilisateur: Identifiant<Utilisateur>,
    _ ecriture: Ecriture,
  ) throws {
    try connexion.execute(
      "DELETE FROM adresse_de_courrier WHERE etablissement = ?1 AND utilisateur = ?2",
      [ici, SQLValue(utilisateur)],
    )
    guard let adresse else { return }
    try connexion.execute(
      """
      INSERT INTO adresse_de_courrier (etablissement, utilisateur, adresse, entree)
      VALUES (?1, ?2, ?3, ?4)
      """,
      [ici, SQLValue(utilisateur), .text(adresse), .integer(ecriture.numero)],
    )
  }

  func sujetsCoupes(_ utilisateur: Identifiant<Utilisateur>) throws -> Set<SujetDAvis> {
    Set(
      try connexion.rows(
        "SELECT propos FROM sujet_coupe WHERE etablissement = ?1 AND utilisateur = ?2",
        [ici, SQLValue(utilisateur)],
      ) { SujetDAvis(rawValue: $0.text(0)) }.compactMap { $0 }
    )
  }

  func couper(
    _ sujets: Set<SujetDAvis>,
    de utilisateur: Identifiant<Utilisateur>,
    _ ecriture: Ecriture,
  ) throws {
    try connexion.execute(
      "DELETE FROM sujet_coupe WHERE etablissement = ?1 AND utilisateur = ?2",
      [ici, SQLValue(utilisateur)],
    )
    for sujet in sujets.map(\.rawValue).sorted() {
      try connexion.execute(
        """
        INSERT INTO sujet_coupe (etablissement, utilisateur, propos, entree)
        VALUES (?1, ?2, ?3, ?4)
        """,
        [ici, SQLValue(utilisateur), .text(sujet), .integer(ecriture.numero)],
      )
    }
  }
}
