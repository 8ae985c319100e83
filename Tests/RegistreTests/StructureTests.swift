import Actes
import Echanges
import SQL
import Scolarite
import Testing

struct StructureTests {
  @Test("un établissement est fondé avec son administrateur", arguments: SQLEngine.allCases)
  func fondation(_ moteur: SQLEngine) async throws {
    let essai = try await RegistreDEssai(moteur)
    let etablissement = try await essai.lire { try $0.etablissement() }
    #expect(etablissement.nom == "IUT de Nulle-Part")
    let entrees = try await essai.lire { try $0.journal(avant: nil, limite: 10) }
    #expect(entrees.map(\.acte) == ["donner-un-role", "creer-un-utilisateur", "fonder"])
  }
}
