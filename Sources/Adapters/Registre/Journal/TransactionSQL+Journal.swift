internal import Actes
internal import Hashing
internal import SQL
internal import Scolarite

extension TransactionSQL {
  func repere() throws -> Repere {
    let dernier = try connexion.first(
      "SELECT dernier FROM chaine WHERE etablissement = ?1",
      [ici],
    ) { $0.integer(0) }
    guard let dernier else { throw ErreurDeRegistre.etablissementInconnu }
    return Repere(entree: dernier)
  }

  func repere(sauf actes: Set<String>) throws -> Repere {
    // Names of acts are words and hyphens: none is a pattern.
    let dernier = try connexion.first(
      """
      SELECT numero FROM journal
      WHERE etablissement = ?1 AND ?2 NOT LIKE '% ' || acte || ' %'
      ORDER BY numero DESC LIMIT 1
      """,
      [ici, .text(" \(actes.sorted().joined(separator: " ")) ")],
    ) { $0.integer(0) }
    return Repere(entree: dernier ?? 0)
  }

  static let colonnes: SQLText = """
    SELECT j.numero, j.horodatage, j.auteur, j.acte, j.objet, j.sujet, c.contenu, j.empreinte
    FROM journal j LEFT JOIN journal_contenu c
      ON c.etablissement = j.etablissement AND c.numero = j.numero
    WHERE j.etablissement = ?1
    """

  func journal(sujet: Identifiant<Etudiant>) throws -> [EntreeDeJournal] {
    try connexion.rows(
      Self.colonnes + " AND j.sujet = ?2 ORDER BY j.numero",
      [ici, SQLValue(sujet)],
      EntreeDeJournal.init,
    )
  }

  func journal(avant: Int64?, limite: Int) throws -> [EntreeDeJournal] {
    try connexion.rows(
      Self.colonnes + " AND j.numero < ?2 ORDER BY j.numero DESC LIMIT ?3",
      [ici, .integer(avant ?? .max), SQLValue(limite)],
      EntreeDeJournal.init,
    )
  }

  private static let nommees: SQLText = """
    SELECT j.numero, j.horodatage, j.auteur, j.acte, j.objet, j.sujet, c.contenu, j.empreinte,
      u.identifiant, u.nom
    FROM journal j
    LEFT JOIN journal_contenu c ON c.etablissement = j.etablissement AND c.numero = j.numero
    LEFT JOIN utilisateur u ON u.etablissement = j.etablissement AND u.utilisateur = j.auteur
    WHERE j.etablissement = ?1 AND j.numero < ?2 AND (?4 = '' OR j.acte = ?4)
      AND (?5 = 0 OR j.auteur = ?5)
    """

  func journal(_ filtre: FiltreDuJournal, avant: Int64?, limite: Int) throws -> [EntreeNommee] {
    var objet: SQLText = ""
    var valeurs: [SQLValue] = [
      ici, .integer(avant ?? .max), SQLValue(limite), .text(filtre.acte),
      .integer(filtre.auteur?.valeur ?? 0),
    ]
    if !filtre.objet.isEmpty {
      let estUneSorte = Objet.Sorte(rawValue: filtre.objet) != nil
      objet = estUneSorte ? " AND substr(j.objet, 1, length(?6)) = ?6" : " AND j.objet = ?6"
      valeurs.append(.text(estUneSorte ? filtre.objet + "/" : filtre.objet))
    }
    return try connexion.rows(
      Self.nommees + objet + " ORDER BY j.numero DESC LIMIT ?3",
      valeurs,
    ) { ligne in
      EntreeNommee(
        entree: try EntreeDeJournal(ligne),
        auteur: ligne.isNull(8)
          ? nil : EntreeNommee.Auteur(identifiant: ligne.text(8), nom: ligne.text(9)),
      )
    }
  }

  func derniereEntree(_ objet: Objet) throws -> EntreeDeJournal? {
    try connexion.first(
      Self.colonnes + " AND j.objet = ?2 AND j.numero <= ?3 ORDER BY j.numero DESC LIMIT 1",
      [ici, .text(objet.nom), .integer(derniereAvant)],
      EntreeDeJournal.init,
    )
  }

  func derniereEntree(sur ligne: LigneSignee) throws -> EntreeDeJournal? {
    let (requete, cle) = ligne.requete
    return try connexion.first(
      Self.colonnes + " AND j.numero = (" + requete + ")",
      [ici] + cle,
      EntreeDeJournal.init,
    )
  }
}

extension LigneSignee {
  /// What gives the entry of the row, `?1` being the establishment, and the other values.
  fileprivate var requete: (SQLText, [SQLValue]) {
    switch self {
    case .etudiant(let etudiant):
      (
        "SELECT entree FROM etudiant WHERE etablissement = ?1 AND etudiant = ?2",
        [SQLValue(etudiant)],
      )
    case .presence(let seance, let etudiant):
      (
        """
        SELECT entree FROM presence WHERE etablissement = ?1 AND seance = ?2 AND etudiant = ?3
        """,
        [SQLValue(seance), SQLValue(etudiant)],
      )
    case .avis(let promotion, let etudiant, let semestre):
      (
        """
        SELECT entree FROM avis
        WHERE etablissement = ?1 AND promotion = ?2 AND etudiant = ?3 AND semestre = ?4
        """,
        [SQLValue(promotion), SQLValue(etudiant), SQLValue(semestre.valeur)],
      )
    case .inscriptionEnSession2(let promotion, let etudiant):
      (
        """
        SELECT entree FROM session2 WHERE etablissement = ?1 AND promotion = ?2 AND etudiant = ?3
        """,
        [SQLValue(promotion), SQLValue(etudiant)],
      )
    case .noteDeSession2(let promotion, let etudiant, let epreuve):
      (
        """
        SELECT entree FROM note_session2
        WHERE etablissement = ?1 AND promotion = ?2 AND etudiant = ?3 AND sorte = ?4 AND code = ?5
        """,
        [SQLValue(promotion), SQLValue(etudiant), .text(epreuve.sorte), .text(epreuve.code)],
      )
    }
  }
}

extension EntreeDeJournal {
  init(_ ligne: any SQLRow) throws {
    self.init(
      numero: ligne.integer(0),
      horodatage: ligne.horodatage(1),
      auteur: try ligne.identifiant(facultatif: 2),
      acte: ligne.text(3),
      objet: ligne.text(4),
      sujet: try ligne.identifiant(facultatif: 5),
      contenu: ligne.optionalText(6),
      empreinte: Hexadecimal.text(ligne.blob(7)),
    )
  }
}
