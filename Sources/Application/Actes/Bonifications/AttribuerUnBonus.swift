public import Scolarite

/// Gives a student a bonus for sport or for engagement.
///
/// Sport is given once a year, and an activity counts once in the whole curriculum (D. 611-7).
public struct AttribuerUnBonus: Acte {
  public static let nom = "attribuer-un-bonus"
  public let promotion: Identifiant<Promotion>
  public let etudiant: Identifiant<Etudiant>
  public let nature: BonusAttribue.Nature
  public let date: Jour
  public let motif: String

  public init(
    promotion: Identifiant<Promotion>,
    etudiant: Identifiant<Etudiant>,
    nature: BonusAttribue.Nature,
    date: Jour,
    motif: String,
  ) {
    self.promotion = promotion
    self.etudiant = etudiant
    self.nature = nature
    self.date = date
    self.motif = motif
  }

  public func executer(_ travail: Travail) throws -> BonusAttribue {
    let promotion = try travail.promotion(promotion)
    let permis = try travail.exiger(nature.droit, promotion.lieu.etudiant(etudiant))
    guard !motif.isEmpty else { throw Refus.etat(.motifManquant) }
    try nature.verifier()
    try travail.verifierLInscription(etudiant, dans: promotion.id)
    try verifierLUnicite(travail)
    let bonus = BonusAttribue(
      id: try travail.registre.nouvelIdentifiant(),
      promotion: promotion.id,
      etudiant: etudiant,
      nature: nature,
      date: date,
      motif: motif,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.bonus, bonus.id),
      sujet: etudiant,
      apres: bonus.faits,
      motif: motif,
    )
    try travail.registre.ajouter(bonus, ecriture)
    return bonus
  }

  private func verifierLUnicite(_ travail: Travail) throws {
    for autre in try travail.registre.bonus(etudiant: etudiant) {
      switch (autre.nature, nature) {
      case (.sport, .sport):
        guard autre.promotion != promotion else { throw Refus.etat(.bonusDejaAttribue("sport")) }
      case (.engagement(_, let ancienne, _), .engagement(_, let nouvelle, _)):
        guard ancienne != nouvelle else {
          throw Refus.regle(
            article: "code de l’éducation, article D. 611-7",
            .bonusDejaAttribue(nouvelle),
          )
        }
      case (.sport, .engagement), (.engagement, .sport): continue
      }
    }
  }
}

/// Takes a bonus back.
public struct RetirerUnBonus: Acte {
  public static let nom = "retirer-un-bonus"
  public let bonus: Identifiant<BonusAttribue>
  public let motif: String

  public init(_ bonus: Identifiant<BonusAttribue>, motif: String) {
    self.bonus = bonus
    self.motif = motif
  }

  public func executer(_ travail: Travail) throws {
    guard let bonus = try travail.registre.bonus(bonus) else { throw Refus.inconnu(.bonus) }
    let lieu = try travail.promotion(bonus.promotion).lieu.etudiant(bonus.etudiant)
    let permis = try travail.exiger(bonus.nature.droit, lieu)
    guard !motif.isEmpty else { throw Refus.etat(.motifManquant) }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.bonus, bonus.id),
      sujet: bonus.etudiant,
      avant: bonus.faits,
      motif: motif,
    )
    try travail.registre.supprimer(bonus.id, ecriture)
  }
}

extension BonusAttribue.Nature {
  /// Who may give it: the sports service, or the commission.
  fileprivate var droit: Droit {
    switch self {
    case .sport: .bonifierLeSport
    case .engagement: .bonifierLEngagement
    }
  }

  /// Points are above 0 and at most 20, sessions from 1 to 366, types and activities are named.
  fileprivate func verifier() throws(Refus) {
    switch self {
    case .sport(.points(let points)): try Self.verifier(points)
    case .sport(.seances(let nombre)):
      guard (1...366).contains(nombre) else {
        throw .donnees([.init("séances", .horsBornes(vu: "\(nombre)", bornes: "de 1 à 366"))])
      }
    case .engagement(let type, let activite, let points):
      guard !type.isEmpty else { throw .donnees([.init("type", .absente)]) }
      guard !activite.isEmpty else { throw .donnees([.init("activité", .absente)]) }
      try Self.verifier(points)
    }
  }

  private static func verifier(_ points: Decimale) throws(Refus) {
    guard points > .zero, points <= 20 else {
      throw .donnees([
        .init("points", .horsBornes(vu: "\(points)", bornes: "plus de 0, 20 au plus"))
      ])
    }
  }
}

extension BonusAttribue {
  fileprivate var faits: Faits {
    let detail: Faits =
      switch nature {
      case .sport(.points(let points)): ["sport": .verdict(true), "points": .nombre(points)]
      case .sport(.seances(let nombre)):
        ["sport": .verdict(true), "seances": .entier(Int64(nombre))]
      case .engagement(let type, let activite, let points):
        ["type": .texte(type), "activite": .texte(activite), "points": .nombre(points)]
      }
    return ["promotion": Faits.Valeur(promotion), "date": Faits.Valeur(date)] + detail
  }
}

extension Travail {
  /// The student must be enrolled in the promotion, even if no longer there.
  func verifierLInscription(
    _ etudiant: Identifiant<Etudiant>,
    dans promotion: Identifiant<Promotion>,
  )
    throws
  {
    let inscrit = try registre.inscriptions(etudiant: etudiant).contains {
      $0.promotion == promotion
    }
    guard inscrit else { throw Refus.etat(.etudiantNonInscrit) }
  }
}
