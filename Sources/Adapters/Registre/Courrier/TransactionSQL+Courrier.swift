internal import Actes
internal import SQL
internal import Scolarite

// MARK: - The queue

extension TransactionSQL {
  func poster(_ courrier: Courrier) throws -> Bool {
    try connexion.execute(
      """
      INSERT INTO courrier (etablissement, courrier, utilisateur, sorte, cle, sujets, objet, texte,
        reference, etat, essais, cree, prochain, perime)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'en-attente', 0, ?10, ?10, ?11)
      ON CONFLICT (etablissement, utilisateur, cle) DO NOTHING
      """,
      [
        ici, SQLValue(courrier.id), SQLValue(courrier.utilisateur),
        .text(courrier.sorte.rawValue), .text(courrier.cle),
        .text(courrier.sujets.map(\.rawValue).joined(separator: " ")), .text(courrier.objet),
        .text(courrier.texte), .text(courrier.reference), .integer(courrier.cree.millisecondes),
        .integer(courrier.perime.millisecondes),
      ],
    ) > 0
  }

  func attendUnCourrier(a moment: Horodatage) throws -> Bool {
    try connexion.first(
      """
      SELECT 1 FROM courrier WHERE etablissement = ?1 AND etat = 'en-attente' AND prochain <= ?2
        AND (bail IS NULL OR bail_jusqua <= ?2) LIMIT 1
      """,
      [ici, .integer(moment.millisecondes)],
    ) { _ in true } ?? false
  }

  func essaisDeCourrier(depuis moment: Horodatage) throws -> Int {
    try connexion.first(
      "SELECT count(*) FROM courrier WHERE etablissement = ?1 AND dernier > ?2",
      [ici, .integer(moment.millisecondes)],
    ) { Int($0.integer(0)) } ?? 0
  }

  func courriers(
    _ sorte: SorteDeCourrier,
    pour utilisateur: Identifiant<Utilisateur>,
    depuis moment: Horodatage,
  ) throws -> Int {
    try connexion.first(
      """
      SELECT count(*) FROM courrier
      WHERE etablissement = ?1 AND utilisateur = ?2 AND sorte = ?3 AND cree > ?4
      """,
      [
        ici, SQLValue(utilisateur), .text(sorte.rawValue), .integer(moment.millisecondes),
      ],
    ) { Int($0.integer(0)) } ?? 0
  }

  func prendreDesCourriers(
    _ limite: Int,
    bail: String,
    jusqua: Horodatage,
    a moment: Horodatage,
  ) throws -> [Pli] {
    // The condition stands again outside: whoever waited for the row reads what it has become.
    try connexion.execute(
      """
      UPDATE courrier SET bail = ?3, bail_jusqua = ?4, dernier = ?2, essais = essais + 1
      WHERE etablissement = ?1 AND etat = 'en-attente' AND prochain <= ?2
        AND (bail IS NULL OR bail_jusqua <= ?2)
        AND courrier IN (
          SELECT courrier FROM courrier
          WHERE etablissement = ?1 AND etat = 'en-attente' AND prochain <= ?2
            AND (bail IS NULL OR bail_jusqua <= ?2)
          ORDER BY prochain, courrier LIMIT ?5
        )
      """,
      [
        ici, .integer(moment.millisecondes), .text(bail), .integer(jusqua.millisecondes),
        SQLValue(limite),
      ],
    )
    return try connexion.rows(
      """
      SELECT c.courrier, c.utilisateur, c.sorte, c.cle, c.sujets, c.objet, c.texte, c.reference,
        c.cree, c.perime, c.essais, u.nom, CASE WHEN u.actif = 1 THEN
      """ + " " + Self.adresseDePoste + """
           END
        FROM courrier c
        JOIN utilisateur u ON u.etablissement = c.etablissement AND u.utilisateur = c.utilisateur
        """ + " " + Self.jointuresDAdresse + """

          WHERE c.etablissement = ?1 AND c.bail = ?2 ORDER BY c.prochain, c.courrier
          """,
      [ici, .text(bail)],
      Pli.init,
    )
  }

  func regler(
    _ courrier: Identifiant<Courrier>,
    bail: String,
    _ suite: SuiteDePli,
    a moment: Horodatage,
  ) throws -> Bool {
    // What was sent is not kept, nor a code that serves no more.
    try connexion.execute(
      """
      UPDATE courrier SET etat = ?4, prochain = ?5, code = ?6, reponse = ?7, bail = NULL,
        bail_jusqua = NULL, regle = CASE WHEN ?4 = 'en-attente' THEN NULL ELSE CAST(?8 AS BIGINT) END,
        texte = CASE WHEN ?4 = 'envoye' OR (?4 <> 'en-attente' AND sorte = 'mot-de-passe')
          THEN '' ELSE texte END
      WHERE etablissement = ?1 AND courrier = ?2 AND bail = ?3
      """,
      [
        ici, SQLValue(courrier), .text(bail), .text(suite.etat.rawValue),
        .integer(suite.prochain.millisecondes), SQLValue(suite.code.map(Int64.init)),
        SQLValue(suite.reponse), .integer(moment.millisecondes),
      ],
    ) > 0
  }

  func rendreLesCourriers(bail: String) throws {
    try connexion.execute(
      """
      UPDATE courrier SET bail = NULL, bail_jusqua = NULL, dernier = NULL, essais = essais - 1
      WHERE etablissement = ?1 AND bail = ?2
      """,
      [ici, .text(bail)],
    )
  }

  func comptesDuCourrier() throws -> [EtatDeCourrier: Int] {
    let lus = try connexion.rows(
      "SELECT etat, count(*) FROM courrier WHERE etablissement = ?1 GROUP BY etat",
      [ici],
    ) { (try $0.lu(EtatDeCourrier(rawValue: $0.text(0))), Int($0.integer(1))) }
    return Dictionary(uniqueKeysWithValues: lus)
  }

  private static let suivis: SQLText = """
    SELECT c.courrier, u.utilisateur, u.identifiant, u.nom, u.etudiant, u.actif, c.sorte, c.etat,
      c.essais, c.cree, c.prochain, c.perime, c.code, c.reponse
    FROM courrier c
    JOIN utilisateur u ON u.etablissement = c.etablissement AND u.utilisateur = c.utilisateur
    WHERE c.etablissement = ?1
    """

  func courrier(_ id: Identifiant<Courrier>) throws -> CourrierSuivi? {
    try connexion.first(
      Self.suivis + " AND c.courrier = ?2",
      [ici, SQLValue(id)],
      CourrierSuivi.init,
    )
  }

  func courriers(_ etats: Set<EtatDeCourrier>, limite: Int) throws -> [CourrierSuivi] {
    try connexion.rows(
      Self.suivis + """
         AND ?2 LIKE '% ' || c.etat || ' %' ORDER BY c.cree DESC, c.courrier DESC LIMIT ?3
        """,
      [
        ici, .text(" \(etats.map(\.rawValue).sorted().joined(separator: " ")) "),
        SQLValue(limite),
      ],
      CourrierSuivi.init,
    )
  }

  func relancer(
    _ courrier: Identifiant<Courrier>,
    perime: Horodatage,
    a moment: Horodatage,
    _ ecriture: Ecriture,
  ) throws {
    try connexion.execute(
      """
      UPDATE courrier SET etat = 'en-attente', essais = 0, prochain = ?3, perime = ?4, regle = NULL,
        code = NULL, reponse = NULL
      WHERE etablissement = ?1 AND courrier = ?2 AND bail IS NULL AND etat <> 'envoye' AND ?5 >= 1
      """,
      [
        ici, SQLValue(courrier), .integer(moment.millisecondes), .integer(perime.millisecondes),
        .integer(ecriture.numero),
      ],
    )
  }

  func oublierLesCourriers(avant moment: Horodatage) throws {
    try connexion.execute(
      "DELETE FROM courrier WHERE etablissement = ?1 AND regle < ?2",
      [ici, .integer(moment.millisecondes)],
    )
    try connexion.execute(
      "DELETE FROM avis_par_courrier WHERE etablissement = ?1 AND horodatage < ?2",
      [ici, .integer(moment.millisecondes)],
    )
  }
}

// MARK: - Rows

extension Pli {
  fileprivate init(_ ligne: any SQLRow) throws {
    let courrier = Courrier(
      id: try ligne.identifiant(0),
      utilisateur: try ligne.identifiant(1),
      sorte: try ligne.lu(SorteDeCourrier(rawValue: ligne.text(2))),
      cle: ligne.text(3),
      sujets: ligne.text(4).split(separator: " ").compactMap { SujetDAvis(rawValue: String($0)) },
      objet: ligne.text(5),
      texte: ligne.text(6),
      reference: ligne.text(7),
      cree: ligne.horodatage(8),
      perime: ligne.horodatage(9),
    )
    self.init(
      courrier,
      essais: Int(ligne.integer(10)),
      nom: ligne.text(11),
      adresse: ligne.isNull(12) ? nil : ligne.text(12),
    )
  }
}

extension CourrierSuivi {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      id: try ligne.identifiant(0),
      utilisateur: try Utilisateur(ligne, depuis: 1),
      sorte: try ligne.lu(SorteDeCourrier(rawValue: ligne.text(6))),
      etat: try ligne.lu(EtatDeCourrier(rawValue: ligne.text(7))),
      essais: Int(ligne.integer(8)),
      cree: ligne.horodatage(9),
      prochain: ligne.horodatage(10),
      perime: ligne.horodatage(11),
      code: ligne.isNull(12) ? nil : Int(ligne.integer(12)),
      reponse: ligne.isNull(13) ? nil : ligne.text(13),
    )
  }
}

extension Utilisateur {
  init(_ ligne: any SQLRow, depuis colonne: Int) throws {
    self.init(
      id: try ligne.identifiant(colonne),
      identifiant: ligne.text(colonne + 1),
      nom: ligne.text(colonne + 2),
      etudiant: try ligne.identifiant(facultatif: colonne + 3),
      actif: ligne.verdict(colonne + 4),
    )
  }
}
