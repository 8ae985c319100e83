/// What article 4 forbids, in its order, and fraud at a test (article 5).
public enum Comportement: String, CaseIterable, Hashable, Sendable {
  case etat
  case fausseSignature = "fausse-signature"
  case fauxCertificat = "faux-certificat"
  case degradation
  case savoirVivre = "savoir-vivre"
  case telephone
  case nourriture
  case locauxTechniques = "locaux-techniques"
  case bruit
  case chartes
  case sansAutorisation = "sans-autorisation"
  case loisirs
  case personneExterieure = "personne-exterieure"
  case horaires
  case reputation
  case fraude

  /// What is reported, in French.
  public var phrase: String {
    switch self {
    case .etat: "alcool, stupéfiants, état non compatible avec une présence en cours"
    case .fausseSignature: "fausse signature ou communication du code d’une séance"
    case .fauxCertificat: "faux certificat médical"
    case .degradation: "dégradation du matériel"
    case .savoirVivre: "manque de respect, savoir-vivre"
    case .telephone: "téléphone en cours sans nécessité pédagogique"
    case .nourriture: "repas dans une salle de cours"
    case .locauxTechniques: "présence dans les locaux techniques"
    case .bruit: "bruit excessif près des salles"
    case .chartes: "non-respect d’une charte d’utilisation"
    case .sansAutorisation: "matériel ou local utilisé sans autorisation"
    case .loisirs: "sport ou loisirs dans un lieu non prévu"
    case .personneExterieure: "personne extérieure introduite sans autorisation écrite"
    case .horaires: "non-respect des horaires d’ouverture"
    case .reputation: "atteinte à l’image ou à la réputation"
    case .fraude: "fraude ou tentative de fraude à une épreuve"
    }
  }

  /// Where the règlement speaks of it.
  public var article: String {
    guard self != .fraude, let rang = Self.allCases.firstIndex(of: self) else {
      return "règlement des études, article 5"
    }
    return "règlement des études, article 4, \(rang + 1)\(rang == 0 ? "er" : "e") tiret"
  }

  /// Why a complaint may also be lodged; `nil` where it seldom may (R1.6.5).
  public var penal: String? {
    switch self {
    case .fausseSignature: "faux et usage de faux (règlement des études, article 6)"
    case .fauxCertificat: "faux et usage de faux"
    case .etat: "usage de stupéfiants, ivresse publique"
    case .degradation: "destruction ou dégradation du bien d’autrui"
    case .savoirVivre: "injure, menace, harcèlement ou violence, selon les faits"
    case .reputation: "injure ou diffamation, selon les faits"
    case .telephone, .nourriture, .locauxTechniques, .bruit, .chartes, .sansAutorisation, .loisirs,
      .personneExterieure, .horaires, .fraude:
      nil
    }
  }

  /// The head under which it is usually brought.
  public var chef: ChefDeSaisine {
    switch self {
    case .fraude, .fausseSignature, .fauxCertificat: .fraude
    case .etat, .degradation, .savoirVivre, .telephone, .nourriture, .locauxTechniques, .bruit,
      .chartes, .sansAutorisation, .loisirs, .personneExterieure, .horaires, .reputation:
      .ordre
    }
  }
}

/// The two heads under which the section is seized, as printed and as the code now has them (R1.6.1).
public enum ChefDeSaisine: String, CaseIterable, Hashable, Sendable {
  case fraude = "2a"
  case ordre = "2b"

  public var phrase: String {
    switch self {
    case .fraude:
      "fraude ou tentative de fraude commise à l’occasion d’une inscription, d’une épreuve de "
        + "contrôle continu, d’un examen ou d’un concours"
    case .ordre:
      "fait de nature à porter atteinte à l’ordre, au bon fonctionnement ou à la réputation de "
        + "l’établissement"
    }
  }

  /// As the règlement cites it, then as it now stands.
  public var reference: String {
    let lettre = self == .fraude ? "a" : "b"
    return "décret n° 92-657, article 2, 2° \(lettre), cité par le règlement ; aujourd’hui code de "
      + "l’éducation, article R. 811-11"
  }
}

extension Incident.Sanction.Nature {
  /// « avertissement ».
  public var phrase: String {
    switch self {
    case .avertissement: "avertissement"
    case .blame: "blâme"
    case .mesureDeResponsabilisation: "mesure de responsabilisation"
    case .exclusionTemporaire: "exclusion temporaire de l’établissement"
    case .exclusionDefinitive: "exclusion définitive de l’établissement"
    case .exclusionTemporaireDeTout:
      "exclusion temporaire de tout établissement public d’enseignement supérieur"
    case .exclusionDefinitiveDeTout:
      "exclusion définitive de tout établissement public d’enseignement supérieur"
    }
  }

  /// Where the règlement prints it; `nil` for one that only the code knows now.
  public var imprimee: String? {
    switch self {
    case .avertissement, .blame: "« l’avertissement et le blâme »"
    case .exclusionTemporaire, .exclusionTemporaireDeTout: "« l’exclusion temporaire »"
    case .exclusionDefinitiveDeTout:
      "« l’exclusion définitive de tout établissement d’enseignement supérieur »"
    case .mesureDeResponsabilisation, .exclusionDefinitive: nil
    }
  }

  /// As the règlement prints it and as the code now has it (A19).
  public var reference: String {
    let code = "code de l’éducation, article R. 811-36"
    guard let imprimee else { return code + ", absente de la liste imprimée au règlement" }
    return "règlement des études, article 6, \(imprimee), décret n° 92-657, article 40 ; " + code
  }

  /// Whether its record goes after three years.
  var sEfface: Bool {
    switch self {
    case .avertissement, .blame, .mesureDeResponsabilisation: true
    case .exclusionTemporaire, .exclusionDefinitive, .exclusionTemporaireDeTout,
      .exclusionDefinitiveDeTout:
      false
    }
  }
}

extension Incident.Sanction {
  /// « exclusion temporaire de l’établissement, 6 mois, avec sursis ».
  public var phrase: String {
    nature.phrase + (mois.map { ", \($0) mois" } ?? "") + (sursis ? ", avec sursis" : "")
  }
}
