public import Scolarite

/// Reports what happened, with those whom it concerns, named or not yet.
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
  public let comportement: Comportement
  public let temoins: String
  /// Those who took part and could not be named yet.
  public let inconnus: String
  public let penal: Bool
  public let degat: Incident.Degat?

  public init(
    promotion: Identifiant<Promotion>,
    etudiants: [Identifiant<Etudiant>],
    date: Instant,
    lieu: String? = nil,
    evaluation: Identifiant<EvaluationDeModule>? = nil,
    surveillant: String,
    recit: String,
    signature: Incident.Signature = .sansObjet,
    comportement: Comportement = .fraude,
    temoins: String = "",
    inconnus: String = "",
    penal: Bool = false,
    degat: Incident.Degat? = nil,
  ) {
    self.promotion = promotion
    self.etudiants = etudiants
    self.date = date
    self.lieu = lieu
    self.evaluation = evaluation
    self.surveillant = surveillant
    self.recit = recit
    self.signature = signature
    self.comportement = comportement
    self.temoins = temoins
    self.inconnus = inconnus
    self.penal = penal
    self.degat = degat
  }

  public func executer(_ travail: Travail) throws -> Incident {
    let promotion = try travail.promotion(promotion)
    let permis = try permis(promotion, travail)
    try travail.nommer([("surveillant", surveillant)])
    guard !recit.isEmpty else { throw Refus.donnees([.init("description", .absente)]) }
    guard !etudiants.isEmpty || !inconnus.isEmpty else {
      throw Refus.donnees([.init("étudiants", .absente)])
    }
    guard !date.estApres(travail.moment.instant) else { throw Refus.etat(.dateAVenir) }
    for etudiant in etudiants { try travail.verifierLInscription(etudiant, dans: promotion.id) }
    if let degat { try degat.verifier(comportement) }
    let incident = Incident(
      id: try travail.registre.nouvelIdentifiant(),
      promotion: promotion.id,
      date: date,
      lieu: lieu,
      evaluation: evaluation,
      surveillant: surveillant,
      description: recit,
      signature: signature,
      comportement: comportement,
      auteur: travail.auteur,
      temoins: temoins,
      inconnus: inconnus,
      penal: penal,
      chef: comportement.chef,
      degat: degat,
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

  /// On the module of the test; else on the promotion, or on some module of it.
  private func permis(_ promotion: Promotion, _ travail: Travail) throws -> Permis {
    if let evaluation {
      let epreuve = try travail.evaluation(evaluation)
      guard epreuve.promotion == promotion.id else { throw Refus.inconnu(.evaluation) }
      return try travail.exiger(.signalerUnIncident, promotion.lieu.module(epreuve.module))
    }
    return try travail.exiger(.signalerUnIncident, parmi: travail.lieuxDeSignalement(promotion))
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
      "comportement": .texte(comportement.rawValue), "temoins": .texte(temoins),
      "inconnus": .texte(inconnus), "penal": .verdict(penal), "chef": .texte(chef.rawValue),
      "degat": degat.map { .faits($0.faits) } ?? .vide,
      "proces-verbal": procesVerbal.map { .faits($0.faits) } ?? .vide,
      "suites": .liste(suites.map { .faits($0.faits) }),
    ]
  }
}

extension Incident.Suite {
  fileprivate var faits: Faits {
    let base: Faits = [
      "etudiant": Faits.Valeur(etudiant), "etat": .texte(etat.mot), "depuis": Faits.Valeur(depuis),
      "etapes": .liste(etapes.map { .faits($0.faits) }),
    ]
    switch etat {
    case .signale, .sectionSaisie: return base
    case .classe(let motif), .relaxe(let motif): return base + ["motif": .texte(motif)]
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
    case .relaxe: "relaxe"
    case .sanctionne: "sanctionne"
    }
  }
}

extension Incident.Etape {
  fileprivate var faits: Faits {
    [
      "nature": .texte(nature.rawValue), "jour": Faits.Valeur(jour), "texte": .texte(texte),
      "par": .texte(par),
    ]
  }
}

extension Incident.Degat {
  fileprivate var faits: Faits {
    [
      "designation": .texte(designation), "valeur": .entier(valeur), "montant": .entier(montant),
      "etat": .texte(etat.rawValue), "facture": .texte(facture),
    ]
  }
}

extension Incident.ProcesVerbal {
  fileprivate var faits: Faits {
    var expulsion: String?
    if case .expulsion(let motif) = participation { expulsion = motif }
    return [
      "jour": Faits.Valeur(jour), "mesures": .texte(mesures), "pieces": .texte(pieces),
      "expulsion": Faits.Valeur(expulsion),
      "signatures": .liste(
        signatures.map {
          .faits([
            "nom": .texte($0.nom), "etudiant": Faits.Valeur($0.etudiant),
            "signe": .verdict($0.aSigne),
          ])
        }
      ),
    ]
  }
}

extension Travail {
  /// Where somebody may report what happens in a promotion: the whole of it, or their modules.
  func lieuxDeSignalement(_ promotion: Promotion) -> [Lieu] {
    [promotion.lieu]
      + habilitations.compactMap { habilitation in
        guard case .module(promotion.id, let code) = habilitation.portee else { return nil }
        return promotion.lieu.module(code)
      }
  }

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
    motif: String? = nil,
  ) throws {
    let objet = Objet(.incident, avant.id)
    let ecriture = try inscrire(
      acte,
      permis,
      objet,
      sujet: sujet,
      avant: avant.faits,
      apres: apres.faits,
      motif: motif,
    )
    guard try registre.remplacer(apres, ecriture) else {
      throw try conflit(objet, avant.faits, apres.faits, avant.version)
    }
  }
}
