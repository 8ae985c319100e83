internal import Scolarite

/// Adds a department.
public struct CreerUnDepartement: Acte {
  public static let nom = "creer-un-departement"
  public let code: String
  public let intitule: String

  public init(code: String, intitule: String) {
    self.code = code
    self.intitule = intitule
  }

  public func executer(_ travail: Travail) throws -> Departement {
    let permis = try travail.exiger(.structurer, .etablissement)
    try travail.nommer([("code", code), ("nom", intitule)])
    guard try !travail.registre.departements().contains(where: { $0.code == code }) else {
      throw Refus.etat(.nomDejaPris(code))
    }
    let departement = Departement(
      id: try travail.registre.nouvelIdentifiant(),
      code: code,
      nom: intitule,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.departement, departement.id),
      apres: ["code": .texte(code), "nom": .texte(intitule)],
    )
    try travail.registre.ajouter(departement, ecriture)
    return departement
  }
}

/// Adds a formation to a department.
public struct CreerUneFormation: Acte {
  public static let nom = "creer-une-formation"
  public let departement: Identifiant<Departement>
  public let code: String
  public let intitule: String

  public init(departement: Identifiant<Departement>, code: String, intitule: String) {
    self.departement = departement
    self.code = code
    self.intitule = intitule
  }

  public func executer(_ travail: Travail) throws -> Formation {
    let permis = try travail.exiger(.structurer, Lieu(departement: departement))
    try travail.nommer([("code", code), ("nom", intitule)])
    guard try travail.registre.departements().contains(where: { $0.id == departement }) else {
      throw Refus.inconnu(.departement)
    }
    guard try !travail.registre.formations().contains(where: { $0.code == code }) else {
      throw Refus.etat(.nomDejaPris(code))
    }
    let formation = Formation(
      id: try travail.registre.nouvelIdentifiant(),
      departement: departement,
      code: code,
      nom: intitule,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.formation, formation.id),
      apres: [
        "departement": Faits.Valeur(departement), "code": .texte(code), "nom": .texte(intitule),
      ],
    )
    try travail.registre.ajouter(formation, ecriture)
    return formation
  }
}

/// Adds a group to a promotion.
public struct CreerUnGroupe: Acte {
  public static let nom = "creer-un-groupe"
  public let promotion: Identifiant<Promotion>
  public let nature: Groupe.Nature
  public let intitule: String

  public init(promotion: Identifiant<Promotion>, nature: Groupe.Nature, intitule: String) {
    self.promotion = promotion
    self.nature = nature
    self.intitule = intitule
  }

  public func executer(_ travail: Travail) throws -> Groupe {
    let promotion = try travail.promotion(promotion)
    let permis = try travail.exiger(.structurer, promotion.lieu)
    try travail.nommer([("nom", intitule)])
    guard try !travail.registre.groupes(promotion.id).contains(where: { $0.nom == intitule }) else {
      throw Refus.etat(.nomDejaPris(intitule))
    }
    let groupe = Groupe(
      id: try travail.registre.nouvelIdentifiant(),
      promotion: promotion.id,
      nature: nature,
      nom: intitule,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.groupe, groupe.id),
      apres: ["nature": .texte(nature.rawValue), "nom": .texte(intitule)],
    )
    try travail.registre.ajouter(groupe, ecriture)
    return groupe
  }
}

extension Travail {
  /// The promotion, or a refusal that it is not known.
  public func promotion(_ id: Identifiant<Promotion>) throws -> Promotion {
    guard let promotion = try registre.promotion(id) else { throw Refus.inconnu(.promotion) }
    return promotion
  }

  /// Checks names that may not be empty, nor longer than a screen can show.
  func nommer(_ champs: [(lieu: String, texte: String)]) throws(Refus) {
    let fautes = champs.compactMap { champ -> Refus.Faute? in
      if champ.texte.isEmpty { return .init(champ.lieu, .absente) }
      guard champ.texte.count > Self.longueurDeNom else { return nil }
      return .init(champ.lieu, .tropLongue(vu: champ.texte, limite: Self.longueurDeNom))
    }
    guard fautes.isEmpty else { throw .donnees(fautes) }
  }

  /// The characters that a name has at most.
  static let longueurDeNom = 200
}
