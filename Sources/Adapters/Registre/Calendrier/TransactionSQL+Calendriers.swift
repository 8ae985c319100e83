internal import Actes
internal import SQL
internal import Scolarite

// MARK: - Addresses

extension TransactionSQL {
  private static let adresse: SQLText = """
    SELECT utilisateur, empreinte, creee, lue FROM adresse_de_calendrier WHERE etablissement = ?1
    """

  func adresseDeCalendrier(de utilisateur: Identifiant<Utilisateur>) throws
    -> AdresseDeCalendrier?
  {
    try connexion.first(
      Self.adresse + " AND utilisateur = ?2",
      [ici, SQLValue(utilisateur)],
      AdresseDeCalendrier.init,
    )
  }

  func adresseDeCalendrier(_ empreinte: Empreinte) throws -> AdresseDeCalendrier? {
    try connexion.first(
      Self.adresse + " AND empreinte = ?2",
      [ici, .text(empreinte.texte)],
      AdresseDeCalendrier.init,
    )
  }

  func poser(_ adresse: AdresseDeCalendrier, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO adresse_de_calendrier (etablissement, utilisateur, empreinte, creee, lue, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      ON CONFLICT (etablissement, utilisateur) DO UPDATE SET empreinte = excluded.empreinte,
        creee = excluded.creee, lue = excluded.lue, entree = excluded.entree
      """,
      [
        ici, SQLValue(adresse.utilisateur), .text(adresse.empreinte.texte),
        .integer(adresse.creee.millisecondes), SQLValue(adresse.lue), .integer(ecriture.numero),
      ],
    )
  }

  func retirerLAdresseDeCalendrier(
    _ utilisateur: Identifiant<Utilisateur>,
    _ ecriture: Ecriture,
  ) throws {
    try connexion.execute(
      "DELETE FROM adresse_de_calendrier WHERE etablissement = ?1 AND utilisateur = ?2",
      [ici, SQLValue(utilisateur)],
    )
  }

  func noterUneLecture(_ empreinte: Empreinte, le jour: Jour) throws {
    try connexion.execute(
      """
      UPDATE adresse_de_calendrier SET lue = ?3
      WHERE etablissement = ?1 AND empreinte = ?2 AND (lue IS NULL OR lue < ?3)
      """,
      [ici, .text(empreinte.texte), SQLValue(jour)],
    )
  }
}

// MARK: - What calendars hold

extension TransactionSQL {
  func ecrituresDesSeances(_ promotion: Identifiant<Promotion>) throws
    -> [Identifiant<Seance>: Horodatage]
  {
    try ecritures(
      """
      SELECT t.seance, j.horodatage FROM seance t
      JOIN journal j ON j.etablissement = t.etablissement AND j.numero = t.entree
      WHERE t.etablissement = ?1 AND t.promotion = ?2
      """,
      promotion,
    )
  }

  func ecrituresDesEvaluations(_ promotion: Identifiant<Promotion>) throws
    -> [Identifiant<EvaluationDeModule>: Horodatage]
  {
    try ecritures(
      """
      SELECT t.evaluation, j.horodatage FROM evaluation t
      JOIN journal j ON j.etablissement = t.etablissement AND j.numero = t.entree
      WHERE t.etablissement = ?1 AND t.promotion = ?2
      """,
      promotion,
    )
  }

  private func ecritures<De>(_ requete: SQLText, _ promotion: Identifiant<Promotion>) throws
    -> [Identifiant<De>: Horodatage]
  {
    Dictionary(
      uniqueKeysWithValues: try connexion.rows(requete, [ici, SQLValue(promotion)]) { ligne in
        (try ligne.identifiant(0, De.self), ligne.horodatage(1))
      }
    )
  }

  func enseignants(_ promotion: Identifiant<Promotion>) throws
    -> [Identifiant<Utilisateur>: String]
  {
    Dictionary(
      uniqueKeysWithValues: try connexion.rows(
        """
        SELECT u.utilisateur, u.nom FROM utilisateur u
        WHERE u.etablissement = ?1 AND u.utilisateur IN
          (SELECT enseignant FROM seance WHERE etablissement = ?1 AND promotion = ?2)
        """,
        [ici, SQLValue(promotion)],
      ) { (try $0.identifiant(0), $0.text(1)) }
    )
  }

  func jurys(_ annee: AnneeUniversitaire, membre: Identifiant<Utilisateur>) throws
    -> [Datee<JuryAnnonce>]
  {
    try connexion.rows(
      """
      SELECT t.jury, t.promotion, t.semestre, t.jour, t.rectifie, t.version, j.horodatage,
        EXISTS (
          SELECT 1 FROM membre_de_jury m
          WHERE m.etablissement = t.etablissement AND m.jury = t.jury AND m.utilisateur = ?3
        )
      FROM jury t
      JOIN promotion p ON p.etablissement = t.etablissement AND p.promotion = t.promotion
      JOIN journal j ON j.etablissement = t.etablissement AND j.numero = t.entree
      WHERE t.etablissement = ?1 AND p.ouverture = ?2 ORDER BY t.jury
      """,
      [ici, SQLValue(annee.debut), SQLValue(membre)],
    ) { ligne in
      Datee(
        JuryAnnonce(
          id: try ligne.identifiant(0),
          promotion: try ligne.identifiant(1),
          nature: ligne.isNull(2) ? .annee : .semestre(try ligne.semestre(2)),
          date: try ligne.jour(3),
          estUneRectification: !ligne.isNull(4),
          estMembre: ligne.verdict(7),
          version: ligne.integer(5),
        ),
        ecrite: ligne.horodatage(6),
      )
    }
  }

  func ecriture(de annee: Identifiant<AnneeOuverte>) throws -> Horodatage {
    let lue = try connexion.first(
      """
      SELECT j.horodatage FROM annee t
      JOIN journal j ON j.etablissement = t.etablissement AND j.numero = t.entree
      WHERE t.etablissement = ?1 AND t.annee = ?2
      """,
      [ici, SQLValue(annee)],
    ) { $0.horodatage(0) }
    guard let lue else { throw Refus.inconnu(.annee) }
    return lue
  }
}

extension AdresseDeCalendrier {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      utilisateur: try ligne.identifiant(0),
      empreinte: try ligne.lu(Empreinte(ligne.text(1))),
      creee: ligne.horodatage(2),
      lue: try ligne.jour(facultatif: 3),
    )
  }
}
