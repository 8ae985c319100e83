import Echanges
import JSON
import Scolarite
import Testing

/// One year of a student in Swift values; what a test does not say keeps a plain default.
struct AnneeDEssai: Sendable {
  /// The calendar year in which it starts.
  var debut = 2025
  var but = 1
  var statut: String?
  /// UE → raw average, or an equivalence.
  var moyennes: [String: JSONNode] = [:]
  /// UE → module → coefficient.
  var modules: [String: [String: JSONNode]] = [:]
  /// UE of the curriculum of which nothing is known.
  var autres: [String] = []
  /// Semester → module → entry, or list of tests.
  var notes: [Int: [String: JSONNode]] = [:]
  var absences: [Int: JSONNode] = [:]
  var statuts: [Int: String] = [:]
  /// The semesters that have an « avis contraire ».
  var avis: Set<Int> = []
  var volumes: [String: JSONNode] = [:]
  /// Competence → level; the year of the BUT by default.
  var niveaux: [Int: Int] = [:]
  /// UE → credits; 5 by default.
  var ects: [String: JSONNode] = [:]
  var coefficients: [String: JSONNode] = [:]
  /// A curriculum that replaces the one deduced from the UE.
  var maquette: JSONNode?
  /// The semesters as written, in that order; those of the UE by default.
  var semestres: [Int]?
  var bonus: JSONNode?
  var session2: JSONNode?
  var decisions: [(sur: String, code: String)] = []
}

extension AnneeDEssai {
  /// UE of both semesters, one pair for each competence; « x » is a UE without any mark.
  static func rcues(_ paires: [(String, String)], but: Int = 1) -> AnneeDEssai {
    var annee = AnneeDEssai(debut: 2024 + but, but: but)
    for (rang, paire) in paires.enumerated() {
      for (semestre, moyenne) in [(2 * but - 1, paire.0), (2 * but, paire.1)] {
        let code = "UE\(semestre)\(rang + 1)"
        if moyenne == "x" {
          annee.autres.append(code)
        } else {
          annee.moyennes[code] = .string(moyenne)
        }
      }
    }
    return annee
  }

  private var codes: [String] { Set(moyennes.keys).union(modules.keys).union(autres).sorted() }

  private static func semestre(_ code: String) -> Int {
    code.dropFirst(2).first?.wholeNumberValue ?? 0
  }

  var json: JSONNode {
    let numeros = semestres ?? Set(codes.map(Self.semestre)).sorted()
    var membres: [String: JSONNode] = [
      "annee_universitaire": .string("\(debut)-\(debut + 1)"),
      "annee_but": .number("\(but)"),
      "semestres": .array(numeros.map(semestre)),
      "decisions": .array(decisions.map { decision($0.sur, $0.code) }),
    ]
    membres["statut"] = statut.map { .string($0) }
    membres["maquette"] = maquette ?? programme
    membres["bonus"] = bonus
    membres["session2"] = session2
    return .objet(membres)
  }

  private var programme: JSONNode {
    ["ues": .array(codes.map(ue)), "volumes": .objet(volumes)]
  }

  private func decision(_ sur: String, _ code: String) -> JSONNode {
    let objet: JSONNode = ["sur": .string(sur), "code": .string(code)]
    return objet.avec(acte("jury"))
  }

  private func acte(_ auteur: String) -> JSONNode {
    ["auteur": .string(auteur), "date": .string("\(debut + 1)-07-03"), "motif": "délibération"]
  }

  private func ue(_ code: String) -> JSONNode {
    let competence = Int(code.dropFirst(3)) ?? 0
    var ue: [String: JSONNode] = [
      "code": .string(code),
      "competence": .number("\(competence)"),
      "niveau": .number("\(niveaux[competence] ?? but)"),
      "ects": ects[code] ?? "5",
    ]
    ue["coefficient"] = coefficients[code]
    ue["modules"] = modules[code].map(JSONNode.objet)
    return .objet(ue)
  }

  private func semestre(_ numero: Int) -> JSONNode {
    var semestre: [String: JSONNode] = [
      "numero": .number("\(numero)"),
      "moyennes": .objet(moyennes.filter { Self.semestre($0.key) == numero }),
      "notes": .objet(notes[numero] ?? [:]),
    ]
    semestre["absences"] = absences[numero]
    semestre["statut"] = statuts[numero].map { .string($0) }
    if avis.contains(numero) { semestre["avis_contraire"] = acte("commission") }
    return .objet(semestre)
  }
}

/// A dossier in Swift values, read back through its JSON format.
struct DossierDEssai: Sendable {
  static let national = "but-national-2022"
  static let laRoche = "iut-larochesuryon-2025"
  static let avecSession2 = "but-informatique-session2"
  static let arrondi = "but-arrondi-2-decimales"

  var profil = national
  var reglages: [String: JSONNode] = [:]
  var date: String?
  var annees: [AnneeDEssai] = []
  var redoublement: JSONNode?
  var bts: JSONNode?
  /// Files that the dossier may name.
  var fichiers: [String: String] = [:]

  init(_ profil: String = national, _ reglages: [String: JSONNode] = [:], _ annees: AnneeDEssai...)
  {
    self.profil = profil
    self.reglages = reglages
    self.annees = annees
  }

  var json: JSONNode {
    var membres: [String: JSONNode] = [
      "format": "delibere/dossier/1", "etudiant": "essai", "profil": .string(profil),
      "reglages": .objet(reglages),
    ]
    membres["date"] = date.map { .string($0) }
    membres["annees"] = annees.isEmpty ? nil : .array(annees.map(\.json))
    membres["redoublement"] = redoublement
    membres["bts"] = bts
    return .objet(membres)
  }

  func lire() throws -> DossierLu {
    let fichiers = fichiers
    let bibliotheque = Bibliotheque { nom in fichiers[nom].map { Array($0.utf8) } }
    return try DossierJSON.read(Array(json.rendered().utf8), bibliotheque)
  }

  func resultats<M: Motivation>(_ motivation: M.Type = SansPreuve.self) throws -> Lecture {
    let lu = try lire()
    switch lu.demande {
    case .but(let dossier):
      let resultats = Deliberation<M>.resultats(dossier, lu.reglement)
      return Lecture(ResultatsJSON.encode(resultats, de: lu), annees: annees.count)
    case .bts(let candidat):
      let resultats = try #require(Moteur<M>.sessionExceptionnelle(candidat))
      return Lecture(ResultatsJSON.encode(resultats, de: lu), annees: 0)
    }
  }
}

/// The results of a dossier, read by path.
struct Lecture: Sendable {
  let node: JSONNode
  private let annees: Int

  init(_ node: JSONNode, annees: Int) {
    self.node = node
    self.annees = annees
  }

  /// « ues.UE11.moyenne » in a state of a year, the final one of the last year by default.
  subscript(_ chemin: String, annee annee: Int? = nil, etat etat: String = "finale") -> String {
    racine("annees.\(annee ?? annees - 1).\(etat).\(chemin)")
  }

  /// « diplomes.dut »; « absent » where there is nothing.
  func racine(_ chemin: String) -> String { Champs.valeur(chemin, de: node) ?? "absent" }
}

extension JSONNode {
  /// An object whose keys are sorted, so that two builds give the same text.
  static func objet(_ membres: [String: JSONNode]) -> JSONNode {
    .object(membres.sorted { $0.key < $1.key }.map { Member($0.key, $0.value) })
  }

  /// An entry from one text: « 12,5 », « ABI », « ABJ 12 », « ABJ refusé ».
  static func entree(_ texte: String) -> JSONNode {
    if texte == "ABJ refusé" { return ["ABJ": ["refus": "décision du chef de département"]] }
    return texte.hasPrefix("ABJ ") ? ["ABJ": .string(String(texte.dropFirst(4)))] : .string(texte)
  }

  /// Tests E1, E2… of a module.
  static func evaluations(_ lignes: [(entree: String, coefficient: String)]) -> JSONNode {
    .array(
      lignes.enumerated().map { rang, ligne in
        [
          "evaluation": .string("E\(rang + 1)"), "note": entree(ligne.entree),
          "coefficient": .string(ligne.coefficient),
        ]
      }
    )
  }

  /// Hours of absence of a semester.
  static func heures(abi: String = "0", abj: String = "0") -> JSONNode {
    ["abi_heures": .string(abi), "abj_heures": .string(abj)]
  }

  /// A UE granted by equivalence, with or without a mark.
  static func equivalence(_ note: String? = nil) -> JSONNode {
    let acte: JSONNode = ["auteur": "commission", "date": "2025-09-10", "motif": "acquis validés"]
    return ["equivalence": note.map { acte.avec(["note": .string($0)]) } ?? acte]
  }

  /// The members of this object and of another.
  func avec(_ autre: JSONNode) -> JSONNode {
    guard case .object(let siens) = value, case .object(let autres) = autre.value else {
      return self
    }
    return .object(siens + autres)
  }
}
