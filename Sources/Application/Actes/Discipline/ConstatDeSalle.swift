public import Scolarite

/// What whoever supervises a test notes of its rules (article 5).
public struct ConstatDeSalle: Hashable, Sendable {
  public let id: Identifiant<ConstatDeSalle>
  public let evaluation: Identifiant<EvaluationDeModule>
  /// `nil` for the whole room.
  public let etudiant: Identifiant<Etudiant>?
  public let nature: Nature
  public let moment: Instant
  public let texte: String

  /// What is noted.
  public enum Nature: String, CaseIterable, Hashable, Sendable {
    /// Bags, phones and documents left at the entrance (R1.5.3).
    case materielsDeposes = "materiels-deposes"
    case objetGarde = "objet-garde"
    /// Handed in without an answer, as must be (R1.5.1).
    case copieBlanche = "copie-blanche"
    case copieNonRendue = "copie-non-rendue"
    /// Handed in after the hour that was told (R1.5.2).
    case copieRefusee = "copie-refusee"

    public var phrase: String {
      switch self {
      case .materielsDeposes: "matériels et documents non autorisés déposés à l’entrée"
      case .objetGarde: "matériel ou document non autorisé gardé sur soi"
      case .copieBlanche: "copie blanche remise"
      case .copieNonRendue: "copie non remise"
      case .copieRefusee: "copie refusée, remise après l’heure"
      }
    }

    /// Whether it is about the whole room.
    public var estDeLaSalle: Bool { self == .materielsDeposes }
  }

  public init(
    id: Identifiant<ConstatDeSalle>,
    evaluation: Identifiant<EvaluationDeModule>,
    etudiant: Identifiant<Etudiant>?,
    nature: Nature,
    moment: Instant,
    texte: String,
  ) {
    self.id = id
    self.evaluation = evaluation
    self.etudiant = etudiant
    self.nature = nature
    self.moment = moment
    self.texte = texte
  }

  /// The rules of article 5, as they are printed on the sheets of a room.
  public static let regles = """
    Chaque candidat remet une copie, même blanche. Une copie remise après l’heure indiquée au début \
    de l’épreuve peut être refusée. Seuls les documents autorisés entrent : cartables, matériels, \
    téléphones, objets connectés et autres documents restent à l’entrée de la salle (règlement des \
    études, article 5).
    """
}

/// Notes something of the rules of a test, with its hour.
public struct ConstaterEnSalle: Acte {
  public static let nom = "constater-en-salle"
  public let evaluation: Identifiant<EvaluationDeModule>
  public let etudiant: Identifiant<Etudiant>?
  public let nature: ConstatDeSalle.Nature
  public let date: Instant
  public let texte: String

  public init(
    _ nature: ConstatDeSalle.Nature,
    a evaluation: Identifiant<EvaluationDeModule>,
    de etudiant: Identifiant<Etudiant>? = nil,
    le date: Instant,
    texte: String = "",
  ) {
    self.evaluation = evaluation
    self.etudiant = etudiant
    self.nature = nature
    self.date = date
    self.texte = texte
  }

  public func executer(_ travail: Travail) throws -> ConstatDeSalle {
    let (evaluation, permis) = try travail.exigerEnSalle(evaluation)
    guard nature.estDeLaSalle == (etudiant == nil) else {
      throw Refus.donnees([.init("étudiant", .absente)])
    }
    if let etudiant { try travail.verifierLInscription(etudiant, evaluation) }
    guard !date.estApres(travail.moment.instant) else { throw Refus.etat(.dateAVenir) }
    let constat = ConstatDeSalle(
      id: try travail.registre.nouvelIdentifiant(),
      evaluation: evaluation.id,
      etudiant: etudiant,
      nature: nature,
      moment: date,
      texte: texte,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.constat, constat.id),
      sujet: etudiant,
      apres: constat.faits,
    )
    try travail.registre.ajouter(constat, ecriture)
    return constat
  }
}

/// Takes back what was noted by mistake.
public struct RetirerUnConstat: Acte {
  public static let nom = "retirer-un-constat"
  public let constat: Identifiant<ConstatDeSalle>
  public let motif: String

  public init(_ constat: Identifiant<ConstatDeSalle>, motif: String) {
    self.constat = constat
    self.motif = motif
  }

  public func executer(_ travail: Travail) throws -> ConstatDeSalle {
    guard let ancien = try travail.registre.constat(constat) else {
      throw Refus.inconnu(.constat)
    }
    let (_, permis) = try travail.exigerEnSalle(ancien.evaluation)
    guard !motif.isEmpty else { throw Refus.etat(.motifManquant) }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.constat, ancien.id),
      sujet: ancien.etudiant,
      avant: ancien.faits,
      motif: motif,
    )
    try travail.registre.retirer(ancien.id, ecriture)
    return ancien
  }
}

/// What was noted at a test, and who sits it.
public struct VoirLaSalle: Question {
  public static let nom = "voir-la-salle"
  public let evaluation: Identifiant<EvaluationDeModule>

  /// A test, what was noted there, in order, and those who may be named.
  public struct Salle: Sendable {
    public let evaluation: EvaluationDeModule
    public let promotion: Promotion
    public let constats: [Constate]
    public let etudiants: [Etudiant]
  }

  /// Something noted, with whose it is.
  public struct Constate: Sendable {
    public let constat: ConstatDeSalle
    public let etudiant: Etudiant?
  }

  public init(_ evaluation: Identifiant<EvaluationDeModule>) {
    self.evaluation = evaluation
  }

  public func executer(_ travail: Travail) throws -> Salle {
    let (evaluation, _) = try travail.exigerEnSalle(evaluation)
    let attendus = Set(try travail.attendus(evaluation).keys)
    let connus = try travail.registre.etudiants(evaluation.promotion).map(\.nomme)
    return Salle(
      evaluation: evaluation,
      promotion: try travail.promotion(evaluation.promotion),
      constats: try travail.registre.constats(evaluation.id).map { constat in
        Constate(constat: constat, etudiant: connus.first { $0.id == constat.etudiant })
      },
      etudiants: connus.filter { attendus.contains($0.id) }.parNom(\.self),
    )
  }
}

extension Travail {
  fileprivate func exigerEnSalle(_ id: Identifiant<EvaluationDeModule>) throws
    -> (EvaluationDeModule, Permis)
  {
    let evaluation = try evaluation(id)
    let lieu = try promotion(evaluation.promotion).lieu.module(evaluation.module)
    return (evaluation, try exiger(.signalerUnIncident, lieu))
  }
}

extension ConstatDeSalle {
  fileprivate var faits: Faits {
    [
      "evaluation": Faits.Valeur(evaluation), "etudiant": Faits.Valeur(etudiant),
      "nature": .texte(nature.rawValue), "moment": .texte(moment.description),
      "texte": .texte(texte),
    ]
  }
}
