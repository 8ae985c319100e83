internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  private static let incident: SQLText = """
    SELECT i.incident, i.promotion, i.moment, i.lieu, i.evaluation, i.surveillant, i.description,
      i.signature, i.version, s.etudiant, s.etat, s.depuis, s.motif, s.sanction, s.mois, s.sursis,
      s.nulle, s.relaxe, i.comportement, i.auteur, i.temoins, i.inconnus, i.penal, i.chef
    FROM incident i
    LEFT JOIN suite s ON s.etablissement = i.etablissement AND s.incident = i.incident
    WHERE i.etablissement = ?1
    """
  private static let ordre: SQLText = " ORDER BY i.incident, s.etudiant"

  func incident(_ id: Identifiant<Incident>) throws -> Incident? {
    try incidents(" AND i.incident = ?2", " AND incident = ?2", [SQLValue(id)]).first
  }

  func incidents() throws -> [Incident] { try incidents("", "", []) }

  func incidentsNonEffaces() throws -> [Incident] {
    try incidents(" AND i.efface = 0", "", [])
  }

  func incidents(promotion: Identifiant<Promotion>) throws -> [Incident] {
    try incidents(
      " AND i.promotion = ?2",
      """
       AND incident IN
        (SELECT incident FROM incident WHERE etablissement = ?1 AND promotion = ?2)
      """,
      [SQLValue(promotion)],
    )
  }

  func incidents(etudiant: Identifiant<Etudiant>) throws -> [Incident] {
    try incidents(
      """
       AND i.incident IN
        (SELECT incident FROM suite WHERE etablissement = ?1 AND etudiant = ?2)
      """,
      """
       AND incident IN
        (SELECT incident FROM suite WHERE etablissement = ?1 AND etudiant = ?2)
      """,
      [SQLValue(etudiant)],
    )
  }

  /// `annexes`: the same choice, on the tables beside.
  private func incidents(_ choix: SQLText, _ annexes: SQLText, _ valeurs: [SQLValue]) throws
    -> [Incident]
  {
    var incidents: [Incident] = []
    try connexion.query(Self.incident + choix + Self.ordre, [ici] + valeurs) { ligne in
      if incidents.last?.id.valeur != ligne.integer(0) { incidents.append(try Incident(ligne)) }
      if ligne.optionalInteger(9) != nil {
        incidents[incidents.count - 1].suites.append(try Incident.Suite(ligne))
      }
    }
    return try completer(incidents, annexes, [ici] + valeurs)
  }

  func ajouter(_ incident: Incident, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO incident (etablissement, incident, promotion, moment, lieu, evaluation,
        surveillant, description, signature, version, entree, comportement, auteur, temoins,
        inconnus, penal, chef)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
      """,
      [
        ici, SQLValue(incident.id), SQLValue(incident.promotion), SQLValue(incident.date),
        SQLValue(incident.lieu), SQLValue(incident.evaluation), .text(incident.surveillant),
        .text(incident.description), .text(incident.signature.rawValue),
        .integer(ecriture.numero), .text(incident.comportement.rawValue),
        SQLValue(incident.auteur), .text(incident.temoins), .text(incident.inconnus),
        SQLValue(incident.penal), .text(incident.chef.rawValue),
      ],
    )
    try ajouterLesSuites(incident)
  }

  func remplacer(_ incident: Incident, _ ecriture: Ecriture) throws -> Bool {
    let changees = try connexion.execute(
      """
      UPDATE incident SET version = version + 1, entree = ?3, inconnus = ?5, chef = ?6
      WHERE etablissement = ?1 AND incident = ?2 AND version = ?4
      """,
      [
        ici, SQLValue(incident.id), .integer(ecriture.numero), .integer(incident.version),
        .text(incident.inconnus), .text(incident.chef.rawValue),
      ],
    )
    guard changees == 1 else { return false }
    try retirerLesAnnexes(incident)
    try connexion.execute(
      "DELETE FROM suite WHERE etablissement = ?1 AND incident = ?2",
      [ici, SQLValue(incident.id)],
    )
    try ajouterLesSuites(incident)
    return true
  }

  private func ajouterLesSuites(_ incident: Incident) throws {
    for suite in incident.suites {
      var motif: String?
      var sanction: Incident.Sanction?
      switch suite.etat {
      case .signale, .sectionSaisie: break
      case .classe(let raison), .relaxe(let raison): motif = raison
      case .sanctionne(let decidee): sanction = decidee
      }
      try connexion.execute(
        """
        INSERT INTO suite (etablissement, incident, etudiant, etat, depuis, motif, sanction, mois,
          sursis, nulle, relaxe)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        """,
        [
          ici, SQLValue(incident.id), SQLValue(suite.etudiant), .text(suite.etat.enBase),
          SQLValue(suite.depuis), SQLValue(motif), SQLValue(sanction?.nature.rawValue),
          SQLValue((sanction?.mois).map { Int64($0) }), SQLValue(sanction?.sursis ?? false),
          SQLValue(sanction?.annuleLEpreuve ?? false),
          SQLValue(suite.etat.mot == "relaxe"),
        ],
      )
    }
    try ajouterLesAnnexes(incident)
  }

  func retenues(_ etudiant: Identifiant<Etudiant>) throws -> [Retenue] {
    try connexion.rows(
      """
      SELECT s.incident, coalesce(v.jour, s.depuis) FROM suite s
      LEFT JOIN pv_de_fraude v ON v.etablissement = s.etablissement AND v.incident = s.incident
      WHERE s.etablissement = ?1 AND s.etudiant = ?2
        AND (s.etat = 'section-saisie' OR (s.etat = 'signale' AND v.jour IS NOT NULL))
      ORDER BY coalesce(v.jour, s.depuis), s.incident
      """,
      [ici, SQLValue(etudiant)],
    ) { Retenue(incident: try $0.identifiant(0), depuis: try $0.jour(1)) }
  }
}

extension Incident {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      id: try ligne.identifiant(0),
      promotion: try ligne.identifiant(1),
      date: try ligne.instant(2),
      lieu: ligne.optionalText(3),
      evaluation: try ligne.identifiant(facultatif: 4),
      surveillant: ligne.text(5),
      description: ligne.text(6),
      signature: try ligne.lu(Signature(rawValue: ligne.text(7))),
      comportement: try ligne.lu(Comportement(rawValue: ligne.text(18))),
      auteur: try ligne.identifiant(facultatif: 19),
      temoins: ligne.text(20),
      inconnus: ligne.text(21),
      penal: ligne.verdict(22),
      chef: try ligne.lu(ChefDeSaisine(rawValue: ligne.text(23))),
      suites: [],
      version: ligne.integer(8),
    )
  }
}

extension Incident.Suite {
  fileprivate init(_ ligne: any SQLRow) throws {
    let etat: Incident.Etat =
      switch ligne.text(10) {
      case "signale": .signale
      case "section-saisie": .sectionSaisie
      case "classe":
        ligne.verdict(17) ? .relaxe(motif: ligne.text(12)) : .classe(motif: ligne.text(12))
      default: .sanctionne(try Incident.Sanction(ligne))
      }
    self.init(etudiant: try ligne.identifiant(9), etat: etat, depuis: try ligne.jour(11))
  }
}

extension Incident.Sanction {
  fileprivate init(_ ligne: any SQLRow) throws {
    let sanction = Incident.Sanction(
      try ligne.lu(Nature(rawValue: ligne.text(13))),
      mois: ligne.optionalInteger(14).map { Int($0) },
      sursis: ligne.verdict(15),
      annuleLEpreuve: ligne.verdict(16),
    )
    self = try ligne.lu(sanction)
  }
}

extension Incident.Etat {
  /// Acquittals stand with what was dropped, told apart by a column of their own.
  fileprivate var enBase: String {
    switch self {
    case .relaxe: "classe"
    case .signale, .sectionSaisie, .classe, .sanctionne: mot
    }
  }
}
