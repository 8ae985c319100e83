public import Scolarite

/// Asks for special arrangements, at any time of the year (R1.8.2).
public struct DemanderUnAmenagement: Acte {
  public static let nom = "demander-un-amenagement"
  public let promotion: Identifiant<Promotion>
  public let etudiant: Identifiant<Etudiant>
  public let situation: DemandeDAmenagement.Situation
  public let texte: String
  public let souhaits: Set<Amenagement.Nature>
  public let fichier: String?

  public init(
    promotion: Identifiant<Promotion>,
    etudiant: Identifiant<Etudiant>,
    _ situation: DemandeDAmenagement.Situation,
    texte: String,
    souhaits: Set<Amenagement.Nature>,
    fichier: String? = nil,
  ) {
    self.promotion = promotion
    self.etudiant = etudiant
    self.situation = situation
    self.texte = texte
    self.souhaits = souhaits
    self.fichier = fichier
  }

  public func executer(_ travail: Travail) throws -> DemandeDAmenagement {
    let promotion = try travail.promotion(promotion)
    let permis = try travail.exiger(.deposerUneDemande, promotion.lieu.etudiant(etudiant))
    try travail.verifierLInscription(etudiant, dans: promotion.id)
    guard travail.estEnCours(promotion) else { throw Refus.etat(.anneeFinie(promotion.annee)) }
    guard !texte.isEmpty else { throw Refus.donnees([.init("texte", .absente)]) }
    guard !souhaits.isEmpty else { throw Refus.donnees([.init("souhaits", .absente)]) }
    try travail.verifierLeFichier(fichier, etudiant)
    let demande = DemandeDAmenagement(
      id: try travail.registre.nouvelIdentifiant(),
      promotion: promotion.id,
      etudiant: etudiant,
      situation: situation,
      texte: texte,
      souhaits: souhaits,
      fichier: fichier,
      depose: travail.arrivee.instant,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.demandeDAmenagement, demande.id),
      sujet: etudiant,
      apres: demande.faits,
    )
    try travail.registre.ajouter(demande, ecriture)
    return demande
  }
}

/// Gives a request up before it is answered.
public struct RetirerUneDemandeDAmenagement: Acte {
  public static let nom = "retirer-une-demande-d-amenagement"
  public let demande: Identifiant<DemandeDAmenagement>
  /// The version that was read.
  public let version: Int64

  public init(_ demande: Identifiant<DemandeDAmenagement>, version: Int64) {
    self.demande = demande
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> DemandeDAmenagement {
    let avant = try travail.demandeDAmenagement(demande)
    let lieu = try travail.promotion(avant.promotion).lieu.etudiant(avant.etudiant)
    let permis = try travail.exiger(.deposerUneDemande, lieu)
    guard avant.estOuverte else { throw Refus.etat(.demandeTraitee) }
    var apres = avant
    apres.etat = .retiree(le: travail.moment.jour)
    apres.version = version
    return try travail.remplacer(avant, apres, Self.nom, permis)
  }
}

/// Answers a request: the arrangements granted with their time and reach, or the refusal with its
/// reason.
public struct DeciderDUnAmenagement: Acte {
  public static let nom = "decider-d-un-amenagement"
  public let demande: Identifiant<DemandeDAmenagement>
  /// None refuses.
  public let accordes: [Accord]
  public let motif: String
  /// The version that was read.
  public let version: Int64

  /// One arrangement granted.
  public struct Accord: Hashable, Sendable {
    public let nature: Amenagement.Nature
    public let precision: String
    public let depuis: Jour
    public let jusqua: Jour?
    public let porte: Amenagement.Porte
    /// The modules from which it dispenses; empty for all.
    public let modules: [String]

    public init(
      _ nature: Amenagement.Nature,
      precision: String = "",
      depuis: Jour,
      jusqua: Jour?,
      porte: Amenagement.Porte,
      modules: [String] = [],
    ) {
      self.nature = nature
      self.precision = precision
      self.depuis = depuis
      self.jusqua = jusqua
      self.porte = porte
      self.modules = modules
    }
  }

  public init(
    _ demande: Identifiant<DemandeDAmenagement>,
    _ accordes: [Accord],
    motif: String,
    version: Int64,
  ) {
    self.demande = demande
    self.accordes = accordes
    self.motif = motif
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> DemandeDAmenagement {
    let avant = try travail.demandeDAmenagement(demande)
    let permis = try travail.exiger(
      avant.situation.droit,
      travail.promotion(avant.promotion).lieu,
    )
    guard avant.estOuverte else { throw Refus.etat(.demandeTraitee) }
    guard !motif.isEmpty else { throw Refus.etat(.motifManquant) }
    for accord in accordes {
      if let jusqua = accord.jusqua, jusqua < accord.depuis {
        throw Refus.etat(.horsPeriode(du: accord.depuis, au: jusqua))
      }
      guard !accord.porte.isEmpty else { throw Refus.donnees([.init("porte", .absente)]) }
      try verifier(accord.modules, travail.programme(travail.promotion(avant.promotion)))
      try travail.accorder(accord, a: avant.etudiant, permis)
    }
    let (jour, par) = (travail.moment.jour, try travail.nom(travail.auteur))
    var apres = avant
    apres.etat =
      accordes.isEmpty
      ? .refusee(le: jour, par: par, motif: motif) : .accordee(le: jour, par: par, motif: motif)
    apres.version = version
    return try travail.remplacer(avant, apres, Self.nom, permis)
  }

  private func verifier(_ modules: [String], _ programme: Programme) throws(Refus) {
    let connus = Set(programme.ues.flatMap(\.modules).map(\.code.canonique))
    let fautes = modules.filter { !connus.contains($0) }.map {
      Refus.Faute("modules", .inconnue(vu: $0))
    }
    guard fautes.isEmpty else { throw .donnees(fautes) }
  }
}

extension Travail {
  func demandeDAmenagement(_ id: Identifiant<DemandeDAmenagement>) throws -> DemandeDAmenagement {
    guard let demande = try registre.demandeDAmenagement(id) else {
      throw Refus.inconnu(.demandeDAmenagement)
    }
    return demande
  }

  /// Writes what came of a request, or meets the conflict.
  fileprivate func remplacer(
    _ avant: DemandeDAmenagement,
    _ apres: DemandeDAmenagement,
    _ acte: String,
    _ permis: Permis,
  ) throws -> DemandeDAmenagement {
    let objet = Objet(.demandeDAmenagement, avant.id)
    let ecriture = try inscrire(
      acte,
      permis,
      objet,
      sujet: avant.etudiant,
      avant: avant.faits,
      apres: apres.faits,
    )
    guard try registre.remplacer(apres, ecriture) else {
      throw try conflit(objet, avant.faits, apres.faits, avant.version)
    }
    var ecrite = apres
    ecrite.version += 1
    return ecrite
  }

  fileprivate func accorder(
    _ accord: DeciderDUnAmenagement.Accord,
    a etudiant: Identifiant<Etudiant>,
    _ permis: Permis,
  ) throws {
    let amenagement = Amenagement(
      id: try registre.nouvelIdentifiant(),
      etudiant: etudiant,
      nature: accord.nature,
      precision: accord.precision,
      depuis: accord.depuis,
      jusqua: accord.jusqua,
      porte: accord.porte,
      modules: accord.nature == .dispenseDAssiduite ? accord.modules : [],
    )
    let touchees = try justifiees(par: amenagement)
    let ecriture = try inscrire(
      AccorderUnAmenagement.nom,
      permis,
      Objet(.amenagement, amenagement.id, etudiant),
      sujet: etudiant,
      avant: touchees.isEmpty ? nil : Faits([]).avec(touchees.map(\.avant)),
      apres: amenagement.faits.avec(touchees.map(\.apres)),
    )
    try registre.ajouter(amenagement, ecriture)
    try ecrire(touchees, ecriture)
  }
}

extension Travail {
  /// Whether the year of a promotion is not over today.
  func estEnCours(_ promotion: Promotion) -> Bool {
    moment.jour <= Jour(cloturant: promotion.annee)
  }
}
