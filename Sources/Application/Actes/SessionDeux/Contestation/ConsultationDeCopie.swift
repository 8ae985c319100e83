public import Scolarite

/// A student’s request to see the copy of an exam of session 2, and what came of it (§ 5).
public struct ConsultationDeCopie: Hashable, Sendable {
  public let id: Identifiant<ConsultationDeCopie>
  public let epreuve: Identifiant<EpreuveDeSession2>
  public let campagne: Identifiant<Campagne>
  public let etudiant: Identifiant<Etudiant>
  /// What the student says; may be empty.
  public let texte: String
  public let depose: Instant
  public var rendezVous: RendezVous?
  public var tenue: Tenue?
  public var issue: Issue?
  public var version: Int64

  /// When and where the copy is shown.
  public struct RendezVous: Hashable, Sendable {
    public let quand: Instant
    public let lieu: String

    public init(quand: Instant, lieu: String) {
      self.quand = quand
      self.lieu = lieu
    }
  }

  /// That the copy was shown.
  public struct Tenue: Hashable, Sendable {
    public let quand: Instant
    public let observations: String

    public init(quand: Instant, observations: String) {
      self.quand = quand
      self.observations = observations
    }
  }

  /// What it leads to.
  public enum Issue: Hashable, Sendable {
    /// The mark stands, for that reason.
    case maintenue(le: Jour, motif: String)
    case erreur(ErreurMaterielle)
  }

  public init(
    id: Identifiant<ConsultationDeCopie>,
    epreuve: Identifiant<EpreuveDeSession2>,
    campagne: Identifiant<Campagne>,
    etudiant: Identifiant<Etudiant>,
    texte: String,
    depose: Instant,
    rendezVous: RendezVous? = nil,
    tenue: Tenue? = nil,
    issue: Issue? = nil,
    version: Int64 = 1,
  ) {
    self.id = id
    self.epreuve = epreuve
    self.campagne = campagne
    self.etudiant = etudiant
    self.texte = texte
    self.depose = depose
    self.rendezVous = rendezVous
    self.tenue = tenue
    self.issue = issue
    self.version = version
  }
}

/// A material error that was proved on a copy, and the deliberation that puts it right.
public struct ErreurMaterielle: Hashable, Sendable {
  public let nature: Nature
  public let preuve: String
  public let motif: String
  /// What the mark should have been.
  public let entree: Entree
  /// The jury opened for it.
  public let jury: Identifiant<SessionDeJury>
  /// When the mark was written within that deliberation.
  public var reportee: Instant?

  /// What went wrong; an appreciation is not an error.
  public enum Nature: String, CaseIterable, Hashable, Sendable {
    case report, total, oubli, identite, appreciation

    public var phrase: String {
      switch self {
      case .report: "la note saisie n’est pas celle de la copie"
      case .total: "le total des points est faux"
      case .oubli: "une partie de la copie n’a pas été corrigée"
      case .identite: "la copie est celle d’une autre personne"
      case .appreciation: "la correction est jugée trop sévère"
      }
    }
  }

  public init(
    nature: Nature,
    preuve: String,
    motif: String,
    entree: Entree,
    jury: Identifiant<SessionDeJury>,
    reportee: Instant? = nil,
  ) {
    self.nature = nature
    self.preuve = preuve
    self.motif = motif
    self.entree = entree
    self.jury = jury
    self.reportee = reportee
  }
}

extension ConsultationDeCopie {
  /// The error that was recognised.
  public var erreur: ErreurMaterielle? {
    guard case .erreur(let erreur) = issue else { return nil }
    return erreur
  }

  var faits: Faits {
    var champs: [Faits.Champ] = [
      .init("epreuve", Faits.Valeur(epreuve)), .init("depose", .texte(depose.description)),
      .init("texte", .texte(texte)),
    ]
    if let rendezVous {
      champs.append(.init("rendez-vous", .texte(rendezVous.quand.description)))
      champs.append(.init("lieu", .texte(rendezVous.lieu)))
    }
    if let tenue {
      champs.append(.init("consultee", .texte(tenue.quand.description)))
      champs.append(.init("observations", .texte(tenue.observations)))
    }
    switch issue {
    case .maintenue(let jour, let motif):
      champs.append(.init("maintenue", Faits.Valeur(jour)))
      champs.append(.init("motif", .texte(motif)))
    case .erreur(let erreur):
      champs.append(.init("erreur", .texte(erreur.nature.rawValue)))
      champs.append(.init("preuve", .texte(erreur.preuve)))
      champs.append(.init("motif", .texte(erreur.motif)))
      champs.append(.init("note", .texte(erreur.entree.mot)))
      champs.append(.init("jury", Faits.Valeur(erreur.jury)))
      champs.append(.init("reportee", Faits.Valeur(erreur.reportee?.description)))
    case nil: break
    }
    return Faits(champs)
  }
}

/// Requests to see copies.
public protocol RegistreDesContestations {
  func consultationDeCopie(_ id: Identifiant<ConsultationDeCopie>) throws -> ConsultationDeCopie?
  /// Those of a session 2, the first to the last.
  func consultationsDeCopie(_ campagne: Identifiant<Campagne>) throws -> [ConsultationDeCopie]
  func consultationsDeCopie(etudiant: Identifiant<Etudiant>) throws -> [ConsultationDeCopie]
  /// Those whose error a jury was opened for, the first to the last.
  func consultationsDeCopie(jury: Identifiant<SessionDeJury>) throws -> [ConsultationDeCopie]
  func ajouter(_ consultation: ConsultationDeCopie, _ ecriture: Ecriture) throws
  /// Replaces what came of it.
  /// - Returns: whether the version was still the one given.
  func remplacer(_ consultation: ConsultationDeCopie, _ ecriture: Ecriture) throws -> Bool
}
