internal import Actes
internal import HTTPServer
internal import Habillage

/// What a form does of the image of a template: kept, taken away, replaced.
struct ImageEnvoyee {
  private(set) var retirer = false
  private(set) var changement = ChangementDImage.garder
  private(set) var faute: String?
  /// Whether one was sent: browsers do not send it again by themselves.
  private(set) var aEteEnvoyee = false

  init() {}

  /// Reads the field of the file; « retirer- » before its name is that of the box.
  init(_ envoi: HTTPForm, _ nom: String, _ editeur: EditeurDeDocuments) {
    retirer = envoi["retirer-" + nom] != nil
    if retirer { changement = .retirer }
    guard let fichier = envoi.file(nom) else { return }
    aEteEnvoyee = true
    do throws(Refus) {
      changement = .remplacer(try editeur.image(fichier.bytes(), lieu: nom))
    } catch {
      faute = Self.phrase(error)
    }
  }

  private static func phrase(_ refus: Refus) -> String {
    guard case .donnees(let fautes) = refus, let nature = fautes.first?.nature else {
      return refus.phrase.enPhrase
    }
    switch nature {
    case .horsBornes(_, let bornes): return "Cette image est trop lourde : \(bornes)."
    case .illisible(let raison): return "Cette image ne peut pas servir : \(raison)".enPhrase
    case .absente, .tropLongue, .inconnue, .horsDesInscrits, .enDouble, .contraire:
      return refus.phrase.enPhrase
    }
  }

  /// The fields of an image, with the one in place.
  func champs(_ nom: String, _ libelle: String, aideDeTaille: String, enPlace: Bool) -> [Champ] {
    let perdue = aEteEnvoyee ? " Choisissez-la de nouveau : un navigateur ne la garde pas." : ""
    let fichier = Champ(
      nom,
      libelle,
      .fichier(accepte: "image/png,image/jpeg"),
      aide: "PNG ou JPEG, \(ImageDeDocument.limite / 1_000) Ko au plus. \(aideDeTaille)\(perdue)",
      erreur: faute,
      estFacultatif: true,
    )
    guard enPlace else { return [fichier] }
    return [fichier, Champ("retirer-" + nom, "Retirer l’image en place", .coche(retirer))]
  }
}

extension HTTPForm {
  /// A text of several lines, as it is kept.
  func lignes(_ nom: String) -> String {
    (self[nom] ?? "").replacing("\r\n", with: "\n").sansBords
  }
}
