import Testing

@testable import Scolarite

@Suite("Identifiants de la maquette")
struct IdentifiantsTests {
  @Test(
    "un code d’UE nomme semestre et compétence",
    arguments: [
      ("UE31", 3, 1), ("UE 32", 3, 2), ("UE1.5", 1, 5), ("ue64", 6, 4), ("UE512", 5, 12),
    ],
  )
  func readsUE(text: String, semestre: Int, competence: Int) throws {
    let code = try #require(CodeUE(text))
    #expect(code.semestre?.valeur == semestre)
    #expect(code.competence == competence)
  }

  @Test(
    "ce qui n’est pas un code d’UE est refusé",
    arguments: ["UE", "UE3", "UE31a", "31", "UE1234"],
  )
  func refusesUE(text: String) { #expect(CodeUE(text) == nil) }

  @Test(
    "un code de module garde sa forme imprimée et a une forme canonique",
    arguments: [
      ("Saé 3.IOM.03", "SAE3.IOM.03", false), ("SAE101", "SAE101", true), ("R301", "R301", true),
      ("Saé4.IOMr.stage", "SAE4.IOMR.STAGE", false),
    ],
  )
  func canonises(imprime: String, canonique: String, estCanonique: Bool) throws {
    let code = try #require(CodeModule(imprime))
    #expect(code.imprime == imprime)
    #expect(code.canonique == canonique)
    #expect(code.estCanonique == estCanonique)
  }

  @Test("semestres, années et niveaux ont leurs bornes")
  func bounds() {
    #expect((-1...8).compactMap { NumeroSemestre($0)?.valeur } == [1, 2, 3, 4, 5, 6])
    #expect((1...6).compactMap { NumeroSemestre($0)?.annee.valeur } == [1, 1, 2, 2, 3, 3])
    #expect((0...4).compactMap { Niveau($0)?.valeur } == [1, 2, 3])
    #expect(AnneeBUT(0) == nil)
    #expect(AnneeBUT(3)?.creditsCumules == 180)
  }
}
