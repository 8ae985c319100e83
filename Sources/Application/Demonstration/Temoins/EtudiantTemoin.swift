internal import Actes
internal import Scolarite

/// A student who does not exist, whose averages show what session 2 changes.
struct EtudiantTemoin {
  let prenom: String
  let nom: String
  /// What is said of them where accounts are shown.
  let situation: String
  /// The raw averages of the UE in tenths of a point, one semester after the other, in the order of
  /// the competences.
  let dixiemes: [[Int]]
  var heuresABI: Decimale = 0
  var bonus = Bonus()

  /// « nolwenn.tersigny ».
  var identifiant: String { "\(prenom).\(nom)".lowercased() }

  /// UE11 acquired by its RCUE, UE13 directly, UE14 the year before: UE12 and UE15 are open.
  static let compensee = EtudiantTemoin(
    prenom: "Nolwenn",
    nom: "Tersigny",
    situation: "une UE capitalisée, une compensée",
    dixiemes: [[90, 85, 120, 60, 99], [114, 100, 120, 120, 100]],
  )
  /// The year before of the same student, of which UE14 is kept.
  static let anneePrecedente = EtudiantTemoin(
    prenom: compensee.prenom,
    nom: compensee.nom,
    situation: compensee.situation,
    dixiemes: [[70, 65, 70, 121, 60], [80, 60, 70, 75, 65]],
  )
  /// A lower mark at session 2 takes the place of that of session 1.
  static let remplacee = EtudiantTemoin(
    prenom: "Basile",
    nom: "Corvandier",
    situation: "une UE à repasser",
    dixiemes: [[110, 90, 110, 110, 110], [110, 105, 110, 110, 110]],
  )
  /// Two RCUE of five before, three after: session 2 opens the next year.
  static let retablie = EtudiantTemoin(
    prenom: "Ysaline",
    nom: "Marbrouck",
    situation: "deux RCUE sur cinq",
    dixiemes: [[120, 110, 80, 90, 85], [120, 110, 110, 90, 85]],
  )
  /// Away from the exam without a reason, which is zero and closes the next year.
  static let absent = EtudiantTemoin(
    prenom: "Corentin",
    nom: "Aubespry",
    situation: "trois RCUE sur cinq",
    dixiemes: [[120, 110, 100, 90, 84], [120, 110, 100, 90, 90]],
  )
  /// Four with one UE open, to answer in time, too late, too late with a proof, never.
  static let repondants = [
    ("Apolline", "Verdancourt"), ("Bastien", "Ormeval"), ("Clotilde", "Sauvergne"),
    ("Damien", "Fauqueroy"),
  ].map { prenom, nom in
    EtudiantTemoin(
      prenom: prenom,
      nom: nom,
      situation: "une UE à repasser",
      dixiemes: [[110, 89, 110, 120, 120], [110, 100, 110, 120, 120]],
    )
  }
  /// A whole year: unjustified absences, sport, an engagement, three UE open.
  static let entiere: EtudiantTemoin = {
    let points = Decimale(enMillioniemes: 500_000) ?? .zero
    return EtudiantTemoin(
      prenom: "Eulalie",
      nom: "Montrevert",
      situation: "malus, bonifications, trois UE à repasser",
      dixiemes: [[104, 90, 87, 70, 112], [109, 94, 101, 80, 99]],
      heuresABI: 3,
      bonus: Bonus(
        sport: .points(points),
        engagements: [.init(type: "service civique", points: points)],
      ),
    )
  }()

  static let tous = [compensee, remplacee, retablie, absent] + repondants + [entiere]

  /// The one test of each module.
  static let epreuve = "Contrôle"

  /// Their year, with the marks from which their averages come.
  func annee(_ promotion: Promotion, _ programme: Programme) throws -> AnneeSuivie {
    let semestres = try zip(promotion.anneeBUT.semestres, dixiemes).map { numero, dixiemes in
      let ues = programme.ues.filter { $0.semestre == numero }
        .sorted { $0.competence < $1.competence }
      guard let notes = NotesDUneMoyenne(ues, enDixiemes: dixiemes)?.notes else {
        throw Refus.inconnu(.note)
      }
      return SemestreSuivi(
        numero: numero,
        statut: .initial,
        notes: notes.mapValues {
          [Evaluation(nom: Self.epreuve, entree: .note($0), coefficient: 1)]
        },
        absences: Absences(
          heuresABI: numero == promotion.anneeBUT.semestres.first ? heuresABI : .zero
        ),
      )
    }
    return AnneeSuivie(
      annee: promotion.annee,
      anneeBUT: promotion.anneeBUT,
      programme: programme,
      semestres: semestres,
      bonus: bonus,
    )
  }
}
