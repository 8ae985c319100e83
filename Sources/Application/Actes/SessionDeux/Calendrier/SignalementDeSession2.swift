public import Scolarite

/// A clash that a student tells the secretariat (R0.17).
public struct SignalementDeSession2: Hashable, Sendable {
  public let id: Identifiant<SignalementDeSession2>
  public let campagne: Identifiant<Campagne>
  public let etudiant: Identifiant<Etudiant>
  /// The exams that are at once; one alone where the student is kept away by something else.
  public let epreuves: [CleDEpreuve]
  public let texte: String
  public let depose: Instant
  /// What the secretariat did; `nil` while nobody answered.
  public var reponse: String?
  public var version: Int64

  public init(
    id: Identifiant<SignalementDeSession2>,
    campagne: Identifiant<Campagne>,
    etudiant: Identifiant<Etudiant>,
    epreuves: [CleDEpreuve],
    texte: String,
    depose: Instant,
    reponse: String? = nil,
    version: Int64 = 1,
  ) {
    self.id = id
    self.campagne = campagne
    self.etudiant = etudiant
    self.epreuves = epreuves
    self.texte = texte
    self.depose = depose
    self.reponse = reponse
    self.version = version
  }

  var faits: Faits {
    [
      "campagne": Faits.Valeur(campagne),
      "epreuves": .liste(epreuves.map { .texte($0.description) }), "texte": .texte(texte),
      "reponse": Faits.Valeur(reponse),
    ]
  }
}

/// Tells the secretariat that one is called to two exams at once, or cannot come to one.
public struct SignalerUnChevauchement: Acte {
  public static let nom = "signaler-un-chevauchement"
  public let campagne: Identifiant<Campagne>
  public let etudiant: Identifiant<Etudiant>
  public let epreuves: [CleDEpreuve]
  public let texte: String

  public init(
    campagne: Identifiant<Campagne>,
    etudiant: Identifiant<Etudiant>,
    epreuves: [CleDEpreuve],
    texte: String = "",
  ) {
    self.campagne = campagne
    self.etudiant = etudiant
    self.epreuves = epreuves
    self.texte = texte
  }

  public func executer(_ travail: Travail) throws -> SignalementDeSession2 {
    let session = try travail.sessionACalendrier(campagne)
    let permis = try travail.exiger(
      .deposerUneDemande,
      session.promotion.lieu.etudiant(etudiant),
    )
    let publie = try travail.calendrierPublie(campagne)
    let siennes = Set(publie.seances(de: etudiant).map(\.epreuve))
    guard !epreuves.isEmpty, epreuves.allSatisfy(siennes.contains) else {
      throw Refus.donnees([.init("épreuves", .inconnue(vu: epreuves.map(\.description).joined()))])
    }
    let deja = try travail.registre.signalementsDeSession2(campagne).contains {
      $0.etudiant == etudiant && Set($0.epreuves) == Set(epreuves) && $0.reponse == nil
    }
    guard !deja else { throw Refus.etat(.calendrierDeSession2(.dejaSignale)) }
    let signalement = SignalementDeSession2(
      id: try travail.registre.nouvelIdentifiant(),
      campagne: campagne,
      etudiant: etudiant,
      epreuves: epreuves.sorted(),
      texte: texte,
      depose: travail.moment.instant,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.chevauchement, signalement.id),
      sujet: etudiant,
      apres: signalement.faits,
    )
    try travail.registre.ajouter(signalement, ecriture)
    return signalement
  }
}

/// Answers a report: what was done, which the student reads.
public struct RepondreAUnSignalement: Acte {
  public static let nom = "repondre-a-un-chevauchement"
  public let signalement: Identifiant<SignalementDeSession2>
  public let reponse: String
  /// The version that was read.
  public let version: Int64

  public init(
    _ signalement: Identifiant<SignalementDeSession2>,
    _ reponse: String,
    version: Int64,
  ) {
    self.signalement = signalement
    self.reponse = reponse
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> SignalementDeSession2 {
    guard let avant = try travail.registre.signalementDeSession2(signalement) else {
      throw Refus.inconnu(.chevauchement)
    }
    let (_, permis) = try travail.sessionAConduire(avant.campagne)
    guard !reponse.isEmpty else { throw Refus.etat(.motifManquant) }
    var apres = avant
    apres.reponse = reponse
    apres.version = version
    let objet = Objet(.chevauchement, avant.id)
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
