import Actes

extension TableDesRoutes {
  static let discipline: [String: Qui] = {
    let etapes = [
      "identification", "degat", "proces-verbal", "invitation", "explications", "direction",
      "rapport", "section", "classement", "decision", "notification", "recours", "annulation",
      "documents/{papier}",
    ]
    var table: [String: Qui] = [
      "GET /discipline": .seulement(signalent),
      "GET /promotions/{promotion}/incidents/nouveau": .seulement(signalent),
      "POST /promotions/{promotion}/incidents/nouveau": .seulement(signalent),
      "GET /discipline/{incident}": .seulement(suiventLaDiscipline),
      "GET /evaluations/{evaluation}/salle": .seulement(signalent),
      "POST /evaluations/{evaluation}/salle": .seulement(signalent),
      "POST /evaluations/{evaluation}/salle/{constat}": .seulement(signalent),
      "GET /moi/discipline": .seulement([.etudiant]),
      // The paper is in the form: nothing is given without it.
      "POST /moi/discipline": .seulement([]),
    ]
    for etape in etapes {
      table["POST /discipline/{incident}/\(etape)"] = .seulement(suiventLaDiscipline)
    }
    return table
  }()
}
