public import Scolarite

/// Gives a document for an absence.
public struct DeposerUnJustificatif: ActeALimite {
  public static let nom = "deposer-un-justificatif"
  public let etudiant: Identifiant<Etudiant>
  public let du: Instant
  public let au: Instant
  public let nature: Justificatif.Nature
  /// The file, by its digest.
  public let fichier: String?

  public init(
    etudiant: Identifiant<Etudiant>,
    du: Instant,
    au: Instant,
    nature: Justificatif.Nature,
    fichier: String? = nil,
  ) {
    self.etudiant = etudiant
    self.du = du
    self.au = au
    self.nature = nature
    self.fichier = fichier
  }

  public func executer(_ travail: Travail) throws -> Justificatif {
    let lieux = try travail.lieux(de: etudiant)
    let permis = try travail.exiger(.deposerUnJustificatif, parmi: lieux)
    _ = try travail.identite(etudiant)
    guard du.rangs <= au.rangs else {
      throw Refus.donnees([.init("au", .horsBornes(vu: "\(au)", bornes: "à partir du \(du)"))])
    }
    try travail.verifierLeFichier(fichier, etudiant)
    let justificatif = Justificatif(
      id: try travail.registre.nouvelIdentifiant(),
      etudiant: etudiant,
      du: du,
      au: au,
      nature: nature,
      depose: travail.arrivee.instant,
      fichier: fichier,
      etat: .depose,
      traitement: nil,
      version: 1,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.justificatif, justificatif.id),
      sujet: etudiant,
      apres: justificatif.faits,
    )
    try travail.registre.ajouter(justificatif, ecriture)
    return justificatif
  }
}

/// Accepts a document, refuses it, asks for more, or opens it again.
///
/// Accepting justifies the absences that it covers, in the same transaction; leaving that state
/// takes back what it justified.
public struct TraiterUnJustificatif: Acte {
  public static let nom = "traiter-un-justificatif"
  public let justificatif: Identifiant<Justificatif>
  public let etat: Justificatif.Etat
  /// The version that was read.
  public let version: Int64

  public init(
    _ justificatif: Identifiant<Justificatif>,
    _ etat: Justificatif.Etat,
    version: Int64,
  ) {
    self.justificatif = justificatif
    self.etat = etat
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> Justificatif {
    guard let avant = try travail.registre.justificatif(justificatif) else {
      throw Refus.inconnu(.justificatif)
    }
    let lieux = try travail.lieux(de: avant)
    let permis = try travail.exiger(.traiterLesJustificatifs, parmi: lieux)
    try verifier()
    if etat == .accepte { try travail.verifierLeRegime(avant, lieux) }
    var apres = avant
    apres.etat = etat
    apres.traitement = .init(par: travail.auteur, le: travail.moment.instant)
    apres.version = version
    let touchees = try touchees(avant, lieux, travail)
    let objet = Objet(.justificatif, avant.id)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      sujet: avant.etudiant,
      avant: avant.faits + ["presences": .liste(touchees.map { .faits($0.avant.faits) })],
      apres: apres.faits + ["presences": .liste(touchees.map { .faits($0.apres.faits) })],
    )
    guard try travail.registre.remplacer(apres, ecriture) else {
      throw try travail.conflit(objet, avant.faits, apres.faits, avant.version)
    }
    for (_, presence) in touchees where try !travail.registre.ecrire(presence, ecriture) {
      throw Refus.inconnu(.presence)
    }
    apres.version += 1
    return apres
  }

  private func verifier() throws(Refus) {
    switch etat {
    case .depose, .accepte: return
    case .aCompleter(let motif), .refuse(let motif):
      guard !motif.isEmpty else { throw .etat(.motifManquant) }
    }
  }

  /// The attendance that the decision changes, in the promotions where the person decides.
  private func touchees(_ avant: Justificatif, _ lieux: [Lieu], _ travail: Travail) throws
    -> [(avant: Presence, apres: Presence)]
  {
    let accepte = etat == .accepte
    let traitees = Set(
      lieux.filter { travail.peut(.traiterLesJustificatifs, $0) }.compactMap(\.promotion)
    )
    return try travail.registre.presences(etudiant: avant.etudiant).compactMap { situee in
      guard traitees.contains(situee.promotion) else { return nil }
      let presence = situee.presence
      let concernee =
        accepte
        ? presence.estUneAbsence && presence.justification == .aucune && avant.couvre(situee.debut)
        : presence.justificatif == avant.id
      guard concernee else { return nil }
      var apres = presence
      apres.justification = accepte ? .abj : .aucune
      apres.justificatif = accepte ? avant.id : nil
      apres.version += 1
      return (presence, apres)
    }
  }
}

/// Gives the document that was asked for; the delay stays counted to the first one.
public struct CompleterUnJustificatif: Acte {
  public static let nom = "completer-un-justificatif"
  public let justificatif: Identifiant<Justificatif>
  /// The file, by its digest.
  public let fichier: String
  /// The version that was read.
  public let version: Int64

  public init(_ justificatif: Identifiant<Justificatif>, fichier: String, version: Int64) {
    self.justificatif = justificatif
    self.fichier = fichier
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> Justificatif {
    guard let avant = try travail.registre.justificatif(justificatif) else {
      throw Refus.inconnu(.justificatif)
    }
    let permis = try travail.exiger(.deposerUnJustificatif, parmi: travail.lieux(de: avant))
    guard case .aCompleter = avant.etat else { throw Refus.etat(.rienACompleter) }
    try travail.verifierLeFichier(fichier, avant.etudiant)
    var apres = avant
    apres.fichier = fichier
    apres.etat = .depose
    apres.version = version
    let objet = Objet(.justificatif, avant.id)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      sujet: avant.etudiant,
      avant: avant.faits,
      apres: apres.faits,
    )
    guard try travail.registre.remplacer(apres, ecriture) else {
      throw try travail.conflit(objet, avant.faits, apres.faits, avant.version)
    }
    apres.version += 1
    return apres
  }
}

extension Justificatif {
  fileprivate var faits: Faits {
    [
      "du": .texte(du.description), "au": .texte(au.description), "nature": .texte(nature.rawValue),
      "depose": .texte(depose.description), "fichier": Faits.Valeur(fichier),
      "etat": .texte(etat.mot), "motif": Faits.Valeur(etat.motif),
      "traite": Faits.Valeur(traitement?.le.description),
    ]
  }
}

extension Justificatif.Etat {
  /// The word that a register keeps.
  public var mot: String {
    switch self {
    case .depose: "depose"
    case .aCompleter: "a-completer"
    case .accepte: "accepte"
    case .refuse: "refuse"
    }
  }

  public var motif: String? {
    switch self {
    case .depose, .accepte: nil
    case .aCompleter(let motif), .refuse(let motif): motif
    }
  }
}

extension Faits {
  /// The facts of both, in order.
  static func + (gauche: Faits, droite: Faits) -> Faits { Faits(gauche.champs + droite.champs) }
}
