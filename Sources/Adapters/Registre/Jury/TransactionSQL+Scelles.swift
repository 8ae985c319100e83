internal import Actes
internal import Hashing
internal import SQL
internal import Scolarite

extension TransactionSQL {
  func texte(_ faits: Faits) -> String { faits.texteJSON }

  func empreinte(_ faits: Faits) -> String {
    Hexadecimal.text(SHA256.digest(Array(texte(faits).utf8)))
  }

  func sceller(_ cloture: ClotureDeJury, empreinte: String, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO cloture (etablissement, jury, profil, reglement, conseil, cfvu, derogation,
        empreinte, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      """,
      [
        ici, SQLValue(cloture.session.id), .text(cloture.profil), .text(cloture.reglement),
        SQLValue(cloture.conseil), SQLValue(cloture.cfvu), SQLValue(cloture.derogation),
        .text(empreinte), .integer(ecriture.numero),
      ],
    )
    for (annee, reglement) in cloture.anterieurs {
      try connexion.execute(
        """
        INSERT INTO cloture_anterieure (etablissement, jury, annee, reglement)
        VALUES (?1, ?2, ?3, ?4)
        """,
        [ici, SQLValue(cloture.session.id), SQLValue(annee.debut), .text(reglement)],
      )
    }
  }

  func sceller(_ scelle: Scelle, empreinte: String, _ ecriture: Ecriture) throws {
    let cle: [SQLValue] = [ici, SQLValue(scelle.jury), SQLValue(scelle.etudiant)]
    try connexion.execute(
      """
      INSERT INTO scelle (etablissement, jury, etudiant, dossier, proposition, empreinte, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """,
      cle + [
        .text(scelle.dossier), .text(scelle.proposition), .text(empreinte),
        .integer(ecriture.numero),
      ],
    )
    for (rang, decision) in scelle.decisions.enumerated() {
      try connexion.execute(
        """
        INSERT INTO decision (etablissement, jury, etudiant, rang, sur, code, motif)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        """,
        cle + [SQLValue(rang)] + decision.colonnes,
      )
    }
  }

  func cloture(_ jury: Identifiant<SessionDeJury>) throws -> ClotureDeJury? {
    guard let session = try self.jury(jury) else { return nil }
    let anterieurs = try connexion.rows(
      "SELECT annee, reglement FROM cloture_anterieure WHERE etablissement = ?1 AND jury = ?2",
      [ici, SQLValue(jury)],
    ) { (try $0.annee(0), $0.text(1)) }
    let etudiants: [Identifiant<Etudiant>] = try connexion.rows(
      "SELECT etudiant FROM scelle WHERE etablissement = ?1 AND jury = ?2 ORDER BY etudiant",
      [ici, SQLValue(jury)],
    ) { try $0.identifiant(0) }
    // The first juries were closed without naming those on whom they decided.
    let possibles = try connexion.first(
      """
      SELECT profil, reglement, conseil, cfvu, derogation, empreinte FROM cloture
      WHERE etablissement = ?1 AND jury = ?2
      """,
      [ici, SQLValue(jury)],
    ) { ligne in
      let clotures = try [etudiants, []].map { etudiants in
        ClotureDeJury(
          session: session,
          profil: ligne.text(0),
          reglement: ligne.text(1),
          anterieurs: Dictionary(anterieurs) { premier, _ in premier },
          conseil: try ligne.jour(facultatif: 2),
          cfvu: try ligne.jour(facultatif: 3),
          derogation: ligne.optionalText(4),
          etudiants: etudiants,
        )
      }
      return (clotures, ligne.text(5))
    }
    guard let (clotures, empreinte) = possibles else { return nil }
    guard let cloture = clotures.first(where: { self.empreinte($0.canonique) == empreinte }) else {
      throw ErreurDeRegistre.scelleEndommage(jury: jury.valeur, etudiant: 0)
    }
    return cloture
  }

  func scelle(_ jury: Identifiant<SessionDeJury>, _ etudiant: Identifiant<Etudiant>) throws
    -> Scelle?
  {
    let cle = [ici, SQLValue(jury), SQLValue(etudiant)]
    let decisions = try connexion.rows(
      """
      SELECT sur, code, motif FROM decision
      WHERE etablissement = ?1 AND jury = ?2 AND etudiant = ?3 ORDER BY rang
      """,
      cle,
    ) { try DecisionPrise($0, aPartirDe: 0) }
    let lu = try connexion.first(
      """
      SELECT c.empreinte, s.dossier, s.proposition, s.empreinte FROM scelle s
      JOIN cloture c ON c.etablissement = s.etablissement AND c.jury = s.jury
      WHERE s.etablissement = ?1 AND s.jury = ?2 AND s.etudiant = ?3
      """,
      cle,
    ) { ligne in
      let scelle = Scelle(
        jury: jury,
        etudiant: etudiant,
        cloture: ligne.text(0),
        dossier: ligne.text(1),
        proposition: ligne.text(2),
        decisions: decisions,
      )
      return (scelle, ligne.text(3))
    }
    guard let (scelle, empreinte) = lu else { return nil }
    guard empreinte == self.empreinte(scelle.canonique) else {
      throw ErreurDeRegistre.scelleEndommage(jury: jury.valeur, etudiant: etudiant.valeur)
    }
    return scelle
  }

  func scelles(_ jury: Identifiant<SessionDeJury>) throws -> [Scelle] {
    let cle = [ici, SQLValue(jury)]
    var decisions: [Identifiant<Etudiant>: [DecisionPrise]] = [:]
    try connexion.query(
      """
      SELECT sur, code, motif, etudiant FROM decision
      WHERE etablissement = ?1 AND jury = ?2 ORDER BY etudiant, rang
      """,
      cle,
    ) {
      decisions[try $0.identifiant(3), default: []].append(try DecisionPrise($0, aPartirDe: 0))
    }
    return try connexion.rows(
      """
      SELECT c.empreinte, s.dossier, s.proposition, s.empreinte, s.etudiant FROM scelle s
      JOIN cloture c ON c.etablissement = s.etablissement AND c.jury = s.jury
      WHERE s.etablissement = ?1 AND s.jury = ?2 ORDER BY s.etudiant
      """,
      cle,
    ) { ligne in
      let etudiant: Identifiant<Etudiant> = try ligne.identifiant(4)
      let scelle = Scelle(
        jury: jury,
        etudiant: etudiant,
        cloture: ligne.text(0),
        dossier: ligne.text(1),
        proposition: ligne.text(2),
        decisions: decisions[etudiant] ?? [],
      )
      guard ligne.text(3) == empreinte(scelle.canonique) else {
        throw ErreurDeRegistre.scelleEndommage(jury: jury.valeur, etudiant: etudiant.valeur)
      }
      return scelle
    }
  }

  func propositionsScellees(_ jury: Identifiant<SessionDeJury>) throws
    -> [(etudiant: Identifiant<Etudiant>, proposition: String)]
  {
    try connexion.rows(
      """
      SELECT etudiant, proposition FROM scelle WHERE etablissement = ?1 AND jury = ?2
      ORDER BY etudiant
      """,
      [ici, SQLValue(jury)],
    ) { (etudiant: try $0.identifiant(0), proposition: $0.text(1)) }
  }

  // MARK: Decisions

  private static let deliberees: SQLText = """
    SELECT s.jury, s.etudiant, s.entree, e.horodatage, j.rectifie, j.jour, m.nom, d.sur, d.code,
      d.motif
    FROM jury j CROSS JOIN scelle s CROSS JOIN journal e CROSS JOIN membre_de_jury m
    LEFT JOIN decision d
      ON d.etablissement = s.etablissement AND d.jury = s.jury AND d.etudiant = s.etudiant
    WHERE j.etablissement = ?1 AND j.promotion = ?2
      AND s.etablissement = ?1 AND s.jury = j.jury
      AND e.etablissement = ?1 AND e.numero = s.entree
      AND m.etablissement = ?1 AND m.jury = j.jury AND m.qualite = 'president'
    """
  private static let ordreDesScelles: SQLText = " ORDER BY s.entree, d.rang"

  func deliberees(promotion: Identifiant<Promotion>) throws -> [DecisionsDeliberees] {
    try deliberees(Self.deliberees + Self.ordreDesScelles, [ici, SQLValue(promotion)])
  }

  func deliberees(etudiant: Identifiant<Etudiant>, promotion: Identifiant<Promotion>) throws
    -> [DecisionsDeliberees]
  {
    try deliberees(
      Self.deliberees + " AND s.etudiant = ?3" + Self.ordreDesScelles,
      [ici, SQLValue(promotion), SQLValue(etudiant)],
    )
  }

  private func deliberees(_ requete: SQLText, _ valeurs: [SQLValue]) throws
    -> [DecisionsDeliberees]
  {
    var deliberees: [DecisionsDeliberees] = []
    try connexion.query(requete, valeurs) { ligne in
      let decisions = try DecisionDeJury(scellee: ligne).map { [$0] } ?? []
      guard let derniere = deliberees.last, derniere.entree == ligne.integer(2) else {
        deliberees.append(try DecisionsDeliberees(ligne, decisions))
        return
      }
      deliberees[deliberees.count - 1] = try DecisionsDeliberees(
        ligne,
        derniere.decisions + decisions,
      )
    }
    return deliberees
  }
}

extension DecisionsDeliberees {
  fileprivate init(_ ligne: any SQLRow, _ decisions: [DecisionDeJury]) throws {
    self.init(
      jury: try ligne.identifiant(0),
      etudiant: try ligne.identifiant(1),
      rectifie: try ligne.identifiant(facultatif: 4),
      decisions: decisions,
      horodatage: ligne.horodatage(3),
      entree: ligne.integer(2),
    )
  }
}

extension DecisionDeJury {
  /// The decision of a row, by the jury of that row; `nil` where the jury decided nothing.
  fileprivate init?(scellee ligne: any SQLRow) throws {
    guard !ligne.isNull(7) else { return nil }
    let prise = try DecisionPrise(ligne, aPartirDe: 7)
    let auteur = "jury présidé par \(ligne.text(6))"
    self = try ligne.lu(prise.decision(auteur: auteur, le: ligne.jour(5)))
  }
}
