internal import Glibc
internal import PDF
internal import Threads

/// What threads do piece by piece.
protocol Travail: AnyObject, Sendable {
  associatedtype Fruit: Sendable

  /// Says who waits for the end.
  func commencer(_ suite: CheckedContinuation<Fruit, any Error>)
  /// Gives up what is not begun.
  func annuler()
  /// The next piece, by its rank; `nil` when all are given out.
  func prendre() -> Int?
  func faire(_ rang: Int, _ presse: Result<PDFPress, PDFError>)
}

/// Threads, each with a press, that share the pieces of the works they are given, in turn.
final class Atelier: Sendable {
  private struct Etat {
    var travaux: [any Travail] = []
    var estFerme = false

    /// A piece of the work that has waited longest, which then waits again.
    mutating func suivante() -> Tache? {
      while !travaux.isEmpty {
        let travail = travaux.removeFirst()
        guard let rang = travail.prendre() else { continue }
        travaux.append(travail)
        return .piece(travail, rang)
      }
      return estFerme ? .fin : nil
    }
  }

  private enum Tache: Sendable {
    case piece(any Travail, Int)
    case fin
  }

  private let etat = Monitor(Etat())

  init(_ nom: String, fils: Int) {
    for rang in 1...max(fils, 1) {
      pthread_detach(startThread(named: "\(nom)-\(rang)") { [etat] in Self.travailler(etat) })
    }
  }

  deinit { etat.change(wakingAll: true) { $0.estFerme = true } }

  /// Has a work done.
  /// - Throws: what the work throws, or `CancellationError`.
  func faire<T: Travail>(_ travail: T) async throws -> T.Fruit {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { suite in
        travail.commencer(suite)
        etat.change(wakingAll: true) { $0.travaux.append(travail) }
      }
    } onCancel: {
      travail.annuler()
    }
  }

  private static func travailler(_ etat: Monitor<Etat>) {
    var presse: Result<PDFPress, PDFError>?
    while case .piece(let travail, let rang) = etat.wait(for: { $0.suivante() }) {
      // A press that could not be made, a font being absent, is tried again.
      if case .success? = presse {
      } else {
        presse = Result { () throws(PDFError) in try PDFPress() }
      }
      if let presse { travail.faire(rang, presse) }
    }
  }
}
