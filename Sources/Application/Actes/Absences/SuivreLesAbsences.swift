public import Scolarite

/// The absences of a promotion, day by day: hours, the next threshold of each, what worries.
public struct SuivreLesAbsences: Question {
  public static let nom = "suivre-les-absences"
  public let promotion: Identifiant<Promotion>

  /// A promotion, the most worrying students first.
  public struct Suivi: Sendable {
    public let promotion: Promotion
    public let jour: Jour
    /// So many days missed without reason within so many days worry (A42).
    public let preoccupants: (jours: Int, fenetre: Int)
    public let lignes: [Ligne]
    /// Requests that nobody answered, and conditions that wait, the oldest first.
    public let autorisations: [EnAttente]
  }

  /// A request with whose it is.
  public struct EnAttente: Sendable {
    public let autorisation: AutorisationDAbsence
    public let etudiant: Etudiant
  }

  /// A student and where absences lead.
  public struct Ligne: Sendable {
    public let etudiant: Etudiant
    public let statut: Statut
    /// One for each semester.
    public let couts: [CoutDesAbsences]
    /// Unjustified absences of the last days.
    public let joursRecents: [Jour]
    /// The last contact with the trusted person.
    public let contact: Instant?
    /// Whether the trusted person is to be contacted (R1.2.3).
    public let estPreoccupante: Bool
  }

  public init(_ promotion: Identifiant<Promotion>) {
    self.promotion = promotion
  }

  public func executer(_ travail: Travail) throws -> Suivi {
    let promotion = try travail.promotion(promotion)
    _ = try travail.exiger(.suivreLesAbsences, promotion.lieu)
    guard let reglages = try travail.reglages(promotion) else {
      throw Refus.etat(.aucunReglement)
    }
    let volumes = try travail.programme(promotion).volumes
    let absences = try travail.registre.absences(promotion)
    let signalements = Dictionary(
      grouping: try travail.registre.signalements(promotion: promotion.id),
      by: \.etudiant,
    )
    let preoccupants = (
      jours: reglages.entier(.joursPreoccupants), fenetre: reglages.entier(.fenetrePreoccupante),
    )
    let recents = try recents(promotion, preoccupants.fenetre, travail)
    let inscriptions = try travail.registre.inscriptions(promotion.id).filter { $0.fin == nil }
    let parEtudiant = Dictionary(
      inscriptions.map { ($0.etudiant, $0) },
      uniquingKeysWith: { $1 },
    )
    let etudiants = try travail.registre.etudiants(promotion.id).map(\.nomme)
    let lignes = etudiants.parNom(\.self).compactMap { etudiant -> Ligne? in
      guard let inscription = parEtudiant[etudiant.id] else { return nil }
      let statut = inscription.statut(le: travail.moment.jour)
      let siennes = absences[etudiant.id]?.parSemestre ?? [:]
      let suivis = promotion.anneeBUT.semestres.map { numero in
        SemestreSuivi(
          numero: numero,
          statut: statut,
          absences: Absences(creneaux: siennes[numero] ?? []),
        )
      }
      let jours = recents[etudiant.id]?.sorted() ?? []
      let contact = signalements[etudiant.id]?.last { $0.nature == .contact }?.depose
      let vu = contact.flatMap { contact in jours.last.map { contact.jour >= $0 } } ?? false
      return Ligne(
        etudiant: etudiant,
        statut: statut,
        couts: reglages.couts(suivis, volumes: volumes),
        joursRecents: jours,
        contact: contact,
        estPreoccupante: jours.count >= preoccupants.jours && !vu,
      )
    }
    return Suivi(
      promotion: promotion,
      jour: travail.moment.jour,
      preoccupants: preoccupants,
      lignes: lignes.filter(\.estPreoccupante) + lignes.filter { !$0.estPreoccupante },
      autorisations: try enAttente(promotion, etudiants, travail),
    )
  }

  /// The last days with an absence that nothing explains.
  private func recents(_ promotion: Promotion, _ fenetre: Int, _ travail: Travail) throws
    -> [Identifiant<Etudiant>: Set<Jour>]
  {
    let debut = travail.moment.jour.plus(jours: -fenetre)
    var jours: [Identifiant<Etudiant>: Set<Jour>] = [:]
    try travail.registre.absences(promotion: promotion.id) { situee in
      guard situee.debut.jour >= debut, situee.presence.justification == .aucune else { return }
      jours[situee.presence.etudiant, default: []].insert(situee.debut.jour)
    }
    return jours
  }

  private func enAttente(
    _ promotion: Promotion,
    _ etudiants: [Etudiant],
    _ travail: Travail,
  ) throws -> [EnAttente] {
    let noms = Dictionary(uniqueKeysWithValues: etudiants.map { ($0.id, $0) })
    return try travail.registre.autorisations(promotion: promotion.id).compactMap {
      autorisation in
      guard autorisation.attend, let etudiant = noms[autorisation.etudiant] else { return nil }
      return EnAttente(autorisation: autorisation, etudiant: etudiant)
    }
  }
}

/// The promotions whose absences the person follows.
public struct VoirLesPromotionsAbsentes: Question {
  public static let nom = "voir-les-promotions-absentes"

  public init() {}

  public func executer(_ travail: Travail) throws -> [Promotion] {
    try travail.registre.promotions().filter { travail.peut(.suivreLesAbsences, $0.lieu) }
      .sorted { ($1.annee, $0.nom) < ($0.annee, $1.nom) }
  }
}

/// The attendance of a promotion over a period, for a CFA or the CROUS.
public struct EtablirUnEtatDAssiduite: Question {
  public static let nom = "etablir-un-etat-d-assiduite"
  public let promotion: Identifiant<Promotion>
  public let du: Jour
  public let au: Jour
  public let alternantsSeuls: Bool

  /// One line for each slot that a student missed, and the hours of everybody.
  public struct Etat: Sendable {
    public let promotion: Promotion
    public let etudiants: [DEtudiant]
  }

  /// The attendance of a student.
  public struct DEtudiant: Sendable {
    public let etudiant: Etudiant
    public let statut: Statut
    /// Slots at which something was seen, the first to the last.
    public let creneaux: [PresenceSituee]

    /// The hours that the student was there.
    public var presentes: Decimale {
      creneaux.reduce(.zero) {
        $0 + (Seance.heures(minutes: $1.minutes - $1.minutesManquees) ?? .zero)
      }
    }

    /// The hours missed, justified or not.
    public func manquees(justifiees: Bool) -> Decimale {
      creneaux.filter { ($0.presence.justification != .aucune) == justifiees }
        .reduce(.zero) { $0 + (Seance.heures(minutes: $1.minutesManquees) ?? .zero) }
    }
  }

  public init(
    _ promotion: Identifiant<Promotion>,
    du: Jour,
    au: Jour,
    alternantsSeuls: Bool,
  ) {
    self.promotion = promotion
    self.du = du
    self.au = au
    self.alternantsSeuls = alternantsSeuls
  }

  public func executer(_ travail: Travail) throws -> Etat {
    let promotion = try travail.promotion(promotion)
    _ = try travail.exiger(.suivreLesAbsences, promotion.lieu)
    guard du <= au else {
      throw Refus.donnees([.init("au", .horsBornes(vu: "\(au)", bornes: "à partir du \(du)"))])
    }
    let statuts = Dictionary(
      try travail.registre.inscriptions(promotion.id).map { ($0.etudiant, $0.statut(le: au)) },
      uniquingKeysWith: { $1 },
    )
    let etudiants = try travail.registre.etudiants(promotion.id).map(\.nomme).parNom(\.self)
    return Etat(
      promotion: promotion,
      etudiants: try etudiants.compactMap { etudiant in
        let statut = statuts[etudiant.id] ?? .initial
        guard !alternantsSeuls || statut == .alternant else { return nil }
        let creneaux = try travail.registre.presences(etudiant: etudiant.id).filter {
          $0.promotion == promotion.id && (du...au).contains($0.debut.jour)
        }
        return DEtudiant(etudiant: etudiant, statut: statut, creneaux: creneaux)
      },
    )
  }
}

extension AutorisationDAbsence {
  /// Whether an answer is awaited, or that a condition be seen.
  public var attend: Bool {
    switch etat {
    case .demandee: true
    case .accordee(let condition): condition.map { $0.constat == nil } ?? false
    case .refusee: false
    }
  }
}
