// Colours and letters of the drawing: dark on light, so that a black and white print is readable.
extension DessinDeCalendrier {
  /// The light and the dark of each colour.
  static let teintes = [
    ("#e3ebfb", "#2a4b9b"), ("#e2f3e8", "#1b6542"), ("#fdf0d9", "#744700"), ("#fbe4ec", "#8d1f4f"),
    ("#ece5fa", "#54319c"), ("#dcf2f5", "#0d5f6b"), ("#f0efe2", "#55541d"), ("#fde8dd", "#8a3512"),
    ("#e6eef3", "#34566b"), ("#f3e4f7", "#76297f"), ("#e6f5d6", "#3d6212"), ("#f1e7df", "#67432a"),
  ]

  static let feuille: String = {
    let couleurs = teintes.enumerated().map { rang, paire in
      ".t\(rang){fill:\(paire.0);stroke:\(paire.1)}"
    }
    return """
      text{font-family:Inter,system-ui,'Liberation Sans',sans-serif;font-size:11px;fill:#1a1f2b}\
      .titre{font-size:20px;font-weight:600}.sousTitre{font-size:15px;font-weight:600}\
      .resume{font-size:12px;fill:#4d566b}.petit{font-size:10px;fill:#3a4356}\
      .code,.salle,.heure,.nomDeJour,.colonne{font-weight:600}.colonne,.nombre,.signe{text-anchor:middle}\
      .colonne{font-size:10px}.boite{stroke-width:1}.jour{fill:#2b3346}.nomDeJour{fill:#fff}\
      .fond{fill:none;stroke:#2b3346;stroke-width:1.5}.trait{stroke:#c9cfdb;stroke-width:1}\
      .jauge{fill:#e8ebf1}.plein{fill:#5a6781}.trop{fill:#9d2329}\
      .enConflit .boite{stroke:#9d2329;stroke-width:2.5;stroke-dasharray:5 2}\
      .alerte polygon{fill:#9d2329}.signe{fill:#fff;font-weight:700;font-size:10px}\
      .compteDAlerte{font-weight:700;fill:#9d2329;text-anchor:end;font-size:10px}\
      .tropDeCandidats{font-weight:700;font-size:10px;fill:#9d2329;text-anchor:end;paint-order:stroke;\
      stroke:#fff;stroke-width:3px}\
      .case{stroke:#b5bdcc;stroke-width:.75}.d0{fill:#fff}.d1{fill:#dbe5fa}.d2{fill:#a9bfee}\
      .d3{fill:#4c6fc2}.d4{fill:#243f83}.n3,.n4{fill:#fff;font-weight:600}\
      .double{fill:#9d2329;stroke:#1a1f2b;stroke-width:2}\
      @media print{svg{width:100vw;height:100vh}text{fill:#000}.nomDeJour,.n3,.n4,.signe{fill:#fff}}\
      \(couleurs.joined())
      """
  }()
}
