public import Calendrier
internal import Threads

/// The runs of a server: how many at once is bounded, finished ones are kept for comparison.
public final class CoursesDeRecherche: Sendable {
  /// A run in the list.
  public struct Course: Sendable, Identifiable {
    public let id: Int
    public let nom: String
    public let course: CourseDeRecherche
  }

  public enum Refus: Error, Hashable, Sendable, CustomStringConvertible {
    case tropDeCourses(maximum: Int)

    public var description: String {
      switch self {
      case .tropDeCourses(let maximum):
        "\(maximum) recherche\(maximum > 1 ? "s sont" : " est") déjà en cours : attendez la fin de "
          + "l’une d’elles, ou arrêtez-la"
      }
    }
  }

  private struct Etat {
    var courses: [Course] = []
    var suivant = 1
  }

  private let maximum: Int
  private let gardees: Int
  private let etat = Monitor(Etat())

  /// - `auPlus`: runs at once.
  /// - `gardees`: finished runs that are remembered, the last ones.
  public init(auPlus maximum: Int, gardees: Int = 20) {
    self.maximum = max(maximum, 1)
    self.gardees = max(gardees, 1)
  }

  /// Starts a run and returns at once.
  public func lancer(
    _ nom: String,
    _ probleme: ProblemeDExamens,
    _ demande: CourseDeRecherche.Demande,
  ) throws(Refus) -> Course {
    let lancee = etat.change { [maximum, gardees] etat -> Course? in
      let finies = etat.courses.filter { $0.course.suivi.fin != nil }
      guard etat.courses.count - finies.count < maximum else { return nil }
      let oubliees = Set(finies.dropLast(gardees - 1).map(\.id))
      etat.courses.removeAll { oubliees.contains($0.id) }
      let course = Course(
        id: etat.suivant,
        nom: nom,
        course: CourseDeRecherche(probleme, demande),
      )
      etat.suivant += 1
      etat.courses.append(course)
      return course
    }
    guard let lancee else { throw .tropDeCourses(maximum: maximum) }
    return lancee
  }

  /// In the order in which they began.
  public var toutes: [Course] { etat.change { $0.courses } }

  public subscript(id: Int) -> Course? {
    etat.change { etat in etat.courses.first { $0.id == id } }
  }

  /// Stops a run and no longer lists it.
  public func oublier(_ id: Int) {
    let oubliee = etat.change { etat -> Course? in
      guard let rang = etat.courses.firstIndex(where: { $0.id == id }) else { return nil }
      return etat.courses.remove(at: rang)
    }
    oubliee?.course.arreter()
  }

  /// Stops every run, as when the server ends.
  public func arreterTout() {
    for course in toutes { course.course.arreter() }
  }
}
