import Actes
import Hashing
import Testing

@testable import Coffre

@Suite("Secrets")
struct CoffreTests {
  private func coffre(attente: Int = 50) throws -> Coffre {
    Coffre(attente: attente, cout: try #require(PasswordHash.Cost(passes: 1, memoryBytes: 8_192)))
  }

  @Test("un mot de passe convient à son hachage, rien ne convient à l’absence de hachage")
  func motDePasse() async throws {
    let coffre = try coffre()
    let hachage = try await coffre.hacher("un long mot de passe")
    #expect(try await coffre.convient("un long mot de passe", a: hachage))
    #expect(try await !coffre.convient("un autre mot de passe", a: hachage))
    #expect(try await !coffre.convient("un long mot de passe", a: nil))
  }

  @Test("quand trop de monde attend, le suivant l’apprend aussitôt")
  func affluence() async throws {
    let cout = try #require(PasswordHash.Cost(passes: 4, memoryBytes: 16 << 20))
    let coffre = Coffre(attente: 2, cout: cout)
    let issues = await withTaskGroup(of: Bool.self) { groupe in
      for _ in 0..<12 {
        groupe.addTask { (try? await coffre.hacher("un long mot de passe")) != nil }
      }
      return await groupe.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(issues.contains(true))
    #expect(issues.contains(false))
    #expect(try await coffre.convient("x", a: coffre.hacher("x")))
  }

  @Test("un code se recopie sans souci de casse ni de groupes")
  func code() throws {
    let coffre = try coffre()
    let code = coffre.code()
    #expect(code.texte.count == 19)
    #expect(coffre.empreinte(code: code.texte.lowercased()) == code.empreinte)
    #expect(coffre.empreinte(code: code.texte.filter { $0 != "-" } + " ") == code.empreinte)
    #expect(coffre.code().texte != code.texte)
    #expect(coffre.empreinte(code.texte) != code.empreinte)
  }
}
