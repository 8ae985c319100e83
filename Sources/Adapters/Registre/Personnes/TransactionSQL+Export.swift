internal import Actes
internal import Hashing
internal import JSON
internal import SQL
internal import Scolarite

extension TransactionSQL {
  func toutSur(_ etudiant: Identifiant<Etudiant>, discipline: Bool, handicap: Bool) throws
    -> String
  {
    let schema = try SchemaDeBase.present.get()
    let tables = try TablesDePersonne(schema).tables.compactMap { table, sienne in
      if !discipline, Self.deDiscipline.contains(table.nom) { return nil as JSONNode.Member? }
      let condition =
        sienne + (discipline ? "" : Self.horsDeLaDiscipline[table.nom] ?? "")
        + (handicap ? "" : Self.horsDuHandicap[table.nom] ?? "")
      let rangees = try rangees(table, condition, etudiant, schema)
      return rangees.isEmpty ? nil : JSONNode.Member(table.nom, JSONNode(.array(rangees)))
    }
    return JSONNode(
      .object([
        .init("format", "delibere-personne-1"),
        .init("etudiant", .number(etudiant.description)),
        .init("tables", JSONNode(.object(tables))),
      ])
    ).rendered()
  }

  /// What few may read: the steps of procedures, with what the journal says of them.
  private static let deDiscipline: Set<String> = [
    "suite", "etape_disciplinaire", "signature_de_pv",
  ]
  private static let horsDeLaDiscipline = [
    "journal": " AND t.objet NOT LIKE 'incident/%' AND t.objet NOT LIKE 'consultation/%'",
    "journal_contenu": """
     AND NOT EXISTS (
        SELECT 1 FROM journal d WHERE d.etablissement = t.etablissement AND d.numero = t.numero
          AND (d.objet LIKE 'incident/%' OR d.objet LIKE 'consultation/%')
      )
    """,
    "document": """
     AND t.objet NOT LIKE 'incident/%'
    """,
  ]

  /// Requests for a disability, and what the journal says of them.
  private static let horsDuHandicap = [
    "demande_d_amenagement": " AND t.situation <> 'handicap'",
    "journal": " AND NOT EXISTS (\(demandePourHandicap(nommePar: "t")))",
    "journal_contenu": """
     AND NOT EXISTS (
        SELECT 1 FROM journal o WHERE o.etablissement = t.etablissement AND o.numero = t.numero
          AND EXISTS (\(demandePourHandicap(nommePar: "o")))
      )
    """,
  ]

  /// The request for a disability that an entry of the journal is about.
  private static func demandePourHandicap(nommePar entree: String) -> String {
    """
    SELECT 1 FROM demande_d_amenagement h WHERE h.etablissement = \(entree).etablissement
      AND \(entree).objet = 'demande-d-amenagement/' || h.demande AND h.situation = 'handicap'
    """
  }

  /// What juries are about to decide, and the entries that say so, until they are closed: a person
  /// is told of a decision once it is taken.
  private static let reserves = [
    "projet": horsDUnJuryOuvert, "ligne_de_projet": horsDUnJuryOuvert,
    "preparation": horsDUnJuryOuvert, "ligne_de_preparation": horsDUnJuryOuvert,
    "note_session2": ReservesDeSession2.note, "copie": ReservesDeSession2.copie,
    "lecture_de_copie": ReservesDeSession2.lecture,
    "engagement": " AND (t.decision IS NULL OR t.etat = 'decidee')",
    "candidat_bts": horsDUneSessionBTSOuverte, "resultat_bts": horsDUneSessionBTSOuverte,
    "oral_bts": horsDUneSessionBTSOuverte, "reouverture_bts": horsDUneSessionBTSOuverte,
    "journal": " AND NOT EXISTS (\(juryOuvert(nommePar: "t")))"
      + " AND NOT EXISTS (\(commissionOuverte(nommePar: "t")))"
      + " AND NOT (\(ReservesDeSession2.tait("t")))"
      + " AND NOT (\(candidatureReservee(nommePar: "t")))",
    "journal_contenu": """
     AND NOT EXISTS (
        SELECT 1 FROM journal e WHERE e.etablissement = t.etablissement AND e.numero = t.numero
          AND (EXISTS (\(juryOuvert(nommePar: "e")))
            OR EXISTS (\(commissionOuverte(nommePar: "e")))
            OR (\(ReservesDeSession2.tait("e")))
            OR (\(candidatureReservee(nommePar: "e"))))
      )
    """,
  ]

  private static let horsDUnJuryOuvert = """
     AND NOT EXISTS (
      SELECT 1 FROM jury j
      WHERE j.etablissement = t.etablissement AND j.jury = t.jury AND j.clos = 0
    )
    """

  /// The results and orals on which a jury of the BTS has said its last word: the session is closed,
  /// and the case is not reopened.
  private static let jugesAuBTS = """
    SELECT 1 FROM candidat_bts b JOIN session_bts s
      ON s.etablissement = b.etablissement AND s.session = b.session
    WHERE s.close IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM reouverture_bts r WHERE r.etablissement = b.etablissement
        AND r.candidat = b.candidat AND r.deliberee IS NULL)
    """

  private static let horsDUneSessionBTSOuverte = """
     AND EXISTS (
      \(jugesAuBTS) AND b.etablissement = t.etablissement AND b.candidat = t.candidat
    )
    """

  /// The entry of a candidate to the BTS on whom the jury has not said its last word, or who was
  /// taken away: what was written of them was a mistake.
  private static func candidatureReservee(nommePar entree: String) -> String {
    """
    \(entree).objet LIKE 'candidat-bts/%' AND NOT EXISTS (
      \(jugesAuBTS) AND b.etablissement = \(entree).etablissement
        AND \(entree).objet = 'candidat-bts/' || b.candidat)
    """
  }

  /// The open jury that an entry of the journal names with a student.
  private static func juryOuvert(nommePar entree: String) -> String {
    """
    SELECT 1 FROM jury j WHERE j.etablissement = \(entree).etablissement AND j.clos = 0
      AND (\(entree).objet LIKE 'decision/' || j.jury || '/%'
        OR \(entree).objet LIKE 'jury/' || j.jury || '/%')
    """
  }

  /// The request on which a commission that is not closed decides, in an entry that says so.
  private static func commissionOuverte(nommePar entree: String) -> String {
    """
    SELECT 1 FROM engagement g WHERE g.etablissement = \(entree).etablissement
      AND \(entree).objet = 'engagement/' || g.engagement AND g.etat <> 'decidee'
      AND \(entree).acte IN ('statuer-sur-un-engagement', 'reprendre-un-engagement')
    """
  }

  /// The rows of a table about a student, with the names of what they refer to.
  private func rangees(
    _ table: TableDeBase,
    _ condition: String,
    _ etudiant: Identifiant<Etudiant>,
    _ schema: SchemaDeBase,
  ) throws -> [JSONNode] {
    let noms = Self.noms(table, schema)
    let secretes = Self.secretes[table.nom] ?? []
    let tues = Self.tues[table.nom]
    let siennes = table.colonnes.map { colonne in
      guard let tues, tues.colonnes.contains(colonne.nom) else { return "t.\(colonne.nom)" }
      return "CASE WHEN \(tues.sauf) THEN t.\(colonne.nom) END"
    }
    let colonnes = siennes + noms.map(\.expression)
    let ordre = table.cle.map { "t.\($0)" }
    let requete = SQLText(
      trusted: """
        SELECT \(colonnes.joined(separator: ", ")) FROM \(table.nom) t
        \(noms.map(\.jointure).joined(separator: "\n"))
        WHERE \(condition)\(Self.reserves[table.nom] ?? "") ORDER BY \(ordre.joined(separator: ", "))
        """
    )
    return try connexion.rows(requete, [ici, SQLValue(etudiant)]) { ligne in
      var membres = try table.colonnes.enumerated().dropFirst().compactMap { rang, colonne in
        secretes.contains(colonne.nom)
          ? nil : JSONNode.Member(colonne.nom, try Self.noeud(ligne, rang, colonne))
      }
      for (rang, nom) in noms.enumerated() where !ligne.isNull(table.colonnes.count + rang) {
        membres.append(.init(nom.titre, .string(ligne.text(table.colonnes.count + rang))))
      }
      return JSONNode(.object(membres))
    }
  }

  private static func noeud(
    _ ligne: any SQLRow,
    _ rang: Int,
    _ colonne: TableDeBase.Colonne,
  ) throws -> JSONNode {
    guard !ligne.isNull(rang) else { return nil }
    switch colonne.type {
    case .entier where enMillioniemes.contains(colonne.nom):
      return .number(try ligne.decimale(rang).litteralJSON)
    case .entier: return .number(String(ligne.integer(rang)))
    case .texte: return .string(ligne.text(rang))
    case .octets: return .string(Hexadecimal.text(ligne.blob(rang)))
    }
  }

  /// What opens an account, or is the digest of it: whoever takes the export is not always the
  /// person.
  private static let secretes: [String: Set<String>] = [
    "serrure": ["mot_de_passe", "second_facteur"], "code_unique": ["empreinte"],
    "connexion": ["empreinte"], "jeton": ["empreinte"], "adresse_de_calendrier": ["empreinte"],
    "courrier": ["texte", "bail"],
  ]

  /// The columns that are left empty, unless what follows holds.
  private static let tues: [String: (colonnes: Set<String>, sauf: String)] = [
    "consultation_de_copie": (["mot", "valeur", "bareme"], ReservesDeSession2.noteExacte),
    "scelle": (["dossier", "proposition"], ReservesDeSession2.scelle),
  ]

  /// The columns that hold millionths.
  private static let enMillioniemes: Set<String> = [
    "valeur", "bareme", "coefficient", "points", "heures",
  ]

  /// The name of a thing that a row refers to.
  private struct Nom {
    let titre: String
    let expression: String
    let jointure: String
  }

  /// What names the rows that a table refers to: a test, a promotion, a group.
  private static func noms(_ table: TableDeBase, _ schema: SchemaDeBase) -> [Nom] {
    table.references.enumerated().flatMap { rang, reference -> [Nom] in
      guard reference.table != "etudiant", reference.colonnes == reference.cle,
        let parent = schema.tables.first(where: { $0.nom == reference.table })
      else { return [] }
      let liens = zip(reference.colonnes, reference.cle).map { "p\(rang).\($1) = t.\($0)" }
      let jointure = "LEFT JOIN \(parent.nom) p\(rang) ON \(liens.joined(separator: " AND "))"
      let colonnes = ["nom", "module"].filter(parent.contient)
      return colonnes.enumerated().map { place, colonne in
        Nom(
          titre: "\(parent.nom)_\(colonne)",
          expression: "p\(rang).\(colonne)",
          jointure: place == 0 ? jointure : "",
        )
      }
    }
  }
}
