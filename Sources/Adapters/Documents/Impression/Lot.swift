internal import Actes
internal import PDF
internal import Synchronization

/// Documents to print, each a file.
final class Lot: Travail {
  private struct Etat {
    var prochain = 0
    var enCours = 0
    var imprimes = 0
    var fichiers: [[UInt8]]
    /// Of the first document that fails, among those that were begun.
    var faute: ErreurDImpression?
    var estAnnule = false
    var suite: CheckedContinuation<[[UInt8]], any Error>?

    var estEpuise: Bool { estAnnule || faute != nil || prochain == fichiers.count }

    /// Who waits, once nothing is left to do.
    mutating func finir() -> CheckedContinuation<[[UInt8]], any Error>? {
      guard estEpuise, enCours == 0 else { return nil }
      defer { suite = nil }
      return suite
    }

    var issue: Result<[[UInt8]], any Error> {
      if let faute { return .failure(faute) }
      return estAnnule ? .failure(CancellationError()) : .success(fichiers)
    }
  }

  private let documents: [DocumentAImprimer]
  private let mise: MiseEnPage
  private let avancement: @Sendable (Int) -> Void
  private let etat: Mutex<Etat>

  init(
    _ documents: [DocumentAImprimer],
    _ mise: MiseEnPage,
    _ avancement: @escaping @Sendable (Int) -> Void,
  ) {
    self.documents = documents
    self.mise = mise
    self.avancement = avancement
    etat = Mutex(Etat(fichiers: Array(repeating: [], count: documents.count)))
  }

  func commencer(_ suite: CheckedContinuation<[[UInt8]], any Error>) {
    changer { $0.suite = suite }
  }

  func annuler() { changer { $0.estAnnule = true } }

  func prendre() -> Int? {
    etat.withLock { etat in
      guard !etat.estEpuise else { return nil }
      defer { etat.prochain += 1 }
      etat.enCours += 1
      return etat.prochain
    }
  }

  func faire(_ rang: Int, _ presse: Result<PDFPress, PDFError>) {
    do throws(PDFError) {
      let octets = try presse.get().print(mise.page(de: documents[rang]))
      let imprimes = etat.withLock { etat in
        etat.fichiers[rang] = octets
        etat.imprimes += 1
        return etat.imprimes
      }
      avancement(imprimes)
      changer { $0.enCours -= 1 }
    } catch {
      let faute = ErreurDImpression(rang: rang, phrase: error.phrase)
      changer { etat in
        etat.enCours -= 1
        if rang < etat.faute?.rang ?? .max { etat.faute = faute }
      }
    }
  }

  /// Changes the state, and tells who waits when it was the last change.
  private func changer(_ changement: (inout Etat) -> Void) {
    let fin = etat.withLock { etat in
      changement(&etat)
      let issue = etat.issue
      return etat.finir().map { ($0, issue) }
    }
    if let (suite, issue) = fin { suite.resume(with: issue) }
  }
}
