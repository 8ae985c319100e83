public import Scolarite

/// Reports what happened, with those whom it concerns.
public struct SignalerUnIncident: Acte {
  public static let nom = "signaler-un-incident"
  public let promotion: Identifiant<Promotion>
  public let etudiants: [Identifiant<Etudiant>]
  public let date: Instant
  public let lieu: String?
  public let evaluation: Identifiant<EvaluationDeModule>?
  public let surveillant: String
  public let recit: String
  public let signature: Incident.Signature

  public init(
    promotion: Identifiant<Promotion>,
    etudiants: [Identifiant<Etudiant>],
    date: Instant,
    lieu: String? = nil,
    evaluation: Identifiant<EvaluationDeModule>? = nil,
    surveillant: String,
    recit: String,
    signature: Incident.Signature = .sansObjet,
  ) {
    self.promotion = promotion
    self.etudiants = etudiants
    self.date = date
    self.lieu = lieu
    self.evaluation = evaluation
    self.surveillant = surveillant
    self.recit = recit
    self.signature = signature
  }

  public func executer(_ travail: Travail) throws -> Incident {
    let promotion = try travail.promotion(promotion)
    let permis = try travail.exiger(.signalerUnIncident, lieu(promotion, travail))
    try travail.nommer([("surveillant", surveillant)])
    guard !recit.isEmpty else { throw Refus.donnees([.init("description", .absente)]) }
    guard !etudiants.isEmpty else { throw Refus.donnees([.init("étudiants", .absente)]) }
    for etudiant in etudiants { try travail.verifierLInscription(etudiant, dans: promotion.id) }
    let incident = Incident(
      id: try travail.registre.nouvelIdentifiant(),
      promotion: promotion.id,
      date: date,
      lieu: lieu,
      evaluation: evaluation,
      surveillant: surveillant,
      description: recit,
      signature: signature,
      suites: Set(etudiants).sorted().map {
        .init(etudiant: $0, etat: .signale, depuis: date.jour)
      },
      version: 1,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.incident, incident.id),
      sujet: incident.sujet,
      apres: incident.faits,
    )
    try travail.registre.ajouter(incident, ecriture)
    return incident
  }

  /// The promotion, or the module of the test.
  private func lieu(_ promotion: Promotion, _ travail: Travail) throws -> Lieu {
    guard let evaluation else { return promotion.lieu }
    let epreuve = try travail.evaluation(evaluation)
    guard epreuve.promotion == promotion.id else { throw Refus.inconnu(.evaluation) }
    return promotion.lieu.module(epreuve.module)
  }
}

/// Transmits an incident to the section disciplinaire, for some of the students or all.
public struct SaisirLaSection: Acte {
  public static let nom = "saisir-la-section"
  public let incident: Identifiant<Incident>
  public let etudiants: [Identifiant<Etudiant>]
  public let date: Jour
  /// The version that was read.
  public let version: Int64

  public init(
    incident: Identifiant<Incident>,
    etudiants: [Identifiant<Etudiant>],
    date: Jour,
    version: Int64,
  ) {
    self.incident = incident
    self.etudiants = etudiants
    self.date = date
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> Incident {
    let avant = try travail.incident(incident)
    let permis = try travail.exiger(.gererLaDiscipline, travail.promotion(avant.promotion).lieu)
    guard !etudiants.isEmpty else { throw Refus.donnees([.init("étudiants", .absente)]) }
    var apres = avant
    apres.version = version
    for etudiant in etudiants {
      guard let suite = avant.suite(etudiant) else { throw Refus.inconnu(.etudiant) }
      guard suite.etat == .signale else { throw Refus.etat(.procedureEngagee) }
      apres.poser(.init(etudiant: etudiant, etat: .sectionSaisie, depuis: date))
    }
    try travail.remplacer(avant, apres, Self.nom, permis, sujet: avant.sujet)
    apres.version += 1
    return apres
  }
}

extension Incident {
  /// Puts what came of it for a student in place of what stood.
  mutating func poser(_ suite: Suite) {
    suites = suites.map { $0.etudiant == suite.etudiant ? suite : $0 }
  }

  /// The student, where it concerns only one.
  var sujet: Identifiant<Etudiant>? { suites.count == 1 ? suites.first?.etudiant : nil }

  var faits: Faits {
    [
      "date": .texte(date.description), "lieu": Faits.Valeur(lieu),
      "evaluation": Faits.Valeur(evaluation), "surveillant": .texte(surveillant),
      "description": .texte(description), "signature": .texte(signature.rawValue),
      "suites": .liste(suites.map { .faits($0.faits) }),
    ]
  }
}

extension Incident.Suite {
  fileprivate var faits: Faits {
    let base: Faits = [
      "etudiant": Faits.Valeur(etudiant), "etat": .texte(etat.mot), "depuis": Faits.Valeur(depuis),
    ]
    switch etat {
    case .signale, .sectionSaisie: return base
    case .classe(let motif): return base + ["motif": .texte(motif)]
    case .sanctionne(let sanction):
      return base + [
        "sanction": .texte(sanction.nature.rawValue),
        "mois": sanction.mois.map { .entier(Int64($0)) } ?? .vide,
        "sursis": .verdict(sanction.sursis), "epreuve-nulle": .verdict(sanction.annuleLEpreuve),
      ]
    }
  }
}

extension Incident.Etat {
  /// The word that a register keeps.
  public var mot: String {
    switch self {
    case .signale: "signale"
    case .sectionSaisie: "section-saisie"
    case .classe: "classe"
    case .sanctionne: "sanctionne"
    }
  }
}

extension Travail {
  func incident(_ id: Identifiant<Incident>) throws -> Incident {
    guard let incident = try registre.incident(id) else { throw Refus.inconnu(.incident) }
    return incident
  }

  /// Writes what came of an incident, or meets the conflict.
  func remplacer(
    _ avant: Incident,
    _ apres: Incident,
    _ acte: String,
    _ permis: Permis,
    sujet: Identifiant<Etudiant>?,
  ) throws {
    let objet = Objet(.incident, avant.id)
    let ecriture = try inscrire(
      acte,
      permis,
      objet,
      sujet: sujet,
      avant: avant.faits,
      apres: apres.faits,
    )
    guard try registre.remplacer(apres, ecriture) else {
      throw try conflit(objet, avant.faits, apres.faits, avant.version)
    }
  }
}
