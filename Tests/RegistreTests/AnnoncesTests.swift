import Actes
import SQL
import Soutien
import Synchronization
import Testing

@testable import Registre

@Suite("Annonces des changements")
struct AnnoncesTests {
  /// Hears of changes as a stream.
  private func ecouter(_ registre: RegistreSQL) -> (Ecoute, AsyncStream<Changement>) {
    let (flux, suite) = AsyncStream<Changement>.makeStream()
    return (registre.ecouter { suite.yield($0) }, flux)
  }

  /// Waits until an entry is told.
  private func attendre(_ entree: Int64, _ flux: AsyncStream<Changement>) async -> Changement? {
    for await changement in flux where changement.entree >= entree { return changement }
    return nil
  }

  private func ecrire(_ essai: RegistreDEssai, _ code: String) async throws -> Int64 {
    _ = try await essai.faire(CreerUnDepartement(code: code, intitule: code))
    return try await essai.lire { try $0.journal(avant: nil, limite: 1).first?.numero ?? 0 }
  }

  @Test(
    "un autre programme l’apprend, celui qui écrit aussi",
    .timeLimit(.minutes(5)),
    arguments: SQLEngine.allCases,
  )
  func entreProgrammes(_ moteur: SQLEngine) async throws {
    let essai = try await RegistreDEssai(moteur)
    let autre = try RegistreSQL(RegistreDEssai.adresse(essai.base))
    let (ecoute, flux) = ecouter(autre)
    let (ici, fluxIci) = ecouter(essai.registre)
    defer {
      ecoute.arreter()
      ici.arreter()
      autre.fermer()
      essai.registre.fermer()
    }
    for code in ["A", "B"] {
      let entree = try await ecrire(essai, code)
      let attendu = Changement(etablissement: essai.iut, entree: entree)
      #expect(await attendre(entree, flux) == attendu)
      #expect(await attendre(entree, fluxIci) == attendu)
    }
  }

  @Test("qui n’écoute plus n’entend plus", .timeLimit(.minutes(5)), arguments: SQLEngine.allCases)
  func arret(_ moteur: SQLEngine) async throws {
    let essai = try await RegistreDEssai(moteur)
    let entendues = Mutex<[Int64]>([])
    let partie = essai.registre.ecouter { changement in
      entendues.withLock { $0.append(changement.entree) }
    }
    let (restee, flux) = ecouter(essai.registre)
    let premiere = try await ecrire(essai, "A")
    #expect(await attendre(premiere, flux)?.entree == premiere)
    partie.arreter()
    let seconde = try await ecrire(essai, "B")
    #expect(await attendre(seconde, flux)?.entree == seconde)
    #expect(entendues.withLock { !$0.contains(seconde) })
    restee.arreter()
    essai.registre.fermer()
  }

  @Test("après une coupure du serveur, ce qui a été manqué est annoncé", .timeLimit(.minutes(2)))
  func coupure() async throws {
    let serveur = try ServeurPostgreSQL(fsync: true)
    let adresse = AdresseDeBase.postgresql(try serveur.newDatabase())
    let bureau = try EssaiSurServeur(adresse)
    let iut = try await bureau.fonder()
    let autre = try RegistreSQL(adresse)
    let (ecoute, flux) = ecouter(autre)
    _ = await attendre(1, flux)
    try serveur.stop()
    try serveur.start()
    let entree = try await bureau.ecrireApresUneCoupure("A", iut)
    #expect(await attendre(entree, flux)?.entree == entree)
    ecoute.arreter()
    autre.fermer()
    bureau.registre.fermer()
  }
}
