internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  func effacer(_ etudiant: Identifiant<Etudiant>, _ ecriture: Ecriture) throws -> Int {
    var contenus = 0
    for (table, requete) in EffacementDePersonne.effacees {
      let changees = try connexion.execute(
        requete,
        [ici, SQLValue(etudiant), .integer(ecriture.numero)],
      )
      if table == "journal" { contenus = changees }
    }
    for requete in EffacementDePersonne.orphelins { try connexion.execute(requete, [ici]) }
    return contenus
  }

  func effacer(_ utilisateur: Identifiant<Utilisateur>, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      UPDATE utilisateur SET identifiant = 'effacé-' || utilisateur,
        nom = 'compte effacé ' || utilisateur
      WHERE etablissement = ?1 AND utilisateur = ?2 AND actif = 0
      """,
      [ici, SQLValue(utilisateur)],
    )
    try retirerLAdresseDeCalendrier(utilisateur, ecriture)
    try effacerLesContenus(Objet(.utilisateur, utilisateur), ecriture)
  }

  func effacer(_ incident: Identifiant<Incident>, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      UPDATE incident SET description = 'effacé', lieu = NULL, temoins = '', inconnus = '',
        surveillant = 'effacé', efface = 1, entree = ?3, version = version + 1
      WHERE etablissement = ?1 AND incident = ?2
      """,
      [ici, SQLValue(incident), .integer(ecriture.numero)],
    )
    let reste: [SQLText] = ["signature_de_pv", "pv_de_fraude", "degat"]
    for table in reste {
      try connexion.execute(
        "DELETE FROM " + table + " WHERE etablissement = ?1 AND incident = ?2",
        [ici, SQLValue(incident)],
      )
    }
    try effacerLesContenus(Objet(.incident, incident), ecriture)
  }

  func effacerLesPapiers(
    _ incident: Identifiant<Incident>,
    de etudiant: Identifiant<Etudiant>?,
    _ ecriture: Ecriture,
  ) throws {
    let objet = SQLValue.text(Objet(.incident, incident).nom)
    if let etudiant {
      try connexion.execute(
        "DELETE FROM document WHERE etablissement = ?1 AND etudiant = ?2 AND objet = ?3",
        [ici, SQLValue(etudiant), objet],
      )
    } else {
      try connexion.execute(
        "DELETE FROM document WHERE etablissement = ?1 AND objet = ?2",
        [ici, objet],
      )
    }
    try effacerLesContenus(Objet(.consultation, incident), ecriture)
  }

  /// Erases what the journal says of a thing, before an entry.
  func effacerLesContenus(_ objet: Objet, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      DELETE FROM journal_contenu WHERE etablissement = ?1 AND numero < ?3 AND numero IN
        (SELECT numero FROM journal WHERE etablissement = ?1 AND objet = ?2)
      """,
      [ici, .text(objet.nom), .integer(ecriture.numero)],
    )
  }

  // MARK: How long data is kept

  func conservations() throws -> [Conservation] {
    try connexion.rows(
      "SELECT categorie, annees FROM conservation WHERE etablissement = ?1 ORDER BY categorie",
      [ici],
    ) { ligne in
      let categorie = try ligne.lu(Conservation.Categorie(rawValue: ligne.text(0)))
      return try ligne.lu(Conservation(categorie, annees: Int(ligne.integer(1))))
    }
  }

  func fixer(_ conservation: Conservation, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO conservation (etablissement, categorie, annees, entree) VALUES (?1, ?2, ?3, ?4)
      ON CONFLICT (etablissement, categorie) DO UPDATE
      SET annees = excluded.annees, entree = excluded.entree
      """,
      [
        ici, .text(conservation.categorie.rawValue), SQLValue(conservation.annees),
        .integer(ecriture.numero),
      ],
    )
  }

  func lever(_ categorie: Conservation.Categorie, _ ecriture: Ecriture) throws {
    try connexion.execute(
      "DELETE FROM conservation WHERE etablissement = ?1 AND categorie = ?2",
      [ici, .text(categorie.rawValue)],
    )
  }

  func etudiantsPartis(avant jour: Jour) throws -> [PersonneAEffacer] {
    try connexion.rows(
      """
      SELECT * FROM (
        SELECT e.etudiant, coalesce(e.nom_usage, e.nom_civil), coalesce(e.prenom_usage,
          e.prenom_civil), max(coalesce(i.fin, a.fin, (p.ouverture + 1) || '-08-31')) AS dernier
        FROM etudiant e
        JOIN inscription i ON i.etablissement = e.etablissement AND i.etudiant = e.etudiant
        JOIN promotion p ON p.etablissement = i.etablissement AND p.promotion = i.promotion
        LEFT JOIN annee a ON a.etablissement = p.etablissement AND a.ouverture = p.ouverture
        WHERE e.etablissement = ?1 AND e.efface = 0
        GROUP BY e.etudiant, e.nom_usage, e.nom_civil, e.prenom_usage, e.prenom_civil
        UNION ALL
        SELECT e.etudiant, coalesce(e.nom_usage, e.nom_civil), coalesce(e.prenom_usage,
          e.prenom_civil), max(coalesce(s.close, s.proclamation)) AS dernier
        FROM etudiant e
        JOIN candidat_bts c ON c.etablissement = e.etablissement AND c.etudiant = e.etudiant
        JOIN session_bts s ON s.etablissement = c.etablissement AND s.session = c.session
        WHERE e.etablissement = ?1 AND e.efface = 0 AND NOT EXISTS
          (SELECT 1 FROM inscription i
           WHERE i.etablissement = e.etablissement AND i.etudiant = e.etudiant)
        GROUP BY e.etudiant, e.nom_usage, e.nom_civil, e.prenom_usage, e.prenom_civil
      ) partis WHERE dernier < ?2 ORDER BY etudiant
      """,
      [ici, SQLValue(jour)],
    ) { ligne in
      PersonneAEffacer(
        etudiant: try ligne.identifiant(0),
        nom: "\(ligne.text(1)) \(ligne.text(2))",
        dernierJour: try ligne.jour(3),
      )
    }
  }

  func comptesFermes(avant horodatage: Horodatage) throws -> [Utilisateur] {
    try connexion.rows(
      """
      SELECT u.utilisateur, u.identifiant, u.nom, u.etudiant, u.actif FROM utilisateur u
      WHERE u.etablissement = ?1 AND u.actif = 0 AND u.nom <> 'compte effacé ' || u.utilisateur
        AND (SELECT max(j.horodatage) FROM journal j
          WHERE j.etablissement = ?1 AND j.objet = 'utilisateur/' || u.utilisateur) < ?2
      ORDER BY u.utilisateur
      """,
      [ici, .integer(horodatage.millisecondes)],
      Utilisateur.init,
    )
  }

  // MARK: The journal

  func derniereEntreePleine(avant horodatage: Horodatage) throws
    -> Identifiant<EntreeDeJournal>?
  {
    let derniere = try connexion.first(
      """
      SELECT max(j.numero) FROM journal j
      JOIN journal_contenu c ON c.etablissement = j.etablissement AND c.numero = j.numero
      WHERE j.etablissement = ?1 AND j.horodatage < ?2
      """,
      [ici, .integer(horodatage.millisecondes)],
    ) { $0.optionalInteger(0) }
    return (derniere ?? nil).flatMap { Identifiant($0) }
  }

  func effacerLesContenus(jusqua entree: Identifiant<EntreeDeJournal>, _ ecriture: Ecriture) throws
    -> Int
  {
    try connexion.execute(
      """
      DELETE FROM journal_contenu WHERE etablissement = ?1 AND numero <= ?2 AND numero < ?3
      """,
      [ici, SQLValue(entree), .integer(ecriture.numero)],
    )
  }
}
