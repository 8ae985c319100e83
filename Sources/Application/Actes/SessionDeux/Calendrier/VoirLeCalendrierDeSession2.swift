public import Scolarite

/// The calendar of a session as whoever conducts it sees it.
public struct VoirLeCalendrierDeSession2: Question {
  public static let nom = "voir-le-calendrier-de-session-2"
  public let campagne: Identifiant<Campagne>

  public init(_ campagne: Identifiant<Campagne>) {
    self.campagne = campagne
  }

  /// Everything that the page needs.
  public struct Vue: Sendable {
    public let session: SessionDeRattrapage
    public let promotion: Promotion
    public let lieux: LieuxDeSession2?
    /// The days of the session on which people may be away.
    public let chomes: [JourChome]
    public let publie: CalendrierDeSession2?
    public let enCours: CalendrierDeSession2?
    /// The digest of the calendar in hand.
    public let empreinte: String?
    /// Of the calendar in hand, else of the published one.
    public let jugement: JugementDeCalendrier?
    /// Where the same calendar no longer says what exams and arrangements say.
    public let ecarts: [EcartDeSeance]
    /// Why it cannot be judged: what it was made from has gone.
    public let empechement: String?
    public let contraintes: [Contrainte]
    public let signalements: [Signalement]
    /// UE open to somebody without any form chosen.
    public let sansForme: [CodeUE]
    /// What exams need of rooms.
    public let besoins: [BesoinDeSalle]
    public let candidats: Int
    public let estSurInscrits: Bool
    public let noms: [Identifiant<Etudiant>: String]
    public let peutSigner: Bool
    public let peutDeroger: Bool
    public let graine: UInt64?

    /// What the page corrects: what is in hand, else what is published.
    public var calendrier: CalendrierDeSession2? { enCours ?? publie }
    /// The days with slots on which people may be away.
    public var chomesOuverts: [JourChome] {
      let ouverts = Set(lieux?.creneaux.map(\.debut.jour) ?? [])
      return chomes.filter { ouverts.contains($0.jour) }
    }
    /// What exams need that no room has, once rooms were entered.
    public var besoinsSansSalle: [BesoinDeSalle] {
      lieux == nil ? [] : besoins.filter { !$0.estOffert }
    }
    /// The version that a change must give.
    public var version: Int64 { enCours?.version ?? 0 }
  }

  /// A declared constraint, with the exams that it meets.
  public struct Contrainte: Sendable {
    public let contrainte: ContrainteDeSession2
    public let nom: String
    public let touchees: [CleDEpreuve]
  }

  /// A report, with what is proposed for it today.
  public struct Signalement: Sendable {
    public let signalement: SignalementDeSession2
    public let nom: String
    public let propositions: [JugementDeCalendrier.ChevauchementVu]
  }

  public func executer(_ travail: Travail) throws -> Vue {
    let (session, _) = try travail.sessionAConduire(campagne)
    let registre = travail.registre
    let (publie, enCours) = try travail.calendriers(campagne)
    let calendrier = enCours ?? publie
    let matiere = try MatiereDeCalendrier(
      session,
      surInscrits: calendrier?.estConfirme,
      travail,
    )
    let (jugement, ecarts, empechement) = try juger(calendrier, session, travail)
    let lieux = try registre.lieuxDeSession2(campagne)
    return Vue(
      session: session.session,
      promotion: session.promotion,
      lieux: lieux,
      chomes: try travail.joursChomes(session.session),
      publie: publie,
      enCours: enCours,
      empreinte: enCours.map { registre.empreinte(Array($0.texte.utf8)) },
      jugement: jugement,
      ecarts: ecarts,
      empechement: empechement,
      contraintes: matiere.contraintes.map { contrainte in
        Contrainte(
          contrainte: contrainte,
          nom: matiere.nom(contrainte.etudiant),
          touchees: (calendrier?.seances(de: contrainte.etudiant) ?? []).filter { seance in
            guard let horaire = seance.horaire(de: contrainte.etudiant) else { return false }
            return contrainte.touche(seance.debut.jour, de: horaire.debut, a: horaire.fin)
          }.map(\.epreuve),
        )
      },
      signalements: try registre.signalementsDeSession2(campagne).map { signalement in
        Signalement(
          signalement: signalement,
          nom: matiere.nom(signalement.etudiant),
          propositions: (jugement?.chevauchements ?? []).filter { vu in
            vu.etudiant == signalement.etudiant
              && vu.epreuves.contains { une in
                signalement.epreuves.contains { $0.commune == une.commune }
              }
          },
        )
      },
      sansForme: matiere.sansForme,
      besoins: matiere.besoins(lieux?.salles ?? []),
      candidats: matiere.candidats.count,
      estSurInscrits: matiere.estSurInscrits,
      noms: matiere.noms,
      peutSigner: travail.peut(.signerLeCalendrier, session.promotion.lieu),
      peutDeroger: try travail.peutDeroger(session.session),
      graine: try registre.tirageDesPlaces(campagne),
    )
  }

  private func juger(
    _ calendrier: CalendrierDeSession2?,
    _ session: SessionACalendrier,
    _ travail: Travail,
  ) throws -> (JugementDeCalendrier?, [EcartDeSeance], String?) {
    guard let calendrier else { return (nil, [], nil) }
    do {
      let brouillon = try BrouillonDeCalendrier(session, calendrier, travail)
      let jugement = JugementDeCalendrier(brouillon.probleme, calendrier.seances)
      return (jugement, MiseAJourDeCalendrier(brouillon).ecarts, nil)
    } catch Refus.etat(let etat) {
      return (nil, [], etat.phrase)
    }
  }
}

/// The exams of a student at a session, as they are published: hour, room, what is granted, what
/// changed, what they declared and reported.
public struct VoirSonCalendrierDeSession2: Question {
  public static let nom = "voir-son-calendrier-de-session-2"
  public let etudiant: Identifiant<Etudiant>

  public init(_ etudiant: Identifiant<Etudiant>) {
    self.etudiant = etudiant
  }

  /// A session with what one student reads of its calendar.
  public struct Sienne: Sendable {
    public let session: SessionDeRattrapage
    public let promotion: Promotion
    /// `nil` until the calendar is published.
    public let signature: CalendrierDeSession2.Signature?
    public let publication: CalendrierDeSession2.Publication?
    public let estConfirme: Bool
    public let seances: [SeanceDeSession2]
    public let epreuves: [EpreuveDeSession2]
    /// Two at once, or one during a constraint that was declared.
    public let chevauchements: [[CleDEpreuve]]
    public let changements: [ConvocationChangee]
    public let contraintes: [ContrainteDeSession2]
    public let signalements: [SignalementDeSession2]
    public let amenagements: [AmenagementDeSession2]
  }

  public func executer(_ travail: Travail) throws -> [Sienne] {
    let lieux = try travail.lieux(de: etudiant)
    _ = try travail.exiger(.voirLesNotes, parmi: lieux)
    let promotions = Set(try travail.registre.inscriptions(etudiant: etudiant).map(\.promotion))
    return try promotions.sorted().flatMap { promotion in
      try travail.registre.sessionsDeRattrapage(promotion).map { try sienne($0, travail) }
    }.sorted { $0.session.premierJour > $1.session.premierJour }
  }

  private func sienne(_ session: SessionDeRattrapage, _ travail: Travail) throws -> Sienne {
    let registre = travail.registre
    let publie = try travail.calendriers(session.campagne).publie
    let seances = publie?.seances(de: etudiant) ?? []
    let contraintes = try registre.contraintesDeSession2(session.campagne)
      .filter { $0.etudiant == etudiant }
    return Sienne(
      session: session,
      promotion: try travail.promotion(session.promotion),
      signature: publie?.signature,
      publication: publie?.publication,
      estConfirme: publie?.estConfirme ?? false,
      seances: seances,
      epreuves: try registre.epreuvesDeSession2(session.campagne),
      chevauchements: seances.chevauchements(de: etudiant, contraintes),
      changements: try registre.convocationsChangees(etudiant, session.campagne)
        .filter { !$0.avant.isEmpty },
      contraintes: contraintes,
      signalements: try registre.signalementsDeSession2(session.campagne)
        .filter { $0.etudiant == etudiant },
      amenagements: try travail.amenagements(de: session).filter { $0.etudiant == etudiant },
    )
  }
}

extension [SeanceDeSession2] {
  /// What a student cannot sit: two at once, or one when they said that they are away.
  func chevauchements(de etudiant: Identifiant<Etudiant>, _ contraintes: [ContrainteDeSession2])
    -> [[CleDEpreuve]]
  {
    let presences = filter { $0.epreuve.forme != .projet }
    var trouves: [[CleDEpreuve]] = []
    for (rang, une) in presences.enumerated() {
      guard let horaire = une.horaire(de: etudiant) else { continue }
      for autre in presences[(rang + 1)...] where autre.debut.jour == une.debut.jour {
        guard let second = autre.horaire(de: etudiant) else { continue }
        if horaire.debut < second.fin, second.debut < horaire.fin {
          trouves.append([une.epreuve, autre.epreuve])
        }
      }
      if contraintes.contains(where: {
        $0.touche(une.debut.jour, de: horaire.debut, a: horaire.fin)
      }) {
        trouves.append([une.epreuve])
      }
    }
    return trouves
  }
}
