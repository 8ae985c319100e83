public import Scolarite

/// What a student asks so that studying remains possible: special arrangements of article 8, or
/// accommodations of a disability (R1.8.2).
public struct DemandeDAmenagement: Hashable, Sendable {
  public let id: Identifiant<DemandeDAmenagement>
  public let promotion: Identifiant<Promotion>
  public let etudiant: Identifiant<Etudiant>
  public let situation: Situation
  public let texte: String
  /// What the student wishes.
  public let souhaits: Set<Amenagement.Nature>
  /// The document that proves it, by its digest.
  public let fichier: String?
  public let depose: Instant
  public var etat: Etat
  public var version: Int64

  /// Why it is asked.
  public enum Situation: String, CaseIterable, Hashable, Sendable {
    case vieActive = "vie-active"
    case chargeDeFamille = "charge-de-famille"
    case sportDeHautNiveau = "sport-de-haut-niveau"
    case handicap
    case autre
  }

  /// Where it stands.
  public enum Etat: Hashable, Sendable {
    case deposee
    case retiree(le: Jour)
    case accordee(le: Jour, par: String, motif: String)
    case refusee(le: Jour, par: String, motif: String)
  }

  public init(
    id: Identifiant<DemandeDAmenagement>,
    promotion: Identifiant<Promotion>,
    etudiant: Identifiant<Etudiant>,
    situation: Situation,
    texte: String,
    souhaits: Set<Amenagement.Nature>,
    fichier: String?,
    depose: Instant,
    etat: Etat = .deposee,
    version: Int64 = 1,
  ) {
    self.id = id
    self.promotion = promotion
    self.etudiant = etudiant
    self.situation = situation
    self.texte = texte
    self.souhaits = souhaits
    self.fichier = fichier
    self.depose = depose
    self.etat = etat
    self.version = version
  }
}

/// Requests for arrangements.
public protocol RegistreDesAmenagements {
  func demandeDAmenagement(_ id: Identifiant<DemandeDAmenagement>) throws -> DemandeDAmenagement?
  func demandesDAmenagement(etudiant: Identifiant<Etudiant>) throws -> [DemandeDAmenagement]
  func demandesDAmenagement(promotion: Identifiant<Promotion>) throws -> [DemandeDAmenagement]
  func ajouter(_ demande: DemandeDAmenagement, _ ecriture: Ecriture) throws
  /// Replaces what came of it.
  /// - Returns: whether the version was still the one given.
  func remplacer(_ demande: DemandeDAmenagement, _ ecriture: Ecriture) throws -> Bool
  /// The arrangements of students of a promotion that hold on a day.
  func amenagements(_ promotion: Identifiant<Promotion>, le jour: Jour) throws -> [Amenagement]
}

extension DemandeDAmenagement.Situation {
  public var phrase: String {
    switch self {
    case .vieActive: "engagement dans la vie active"
    case .chargeDeFamille: "charge de famille"
    case .sportDeHautNiveau: "sport de haut niveau"
    case .handicap: "handicap ou trouble de santé invalidant"
    case .autre: "autre besoin particulier"
    }
  }

  /// Who decides: the head of department and the director; for a disability, the service that is in
  /// charge of it, for its grounds are medical.
  public var droit: Droit {
    switch self {
    case .handicap: .gererLesAmenagements
    case .vieActive, .chargeDeFamille, .sportDeHautNiveau, .autre: .deciderDUnAmenagement
    }
  }
}

extension DemandeDAmenagement {
  public var estOuverte: Bool {
    switch etat {
    case .deposee: true
    case .retiree, .accordee, .refusee: false
    }
  }

  var faits: Faits {
    let base: Faits = [
      "promotion": Faits.Valeur(promotion), "situation": .texte(situation.rawValue),
      "texte": .texte(texte),
      "souhaits": .liste(souhaits.map(\.rawValue).sorted().map { .texte($0) }),
      "fichier": Faits.Valeur(fichier), "depose": .texte(depose.description),
    ]
    return switch etat {
    case .deposee: base + ["etat": "deposee"]
    case .retiree(let jour): base + ["etat": "retiree", "le": Faits.Valeur(jour)]
    case .accordee(let jour, _, let motif):
      base + ["etat": "accordee", "le": Faits.Valeur(jour), "motivation": .texte(motif)]
    case .refusee(let jour, _, let motif):
      base + ["etat": "refusee", "le": Faits.Valeur(jour), "motivation": .texte(motif)]
    }
  }
}
