/// The templates of documents and their letterhead, of a department or of the whole establishment.
public struct VoirLesModeles: Question {
  public static let nom = "voir-les-modeles"
  /// `nil` for the whole establishment.
  public let departement: Identifiant<Departement>?

  /// What stands there.
  public struct Etat: Sendable {
    /// Of each kind, in the order of kinds.
    public let modeles: [ModeleEnVigueur]
    public let enTete: EnTeteEnVigueur
    /// The departments that the person may look at; all of them for whoever sees the whole.
    public let departements: [Departement]
    public let voitLeTout: Bool
  }

  public init(_ departement: Identifiant<Departement>? = nil) {
    self.departement = departement
  }

  public func executer(_ travail: Travail) throws -> Etat {
    _ = try travail.exiger(.structurer, travail.lieu(duDepartement: departement))
    let modeles = try travail.registre.modeles()
    return Etat(
      modeles: NatureDeDocument.allCases.map { nature in
        ModeleEnVigueur(nature, departement, parmi: modeles)
      },
      enTete: EnTeteEnVigueur(
        departement,
        parmi: try travail.registre.enTetes(),
        try travail.registre.etablissement(),
      ),
      departements: try travail.registre.departements().filter {
        travail.peut(.structurer, Lieu(departement: $0.id))
      },
      voitLeTout: travail.peut(.structurer, .etablissement),
    )
  }
}

/// Where what is in force was written.
public enum OrigineDeModele: Hashable, Sendable {
  case fourni, etablissement, departement
}

/// A template as it holds somewhere.
public struct ModeleEnVigueur: Hashable, Sendable {
  public let modele: ModeleDeDocument
  public let origine: OrigineDeModele

  init(
    _ nature: NatureDeDocument,
    _ departement: Identifiant<Departement>?,
    parmi modeles: [ModeleDeDocument],
  ) {
    let siens = modeles.filter { $0.nature == nature }
    let sien = departement.flatMap { lui in siens.first { $0.departement == lui } }
    let commun = siens.first { $0.departement == nil }
    modele = sien ?? commun ?? .fourni(nature)
    origine = sien != nil ? .departement : commun != nil ? .etablissement : .fourni
  }
}

/// A letterhead as it holds somewhere.
public struct EnTeteEnVigueur: Hashable, Sendable {
  public let enTete: EnTeteDeDocument
  public let origine: OrigineDeModele

  init(
    _ departement: Identifiant<Departement>?,
    parmi enTetes: [EnTeteDeDocument],
    _ etablissement: Etablissement,
  ) {
    let sien = departement.flatMap { lui in enTetes.first { $0.departement == lui } }
    let commun = enTetes.first { $0.departement == nil }
    enTete = sien ?? commun ?? EnTeteDeDocument(lignes: etablissement.nom)
    origine = sien != nil ? .departement : commun != nil ? .etablissement : .fourni
  }
}

/// The versions of one template, or of the letterhead, written for a place, the last first.
public struct VoirLesVersions: Question {
  public static let nom = "voir-les-versions"
  /// `nil` for the letterhead.
  public let nature: NatureDeDocument?
  public let departement: Identifiant<Departement>?

  /// A version with the name of who wrote it.
  public struct Version: Sendable {
    public let numero: Int64
    public let auteur: String
    public let horodatage: Horodatage
    /// One of them, as the question asked.
    public let modele: ModeleDeDocument?
    public let enTete: EnTeteDeDocument?
  }

  public init(_ nature: NatureDeDocument?, _ departement: Identifiant<Departement>?) {
    self.nature = nature
    self.departement = departement
  }

  public func executer(_ travail: Travail) throws -> [Version] {
    _ = try travail.exiger(.structurer, travail.lieu(duDepartement: departement))
    if let nature {
      return try travail.registre.versions(nature, departement).map { version in
        Version(
          numero: version.ecrit.version,
          auteur: try travail.nom(version.auteur),
          horodatage: version.horodatage,
          modele: version.ecrit,
          enTete: nil,
        )
      }
    }
    return try travail.registre.versions(enTete: departement).map { version in
      Version(
        numero: version.ecrit.version,
        auteur: try travail.nom(version.auteur),
        horodatage: version.horodatage,
        modele: nil,
        enTete: version.ecrit,
      )
    }
  }
}

/// An image of a letterhead or of a template.
public struct VoirUneImageDeDocument: Question {
  public static let nom = "voir-une-image-de-document"
  public let empreinte: String

  public init(_ empreinte: String) {
    self.empreinte = empreinte
  }

  /// Logos and signatures stand on what anybody may receive: whoever edits templates somewhere sees
  /// them.
  public func executer(_ travail: Travail) throws -> Fichier {
    let lieux = try travail.registre.departements().map { Lieu(departement: $0.id) }
    _ = try travail.exiger(.structurer, parmi: [.etablissement] + lieux)
    guard let octets = try travail.registre.image(empreinte), let format = Fichier.Format(octets)
    else { throw Refus.inconnu(.fichier) }
    return Fichier(empreinte: empreinte, format: format, octets: octets)
  }
}

extension Travail {
  /// A department that exists, or the whole establishment.
  func lieu(duDepartement departement: Identifiant<Departement>?) throws -> Lieu {
    guard let departement else { return .etablissement }
    guard try registre.departements().contains(where: { $0.id == departement }) else {
      throw Refus.inconnu(.departement)
    }
    return Lieu(departement: departement)
  }
}
