internal import Actes
internal import JSON
internal import SQL
internal import Scolarite

/// Compares every mark, present or past, with the entry of the journal that wrote it.
struct VerificationDesNotes {
  private let connexion: any SQLConnection
  private let etablissement: SQLValue

  init(_ connexion: any SQLConnection, _ etablissement: Int64) {
    self.connexion = connexion
    self.etablissement = .integer(etablissement)
  }

  /// Adds what it finds to the report of the establishment.
  func executer(_ chaine: inout BilanDuJournal.Chaine) throws {
    var lot: Lot?
    try connexion.parcourir("notes", Self.requete, [etablissement]) { ligne in
      chaine.notes += 1
      let entree = ligne.integer(7)
      if let clos = lot, clos.entree != entree {
        try fermer(clos, &chaine)
        lot = nil
      }
      guard try examiner(ligne, &chaine) else { return }
      var ouvert = lot ?? Lot(entree: entree)
      ouvert.ajouter(try NoteInscrite(ligne))
      lot = ouvert
    }
    if let lot { try fermer(lot, &chaine) }
    try chercherLesDisparues(&chaine)
  }

  private static let requete: SQLText = """
    SELECT n.evaluation, n.etudiant, n.version, n.mot, n.valeur, n.bareme, n.motif, n.entree,
      j.numero, j.acte, j.objet, c.contenu
    FROM (
      SELECT evaluation, etudiant, version, mot, valeur, bareme, motif, entree
      FROM note WHERE etablissement = ?1
      UNION ALL
      SELECT evaluation, etudiant, version, mot, valeur, bareme, motif, entree
      FROM note_ancienne WHERE etablissement = ?1
    ) n
    LEFT JOIN journal j ON j.etablissement = ?1 AND j.numero = n.entree
    LEFT JOIN journal_contenu c
      ON c.etablissement = ?1 AND c.numero = n.entree AND j.objet LIKE 'note/%'
    ORDER BY n.entree, n.evaluation, n.etudiant
    """

  /// Compares a mark with an entry that writes one.
  /// - Returns: whether it belongs to an entry that writes many.
  private func examiner(
    _ ligne: any SQLRow,
    _ chaine: inout BilanDuJournal.Chaine,
  ) throws -> Bool {
    let (evaluation, etudiant) = (ligne.integer(0), ligne.integer(1))
    guard !ligne.isNull(8) else {
      let nature = Anomalie.Nature.noteSansEntree(evaluation: evaluation, etudiant: etudiant)
      chaine.signaler(nature, ligne.integer(7))
      return false
    }
    guard ligne.text(10).hasPrefix("note/") else { return true }
    let note = try NoteInscrite(ligne)
    let objet = Objet(.note, note.evaluation, note.etudiant).nom
    let contenu = ligne.optionalText(11)
    if contenu == nil { chaine.notesSansContenu += 1 }
    guard ligne.text(10) == objet, contenu.map({ Self.dit($0, note.entree) }) ?? true else {
      chaine.signaler(
        .noteDifferente(evaluation: evaluation, etudiant: etudiant),
        ligne.integer(7),
      )
      return false
    }
    return false
  }

  private static func dit(_ contenu: String, _ entree: Entree) -> Bool {
    guard let apres = ContenuDEntree(contenu)?.apres else { return false }
    var motif: String?
    if case .sansRattrapage(let dit) = entree { motif = dit }
    return apres["note"]?.texte == entree.mot && apres["motif"]?.texte == motif
  }

  // MARK: Marks written together

  /// The marks of one entry.
  private struct Lot {
    let entree: Int64
    private(set) var premiere: NoteInscrite?
    private(set) var nombre = 0
    private var empreinte = EmpreinteDeNotes()

    init(entree: Int64) {
      self.entree = entree
    }

    var texte: String { empreinte.texte }

    mutating func ajouter(_ note: NoteInscrite) {
      premiere = premiere ?? note
      nombre += 1
      empreinte.ajouter(note)
    }
  }

  private func fermer(_ lot: Lot, _ chaine: inout BilanDuJournal.Chaine) throws {
    guard let texte = try contenu(lot.entree) else {
      chaine.notesSansContenu += lot.nombre
      return
    }
    guard let empreinte = ContenuDEntree(texte)?.empreinteDeNotes else {
      guard let note = lot.premiere else { return }
      chaine.signaler(
        .noteHorsActe(evaluation: note.evaluation.valeur, etudiant: note.etudiant.valeur),
        lot.entree,
      )
      return
    }
    if empreinte != lot.texte { chaine.signaler(.notesDifferentes, lot.entree) }
  }

  private func contenu(_ entree: Int64) throws -> String? {
    try connexion.first(
      "SELECT contenu FROM journal_contenu WHERE etablissement = ?1 AND numero = ?2",
      [etablissement, .integer(entree)],
    ) { $0.text(0) }
  }

  // MARK: Marks that are gone

  /// The entries that write marks and whose marks are nowhere.
  private func chercherLesDisparues(_ chaine: inout BilanDuJournal.Chaine) throws {
    var entrees: [Int64] = []
    try connexion.parcourir("disparues", Self.disparues, [etablissement]) { ligne in
      if entrees.count <= BilanDuJournal.Chaine.limite { entrees.append(ligne.integer(0)) }
    }
    for entree in entrees {
      let objet = try connexion.first(
        "SELECT objet FROM journal WHERE etablissement = ?1 AND numero = ?2",
        [etablissement, .integer(entree)],
      ) { $0.text(0) }
      let ecrit = try contenu(entree).flatMap { ContenuDEntree($0) }?.nombreDeNotes ?? 0
      guard objet?.hasPrefix("note/") == true || ecrit > 0 else { continue }
      chaine.signaler(.noteDisparue, entree)
    }
  }

  private static let disparues: SQLText = """
    SELECT j.numero FROM journal j
    LEFT JOIN journal_contenu c ON c.etablissement = j.etablissement AND c.numero = j.numero
    WHERE j.etablissement = ?1
      AND (j.objet LIKE 'note/%' OR c.contenu LIKE '%"notes":%"empreinte":%')
    EXCEPT SELECT entree FROM note WHERE etablissement = ?1
    EXCEPT SELECT entree FROM note_ancienne WHERE etablissement = ?1
    ORDER BY 1
    """
}
