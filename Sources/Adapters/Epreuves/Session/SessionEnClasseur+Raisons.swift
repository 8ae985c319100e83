public import Calendrier
internal import Text

extension SessionEnClasseur {
  /// Why a workbook could not give the problem back, in French clauses; none when it could.
  public static func raisonsDeNePasEcrire(_ probleme: ProblemeDExamens) -> [String] {
    let nommes: [(String, [String])] = [
      ("l’épreuve", probleme.epreuves.map(\.nom)),
      ("le candidat", probleme.candidats.map(\.nom)),
      ("la salle", probleme.salles.map(\.nom)),
      ("le surveillant", probleme.surveillants.map(\.nom)),
      ("le créneau", probleme.periodes.indices.map(probleme.code(periode:))),
    ]
    var raisons: [String] = []
    for (sorte, noms) in nommes {
      var vus: Set<String> = []
      for nom in noms {
        if !vus.insert(nom).inserted {
          raisons.append("\(sorte) « \(nom) » figure deux fois")
        } else if !estUnNom(nom) {
          raisons.append("« \(nom) » ne peut pas nommer \(sorte) dans une liste")
        }
      }
    }
    let libres =
      probleme.epreuves.flatMap { [$0.intitule, $0.formation] }
      + probleme.candidats.map(\.identite) + probleme.periodes.map(\.date)
    if let texte = libres.first(where: { !$0.isEmpty && !seRelit($0) }) {
      raisons.append("le texte « \(texte) » ne se relirait pas")
    }
    if probleme.periodes.contains(where: { $0.debut > 277 * 3600 }) {
      raisons.append("un créneau commence trop tard")
    }
    return raisons
  }

  /// Whether a list can hold it between its semicolons.
  private static func estUnNom(_ texte: String) -> Bool {
    !texte.isEmpty && seRelit(texte) && !texte.contains { $0 == ";" || $0.isNewline }
      && texte != MotsDeSession.aucun
  }

  private static func seRelit(_ texte: String) -> Bool {
    texte.trimmed == texte && texte.utf8.count <= 10_000
      && texte.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && !(0xFFFE...0xFFFF).contains($0.value)
      }
  }
}
