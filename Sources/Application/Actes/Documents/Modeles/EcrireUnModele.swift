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

extension ModeleDeDocument {
  /// - Throws: `Refus.donnees`, field by field.
  func verifier() throws(Refus) {
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
