import CSV
import Foundation
import JSON
import Testing

@testable import delibere

private let mmi = racine.appending(path: "Exemples/cohortes/mmi-but1").path
private let dossier = racine.appending(path: "Exemples/dossiers/annee-mmi.json").path

@Suite("Commandes de cohorte")
struct CohorteTests {
  @Test(
    "les textes sont ceux des fichiers gardés",
    arguments: [
      ("deliberer", ["deliberer", mmi]),
      ("deliberer-resume", ["deliberer", "--resume", "--marge", "1", mmi]),
      ("simuler-si", ["simuler", "--etudiant", "e002", "--si", "S1:abi=3", mmi]),
      ("simuler-si-passage", ["simuler", "--si", "UE24=5", "--si", "UE21=3", dossier]),
      ("simuler-pour", ["simuler", "--pour", "UE12", "--epreuves", "ue", dossier]),
      (
        "simuler-pour-notes",
        ["simuler", "--pour", "UE22", "--epreuves", "notes", "--etudiant", "e006", mmi],
      ),
      ("expliquer-ue", ["expliquer", "--ue", "UE12", mmi]),
    ],
  )
  func keepsTexts(nom: String, mots: [String]) throws {
    let gardee = racine.appending(path: "Tests/delibereTests/Gardes/\(nom).txt")
    let resultat = Resultat(mots)
    #expect(resultat.code == .succes)
    #expect(resultat.erreurs.isEmpty)
    #expect(resultat.sortie == (try String(contentsOf: gardee, encoding: .utf8)))
  }

  @Test(
    "les phrases tiennent en cent colonnes",
    arguments: [
      ["simuler", "--etudiant", "e002", "--si", "R103=20", "--si", "S1:abi=0", mmi],
      ["simuler", "--pour", "passage", "--epreuves", "notes", "--etudiant", "e004", mmi],
      ["simuler", "--pour", "annee", dossier], ["simuler", "--pour", "C4", dossier],
      ["simuler", "--si", "UE14=12", "--pour", "UE12", "--epreuves", "ue", dossier],
      ["expliquer", "--etudiant", "e002", mmi], ["expliquer", "--etudiant", "e005", mmi],
      ["expliquer", "--etudiant", "Fragon", "--sur", "S3", mmi],
      ["expliquer", "--ue", "UE25", mmi],
    ],
  )
  func staysNarrow(mots: [String]) {
    let resultat = Resultat(mots)
    #expect(resultat.code == .succes)
    #expect(resultat.sortie.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test("l’explication d’un étudiant porte son nom, et une UE seule s’y demande de deux façons")
  func explainsOneStudent() {
    let parUE = Resultat("expliquer", "--etudiant", "e002", "--ue", "UE13", mmi)
    #expect(parUE.sortie.hasPrefix("e002 (Noé Bruyère), MMI, première année, 2025-2026\n"))
    #expect(parUE.sortie.contains("L’UE13 est acquise par compensation."))
    #expect(!parUE.sortie.contains("L’UE12"))
    let nomme = Resultat("expliquer", "--etudiant", "noe bruyere", "--sur", "UE13", mmi)
    #expect(nomme.sortie == parUE.sortie)
    let absente = Resultat("expliquer", "--etudiant", "e002", "--ue", "UE99", mmi)
    #expect(absente.code == .fichier)
    #expect(absente.erreurs.contains("« UE99 » n’est pas une UE de la maquette"))
  }

  @Test("le JSON a les étudiants, les statistiques et ce qu’il faut voir")
  func writesJSON() throws {
    let resultat = Resultat("deliberer", "--format", "json", mmi)
    #expect(resultat.code == .succes)
    let json = try JSONNode(parsing: resultat.sortie)
    #expect(Self.liste(json, "etudiants").count == 6)
    #expect(Self.liste(json, "a_voir").count == 3)
    guard case .object(let statistiques)? = Self.membre(json, "statistiques") else {
      Issue.record("les statistiques manquent")
      return
    }
    #expect(statistiques.count == 10)
  }

  private static func membre(_ json: JSONNode, _ nom: String) -> JSONNode.Content? {
    guard case .object(let membres) = json.value else { return nil }
    return membres.first { $0.key == nom }?.node.value
  }

  private static func liste(_ json: JSONNode, _ nom: String) -> [JSONNode] {
    guard case .array(let elements)? = membre(json, nom) else { return [] }
    return elements
  }

  @Test("le tableur a une ligne par étudiant, de la largeur de l’en-tête")
  func writesCSV() throws {
    let resultat = Resultat("deliberer", "--format", "csv", mmi)
    #expect(resultat.code == .succes)
    var lecteur = try CSVReader(Array(resultat.sortie.utf8))
    #expect(lecteur.separator == UInt8(ascii: ";"))
    let entete = lecteur.cellules
    #expect(entete.first == "etudiant")
    #expect(entete.last == "a_voir")
    var lignes: [[String]] = []
    while try lecteur.advance() { lignes.append(lecteur.cellules) }
    #expect(lignes.map(\.first) == (1...6).map { "e00\($0)" })
    #expect(lignes.allSatisfy { $0.count == entete.count })
    let noe = Dictionary(uniqueKeysWithValues: zip(entete, lignes[1]))
    #expect(noe["UE13"] == "9,85")
    #expect(noe["UE13 code"] == "CMP")
    #expect(noe["malus"] == "S1 0,4")
    #expect(noe["passage"] == "S3")
  }

  @Test("un autre règlement et une autre maquette se demandent")
  func takesAnotherProfile() {
    let national = Resultat("deliberer", "--profil", "but-national-2022", mmi)
    #expect(national.sortie.contains("règlement « but-national-2022 »"))
    #expect(!national.sortie.contains("S1 : 0,4"))
    #expect(Resultat("deliberer", mmi).sortie.contains("S1 : 0,4"))
    let absent = Resultat("deliberer", "--profil", "nulle-part", mmi)
    #expect(absent.code == .fichier)
    #expect(absent.erreurs.contains("nulle-part"))
  }
}

@Suite("Commandes de cohorte mal employées")
struct CohorteFautiveTests {
  @Test(
    "une ligne de commande fautive est nommée, avec le code 2",
    arguments: [
      (["deliberer"], "il manque COHORTE"),
      (["deliberer", mmi, mmi], "est de trop"),
      (["deliberer", mmi, "--format", "xml"], "table, json, csv attendu"),
      (["deliberer", mmi, "--format", "json", "--format", "csv"], "est écrite deux fois"),
      (["deliberer", mmi, "--marge", "20,01"], "un nombre de points de 0 à 20"),
      (["deliberer", mmi, "--marge", "-0,1"], "un nombre de points de 0 à 20"),
      (["deliberer", mmi, "--marge", "peu"], "un nombre de points de 0 à 20"),
      (["deliberer", mmi, "--marg", "1"], "vouliez-vous dire « marge » ?"),
      (["expliquer", mmi], "il manque « --etudiant » ou « --ue »"),
      (["expliquer", mmi, "--sur", "S3"], "il manque « --etudiant » ou « --ue »"),
      (["simuler", dossier], "il manque « --si » (une hypothèse) ou « --pour »"),
      (["simuler", mmi, "--si", "R101=12"], "il manque « --etudiant »"),
      (["simuler", dossier, "--pour", "S3"], "« UE12 », « C2 », « passage » ou « annee »"),
      (["simuler", dossier, "--pour", "UE12", "--pas", "0,3"], "qui divise 20"),
      (["simuler", dossier, "--pour", "UE12", "--pas", "0"], "qui divise 20"),
      (["simuler", dossier, "--pour", "UE12", "--pas", "0,001"], "qui divise 20"),
      (["simuler", dossier, "--pour", "UE12", "--pas", "40"], "qui divise 20"),
      (["simuler", dossier, "--pour", "UE12", "--pour", "UE14"], "est écrite deux fois"),
      (["simuler", dossier, "--si", "UE12"], "une hypothèse s’écrit « R103=11 »"),
      (["simuler", dossier, "--si", "R103/=11"], "il manque un nom"),
      (["simuler", dossier, "--si", "UE12=11", "--etudiant", "e1"], "ne va qu’avec une cohorte"),
      (["simuler", dossier, "--si", "UE12=11", "--profil", "x"], "ne va qu’avec une cohorte"),
      (["generer"], "il manque DOSSIER"),
      (["generer", "x", "--etudiants", "0"], "un nombre de 1 à 100000"),
      (["generer", "x", "--graine", "abc"], "« --graine abc »"),
      (["generer", "x", "--but", "4"], "un nombre de 1 à 3"),
      (["generer", "x", "--annee", "1999"], "un nombre de 2003 à 2099"),
    ],
  )
  func refusesMisuse(mots: [String], message: String) {
    let resultat = Resultat(mots)
    #expect(resultat.code == .usage)
    #expect(resultat.sortie.isEmpty)
    #expect(resultat.erreurs.contains(message))
  }

  @Test(
    "ce que les fichiers n’ont pas est nommé, avec le code 3",
    arguments: [
      (["deliberer", "/nulle/part"], "/nulle/part/cohorte.json : ce fichier manque"),
      (["expliquer", mmi, "--etudiant", "e07"], "aucun étudiant « e07 »"),
      (["expliquer", mmi, "--etudiant", "e04"], "vouliez-vous dire « e004 » ?"),
      (["expliquer", mmi, "--ue", "UE19"], "« UE19 » n’est pas une UE de la maquette"),
      (["expliquer", mmi, "--ue", "UE1"], "vouliez-vous dire « UE11 » ?"),
      (
        ["simuler", mmi, "--etudiant", "Bruyere", "--si", "R999=12"],
        "« R999 » n’est pas un module",
      ),
      (["simuler", "/nulle/part.json", "--si", "UE12=11"], "/nulle/part.json"),
      (["simuler", dossier, "--pour", "UE19"], "« UE19 » n’est pas dans l’année"),
      (["simuler", dossier, "--pour", "C9"], "« C9 » n’est pas dans l’année"),
      (["simuler", dossier, "--si", "R101=12"], "supposez la moyenne d’une UE"),
      (["generer", "/nulle/part", "--maquette", "absente"], "absente"),
      (["generer", "/nulle/part", "--but", "2"], "n’est pas celle de l’année 2"),
    ],
  )
  func namesWhatIsMissing(mots: [String], message: String) {
    let resultat = Resultat(mots)
    #expect(resultat.code == .fichier)
    #expect(resultat.sortie.isEmpty)
    #expect(resultat.erreurs.contains(message))
  }

  @Test("une note fautive est nommée avec son fichier, sa ligne et sa colonne")
  func namesTheCell() throws {
    try Self.avecUneCopie { copie in
      let notes = copie.appending(path: "notes.csv")
      let texte = try String(contentsOf: notes, encoding: .utf8)
      try texte.replacing("e002;11,75;10,5;", with: "e002;11,75;24;")
        .write(to: notes, atomically: true, encoding: .utf8)
      for commande in [
        ["deliberer"], ["expliquer", "--ue", "UE12"], ["simuler", "--si", "R101=1"],
      ] {
        let etudiant = commande[0] == "simuler" ? ["--etudiant", "e002"] : []
        let resultat = Resultat(commande + etudiant + [copie.path])
        #expect(resultat.code == .fichier)
        #expect(resultat.sortie.isEmpty)
        #expect(resultat.erreurs.contains("\(copie.path)/notes.csv:3:12"))
        #expect(resultat.erreurs.contains("24"))
      }
    }
  }

  private static func avecUneCopie(_ essai: (URL) throws -> Void) throws {
    let copie = FileManager.default.temporaryDirectory.appending(path: "cohorte-\(UUID())")
    try FileManager.default.copyItem(atPath: mmi, toPath: copie.path)
    defer { try? FileManager.default.removeItem(at: copie) }
    try essai(copie)
  }

  @Test("deux étudiants du même nom sont nommés plutôt que confondus")
  func namesHomonyms() throws {
    try Self.avecUneCopie { copie in
      let fichier = copie.appending(path: "etudiants.csv")
      let texte = try String(contentsOf: fichier, encoding: .utf8)
      try texte.replacing("e003;Cardère", with: "e003;Bruyère")
        .write(to: fichier, atomically: true, encoding: .utf8)
      let resultat = Resultat("expliquer", "--etudiant", "Bruyère", copie.path)
      #expect(resultat.code == .fichier)
      #expect(resultat.erreurs.contains("plusieurs étudiants se nomment « Bruyère » : e002, e003"))
      #expect(Resultat("expliquer", "--etudiant", "Noé Bruyère", copie.path).code == .succes)
    }
  }
}

@Suite("Commande generer")
struct GenererTests {
  @Test("une graine donne toujours les mêmes fichiers, une autre en donne d’autres")
  func isReproducible() throws {
    let base = FileManager.default.temporaryDirectory.appending(path: "generer-\(UUID())")
    try FileManager.default.createDirectory(at: base, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: base) }
    var contenus: [[String: Data]] = []
    for (rang, graine) in ["7", "7", "8"].enumerated() {
      let sortie = base.appending(path: "\(rang)").path
      let resultat = Resultat("generer", sortie, "--etudiants", "2", "--graine", graine)
      #expect(resultat.code == .succes)
      #expect(resultat.sortie.hasPrefix("\(sortie) : 2 étudiants, "))
      let noms = try FileManager.default.contentsOfDirectory(atPath: sortie)
      contenus.append(
        Dictionary(
          uniqueKeysWithValues: try noms.map {
            ($0, try Data(contentsOf: URL(filePath: "\(sortie)/\($0)")))
          }
        )
      )
      #expect(Resultat("deliberer", sortie).code == .succes)
    }
    #expect(contenus[0] == contenus[1])
    #expect(contenus[0]["notes.csv"] != contenus[2]["notes.csv"])
  }
}

extension CSVReader {
  fileprivate var cellules: [String] { (0..<count).map { text($0) } }
}
