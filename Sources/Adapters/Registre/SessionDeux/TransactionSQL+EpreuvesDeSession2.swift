internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  private static let epreuve: SQLText = """
    SELECT epreuve, campagne, ue, formes, materiel, besoins, modules, auteur, version
    FROM epreuve_de_session2 WHERE etablissement = ?1
    """

  func epreuvesDeSession2(_ campagne: Identifiant<Campagne>) throws -> [EpreuveDeSession2] {
    try connexion.rows(
      Self.epreuve + " AND campagne = ?2 ORDER BY ue",
      [ici, SQLValue(campagne)],
      EpreuveDeSession2.init,
    )
  }

  func epreuveDeSession2(_ id: Identifiant<EpreuveDeSession2>) throws -> EpreuveDeSession2? {
    try connexion.first(
      Self.epreuve + " AND epreuve = ?2",
      [ici, SQLValue(id)],
      EpreuveDeSession2.init,
    )
  }

  func ajouter(_ epreuve: EpreuveDeSession2, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO epreuve_de_session2 (etablissement, epreuve, formes, materiel, besoins, modules,
        auteur, entree, campagne, ue, version)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 1)
      """,
      valeurs(epreuve, ecriture) + [SQLValue(epreuve.campagne), .text(epreuve.ue.texte)],
    )
  }

  func remplacer(_ epreuve: EpreuveDeSession2, _ ecriture: Ecriture) throws -> Bool {
    try connexion.execute(
      """
      UPDATE epreuve_de_session2 SET formes = ?3, materiel = ?4, besoins = ?5, modules = ?6,
        auteur = ?7, entree = ?8, version = version + 1
      WHERE etablissement = ?1 AND epreuve = ?2 AND version = ?9
      """,
      valeurs(epreuve, ecriture) + [.integer(epreuve.version)],
    ) == 1
  }

  private func valeurs(_ epreuve: EpreuveDeSession2, _ ecriture: Ecriture) -> [SQLValue] {
    [
      ici, SQLValue(epreuve.id),
      .text(
        epreuve.formes.map { "\($0.rawValue):\(epreuve.durees[$0, default: 0])" }
          .joined(separator: " ")
      ),
      .text(epreuve.materiel), .text(epreuve.besoins),
      .text(epreuve.modules.joined(separator: " ")),
      SQLValue(epreuve.choisiePar), .integer(ecriture.numero),
    ]
  }
}

extension EpreuveDeSession2 {
  fileprivate init(_ ligne: any SQLRow) throws {
    let modules = ligne.text(6).split(separator: " ").map(String.init)
    self.init(
      id: try ligne.identifiant(0),
      campagne: try ligne.identifiant(1),
      ue: try ligne.lu(CodeUE(ligne.text(2))),
      durees: try ligne.lu(Self.durees(ligne.text(3))),
      materiel: ligne.text(4),
      besoins: ligne.text(5),
      porteSur: modules.isEmpty ? .ue : .modules(modules),
      choisiePar: try ligne.identifiant(facultatif: 7),
      version: ligne.integer(8),
    )
  }

  /// « ecrit:120 oral:20 ».
  private static func durees(_ texte: String) -> [Forme: Int]? {
    var durees: [Forme: Int] = [:]
    for mot in texte.split(separator: " ") {
      let parties = mot.split(separator: ":")
      guard parties.count == 2, let forme = Forme(rawValue: String(parties[0])),
        let minutes = Int(parties[1])
      else { return nil }
      durees[forme] = minutes
    }
    return durees
  }
}
