internal import Calendrier
internal import Scolarite

/// Rewrites the durations and the extra time of a calendar as they stand today, every sitting in its
/// place: what no longer fits there stays to be moved, and the whole is signed again (R0.15).
public struct MettreAJourLeCalendrier: Acte {
  public static let nom = "mettre-a-jour-le-calendrier-de-session-2"
  public let campagne: Identifiant<Campagne>
  /// The version that was read; 0 where nothing is in hand beside what is published.
  public let version: Int64

  public init(_ campagne: Identifiant<Campagne>, version: Int64) {
    self.campagne = campagne
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> CalendrierDeSession2 {
    let (session, permis) = try travail.sessionAConduire(campagne)
    let avant = try travail.calendrierACorriger(campagne)
    let miseAJour = MiseAJourDeCalendrier(try BrouillonDeCalendrier(session, avant, travail))
    guard !miseAJour.ecarts.isEmpty else { throw Refus.etat(.calendrierDeSession2(.aJour)) }
    return try travail.corriger(
      avant,
      miseAJour.seances,
      Self.nom,
      permis,
      version: version,
    )
  }
}

/// A calendar beside what its exams and the arrangements in force say today.
struct MiseAJourDeCalendrier {
  /// The sittings in their places, as they would be made today; those that nobody sits are left out.
  let seances: [SeanceDeSession2]
  /// Where the calendar differs from them.
  let ecarts: [EcartDeSeance]

  init(_ brouillon: BrouillonDeCalendrier) {
    var seances: [SeanceDeSession2] = []
    var ecarts: [EcartDeSeance] = []
    let rangs = Rangs(brouillon.probleme)
    for seance in brouillon.calendrier.seances {
      guard let epreuve = rangs.epreuves[seance.epreuve] else {
        ecarts.append(brouillon.absence(de: seance.epreuve))
        continue
      }
      let (aJour, siens) = brouillon.aJour(seance, epreuve, rangs)
      if let aJour { seances.append(aJour) }
      ecarts += siens
    }
    self.seances = seances
    // The parts of an exam say the same of it.
    self.ecarts = ecarts.sansDoublon
  }

  /// Where exams and students stand in a problem.
  fileprivate struct Rangs {
    let epreuves: [CleDEpreuve: Int]
    let etudiants: [Identifiant<Etudiant>: Int]

    init(_ probleme: ProblemeDeSession2) {
      epreuves = ProblemeDeSession2.rangs(probleme.cles)
      etudiants = ProblemeDeSession2.rangs(probleme.etudiants)
    }
  }
}

extension BrouillonDeCalendrier {
  /// Why an exam of the calendar is none of those to be placed.
  fileprivate func absence(de cle: CleDEpreuve) -> EcartDeSeance {
    let estChoisie = matiere.epreuves.contains {
      $0.ue == cle.ue && $0.durees[cle.forme] != nil
    }
    let estPassee = !matiere.candidats(a: cle.ue).isEmpty
    return EcartDeSeance(
      epreuve: cle,
      nature: estPassee && !estChoisie ? .formeRetiree : .sansCandidat,
    )
  }

  /// A sitting as it would be made today, and what changes; `nil` where nobody is left.
  fileprivate func aJour(
    _ seance: SeanceDeSession2,
    _ epreuve: Int,
    _ rangs: MiseAJourDeCalendrier.Rangs,
  ) -> (SeanceDeSession2?, [EcartDeSeance]) {
    var natures: [EcartDeSeance.Nature] = []
    let choisies = probleme.probleme.epreuves[epreuve].duree
    if seance.minutes != choisies {
      natures.append(.minutes(inscrites: seance.minutes, choisies: choisies))
    }
    let inscrits = Set(probleme.probleme.epreuves[epreuve].candidats)
    let convoques = seance.convoques.compactMap { convoque -> SeanceDeSession2.Convoque? in
      let nom = matiere.nom(convoque.etudiant)
      guard let rang = rangs.etudiants[convoque.etudiant], inscrits.contains(rang) else {
        natures.append(.horsDeLEpreuve(nom: nom))
        return nil
      }
      let due = probleme.majoration(de: rang, a: epreuve)
      if convoque.majoration != due {
        natures.append(.majoration(nom: nom, inscrite: convoque.majoration, due: due))
      }
      return SeanceDeSession2.Convoque(convoque.etudiant, majoration: due)
    }
    let aJour = SeanceDeSession2(
      seance.epreuve,
      debut: seance.debut,
      minutes: choisies,
      salle: seance.salle,
      convoques: convoques,
    )
    let ecarts = natures.map { EcartDeSeance(epreuve: seance.epreuve, nature: $0) }
    return (convoques.isEmpty ? nil : aJour, ecarts)
  }
}

extension ProblemeDeSession2 {
  /// The minutes of extra time of a student at an exam, by their ranks; a project has none.
  func majoration(de etudiant: Int, a epreuve: Int) -> Int {
    let epreuve = probleme.epreuves[epreuve]
    guard epreuve.forme != .projet else { return 0 }
    return probleme.candidats[etudiant].majoration.appliquee(a: epreuve.duree) - epreuve.duree
  }
}
