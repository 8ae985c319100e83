public import Scolarite

/// Says which UE of a session 2 are fundamental: programming, databases, networks.
public struct FixerLesUEFondamentales: Acte {
  public static let nom = "fixer-les-ue-fondamentales"
  public let campagne: Identifiant<Campagne>
  public let ues: [CodeUE]

  public init(_ campagne: Identifiant<Campagne>, _ ues: [CodeUE]) {
    self.campagne = campagne
    self.ues = ues
  }

  public func executer(_ travail: Travail) throws {
    let campagne = try travail.campagne(campagne)
    guard campagne.nature == .session2 else { throw Refus.inconnu(.campagne) }
    let promotion = try travail.promotion(campagne.promotion)
    let permis = try travail.exiger(.gererLesCampagnes, promotion.lieu)
    let programme = try travail.programme(promotion)
    for ue in ues where programme.ue(ue) == nil {
      throw Refus.donnees([.init("ues", .inconnue(vu: ue.texte))])
    }
    let retenues = Set(ues).sorted { $0.texte < $1.texte }
    let avant = try travail.registre.uesFondamentales(campagne.id)
    guard avant != retenues else { return }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.campagne, campagne.id),
      avant: ["fondamentales": .liste(avant.map { .texte($0.texte) })],
      apres: ["fondamentales": .liste(retenues.map { .texte($0.texte) })],
    )
    try travail.registre.fixer(uesFondamentales: retenues, campagne.id, ecriture)
  }
}

/// Offers a support session on a UE, before the first exam.
///
/// Fundamental UE come first: while one of them that somebody sits has no session, another UE needs
/// a reason.
public struct OffrirUneSeanceDeSoutien: Acte {
  public static let nom = "offrir-une-seance-de-soutien"
  public let campagne: Identifiant<Campagne>
  public let ue: CodeUE
  public let debut: Instant
  public let fin: Instant
  public let salle: String
  public let enseignant: String
  public let places: Int?
  /// Why a UE that is not fundamental goes first.
  public let motif: String?

  public init(
    _ campagne: Identifiant<Campagne>,
    _ ue: CodeUE,
    debut: Instant,
    fin: Instant,
    salle: String,
    enseignant: String,
    places: Int? = nil,
    motif: String? = nil,
  ) {
    self.campagne = campagne
    self.ue = ue
    self.debut = debut
    self.fin = fin
    self.salle = salle
    self.enseignant = enseignant
    self.places = places
    self.motif = motif.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }

  public func executer(_ travail: Travail) throws -> SeanceDeSoutien {
    let campagne = try travail.campagne(campagne)
    guard campagne.nature == .session2 else { throw Refus.inconnu(.campagne) }
    let promotion = try travail.promotion(campagne.promotion)
    let permis = try travail.exiger(.gererLesCampagnes, promotion.lieu)
    try travail.nommer([("salle", salle), ("enseignant", enseignant)])
    try verifierLesHeures(campagne)
    try verifierLaPriorite(campagne, promotion, travail)
    let seance = SeanceDeSoutien(
      id: try travail.registre.nouvelIdentifiant(),
      campagne: campagne.id,
      ue: ue,
      debut: debut,
      fin: fin,
      salle: salle,
      enseignant: enseignant,
      places: places,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.soutien, seance.id),
      apres: seance.faits,
      motif: motif,
    )
    try travail.registre.ajouter(seance, ecriture)
    return seance
  }

  /// Within one day, and before the first exam.
  private func verifierLesHeures(_ campagne: Campagne) throws(Refus) {
    guard debut.jour == fin.jour, debut.minute < fin.minute else {
      let bornes = "le même jour, après le \(debut.enToutesLettres)"
      throw .donnees([.init("fin", .horsBornes(vu: fin.enToutesLettres, bornes: bornes))])
    }
    if let places, places < 1 {
      throw .donnees([.init("places", .horsBornes(vu: "\(places)", bornes: "au moins 1"))])
    }
    if let premier = campagne.jour, debut.jour >= premier {
      throw .regle(article: ArticleDeSession2.soutien, .soutienTardif(premier))
    }
  }

  private func verifierLaPriorite(
    _ campagne: Campagne,
    _ promotion: Promotion,
    _ travail: Travail,
  ) throws {
    guard try travail.programme(promotion).ue(ue) != nil else {
      throw Refus.donnees([.init("ue", .inconnue(vu: ue.texte))])
    }
    let registre = travail.registre
    let inscrites = Set(
      try registre.inscriptionsEnSession2(promotion.id)
        .filter { $0.campagne == campagne.id }.flatMap(\.ues)
    )
    guard inscrites.contains(ue) else { throw Refus.etat(.soutienSansInscrit(ue)) }
    let fondamentales = try registre.uesFondamentales(campagne.id)
    guard motif == nil, !fondamentales.contains(ue) else { return }
    let servies = Set(
      try registre.seancesDeSoutien(campagne.id).filter { $0.annulee == nil }.map(\.ue)
    )
    let delaissees = fondamentales.filter { inscrites.contains($0) && !servies.contains($0) }
    guard delaissees.isEmpty else {
      throw Refus.regle(article: ArticleDeSession2.soutien, .soutienFondamentalDAbord(delaissees))
    }
  }
}

/// Calls a support session off; those who were to come are told.
public struct AnnulerUneSeanceDeSoutien: Acte {
  public static let nom = "annuler-une-seance-de-soutien"
  public let seance: Identifiant<SeanceDeSoutien>
  public let motif: String
  public let version: Int64

  public init(_ seance: Identifiant<SeanceDeSoutien>, motif: String, version: Int64) {
    self.seance = seance
    self.motif = motif
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> SeanceDeSoutien {
    let (avant, promotion) = try travail.seanceDeSoutien(seance)
    let permis = try travail.exiger(.gererLesCampagnes, promotion.lieu)
    guard !motif.allSatisfy(\.isWhitespace) else { throw Refus.etat(.motifManquant) }
    guard avant.annulee == nil else { throw Refus.etat(.soutienAnnule) }
    guard travail.moment.instant.description < avant.debut.description else {
      throw Refus.etat(.soutienCommence)
    }
    var apres = avant
    apres.annulee = motif
    apres.version = version
    let objet = Objet(.soutien, avant.id)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      avant: avant.faits,
      apres: apres.faits,
      motif: motif,
    )
    guard try travail.registre.remplacer(apres, ecriture) else {
      throw try travail.conflit(objet, avant.faits, apres.faits, avant.version)
    }
    for inscription in try travail.registre.inscriptionsAuSoutien(avant.campagne)
    where inscription.seance == avant.id {
      _ = try travail.inscrire(
        Self.nom,
        permis,
        Objet(.soutien, avant.id, inscription.etudiant),
        sujet: inscription.etudiant,
        apres: ["annulee": .texte(motif)],
      )
    }
    apres.version += 1
    return apres
  }
}

extension Travail {
  /// A support session with its promotion.
  func seanceDeSoutien(_ id: Identifiant<SeanceDeSoutien>) throws -> (SeanceDeSoutien, Promotion) {
    guard let seance = try registre.seanceDeSoutien(id) else { throw Refus.inconnu(.soutien) }
    return (seance, try promotion(campagne(seance.campagne).promotion))
  }

  /// Whether the person takes attendance at the support sessions of a UE.
  func pointeLeSoutien(_ ue: CodeUE, _ promotion: Promotion) throws -> Permis? {
    let modules = try programme(promotion).ue(ue)?.modules.map(\.code.canonique) ?? []
    if peut(.gererLesCampagnes, promotion.lieu) {
      return try exiger(.gererLesCampagnes, promotion.lieu)
    }
    let lieux = [promotion.lieu] + modules.map { promotion.lieu.module($0) }
    return peut(.faireLAppel, unDe: lieux) ? try exiger(.faireLAppel, parmi: lieux) : nil
  }
}
