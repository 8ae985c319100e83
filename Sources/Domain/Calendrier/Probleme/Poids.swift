/// What each fault of a calendar costs.
public struct Poids: Hashable, Sendable {
  /// Two exams of a student in consecutive periods of one day.
  public var deuxDeSuite = 0
  /// Two exams of a student on one day, not consecutive.
  public var deuxParJour = 0
  /// Two exams of a student at most this number of periods apart cost 1, across days too.
  public var ecart = 0
  /// Two exams of a student 1, 2, 3… periods apart, across days too.
  public var proximite: [Int] = []
  /// Each further duration among the exams of one room and period.
  public var dureesMelees = 0
  public var chargeFinale = ChargeFinale()
  /// A student with two exams at once; nil when that is forbidden.
  public var chevauchement: Int?
  /// A student called in a period declared impossible; nil when that is forbidden.
  public var indisponibilite: Int?
  /// More exams on one day than this for one student.
  public var plafondParJour: PlafondParJour?

  public init() {}
}

extension Poids {
  /// What the session of an IUT begins with: clashes and absences are priced, so that they are named.
  public static let deSession: Poids = {
    var poids = Poids()
    poids.deuxDeSuite = 4
    poids.deuxParJour = 1
    poids.dureesMelees = 1
    poids.chevauchement = 5_000
    poids.indisponibilite = 5_000
    poids.plafondParJour = .init(nombre: 2, prix: 50)
    return poids
  }()

  /// Large exams late in the session.
  public struct ChargeFinale: Hashable, Sendable {
    /// How many exams are large: those with most candidates, the first at equal number.
    public var epreuves = 0
    /// How many periods are late.
    public var periodes = 0
    public var prix = 0

    public init(epreuves: Int = 0, periodes: Int = 0, prix: Int = 0) {
      self.epreuves = epreuves
      self.periodes = periodes
      self.prix = prix
    }
  }

  /// At most so many exams on one day for a student, each further one at a price.
  public struct PlafondParJour: Hashable, Sendable {
    public var nombre: Int
    public var prix: Int

    public init(nombre: Int, prix: Int) {
      self.nombre = nombre
      self.prix = prix
    }
  }

  /// Costs of one student for two exams, by the periods of both (same period excluded).
  func prixDeLaPaire(_ p: Int, _ q: Int, memeJour: Bool) -> Int {
    let distance = abs(p - q)
    guard distance > 0 else { return 0 }
    var prix = distance <= ecart ? 1 : 0
    if distance <= proximite.count { prix += proximite[distance - 1] }
    if memeJour { prix += distance == 1 ? deuxDeSuite : deuxParJour }
    return prix
  }
}
