import Actes
import Demonstration
import Dispatch
import Registre
import SQL
import Scolarite
import Testing

/// An import that stops half way until it is told to go on.
private struct ImportLent: Acte {
  static let nom = "import-lent"
  let chargement: ChargerDesNotes
  let commence: DispatchSemaphore
  let reprise: DispatchSemaphore

  func executer(_ travail: Travail) throws -> Int {
    let nombre = try chargement.executer(travail)
    commence.signal()
    reprise.wait()
    return nombre
  }
}

struct ConcurrenceTests {
  @Test("un long import ne bloque pas ceux qui lisent", arguments: SQLEngine.allCases)
  func importLong(_ moteur: SQLEngine) async throws {
    let essai = try await RegistreDEssai(moteur)
    let promotion = try await PromotionEnregistree(essai, effectif: 5, contenu: .rien).installee
    let evaluation = try #require(promotion.evaluations.first { $0.bareme == 20 })
    let dix = try #require(Note(10))
    let acte = ImportLent(
      chargement: ChargerDesNotes(
        promotion: promotion.promotion.id,
        notes: promotion.etudiants.map {
          .init(evaluation: evaluation.id, etudiant: $0, entree: .note(dix))
        },
        source: "long.csv",
      ),
      commence: DispatchSemaphore(value: 0),
      reprise: DispatchSemaphore(value: 0),
    )
    async let ecrites = essai.faire(acte)
    await attendre(acte.commence)
    let pendant = try await essai.lire { try $0.notes(evaluation.id).count }
    let journal = try await essai.lire { try $0.journal(avant: nil, limite: 1).first?.acte }
    acte.reprise.signal()
    #expect(pendant == 0, "rien d’un import en cours ne se voit")
    #expect(journal != ChargerDesNotes.nom)
    #expect(try await ecrites == 5)
    let apres = try await essai.lire { try $0.notes(evaluation.id).count }
    #expect(apres == 5)
  }

  /// Waits off the threads that run tasks.
  private func attendre(_ semaphore: DispatchSemaphore) async {
    await withCheckedContinuation { suite in
      DispatchQueue.global().async {
        semaphore.wait()
        suite.resume()
      }
    }
  }
}
