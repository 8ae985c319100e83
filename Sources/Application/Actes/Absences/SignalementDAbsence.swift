public import Scolarite

/// What is known of an absence before any document: announced, told by telephone or mail, or worth
/// a call to the trusted person (R1.2.1 to R1.2.3).
public struct SignalementDAbsence: Hashable, Sendable {
  public let id: Identifiant<SignalementDAbsence>
  public let etudiant: Identifiant<Etudiant>
  public let nature: Nature
  public let du: Instant
  public let au: Instant
  public let texte: String
  public let depose: Instant

  /// How it was known.
  public enum Nature: String, CaseIterable, Hashable, Sendable {
    /// By the student, before it began (R1.2.1).
    case prevue
    /// By telephone, to the secretariat (R1.2.2).
    case appel
    case courriel
    /// The trusted person was contacted (R1.2.3).
    case contact

    public var phrase: String {
      switch self {
      case .prevue: "annoncée d’avance"
      case .appel: "signalée par téléphone"
      case .courriel: "signalée par courriel"
      case .contact: "personne de confiance contactée"
      }
    }
  }

  public init(
    id: Identifiant<SignalementDAbsence>,
    etudiant: Identifiant<Etudiant>,
    nature: Nature,
    du: Instant,
    au: Instant,
    texte: String,
    depose: Instant,
  ) {
    self.id = id
    self.etudiant = etudiant
    self.nature = nature
    self.du = du
    self.au = au
    self.texte = texte
    self.depose = depose
  }

  /// Whether a slot begins within the span.
  public func couvre(_ debut: Instant) -> Bool {
    du.rangs <= debut.rangs && debut.rangs <= au.rangs
  }
}

/// Announces an absence to the teachers of its slots, before it begins (R1.2.1).
public struct AnnoncerUneAbsence: ActeALimite {
  public static let nom = "annoncer-une-absence"
  public let etudiant: Identifiant<Etudiant>
  public let du: Instant
  public let au: Instant
  public let texte: String

  public init(_ etudiant: Identifiant<Etudiant>, du: Instant, au: Instant, texte: String) {
    self.etudiant = etudiant
    self.du = du
    self.au = au
    self.texte = texte
  }

  public func executer(_ travail: Travail) throws -> SignalementDAbsence {
    let lieux = try travail.lieuxPresents(de: etudiant)
    let permis = try travail.exiger(.annoncerUneAbsence, parmi: lieux)
    _ = try travail.identite(etudiant)
    guard du.rangs > travail.arrivee.instant.rangs else { throw Refus.etat(.absenceCommencee) }
    return try travail.signaler(.prevue, etudiant, du, au, texte, permis, Self.nom)
  }
}

/// Logs a call or a mail about an absence, or the contact with the trusted person (R1.2.2, R1.2.3).
public struct SignalerUneAbsence: Acte {
  public static let nom = "signaler-une-absence"
  public let etudiant: Identifiant<Etudiant>
  public let nature: SignalementDAbsence.Nature
  public let du: Instant
  public let au: Instant
  public let texte: String

  public init(
    _ etudiant: Identifiant<Etudiant>,
    _ nature: SignalementDAbsence.Nature,
    du: Instant,
    au: Instant,
    texte: String,
  ) {
    self.etudiant = etudiant
    self.nature = nature
    self.du = du
    self.au = au
    self.texte = texte
  }

  public func executer(_ travail: Travail) throws -> SignalementDAbsence {
    let lieux = try travail.lieuxPresents(de: etudiant)
    let permis = try travail.exiger(.suivreLesAbsences, parmi: lieux)
    _ = try travail.identite(etudiant)
    guard nature != .prevue else {
      throw Refus.donnees([.init("nature", .inconnue(vu: nature.rawValue))])
    }
    return try travail.signaler(nature, etudiant, du, au, texte, permis, Self.nom)
  }
}

extension Travail {
  fileprivate func signaler(
    _ nature: SignalementDAbsence.Nature,
    _ etudiant: Identifiant<Etudiant>,
    _ du: Instant,
    _ au: Instant,
    _ texte: String,
    _ permis: Permis,
    _ nom: String,
  ) throws -> SignalementDAbsence {
    try verifierLaPeriode(du, au)
    let signalement = SignalementDAbsence(
      id: try registre.nouvelIdentifiant(),
      etudiant: etudiant,
      nature: nature,
      du: du,
      au: au,
      texte: texte,
      depose: arrivee.instant,
    )
    let ecriture = try inscrire(
      nom,
      permis,
      Objet(.signalement, signalement.id),
      sujet: etudiant,
      apres: [
        "nature": .texte(nature.rawValue), "du": .texte(du.description),
        "au": .texte(au.description), "texte": .texte(texte),
      ],
    )
    try registre.ajouter(signalement, ecriture)
    return signalement
  }

  /// An absence ends after it begins, and lasts a year at most.
  func verifierLaPeriode(_ du: Instant, _ au: Instant) throws {
    guard du.rangs <= au.rangs, au.jour.ecart(depuis: du.jour) <= 366 else {
      let bornes = "du \(du) à un an plus tard"
      throw Refus.donnees([.init("au", .horsBornes(vu: "\(au)", bornes: bornes))])
    }
  }

  /// How a student follows the year on a day, and where.
  func suivi(_ etudiant: Identifiant<Etudiant>, le jour: Jour) throws
    -> (inscription: Inscription, promotion: Promotion, statut: Statut)?
  {
    guard
      let inscription = try registre.inscriptions(etudiant: etudiant).first(where: {
        $0.couvre(jour)
      }),
      let promotion = try registre.promotion(inscription.promotion)
    else { return nil }
    return (inscription, promotion, inscription.statut(le: jour))
  }
}
