internal import Calendrier
internal import Glibc
internal import Synchronization
internal import Threads

/// Searches that go on together, each on its thread with its seed.
final class EquipeDeRecherche: Sendable {
  typealias Issue = Result<Recherche.Resultat, Impossibilite>

  private struct Etat {
    var issues: [Int: Issue] = [:]
    /// Where each search stands, by rank.
    var progres: [Int: Recherche.Progres] = [:]
    /// What has not been told yet.
    var aDire = false
  }

  private enum Nouvelle {
    case avancement(String)
    case fin([Int: Issue])
  }

  private let recherche: Recherche
  private let budget: Recherche.Budget
  private let graine: UInt64
  private let coeurs: Int
  private let etat = Monitor(Etat())
  private let arret = Atomic(false)

  /// Between two lines of progress, in nanoseconds.
  private static let pas = 5_000_000_000

  init(_ probleme: ProblemeDExamens, _ demande: DemandeDeRecherche) {
    recherche = Recherche(probleme)
    budget = demande.budget
    graine = demande.graine
    coeurs = demande.coeurs
  }

  /// The best of what all found; that of the first seed where they are equal.
  ///
  /// Ctrl-C ends all of them with what they hold.
  func chercher(_ dire: (String) -> Void) -> Issue {
    var anciens = sigset_t()
    var arrets = sigset_t()
    unsafe sigemptyset(&arrets)
    unsafe sigaddset(&arrets, SIGINT)
    unsafe pthread_sigmask(SIG_BLOCK, &arrets, &anciens)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &anciens, nil) }
    ecouter(arrets)
    for rang in 0..<coeurs {
      pthread_detach(startThread(named: "recherche-\(rang + 1)") { [self] in chercher(rang) })
    }
    while true {
      switch attendre() {
      case .avancement(let texte): dire(texte)
      case .fin(let issues): return Self.meilleure(issues)
      }
    }
  }

  /// The thread that waits for Ctrl-C; it ends with the process.
  private func ecouter(_ signaux: sigset_t) {
    pthread_detach(
      startThread(named: "arret") { [self] in
        var attendus = signaux
        var recu: Int32 = 0
        unsafe sigwait(&attendus, &recu)
        arret.store(true, ordering: .relaxed)
      }
    )
  }

  private func attendre() -> Nouvelle {
    etat.wait { [coeurs] etat -> Nouvelle? in
      if etat.issues.count == coeurs { return .fin(etat.issues) }
      guard etat.aDire else { return nil }
      etat.aDire = false
      let couts = etat.progres.values.map(\.meilleur)
      let secondes = (etat.progres.values.map(\.duree).max() ?? 0) / 1_000_000_000
      let debit = etat.progres.values.map(\.propositionsParSeconde).reduce(0, +)
      return .avancement(
        "\(secondes) s : coût \(couts.min() ?? 0), \(debit / 1_000) milliers de propositions par "
          + "seconde\n"
      )
    }
  }

  private func chercher(_ rang: Int) {
    var dernier = 0
    let issue: Issue
    do throws(Impossibilite) {
      issue = .success(
        try recherche.lancer(
          Recherche.Reglages(graine: graine &+ UInt64(rang), budget: budget),
          horloge: Self.maintenant,
        ) { progres in
          if progres.duree - dernier >= Self.pas {
            dernier = progres.duree
            etat.change(wakingAll: true) { etat in
              etat.progres[rang] = progres
              // One line for all of them: that of the first.
              if rang == 0 { etat.aDire = true }
            }
          }
          return !arret.load(ordering: .relaxed)
        }
      )
    } catch {
      issue = .failure(error)
    }
    etat.change(wakingAll: true) { $0.issues[rang] = issue }
  }

  private static func meilleure(_ issues: [Int: Issue]) -> Issue {
    let rangees = issues.sorted { $0.key < $1.key }.map(\.value)
    let trouvees = rangees.compactMap { try? $0.get() }
    if let meilleure = trouvees.min(by: { $0.cout < $1.cout }) { return .success(meilleure) }
    return rangees[0]
  }

  /// The nanoseconds of the clock that nobody sets.
  private static func maintenant() -> Int {
    var instant = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &instant)
    return Int(instant.tv_sec) * 1_000_000_000 + Int(instant.tv_nsec)
  }
}
