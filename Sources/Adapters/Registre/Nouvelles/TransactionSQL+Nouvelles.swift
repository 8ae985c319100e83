internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  func publications(_ promotion: Identifiant<Promotion>) throws
    -> [Identifiant<EvaluationDeModule>: Publication]
  {
    let lues = try connexion.rows(
      """
      SELECT e.evaluation, max(j.numero), max(j.horodatage) FROM evaluation e
      JOIN journal j ON j.etablissement = e.etablissement
        AND j.objet = 'evaluation/' || e.evaluation AND j.acte = 'publier-une-evaluation'
      WHERE e.etablissement = ?1 AND e.promotion = ?2 AND e.publiee = 1
      GROUP BY e.evaluation
      """,
      [ici, SQLValue(promotion)],
    ) { ligne in
      let id: Identifiant<EvaluationDeModule> = try ligne.identifiant(0)
      return (id, Publication(entree: ligne.integer(1), horodatage: ligne.horodatage(2)))
    }
    return Dictionary(uniqueKeysWithValues: lues)
  }

  func journal(sujet: Identifiant<Etudiant>, actes: [String], apres: Int64) throws
    -> [EntreeDeJournal]
  {
    let places = SQLText(trusted: actes.indices.map { "?\($0 + 4)" }.joined(separator: ", "))
    return try connexion.rows(
      Self.colonnes + " AND j.sujet = ?2 AND j.numero > ?3 AND j.acte IN (" + places
        + ") ORDER BY j.numero",
      [ici, SQLValue(sujet), .integer(apres)] + actes.map { .text($0) },
      EntreeDeJournal.init,
    )
  }

  func nouvellesLues(_ utilisateur: Identifiant<Utilisateur>) throws -> Int64? {
    try connexion.first(
      "SELECT jusqua FROM nouvelles_lues WHERE etablissement = ?1 AND utilisateur = ?2",
      [ici, SQLValue(utilisateur)],
    ) { $0.integer(0) }
  }

  func marquerLesNouvelles(_ utilisateur: Identifiant<Utilisateur>, jusqua: Int64) throws {
    try connexion.execute(
      """
      INSERT INTO nouvelles_lues (etablissement, utilisateur, jusqua) VALUES (?1, ?2, ?3)
      ON CONFLICT (etablissement, utilisateur) DO UPDATE SET jusqua = excluded.jusqua
      """,
      [ici, SQLValue(utilisateur), .integer(jusqua)],
    )
  }

  // MARK: To whom decisions are contested

  func voiesDeRecours() throws -> VoiesDeRecours? {
    try connexion.first(
      """
      SELECT autorite, adresse, tribunal, adresse_du_tribunal FROM voies_de_recours
      WHERE etablissement = ?1
      """,
      [ici],
    ) { ligne in
      VoiesDeRecours(
        autorite: ligne.text(0),
        adresse: ligne.text(1),
        tribunal: ligne.text(2),
        adresseDuTribunal: ligne.text(3),
      )
    }
  }

  func fixer(_ voies: VoiesDeRecours, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO voies_de_recours (etablissement, autorite, adresse, tribunal,
        adresse_du_tribunal, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      ON CONFLICT (etablissement) DO UPDATE SET autorite = excluded.autorite,
        adresse = excluded.adresse, tribunal = excluded.tribunal,
        adresse_du_tribunal = excluded.adresse_du_tribunal, entree = excluded.entree
      """,
      [
        ici, .text(voies.autorite), .text(voies.adresse), .text(voies.tribunal),
        .text(voies.adresseDuTribunal), .integer(ecriture.numero),
      ],
    )
  }
}
