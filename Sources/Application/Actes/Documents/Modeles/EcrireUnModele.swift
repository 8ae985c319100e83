/// An image that can stand in a letterhead or above a name: only an `EditeurDeDocuments` makes one,
/// once it was decoded.
public struct ImageDeDocument: Hashable, Sendable {
  let octets: [UInt8]

  /// The size that it has at most, in bytes.
  public static let limite = 1_000_000

  init(octets: [UInt8]) {
    self.octets = octets
  }
}

/// What becomes of the image of a template.
public enum ChangementDImage: Hashable, Sendable {
  case garder, retirer
  case remplacer(ImageDeDocument)

  var nouvelle: ImageDeDocument? {
    if case .remplacer(let image) = self { image } else { nil }
  }
}

/// Writes a new version of a template; documents handed over before keep theirs.
public struct EcrireUnModele: Acte {
  public static let nom = "ecrire-un-modele"
  /// Its version is the one that was read, 0 where none was written there.
  public let modele: ModeleDeDocument
  public let signature: ChangementDImage

  public init(_ modele: ModeleDeDocument, signature: ChangementDImage = .garder) {
    self.modele = modele
    self.signature = signature
  }

  public func executer(_ travail: Travail) throws -> ModeleDeDocument {
    let permis = try travail.exiger(.structurer, travail.lieu(duDepartement: modele.departement))
    try modele.verifier()
    let avant = try travail.registre.versions(modele.nature, modele.departement).first?.ecrit
    let objet = try travail.objet(.modele, modele.departement)
    guard avant?.version ?? 0 == modele.version else {
      throw try travail.conflit(
        objet,
        avant?.faits ?? [:],
        modele.faits,
        avant?.version ?? 0,
      )
    }
    var apres = modele
    apres.version += 1
    apres.signature = travail.image(signature, avant?.signature ?? modele.signature)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      avant: avant?.faits,
      apres: apres.faits,
    )
    if let image = signature.nouvelle {
      try travail.registre.ajouter(image: image.octets, ecriture)
    }
    try travail.registre.ajouter(apres, ecriture)
    return apres
  }
}

/// Writes a new version of a letterhead.
public struct EcrireUnEnTete: Acte {
  public static let nom = "ecrire-un-en-tete"
  /// Its version is the one that was read, 0 where none was written there.
  public let enTete: EnTeteDeDocument
  public let logo: ChangementDImage

  public init(_ enTete: EnTeteDeDocument, logo: ChangementDImage = .garder) {
    self.enTete = enTete
    self.logo = logo
  }

  public func executer(_ travail: Travail) throws -> EnTeteDeDocument {
    let permis = try travail.exiger(.structurer, travail.lieu(duDepartement: enTete.departement))
    try enTete.verifier()
    let avant = try travail.registre.versions(enTete: enTete.departement).first?.ecrit
    let objet = try travail.objet(.enTete, enTete.departement)
    guard avant?.version ?? 0 == enTete.version else {
      throw try travail.conflit(objet, avant?.faits ?? [:], enTete.faits, avant?.version ?? 0)
    }
    var apres = enTete
    apres.version += 1
    apres.logo = travail.image(logo, avant?.logo ?? enTete.logo)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      avant: avant?.faits,
      apres: apres.faits,
    )
    if let image = logo.nouvelle { try travail.registre.ajouter(image: image.octets, ecriture) }
    try travail.registre.ajouter(apres, ecriture)
    return apres
  }
}

/// Draws up an example of what documents of a kind say, in a template that is being written.
public struct ApercevoirUnModele: Question {
  public static let nom = "apercevoir-un-modele"
  public let modele: ModeleDeDocument
  /// `nil` for the one in force.
  public let enTete: EnTeteDeDocument?
  public let signature: ChangementDImage
  public let logo: ChangementDImage

  public init(
    _ modele: ModeleDeDocument,
    _ enTete: EnTeteDeDocument? = nil,
    signature: ChangementDImage = .garder,
    logo: ChangementDImage = .garder,
  ) {
    self.modele = modele
    self.enTete = enTete
    self.signature = signature
    self.logo = logo
  }

  public func executer(_ travail: Travail) throws -> DocumentAImprimer {
    _ = try travail.exiger(.structurer, travail.lieu(duDepartement: modele.departement))
    try modele.verifier()
    var modele = modele
    if signature == .retirer { modele.signature = nil }
    var enTete =
      try enTete
      ?? EnTeteEnVigueur(
        modele.departement,
        parmi: travail.registre.enTetes(),
        travail.registre.etablissement(),
      ).enTete
    if logo == .retirer { enTete.logo = nil }
    let cadres = try Cadres(
      modele,
      enTete,
      travail,
      logo: logo.nouvelle,
      signature: signature.nouvelle,
    )
    return DocumentAImprimer(
      nature: modele.nature,
      date: travail.moment.jour,
      cadre: cadres.cadre(ExempleDeDocument.champs).cadre(le: travail.moment.jour),
      contenu: ExempleDeDocument.contenu(modele.nature, travail.moment.jour),
      verification: VerificationDeDocument(code: "EXEMPLE", adresse: ""),
    )
  }
}

extension Travail {
  fileprivate func objet(_ sorte: Objet.Sorte, _ departement: Identifiant<Departement>?) throws
    -> Objet
  {
    try departement.map { Objet(sorte, $0) } ?? Objet(sorte, registre.etablissement().id)
  }

  fileprivate func image(_ changement: ChangementDImage, _ avant: String?) -> String? {
    switch changement {
    case .garder: avant
    case .retirer: nil
    case .remplacer(let image): registre.empreinte(image.octets)
    }
  }
}

extension ModeleDeDocument {
  /// - Throws: `Refus.donnees`, field by field.
  fileprivate func verifier() throws(Refus) {
    var fautes: [Refus.Faute] = []
    if titre.allSatisfy(\.isWhitespace) { fautes.append(.init("titre", .absente)) }
    for (lieu, valeur, limite) in [
      ("titre", titre, 200), ("avant", avant, Self.longueurMaximale),
      ("apres", apres, Self.longueurMaximale), ("qualite", qualite, 200), ("nom", nom, 200),
    ] where valeur.count > limite {
      fautes.append(.init(lieu, .tropLongue(vu: String(valeur.prefix(60)), limite: limite)))
    }
    for (lieu, texte) in [("titre", titre), ("avant", avant), ("apres", apres)] {
      do {
        _ = try Gabarit(texte, lieu, ChampDeModele.de(nature))
      } catch .donnees(let siennes) {
        fautes += siennes
      }
    }
    guard fautes.isEmpty else { throw .donnees(fautes) }
  }

  fileprivate var faits: Faits {
    [
      "nature": .texte(nature.rawValue), "departement": Faits.Valeur(departement),
      "version": .entier(version), "titre": .texte(titre), "avant": .texte(avant),
      "apres": .texte(apres), "qualite": .texte(qualite), "nom": .texte(nom),
      "signature": Faits.Valeur(signature),
    ]
  }
}

extension EnTeteDeDocument {
  fileprivate func verifier() throws(Refus) {
    var fautes: [Refus.Faute] = []
    for (lieu, valeur, limite) in [("lignes", lignes, 1_000), ("pied", pied, 500)]
    where valeur.count > limite {
      fautes.append(.init(lieu, .tropLongue(vu: String(valeur.prefix(60)), limite: limite)))
    }
    guard fautes.isEmpty else { throw .donnees(fautes) }
  }

  fileprivate var faits: Faits {
    [
      "departement": Faits.Valeur(departement), "version": .entier(version),
      "lignes": .texte(lignes), "pied": .texte(pied), "logo": Faits.Valeur(logo),
    ]
  }
}
