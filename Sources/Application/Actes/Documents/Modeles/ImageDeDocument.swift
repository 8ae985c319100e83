/// An image that can stand in a letterhead or above a name: only an `EditeurDeDocuments` makes one,
/// once it was decoded.
public struct ImageDeDocument: Hashable, Sendable {
  let octets: [UInt8]

  /// The size that it has at most, in bytes.
  public static let limite = 1_000_000
}

/// What becomes of the image of a template.
public enum ChangementDImage: Hashable, Sendable {
  case garder, retirer
  case remplacer(ImageDeDocument)

  var nouvelle: ImageDeDocument? {
    if case .remplacer(let image) = self { image } else { nil }
  }
}

extension Travail {
  func objet(_ sorte: Objet.Sorte, _ departement: Identifiant<Departement>?) throws
    -> Objet
  {
    try departement.map { Objet(sorte, $0) } ?? Objet(sorte, registre.etablissement().id)
  }

  func image(_ changement: ChangementDImage, _ avant: String?) -> String? {
    switch changement {
    case .garder: avant
    case .retirer: nil
    case .remplacer(let image): registre.empreinte(image.octets)
    }
  }
}
