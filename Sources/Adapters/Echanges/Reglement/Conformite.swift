internal import JSON
internal import Scolarite
internal import Text

/// The list of requirements, confronted with the rules and checks that the code holds.
public struct Conformite: Sendable {
  public let exigences: [Exigence]

  /// A requirement of the texts and what becomes of it.
  public struct Exigence: Sendable {
    public let id: String
    /// Where it stands in the texts.
    public let place: String
    public let resume: String
    public let etat: Etat
    /// The rules, checks or acts that cover it, or why none does.
    public let motif: String
  }

  /// What becomes of a requirement.
  public enum Etat: String, CaseIterable, Sendable {
    case regle
    case maquette
    /// By acts that people do, which check it.
    case acte
    case plusTard = "plus tard"
    case nonModelisee = "non modélisée"
  }

  /// Reads `docs/exigences.json`.
  public init(json bytes: [UInt8]) throws(DataFileError) {
    exigences = try DataFileError.decode(bytes) { cursor throws(JSONDecodingError) in
      let object = try cursor.object(knowing: ["format", "exigences"])
      try object.required("format").expect(format: "delibere/exigences/1")
      return try object.required("exigences").map(Exigence.init)
    }
  }

  /// Where the list and the code disagree; empty when each requirement is what it claims to be.
  public var ecarts: [String] {
    let regles = Regle.toutes
    let controles = Set(Controle.tous.map(\.nom))
    var ecarts: [String] = []
    for exigence in exigences {
      let citantes = Set(regles.filter { $0.exigences.contains(exigence.id) }.map(\.nom))
      let annoncees = Set(exigence.motif.split(separator: ",").map { String($0.trimmed) })
      switch exigence.etat {
      case .regle where citantes != annoncees:
        ecarts.append("\(exigence.id) : annoncée par \(annoncees), citée par \(citantes)")
      case .maquette where !annoncees.isSubset(of: controles):
        ecarts.append("\(exigence.id) : contrôle inconnu parmi \(annoncees)")
      case .acte where !citantes.isEmpty, .plusTard where !citantes.isEmpty,
        .nonModelisee where !citantes.isEmpty:
        ecarts.append("\(exigence.id) : dite « \(exigence.etat.rawValue) », citée par \(citantes)")
      default: continue
      }
    }
    let connues = Set(exigences.map(\.id))
    for regle in regles {
      for id in regle.exigences where !connues.contains(id) {
        ecarts.append("\(regle.nom) cite \(id), qui n’est pas dans la liste")
      }
    }
    return ecarts
  }

  /// The names of the acts that requirements say they are covered by.
  public var actes: Set<String> {
    Set(
      exigences.filter { $0.etat == .acte }.flatMap { exigence in
        exigence.motif.split(separator: ",").map { String($0.trimmed) }
      }
    )
  }

  /// « 175 exigences : 72 par une règle… ».
  public var bilan: String {
    let comptes = Etat.allCases.map { etat in
      "\(exigences.count { $0.etat == etat }) \(etat.libelle)"
    }
    return "\(exigences.count) exigences : " + comptes.joined(separator: ", ")
  }

  /// The report as a page of the documentation.
  public var page: String {
    var texte = "# Conformité aux exigences\n\n\(bilan).\n"
    for etat in Etat.allCases {
      texte += "\n## \(etat.titre)\n\n| Exigence | Place | Ce qui est demandé | \(etat.colonne) |\n"
      texte += "|---|---|---|---|\n"
      for exigence in exigences where exigence.etat == etat {
        texte += "| \(exigence.id) | \(exigence.place) | \(exigence.resume) | \(exigence.motif) |\n"
      }
    }
    return texte
  }
}

extension Conformite.Etat {
  fileprivate var libelle: String {
    switch self {
    case .regle: "par une règle"
    case .maquette: "par un contrôle de maquette"
    case .acte: "par un acte"
    case .plusTard: "à venir"
    case .nonModelisee: "sans effet à calculer"
    }
  }

  fileprivate var titre: String {
    switch self {
    case .regle: "Appliquées par une règle"
    case .maquette: "Vérifiées sur la maquette"
    case .acte: "Vérifiées par ce que font les gens"
    case .plusTard: "À venir"
    case .nonModelisee: "Sans effet à calculer"
    }
  }

  fileprivate var colonne: String {
    switch self {
    case .regle: "Règles"
    case .maquette: "Contrôles"
    case .acte: "Actes"
    case .plusTard, .nonModelisee: "Pourquoi"
    }
  }
}

extension Conformite.Exigence {
  fileprivate init(_ cursor: JSONCursor) throws(JSONDecodingError) {
    let exigence = try cursor.object(knowing: ["id", "place", "resume", "etat", "motif"])
    self.init(
      id: try exigence.required("id").string(),
      place: try exigence.required("place").string(),
      resume: try exigence.required("resume").string(),
      etat: try exigence.required("etat").valeur(de: Conformite.Etat.self),
      motif: try exigence.required("motif").string(),
    )
  }
}
