internal import Echanges
internal import Scolarite

@main
enum Main {
  static func main() throws {
    let b = Bibliotheque { _ in nil }
    let programme = try b.programme("mmi-but1")
    let couches = try b.couches("iut-larochesuryon-2025")
    let annee = AnneeUniversitaire(debut: 2025)!
    let reglages = try Reglages(couches, le: Jour(ouvrant: annee))
    let reglement = Reglement(courant: reglages)
    var semestres: [SemestreSuivi] = []
    for s in 1...2 {
      var notes: [String: [Evaluation]] = [:]
      for ue in programme.ues where ue.semestre.valeur == s {
        for m in ue.modules {
          let n = Decimale("\(8 + m.code.canonique.utf8.reduce(0) { ($0 + Int($1)) % 9 }).5")!
          notes[m.code.canonique] = [
            Evaluation(nom: m.code.canonique, entree: .note(Note(n)!), coefficient: 1)
          ]
        }
      }
      print(s, notes.count)
      semestres.append(
        SemestreSuivi(
          numero: NumeroSemestre(s)!,
          statut: .initial,
          notes: notes,
          absences: Absences(heuresABI: 5),
        )
      )
    }
    let dossier = Dossier(
      etudiant: "x",
      annees: [
        AnneeSuivie(
          annee: annee,
          anneeBUT: AnneeBUT(1)!,
          programme: programme,
          semestres: semestres,
          bonus: Bonus(sport: .points(Decimale("0.5")!)),
        )
      ],
    )
    let h = ContinuousClock()
    for _ in 0..<3 {
      var n = 0
      let t1 = h.measure {
        for _ in 0..<200 {
          n += Deliberation<SansPreuve>.resultats(dossier, reglement).annees.count
        }
      }
      let t2 = h.measure {
        for _ in 0..<200 {
          n += Deliberation<AvecPreuve>.resultats(dossier, reglement).preuves.count
        }
      }
      print(t1 / 200, t2 / 200, n)
    }
  }
}
