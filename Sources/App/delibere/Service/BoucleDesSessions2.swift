internal import Actes

/// Closes enrolments in sessions 2 once their limit is past, beside the site.
struct BoucleDesSessions2: Sendable {
  private let cloture: ClotureDesInscriptions
  private let journal: @Sendable (String) -> Void

  /// Silence is recorded some minutes after the limit: nothing waits for it.
  private static let pause = Duration.seconds(120)

  init(_ cloture: ClotureDesInscriptions, journal: @escaping @Sendable (String) -> Void) {
    self.cloture = cloture
    self.journal = journal
  }

  /// Starts, on the threads of tasks; the task ends when it is cancelled.
  func commencer() -> Task<Void, Never> {
    Task.detached(priority: .background) { await tourner() }
  }

  private func tourner() async {
    while !Task.isCancelled {
      do {
        let closes = try await cloture.relever()
        if closes > 0 { journal("session 2 : inscriptions closes \(closes)") }
      } catch {
        if !Task.isCancelled { journal("session 2 : clôture, erreur \(type(of: error))") }
      }
      try? await Task.sleep(for: Self.pause)
    }
  }
}
