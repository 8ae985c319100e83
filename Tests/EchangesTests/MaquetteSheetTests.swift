import Echanges
import Files
import Foundation
import JSON
import Scolarite
import Testing
import Text

@Suite("Lire les feuilles de maquette")
struct MaquetteSheetTests {
  @Test("chaque feuille d’exemple donne la maquette transcrite", arguments: Exemples.noms)
  func readsExamples(nom: String) throws {
    let attendue = try MaquetteJSON.read(
      try Exemples.octets("\(nom).json"),
      referentiel: .embarque(),
    )
    #expect(try Exemples.lecture(nom).maquette == attendue.maquette)
  }

  @Test("les 543 chiffres d’heures et de coefficients imprimés concordent")
  func recomputesEveryFigure() throws {
    let bilans = try Exemples.noms.map { try Exemples.lecture($0).rapport().bilanDesChiffres }
    #expect(bilans.map(\.sur).reduce(0, +) == 543)
    #expect(bilans.map(\.concordent).reduce(0, +) == 543)
    for nom in Exemples.noms {
      let credits = try Exemples.lecture(nom).rapport().bilanDesCredits
      #expect(credits.sur == 14)
      #expect(credits.concordent == 14)
    }
  }

  @Test("le niveau vient du référentiel, non de l’année (A5)")
  func takesLevelsFromReferentiel() throws {
    let maquette = try Exemples.lecture("rt-iom-but2").maquette
    #expect(maquette.semestres[0].ues.map(\.niveau.valeur) == [2, 2, 2, 1, 1])
    #expect(maquette.rcues.map(\.ues.count) == [2, 2, 2, 2, 2])
  }

  @Test("les colonnes absentes de R219 sont placées par le total du pôle et restent vides")
  func placesMissingColumns() throws {
    let ue = try Exemples.lecture("mmi-but1").maquette.semestres[1].ues[2]
    let ppp = try #require(ue.ressources.last)
    #expect(ppp.code.imprime == "R219")
    #expect(ppp.chiffres == Chiffres([.td: 1, .total: 1, .coef: try #require(Decimale("0,5"))]))
  }

  @Test(
    "chaque défaut relevé dans les documents est signalé à sa place",
    arguments: [
      ("rt-iom-but2", "S3 › UE31", "30,0 %"), ("rt-iom-but2", "S3 › UE32", "29,4 %"),
      ("rt-iom-but2", "S3 › UE33", "28,6 %"), ("rt-iom-but2", "S3 › UE34", "73,0 %"),
      ("rt-iom-but2", "S4 › UE42", "32,2 %"), ("rt-iom-but2", "S4 › UE44", "71,2 %"),
      ("rt-iom-but2", "S4 › UE45", "71,2 %"), ("rt-iom-but2", "S3 › UE33 › R310", "type"),
      ("rt-iom-but2", "S3 › UE31 › Saé3.Portefolio › Coeff", "4 h encadrées"),
      ("rt-iom-but2", "en-tête › ECTS", "120 ECTS"),
      ("rt-iom-but2", "en-tête", "UNIVERSIATIRE"),
      ("rt-iom-but2", "S4 › UE43 › Saé4.IOMr.stage", "« Saé4.IOM.stage »"),
      ("rt-iom-but2", "S3 › UE31 › Saé 302", "SAE302"),
      ("rt-iom-but2", "S3 › UE31 › Saé3.Portefolio", "« Portfolio »"),
      ("rt-iom-but2", "S3 › UE34 › compétence", "infrastrutures"),
      ("rt-iom-but2", "total de l’année", "niveau 1 et 2"),
      ("rt-iom-but2", "S3 › total semestre", "« CC »"),
      ("rt-iom-but2", "S3 › UE35 › R3.IOM.17 › Coeff", "17 pour 8 h"),
      ("rt-iom-but2", "S4 › Coeff", "100 sur 300"), ("rt-iom-but2", "ECTS", "divisé par dix"),
      ("mmi-but1", "Coeff", "de 12,5 à 31,5"), ("mmi-but1", "S2 › UE23 › R219 › CM", "imprimé"),
      ("mmi-but1", "S2 › UE23 › R219 › TP", "imprimé"),
      ("mmi-but1", "S1 › UE15 › SAE110 › Coeff", "6 h encadrées, 4 h de projet"),
      ("mmi-but1", "S1 › UE12 › R105", "« Stratégies de communication »"),
      ("mmi-but1", "S2 › UE21 › total UE", "deux fois"),
      ("mmi-but1", "S1 › UE11 › compétence", "absent"),
      ("mmi-but1", "S2 › UE25 › compétence", "absent"),
      ("mmi-but1", "S1 › UE15 › ECTS", "UE11 en donne 5 pour 75,5 h"),
    ],
  )
  func reportsFaults(nom: String, lieu: String, extrait: String) throws {
    let lecture = try Exemples.lecture(nom)
    let constats = lecture.constats + lecture.rapport().constats
    let trouves = constats.filter {
      $0.lieu.description == lieu && $0.nature.phrase.contains(extrait)
    }
    #expect(trouves.count == 1)
    #expect(trouves.allSatisfy { $0.gravite != .erreur })
  }

  @Test("les dix lignes de portfolio de MMI n’ont pas de type d’évaluation")
  func countsMissingTypes() throws {
    let constats = try Exemples.lecture("mmi-but1").rapport().constats
    #expect(constats.count { $0.nature == .typeEvaluationManquant } == 10)
  }

  @Test("les poids de MMI sont dans les bornes, UE21 exactement à 40 %")
  func keepsBoundsInclusive() throws {
    let maquette = try Exemples.lecture("mmi-but1").maquette
    #expect(maquette.semestres[1].ues[0].poidsSAE == Fraction(2, sur: 5))
    let constats = try Exemples.lecture("mmi-but1").rapport().constats
    #expect(!constats.contains { if case .poidsHorsBornes = $0.nature { true } else { false } })
  }

  @Test("chaque ligne de la maquette sait où elle est imprimée")
  func keepsPositions() throws {
    let texte = try Exemples.texte("rt-iom-but2").split(
      separator: "\n",
      omittingEmptySubsequences: false,
    )
    let lecture = try Exemples.lecture("rt-iom-but2")
    for (lieu, module) in lecture.maquette.modulesSitues {
      let position = try #require(lecture.positions[lieu])
      #expect(texte[position.line - 1].contains(module.code.imprime))
    }
  }
}

/// Where the texts that the project implements may lie, beside the repository.
private let dossierDesTextes = Exemples.racine.deletingLastPathComponent().appending(path: "shared")

/// The whole sheets and their transcriptions, where they lie beside the repository.
@Suite(
  "Feuilles entières",
  .enabled(if: FileManager.default.fileExists(atPath: dossierDesTextes.path)),
)
struct FeuillesEntieresTests {
  @Test(
    "la feuille entière donne sa transcription, champ par champ",
    arguments: [
      ("002_8761a8706f82aa03.txt", "maquette_rt_iom_but2.json", []),
      // The transcription has a type of assessment on the total of S1 that the text does not print.
      (
        "004_a2baf35fc4336fb9.txt", "maquette_mmi_but1.json",
        ["semestres[0].total_imprime.type_eval"],
      ),
    ] as [(String, String, [String])],
  )
  func matchesTranscription(feuille: String, transcription: String, exceptions: [String]) throws {
    let texte = try readFile(
      dossierDesTextes.appending(path: "sources/\(feuille)").path,
      limit: 1_000_000,
    )
    let lecture = try MaquetteSheet.read(texte, source: feuille, referentiel: .embarque())
    let attendu = try readFile(
      dossierDesTextes.appending(path: "reglement/maquettes/\(transcription)").path,
      limit: 1_000_000,
    )
    let attendus = Champs(try JSONNode(parsing: String(decoding: attendu, as: UTF8.self)))
    let lus = Champs(MaquetteJSON.encode(lecture.maquette))
    #expect(attendus.valeurs.count > 600)
    let differents = Set(attendus.valeurs.keys).union(lus.valeurs.keys).filter {
      attendus.valeurs[$0] != lus.valeurs[$0]
    }
    #expect(differents.sorted() == exceptions)
  }
}

/// Every leaf of a JSON value by its path; `null` and absent are the same.
struct Champs {
  private(set) var valeurs: [String: String] = [:]

  init(_ node: JSONNode) { add(node, "") }

  private mutating func add(_ node: JSONNode, _ chemin: String) {
    switch node.value {
    case .object(let members):
      for member in members {
        add(member.node, chemin.isEmpty ? member.key : "\(chemin).\(member.key)")
      }
    case .array(let nodes):
      for (index, element) in nodes.enumerated() { add(element, "\(chemin)[\(index)]") }
    case .null: break
    case .string(let text): valeurs[chemin] = text
    case .bool, .number: valeurs[chemin] = node.rendered()
    }
  }
}
