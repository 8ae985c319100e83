internal import Text

/// The texts that surround a kind of document: versioned, of the establishment or of one department.
public struct ModeleDeDocument: Hashable, Sendable {
  public let nature: NatureDeDocument
  /// `nil` for the whole establishment.
  public let departement: Identifiant<Departement>?
  public var titre: String
  /// Paragraphs before and after what the document says, one a line, with fields: `{{etudiant}}`.
  public var avant: String
  public var apres: String
  /// « La directrice de l’IUT »; empty where nobody signs.
  public var qualite: String
  public var nom: String
  /// The digest of the image of a signature.
  public var signature: String?
  /// 0 for the texts that ship.
  public var version: Int64

  public init(
    nature: NatureDeDocument,
    departement: Identifiant<Departement>? = nil,
    titre: String,
    avant: String = "",
    apres: String = "",
    qualite: String = "",
    nom: String = "",
    signature: String? = nil,
    version: Int64 = 0,
  ) {
    self.nature = nature
    self.departement = departement
    self.titre = titre
    self.avant = avant
    self.apres = apres
    self.qualite = qualite
    self.nom = nom
    self.signature = signature
    self.version = version
  }

  /// Longer is no paragraph of a document.
  public static let longueurMaximale = 4_000
}

/// The letterhead of every document: versioned, of the establishment or of one department.
public struct EnTeteDeDocument: Hashable, Sendable {
  public let departement: Identifiant<Departement>?
  /// Line by line.
  public var lignes: String
  public var pied: String
  /// The digest of the image of a logo.
  public var logo: String?
  /// 0 for the one that ships.
  public var version: Int64

  public init(
    departement: Identifiant<Departement>? = nil,
    lignes: String,
    pied: String = "",
    logo: String? = nil,
    version: Int64 = 0,
  ) {
    self.departement = departement
    self.lignes = lignes
    self.pied = pied
    self.logo = logo
    self.version = version
  }
}

/// What a template may name.
public enum ChampDeModele: String, CaseIterable, Hashable, Sendable {
  case etablissement, ville, departement, formation, annee, date
  case etudiant, nom, prenom, nip, ine, naissance
  case jury, diplome, semestre

  /// Those that a kind of document has.
  public static func de(_ nature: NatureDeDocument) -> [ChampDeModele] {
    let communs: [ChampDeModele] = [
      .etablissement, .ville, .departement, .formation, .annee, .date,
    ]
    let personne: [ChampDeModele] =
      nature.estIndividuel ? [.etudiant, .nom, .prenom, .nip, .ine, .naissance] : []
    switch nature {
    case .releveProvisoire: return communs + personne + [.semestre]
    case .releveDefinitif: return communs + personne + [.semestre, .jury]
    case .attestationDeReussite, .lettreDeDecision, .procesVerbal, .procesVerbalAnonyme:
      return communs + personne + [.jury]
    case .certificatDeDUT, .certificatDeBUT, .supplementAuDiplome:
      return communs + personne + [.jury, .diplome]
    case .refusDeRedoublement, .convocation, .listeDeSalle, .feuilleDEmargement,
      .calendrierOfficiel, .procesVerbalDeFraude, .invitationAExpliquer, .saisineDisciplinaire,
      .notificationDeSanction, .decisionDeBonification, .procesVerbalDeCommission,
      .accuseDeSession2, .decisionDInscriptionTardive, .amenagementsDeSession2,
      .convocationAConsulter, .reponseAContestation:
      return communs + personne
    }
  }
}

/// A text with fields, checked.
struct Gabarit {
  private enum Morceau {
    case texte(Substring)
    case champ(ChampDeModele)
  }

  private let morceaux: [Morceau]

  /// Reads a text of a template.
  /// - Throws: `Refus.donnees` naming the field that is unknown, or the braces that are not closed.
  init(_ texte: String, _ lieu: String, _ champs: [ChampDeModele]) throws(Refus) {
    var morceaux: [Morceau] = []
    var fautes: [Refus.Faute] = []
    var reste = texte[...]
    while let ouvrante = reste.firstRange(of: "{{") {
      morceaux.append(.texte(reste[..<ouvrante.lowerBound]))
      reste = reste[ouvrante.upperBound...]
      guard let fermante = reste.firstRange(of: "}}") else {
        fautes.append(.init(lieu, .illisible(vu: "{{" + reste.prefix(30))))
        break
      }
      let nom = String(reste[..<fermante.lowerBound].trimmed)
      reste = reste[fermante.upperBound...]
      if let champ = ChampDeModele(rawValue: nom), champs.contains(champ) {
        morceaux.append(.champ(champ))
      } else {
        fautes.append(.init(lieu, .inconnue(vu: "{{\(nom.prefix(60))}}")))
      }
    }
    guard fautes.isEmpty else { throw .donnees(fautes) }
    self.morceaux = morceaux + [.texte(reste)]
  }

  /// The text with its fields filled in; one that has no value leaves nothing.
  func rempli(_ valeurs: [ChampDeModele: String]) -> String {
    morceaux.map { morceau in
      switch morceau {
      case .texte(let texte): String(texte)
      case .champ(let champ): valeurs[champ] ?? ""
      }
    }.joined()
  }
}
