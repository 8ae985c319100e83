import Echanges
import JSON
import Scolarite
import Testing
import Text

@Suite("Maquette écrite dans le dossier")
struct MaquetteDansLeDossierTests {
  /// Worked case W01 with its curriculum written in place of its name.
  private func dossier(_ changer: (String) -> String = { $0 }) throws -> [UInt8] {
    let maquette = String(decoding: try Exemples.octets("mmi-but1.json"), as: UTF8.self)
    let cas = try #require(try Cas.tous().first { $0.id == "W01" })
    let texte = cas.dossier.rendered().replacing("\"mmi-but1\"", with: changer(maquette))
    return Array(texte.utf8)
  }

  @Test("une maquette entière donne les mêmes résultats que son nom")
  func readsWholeMaquette() throws {
    let lu = try DossierJSON.read(try dossier(), Bibliotheque { _ in nil })
    guard case .but(let dossier) = lu.demande else {
      Issue.record("ce n’est pas un dossier de BUT")
      return
    }
    let resultats = Deliberation<SansPreuve>.resultats(dossier, lu.reglement)
    let code = try #require(CodeUE("UE11"))
    #expect(resultats.annees[0].finale.ues[code]?.moyenne?.valeur == Fraction(458, sur: 43))
  }

  @Test("deux UE d’un semestre ne peuvent être du même niveau de la même compétence (4.4)")
  func refusesTwoUEOfOneLevel() throws {
    let dossier = """
      { "format": "delibere/dossier/1", "etudiant": "essai", "profil": "but-national-2022",
        "annees": [{ "annee_universitaire": "2025-2026", "annee_but": 1, "maquette": { "ues": [
          { "code": "UE11", "competence": 1, "niveau": 1, "ects": 5 },
          { "code": "UE12", "competence": 1, "niveau": 1, "ects": 5 } ] },
          "semestres": [{ "numero": 1 }] }] }
      """
    let erreur = #expect(throws: DataFileError.self) {
      try DossierJSON.read(Array(dossier.utf8), Bibliotheque { _ in nil })
    }
    #expect(erreur?.position?.line == 4)
    #expect(erreur?.description.contains("UE12 et UE11 sont du même semestre") == true)
  }

  @Test("une maquette où une UE est écrite deux fois est refusée sans faire tomber le programme")
  func refusesDoubledUE() throws {
    let fautif = try dossier { $0.replacing("\"code\": \"UE12\"", with: "\"code\": \"UE11\"") }
    let erreur = #expect(throws: DataFileError.self) {
      try DossierJSON.read(fautif, Bibliotheque { _ in nil })
    }
    #expect(erreur?.description.contains("« UE11 » figure deux fois") == true)
  }
}
