import Foundation
import JSON
import Testing

@testable import delibere

@Suite("Commande dossier")
struct DossierTests {
  private let dossier = racine.appending(path: "Exemples/dossiers/annee-mmi.json").path

  @Test("le texte donne les UE, les regroupements, le passage et ce que le jury doit voir")
  func tells() {
    let resultat = Resultat("dossier", dossier)
    #expect(resultat.code == .succes)
    #expect(resultat.sortie.contains("UE13   8,70    0,2    0,5     9,00  CMP   compensation"))
    #expect(resultat.sortie.contains("Passage en S3 : autorisé"))
    #expect(resultat.sortie.contains("Session 2 ouverte pour : UE12, UE14, UE24"))
    #expect(resultat.sortie.contains("base CFVU non enregistrée"))
    #expect(!resultat.sortie.contains("Pourquoi"))
  }

  @Test(
    "les motifs d’une UE citent l’article, la règle, le calcul et ce qui changerait le résultat"
  )
  func explains() {
    let resultat = Resultat("dossier", "--preuves", "--sur", "UE14", dossier)
    #expect(resultat.sortie.contains("UE14 : non acquise — arrêté BUT, annexe 1, point 4.3"))
    #expect(resultat.sortie.contains("Calcul : 7,3 ≥ 10 → non"))
    #expect(resultat.sortie.contains("Changerait : il manque 2,70 points à la moyenne de l’UE"))
    #expect(!resultat.sortie.contains("UE12 : acquise"))
  }

  @Test("les explications parlent à l’étudiant, sur le sujet demandé, en lignes courtes")
  func tellsTheStudent() {
    let resultat = Resultat("dossier", "--expliquer", "--sur", "UE13", dossier)
    let lignes = resultat.sortie.split(separator: "\n")
    #expect(lignes.contains("L’UE13 est acquise par compensation."))
    #expect(lignes.contains { $0.hasPrefix("[programme national du BUT, annexe 1, point 4.4]") })
    #expect(resultat.sortie.contains("(9,00 + 11,10) ÷ 2 = 10,05"))
    #expect(!resultat.sortie.contains("Données :"))
    #expect(!resultat.sortie.contains("L’UE12 "))
    #expect(lignes.allSatisfy { $0.count <= 92 })
  }

  @Test("après la session 2, seul ce qu’elle a changé est raconté")
  func tellsWhatChanged() throws {
    let sortie = Resultat("dossier", "--expliquer", dossier).sortie
    let suite = try #require(sortie.range(of: "ce que la session 2 a changé"))
    let apres = sortie[suite.upperBound...]
    #expect(apres.contains("L’UE12 est acquise.\n"))
    #expect(!apres.contains("L’UE11 est acquise.\n"))
    #expect(sortie.ranges(of: "L’UE11 est acquise.\n").count == 1)
    #expect(sortie.ranges(of: "les UE que le sport augmente").count == 1)
    #expect(sortie.split(separator: "\n").allSatisfy { $0.count <= 92 })
  }

  @Test("un sujet absent est nommé, et les explications refusent le JSON")
  func refusesWrongRequests() {
    #expect(
      Resultat("dossier", "--expliquer", "--sur", "UE99", dossier).sortie
        .hasSuffix("Aucun résultat ne porte sur « UE99 ».\n")
    )
    let json = Resultat("dossier", "--expliquer", "--format", "json", dossier)
    #expect(json.code == .usage)
    #expect(json.erreurs.contains("--preuves"))
  }

  @Test("le JSON porte les mêmes résultats, et les preuves si on les demande")
  func writesJSON() throws {
    let nu = Resultat("dossier", "--format", "json", dossier)
    let motive = Resultat("dossier", "--format", "json", "--preuves", dossier)
    _ = try JSONNode(parsing: nu.sortie)
    _ = try JSONNode(parsing: motive.sortie)
    #expect(!nu.sortie.contains("\"preuves\""))
    #expect(motive.sortie.contains("\"regle\": \"acquisition\""))
  }

  @Test("un dossier fautif est refusé avec sa ligne, et le code 3")
  func refuses() throws {
    let texte = try String(contentsOfFile: dossier, encoding: .utf8)
    let fichier = FileManager.default.temporaryDirectory.appending(path: "dossier-\(UUID()).json")
    defer { try? FileManager.default.removeItem(at: fichier) }
    try texte.replacing("\"UE11\": \"10.4\"", with: "\"UE11\": \"24\"")
      .write(to: fichier, atomically: true, encoding: .utf8)
    let resultat = Resultat("dossier", fichier.path)
    #expect(resultat.code == .fichier)
    #expect(resultat.erreurs.contains(":18:21"))
    #expect(resultat.erreurs.contains("lu \"24\", attendu : une moyenne de 0 à 20"))
  }

  @Test("le catalogue a une page par règle, et la conformité compte les exigences")
  func publishesRules() throws {
    let pages = FileManager.default.temporaryDirectory.appending(path: "pages-\(UUID())")
    try FileManager.default.createDirectory(at: pages, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: pages) }
    let exigences = racine.appending(path: "docs/exigences.json").path
    let resultat = Resultat("regles", "--sortie", pages.path, "--exigences", exigences)
    #expect(resultat.sortie.hasPrefix("175 exigences"))
    let noms = try FileManager.default.contentsOfDirectory(atPath: pages.path)
    #expect(noms.contains("regle-compensation.md"))
    #expect(noms.contains("Conformite.md"))
  }
}
