internal import Scolarite
internal import Text

/// What the files have said of a student so far.
struct EtudiantEnCours {
  let identifiant: String
  var nom = ""
  var prenom = ""
  var statuts = Statuts(.initial)
  var semestres: [NumeroSemestre]
  /// The tests of each module, by its rank in `ModulesDeCohorte`.
  var notes: [Int: [Evaluation]] = [:]
  var heures: [NumeroSemestre: Heures] = [:]
  var creneaux: [NumeroSemestre: [Absences.Creneau]] = [:]
  var sport: Bonus.Sport?
  var engagements: [Bonus.Engagement] = []
  var anterieures: [AnneeUniversitaire: AnneeAnterieure] = [:]
  /// The decisions of earlier years, with the place of their rows.
  var decisionsAnterieures:
    [AnneeUniversitaire: [(decision: DecisionDeJury, position: TextPosition)]] = [:]
  /// The UE of the year of the cohort that were granted.
  var accordees: [(ue: UEDeProgramme, moyenne: SemestreSuivi.MoyenneConnue)] = []
  var decisions: [DecisionDeJury] = []
  var session2 = ResultatsDeSession2()
  /// The line of each thing that a student has once.
  var lignes: [Objet: Int] = [:]

  /// What a student has once.
  enum Objet: Hashable {
    case etudiant
    case notes
    case absences(NumeroSemestre)
    case creneau(Instant)
    case sport
    case anterieur(AnneeUniversitaire, DecisionDeJury.Objet)
    case inscription(CodeUE)
    case resultat(String)
    case decision(rang: Int)
  }

  /// Hours of absence of a semester, and the « avis contraire » on them.
  struct Heures {
    let abi: Decimale
    let abj: Decimale
    let avis: ActeMotive?
  }

  /// An earlier year, of one curriculum.
  struct AnneeAnterieure {
    let programme: Programme
    let anneeBUT: AnneeBUT
    /// Where the first row of a UE stands.
    let position: TextPosition
    /// The UE followed, with what is known of them.
    var ues: [(ue: UEDeProgramme, moyenne: SemestreSuivi.MoyenneConnue?)] = []
  }

  /// Enrolments and marks of session 2.
  struct ResultatsDeSession2 {
    var inscriptions: [CodeUE] = []
    var notesUE: [CodeUE: Entree] = [:]
    var notesModules: [String: Entree] = [:]
  }

  init(identifiant: String, semestres: [NumeroSemestre]) {
    self.identifiant = identifiant
    self.semestres = semestres
  }
}

// MARK: - The dossier

extension EtudiantEnCours {
  /// Whether a UE of the year of the cohort was granted.
  func estAccordee(_ code: CodeUE) -> Bool { accordees.contains { $0.ue.code == code } }

  /// The student with a dossier: earlier years, then that of the cohort.
  func lu(_ cadre: CadreDeCohorte, _ modules: ModulesDeCohorte) -> EtudiantLu {
    let anterieures = anterieures.sorted { $0.key < $1.key }.map { annee($0, $1) }
    let courante = AnneeSuivie(
      annee: cadre.entete.annee,
      anneeBUT: cadre.entete.anneeBUT,
      programme: cadre.programme,
      semestres: semestres(modules),
      bonus: Bonus(sport: sport, engagements: engagements),
      session2: session2.inscriptions.isEmpty
        ? nil
        : SessionDeux(
          date: cadre.entete.session2,
          inscriptions: session2.inscriptions,
          notesUE: session2.notesUE,
          notesModules: session2.notesModules,
        ),
      decisions: decisions,
    )
    return EtudiantLu(
      identifiant: identifiant,
      nom: nom,
      prenom: prenom,
      dossier: Dossier(etudiant: identifiant, annees: anterieures + [courante]),
    )
  }

  private func semestres(_ modules: ModulesDeCohorte) -> [SemestreSuivi] {
    var parSemestre: [NumeroSemestre: [String: [Evaluation]]] = [:]
    for (rang, evaluations) in notes {
      guard let semestre = modules[rang].semestre(parmi: semestres) else { continue }
      parSemestre[semestre, default: [:]][modules[rang].code.canonique] = evaluations
    }
    return semestres.map { numero in
      SemestreSuivi(
        numero: numero,
        statut: statuts[numero],
        notes: parSemestre[numero] ?? [:],
        moyennes: Dictionary(
          accordees.filter { $0.ue.semestre == numero }.map { ($0.ue.code, $0.moyenne) },
          uniquingKeysWith: { premiere, _ in premiere },
        ),
        absences: Absences(
          heuresABI: heures[numero]?.abi ?? .zero,
          heuresABJ: heures[numero]?.abj ?? .zero,
          creneaux: creneaux[numero] ?? [],
        ),
        avisContraire: heures[numero]?.avis,
      )
    }
  }

  private func annee(_ universitaire: AnneeUniversitaire, _ lue: AnneeAnterieure) -> AnneeSuivie {
    let numeros = Set(lue.ues.map(\.ue.semestre)).sorted()
    return AnneeSuivie(
      annee: universitaire,
      anneeBUT: lue.anneeBUT,
      programme: lue.programme,
      semestres: numeros.map { numero in
        var moyennes: [CodeUE: SemestreSuivi.MoyenneConnue] = [:]
        for (ue, moyenne) in lue.ues where ue.semestre == numero {
          moyennes[ue.code] = moyenne
        }
        return SemestreSuivi(numero: numero, statut: statuts.premier, moyennes: moyennes)
      },
      decisions: decisionsAnterieures[universitaire, default: []].map(\.decision),
    )
  }
}
