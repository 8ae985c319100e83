public import Scolarite

/// What a student answered to the form of a session 2, or did not.
public enum ReponseDeSession2: Hashable, Sendable {
  /// Enrolled for some UE.
  case inscrit([CodeUE])
  /// Said to give up, or took everything back.
  case renonce
  /// Said nothing by the limit, which was recorded (R0.12).
  case silence
}

/// The acknowledgement of an answer: what was received, and when to the second.
public struct AccuseDeSession2: Hashable, Sendable {
  public let campagne: Identifiant<Campagne>
  public let etudiant: Identifiant<Etudiant>
  public let ues: [CodeUE]
  public let version: Int64
  /// The entry of the journal.
  public let entree: Int64
  public let recu: Horodatage

  public init(
    campagne: Identifiant<Campagne>,
    etudiant: Identifiant<Etudiant>,
    ues: [CodeUE],
    version: Int64,
    entree: Int64,
    recu: Horodatage,
  ) {
    self.campagne = campagne
    self.etudiant = etudiant
    self.ues = ues
    self.version = version
    self.entree = entree
    self.recu = recu
  }

  /// What a student gives to be answered about it: « S2-12-4031 ».
  public var reference: String { "S2-\(campagne)-\(entree)" }
}

/// An enrolment asked after the limit, for force majeure, with its document (R0.13).
public struct InscriptionTardive: Hashable, Sendable {
  public let id: Identifiant<InscriptionTardive>
  public let campagne: Identifiant<Campagne>
  public let etudiant: Identifiant<Etudiant>
  public let ues: [CodeUE]
  /// What happened.
  public let texte: String
  /// The official document, by its digest; `nil` once the person is erased.
  public let fichier: String?
  public let depose: Instant
  public var etat: Etat
  public var version: Int64

  /// What became of it.
  public enum Etat: Hashable, Sendable {
    case deposee
    case acceptee(le: Jour, motif: String)
    case refusee(le: Jour, motif: String)
  }

  public init(
    id: Identifiant<InscriptionTardive>,
    campagne: Identifiant<Campagne>,
    etudiant: Identifiant<Etudiant>,
    ues: [CodeUE],
    texte: String,
    fichier: String?,
    depose: Instant,
    etat: Etat = .deposee,
    version: Int64 = 1,
  ) {
    self.id = id
    self.campagne = campagne
    self.etudiant = etudiant
    self.ues = ues
    self.texte = texte
    self.fichier = fichier
    self.depose = depose
    self.etat = etat
    self.version = version
  }

  public var estOuverte: Bool { etat == .deposee }
}
