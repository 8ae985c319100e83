/// What a column of a list of students may hold.
public enum ChampDEtudiant: String, CaseIterable, Hashable, Sendable {
  case ine
  case nip
  case nom
  case nomDUsage
  case prenom
  case prenomDUsage
  case civilite
  case naissance
  case courriel
  case telephone
  case statut
  case groupeTD
  case groupeTP
  case groupe
  case parcours
  case bac
  case boursier

  /// The name of the field, as messages give it.
  public var nom: String { intitules[0] }

  /// The titles under which secretaries and their programs write the field, best first.
  public var intitules: [String] {
    switch self {
    case .ine:
      [
        "INE", "Code INE", "N° INE", "Numéro INE", "Num INE", "No INE", "Identifiant national",
        "Identifiant national étudiant", "N° national", "COD_NNE_IND", "INE étudiant",
      ]
    case .nip:
      [
        "Numéro étudiant", "N° étudiant", "Num étudiant", "No étudiant", "Numéro d’étudiant",
        "N° d’étudiant", "NIP", "Code NIP", "N° NIP", "Numéro NIP", "Code étudiant", "COD_ETU",
        "Identifiant étudiant", "N° carte étudiant", "N° de carte d’étudiant", "N° Apogée",
        "Numéro Apogée", "Code Apogée", "Matricule",
      ]
    case .nom:
      [
        "Nom", "Nom de famille", "Nom de naissance", "Nom patronymique", "Patronyme",
        "LIB_NOM_PAT_IND", "Nom étudiant", "Nom de l’étudiant", "Noms",
      ]
    case .nomDUsage:
      [
        "Nom d’usage", "Nom usuel", "Nom usage", "Nom d’épouse", "Nom marital", "LIB_NOM_USU_IND",
      ]
    case .prenom:
      [
        "Prénom", "Prénoms", "Prénom(s)", "Premier prénom", "Prénom 1", "LIB_PR1_IND",
        "Prénom étudiant", "Prénom de l’étudiant", "Prénom de naissance",
      ]
    case .prenomDUsage:
      ["Prénom d’usage", "Prénom usuel", "Prénom usage", "Prénom choisi", "Prénom d’appel"]
    case .civilite:
      ["Civilité", "Civ", "Civ.", "Sexe", "Genre", "M/Mme", "Mme/M.", "Titre", "COD_SEX_ETU"]
    case .naissance:
      [
        "Date de naissance", "Date naissance", "Né(e) le", "Née le", "Naissance", "Date nais.",
        "Date naiss.", "Date de naiss.", "DDN", "DATE_NAI_IND",
      ]
    case .courriel:
      [
        "Courriel", "Courriel universitaire", "Courriel étudiant", "Mail universitaire",
        "Mail étudiant", "Email étudiant", "Email universitaire", "Mail institutionnel",
        "Email institutionnel", "Adresse mail universitaire", "Email", "E-mail", "Mail", "Mél",
        "Adresse mail", "Adresse e-mail", "Adresse email", "Adresse de courriel",
        "Adresse électronique", "Courrier électronique",
      ]
    case .telephone:
      [
        "Téléphone", "Tél.", "Téléphone portable", "Tél. portable", "Téléphone mobile", "Portable",
        "Mobile", "N° de téléphone", "Numéro de téléphone", "N° tél.", "TelephoneMobile",
      ]
    case .statut:
      [
        "Statut", "Statut étudiant", "Statut de l’étudiant", "Régime", "Régime d’inscription",
        "Régime de formation", "Type d’inscription", "Modalité", "Modalité de formation", "FI/FA",
        "FI/FA/FC", "FI ou FA", "Voie", "Formation", "Alternance", "Alternant(e)", "Apprenti(e)",
        "Apprentissage",
      ]
    case .groupeTD: ["Groupe TD", "TD", "Groupe de TD", "Gr TD", "Grp TD", "Gr. de TD"]
    case .groupeTP: ["Groupe TP", "TP", "Groupe de TP", "Gr TP", "Grp TP", "Sous-groupe"]
    case .groupe: ["Groupe", "Groupes", "Gr.", "Grp"]
    case .parcours: ["Parcours", "Parcours BUT", "Parcours du BUT", "Parcours de BUT"]
    case .bac:
      [
        "Type de baccalauréat", "Type de bac", "Type bac", "Bac", "Baccalauréat", "Série du bac",
        "Série bac", "Série de bac", "Bac d’origine", "Bac obtenu", "COD_BAC",
      ]
    case .boursier: ["Boursier", "Boursier(ère)", "Boursière", "Bourse", "Est boursier"]
    }
  }

  /// The field and the rank of a title among those of its field.
  static func trouver(_ intitule: Intitule) -> (champ: ChampDEtudiant, rang: Int)? {
    formes[intitule]
  }

  private static let formes: [Intitule: (champ: ChampDEtudiant, rang: Int)] = {
    var formes: [Intitule: (champ: ChampDEtudiant, rang: Int)] = [:]
    for champ in allCases {
      for (rang, texte) in champ.intitules.enumerated() where formes[Intitule(texte)] == nil {
        formes[Intitule(texte)] = (champ, rang)
      }
    }
    return formes
  }()
}
