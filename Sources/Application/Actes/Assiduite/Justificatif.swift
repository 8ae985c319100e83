public import Scolarite

/// A document that a student gives for an absence.
public struct Justificatif: Hashable, Sendable {
  public let id: Identifiant<Justificatif>
  public let etudiant: Identifiant<Etudiant>
  /// It covers the slots that begin from the one to the other.
  public let du: Instant
  public let au: Instant
  public let nature: Nature
  public let depose: Instant
  /// The file, by its digest.
  public var fichier: String?
  public var etat: Etat
  public var traitement: Traitement?
  public var version: Int64

  /// The kinds that the règlement names (R1.2.4 to R1.2.9).
  public enum Nature: String, CaseIterable, Hashable, Sendable {
    case medical, deces, permis, autorisation, autre
    case arretDeTravail = "arret-de-travail"
  }

  /// What became of it.
  public enum Etat: Hashable, Sendable {
    case depose
    case aCompleter(motif: String)
    case accepte
    case refuse(motif: String)
  }

  /// Who looked at it last, and when.
  public struct Traitement: Hashable, Sendable {
    /// None at the console.
    public let par: Identifiant<Utilisateur>?
    public let le: Instant

    public init(par: Identifiant<Utilisateur>?, le: Instant) {
      self.par = par
      self.le = le
    }
  }

  public init(
    id: Identifiant<Justificatif>,
    etudiant: Identifiant<Etudiant>,
    du: Instant,
    au: Instant,
    nature: Nature,
    depose: Instant,
    fichier: String?,
    etat: Etat,
    traitement: Traitement?,
    version: Int64,
  ) {
    self.id = id
    self.etudiant = etudiant
    self.du = du
    self.au = au
    self.nature = nature
    self.depose = depose
    self.fichier = fichier
    self.etat = etat
    self.traitement = traitement
    self.version = version
  }

  /// Whether a slot begins within the span.
  public func couvre(_ debut: Instant) -> Bool {
    du.rangs <= debut.rangs && debut.rangs <= au.rangs
  }
}

extension Instant {
  /// What instants are compared by.
  var rangs: Rangs { Rangs(jour: jour, minute: minute) }

  /// A day, then a minute.
  struct Rangs: Comparable {
    let jour: Jour
    let minute: Int

    static func < (gauche: Self, droite: Self) -> Bool {
      (gauche.jour, gauche.minute) < (droite.jour, droite.minute)
    }
  }
}
