public import Scolarite

/// A document ready to be printed: what it says, without how it looks.
public struct DocumentAImprimer: Hashable, Sendable {
  public let nature: NatureDeDocument
  /// The day on which it was first handed over: printing it again changes nothing.
  public let date: Jour
  public let cadre: CadreDeDocument
  public let contenu: ContenuDeDocument
  public let verification: VerificationDeDocument

  public init(
    nature: NatureDeDocument,
    date: Jour,
    cadre: CadreDeDocument,
    contenu: ContenuDeDocument,
    verification: VerificationDeDocument,
  ) {
    self.nature = nature
    self.date = date
    self.cadre = cadre
    self.contenu = contenu
    self.verification = verification
  }
}

/// What surrounds a document: its letterhead and the texts of its template, fields filled in.
public struct CadreDeDocument: Hashable, Sendable {
  /// « IUT de Nulle-Part », then what else the letterhead says, line by line.
  public let entete: [String]
  /// A PNG or JPEG image.
  public let logo: [UInt8]?
  /// At the foot of each page: an address.
  public let pied: String
  public let titre: String
  /// Paragraphs before and after what it says.
  public let avant: [String]
  public let apres: [String]
  public let ville: String
  /// « La directrice de l’IUT »; empty where nobody signs.
  public let qualiteDuSignataire: String
  public let nomDuSignataire: String
  /// A PNG or JPEG image.
  public let signature: [UInt8]?

  public init(
    entete: [String],
    logo: [UInt8]? = nil,
    pied: String = "",
    titre: String,
    avant: [String] = [],
    apres: [String] = [],
    ville: String,
    qualiteDuSignataire: String = "",
    nomDuSignataire: String = "",
    signature: [UInt8]? = nil,
  ) {
    self.entete = entete
    self.logo = logo
    self.pied = pied
    self.titre = titre
    self.avant = avant
    self.apres = apres
    self.ville = ville
    self.qualiteDuSignataire = qualiteDuSignataire
    self.nomDuSignataire = nomDuSignataire
    self.signature = signature
  }
}

/// What lets anybody ask whether a document was handed over.
public struct VerificationDeDocument: Hashable, Sendable {
  /// As it is printed, in groups of four: « 7KQ2-M9FD-… ».
  public let code: String
  /// The address of the page that confirms it; empty where no site is known.
  public let adresse: String

  public init(code: String, adresse: String) {
    self.code = code
    self.adresse = adresse
  }
}

/// What a document says.
public enum ContenuDeDocument: Hashable, Sendable {
  case releve(Releve)
  case attestation(AttestationDeReussite)
  case diplome(CertificatDeDiplome)
  case supplement(SupplementAuDiplome)
  case procesVerbal(ProcesVerbal)
  case lettre(LettreDeDecision)
  case refus(RefusDeRedoublement)
  case presence(ListeDePresence)
  case convocation(Convocation)
  case calendrier(CalendrierOfficiel)
  case discipline(PieceDisciplinaire)
  case bonification(DecisionDeBonification)
  case commission(SeanceDeCommission)
  case session2(LettreDeSession2)
}

/// Who a document is about, as the civil registry names them.
public struct Titulaire: Hashable, Sendable {
  public let nom: String
  public let prenom: String
  /// The name in use, where it differs.
  public let nomDUsage: String?
  public let nip: String
  public let ine: String?
  public let naissance: Jour?

  public init(
    nom: String,
    prenom: String,
    nomDUsage: String? = nil,
    nip: String,
    ine: String? = nil,
    naissance: Jour? = nil,
  ) {
    self.nom = nom
    self.prenom = prenom
    self.nomDUsage = nomDUsage
    self.nip = nip
    self.ine = ine
    self.naissance = naissance
  }

  init(_ identite: IdentiteDEtudiant) {
    self.init(
      nom: identite.nomCivil,
      prenom: identite.prenomCivil,
      nomDUsage: identite.nomDUsage,
      nip: identite.nip,
      ine: identite.ine,
      naissance: identite.naissance,
    )
  }
}

/// What was followed, and when.
public struct Cursus: Hashable, Sendable {
  /// « BUT Métiers du multimédia et de l’internet ».
  public let formation: String
  /// The parcours, where there is one.
  public let parcours: String?
  public let departement: String
  public let annee: AnneeUniversitaire
  /// `nil` for what is not a BUT.
  public let anneeBUT: AnneeBUT?
  public let statut: Statut?

  public init(
    formation: String,
    parcours: String? = nil,
    departement: String,
    annee: AnneeUniversitaire,
    anneeBUT: AnneeBUT?,
    statut: Statut? = nil,
  ) {
    self.formation = formation
    self.parcours = parcours
    self.departement = departement
    self.annee = annee
    self.anneeBUT = anneeBUT
    self.statut = statut
  }
}
