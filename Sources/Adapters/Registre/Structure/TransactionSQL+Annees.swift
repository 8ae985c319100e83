internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  private static let annee: SQLText = """
    SELECT annee, ouverture, debut, fin, version FROM annee WHERE etablissement = ?1
    """

  func annees() throws -> [AnneeOuverte] {
    try connexion.rows(Self.annee + " ORDER BY ouverture", [ici], anneeLue)
      .map(completee)
  }

  func annee(_ annee: AnneeUniversitaire) throws -> AnneeOuverte? {
    try connexion.first(
      Self.annee + " AND ouverture = ?2",
      [ici, SQLValue(annee.debut)],
      anneeLue,
    )
    .map(completee)
  }

  func ajouter(_ annee: AnneeOuverte, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO annee (etablissement, annee, ouverture, debut, fin, version, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6)
      """,
      [
        ici, SQLValue(annee.id), SQLValue(annee.annee.debut), SQLValue(annee.debut),
        SQLValue(annee.fin), .integer(ecriture.numero),
      ],
    )
    try ajouterLesPeriodes(annee)
  }

  func remplacer(_ annee: AnneeOuverte, _ ecriture: Ecriture) throws -> Bool {
    let changees = try connexion.execute(
      """
      UPDATE annee SET debut = ?3, fin = ?4, version = version + 1, entree = ?5
      WHERE etablissement = ?1 AND annee = ?2 AND version = ?6
      """,
      [
        ici, SQLValue(annee.id), SQLValue(annee.debut), SQLValue(annee.fin),
        .integer(ecriture.numero), .integer(annee.version),
      ],
    )
    guard changees == 1 else { return false }
    try connexion.execute(
      "DELETE FROM periode WHERE etablissement = ?1 AND annee = ?2",
      [ici, SQLValue(annee.id)],
    )
    try ajouterLesPeriodes(annee)
    return true
  }

  private func ajouterLesPeriodes(_ annee: AnneeOuverte) throws {
    for (rang, periode) in annee.periodes.enumerated() {
      let (nature, semestre) = periode.nature.colonnes
      try connexion.execute(
        """
        INSERT INTO periode (etablissement, annee, rang, nature, semestre, nom, debut, fin)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """,
        [
          ici, SQLValue(annee.id), SQLValue(rang), .text(nature),
          SQLValue(semestre.map { Int64($0.valeur) }), .text(periode.nom),
          SQLValue(periode.debut), SQLValue(periode.fin),
        ],
      )
    }
  }

  private func anneeLue(_ ligne: any SQLRow) throws -> AnneeOuverte {
    AnneeOuverte(
      id: try ligne.identifiant(0),
      annee: try ligne.annee(1),
      debut: try ligne.jour(2),
      fin: try ligne.jour(3),
      periodes: [],
      version: ligne.integer(4),
    )
  }

  private func completee(_ annee: AnneeOuverte) throws -> AnneeOuverte {
    let periodes = try connexion.rows(
      """
      SELECT nature, semestre, nom, debut, fin FROM periode
      WHERE etablissement = ?1 AND annee = ?2 ORDER BY rang
      """,
      [ici, SQLValue(annee.id)],
    ) { ligne in
      AnneeOuverte.Periode(
        nature: try AnneeOuverte.Nature(ligne),
        nom: ligne.text(2),
        debut: try ligne.jour(3),
        fin: try ligne.jour(4),
      )
    }
    return AnneeOuverte(
      id: annee.id,
      annee: annee.annee,
      debut: annee.debut,
      fin: annee.fin,
      periodes: periodes,
      version: annee.version,
    )
  }
}

extension AnneeOuverte.Nature {
  fileprivate var colonnes: (mot: String, semestre: NumeroSemestre?) {
    switch self {
    case .semestre(let numero): ("semestre", numero)
    case .vacances: ("vacances", nil)
    case .fenetre: ("fenetre", nil)
    }
  }

  fileprivate init(_ ligne: any SQLRow) throws {
    self =
      switch ligne.text(0) {
      case "semestre": .semestre(try ligne.semestre(1))
      case "vacances": .vacances
      default: .fenetre
      }
  }
}
