/// What turns documents into files, as acts need it.
public protocol Imprimerie: Sendable {
  /// Prints documents, each a file; several at once are printed side by side.
  /// - Parameters:
  ///   - documents: what is to be printed, in order.
  ///   - avancement: called with how many are printed, from any thread.
  /// - Returns: PDF files, in the same order.
  /// - Throws: `ErreurDImpression` naming the document that cannot be printed; none is given then.
  func imprimer(
    _ documents: [DocumentAImprimer],
    _ avancement: @escaping @Sendable (Int) -> Void,
  ) async throws -> [[UInt8]]

  /// Prints documents one after the other in one file, with an outline of their names.
  func relier(
    _ documents: [DocumentAImprimer],
    _ titre: String,
    _ avancement: @escaping @Sendable (Int) -> Void,
  ) async throws -> [UInt8]

  /// Whether an image can stand in a letterhead or above a name; why not otherwise.
  func refuser(image octets: [UInt8]) -> String?
}

/// Why a document could not be printed.
public struct ErreurDImpression: Error, Hashable, Sendable {
  /// The document, by its rank among those that were given.
  public let rang: Int
  /// What is wrong, in French, and what to do.
  public let phrase: String

  public init(rang: Int, phrase: String) {
    self.rang = rang
    self.phrase = phrase
  }
}
