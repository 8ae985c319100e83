internal import Calendrier
internal import Glibc
internal import Synchronization
internal import Threads

// What the threads do.
extension CourseDeRecherche {
  func commencer() {
    let recherche = Recherche(probleme)
    for rang in 1..<max(demande.coeurs, 1) {
      pthread_detach(
        startThread(named: "recherche-\(rang + 1)") { [self] in chercher(rang, recherche) }
      )
    }
    chercher(0, recherche)
  }

  private func chercher(_ rang: Int, _ recherche: Recherche) {
    var prochain = 0
    var reglages = Recherche.Reglages(
      graine: demande.graine &+ UInt64(rang),
      budget: demande.budget,
    )
    reglages.pasDuBilan = demande.pas
    let issue: Issue
    do throws(Impossibilite) {
      issue = .success(
        try recherche.lancer(
          reglages,
          depart: demande.depart,
          horloge: demande.horloge,
        ) { progres in
          if progres.duree >= prochain {
            prochain = progres.duree + demande.pas
            noter(rang, progres)
          }
          return !arret.load(ordering: .relaxed)
        }
      )
    } catch {
      issue = .failure(error)
    }
    finir(rang, issue)
  }

  private func noter(_ rang: Int, _ progres: Recherche.Progres) {
    etat.change(wakingAll: true) { etat in
      etat.progres[rang] = progres
      // One report for all of them: that of the first.
      if rang == 0 { etat.version += 1 }
    }
  }

  /// Notes how a search ended; the last one takes stock, out of the lock.
  private func finir(_ rang: Int, _ issue: Issue) {
    let toutes = etat.change { [demande] etat -> [Int: Issue]? in
      etat.issues[rang] = issue
      return etat.issues.count == demande.coeurs ? etat.issues : nil
    }
    guard let toutes else { return }
    let fin = FinDeCourse(toutes, probleme, demande, arretee: arret.load(ordering: .relaxed))
    etat.change(wakingAll: true) { $0.fin = fin }
  }
}
