internal import CSV
internal import Scolarite
internal import Text

extension CohorteDecoder {
  private static let colonnesLongues = ["module", "evaluation", "note", "coefficient"]

  /// Reads `notes.csv`, in the layout that its heading shows.
  mutating func lireNotes(_ table: inout TableCSV) {
    if table.porte(Self.colonnesLongues) {
      lireNotesLongues(&table)
    } else {
      lireNotesLarges(&table)
    }
  }

  /// One row for each test of a student.
  private mutating func lireNotesLongues(_ table: inout TableCSV) {
    let obligatoires = ["etudiant", "module", "note"]
    guard table.verifier(obligatoires, ["evaluation", "coefficient"], &fautes),
      let etudiant = table.rang("etudiant"), let module = table.rang("module")
    else { return }
    let evaluation = table.rang("evaluation")
    let coefficient = table.rang("coefficient")
    var lignes = LignesDesNotes()
    lire(&table) { decoder, table throws(Refus) in
      let rang = try decoder.etudiant(table, etudiant)
      let cle = try decoder.module(table, module, de: rang)
      let nom = evaluation.flatMap { table.reader.isEmpty($0) ? nil : table.texte($0) }
      let note = Evaluation(
        nom: nom ?? decoder.modules[cle].code.imprime,
        entree: try decoder.entree(table),
        coefficient: try decoder.coefficient(table, coefficient),
      )
      if let autre = lignes.noter(table.reader.line, rang, cle, note.nom) {
        throw Refus(
          colonne: evaluation ?? module,
          phrase: "deux notes de « \(decoder.etudiants[rang].identifiant) » pour l’évaluation "
            + "« \(note.nom) » de \(decoder.modules[cle].code.imprime) : déjà à la ligne \(autre)",
        )
      }
      decoder.etudiants[rang].notes[cle, default: []].append(note)
    }
    clore(table)
  }

  /// The rank of the module that a cell names, in a semester that the student follows.
  private mutating func module(
    _ table: TableCSV,
    _ colonne: Int,
    de etudiant: Int,
  ) throws(Refus) -> Int {
    let texte = table.texte(colonne)
    guard let rang = modules.rang(texte) else {
      throw Refus(colonne: colonne, phrase: moduleInconnu(texte))
    }
    if let raison = sansSemestre(rang, etudiant) { throw Refus(colonne: colonne, phrase: raison) }
    return rang
  }

  /// Says that no module has that code, and which one is near while somebody would read it.
  func moduleInconnu(_ texte: String) -> String {
    guard !texte.isEmpty else { return "il manque le code du module" }
    let proposition = fautes.estPleine ? "" : texte.proposition(parmi: modules.codes)
    return "« \(texte) » n’est pas un module de l’année\(proposition)"
  }

  /// Why the marks of a module have no place in the dossier of a student; `nil` when they have one.
  func sansSemestre(_ rang: Int, _ etudiant: Int) -> String? {
    let module = modules[rang]
    let suivis = etudiants[etudiant].semestres
    guard module.semestre(parmi: suivis) == nil else { return nil }
    let nom = module.code.imprime
    guard module.semestres.contains(where: suivis.contains) else {
      return "« \(nom) » est du semestre \(module.semestres.enLettres), que "
        + "« \(etudiants[etudiant].identifiant) » ne suit pas"
    }
    return "« \(nom) » est un code des semestres "
      + module.semestres.map { String($0.valeur) }.joined(separator: " et ")
      + " : on ne sait duquel est la note, la maquette doit donner deux codes"
  }

  private mutating func entree(_ table: TableCSV) throws(Refus) -> Entree {
    let texte = try table.obligatoire("note")
    guard let entree = entrees.entree(texte) else {
      throw table.invalide("note", texte, EntreesLues.attendue)
    }
    return entree
  }

  private mutating func coefficient(_ table: TableCSV, _ colonne: Int?) throws(Refus) -> Decimale {
    guard let colonne, !table.reader.isEmpty(colonne) else { return 1 }
    let texte = table.texte(colonne)
    guard let coefficient = entrees.nombre(texte) else {
      throw table.invalide("coefficient", texte, TableCSV.nombreAttendu)
    }
    return coefficient
  }
}

/// The line on which each student has each test of each module.
struct LignesDesNotes {
  private struct Cle: Hashable {
    let etudiant: Int32
    let module: Int32
    let evaluation: Int32
  }

  private var lignes: [Cle: Int32] = [:]
  private var evaluations: [String: Int32] = [:]

  /// Notes the line of a test.
  /// - Returns: the line on which the same one stands already.
  mutating func noter(_ ligne: Int, _ etudiant: Int, _ module: Int, _ nom: String) -> Int32? {
    let evaluation = evaluations[nom] ?? Int32(evaluations.count)
    if Int(evaluation) == evaluations.count { evaluations[nom] = evaluation }
    let cle = Cle(etudiant: Int32(etudiant), module: Int32(module), evaluation: evaluation)
    guard let premiere = lignes[cle] else {
      lignes[cle] = Int32(clamping: ligne)
      return nil
    }
    return premiere
  }
}
