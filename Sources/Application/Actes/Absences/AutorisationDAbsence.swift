public import Scolarite

/// A request, written beforehand, that an absence be authorised, and its answer (R1.2.8 to R1.2.10).
public struct AutorisationDAbsence: Hashable, Sendable {
  public let id: Identifiant<AutorisationDAbsence>
  public let etudiant: Identifiant<Etudiant>
  public let du: Instant
  public let au: Instant
  public let motif: String
  /// The guardian who asks for a minor.
  public let responsable: String?
  public let fichier: String?
  public let depose: Instant
  public var etat: Etat
  /// What justifies the absences once it is granted.
  public var justificatif: Identifiant<Justificatif>?
  public var version: Int64

  /// What became of it.
  public enum Etat: Hashable, Sendable {
    case demandee
    case accordee(Condition?)
    case refusee(motif: String)
  }

  /// What the authorisation asks in return, and whether it was met.
  public struct Condition: Hashable, Sendable {
    public let texte: String
    public let echeance: Instant
    public var constat: Constat?

    public init(texte: String, echeance: Instant, constat: Constat? = nil) {
      self.texte = texte
      self.echeance = echeance
      self.constat = constat
    }
  }

  /// Whether a condition was met, and when that was seen.
  public struct Constat: Hashable, Sendable {
    public let remplie: Bool
    public let le: Instant

    public init(remplie: Bool, le: Instant) {
      self.remplie = remplie
      self.le = le
    }
  }

  public init(
    id: Identifiant<AutorisationDAbsence>,
    etudiant: Identifiant<Etudiant>,
    du: Instant,
    au: Instant,
    motif: String,
    responsable: String?,
    fichier: String?,
    depose: Instant,
    etat: Etat,
    justificatif: Identifiant<Justificatif>?,
    version: Int64,
  ) {
    self.id = id
    self.etudiant = etudiant
    self.du = du
    self.au = au
    self.motif = motif
    self.responsable = responsable
    self.fichier = fichier
    self.depose = depose
    self.etat = etat
    self.justificatif = justificatif
    self.version = version
  }
}

extension AutorisationDAbsence {
  var faits: Faits {
    let reponse: Faits =
      switch etat {
      case .demandee: ["etat": .texte("demandée")]
      case .accordee(nil): ["etat": .texte("accordée")]
      case .accordee(let condition?):
        [
          "etat": .texte("accordée"), "condition": .texte(condition.texte),
          "echeance": .texte(condition.echeance.description),
          "remplie": condition.constat.map { .verdict($0.remplie) } ?? .vide,
        ]
      case .refusee(let motif): ["etat": .texte("refusée"), "reponse": .texte(motif)]
      }
    return [
      "du": .texte(du.description), "au": .texte(au.description), "motif": .texte(motif),
      "responsable": Faits.Valeur(responsable), "fichier": Faits.Valeur(fichier),
    ] + reponse
  }
}
