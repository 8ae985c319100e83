/// The nine activities that article 7-2-A knows (R1.7.9); caps are counted by type.
public enum TypeDEngagement: String, CaseIterable, Hashable, Sendable {
  case benevolat
  case emploi
  case reserve
  case pompier
  case volontariat
  case serviceCivique = "service-civique"
  case arts
  case eluCentral = "elu-central"
  case eluInstitut = "elu-institut"

  /// What lists, bonuses and explanations call it.
  public var phrase: String {
    switch self {
    case .benevolat: "bénévolat dans une association"
    case .emploi: "activité professionnelle"
    case .reserve: "réserve opérationnelle"
    case .pompier: "sapeur-pompier volontaire"
    case .volontariat: "volontariat dans les armées"
    case .serviceCivique: "service civique"
    case .arts: "activité artistique ou culturelle"
    case .eluCentral: "élu dans un conseil central de l’Université"
    case .eluInstitut: "élu au conseil d’institut de l’IUT"
    }
  }

  /// Whether the jury judges the attendance (R1.7.11).
  public var supposeLAssiduite: Bool { self == .eluCentral || self == .eluInstitut }

  /// The proofs that a request of this type needs, all of them (R1.7.12, R1.7.13).
  public var pieces: [PieceDEngagement.Nature] {
    switch self {
    case .emploi: [.engagement, .heures]
    case .eluCentral, .eluInstitut: [.engagement, .assiduite]
    case .benevolat, .reserve, .pompier, .volontariat, .serviceCivique, .arts:
      [.engagement, .activiteReelle]
    }
  }

  /// What a proof is for this type.
  public func phrase(_ piece: PieceDEngagement.Nature) -> String {
    switch (self, piece) {
    case (.emploi, .engagement): "contrat de travail"
    case (.emploi, .heures): "bulletins de paie ou attestation d’heures de l’employeur"
    case (.eluCentral, .engagement), (.eluInstitut, .engagement):
      "proclamation des résultats ou attestation de mandat"
    case (.eluCentral, .assiduite), (.eluInstitut, .assiduite):
      "relevé de présence aux séances du conseil"
    case (.reserve, .engagement), (.volontariat, .engagement), (.serviceCivique, .engagement):
      "contrat d’engagement"
    case (.pompier, .engagement): "arrêté d’engagement ou attestation du service d’incendie"
    case (_, .engagement): "attestation de l’organisme, qui dit la nature précise de l’engagement"
    case (_, .activiteReelle): "pièce d’un tiers qui justifie de l’activité réelle"
    case (_, .heures): "décompte d’heures de l’organisme"
    case (_, .assiduite): "relevé de présence"
    }
  }
}

/// A document given with a request for engagement.
public struct PieceDEngagement: Hashable, Sendable {
  public let nature: Nature
  public let etabliePar: Auteur
  /// The document, by its digest.
  public let fichier: String

  /// What it proves.
  public enum Nature: String, CaseIterable, Hashable, Sendable {
    case engagement
    case activiteReelle = "activite-reelle"
    case heures, assiduite
  }

  /// Who drew it up.
  public enum Auteur: String, CaseIterable, Hashable, Sendable {
    case organisme, tiers, etudiant

    public var phrase: String {
      switch self {
      case .organisme: "l’organisme"
      case .tiers: "un tiers"
      case .etudiant: "l’étudiant"
      }
    }
  }

  public init(_ nature: Nature, par auteur: Auteur, fichier: String) {
    self.nature = nature
    etabliePar = auteur
    self.fichier = fichier
  }
}

/// Why an activity gives no right to a bonus, whatever is thought of it (R1.7.7 to R1.7.13).
public enum MotifDIrrecevabilite: String, CaseIterable, Hashable, Sendable {
  case parti, religion, ponctuelle
  case dejaReconnue = "deja-reconnue"
  case stage, alternance
  case attestationDeLEtudiant = "attestation-de-l-etudiant"
  case piecesManquantes = "pieces-manquantes"
  case heuresInsuffisantes = "heures-insuffisantes"
  case nonAssidu = "non-assidu"
  case dejaValidee = "deja-validee"

  /// Those that the student is asked about on the form.
  public static let declarees: [MotifDIrrecevabilite] = [
    .parti, .religion, .ponctuelle, .dejaReconnue, .stage, .alternance,
  ]

  public var phrase: String {
    switch self {
    case .parti: "une activité liée à un parti politique est exclue du dispositif"
    case .religion: "une activité liée à une organisation religieuse est exclue du dispositif"
    case .ponctuelle: "une participation ponctuelle à une action associative est exclue"
    case .dejaReconnue: "un projet étudiant déjà reconnu pédagogiquement est exclu"
    case .stage: "un stage qui fait partie du cursus est exclu"
    case .alternance: "une activité professionnelle des périodes d’alternance est exclue"
    case .attestationDeLEtudiant:
      "une attestation produite par l’étudiant n’est pas recevable : l’organisme ou un tiers "
        + "l’établit"
    case .piecesManquantes: "une pièce exigée manque"
    case .heuresInsuffisantes:
      "le contrat de travail n’atteint pas \(DecompteDHeures.minimum) heures entre le 1er septembre "
        + "et le 31 mai, hors vacances"
    case .nonAssidu: "le jury n’a pas jugé l’élu assidu aux séances"
    case .dejaValidee: "la même activité a déjà donné lieu à une validation"
    }
  }

  /// What the form asks the student to say.
  public var question: String {
    switch self {
    case .parti: "L’activité est liée à un parti politique"
    case .religion: "L’activité est liée à une organisation religieuse"
    case .ponctuelle: "Il s’agit d’une participation ponctuelle"
    case .dejaReconnue: "Le projet est déjà reconnu dans ma formation"
    case .stage: "Il s’agit d’un stage de mon cursus"
    case .alternance: "L’activité est celle de mon alternance"
    case .attestationDeLEtudiant: "J’ai établi moi-même une pièce"
    case .piecesManquantes: "Une pièce manque"
    case .heuresInsuffisantes: "Je n’ai pas 140 heures"
    case .nonAssidu: "Je n’ai pas été assidu"
    case .dejaValidee: "L’activité a déjà été validée"
    }
  }

  /// Where the règlement or the law says so.
  public var article: String {
    switch self {
    case .parti, .religion, .ponctuelle, .dejaReconnue, .stage:
      "règlement des études, article 7-2"
    case .alternance, .heuresInsuffisantes, .nonAssidu: "règlement des études, article 7-2-A"
    case .attestationDeLEtudiant, .piecesManquantes: "règlement des études, article 7-2-B"
    case .dejaValidee: "code de l’éducation, article D. 611-7"
    }
  }
}
