internal import Echanges
internal import Scolarite

@main
enum Main {
  static func main() throws {
    let horloge = ContinuousClock()
    let b = Bibliotheque { _ in nil }
    let couches = try b.couches("iut-larochesuryon-2025")
    let annee = AnneeUniversitaire(debut: 2025)!
    let reglement = Reglement(courant: try Reglages(couches, le: Jour(ouvrant: annee)))
    var ues: [UEDeProgramme] = []
    var volumes: [NumeroSemestre: Programme.Volume] = [:]
    var colonnes: [Disposition.Colonne] = []
    for s in 1...2 {
      let n = NumeroSemestre(s)!
      volumes[n] = .init(horsProjet: 400, projet: 50)
      for u in 1...6 {
        let modules = (1...30).map { m in
          ModuleDeProgramme(
            code: CodeModule("R\(s)\(m)")!,
            nature: m > 20 ? .sae : .ressource,
            coefficient: Decimale(1 + (m * u) % 12),
          )
        }
        ues.append(
          UEDeProgramme(
            code: CodeUE("UE\(s)\(u)")!,
            semestre: n,
            competence: u,
            niveau: Niveau(1)!,
            ects: 5,
            coefficient: 1,
            modules: modules,
          )
        )
      }
      for m in 1...30 {
        colonnes.append(
          .init(semestre: n, module: "R\(s)\(m)", evaluation: "R\(s)\(m)", coefficient: 1)
        )
      }
    }
    let programme = Programme(ues: ues, volumes: volumes)
    var cohorte = Cohorte(
      annee: annee,
      anneeBUT: AnneeBUT(1)!,
      programme: programme,
      reglement: reglement,
      disposition: Disposition(colonnes),
    )
    var etat: UInt64 = 1
    func hasard(_ n: Int) -> Int {
      etat = etat &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((etat >> 33) % UInt64(n))
    }
    let quarts = (0...80).map { Note(Decimale("\($0 / 4).\(["00","25","50","75"][$0 % 4])")!)! }
    let nombre = 150_000
    let t0 = horloge.measure {
      cohorte.reserver(nombre)
      for e in 0..<nombre {
        let base = hasard(40)
        let semestres = (1...2).map { s in
          var notes: [String: [Evaluation]] = [:]
          for m in 1...30 {
            let entree: Entree =
              hasard(200) == 0
              ? .absenceInjustifiee
              : hasard(400) == 0 ? .excuse : .note(quarts[min(80, base + hasard(40))])
            notes["R\(s)\(m)"] = [Evaluation(nom: "R\(s)\(m)", entree: entree, coefficient: 1)]
          }
          return SemestreSuivi(
            numero: NumeroSemestre(s)!,
            statut: .initial,
            notes: notes,
            absences: Absences(heuresABI: Decimale(hasard(3) == 0 ? hasard(40) : 0)),
          )
        }
        cohorte.ajouter(
          Dossier(
            etudiant: "\(e)",
            annees: [
              AnneeSuivie(
                annee: annee,
                anneeBUT: AnneeBUT(1)!,
                programme: programme,
                semestres: semestres,
              )
            ],
          )
        )
      }
    }
    print("construction", t0, cohorte.effectifAPart)
    for _ in 0..<3 {
      var p: Propositions?
      let t = horloge.measure { p = Propositions(cohorte) }
      print("propositions", t, p![0].ects, p![1].ects.exacte)
    }
  }
}
