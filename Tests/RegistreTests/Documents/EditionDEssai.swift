import Actes
import Coffre
import Scolarite
import Synchronization
import Testing

/// Prints the titles of documents, and keeps what it was given.
final class ImprimerieDEssai: Imprimerie {
  private let recus = Mutex<[DocumentAImprimer]>([])

  var dernier: DocumentAImprimer? { recus.withLock(\.last) }

  func imprimer(
    _ documents: [DocumentAImprimer],
    _ avancement: @escaping @Sendable (Int) -> Void,
  ) async throws -> [[UInt8]] {
    recus.withLock { $0 += documents }
    return documents.map { Array($0.cadre.titre.utf8) }
  }

  func relier(
    _ documents: [DocumentAImprimer],
    _ titre: String,
    _ avancement: @escaping @Sendable (Int) -> Void,
  ) async throws -> [UInt8] {
    recus.withLock { $0 += documents }
    return Array(titre.utf8)
  }

  func refuser(image octets: [UInt8]) -> String? {
    octets.starts(with: [0x89]) ? nil : "ce n’est pas une image"
  }
}

/// The door of documents of an establishment under test.
struct EditionDEssai {
  let essai: RegistreDEssai
  let editeur: EditeurDeDocuments
  let imprimerie = ImprimerieDEssai()

  init(_ essai: RegistreDEssai) {
    self.essai = essai
    editeur = EditeurDeDocuments(essai.bureau, Coffre(), imprimerie, adresse: "https://iut.test")
  }

  func editer(
    _ nature: NatureDeDocument,
    sur cible: DemandeDeDocuments.Cible,
    _ etudiants: Set<Identifiant<Etudiant>>? = nil,
    par utilisateur: Utilisateur? = nil,
  ) async throws -> EditeurDeDocuments.Edition {
    try await editeur.editer(
      DemandeDeDocuments(nature, sur: cible, etudiants: etudiants),
      par: utilisateur.map { .utilisateur($0.id) } ?? .console("essai"),
      dans: essai.iut,
    )
  }

  func confirmer(_ code: String) async throws -> DocumentConfirme? {
    try await editeur.confirmer(code, dans: essai.iut)
  }
}

extension EditeurDeDocuments.Edition {
  /// What is said of a student.
  func document(_ etudiant: Identifiant<Etudiant>) -> DocumentAImprimer? {
    zip(etudiants, documents).first { $0.0?.id == etudiant }?.1
  }

  func raison(_ etudiant: Identifiant<Etudiant>) -> RaisonDEcart? {
    ecartes.first { $0.etudiant.id == etudiant }?.raison
  }
}
