public import Scolarite

/// A day declared as ITI, with when it was declared (R1.2.12 to R1.2.14).
public struct Indisponibilite: Hashable, Sendable {
  public let etudiant: Identifiant<Etudiant>
  public let jour: Jour
  public let declaree: Instant

  public init(etudiant: Identifiant<Etudiant>, jour: Jour, declaree: Instant) {
    self.etudiant = etudiant
    self.jour = jour
    self.declaree = declaree
  }
}

/// Declares a day of ITI: before the hour of the règlement, within the days of the year.
public struct DeclarerUneIndisponibilite: ActeALimite {
  public static let nom = "declarer-une-indisponibilite"
  public let etudiant: Identifiant<Etudiant>
  public let jour: Jour

  public init(_ etudiant: Identifiant<Etudiant>, le jour: Jour) {
    self.etudiant = etudiant
    self.jour = jour
  }

  public func executer(_ travail: Travail) throws -> Indisponibilite {
    let lieux = try travail.lieuxPresents(de: etudiant)
    let permis = try travail.exiger(.annoncerUneAbsence, parmi: lieux)
    let indisponibilite = Indisponibilite(
      etudiant: etudiant,
      jour: jour,
      declaree: travail.arrivee.instant,
    )
    try verifier(travail)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.indisponibilite, etudiant),
      sujet: etudiant,
      apres: [
        "jour": .texte(jour.description),
        "declaree": .texte(indisponibilite.declaree.description),
      ],
    )
    try travail.registre.ajouter(indisponibilite, ecriture)
    for situee in try travail.registre.presences(etudiant: etudiant)
    where situee.debut.jour == jour && situee.presence.estUneAbsence
      && situee.presence.justification == .aucune
    {
      var presence = situee.presence
      presence.justification = .iti(declaree: indisponibilite.declaree)
      presence.version += 1
      guard try travail.registre.ecrire(presence, ecriture) else {
        throw try travail.conflit(situee.presence, presence)
      }
    }
    return indisponibilite
  }

  private func verifier(_ travail: Travail) throws {
    guard let reste = try travail.indisponibilites(etudiant, le: jour) else {
      throw Refus.etat(.etudiantNonInscrit)
    }
    guard reste.estOuverte else { throw Refus.etat(.sansObjetPourUnAlternant) }
    guard travail.arrivee.instant.rangs < reste.limite.rangs else {
      throw Refus.etat(.declarationTardive(reste.limite))
    }
    guard !reste.prises.contains(jour) else { throw Refus.etat(.indisponibiliteDejaDeclaree) }
    guard reste.reste > 0 else { throw Refus.etat(.indisponibilitesEpuisees(reste.quota)) }
  }
}

/// What a student may still declare in the year of a day.
public struct VoirSesIndisponibilites: Question {
  public static let nom = "voir-ses-indisponibilites"
  public let etudiant: Identifiant<Etudiant>
  public let jour: Jour

  /// The days of a year, taken and left.
  public struct Etat: Hashable, Sendable {
    /// Whether the student may declare at all: an apprentice may not, as printed (A23).
    public let estOuverte: Bool
    public let quota: Int
    /// In order.
    public let prises: [Jour]
    /// The moment before which the day is declared.
    public let limite: Instant

    public var reste: Int { max(quota - prises.count, 0) }
  }

  public init(_ etudiant: Identifiant<Etudiant>, le jour: Jour) {
    self.etudiant = etudiant
    self.jour = jour
  }

  /// `nil` where the student follows nothing on that day.
  public func executer(_ travail: Travail) throws -> Etat? {
    let lieux = try travail.lieuxPresents(de: etudiant)
    _ = try travail.exiger(.annoncerUneAbsence, parmi: lieux)
    return try travail.indisponibilites(etudiant, le: jour)
  }
}

extension Travail {
  fileprivate func indisponibilites(_ etudiant: Identifiant<Etudiant>, le jour: Jour) throws
    -> VoirSesIndisponibilites.Etat?
  {
    guard let (_, promotion, statut) = try suivi(etudiant, le: jour),
      Jour(ouvrant: promotion.annee) <= jour, jour <= Jour(cloturant: promotion.annee)
    else { return nil }
    guard let reglages = try reglages(promotion) else { throw Refus.etat(.aucunReglement) }
    let heure = Int((reglages.nombre(.heureLimiteITI) * 60).partieEntiere.numerateur)
    func deux(_ nombre: Int) -> String { (nombre < 10 ? "0" : "") + String(nombre) }
    let minute = min(heure, 1439)
    guard let limite = Instant("\(jour)T\(deux(minute / 60)):\(deux(minute % 60))") else {
      preconditionFailure("a minute of a day")
    }
    let annee = promotion.annee
    let declarees = try registre.indisponibilites(etudiant: etudiant).map(\.jour)
    // Whoever keeps the register may have written some without the form.
    let ecrites = try registre.presences(etudiant: etudiant).compactMap { situee -> Jour? in
      guard situee.presence.estUneAbsence, case .iti(_?) = situee.presence.justification else {
        return nil
      }
      return situee.debut.jour
    }
    let annuelles = Set(declarees + ecrites).filter {
      Jour(ouvrant: annee) <= $0 && $0 <= Jour(cloturant: annee)
    }
    return VoirSesIndisponibilites.Etat(
      estOuverte: statut != .alternant || reglages.actif(.itiAlternants),
      quota: Int(reglages.nombre(.joursITI).partieEntiere.numerateur),
      prises: annuelles.sorted(),
      limite: limite,
    )
  }
}
