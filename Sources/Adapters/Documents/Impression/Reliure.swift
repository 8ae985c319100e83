internal import Actes
internal import PDF
internal import Synchronization

/// Documents to print one after the other in one file, for a printer: without structure.
final class Reliure: Travail {
  private struct Etat {
    var estPris = false
    var estAnnule = false
    var suite: CheckedContinuation<[UInt8], any Error>?
  }

  private let documents: [DocumentAImprimer]
  private let titre: String
  private let mise: MiseEnPage
  private let avancement: @Sendable (Int) -> Void
  private let etat = Mutex(Etat())

  init(
    _ documents: [DocumentAImprimer],
    _ titre: String,
    _ mise: MiseEnPage,
    _ avancement: @escaping @Sendable (Int) -> Void,
  ) {
    self.documents = documents
    self.titre = titre
    self.mise = mise
    self.avancement = avancement
  }

  func commencer(_ suite: CheckedContinuation<[UInt8], any Error>) {
    etat.withLock { $0.suite = suite }
  }

  func annuler() { etat.withLock { $0.estAnnule = true } }

  func prendre() -> Int? {
    etat.withLock { etat in
      defer { etat.estPris = true }
      return etat.estPris ? nil : 0
    }
  }

  func faire(_ rang: Int, _ presse: Result<PDFPress, PDFError>) {
    let issue = Result { try relier(presse) }
    let suite = etat.withLock { etat in
      defer { etat.suite = nil }
      return etat.suite
    }
    suite?.resume(with: issue)
  }

  private func relier(_ presse: Result<PDFPress, PDFError>) throws -> [UInt8] {
    var rang = 0
    do {
      let info = PDFInfo(
        title: titre,
        author: documents[0].cadre.entete.first ?? "",
        created: documents[0].date.enPDF,
      )
      let reliure = try presse.get().binder(info, isTagged: false)
      for document in documents {
        if etat.withLock({ $0.estAnnule }) { throw CancellationError() }
        try reliure.add(mise.page(de: document), outline: document.sujet)
        rang += 1
        avancement(rang)
      }
      rang = 0
      return try reliure.finish()
    } catch let erreur as PDFError {
      throw ErreurDImpression(rang: rang, phrase: erreur.phrase)
    }
  }
}
