internal import Calendrier
internal import Text

/// `delibere calendrier valider` and `expliquer`.
enum LireUnCalendrier {
  static func valider(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let instance = try InstanceDExamens.lire(saisie, ["delibere", "calendrier", "valider"])
    let bilan = instance.probleme.bilan(try instance.calendrier(saisie.arguments[1]))
    console.print(frenchSpacing(TexteDeCalendrier.bilan(bilan, instance.probleme)))
    return bilan.estFaisable ? .succes : .erreursTrouvees
  }

  static func expliquer(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let fil = ["delibere", "calendrier", "expliquer"]
    let instance = try InstanceDExamens.lire(saisie, fil)
    let probleme = instance.probleme
    let calendrier = try instance.calendrier(saisie.arguments[1])
    let recherche = Recherche(probleme)
    if let nom = saisie.valeur("epreuve") {
      let rang = try Self.rang(de: nom, parmi: probleme.epreuves.map(\.nom), "épreuve")
      let explication = Explication(recherche, calendrier)
      console.print(frenchSpacing(TexteDeCalendrier.alternatives(explication, rang)))
      return .succes
    }
    if let nom = saisie.valeur("candidat") {
      let parIdentite = probleme.candidats.firstIndex { $0.identite == nom && !nom.isEmpty }
      let noms = probleme.candidats.map(\.nom)
      let rang = try Self.rang(de: parIdentite.map { noms[$0] } ?? nom, parmi: noms, "candidat")
      let fiche = Explication(recherche, calendrier).fiche(de: rang)
      console.print(frenchSpacing(TexteDeCalendrier.fiche(fiche, probleme)))
      return .succes
    }
    if let nom = saisie.valeur("changer") {
      let rang = try Self.rang(de: nom, parmi: probleme.epreuves.map(\.nom), "épreuve")
      guard let code = saisie.valeur("vers") else {
        throw .usage("--changer demande --vers CRÉNEAU", fil)
      }
      let codes = probleme.periodes.indices.map(probleme.code(periode:))
      let vers = try Self.rang(de: code, parmi: codes, "créneau")
      return try changer(rang, vers, calendrier, recherche, instance, saisie, console)
    }
    let explication = Explication(recherche, calendrier)
    console.print(frenchSpacing(TexteDeCalendrier.chevauchements(explication)))
    return .succes
  }

  private static func changer(
    _ epreuve: Int,
    _ periode: Int,
    _ calendrier: CalendrierDExamens,
    _ recherche: Recherche,
    _ instance: InstanceDExamens,
    _ saisie: Saisie,
    _ console: Console,
  ) throws(Abandon) -> CodeDeSortie {
    let reparation: Reparation
    do throws(ProblemeDExamens.Faute) {
      reparation = try recherche.changer(epreuve, a: periode, dans: calendrier)
    } catch {
      throw .refuse("\(error)")
    }
    let avant = instance.probleme.bilan(calendrier).cout.total
    console.print(
      frenchSpacing(TexteDeCalendrier.reparation(reparation, instance.probleme, avant: avant))
    )
    if let repare = reparation.repare, let sortie = saisie.valeur("sortie") {
      try instance.ecrire(repare, sortie)
      console.print("Calendrier écrit dans \(sortie).\n")
    }
    return reparation.repare == nil ? .erreursTrouvees : .succes
  }

  private static func rang(de nom: String, parmi noms: [String], _ sorte: String) throws(Abandon)
    -> Int
  {
    guard let rang = noms.firstIndex(of: nom) else {
      throw .refuse("aucun \(sorte) « \(nom) »" + suggestion(nom, noms))
    }
    return rang
  }
}

extension Abandon {
  static func refuse(_ message: String) -> Abandon {
    Abandon(code: .refus, messages: ["\(message) ; rien n’a été écrit"])
  }
}
