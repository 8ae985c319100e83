internal import Calendrier
internal import Scolarite

/// The calendar in hand with everything that it is judged by.
struct BrouillonDeCalendrier {
  let session: SessionACalendrier
  let matiere: MatiereDeCalendrier
  let lieux: LieuxDeSession2
  let calendrier: CalendrierDeSession2
  let probleme: ProblemeDeSession2

  init(
    _ session: SessionACalendrier,
    _ calendrier: CalendrierDeSession2,
    _ travail: Travail,
  ) throws {
    self.session = session
    self.calendrier = calendrier
    guard let lieux = try travail.registre.lieuxDeSession2(session.id) else {
      throw Refus.etat(.calendrierDeSession2(.sansLieux))
    }
    self.lieux = lieux
    // What was confirmed stays on those enrolled; before that, on those who may come.
    matiere = try MatiereDeCalendrier(session, surInscrits: calendrier.estConfirme, travail)
    probleme = try ProblemeDeSession2(matiere, lieux, individuels: calendrier.individuels)
  }

  /// The same calendar with other sittings.
  func probleme(_ seances: [SeanceDeSession2]) throws(Refus) -> ProblemeDeSession2 {
    let individuels = seances.compactMap { $0.estIndividuelle ? $0.epreuve : nil }
    return Set(individuels) == Set(calendrier.individuels)
      ? probleme : try ProblemeDeSession2(matiere, lieux, individuels: individuels)
  }
}

extension CalendrierDeSession2 {
  /// The exams that somebody sits alone.
  var individuels: [CleDEpreuve] {
    seances.compactMap { $0.estIndividuelle ? $0.epreuve : nil }
  }
}

extension Travail {
  /// The versions of the calendar of a session: the last published, and what is in hand.
  func calendriers(_ campagne: Identifiant<Campagne>) throws
    -> (publie: CalendrierDeSession2?, enCours: CalendrierDeSession2?)
  {
    let tous = try registre.calendriersDeSession2(campagne)
    return (
      tous.last { $0.publication != nil }, tous.last { $0.publication == nil },
    )
  }

  /// The calendar that students read.
  func calendrierPublie(_ campagne: Identifiant<Campagne>) throws -> CalendrierDeSession2 {
    guard let publie = try calendriers(campagne).publie else {
      throw Refus.etat(.calendrierDeSession2(.nonPublie))
    }
    return publie
  }

  /// What is in hand, or what is published, from which a change begins.
  func calendrierACorriger(_ campagne: Identifiant<Campagne>) throws -> CalendrierDeSession2 {
    let (publie, enCours) = try calendriers(campagne)
    if let enCours { return enCours }
    guard let publie else { throw Refus.etat(.calendrierDeSession2(.sansBrouillon)) }
    return CalendrierDeSession2(
      campagne: campagne,
      numero: publie.numero + 1,
      seances: publie.seances,
      estConfirme: publie.estConfirme,
      version: 0,
    )
  }

  /// Writes the calendar in hand anew: whoever had signed it has to sign again.
  ///
  /// `avant` is as it was read, version 0 where it is to be added; `version` is what the person read.
  func corriger(
    _ avant: CalendrierDeSession2,
    _ seances: [SeanceDeSession2],
    confirme: Bool? = nil,
    _ acte: String,
    _ permis: Permis,
    version: Int64,
    sujet: Identifiant<Etudiant>? = nil,
    motif: String? = nil,
  ) throws -> CalendrierDeSession2 {
    var apres = CalendrierDeSession2(
      campagne: avant.campagne,
      numero: avant.numero,
      seances: seances,
      estConfirme: confirme ?? avant.estConfirme,
      version: version,
    )
    let objet = Objet(.calendrierDeSession2, avant.campagne)
    let (anciens, nouveaux) = avant.changements(apres)
    let ecriture = try inscrire(
      acte,
      permis,
      objet,
      sujet: sujet,
      avant: anciens,
      apres: nouveaux,
      motif: motif,
    )
    let ecrit: Bool
    if avant.version == 0 {
      ecrit = version == 0
      apres.version = 1
      if ecrit { try registre.ajouter(apres, ecriture) }
    } else {
      ecrit = try registre.remplacer(apres, ecriture)
      apres.version += 1
    }
    guard ecrit else { throw try conflit(objet, anciens, nouveaux, avant.version) }
    return apres
  }
}

extension CalendrierDeSession2 {
  /// The lines that two versions do not share, and their digest.
  fileprivate func changements(_ autre: CalendrierDeSession2) -> (Faits, Faits) {
    let (siennes, autres) = (Set(seances), Set(autre.seances))
    func faits(_ calendrier: CalendrierDeSession2, _ lignes: Set<SeanceDeSession2>) -> Faits {
      [
        "numero": .entier(Int64(calendrier.numero)),
        "seances": .liste(
          TexteDeCalendrier.ordre(Array(lignes)).sorted {
            ($0.epreuve, $0.debut.description, $0.salle)
              < ($1.epreuve, $1.debut.description, $1.salle)
          }.map { .texte($0.ligneDeJournal) }
        ),
      ]
    }
    return (faits(self, siennes.subtracting(autres)), faits(autre, autres.subtracting(siennes)))
  }
}

extension SeanceDeSession2 {
  /// « UE21-ecrit 2026-07-06T09:00 90 min Amphi A (34 35) », with the numbers of students only.
  fileprivate var ligneDeJournal: String {
    "\(epreuve) \(debut) \(minutes) min \(salle) ("
      + convoques.map { "\($0.etudiant)" }.joined(separator: " ") + ")"
  }
}
