public import Scolarite

/// Puts a règlement in force for a year, with the days when the council and the CFVU adopted it.
///
/// A change that comes more than one month after the year began is refused, unless it is kept as
/// irregular with its reason (L. 613-1); dates of adoption alone may always be completed. What a
/// department that has none of its own leaves is the règlement of the establishment.
public struct AdopterUnProfil: Acte {
  public static let nom = "adopter-un-profil"
  public let departement: Identifiant<Departement>?
  public let annee: AnneeUniversitaire
  public let profil: String
  /// The profile with those that it inherits from, as JSON.
  public let texte: String
  public let conseil: Jour?
  public let cfvu: Jour?
  public let irregularite: String?
  /// The version that was read, where one is in force.
  public let version: Int64?

  public init(
    departement: Identifiant<Departement>? = nil,
    annee: AnneeUniversitaire,
    profil: String,
    texte: String,
    conseil: Jour?,
    cfvu: Jour?,
    irregularite: String? = nil,
    version: Int64? = nil,
  ) {
    self.departement = departement
    self.annee = annee
    self.profil = profil
    self.texte = texte
    self.conseil = conseil
    self.cfvu = cfvu
    self.irregularite = irregularite
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> Identifiant<ProfilAdopte> {
    let permis = try travail.exiger(.adopterUnProfil, Lieu(departement: departement))
    _ = try travail.formats.reglages(texte, le: Jour(ouvrant: annee))
    let profils = try travail.registre.profils(annee)
    let avant = profils.first { $0.departement == departement }
    let enVigueur = avant ?? profils.first { $0.departement == nil }
    let retard = try enVigueur.map { $0.texte == texte } ?? true ? nil : travail.retard(annee)
    if let retard, irregularite ?? "" == "" {
      throw Refus.regle(article: Travail.articleDuGel, .figeDepuis(retard))
    }
    let adopte = ProfilAdopte(
      id: try avant?.id ?? travail.registre.nouvelIdentifiant(),
      departement: departement,
      annee: annee,
      nom: profil,
      texte: texte,
      conseil: conseil,
      cfvu: cfvu,
      irregularite: retard == nil ? avant?.irregularite : irregularite,
      version: version ?? 0,
    )
    let objet = Objet(.profil, adopte.id)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      avant: avant?.faits,
      apres: adopte.faits,
      motif: irregularite,
    )
    guard let avant else {
      try travail.registre.ajouter(adopte, ecriture)
      return adopte.id
    }
    guard try travail.registre.remplacer(adopte, ecriture) else {
      throw try travail.conflit(objet, avant.faits, adopte.faits, avant.version)
    }
    return adopte.id
  }
}

extension ProfilAdopte {
  fileprivate var faits: Faits {
    [
      "nom": .texte(nom), "annee": .texte(annee.description), "conseil": Faits.Valeur(conseil),
      "cfvu": Faits.Valeur(cfvu), "irregularite": Faits.Valeur(irregularite),
      "texte": .texte(texte),
    ]
  }
}
