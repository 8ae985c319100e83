internal import CSV
internal import JSON
internal import Scolarite

/// Writes the rows of each file, student after student.
struct CohorteEncoder {
  let entete: EnTeteDeCohorte
  let programmes: [Programme]
  private(set) var fautes = Fautes()
  private var identifiants: Set<String> = []
  private var tables: [(nom: String, writer: CSVWriter, aDesLignes: Bool)]

  /// The files, by their rank in `tables`.
  enum Fichier: Int, CaseIterable {
    case etudiants
    case notes
    case absences
    case bonus
    case anterieurs
    case decisions
    case session2

    var colonnes: String {
      switch self {
      case .etudiants: "etudiant;nom;prenom;statut;semestres"
      case .notes: "etudiant;module;evaluation;note;coefficient"
      case .absences:
        "etudiant;semestre;abi_heures;abj_heures;avis_auteur;avis_date;avis_motif;debut;heures;motif;"
          + "declaree"
      case .bonus: "etudiant;activite;points;seances"
      case .anterieurs: "etudiant;annee_universitaire;ue;moyenne;code;auteur;date;motif"
      case .decisions: "etudiant;sur;code;auteur;date;motif"
      case .session2: "etudiant;ue;sur;note"
      }
    }
  }

  init(_ entete: EnTeteDeCohorte, _ programmes: [Programme]) {
    self.entete = entete
    self.programmes = programmes
    tables = Fichier.allCases.map { fichier in
      var writer = CSVWriter(byteOrderMark: true)
      writer.add(fichier.colonnes.split(separator: ";").map(String.init))
      return ("\(fichier).csv", writer, false)
    }
  }

  mutating func ligne(_ fichier: Fichier, _ cellules: [String]) {
    tables[fichier.rawValue].writer.add(cellules)
    tables[fichier.rawValue].aDesLignes = true
  }

  /// Keeps as a fault what a file cannot say of a student.
  mutating func exiger(
    _ estDicible: Bool,
    _ fichier: Fichier,
    _ etudiant: EtudiantLu,
    _ quoi: @autoclosure () -> String,
  ) {
    guard !estDicible else { return }
    let nom = tables[fichier.rawValue].nom
    fautes.add(nom, nil, "« \(etudiant.identifiant) » : \(quoi()) ne s’écrit pas en CSV")
  }

  /// The files that say something, `notes.csv` in any case.
  mutating func fichiers() throws(CohorteError) -> [(nom: String, octets: [UInt8])] {
    if identifiants.isEmpty { fautes.add(CohorteCSV.etudiants, nil, "aucun étudiant") }
    guard fautes.isEmpty else { throw fautes.erreur }
    let utiles = tables.filter { $0.aDesLignes || $0.nom == CohorteCSV.notes }
    return [(CadreDecoder.fichier, Array(entete.json.rendered().utf8))]
      + utiles.map { ($0.nom, $0.writer.bytes) }
  }
}

// MARK: - Students

extension CohorteEncoder {
  mutating func ajouter(_ etudiant: EtudiantLu) {
    let nom = etudiant.identifiant
    exiger(
      nom.refusDIdentifiant == nil,
      .etudiants,
      etudiant,
      "un identifiant vide ou entouré d’espaces",
    )
    exiger(
      identifiants.insert(nom).inserted,
      .etudiants,
      etudiant,
      "un deuxième étudiant du même nom",
    )
    let dossier = etudiant.dossier
    guard let annee = dossier.annees.last, annee.annee == entete.annee,
      annee.anneeBUT == entete.anneeBUT, !annee.semestres.isEmpty
    else { return exiger(false, .etudiants, etudiant, "un dossier sans l’année de la cohorte") }
    exiger(dossier.etudiant == nom, .etudiants, etudiant, "un dossier d’un autre étudiant")
    exiger(dossier.redoublement == nil, .etudiants, etudiant, "une demande de redoublement")
    exiger(
      annee.programme == programmes.first,
      .etudiants,
      etudiant,
      "une maquette qui lui est propre",
    )
    let connues = dossier.neDecideRienDInconnu
    exiger(connues, .decisions, etudiant, "une décision hors des maquettes suivies")
    let statuts = Statuts.cellule(annee.semestres)
    let semestres = annee.semestres.map { String($0.numero.valeur) }.joined(separator: " ")
    ligne(.etudiants, [nom, etudiant.nom, etudiant.prenom, statuts, semestres])
    ecrire(annee, etudiant)
    for anterieure in dossier.annees.dropLast() { ecrire(anterieure: anterieure, etudiant) }
  }

  private mutating func ecrire(_ annee: AnneeSuivie, _ etudiant: EtudiantLu) {
    ecrireLesNotes(annee, etudiant)
    for semestre in annee.semestres {
      ecrireLesUEAccordees(semestre, annee, etudiant)
      ecrireLesAbsences(semestre, etudiant)
    }
    let debuts = annee.semestres.flatMap(\.absences.creneaux).map(\.debut)
    exiger(Set(debuts).count == debuts.count, .absences, etudiant, "deux créneaux au même instant")
    ecrire(annee.bonus, etudiant)
    exiger(!annee.decisions.seContredisent, .decisions, etudiant, "deux décisions contraires")
    for decision in annee.decisions {
      ligne(.decisions, [etudiant.identifiant, decision.sur.nom] + decision.cellules)
    }
    if let session2 = annee.session2 {
      ecrire(session2, Set(annee.semestres.flatMap(\.moyennes.keys)), etudiant)
    }
  }
}
