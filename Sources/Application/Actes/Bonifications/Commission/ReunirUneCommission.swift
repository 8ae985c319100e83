public import Scolarite

/// Calls a session of the commission of bonuses for a year.
public struct ReunirUneCommission: Acte {
  public static let nom = "reunir-une-commission"
  public let annee: AnneeUniversitaire
  public let jour: Jour
  public let lieu: String
  public let membres: [CommissionDesBonifications.Membre]

  public init(
    _ annee: AnneeUniversitaire,
    le jour: Jour,
    lieu: String,
    membres: [CommissionDesBonifications.Membre] = [],
  ) {
    self.annee = annee
    self.jour = jour
    self.lieu = lieu
    self.membres = membres
  }

  public func executer(_ travail: Travail) throws -> CommissionDesBonifications {
    let permis = try travail.exiger(.bonifierLEngagement, .etablissement)
    guard try travail.registre.annee(annee) != nil else { throw Refus.inconnu(.annee) }
    guard
      try !travail.registre.commissions().contains(where: {
        $0.annee == annee && $0.close == nil
      })
    else { throw Refus.etat(.commissionDejaOuverte) }
    let commission = CommissionDesBonifications(
      id: try travail.registre.nouvelIdentifiant(),
      annee: annee,
      jour: jour,
      lieu: lieu,
      membres: membres,
    )
    try travail.verifier(commission)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.commission, commission.id),
      apres: commission.faits,
    )
    try travail.registre.ajouter(commission, ecriture)
    return commission
  }
}

/// Changes the day, the place, the members or the minutes of a session that is not closed.
public struct ModifierUneCommission: Acte {
  public static let nom = "modifier-une-commission"
  /// As it is to be, at the version that was read.
  public let commission: CommissionDesBonifications

  public init(_ commission: CommissionDesBonifications) {
    self.commission = commission
  }

  public func executer(_ travail: Travail) throws -> CommissionDesBonifications {
    let permis = try travail.exiger(.bonifierLEngagement, .etablissement)
    let avant = try travail.commission(commission.id)
    guard avant.close == nil else { throw Refus.etat(.commissionClose) }
    var apres = avant
    apres.jour = commission.jour
    apres.lieu = commission.lieu
    apres.membres = commission.membres
    apres.observations = commission.observations
    apres.version = commission.version
    try travail.verifier(apres)
    return try travail.remplacer(avant, apres, Self.nom, permis)
  }
}

extension Travail {
  func commission(_ id: Identifiant<CommissionDesBonifications>) throws
    -> CommissionDesBonifications
  {
    guard let commission = try registre.commission(id) else { throw Refus.inconnu(.commission) }
    return commission
  }

  /// Writes a session, or meets the conflict.
  func remplacer(
    _ avant: CommissionDesBonifications,
    _ apres: CommissionDesBonifications,
    _ acte: String,
    _ permis: Permis,
  ) throws -> CommissionDesBonifications {
    let objet = Objet(.commission, avant.id)
    let ecriture = try inscrire(acte, permis, objet, avant: avant.faits, apres: apres.faits)
    guard try registre.remplacer(apres, ecriture) else {
      throw try conflit(objet, avant.faits, apres.faits, avant.version)
    }
    var ecrite = apres
    ecrite.version += 1
    return ecrite
  }

  fileprivate func verifier(_ commission: CommissionDesBonifications) throws {
    let bornes = Jour(ouvrant: commission.annee)...Jour(cloturant: commission.annee)
    guard bornes.contains(commission.jour) else {
      throw Refus.etat(.horsPeriode(du: bornes.lowerBound, au: bornes.upperBound))
    }
    let connus = Set(try registre.departements().map(\.id))
    for (rang, membre) in commission.membres.enumerated() {
      try nommer([("membre-\(rang + 1)", membre.nom)])
      let aUnDepartement = membre.departement.map(connus.contains) ?? false
      guard (membre.qualite == .departement) == aUnDepartement else {
        throw Refus.donnees([.init("departement-\(rang + 1)", .absente)])
      }
    }
  }
}
