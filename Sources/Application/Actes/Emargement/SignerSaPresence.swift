internal import Scolarite

/// Signs for oneself at a slot, with the code that its screen shows (R1.P.2).
public struct SignerSaPresence: Acte {
  public static let nom = "signer-sa-presence"
  public let seance: Identifiant<Seance>
  public let etudiant: Identifiant<Etudiant>
  public let code: String
  public let appareil: Empreinte
  public let adresse: Empreinte
  public let secrets: any Secrets

  public init(
    a seance: Identifiant<Seance>,
    _ etudiant: Identifiant<Etudiant>,
    code: String,
    appareil: Empreinte,
    adresse: Empreinte,
    secrets: any Secrets,
  ) {
    self.seance = seance
    self.etudiant = etudiant
    self.code = code
    self.appareil = appareil
    self.adresse = adresse
    self.secrets = secrets
  }

  public func executer(_ travail: Travail) throws -> SignatureDePresence {
    guard let seance = try travail.registre.seance(seance) else {
      throw Refus.inconnu(.seance)
    }
    let lieu = try travail.lieu(de: seance).etudiant(etudiant)
    let permis = try travail.exiger(.signerSaPresence, lieu)
    guard try travail.attend(etudiant, a: seance) else { throw Refus.etat(.etudiantNonInscrit) }
    try verifierLeCode(seance, travail)
    let signature = SignatureDePresence(
      seance: seance.id,
      etudiant: etudiant,
      moment: travail.moment.instant,
      appareil: appareil,
      adresse: adresse,
    )
    let presence = Presence(
      seance: seance.id,
      etudiant: etudiant,
      pointage: .present,
      version: 1,
    )
    let avant = try travail.registre.presence(seance.id, etudiant)
    guard avant.map({ $0.pointage == .present }) ?? true else {
      throw Refus.etat(.presenceConstatee)
    }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.presence, seance.id, etudiant),
      sujet: etudiant,
      avant: avant?.faits,
      apres: (avant ?? presence).faits,
    )
    try travail.registre.ajouter(signature, ecriture)
    if avant == nil, try !travail.registre.ecrire(presence, ecriture) {
      throw try travail.conflit(avant, presence)
    }
    return signature
  }

  /// The sign-in is open, the student has not signed, and the code is the one that is shown.
  private func verifierLeCode(_ seance: Seance, _ travail: Travail) throws {
    guard let emargement = try travail.registre.emargement(seance.id), emargement.estOuvert,
      seance.seSigne(a: travail.moment.instant)
    else { throw Refus.etat(.emargementFerme) }
    if let deja = try travail.registre.signature(seance.id, etudiant) {
      throw Refus.etat(.dejaSigne(deja.moment))
    }
    switch emargement.valeur(
      de: String(code.filter(\.isNumber)),
      a: travail.moment.horodatage,
      secrets,
    ) {
    case .bon: return
    case .perime: throw Refus.etat(.codePerime)
    case .faux: throw Refus.etat(.codeFaux)
    }
  }
}

extension Travail {
  /// Whether a student is to be at a slot on its day, without reading the whole roll.
  fileprivate func attend(_ etudiant: Identifiant<Etudiant>, a seance: Seance) throws -> Bool {
    let inscrit = try registre.inscriptions(etudiant: etudiant).contains {
      $0.promotion == seance.promotion && $0.couvre(seance.debut.jour)
    }
    guard inscrit, !seance.groupes.isEmpty else { return inscrit }
    return try registre.groupes(etudiant: etudiant).contains(where: seance.groupes.contains)
  }
}
