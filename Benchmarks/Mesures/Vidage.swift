internal import Fiction
internal import Scolarite

enum Vidage {
  static func vider() throws {
    let programme = try Programmes.embarque("mmi-but1")
    let p = Promotions.premiereAnnee(programme)
    let pas = exige(Decimale("0,01"), "")
    for profil in ["but-informatique-session2"] {
      let reglement = try Reglements.reglement(profil)
      for rang in 0..<120 where ![35, 89].contains(rang) {
        let d = p.etudiant(rang).dossier
        for t in [Situation.Terrain.rattrapagesDeModules, .rattrapagesDUE] {
          guard let s = Situation(d, reglement, t) else { continue }
          for o in [Objectif.passage, .annee] + s.depart.ouvertes.prefix(2).map({ .ue($0) }) {
            if rang > 88, d.annees.count > 1 || rang > 100 { continue }
            let h = ContinuousClock().now
            let r = s.moindreEnsemble(o, pas: pas)
            let u = h.duration(to: ContinuousClock().now)
            switch r {
            case .dejaAtteint, .aucuneEpreuve: print(rang, t, o, "-")
            case .impossible(let m): print(rang, t, o, "impossible", m.count)
            case .ensemble(let m):
              print(
                rang,
                t,
                o,
                m.epreuves.count,
                m.note,
                m.epreuves.map { "\($0.epreuve.nom):\($0.auMoins)" },
              )
            }
            if u > .milliseconds(20) { print("LENT", rang, d.annees.count, s.epreuves.count, u) }
          }
        }
      }
    }
  }
}
