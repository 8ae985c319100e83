public import Actes
internal import PDF

/// Prints documents on threads of its own, each with its press, which stay from one call to the next.
public final class Presse: Imprimerie {
  private let impression: Atelier
  /// Joining thousands of pages keeps nobody from printing one.
  private let reliure: Atelier
  private let mise = MiseEnPage()

  /// - Parameter fils: how many documents are printed side by side.
  public init(fils: Int = 2) {
    impression = Atelier("impression", fils: fils)
    reliure = Atelier("reliure", fils: 1)
  }

  public func imprimer(
    _ documents: [DocumentAImprimer],
    _ avancement: @escaping @Sendable (Int) -> Void,
  ) async throws -> [[UInt8]] {
    guard !documents.isEmpty else { return [] }
    return try await impression.faire(Lot(documents, mise, avancement))
  }

  public func relier(
    _ documents: [DocumentAImprimer],
    _ titre: String,
    _ avancement: @escaping @Sendable (Int) -> Void,
  ) async throws -> [UInt8] {
    guard !documents.isEmpty else {
      throw ErreurDImpression(rang: 0, phrase: PDFError.noDocument.phrase)
    }
    return try await reliure.faire(Reliure(documents, titre, mise, avancement))
  }

  public func refuser(image octets: [UInt8]) -> String? {
    do throws(PDFError) {
      _ = try PDFImage(octets)
      return nil
    } catch {
      return error.phrase
    }
  }
}

extension PDFError {
  /// What is wrong, with the spaces that French asks for.
  var phrase: String { PDFText(francais: description).plain }
}
