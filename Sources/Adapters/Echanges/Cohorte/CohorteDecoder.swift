internal import CSV
internal import JSON
internal import Scolarite

/// Reads the CSV files of a cohort, one after the other, into its students.
struct CohorteDecoder {
  let cadre: CadreDeCohorte
  var fautes: Fautes
  var modules: ModulesDeCohorte
  var entrees = EntreesLues()
  var etudiants: [EtudiantEnCours] = []
  private var rangs: [String: Int] = [:]
  /// The file that says who the students are.
  var liste = CohorteCSV.notes
  /// Whether every row of that file named a student.
  private var listeEstSure = true
  /// Whether a student met for the first time is added rather than refused.
  var admetLesInconnus = true

  init(_ cadre: CadreDeCohorte, _ fautes: Fautes) {
    self.cadre = cadre
    self.fautes = fautes
    modules = ModulesDeCohorte(cadre.programme, cadre.semestres)
  }

  /// Reads each row of a table; a row that is refused is kept as a fault.
  mutating func lire(
    _ table: inout TableCSV,
    _ ligne: (inout CohorteDecoder, TableCSV) throws(Refus) -> Void,
  ) {
    while table.suivante(&fautes) {
      do throws(Refus) {
        try ligne(&self, table)
      } catch {
        fautes.add(table.fichier, table.reader.position(error.colonne), error.phrase)
      }
    }
  }

  /// Once the file that says who the students are was read, admits no other.
  ///
  /// When a row of it could not be read, others are: they would only be named twice.
  mutating func clore(_ table: TableCSV) {
    if table.fichier == liste { admetLesInconnus = !table.estEntiere || !listeEstSure }
  }
}

// MARK: - Students

extension CohorteDecoder {
  /// The rank of the student that the row names.
  mutating func etudiant(_ table: TableCSV, _ colonne: Int? = nil) throws(Refus) -> Int {
    let colonne = colonne ?? table.rang("etudiant") ?? 0
    let identifiant = table.texte(colonne)
    if let rang = rangs[identifiant] { return rang }
    if let raison = identifiant.refusDIdentifiant {
      listeEstSure = listeEstSure && table.fichier != liste
      throw Refus(colonne: colonne, phrase: raison)
    }
    guard admetLesInconnus else {
      throw Refus(
        colonne: colonne,
        phrase: "l’étudiant « \(identifiant) » n’est pas dans \(liste)",
      )
    }
    rangs[identifiant] = etudiants.count
    etudiants.append(EtudiantEnCours(identifiant: identifiant, semestres: cadre.semestres))
    return etudiants.count - 1
  }

  /// Notes on which line a student has something, and refuses a second one.
  mutating func noter(
    _ objet: EtudiantEnCours.Objet,
    de etudiant: Int,
    _ table: TableCSV,
    _ colonne: String,
    _ quoi: @autoclosure () -> String,
  ) throws(Refus) {
    let ligne = table.reader.line
    if let premiere = etudiants[etudiant].lignes.updateValue(ligne, forKey: objet) {
      etudiants[etudiant].lignes[objet] = premiere
      throw table.refus(colonne, "\(quoi()) : déjà à la ligne \(premiere)")
    }
  }

  /// The semester that the row names, one that the student follows.
  func semestre(_ table: TableCSV, de etudiant: Int) throws(Refus) -> NumeroSemestre {
    let suivis = etudiants[etudiant].semestres
    let attendu = "un semestre que suit l’étudiant (\(suivis.enLettres))"
    return try table.valeur("semestre", attendu) { texte in
      suivis.first { String($0.valeur) == texte }
    }
  }
}

extension String {
  /// Why the text cannot name a student; `nil` when it can.
  var refusDIdentifiant: String? {
    if isEmpty { return "il manque l’identifiant de l’étudiant" }
    guard first?.isWhitespace == false, last?.isWhitespace == false else {
      return "l’identifiant « \(self) » commence ou finit par une espace"
    }
    return nil
  }
}

extension [NumeroSemestre] {
  /// « 1 ou 2 ».
  var enLettres: String { map { String($0.valeur) }.joined(separator: " ou ") }
}

// MARK: - The result

extension CohorteDecoder {
  /// The cohort, once every file was read.
  mutating func cohorte() throws(CohorteError) -> CohorteLue {
    if etudiants.isEmpty { fautes.add(liste, nil, "aucun étudiant") }
    let reglement = reglement()
    guard fautes.isEmpty, let reglement else { throw fautes.erreur }
    return CohorteLue(
      entete: cadre.entete,
      programme: cadre.programme,
      programmesAnterieurs: Array(cadre.programmes.dropFirst()),
      reglement: reglement,
      etudiants: etudiants.map { $0.lu(cadre, modules) },
    )
  }

  /// One règlement for each year that a dossier holds.
  private mutating func reglement() -> Reglement? {
    var parAnnee: [AnneeUniversitaire: Reglages] = [:]
    let annees = Set(etudiants.flatMap(\.anterieures.keys)).union([cadre.entete.annee])
    for annee in annees.sorted() {
      do {
        parAnnee[annee] = try cadre.reglages(annee)
      } catch {
        fautes.add(CadreDecoder.fichier, error.position, "en \(annee), \(error.description)")
      }
    }
    return parAnnee[cadre.entete.annee].map { Reglement(courant: $0, parAnnee: parAnnee) }
  }
}
