internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

extension Visite {
  /// Hands over what is asked for and answers with one file of it.
  func imprimer(_ demande: DemandeDeDocuments) async throws -> HTTPResponse {
    let edition = try await site.editeur.editer(demande, par: demandeur(), dans: etablissement)
    do {
      let octets = try await site.editeur.imprimer(edition)
      return .fichier(octets, nom: edition.nomDeFichier, type: typeDePDF)
    } catch let erreur as ErreurDImpression {
      return self.erreur(.conflict, edition.phrase(erreur))
    }
  }

  /// Prints those whose box is ticked; what is about nobody has no boxes.
  func imprimerLesCoches(_ demande: DemandeDeDocuments) async throws -> HTTPResponse {
    guard demande.nature.estIndividuel else { return try await imprimer(demande) }
    let coches = try formulaire().fields.all("etudiant")
      .compactMap { Int64($0).flatMap { Identifiant<Etudiant>($0) } }
    guard !coches.isEmpty else {
      return try await preparer(demande, faute: "Cochez au moins un étudiant.")
    }
    return try await imprimer(
      DemandeDeDocuments(demande.nature, sur: demande.sur, etudiants: Set(coches))
    )
  }
}

/// What documents are, on the web.
let typeDePDF = "application/pdf"

extension EditeurDeDocuments.Edition {
  /// « Relevé de notes définitif, MMI 1, 2025-2026.pdf », with the name of the one student.
  var nomDeFichier: String {
    let nom = etudiants.count == 1 ? etudiants[0]?.nomAffiche : nil
    return ([titre] + (nom.map { [$0] } ?? [])).joined(separator: ", ") + ".pdf"
  }

  /// Which document cannot be printed, and why.
  fileprivate func phrase(_ erreur: ErreurDImpression) -> String {
    let qui = etudiants.indices.contains(erreur.rang) ? etudiants[erreur.rang]?.nomAffiche : nil
    return "\(titre)\(qui.map { ", \($0)" } ?? "") : \(erreur.phrase)"
  }
}
