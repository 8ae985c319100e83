public import Scolarite

/// The requests to repeat of a promotion, with what lacks to each.
public struct VoirLesRedoublements: Question {
  public static let nom = "voir-les-redoublements"
  public let promotion: Identifiant<Promotion>

  /// A promotion and its requests, in the order of names.
  public struct Liste: Hashable, Sendable {
    public let promotion: Promotion
    public let demandes: [Demandee]
    /// Students who may still ask, for whoever may enter it for them; `nil` for who may not.
    public let autres: [Etudiant]?
  }

  /// A request and whose it is.
  public struct Demandee: Hashable, Sendable {
    public let etudiant: Etudiant
    public let procedure: ProcedureDeRedoublement
  }

  public init(_ promotion: Identifiant<Promotion>) {
    self.promotion = promotion
  }

  public func executer(_ travail: Travail) throws -> Liste {
    let promotion = try travail.promotion(promotion)
    _ = try travail.exiger(unDe: Travail.voientLesRedoublements, promotion.lieu)
    let procedures = Dictionary(
      uniqueKeysWithValues: try travail.registre.redoublements(promotion.id)
        .map { ($0.etudiant, $0) }
    )
    let inscrits = try travail.registre.inscrits(promotion.id)
    let rangees = inscrits.map { (etudiant: $0.etudiant.nomme, estParti: $0.estParti) }
      .parNom(\.etudiant)
    let peutSaisir = travail.peut(.deposerUneDemande, promotion.lieu)
    return Liste(
      promotion: promotion,
      demandes: rangees.compactMap { rangee in
        procedures[rangee.etudiant.id].map {
          Demandee(etudiant: rangee.etudiant, procedure: $0)
        }
      },
      autres: peutSaisir
        ? rangees.filter { !$0.estParti && procedures[$0.etudiant.id].estOuverte }.map(\.etudiant)
        : nil,
    )
  }
}

extension Travail {
  /// The rights of which any shows requests to repeat.
  static let voientLesRedoublements: [Droit] = [
    .instruireUnRedoublement, .proposerUnRedoublement, .deciderDUnRedoublement,
  ]
}

/// A request to repeat with its counters and their grounds.
public struct VoirUnRedoublement: Question {
  public static let nom = "voir-un-redoublement"
  public let procedure: Identifiant<ProcedureDeRedoublement>

  /// A request, whose it is, and what the person may do about it.
  public struct Fiche: Sendable {
    public let promotion: Promotion
    public let etudiant: Etudiant
    public let procedure: ProcedureDeRedoublement
    /// The counters, with the grounds of them; `nil` once given up.
    public let compteurs: Redoublement<AvecPreuve>?
    /// How many the règlement allows.
    public let maximum: Int
    public let droits: Set<Droit>
  }

  public init(_ procedure: Identifiant<ProcedureDeRedoublement>) {
    self.procedure = procedure
  }

  public func executer(_ travail: Travail) throws -> Fiche {
    guard let procedure = try travail.registre.redoublement(procedure) else {
      throw Refus.inconnu(.redoublement)
    }
    let promotion = try travail.promotion(procedure.promotion)
    _ = try travail.exiger(unDe: Travail.voientLesRedoublements, promotion.lieu)
    let (dossier, reglement) = try travail.dossier(de: procedure)
    return Fiche(
      promotion: promotion,
      etudiant: try travail.identifie(procedure.etudiant),
      procedure: procedure,
      compteurs: Deliberation<AvecPreuve>.resultats(dossier, reglement).redoublement,
      maximum: reglement.courant.redoublementsPermis,
      droits: travail.droitsDeRedoublement(promotion.lieu),
    )
  }
}

/// What a student sees of their requests to repeat: what they asked, and what they were told.
public struct VoirSesRedoublements: Question {
  public static let nom = "voir-ses-redoublements"
  public let etudiant: Identifiant<Etudiant>

  /// The requests of a student, and where one may be made.
  public struct Siens: Sendable {
    public let etudiant: Etudiant
    /// The last first.
    public let demandes: [Sienne]
    /// The enrolments in which a request may be made.
    public let ouvertes: [Ouverte]
    /// How many the règlement allows; `nil` where none was asked.
    public let maximum: Int?
  }

  /// A request as its student may see it: nothing of what was proposed or decided before it was
  /// notified.
  public struct Sienne: Sendable {
    public let promotion: Promotion
    public let procedure: ProcedureDeRedoublement
    /// The counters as they stood when it was made.
    public let compteurs: Redoublement<AvecPreuve>?
  }

  /// A promotion in which a request may be made, and for what.
  public struct Ouverte: Hashable, Sendable {
    public let promotion: Promotion
    public let semestres: [NumeroSemestre]
  }

  public init(_ etudiant: Identifiant<Etudiant>) {
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> Siens {
    let lieux = try travail.lieux(de: etudiant)
    _ = try travail.exiger(.deposerUneDemande, parmi: lieux)
    let procedures = try travail.registre.redoublements(etudiant: etudiant)
    let siennes = try procedures.reversed().compactMap { procedure -> Sienne? in
      let promotion = try travail.promotion(procedure.promotion)
      guard travail.peut(.deposerUneDemande, promotion.lieu.etudiant(etudiant)) else { return nil }
      return Sienne(
        promotion: promotion,
        procedure: procedure.montree,
        compteurs: try compteurs(promotion, travail),
      )
    }
    return Siens(
      etudiant: try travail.identifie(etudiant),
      demandes: siennes,
      ouvertes: try ouvertes(procedures, travail),
      maximum: try siennes.first.map {
        try travail.reglement($0.promotion).courant.redoublementsPermis
      },
    )
  }

  private func compteurs(_ promotion: Promotion, _ travail: Travail) throws
    -> Redoublement<AvecPreuve>?
  {
    let dossier = try travail.dossier(etudiant, promotion, .publiee)
    let reglement = try travail.reglement(promotion)
    return Deliberation<AvecPreuve>.resultats(dossier, reglement).redoublement
  }

  /// The last enrolment that did not end, unless a request stands for it.
  private func ouvertes(_ procedures: [ProcedureDeRedoublement], _ travail: Travail) throws
    -> [Ouverte]
  {
    try travail.registre.inscriptions(etudiant: etudiant).compactMap { inscription in
      let promotion = try travail.promotion(inscription.promotion)
      let dejaDemande = procedures.contains {
        $0.promotion == promotion.id && $0.retiree == nil
      }
      guard inscription.fin == nil, !dejaDemande,
        travail.peut(.deposerUneDemande, promotion.lieu.etudiant(etudiant))
      else { return nil }
      return Ouverte(promotion: promotion, semestres: inscription.semestres)
    }.sorted { ($1.promotion.annee, $1.promotion.id) < ($0.promotion.annee, $0.promotion.id) }
  }
}

extension ProcedureDeRedoublement {
  /// As its student may see it.
  fileprivate var montree: ProcedureDeRedoublement {
    var montree = self
    montree.proposition = nil
    montree.derogation = nil
    guard notifiee == nil else { return montree }
    montree.supplement = nil
    montree.decision = nil
    return montree
  }
}

extension Travail {
  /// The student, by name.
  fileprivate func identifie(_ etudiant: Identifiant<Etudiant>) throws -> Etudiant {
    guard let personne = try registre.etudiant(etudiant) else { throw Refus.inconnu(.etudiant) }
    return personne.nomme
  }

  /// What the person may do about a request.
  fileprivate func droitsDeRedoublement(_ lieu: Lieu) -> Set<Droit> {
    let possibles: [Droit] = [
      .instruireUnRedoublement, .proposerUnRedoublement, .deciderDUnRedoublement,
      .accorderUnSupplement, .deposerUneDemande,
    ]
    return Set(possibles.filter { peut($0, lieu) })
  }
}

extension ProcedureDeRedoublement? {
  /// Whether a request may be made in its place: there is none, or it was given up.
  fileprivate var estOuverte: Bool { self == nil || self?.retiree != nil }
}
