public import Scolarite

/// Opens a window in which students of a promotion ask for something.
public struct OuvrirUneCampagne: Acte {
  public static let nom = "ouvrir-une-campagne"
  public let promotion: Identifiant<Promotion>
  public let nature: Campagne.Nature
  public let intitule: String
  public let ouverture: Instant
  public let cloture: Instant
  public let jour: Jour?
  public let parametres: [Campagne.Parametre]

  public init(
    promotion: Identifiant<Promotion>,
    nature: Campagne.Nature,
    intitule: String,
    ouverture: Instant,
    cloture: Instant,
    jour: Jour? = nil,
    parametres: [Campagne.Parametre] = [],
  ) {
    self.promotion = promotion
    self.nature = nature
    self.intitule = intitule
    self.ouverture = ouverture
    self.cloture = cloture
    self.jour = jour
    self.parametres = parametres
  }

  public func executer(_ travail: Travail) throws -> Campagne {
    let promotion = try travail.promotion(promotion)
    let permis = try travail.exiger(.gererLesCampagnes, promotion.lieu)
    let campagne = Campagne(
      id: try travail.registre.nouvelIdentifiant(),
      promotion: promotion.id,
      nature: nature,
      intitule: intitule,
      ouverture: ouverture,
      cloture: cloture,
      jour: jour,
      parametres: parametres,
      version: 1,
    )
    try travail.verifier(campagne)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.campagne, campagne.id),
      apres: campagne.faits,
    )
    try travail.registre.ajouter(campagne, ecriture)
    return campagne
  }
}

/// Changes the days, the title or the parameters of a campaign.
public struct ModifierUneCampagne: Acte {
  public static let nom = "modifier-une-campagne"
  /// As it is to be, at the version that was read.
  public let campagne: Campagne

  public init(_ campagne: Campagne) {
    self.campagne = campagne
  }

  public func executer(_ travail: Travail) throws {
    let avant = try travail.campagne(campagne.id)
    let permis = try travail.exiger(.gererLesCampagnes, travail.promotion(avant.promotion).lieu)
    guard try travail.registre.sessionDeRattrapage(avant.id) == nil else {
      throw Refus.etat(.session2Conduite)
    }
    var apres = avant
    apres.intitule = campagne.intitule
    apres.ouverture = campagne.ouverture
    apres.cloture = campagne.cloture
    apres.jour = campagne.jour
    apres.parametres = campagne.parametres
    apres.version = campagne.version
    try travail.verifier(apres)
    let objet = Objet(.campagne, avant.id)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      avant: avant.faits,
      apres: apres.faits,
    )
    guard try travail.registre.remplacer(apres, ecriture) else {
      throw try travail.conflit(objet, avant.faits, apres.faits, avant.version)
    }
  }
}

extension Travail {
  func campagne(_ id: Identifiant<Campagne>) throws -> Campagne {
    guard let campagne = try registre.campagne(id) else { throw Refus.inconnu(.campagne) }
    return campagne
  }

  fileprivate func verifier(_ campagne: Campagne) throws(Refus) {
    try nommer([("intitulé", campagne.intitule)])
    guard campagne.ouverture.rangs < campagne.cloture.rangs else {
      let (vu, bornes) = (
        campagne.cloture.enToutesLettres, "après le \(campagne.ouverture.enToutesLettres)",
      )
      throw .donnees([.init("clôture", .horsBornes(vu: vu, bornes: bornes))])
    }
    var noms: Set<String> = []
    for parametre in campagne.parametres where !noms.insert(parametre.nom).inserted {
      throw .donnees([.init("paramètres", .enDouble(vu: parametre.nom))])
    }
  }

  /// The window of a campaign must be open, unless force majeure is proved by a document (R0.13).
  func verifierLaFenetre(_ campagne: Campagne, forceMajeure: String?, fichier: String?)
    throws(Refus)
  {
    let present = arrivee.instant.rangs
    if present < campagne.ouverture.rangs {
      throw .etat(.campagneFermee(du: campagne.ouverture, au: campagne.cloture))
    }
    guard present > campagne.cloture.rangs else { return }
    guard let forceMajeure, !forceMajeure.isEmpty, fichier != nil else {
      throw .regle(
        article: "procédure de session 2, § 3",
        .campagneFermee(du: campagne.ouverture, au: campagne.cloture),
      )
    }
  }
}

extension Campagne {
  fileprivate var faits: Faits {
    [
      "promotion": Faits.Valeur(promotion), "nature": .texte(nature.rawValue),
      "intitule": .texte(intitule), "ouverture": .texte(ouverture.description),
      "cloture": .texte(cloture.description), "jour": Faits.Valeur(jour),
      "parametres": .faits(Faits(parametres.map { .init($0.nom, .texte($0.valeur)) })),
    ]
  }
}
