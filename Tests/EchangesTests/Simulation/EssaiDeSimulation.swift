import Echanges
import JSON
import Scolarite
import Testing

extension AnneeDEssai {
  /// Gives a UE by its modules in place of its average: coefficient and mark of each.
  mutating func detailler(
    _ ue: String,
    _ lignes: [(module: String, coefficient: String, note: String)],
  ) {
    let semestre = ue.dropFirst(2).first?.wholeNumberValue ?? 0
    moyennes[ue] = nil
    for ligne in lignes {
      modules[ue, default: [:]][ligne.module] = .string(ligne.coefficient)
      guard !ligne.note.isEmpty else { continue }
      notes[semestre, default: [:]][ligne.module] = JSONNode.entree(ligne.note)
    }
  }
}

extension DossierDEssai {
  func lireBUT() throws -> (lu: DossierLu, dossier: Dossier) {
    let lu = try lire()
    guard case .but(let dossier) = lu.demande else {
      throw SimulationDEssaiError.pasUnBUT
    }
    return (lu, dossier)
  }

  private enum SimulationDEssaiError: Error { case pasUnBUT }

  /// The results under hypotheses written in words, and the dossier supposed.
  func supposant(_ textes: [String]) throws -> (lecture: Lecture, dossier: Dossier) {
    let (lu, dossier) = try lireBUT()
    let suppose = try dossier.supposant(try textes.map { try Hypothese(texte: $0) }, lu.reglement)
    let resultats = Deliberation<SansPreuve>.resultats(suppose, lu.reglement)
    return (Lecture(ResultatsJSON.encode(resultats, de: lu), annees: annees.count), suppose)
  }

  func difference(_ textes: String...) throws -> Difference {
    let (lu, dossier) = try lireBUT()
    return try Difference(dossier, try textes.map { try Hypothese(texte: $0) }, lu.reglement)
  }

  func situation(_ terrain: Situation.Terrain = .rattrapagesDeModules) throws -> Situation {
    let (lu, dossier) = try lireBUT()
    return try #require(Situation(dossier, lu.reglement, terrain))
  }

  /// Two competences, R102 shared: UE11 at 8 and UE21 at 9 are open, UE12 at 9 is compensated.
  static func partage(_ changer: (inout AnneeDEssai) -> Void = { _ in }) -> DossierDEssai {
    var annee = AnneeDEssai(volumes: ["S1": "100", "S2": "100"])
    annee.detailler("UE11", [("R101", "1", "8"), ("R102", "1", "")])
    annee.detailler("UE12", [("R102", "1", ""), ("R103", "1", "10")])
    annee.detailler("UE21", [("R201", "1", "9")])
    annee.detailler("UE22", [("R202", "1", "11")])
    annee.notes[1]?["R102"] = .evaluations([("10", "1"), ("6", "1")])
    changer(&annee)
    return DossierDEssai(laRoche, ["session2Active": true], annee)
  }
}

extension MoindreEnsemble {
  /// « R101:18,5 R102:10 », then the mark at each.
  var resume: String {
    epreuves.map { "\($0.epreuve.nom):\($0.auMoins)" }.joined(separator: " ") + " à \(note)"
  }
}

extension Reponse {
  var resume: String {
    switch self {
    case .dejaAtteint: "déjà atteint"
    case .aucuneEpreuve: "aucune épreuve"
    case .impossible(let preuves): "impossible \(preuves.map(\.sujet))"
    case .ensemble(let ensemble): ensemble.resume
    }
  }
}

extension NotesAttendues {
  var resume: String {
    switch self {
    case .dejaAtteint: "déjà atteint"
    case .aucune: "aucune"
    case .assure(let noms): "assuré \(noms.joined(separator: ", "))"
    case .auMoins(let note, let noms): "\(note) à \(noms.joined(separator: ", "))"
    case .impossible(let preuves, let noms):
      "impossible \(preuves.map(\.sujet)) \(noms.joined(separator: ", "))"
    }
  }
}

extension NoteNecessaire {
  /// « R101 10 [passage<6 moyenne UE11<8] ».
  var resume: String {
    let pertes = risques.map { risque in
      switch risque.perdu {
      case .moyenne(let ue): "moyenne \(ue.texte)<\(risque.sous)"
      case .passage: "passage<\(risque.sous)"
      case .rcue(let cle): "\(cle.nom)<\(risque.sous)"
      case .ue(let ue): "\(ue.texte)<\(risque.sous)"
      }
    }
    return "\(epreuve.nom) \(auMoins?.description ?? "jamais") [\(pertes.joined(separator: " "))]"
  }
}
