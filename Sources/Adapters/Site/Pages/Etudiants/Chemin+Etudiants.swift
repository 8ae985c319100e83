internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

extension Chemin {
  static let etudiants: SafeURL = "/etudiants"
  static let moi: SafeURL = "/moi"

  /// A search with what was asked, without the fields left empty.
  static func etudiants(_ champs: [(String, String)]) -> SafeURL {
    let items = champs.filter { !$0.1.isEmpty }.map { HTTPItems.Item(name: $0.0, value: $0.1) }
    guard !items.isEmpty else { return etudiants }
    return SafeURL("/etudiants?" + HTTPItems(items).encoded) ?? etudiants
  }

  static func justificatif(_ id: Identifiant<Justificatif>) -> SafeURL {
    de(["justificatifs", "\(id)"])
  }

  static func fichier(_ empreinte: String) -> SafeURL { de(["fichiers", empreinte]) }

  static func inscription(_ inscription: Inscription, _ suite: String...) -> SafeURL {
    de(["etudiants", "\(inscription.etudiant)", "inscriptions", "\(inscription.id)"] + suite)
  }
}

/// Whose record is shown: that of a student, or one’s own.
struct DossierVu: Sendable {
  let etudiant: Identifiant<Etudiant>
  let estLeSien: Bool

  /// The page of the record, or a part of it.
  func adresse(_ suite: String...) -> SafeURL {
    Chemin.de((estLeSien ? ["moi"] : ["etudiants", "\(etudiant)"]) + suite)
  }
}

extension Visite {
  /// The record that the address names.
  /// - Throws: `Refus.inconnu` where whoever asks for their own has none.
  func dossierVu() throws(Refus) -> DossierVu {
    guard requete.path.segments.first == "moi" else {
      return DossierVu(etudiant: try identifiant("etudiant", .etudiant), estLeSien: false)
    }
    guard let sien = visiteur?.utilisateur.etudiant else { throw .inconnu(.etudiant) }
    return DossierVu(etudiant: sien, estLeSien: true)
  }
}
