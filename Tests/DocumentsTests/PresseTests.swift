import Actes
import Documents
import Glibc
import Synchronization
import Testing

@Suite("La presse")
struct PresseTests {
  private static func convocations(_ nombre: Int) -> [DocumentAImprimer] {
    (0..<nombre).map { rang in
      .exemple(
        .convocation,
        .convocation(
          Convocation(
            titulaire: .nomme("Essai-\(rang)", "Zoé"),
            cursus: .mmi(),
            epreuves: Exemples.convocation.epreuves,
            amenagements: [],
          )
        ),
      )
    }
  }

  @Test("Un lot rend ses fichiers dans l’ordre et dit où il en est")
  func ordre() async throws {
    let vus = Mutex<[Int]>([])
    let fichiers = try await Presse(fils: 3).imprimer(Self.convocations(40)) { nombre in
      vus.withLock { $0.append(nombre) }
    }
    #expect(fichiers.count == 40)
    #expect(vus.withLock { $0.sorted() } == Array(1...40))
    for rang in [0, 17, 39] {
      #expect(try Imprime(fichiers[rang]).mots.contains("Zoé ESSAI-\(rang)"))
    }
  }

  @Test("Les mêmes documents donnent les mêmes octets, quelle que soit la presse")
  func memesOctets() async throws {
    let documents = Exemples.tous.map(\.document)
    let une = try await Presse(fils: 1).imprimer(documents) { _ in }
    let autre = try await Presse(fils: 4).imprimer(documents.reversed()) { _ in }
    #expect(une == autre.reversed())
    let presse = Presse()
    let premiere = try await presse.relier(documents, "Tous") { _ in }
    #expect(try await presse.relier(documents, "Tous") { _ in } == premiere)
  }

  @Test("Un fichier relié a toutes les pages, un titre et une table des matières")
  func relier() async throws {
    let vus = Mutex<[Int]>([])
    let octets = try await Presse().relier(Self.convocations(5), "Convocations d’août") { nombre in
      vus.withLock { $0.append(nombre) }
    }
    let fichier = try Imprime(octets)
    #expect(vus.withLock { $0 } == [1, 2, 3, 4, 5])
    #expect(fichier.estValide)
    #expect(fichier.pages == 5)
    #expect(fichier.faits.contains("Title:           Convocations d’août"))
    #expect(fichier.mots.split(separator: "page 1/1").count == 6)
    #expect(fichier.lancer("qpdf --json %").sortie.contains("Zoé ESSAI-4"))
  }

  @Test("Rien à imprimer donne rien ; rien à relier est une erreur")
  func rien() async throws {
    #expect(try await Presse().imprimer([]) { _ in }.isEmpty)
    await #expect(throws: ErreurDImpression.self) {
      try await Presse().relier([], "Vide") { _ in }
    }
  }

  @Test("Plusieurs lots avancent ensemble : le petit n’attend pas la fin du grand")
  func ensemble() async throws {
    let presse = Presse(fils: 1)
    let etat = Etat()
    let vus = Mutex(0)
    async let grand = presse.imprimer(Self.convocations(80)) { nombre in
      etat.imprimes.store(nombre, ordering: .relaxed)
      while !etat.suite.load(ordering: .relaxed) { usleep(500) }
    }
    while etat.imprimes.load(ordering: .relaxed) == 0 { await Task.yield() }
    etat.suite.store(true, ordering: .relaxed)
    _ = try await presse.imprimer(Self.convocations(2)) { _ in
      vus.withLock { $0 = etat.imprimes.load(ordering: .relaxed) }
    }
    #expect(vus.withLock { $0 } < 80)
    #expect(try await grand.count == 80)
  }

  @Test("Un lot qu’on abandonne s’arrête, et la presse imprime encore")
  func abandon() async throws {
    let presse = Presse(fils: 1)
    let etat = Etat()
    let lot = Task {
      try await presse.imprimer(Self.convocations(20)) { nombre in
        etat.imprimes.store(nombre, ordering: .relaxed)
        while !etat.suite.load(ordering: .relaxed) { usleep(500) }
      }
    }
    while etat.imprimes.load(ordering: .relaxed) == 0 { await Task.yield() }
    lot.cancel()
    etat.suite.store(true, ordering: .relaxed)
    await #expect(throws: CancellationError.self) { try await lot.value }
    #expect(etat.imprimes.load(ordering: .relaxed) == 1)
    #expect(try await presse.imprimer(Self.convocations(1)) { _ in }.count == 1)
  }

  /// How far a batch is, and whether it may go on.
  private final class Etat: Sendable {
    let imprimes = Atomic(0)
    let suite = Atomic(false)
  }
}
