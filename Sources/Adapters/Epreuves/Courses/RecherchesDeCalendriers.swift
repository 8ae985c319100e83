public import Actes
internal import Calendrier
internal import Threads

/// The searches that a server carries for sessions 2: each on one thread, few at once.
public final class RecherchesDeCalendriers: ChercheurDeCalendriers, Sendable {
  /// What was asked of a run.
  private struct Lancee {
    let demande: DemandeDeRecherche
    let probleme: ProblemeDeSession2
  }

  private let courses: CoursesDeRecherche
  private let lancees = Monitor<[Int: Lancee]>([:])

  /// - Parameter maximum: how many searches go on at once in the whole server.
  public init(auPlus maximum: Int = 2) {
    courses = CoursesDeRecherche(auPlus: maximum)
  }

  public func lancer(
    _ probleme: ProblemeDeSession2,
    depuis depart: [SeanceDeSession2],
    _ demande: DemandeDeRecherche,
  ) throws(Refus) {
    var debut = Recherche.Depart()
    if !depart.isEmpty, demande.garde {
      debut = .init(
        calendrier: probleme.calendrier(depart),
        prixDePeriode: Self.prixDUnePeriode,
        prixDeSalle: Self.prixDUneSalle,
      )
    }
    let course: CoursesDeRecherche.Course
    do throws(CoursesDeRecherche.Refus) {
      course = try courses.lancer(
        Self.nom(probleme.campagne),
        probleme.probleme,
        .init(
          graine: demande.graine,
          coeurs: 1,
          budget: .nanosecondes(demande.secondes * 1_000_000_000),
          depart: debut,
        ),
      )
    } catch {
      throw .etat(.calendrierDeSession2(.recherchesEnCours))
    }
    lancees.change { [id = course.id] in
      $0[id] = Lancee(demande: demande, probleme: probleme)
    }
  }

  /// What leaving its place costs an exam, beside a clash at 5,000 and two exams in a row at 4.
  private static let prixDUnePeriode = 200
  private static let prixDUneSalle = 10

  public func courses(_ campagne: Identifiant<Campagne>) -> [CourseSuivie] {
    let nom = Self.nom(campagne)
    return courses.toutes.filter { $0.nom == nom }.reversed().compactMap { course in
      lancees.change { $0[course.id] }.map { lancee in
        Self.suivie(course, lancee)
      }
    }
  }

  private static func suivie(_ course: CoursesDeRecherche.Course, _ lancee: Lancee) -> CourseSuivie
  {
    let suivi = course.course.suivi
    return CourseSuivie(
      numero: course.id,
      demande: lancee.demande,
      probleme: lancee.probleme,
      secondes: suivi.secondes,
      meilleur: suivi.fin?.bilan?.cout.total ?? suivi.bilan?.cout.total ?? suivi.meilleur,
      etat: etat(suivi, lancee.probleme),
    )
  }

  private static func etat(_ suivi: SuiviDeCourse, _ probleme: ProblemeDeSession2)
    -> CourseSuivie.Etat
  {
    guard let fin = suivi.fin else { return .enCours }
    switch fin.issue {
    case .success(let resultat):
      let cout = fin.bilan?.cout
      return .trouve(
        probleme.seances(resultat.calendrier),
        cout: cout?.total ?? resultat.cout,
        composantes: (cout?.composantes ?? []).filter { $0.valeur != 0 }.map {
          .init($0.nom, $0.valeur)
        },
      )
    case .failure(let impossibilite): return .impossible(probleme.dire(impossibilite))
    }
  }

  public func arreter(_ numero: Int, _ campagne: Identifiant<Campagne>) {
    guard let course = courses[numero], course.nom == Self.nom(campagne) else { return }
    course.course.arreter()
  }

  public func oublier(_ numero: Int, _ campagne: Identifiant<Campagne>) {
    guard let course = courses[numero], course.nom == Self.nom(campagne) else { return }
    courses.oublier(numero)
    lancees.change { $0[numero] = nil }
  }

  /// As when the server ends.
  public func arreterTout() { courses.arreterTout() }

  private static func nom(_ campagne: Identifiant<Campagne>) -> String { "campagne/\(campagne)" }
}
