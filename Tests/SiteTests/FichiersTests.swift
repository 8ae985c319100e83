import HTTPServer
import Habillage
import Testing

@testable import Site

@Suite("Fichiers du site")
struct FichiersDuSiteTests {
  @Test("les pages trouvent les fichiers là où ils sont servis")
  func servis() {
    #expect(Fichiers.tous["delibere.css"] == Habillage.feuille)
    #expect(Fichiers.tous["favicon.svg"] == Habillage.icone)
  }
}
