internal import Actes
internal import Hashing
internal import Inflating
internal import SQL

extension TransactionSQL {
  func empreinte(_ octets: [UInt8]) -> String { Hexadecimal.text(SHA256.digest(octets)) }

  func decomprimer(_ octets: ArraySlice<UInt8>, limite: Int) -> [UInt8]? {
    Inflate.zlib(octets, limit: limite)
  }

  func fichier(_ empreinte: String) throws -> Fichier? {
    let fichier = try connexion.first(
      "SELECT format, octets FROM fichier WHERE etablissement = ?1 AND fichier = ?2",
      [ici, .text(empreinte)],
    ) { ligne in
      Fichier(
        empreinte: empreinte,
        format: try ligne.lu(Fichier.Format(rawValue: ligne.text(0))),
        octets: ligne.blob(1),
      )
    }
    if let fichier, self.empreinte(fichier.octets) != empreinte {
      throw ErreurDeRegistre.fichierEndommage(empreinte)
    }
    return fichier
  }

  func contient(fichier: String, de etudiant: Identifiant<Etudiant>) throws -> Bool {
    try connexion.first(
      """
      SELECT 1 FROM depot_de_fichier WHERE etablissement = ?1 AND fichier = ?2 AND etudiant = ?3
      """,
      [ici, .text(fichier), SQLValue(etudiant)],
    ) { _ in true } ?? false
  }

  func proprietaires(fichier: String) throws -> [Identifiant<Etudiant>] {
    try connexion.rows(
      """
      SELECT etudiant FROM depot_de_fichier WHERE etablissement = ?1 AND fichier = ?2
      ORDER BY etudiant
      """,
      [ici, .text(fichier)],
    ) { try $0.identifiant(0) }
  }

  func references(fichier: String) throws -> [ReferenceAFichier] {
    try connexion.rows(
      """
      SELECT 'justificatif', etudiant, CAST(NULL AS BIGINT) FROM justificatif
      WHERE etablissement = ?1 AND fichier = ?2
      UNION
      SELECT 'autorisation', etudiant, CAST(NULL AS BIGINT) FROM autorisation_d_absence
      WHERE etablissement = ?1 AND fichier = ?2
      UNION
      SELECT 'demande', d.etudiant, c.promotion FROM demande d
      JOIN campagne c ON c.etablissement = d.etablissement AND c.campagne = d.campagne
      WHERE d.etablissement = ?1 AND d.fichier = ?2
      UNION
      SELECT 'redoublement', etudiant, promotion FROM redoublement
      WHERE etablissement = ?1 AND (fichier = ?2 OR supplement_fichier = ?2)
      UNION
      SELECT 'engagement', e.etudiant, e.promotion FROM piece_d_engagement p
      JOIN engagement e ON e.etablissement = p.etablissement AND e.engagement = p.engagement
      WHERE p.etablissement = ?1 AND p.fichier = ?2
      UNION
      SELECT 'amenagement', etudiant, promotion FROM demande_d_amenagement
      WHERE etablissement = ?1 AND fichier = ?2
      UNION
      SELECT 'tardive', i.etudiant, c.promotion FROM inscription_tardive i
      JOIN campagne c ON c.etablissement = i.etablissement AND c.campagne = i.campagne
      WHERE i.etablissement = ?1 AND i.fichier = ?2
      ORDER BY 1, 2, 3
      """,
      [ici, .text(fichier)],
    ) { ligne in
      ReferenceAFichier(
        nature: try ligne.lu(ReferenceAFichier.Nature(rawValue: ligne.text(0))),
        etudiant: try ligne.identifiant(1),
        promotion: try ligne.identifiant(facultatif: 2),
      )
    }
  }

  func ajouter(_ fichier: Fichier, de etudiant: Identifiant<Etudiant>, _ ecriture: Ecriture) throws
  {
    try connexion.execute(
      """
      INSERT INTO fichier (etablissement, fichier, taille, format, octets, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (etablissement, fichier) DO NOTHING
      """,
      [
        ici, .text(fichier.empreinte), SQLValue(fichier.octets.count),
        .text(fichier.format.rawValue), .blob(fichier.octets), .integer(ecriture.numero),
      ],
    )
    try connexion.execute(
      """
      INSERT INTO depot_de_fichier (etablissement, fichier, etudiant, entree)
      VALUES (?1, ?2, ?3, ?4) ON CONFLICT (etablissement, fichier, etudiant) DO NOTHING
      """,
      [ici, .text(fichier.empreinte), SQLValue(etudiant), .integer(ecriture.numero)],
    )
  }
}
