import Foundation
import JSON
import Testing

@testable import delibere

/// What a command wrote and answered.
struct Resultat {
  var sortie = ""
  var erreurs = ""
  var code = CodeDeSortie.succes

  init(_ mots: String...) {
    self.init(mots)
  }

  init(_ mots: [String]) {
    let ecrit = Ecrit()
    code = Commandes.racine.run(
      mots,
      Console(print: { ecrit.sortie += $0 }, printError: { ecrit.erreurs += $0 }),
    )
    sortie = ecrit.sortie.replacing("\u{A0}", with: " ")
    erreurs = ecrit.erreurs.replacing("\u{A0}", with: " ")
  }

  private final class Ecrit {
    var sortie = ""
    var erreurs = ""
  }
}

let racine = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

func exemple(_ nom: String) -> String {
  let dossier =
    nom.hasSuffix(".json") ? "Sources/Adapters/Echanges/Donnees/maquettes" : "Exemples/maquettes"
  return racine.appending(path: "\(dossier)/\(nom)").path
}

@Suite("Ligne de commande")
struct LigneTests {
  @Test("sans commande, l’aide est montrée et le code dit l’usage")
  func showsHelp() {
    #expect(Resultat().code == .usage)
    #expect(Resultat().sortie == Resultat("--help").sortie)
    #expect(Resultat("--help").code == .succes)
  }

  @Test(
    "l’aide de chaque commande nomme ses options",
    arguments: ["lire", "verifier", "exporter", "afficher"],
  )
  func helpsEachCommand(nom: String) {
    let aide = Resultat("maquette", nom, "--help")
    #expect(aide.code == .succes)
    #expect(aide.sortie.contains("delibere maquette \(nom) FICHIER"))
    #expect(aide.sortie.contains("--format table|json"))
    #expect(aide.sortie.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test("toute l’aide est celle du fichier gardé")
  func keepsHelp() throws {
    let maquette = ["lire", "verifier", "exporter", "afficher", "deposer"].map {
      ["maquette", $0]
    }
    let autres = ["dossier", "deliberer", "expliquer", "simuler", "generer", "regles"].map { [$0] }
    let base = ["creer", "migrer", "sauvegarder", "restaurer", "verifier", "demonstration"].map {
      ["base", $0]
    }
    let journal = ["verifier", "exporter", "tete"].map { ["journal", $0] }
    let releves = [
      ["etudiants"], ["etudiants", "importer"], ["notes"], ["notes", "feuille"],
      ["notes", "importer"], ["notes", "saisir"],
    ]
    let structure = [
      ["compte"], ["compte", "creer"], ["compte", "code"], ["compte", "jeton"], ["annee"],
      ["annee", "ouvrir"],
      ["departement"],
      ["departement", "creer"], ["formation"], ["formation", "creer"], ["reglement"],
      ["reglement", "adopter"], ["promotion"], ["promotion", "creer"], ["promotion", "lister"],
      ["evaluation"], ["evaluation", "creer"], ["evaluation", "lister"],
      ["evaluation", "publier"], ["evaluation", "verrouiller"],
    ]
    let pages =
      [[], ["maquette"]] + maquette + autres + [["base"]] + base + structure + releves
      + [["journal"]] + journal
      + [["documents"], ["documents", "editer"], ["documents", "confirmer"]]
      + [["calendrier"]]
      + ["resoudre", "valider", "expliquer", "convertir", "inventer", "dessiner"]
      .map { ["calendrier", $0] }
      + [["courrier"], ["courrier", "essayer"], ["courrier", "etat"], ["servir"]]
    let aide = pages.map { Resultat($0 + ["--help"]).sortie }.joined(separator: "\n————\n\n")
    let gardee = racine.appending(path: "Tests/delibereTests/Gardes/aide.txt")
    #expect(aide == (try String(contentsOf: gardee, encoding: .utf8)))
  }

  @Test(
    "une faute de frappe est nommée et un mot proche proposé",
    arguments: [
      (["maquete"], "vouliez-vous dire « maquette » ?"),
      (["maquette", "verfier", "x"], "« verifier »"),
      (["maquette", "lire"], "il manque FICHIER"),
      (["maquette", "lire", "x", "--fromat", "json"], "« format »"),
      (["maquette", "lire", "x", "--format"], "attend une valeur"),
      (["maquette", "lire", "x", "--format=xml"], "table, json attendu"),
      (["maquette", "exporter", "x", "y"], "« y » est de trop"),
      (["maquette", "verifier", "x", "--strict=non"], "n’attend pas de valeur"),
    ],
  )
  func refusesMisuse(mots: [String], message: String) {
    let resultat = Resultat(mots)
    #expect(resultat.code == .usage)
    #expect(resultat.sortie.isEmpty)
    #expect(resultat.erreurs.contains(message))
  }
}

@Suite("Commandes de maquette")
struct CommandesDeMaquetteTests {
  @Test("verifier fait le bilan des deux feuilles")
  func verifies() {
    let resultat = Resultat(
      "maquette",
      "verifier",
      exemple("rt-iom-but2.txt"),
      exemple("mmi-but1.txt"),
    )
    #expect(resultat.code == .succes)
    #expect(
      resultat.sortie.hasSuffix(
        "Bilan : 543 chiffres recalculés, 543 concordent ; 0 erreur, 27 avertissements, "
          + "36 informations.\n"
      )
    )
    #expect(
      Resultat("maquette", "verifier", "--strict", exemple("mmi-but1.txt")).code == .erreursTrouvees
    )
  }

  @Test("une somme fausse donne le code 1 et la ligne du document")
  func findsWrongSum() throws {
    let texte = try String(contentsOfFile: exemple("rt-iom-but2.txt"), encoding: .utf8)
    let fichier = FileManager.default.temporaryDirectory.appending(path: "faux-\(UUID()).txt")
    defer { try? FileManager.default.removeItem(at: fichier) }
    try texte.replacing("campus 1 5 10 16 CC", with: "campus 1 5 10 17 CC")
      .write(to: fichier, atomically: true, encoding: .utf8)
    let resultat = Resultat("maquette", "verifier", fichier.path)
    #expect(resultat.code == .erreursTrouvees)
    #expect(
      resultat.sortie.contains(
        "\(fichier.path):41  S3 › UE31 › R301 › Total hors projet : imprimé 17, recalculé 16"
      )
    )
  }

  @Test(
    "les sorties pour programmes sont du JSON",
    arguments: ["lire", "verifier", "afficher", "exporter"],
  )
  func writesJSON(commande: String) throws {
    let resultat = Resultat("maquette", commande, "--format", "json", exemple("mmi-but1.txt"))
    #expect(resultat.code == .succes)
    _ = try JSONNode(parsing: resultat.sortie)
  }

  @Test("exporter écrit le fichier demandé, et le tableau à plat a une ligne par module")
  func exports() throws {
    let fichier = FileManager.default.temporaryDirectory.appending(path: "export-\(UUID()).json")
    defer { try? FileManager.default.removeItem(at: fichier) }
    #expect(
      Resultat("maquette", "exporter", exemple("mmi-but1.txt"), "--sortie", fichier.path).code
        == .succes
    )
    #expect(
      try Data(contentsOf: fichier) == Data(contentsOf: URL(filePath: exemple("mmi-but1.json")))
    )
    let tableau = Resultat("maquette", "exporter", "--format", "table", exemple("mmi-but1.txt"))
    #expect(tableau.sortie.split(separator: "\n").count == 1 + 56 + 23)
  }

  @Test("afficher montre les tableaux tels que gardés", arguments: ["rt-iom-but2", "mmi-but1"])
  func shows(nom: String) throws {
    let gardee = racine.appending(path: "Tests/delibereTests/Gardes/\(nom).txt")
    let resultat = Resultat("maquette", "afficher", exemple("\(nom).txt"))
    #expect(resultat.sortie == (try String(contentsOf: gardee, encoding: .utf8)))
  }

  @Test(
    "un fichier illisible est nommé, avec le code 3",
    arguments: [("absent.txt", "fichier introuvable"), (".", "c’est un dossier")],
  )
  func namesUnreadableFiles(chemin: String, message: String) {
    let resultat = Resultat("maquette", "lire", chemin)
    #expect(resultat.code == .fichier)
    #expect(resultat.erreurs.contains(message))
  }

  @Test("cent mégaoctets sont refusés sans être lus")
  func refusesHugeFile() throws {
    let fichier = FileManager.default.temporaryDirectory.appending(path: "enorme-\(UUID()).txt")
    defer { try? FileManager.default.removeItem(at: fichier) }
    #expect(FileManager.default.createFile(atPath: fichier.path, contents: nil))
    let handle = try FileHandle(forWritingTo: fichier)
    try handle.truncate(atOffset: 100_000_000)
    try handle.close()
    let resultat = Resultat("maquette", "verifier", fichier.path)
    #expect(resultat.code == .fichier)
    #expect(resultat.erreurs.contains("trop volumineux"))
  }

  @Test("un autre référentiel peut être donné, et sa faute est nommée")
  func takesAnotherReferentiel() {
    let resultat = Resultat(
      "maquette",
      "lire",
      exemple("mmi-but1.txt"),
      "--referentiel",
      exemple("mmi-but1.json"),
    )
    #expect(resultat.code == .fichier)
    #expect(resultat.erreurs.contains("mmi-but1.json:2:3"))
  }
}
