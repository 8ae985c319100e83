internal import Calendrier
public import Scolarite

/// A change by hand of a calendar: what it makes of it, and what it costs.
struct CorrectionDeCalendrier {
  let brouillon: BrouillonDeCalendrier
  /// The sittings with this change alone.
  let seances: [SeanceDeSession2]
  private let cle: CleDEpreuve
  private let debut: Instant
  private let salle: String?

  /// Proposals of the search that repairs: enough for a session, and the same everywhere.
  private static let propositions = 60_000

  /// Moves all parts of an exam; its first takes a room, where one is given.
  init(
    _ brouillon: BrouillonDeCalendrier,
    _ cle: CleDEpreuve,
    vers debut: Instant,
    salle: String?,
  ) throws(Refus) {
    self.brouillon = brouillon
    self.cle = cle
    self.debut = debut
    self.salle = salle
    guard brouillon.calendrier.seances.contains(where: { $0.epreuve == cle }) else {
      throw .donnees([.init("épreuve", .inconnue(vu: cle.phrase))])
    }
    try brouillon.verifier(debut, salle)
    var premiere = true
    seances = brouillon.calendrier.seances.map { seance in
      guard seance.epreuve == cle else { return seance }
      defer { premiere = false }
      return SeanceDeSession2(
        cle,
        debut: debut,
        minutes: seance.minutes,
        salle: premiere && !seance.salle.isEmpty ? salle ?? seance.salle : seance.salle,
        convoques: seance.convoques,
      )
    }
  }

  /// What holds no longer by this change, though it held before.
  func empechements() throws(Refus) -> [String] {
    let avant = JugementDeCalendrier(brouillon.probleme, brouillon.calendrier.seances)
    let apres = JugementDeCalendrier(try brouillon.probleme(seances), seances)
    let connues = Set(avant.violations)
    return apres.violations.filter { !connues.contains($0) }
  }

  /// The same change with as few others as repair it; `nil` where nothing does.
  func reparee() throws(Refus) -> [SeanceDeSession2]? {
    let probleme = brouillon.probleme
    guard let rang = probleme.cles.firstIndex(of: cle),
      let periode = probleme.creneaux.firstIndex(where: { $0.debut == debut })
    else { return nil }
    let place = salle.flatMap { nom in
      probleme.probleme.salles.firstIndex { $0.nom == nom }
    }
    // The engine fixes the exam where it is told: a room that does not suit it is not to be asked.
    if let place, let permises = probleme.probleme.epreuves[rang].salles, !permises.contains(place)
    {
      return nil
    }
    do throws(ProblemeDExamens.Faute) {
      let reparation = try Recherche(probleme.probleme).changer(
        rang,
        a: periode,
        salle: place,
        dans: probleme.calendrier(brouillon.calendrier.seances),
        propositions: Self.propositions,
      )
      return reparation.repare.map(probleme.seances)
    } catch {
      return nil
    }
  }
}

extension BrouillonDeCalendrier {
  /// A period and a room of the session.
  func verifier(_ debut: Instant, _ salle: String?) throws(Refus) {
    guard lieux.creneaux.contains(where: { $0.debut == debut }) else {
      throw .donnees([.init("créneau", .inconnue(vu: debut.enToutesLettres))])
    }
    if let salle, !salle.isEmpty, !lieux.salles.contains(where: { $0.nom == salle }) {
      throw .donnees([.init("salle", .inconnue(vu: salle))])
    }
  }
}

/// What moving an exam would do, before it is done.
public struct EstimerUnDeplacement: Question {
  public static let nom = "estimer-un-deplacement"
  public let campagne: Identifiant<Campagne>
  public let epreuve: CleDEpreuve
  public let debut: Instant
  public let salle: String?

  public init(
    campagne: Identifiant<Campagne>,
    epreuve: CleDEpreuve,
    vers debut: Instant,
    salle: String?,
  ) {
    self.campagne = campagne
    self.epreuve = epreuve
    self.debut = debut
    self.salle = salle
  }

  /// What would come of it.
  public struct Estimation: Sendable {
    public let epreuve: CleDEpreuve
    public let coutAvant: Int
    public let coutApres: Int
    /// What it cannot be.
    public let empechements: [String]
    /// The clashes that it makes, and those that it ends.
    public let nouveaux: [String]
    public let leves: [String]
    public let reparation: Reparation?

    public var variation: Int { coutApres - coutAvant }
  }

  /// The same change with the fewest others.
  public struct Reparation: Sendable {
    public let cout: Int
    /// What else moves, one phrase each; empty where nothing does but a room.
    public let deplacements: [String]
  }

  public func executer(_ travail: Travail) throws -> Estimation {
    let (session, _) = try travail.sessionAConduire(campagne)
    let brouillon = try BrouillonDeCalendrier(
      session,
      travail.calendrierACorriger(campagne),
      travail,
    )
    let correction = try CorrectionDeCalendrier(brouillon, epreuve, vers: debut, salle: salle)
    let avant = JugementDeCalendrier(brouillon.probleme, brouillon.calendrier.seances)
    let apres = JugementDeCalendrier(brouillon.probleme, correction.seances)
    func phrases(_ jugement: JugementDeCalendrier) -> [String] {
      jugement.chevauchements.map { "\($0.nom) : \($0.constat)" }
    }
    let (anciens, nouveaux) = (Set(phrases(avant)), Set(phrases(apres)))
    let empechements = apres.violations.filter { !Set(avant.violations).contains($0) }
    return Estimation(
      epreuve: epreuve,
      coutAvant: avant.cout,
      coutApres: apres.cout,
      empechements: empechements,
      nouveaux: phrases(apres).filter { !anciens.contains($0) },
      leves: phrases(avant).filter { !nouveaux.contains($0) },
      reparation: empechements.isEmpty ? nil : try reparation(correction, brouillon),
    )
  }

  private func reparation(
    _ correction: CorrectionDeCalendrier,
    _ brouillon: BrouillonDeCalendrier,
  ) throws -> Reparation? {
    guard let reparees = try correction.reparee() else { return nil }
    let anciennes = brouillon.calendrier.seances
    let cles = Set(reparees.map(\.epreuve)).filter { $0 != epreuve }.sorted()
    return Reparation(
      cout: JugementDeCalendrier(brouillon.probleme, reparees).cout,
      deplacements: cles.compactMap { cle in
        let avant = anciennes.filter { $0.epreuve == cle }
        let apres = reparees.filter { $0.epreuve == cle }
        guard avant.map(\.lieu) != apres.map(\.lieu), let premiere = apres.first else {
          return nil
        }
        return "\(cle.phrase) : \(premiere.debut.enToutesLettres), "
          + apres.map(\.salle).sansDoublon.joined(separator: ", ")
      },
    )
  }
}

extension SeanceDeSession2 {
  /// Its hour and its room, in a text that compares.
  fileprivate var lieu: String { "\(debut) \(salle)" }
}

/// Moves an exam, or an individual sitting, to another hour and room.
public struct DeplacerUneEpreuve: Acte {
  public static let nom = "deplacer-une-epreuve"
  public let campagne: Identifiant<Campagne>
  public let epreuve: CleDEpreuve
  public let debut: Instant
  /// `nil` keeps the rooms that it has.
  public let salle: String?
  /// Whether others may move, as few as can be, so that it holds.
  public let enReparant: Bool
  /// The report that this answers.
  public let signalement: Identifiant<SignalementDeSession2>?
  /// The version that was read.
  public let version: Int64

  public init(
    campagne: Identifiant<Campagne>,
    epreuve: CleDEpreuve,
    vers debut: Instant,
    salle: String?,
    enReparant: Bool = false,
    signalement: Identifiant<SignalementDeSession2>? = nil,
    version: Int64,
  ) {
    self.campagne = campagne
    self.epreuve = epreuve
    self.debut = debut
    self.salle = salle
    self.enReparant = enReparant
    self.signalement = signalement
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> CalendrierDeSession2 {
    let (session, permis) = try travail.sessionAConduire(campagne)
    let avant = try travail.calendrierACorriger(campagne)
    let brouillon = try BrouillonDeCalendrier(session, avant, travail)
    let correction = try CorrectionDeCalendrier(brouillon, epreuve, vers: debut, salle: salle)
    var seances = correction.seances
    let empechements = try correction.empechements()
    if !empechements.isEmpty {
      guard enReparant, let reparees = try correction.reparee() else {
        throw Refus.etat(.calendrierDeSession2(.placeImpossible(empechements)))
      }
      seances = reparees
    }
    let apres = try travail.corriger(
      avant,
      seances,
      Self.nom,
      permis,
      version: version,
      sujet: epreuve.individuel,
    )
    if let signalement {
      try travail.resoudre(
        signalement,
        "« \(epreuve.phrase) » est décalée au \(debut.enToutesLettres).",
      )
    }
    return apres
  }
}

/// Has a student sit an exam alone, under continuous supervision, at another hour.
public struct FairePasserSeul: Acte {
  public static let nom = "faire-passer-seul"
  public let campagne: Identifiant<Campagne>
  /// The exam of everybody.
  public let epreuve: CleDEpreuve
  public let etudiant: Identifiant<Etudiant>
  public let debut: Instant
  public let salle: String
  public let signalement: Identifiant<SignalementDeSession2>?
  /// The version that was read.
  public let version: Int64

  public init(
    campagne: Identifiant<Campagne>,
    epreuve: CleDEpreuve,
    etudiant: Identifiant<Etudiant>,
    le debut: Instant,
    salle: String,
    signalement: Identifiant<SignalementDeSession2>? = nil,
    version: Int64,
  ) {
    self.campagne = campagne
    self.epreuve = epreuve.commune
    self.etudiant = etudiant
    self.debut = debut
    self.salle = salle
    self.signalement = signalement
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> CalendrierDeSession2 {
    let (session, permis) = try travail.sessionAConduire(campagne)
    let avant = try travail.calendrierACorriger(campagne)
    let brouillon = try BrouillonDeCalendrier(session, avant, travail)
    try brouillon.verifier(debut, salle)
    let seances = try seances(avant)
    let connues = Set(JugementDeCalendrier(brouillon.probleme, avant.seances).violations)
    let apres = JugementDeCalendrier(try brouillon.probleme(seances), seances)
    let empechements = apres.violations.filter { !connues.contains($0) }
    guard empechements.isEmpty else {
      throw Refus.etat(.calendrierDeSession2(.placeImpossible(empechements)))
    }
    let ecrit = try travail.corriger(
      avant,
      seances,
      Self.nom,
      permis,
      version: version,
      sujet: etudiant,
    )
    if let signalement {
      try travail.resoudre(
        signalement,
        "Vous passez « \(epreuve.phrase) » individuellement, sous surveillance continue, le "
          + "\(debut.enToutesLettres)" + (salle.isEmpty ? "." : ", \(salle)."),
      )
    }
    return ecrit
  }

  /// The sittings with the student out of the group and alone.
  private func seances(_ avant: CalendrierDeSession2) throws(Refus) -> [SeanceDeSession2] {
    let sienne = avant.seances.first { seance in
      seance.epreuve.commune == epreuve && seance.convoques.contains { $0.etudiant == etudiant }
    }
    guard let sienne, let convoque = sienne.convoques.first(where: { $0.etudiant == etudiant })
    else { throw .etat(.calendrierDeSession2(.horsDeLaSeance)) }
    let restantes = avant.seances.compactMap { seance in
      seance.epreuve.commune == epreuve ? seance.gardant { $0 != etudiant } : seance
    }
    return restantes + [
      SeanceDeSession2(
        CleDEpreuve(epreuve.ue, epreuve.forme, individuel: etudiant),
        debut: debut,
        minutes: sienne.minutes,
        salle: salle,
        convoques: [convoque],
      )
    ]
  }
}

extension Travail {
  /// Answers a report by what was just done.
  fileprivate func resoudre(_ id: Identifiant<SignalementDeSession2>, _ reponse: String) throws {
    guard let signalement = try registre.signalementDeSession2(id) else {
      throw Refus.inconnu(.chevauchement)
    }
    _ = try RepondreAUnSignalement(id, reponse, version: signalement.version).executer(self)
  }
}
