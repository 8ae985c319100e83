public import Scolarite

/// One version of the calendar of a session: a draft, or what was signed and published.
public struct CalendrierDeSession2: Hashable, Sendable {
  public let campagne: Identifiant<Campagne>
  /// 1 for the first; a change after publication is a new one.
  public let numero: Int
  public var seances: [SeanceDeSession2]
  public var signature: Signature?
  public var publication: Publication?
  /// Whether it was thinned to those enrolled, once enrolment had closed.
  public var estConfirme: Bool
  public var version: Int64

  /// Who signed what, and when.
  public struct Signature: Hashable, Sendable {
    /// `nil` at the console.
    public let auteur: Identifiant<Utilisateur>?
    public let nom: String
    public let moment: Instant
    /// The SHA-256 of the canonical text, in hexadecimal.
    public let empreinte: String

    public init(
      auteur: Identifiant<Utilisateur>?,
      nom: String,
      moment: Instant,
      empreinte: String,
    ) {
      self.auteur = auteur
      self.nom = nom
      self.moment = moment
      self.empreinte = empreinte
    }
  }

  /// When it was told to students; with a reason where that came too late.
  public struct Publication: Hashable, Sendable {
    public let moment: Instant
    public let derogation: String?

    public init(moment: Instant, derogation: String? = nil) {
      self.moment = moment
      self.derogation = derogation
    }
  }

  public init(
    campagne: Identifiant<Campagne>,
    numero: Int,
    seances: [SeanceDeSession2],
    signature: Signature? = nil,
    publication: Publication? = nil,
    estConfirme: Bool = false,
    version: Int64 = 1,
  ) {
    self.campagne = campagne
    self.numero = numero
    self.seances = TexteDeCalendrier.ordre(seances)
    self.signature = signature
    self.publication = publication
    self.estConfirme = estConfirme
    self.version = version
  }

  /// What is signed.
  public var texte: String { TexteDeCalendrier.ecrire(seances, de: campagne) }

  /// The sittings to which somebody is called, in the order of time.
  public func seances(de etudiant: Identifiant<Etudiant>) -> [SeanceDeSession2] {
    seances.filter { seance in seance.convoques.contains { $0.etudiant == etudiant } }
      .sorted { ($0.debut.rangs, $0.epreuve) < ($1.debut.rangs, $1.epreuve) }
  }

  /// Everybody who is called.
  var convoques: Set<Identifiant<Etudiant>> {
    Set(seances.flatMap { $0.convoques.map(\.etudiant) })
  }

  /// What one student reads of it, by which a change is told: one line a sitting.
  func convocation(de etudiant: Identifiant<Etudiant>) -> String {
    seances(de: etudiant).map { $0.phrase(pour: etudiant) }.joined(separator: "\n")
  }
}

extension SeanceDeSession2 {
  /// « UE21, écrit : 6 juillet 2026 à 9 h, jusqu’à 11 h 40, Amphi A ».
  public func phrase(pour etudiant: Identifiant<Etudiant>) -> String {
    let horaire = horaire(de: etudiant)
    let quand = debut.a(minute: horaire?.debut ?? debut.minute)
    let fin = debut.a(minute: min(horaire?.fin ?? fin, 24 * 60 - 1)).heure
    let lieu = salle.isEmpty ? "" : ", \(salle)"
    let seul = estIndividuelle ? ", passage individuel sous surveillance continue" : ""
    guard epreuve.forme != .projet else {
      return "\(epreuve.phrase) : à rendre le \(debut.jour.enFrancais) avant \(fin)"
    }
    return "\(epreuve.phrase) : \(quand.enToutesLettres), jusqu’à \(fin)\(lieu)\(seul)"
  }
}

extension Instant {
  /// Another minute of the same day.
  func a(minute: Int) -> Instant {
    func deux(_ nombre: Int) -> String { (nombre < 10 ? "0" : "") + String(nombre) }
    return Instant("\(jour)T\(deux(minute / 60)):\(deux(minute % 60))") ?? self
  }
}
