public import Scolarite

/// Changes who a student is: a name, an address, a number.
public struct ModifierUnEtudiant: Acte {
  public static let nom = "modifier-un-etudiant"
  public let etudiant: Identifiant<Etudiant>
  public let identite: IdentiteDEtudiant
  /// The version that was read.
  public let version: Int64

  public init(_ etudiant: Identifiant<Etudiant>, identite: IdentiteDEtudiant, version: Int64) {
    self.etudiant = etudiant
    self.identite = identite
    self.version = version
  }

  public func executer(_ travail: Travail) throws {
    let permis = try travail.exiger(.gererLesEtudiants, parmi: travail.lieuxPresents(de: etudiant))
    let (avant, actuelle) = try travail.identite(etudiant)
    let fautes = identite.fautes("étudiant", le: travail.moment.jour)
    guard fautes.isEmpty else { throw Refus.donnees(fautes) }
    try verifierLesNumeros(travail)
    let objet = Objet(.etudiant, etudiant)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      sujet: etudiant,
      avant: actuelle.faits,
      apres: identite.faits,
    )
    let apres = Etudiant(id: etudiant, identite: identite, version: version)
    guard try travail.registre.remplacer(apres, ecriture) else {
      throw try travail.conflit(
        objet,
        actuelle.faits,
        identite.faits,
        avant.version,
        sur: .etudiant(etudiant),
      )
    }
  }

  private func verifierLesNumeros(_ travail: Travail) throws {
    let porteurs = [
      (identite.nip, try travail.registre.etudiant(nip: identite.nip)),
      (identite.ine ?? "", try identite.ine.flatMap { try travail.registre.etudiant(ine: $0) }),
    ]
    for (numero, porteur) in porteurs {
      if let porteur, porteur.id != etudiant { throw Refus.etat(.identifiantDejaPris(numero)) }
    }
  }
}

/// Says whom to call when an absence worries (R1.2.3), or nobody any more.
public struct DesignerUnePersonneDeConfiance: Acte {
  public static let nom = "designer-une-personne-de-confiance"
  public let etudiant: Identifiant<Etudiant>
  public let personne: PersonneDeConfiance?

  public init(_ personne: PersonneDeConfiance?, de etudiant: Identifiant<Etudiant>) {
    self.personne = personne
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws {
    let permis = try travail.exiger(.gererLesEtudiants, parmi: travail.lieuxPresents(de: etudiant))
    _ = try travail.identite(etudiant)
    if let personne {
      try travail.nommer([("nom", personne.nom), ("téléphone", personne.telephone)])
    }
    let avant = try travail.registre.personneDeConfiance(etudiant)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.etudiant, etudiant),
      sujet: etudiant,
      avant: avant?.faits,
      apres: personne?.faits,
    )
    try travail.registre.designer(personne, etudiant, ecriture)
  }
}

/// Grants an accommodation (R0.14).
public struct AccorderUnAmenagement: Acte {
  public static let nom = "accorder-un-amenagement"
  public let etudiant: Identifiant<Etudiant>
  public let nature: Amenagement.Nature
  public let precision: String
  public let depuis: Jour
  public let jusqua: Jour?

  public init(
    _ nature: Amenagement.Nature,
    a etudiant: Identifiant<Etudiant>,
    precision: String,
    depuis: Jour,
    jusqua: Jour?,
  ) {
    self.nature = nature
    self.etudiant = etudiant
    self.precision = precision
    self.depuis = depuis
    self.jusqua = jusqua
  }

  public func executer(_ travail: Travail) throws -> Amenagement {
    let permis = try travail.exiger(
      .gererLesAmenagements,
      parmi: travail.lieuxPresents(de: etudiant),
    )
    _ = try travail.identite(etudiant)
    if let jusqua, jusqua < depuis { throw Refus.etat(.horsPeriode(du: depuis, au: jusqua)) }
    let amenagement = Amenagement(
      id: try travail.registre.nouvelIdentifiant(),
      etudiant: etudiant,
      nature: nature,
      precision: precision,
      depuis: depuis,
      jusqua: jusqua,
      porte: nature == .dispenseDAssiduite ? .seances : .epreuves,
    )
    let touchees = try travail.justifiees(par: amenagement)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.amenagement, amenagement.id, etudiant),
      sujet: etudiant,
      avant: .presences(touchees.map(\.avant)),
      apres: amenagement.faits + .presences(touchees.map(\.apres)),
    )
    try travail.registre.ajouter(amenagement, ecriture)
    try travail.ecrire(touchees, ecriture)
    return amenagement
  }
}

/// Ends an accommodation on a day.
public struct TerminerUnAmenagement: Acte {
  public static let nom = "terminer-un-amenagement"
  public let amenagement: Identifiant<Amenagement>
  public let etudiant: Identifiant<Etudiant>
  public let jour: Jour

  public init(
    _ amenagement: Identifiant<Amenagement>,
    de etudiant: Identifiant<Etudiant>,
    le jour: Jour,
  ) {
    self.amenagement = amenagement
    self.etudiant = etudiant
    self.jour = jour
  }

  public func executer(_ travail: Travail) throws {
    let permis = try travail.exiger(
      .gererLesAmenagements,
      parmi: travail.lieuxPresents(de: etudiant),
    )
    let siens = try travail.registre.amenagements(etudiant)
    guard let avant = siens.first(where: { $0.id == amenagement }) else {
      throw Refus.inconnu(.amenagement)
    }
    guard jour >= avant.depuis else { throw Refus.etat(.horsPeriode(du: avant.depuis, au: jour)) }
    let touchees = try travail.decouvertes(avant, apres: jour)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.amenagement, amenagement, etudiant),
      sujet: etudiant,
      avant: ["jusqua": Faits.Valeur(avant.jusqua)] + .presences(touchees.map(\.avant)),
      apres: ["jusqua": Faits.Valeur(jour)] + .presences(touchees.map(\.apres)),
    )
    try travail.registre.terminer(amenagement, le: jour, ecriture)
    try travail.ecrire(touchees, ecriture)
  }
}

extension PersonneDeConfiance {
  fileprivate var faits: Faits {
    [
      "nom": .texte(nom), "lien": .texte(lien), "telephone": .texte(telephone),
      "courriel": Faits.Valeur(courriel),
    ]
  }
}

extension Travail {
  /// The places where a student stands: each promotion, and one's own record.
  public func lieux(de etudiant: Identifiant<Etudiant>) throws -> [Lieu] {
    let promotions = try registre.inscriptions(etudiant: etudiant).compactMap {
      try registre.promotion($0.promotion)
    }
    return promotions.map { $0.lieu.etudiant(etudiant) } + [Lieu(etudiant: etudiant)]
  }

  /// A student and who it is; one who was erased is no longer known.
  func identite(_ id: Identifiant<Etudiant>) throws -> (Etudiant, IdentiteDEtudiant) {
    guard let etudiant = try registre.etudiant(id), let identite = etudiant.identite else {
      throw Refus.inconnu(.etudiant)
    }
    return (etudiant, identite)
  }
}
