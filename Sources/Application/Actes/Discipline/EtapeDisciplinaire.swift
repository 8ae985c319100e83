public import Scolarite

extension Incident {
  /// One step of the procedure against a student (R1.6.2).
  public struct Etape: Hashable, Sendable {
    public let nature: Nature
    public let jour: Jour
    /// What was written, answered or reported; how it was sent.
    public let texte: String
    /// Who entered it, by name.
    public let par: String

    /// The steps, in the order in which they come.
    public enum Nature: String, CaseIterable, Hashable, Sendable {
      case invitation
      case explications
      case saisineDuDirecteur = "saisine-du-directeur"
      case rapport
      case saisineDeLaSection = "saisine-de-la-section"
      case classement
      case relaxe
      case sanction
      case notification
      case recours
    }

    public init(nature: Nature, jour: Jour, texte: String, par: String) {
      self.nature = nature
      self.jour = jour
      self.texte = texte
      self.par = par
    }
  }

  /// Equipment that was damaged: replaced up to its value, or bought again and invoiced (R1.4.4).
  public struct Degat: Hashable, Sendable {
    public let designation: String
    /// What it was worth, in cents.
    public let valeur: Int64
    /// What is asked of the student, in cents; never more than it was worth.
    public let montant: Int64
    public let etat: Etat
    /// The number of the invoice.
    public let facture: String

    /// What is asked, and whether it was done.
    public enum Etat: String, CaseIterable, Hashable, Sendable {
      case aDecider = "a-decider"
      case remplacementDemande = "remplacement-demande"
      case remplace
      case facture
      case payee
      case sansSuite = "sans-suite"
    }

    public init(
      designation: String,
      valeur: Int64,
      montant: Int64 = 0,
      etat: Etat = .aDecider,
      facture: String = "",
    ) {
      self.designation = designation
      self.valeur = valeur
      self.montant = montant
      self.etat = etat
      self.facture = facture
    }
  }

  /// The report of a fraud at a test (article 5).
  public struct ProcesVerbal: Hashable, Sendable {
    public let jour: Jour
    /// What was done to stop it (R1.5.4).
    public let mesures: String
    /// What was seized (R1.5.5).
    public let pieces: String
    public let participation: Participation
    /// Whoever supervised, then those whom it names.
    public let signatures: [Signataire]

    /// Whether the candidate went on with the test.
    public enum Participation: Hashable, Sendable {
      case continuee
      /// Only for substitution of persons or disturbance.
      case expulsion(motif: String)
    }

    /// Somebody who countersigns, or refuses to (R1.5.6).
    public struct Signataire: Hashable, Sendable {
      public let nom: String
      /// `nil` for a supervisor.
      public let etudiant: Identifiant<Etudiant>?
      public let aSigne: Bool

      public init(nom: String, etudiant: Identifiant<Etudiant>? = nil, aSigne: Bool) {
        self.nom = nom
        self.etudiant = etudiant
        self.aSigne = aSigne
      }
    }

    public init(
      jour: Jour,
      mesures: String,
      pieces: String,
      participation: Participation,
      signatures: [Signataire],
    ) {
      self.jour = jour
      self.mesures = mesures
      self.pieces = pieces
      self.participation = participation
      self.signatures = signatures
    }
  }
}

extension Incident.Etape.Nature {
  public var phrase: String {
    switch self {
    case .invitation: "invitation à s’expliquer"
    case .explications: "explications de l’étudiant"
    case .saisineDuDirecteur: "saisine de la direction de l’IUT"
    case .rapport: "rapport à la présidence de l’université"
    case .saisineDeLaSection: "saisine de la section disciplinaire"
    case .classement: "classement sans suite"
    case .relaxe: "relaxe"
    case .sanction: "sanction"
    case .notification: "notification de la décision"
    case .recours: "recours"
    }
  }
}

extension Incident.Degat.Etat {
  public var phrase: String {
    switch self {
    case .aDecider: "à décider"
    case .remplacementDemande: "remplacement demandé à l’étudiant"
    case .remplace: "matériel remplacé"
    case .facture: "facture adressée"
    case .payee: "facture payée"
    case .sansSuite: "sans suite"
    }
  }
}

extension Incident.Degat {
  /// « 120,50 € ».
  public static func euros(_ centimes: Int64) -> String {
    let reste = centimes % 100
    return "\(centimes / 100),\(reste < 10 ? "0" : "")\(reste) €"
  }
}
