internal import Scolarite

/// Makes a promotion that follows a curriculum.
public struct CreerUnePromotion: Acte {
  public static let nom = "creer-une-promotion"
  public let maquette: Identifiant<MaquetteDeposee>
  public let intitule: String

  public init(maquette: Identifiant<MaquetteDeposee>, intitule: String) {
    self.maquette = maquette
    self.intitule = intitule
  }

  public func executer(_ travail: Travail) throws -> Promotion {
    guard let maquette = try travail.registre.maquette(maquette),
      let formation = try travail.registre.formations().first(where: {
        $0.id == maquette.formation
      })
    else { throw Refus.inconnu(.maquette) }
    let permis = try travail.exiger(.structurer, Lieu(departement: formation.departement))
    try travail.nommer([("nom", intitule)])
    let prise = try travail.registre.promotions().contains {
      $0.annee == maquette.annee && $0.nom == intitule
    }
    guard !prise else { throw Refus.etat(.nomDejaPris(intitule)) }
    let promotion = Promotion(
      id: try travail.registre.nouvelIdentifiant(),
      formation: formation.id,
      departement: formation.departement,
      annee: maquette.annee,
      anneeBUT: maquette.anneeBUT,
      nom: intitule,
      maquette: maquette.id,
      version: 1,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.promotion, promotion.id),
      apres: ["nom": .texte(intitule), "maquette": Faits.Valeur(maquette.id)],
    )
    try travail.registre.ajouter(promotion, ecriture)
    return promotion
  }
}

/// Gives a promotion another version of its curriculum, an earlier one too.
///
/// One month after the year began only a version deposited as irregular, with its reason, is taken.
public struct ChangerDeMaquette: Acte {
  public static let nom = "changer-de-maquette"
  public let promotion: Identifiant<Promotion>
  public let maquette: Identifiant<MaquetteDeposee>

  public init(promotion: Identifiant<Promotion>, maquette: Identifiant<MaquetteDeposee>) {
    self.promotion = promotion
    self.maquette = maquette
  }

  public func executer(_ travail: Travail) throws {
    let promotion = try travail.promotion(promotion)
    let permis = try travail.exiger(.structurer, promotion.lieu)
    guard let nouvelle = try travail.registre.maquette(maquette),
      nouvelle.formation == promotion.formation, nouvelle.annee == promotion.annee,
      nouvelle.anneeBUT == promotion.anneeBUT
    else { throw Refus.inconnu(.maquette) }
    guard nouvelle.id != promotion.maquette else { return }
    try verifierLesModules(promotion, nouvelle, travail)
    if let retard = try travail.retard(promotion.annee), nouvelle.irregularite == nil {
      throw Refus.regle(article: Travail.articleDuGel, .figeDepuis(retard))
    }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.promotion, promotion.id),
      avant: ["maquette": Faits.Valeur(promotion.maquette)],
      apres: ["maquette": Faits.Valeur(nouvelle.id)],
      motif: nouvelle.irregularite,
    )
    try travail.registre.changer(promotion.id, maquette: nouvelle.id, ecriture)
  }

  /// A module with tests cannot leave the curriculum.
  private func verifierLesModules(
    _ promotion: Promotion,
    _ nouvelle: MaquetteDeposee,
    _ travail: Travail,
  ) throws {
    let programme = try travail.formats.programme(nouvelle.texte)
    for evaluation in try travail.registre.evaluations(promotion.id) {
      guard programme.contient(evaluation.module, evaluation.semestre) else {
        throw Refus.etat(.moduleInconnu(evaluation.module))
      }
    }
  }
}

extension Programme {
  /// Whether a UE of a semester holds the module, by canonical code.
  func contient(_ module: String, _ semestre: NumeroSemestre) -> Bool {
    ues.contains { ue in
      ue.semestre == semestre && ue.modules.contains { $0.code.canonique == module }
    }
  }
}
