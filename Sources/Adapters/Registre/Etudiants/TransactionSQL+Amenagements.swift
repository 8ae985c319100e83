internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  private static let amenagement: SQLText = """
    SELECT a.amenagement, a.etudiant, a.nature, a.mesure, a.precisions, a.depuis, a.jusqua, a.porte,
      a.modules
    FROM amenagement a WHERE a.etablissement = ?1
    """

  func amenagements(_ etudiant: Identifiant<Etudiant>) throws -> [Amenagement] {
    try connexion.rows(
      Self.amenagement + " AND a.etudiant = ?2 ORDER BY a.amenagement",
      [ici, SQLValue(etudiant)],
      Amenagement.init,
    )
  }

  func amenagements(_ promotion: Identifiant<Promotion>, le jour: Jour) throws -> [Amenagement] {
    try connexion.rows(
      Self.amenagement
        + """
         AND a.depuis <= ?3 AND (a.jusqua IS NULL OR a.jusqua >= ?3) AND a.etudiant IN
          (SELECT etudiant FROM inscription WHERE etablissement = ?1 AND promotion = ?2
            AND (fin IS NULL OR fin >= ?3))
        ORDER BY a.etudiant, a.amenagement
        """,
      [ici, SQLValue(promotion), SQLValue(jour)],
      Amenagement.init,
    )
  }

  func ajouter(_ amenagement: Amenagement, _ ecriture: Ecriture) throws {
    let (nature, mesure) = amenagement.nature.colonnes
    try connexion.execute(
      """
      INSERT INTO amenagement (etablissement, amenagement, etudiant, nature, mesure, precisions,
        depuis, jusqua, porte, entree, modules)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
      """,
      [
        ici, SQLValue(amenagement.id), SQLValue(amenagement.etudiant), .text(nature),
        SQLValue(mesure), .text(amenagement.precision), SQLValue(amenagement.depuis),
        SQLValue(amenagement.jusqua), SQLValue(amenagement.porte.rawValue),
        .integer(ecriture.numero),
        amenagement.modules.isEmpty ? .null : .text(amenagement.modules.joined(separator: " ")),
      ],
    )
  }

  func terminer(_ id: Identifiant<Amenagement>, le jour: Jour, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      UPDATE amenagement SET jusqua = ?3, entree = ?4
      WHERE etablissement = ?1 AND amenagement = ?2
      """,
      [ici, SQLValue(id), SQLValue(jour), .integer(ecriture.numero)],
    )
  }

  // MARK: Requests

  private static let demandeDAmenagement: SQLText = """
    SELECT demande, promotion, etudiant, situation, texte, souhaits, fichier, depose, etat, jour,
      par, motif, version
    FROM demande_d_amenagement WHERE etablissement = ?1
    """

  func demandeDAmenagement(_ id: Identifiant<DemandeDAmenagement>) throws -> DemandeDAmenagement? {
    try connexion.first(
      Self.demandeDAmenagement + " AND demande = ?2",
      [ici, SQLValue(id)],
      DemandeDAmenagement.init,
    )
  }

  func demandesDAmenagement(etudiant: Identifiant<Etudiant>) throws -> [DemandeDAmenagement] {
    try connexion.rows(
      Self.demandeDAmenagement + " AND etudiant = ?2 ORDER BY demande",
      [ici, SQLValue(etudiant)],
      DemandeDAmenagement.init,
    )
  }

  func demandesDAmenagement(promotion: Identifiant<Promotion>) throws -> [DemandeDAmenagement] {
    try connexion.rows(
      Self.demandeDAmenagement + " AND promotion = ?2 ORDER BY demande",
      [ici, SQLValue(promotion)],
      DemandeDAmenagement.init,
    )
  }

  func ajouter(_ demande: DemandeDAmenagement, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO demande_d_amenagement (etablissement, demande, promotion, etudiant, situation,
        texte, souhaits, fichier, depose, etat, version, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'deposee', 1, ?10)
      """,
      [
        ici, SQLValue(demande.id), SQLValue(demande.promotion), SQLValue(demande.etudiant),
        .text(demande.situation.rawValue), .text(demande.texte),
        .text(demande.souhaits.map(\.rawValue).sorted().joined(separator: " ")),
        SQLValue(demande.fichier), SQLValue(demande.depose), .integer(ecriture.numero),
      ],
    )
  }

  func remplacer(_ demande: DemandeDAmenagement, _ ecriture: Ecriture) throws -> Bool {
    try connexion.execute(
      """
      UPDATE demande_d_amenagement SET version = version + 1, entree = ?4, etat = ?5, jour = ?6,
        par = ?7, motif = ?8
      WHERE etablissement = ?1 AND demande = ?2 AND version = ?3
      """,
      [
        ici, SQLValue(demande.id), .integer(demande.version), .integer(ecriture.numero),
      ] + demande.etat.colonnes,
    ) == 1
  }
}

extension Amenagement {
  fileprivate init(_ ligne: any SQLRow) throws {
    let nature = Nature(rawValue: ligne.optionalText(3) ?? ligne.text(2))
    self.init(
      id: try ligne.identifiant(0),
      etudiant: try ligne.identifiant(1),
      nature: try ligne.lu(nature),
      precision: ligne.text(4),
      depuis: try ligne.jour(5),
      jusqua: try ligne.jour(facultatif: 6),
      porte: Porte(rawValue: Int(ligne.integer(7))),
      modules: ligne.optionalText(8)?.split(separator: " ").map(String.init) ?? [],
    )
  }
}

extension Amenagement.Nature {
  /// The kinds that came later stand in a column of their own.
  fileprivate var colonnes: (nature: String, mesure: String?) {
    switch self {
    case .tiersTemps, .salleIsolee, .assistant, .materiel, .autre: (rawValue, nil)
    case .dispenseDAssiduite, .emploiDuTemps, .evaluationDeRemplacement, .etalement:
      (Self.autre.rawValue, rawValue)
    }
  }
}

extension DemandeDAmenagement {
  fileprivate init(_ ligne: any SQLRow) throws {
    let souhaits = try ligne.text(5).split(separator: " ").map {
      try ligne.lu(Amenagement.Nature(rawValue: String($0)))
    }
    let etat: Etat =
      switch ligne.text(8) {
      case "deposee": .deposee
      case "retiree": .retiree(le: try ligne.jour(9))
      case "accordee":
        .accordee(le: try ligne.jour(9), par: ligne.text(10), motif: ligne.text(11))
      default: .refusee(le: try ligne.jour(9), par: ligne.text(10), motif: ligne.text(11))
      }
    self.init(
      id: try ligne.identifiant(0),
      promotion: try ligne.identifiant(1),
      etudiant: try ligne.identifiant(2),
      situation: try ligne.lu(Situation(rawValue: ligne.text(3))),
      texte: ligne.text(4),
      souhaits: Set(souhaits),
      fichier: ligne.optionalText(6),
      depose: try ligne.instant(7),
      etat: etat,
      version: ligne.integer(12),
    )
  }
}

extension DemandeDAmenagement.Etat {
  fileprivate var colonnes: [SQLValue] {
    switch self {
    case .deposee: ["deposee", .null, .null, .null]
    case .retiree(let jour): ["retiree", SQLValue(jour), .null, .null]
    case .accordee(let jour, let par, let motif):
      ["accordee", SQLValue(jour), .text(par), .text(motif)]
    case .refusee(let jour, let par, let motif):
      ["refusee", SQLValue(jour), .text(par), .text(motif)]
    }
  }
}
