internal import Actes
internal import Courrier
internal import Synchronization

/// Sends mail and writes notices beside the site, until it is told to stop.
struct BoucleDuCourrier: Sendable {
  private let expedition: Expedition
  private let facteur: FacteurSMTP
  private let entreAvis: Duration
  private let journal: @Sendable (String) -> Void

  private static let pause = Duration.seconds(2)
  /// After the server took nothing at all.
  private static let repos = Duration.seconds(30)
  private static let entreRappels = Duration.seconds(3_600)

  init(
    _ expedition: Expedition,
    _ facteur: FacteurSMTP,
    calme: Int,
    journal: @escaping @Sendable (String) -> Void,
  ) {
    self.expedition = expedition
    self.facteur = facteur
    // Several times during the quiet, and often enough where there is none.
    entreAvis = .seconds(max(2, min(120, calme * 12)))
    self.journal = journal
  }

  /// Starts, on the threads of tasks, which nothing here blocks; the task ends when it is cancelled.
  func commencer() -> Task<Void, Never> {
    Task.detached(priority: .background) { await tourner() }
  }

  private func tourner() async {
    let horloge = ContinuousClock()
    var avis = horloge.now
    var rappels = horloge.now
    while !Task.isCancelled {
      if horloge.now >= rappels {
        rappels = horloge.now + Self.entreRappels
        await tenter("rappels") { try await expedition.rappeler() }
      }
      if horloge.now >= avis {
        avis = horloge.now + entreAvis
        await tenter("avis") { try await expedition.annoncer() }
      }
      let tournee = await tenter("envoi") { try await expedition.envoyer() }
      guard let tournee else {
        await dormir(Self.repos)
        continue
      }
      if !tournee.estVide { dire(tournee) }
      await dormir(tournee.estArretee ? Self.repos : tournee.estVide ? Self.pause : .zero)
    }
    await facteur.raccrocher()
  }

  /// Numbers only: neither an address nor a subject.
  private func dire(_ tournee: Expedition.Tournee) {
    journal(
      "courrier : remis \(tournee.remis), refusés \(tournee.refuses), "
        + "à retenter \(tournee.remisAPlusTard)"
    )
  }

  @discardableResult
  private func tenter<R: Sendable>(_ quoi: String, _ corps: () async throws -> R) async -> R? {
    do {
      return try await corps()
    } catch {
      if !Task.isCancelled { journal("courrier : \(quoi), erreur \(type(of: error))") }
      return nil
    }
  }

  private func dormir(_ duree: Duration) async { try? await Task.sleep(for: duree) }
}
