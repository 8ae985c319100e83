import Actes

extension TableDesRoutes {
  static let bts: [String: Qui] = {
    let gerent: Set<Role> = [
      .direction, .directeurDesEtudes, .responsableDeDepartement, .secretariat,
    ]
    let lisent = Qui.seulement(gerent.union([.jury]))
    var table: [String: Qui] = [
      "GET /bts": lisent, "POST /bts": .seulement(gerent),
      "GET /bts/{bts}": lisent,
      "POST /bts/{bts}/candidats": .seulement(gerent),
      "POST /bts/{bts}/proclamation": .seulement([.direction]),
      "POST /bts/{bts}/correction": .seulement([.direction]),
      "POST /bts/{bts}/convoquer": .seulement(gerent),
      "POST /bts/{bts}/convocations": .seulement(gerent),
      "POST /bts/{bts}/cloture": .seulement([.direction]),
      "GET /bts/candidats/{candidat}": lisent,
      "GET /bts/candidats/{candidat}/pourquoi": lisent,
      "POST /bts/candidats/{candidat}/decision": .seulement([.direction, .jury]),
      "POST /bts/candidats/{candidat}/retrait": .seulement(gerent),
      "POST /bts/candidats/{candidat}/reouverture": .seulement([.direction]),
      "POST /bts/candidats/{candidat}/deliberation": .seulement([.direction]),
      "POST /bts/candidats/{candidat}/oral": .seulement(gerent),
      "POST /bts/candidats/{candidat}/accompagnement": .seulement(gerent),
      "GET /moi/bts": .seulement([.etudiant]), "POST /moi/bts": .seulement([.etudiant]),
      "POST /moi/bts/convocation": .seulement([.etudiant]),
    ]
    for suite in ["resultats", "discipline", "note"] {
      table["POST /bts/candidats/{candidat}/\(suite)"] = .seulement([.secretariat])
    }
    for route in ["GET /bts/{bts}/liste", "POST /bts/{bts}/liste", "GET /bts/{bts}/liste.xlsx"] {
      table[route] = .seulement([.secretariat])
    }
    return table
  }()
}
