internal import Scolarite

/// What surrounds a document, but for the day on which it is handed over.
struct CadreCompose {
  private let cadres: Cadres
  private let valeurs: [ChampDeModele: String]

  fileprivate init(_ cadres: Cadres, _ valeurs: [ChampDeModele: String]) {
    self.cadres = cadres
    self.valeurs = valeurs
  }

  func cadre(le jour: Jour) -> CadreDeDocument { rempli(date: jour.enFrancais) }

  /// What its digest is taken of: the day is not in it, so that printing it again later is the same.
  var faits: Faits { rempli(date: "").faits(logo: cadres.enTete.logo, cadres.modele.signature) }

  private func rempli(date: String) -> CadreDeDocument {
    var valeurs = valeurs
    valeurs[.date] = date
    return cadres.rempli(valeurs)
  }
}

/// The template of a kind of document and the letterhead, read once for many.
struct Cadres {
  let modele: ModeleDeDocument
  let enTete: EnTeteDeDocument
  private let etablissement: Etablissement
  private let titre: Gabarit
  private let avant: [Gabarit]
  private let apres: [Gabarit]
  private let logo: [UInt8]?
  private let signature: [UInt8]?

  /// Those of a department, else of the establishment, else those that ship.
  init(_ nature: NatureDeDocument, _ departement: Identifiant<Departement>?, _ travail: Travail)
    throws
  {
    let modeles = try travail.registre.modeles().filter { $0.nature == nature }
    let enTetes = try travail.registre.enTetes()
    try self.init(
      modeles.first { $0.departement == departement }
        ?? modeles.first { $0.departement == nil } ?? .fourni(nature),
      enTetes.first { $0.departement == departement }
        ?? enTetes.first { $0.departement == nil },
      travail,
    )
  }

  /// - Throws: `Refus.donnees` for a field that the template cannot have.
  init(
    _ modele: ModeleDeDocument,
    _ enTete: EnTeteDeDocument?,
    _ travail: Travail,
    logo nouveauLogo: ImageDeDocument? = nil,
    signature nouvelleSignature: ImageDeDocument? = nil,
  ) throws {
    etablissement = try travail.registre.etablissement()
    let sien = enTete ?? EnTeteDeDocument(lignes: etablissement.nom)
    let champs = ChampDeModele.de(modele.nature)
    titre = try Gabarit(modele.titre, "titre", champs)
    avant = try modele.avant.lignes.map { try Gabarit($0, "avant", champs) }
    apres = try modele.apres.lignes.map { try Gabarit($0, "apres", champs) }
    logo = try nouveauLogo?.octets ?? sien.logo.flatMap(travail.registre.image)
    signature =
      try nouvelleSignature?.octets ?? modele.signature.flatMap(travail.registre.image)
    self.modele = modele
    self.enTete = sien
  }

  /// The frame of a document, with the fields that are its own.
  func cadre(_ valeurs: [ChampDeModele: String]) -> CadreCompose {
    var toutes = valeurs
    toutes[.etablissement] = etablissement.nom
    toutes[.ville] = etablissement.ville
    return CadreCompose(self, toutes)
  }

  fileprivate func rempli(_ valeurs: [ChampDeModele: String]) -> CadreDeDocument {
    CadreDeDocument(
      entete: enTete.lignes.lignes,
      logo: logo,
      pied: enTete.pied,
      titre: titre.rempli(valeurs),
      avant: avant.map { $0.rempli(valeurs) },
      apres: apres.map { $0.rempli(valeurs) },
      ville: etablissement.ville,
      qualiteDuSignataire: modele.qualite,
      nomDuSignataire: modele.nom,
      signature: signature,
    )
  }
}

extension String {
  /// Its lines, those without a word left out.
  fileprivate var lignes: [String] {
    split(whereSeparator: \.isNewline).map(String.init).filter { ligne in
      !ligne.allSatisfy(\.isWhitespace)
    }
  }
}

extension CadreDeDocument {
  fileprivate func faits(logo: String?, _ signature: String?) -> Faits {
    [
      "entete": .liste(entete.map { .texte($0) }), "logo": Faits.Valeur(logo),
      "pied": .texte(pied), "titre": .texte(titre), "avant": .liste(avant.map { .texte($0) }),
      "apres": .liste(apres.map { .texte($0) }), "ville": .texte(ville),
      "qualite": .texte(qualiteDuSignataire), "nom": .texte(nomDuSignataire),
      "signature": Faits.Valeur(signature),
    ]
  }
}
