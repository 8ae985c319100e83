public import Scolarite

/// A span in which a student says that they cannot come (R0.5).
public struct ContrainteDeSession2: Hashable, Sendable {
  public let id: Identifiant<ContrainteDeSession2>
  public let campagne: Identifiant<Campagne>
  public let etudiant: Identifiant<Etudiant>
  public let nature: Nature
  public let du: Instant
  public let au: Instant
  public let precision: String
  public let declaree: Instant

  /// What keeps them away.
  public enum Nature: String, CaseIterable, Hashable, Sendable {
    case stage, alternance, contrat

    public var phrase: String {
      switch self {
      case .stage: "stage"
      case .alternance: "alternance"
      case .contrat: "contrat de travail étudiant"
      }
    }
  }

  public init(
    id: Identifiant<ContrainteDeSession2>,
    campagne: Identifiant<Campagne>,
    etudiant: Identifiant<Etudiant>,
    nature: Nature,
    du: Instant,
    au: Instant,
    precision: String,
    declaree: Instant,
  ) {
    self.id = id
    self.campagne = campagne
    self.etudiant = etudiant
    self.nature = nature
    self.du = du
    self.au = au
    self.precision = precision
    self.declaree = declaree
  }

  /// Whether it keeps the student away from some minute of a span of one day.
  func touche(_ jour: Jour, de debut: Int, a fin: Int) -> Bool {
    let avant = (du.jour, du.minute) < (jour, fin)
    let apres = (jour, debut) < (au.jour, au.minute)
    return avant && apres
  }

  var faits: Faits {
    [
      "campagne": Faits.Valeur(campagne), "nature": .texte(nature.rawValue),
      "du": .texte(du.description), "au": .texte(au.description), "precision": .texte(precision),
    ]
  }
}

/// Says when one cannot come to the exams of a session.
public struct DeclarerUneContrainte: Acte {
  public static let nom = "declarer-une-contrainte"
  public let campagne: Identifiant<Campagne>
  public let etudiant: Identifiant<Etudiant>
  public let nature: ContrainteDeSession2.Nature
  public let du: Instant
  public let au: Instant
  public let precision: String

  public init(
    campagne: Identifiant<Campagne>,
    etudiant: Identifiant<Etudiant>,
    nature: ContrainteDeSession2.Nature,
    du: Instant,
    au: Instant,
    precision: String = "",
  ) {
    self.campagne = campagne
    self.etudiant = etudiant
    self.nature = nature
    self.du = du
    self.au = au
    self.precision = precision
  }

  public func executer(_ travail: Travail) throws -> ContrainteDeSession2 {
    let session = try travail.sessionACalendrier(campagne)
    let permis = try travail.exiger(
      .deposerUneDemande,
      session.promotion.lieu.etudiant(etudiant),
    )
    try travail.verifierLInscription(etudiant, dans: session.promotion.id)
    guard du.rangs < au.rangs else {
      let bornes = "après le \(du.enToutesLettres)"
      throw Refus.donnees([.init("fin", .horsBornes(vu: au.enToutesLettres, bornes: bornes))])
    }
    guard session.premierJour <= au.jour, du.jour <= session.dernierJour else {
      throw Refus.etat(.horsPeriode(du: session.premierJour, au: session.dernierJour))
    }
    guard precision.count <= Travail.longueurDeNom else {
      throw Refus.donnees([
        .init("précision", .tropLongue(vu: precision, limite: Travail.longueurDeNom))
      ])
    }
    let contrainte = ContrainteDeSession2(
      id: try travail.registre.nouvelIdentifiant(),
      campagne: campagne,
      etudiant: etudiant,
      nature: nature,
      du: du,
      au: au,
      precision: precision,
      declaree: travail.moment.instant,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.contrainte, contrainte.id),
      sujet: etudiant,
      apres: contrainte.faits,
    )
    try travail.registre.ajouter(contrainte, ecriture)
    return contrainte
  }
}

/// Takes a constraint back: it no longer holds.
public struct RetirerUneContrainte: Acte {
  public static let nom = "retirer-une-contrainte"
  public let contrainte: Identifiant<ContrainteDeSession2>

  public init(_ contrainte: Identifiant<ContrainteDeSession2>) {
    self.contrainte = contrainte
  }

  public func executer(_ travail: Travail) throws -> ContrainteDeSession2 {
    guard let contrainte = try travail.registre.contrainteDeSession2(contrainte) else {
      throw Refus.inconnu(.contrainte)
    }
    let session = try travail.sessionACalendrier(contrainte.campagne)
    let permis = try travail.exiger(
      .deposerUneDemande,
      session.promotion.lieu.etudiant(contrainte.etudiant),
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.contrainte, contrainte.id),
      sujet: contrainte.etudiant,
      avant: contrainte.faits,
    )
    try travail.registre.retirer(contrainte.id, ecriture)
    return contrainte
  }
}
