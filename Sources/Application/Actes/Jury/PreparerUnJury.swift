internal import Scolarite

/// Writes what the commission de passage proposes for a student; with nothing to propose nor to say,
/// it takes back what it had proposed.
public struct ProposerEnCommission: Acte {
  public static let nom = "proposer-en-commission"
  public let jury: Identifiant<SessionDeJury>
  public let etudiant: Identifiant<Etudiant>
  public let decisions: [DecisionPrise]
  public let avis: String
  /// The version that was read; 0 where none stood.
  public let version: Int64

  public init(
    jury: Identifiant<SessionDeJury>,
    etudiant: Identifiant<Etudiant>,
    decisions: [DecisionPrise],
    avis: String,
    version: Int64 = 0,
  ) {
    self.jury = jury
    self.etudiant = etudiant
    self.decisions = decisions
    self.avis = avis
    self.version = version
  }

  public func executer(_ travail: Travail) throws {
    let session = try travail.jury(jury)
    let promotion = try travail.promotion(session.promotion)
    let permis = try travail.exiger(.preparerUnJury, promotion.lieu.etudiant(etudiant))
    try travail.verifier(etudiant, dans: session)
    try session.verifier(decisions, travail.programme(promotion))
    try Self.mesurer("avis", avis)
    let avant = try travail.registre.preparations(jury).first { $0.etudiant == etudiant }
    let apres = PropositionDeCommission(
      jury: jury,
      etudiant: etudiant,
      decisions: decisions,
      avis: avis,
      version: version + 1,
    )
    let objet = Objet(.jury, jury, etudiant)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      sujet: etudiant,
      avant: avant?.faits,
      apres: apres.faits,
    )
    guard version == avant?.version ?? 0, try travail.registre.ecrire(apres, ecriture) else {
      throw try travail.conflit(objet, avant?.faits ?? [:], apres.faits, avant?.version ?? 0)
    }
  }

  /// What can be read out at a jury.
  static let longueurMaximale = 2_000

  /// Refuses a text that nobody would read out.
  static func mesurer(_ champ: String, _ texte: String, limite: Int = longueurMaximale)
    throws(Refus)
  {
    guard texte.count > limite else { return }
    let debut = String(texte.prefix(20))
    throw .donnees([.init(champ, .tropLongue(vu: debut, limite: limite))])
  }
}

/// Tells the juries of a year something of a student, before they decide.
public struct SignalerUneSituation: Acte {
  public static let nom = "signaler-une-situation"
  public let promotion: Identifiant<Promotion>
  public let etudiant: Identifiant<Etudiant>
  public let texte: String

  public init(promotion: Identifiant<Promotion>, etudiant: Identifiant<Etudiant>, texte: String) {
    self.promotion = promotion
    self.etudiant = etudiant
    self.texte = texte
  }

  public func executer(_ travail: Travail) throws -> SituationSignalee {
    let promotion = try travail.promotion(promotion)
    let permis = try travail.exiger(.preparerUnJury, promotion.lieu.etudiant(etudiant))
    try travail.verifierLInscription(etudiant, dans: promotion.id)
    guard !texte.isEmpty else { throw Refus.donnees([.init("situation", .absente)]) }
    try ProposerEnCommission.mesurer("situation", texte)
    let situation = SituationSignalee(
      id: try travail.registre.nouvelIdentifiant(),
      promotion: promotion.id,
      etudiant: etudiant,
      texte: texte,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.situation, situation.id),
      sujet: etudiant,
      apres: ["situation": .texte(texte)],
    )
    try travail.registre.ajouter(situation, ecriture)
    return situation
  }
}

/// Withdraws what was signalled of a student.
public struct LeverUneSituation: Acte {
  public static let nom = "lever-une-situation"
  public let situation: Identifiant<SituationSignalee>

  public init(_ situation: Identifiant<SituationSignalee>) {
    self.situation = situation
  }

  public func executer(_ travail: Travail) throws -> SituationSignalee {
    guard let situation = try travail.registre.situation(situation) else {
      throw Refus.inconnu(.situation)
    }
    let promotion = try travail.promotion(situation.promotion)
    let permis = try travail.exiger(.preparerUnJury, promotion.lieu.etudiant(situation.etudiant))
    guard !situation.levee else { return situation }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.situation, situation.id),
      sujet: situation.etudiant,
      avant: ["situation": .texte(situation.texte)],
    )
    try travail.registre.lever(situation.id, ecriture)
    return situation
  }
}

extension Travail {
  /// The jury is open and deliberates on the student.
  func verifier(_ etudiant: Identifiant<Etudiant>, dans jury: SessionDeJury) throws {
    guard !jury.close else { throw Refus.etat(.juryClos) }
    guard try etudiants(de: jury).contains(etudiant) else { throw Refus.etat(.horsDuJury) }
  }
}

extension SessionDeJury {
  /// Codes make sense on their objects, objects are of the jury, and decisions can hold together.
  func verifier(_ decisions: [DecisionPrise], _ programme: Programme) throws(Refus) {
    var vues: [DecisionDeJury] = []
    for prise in decisions {
      guard !prise.motif.allSatisfy(\.isWhitespace) else { throw .etat(.motifManquant) }
      guard nature.couvre(prise.sur, programme) else {
        throw .donnees([.init("objet", .inconnue(vu: prise.sur.nom))])
      }
      guard let decision = prise.decision(auteur: "jury", le: date) else {
        let codes = DecisionDeJury.codes(prise.sur).map(\.rawValue).joined(separator: ", ")
        throw .donnees([.init(prise.sur.nom, .horsBornes(vu: prise.code.rawValue, bornes: codes))])
      }
      if let contraire = vues.first(where: { $0.contredit(decision) }) {
        throw .etat(.decisionsContraires(contraire.sur.nom, decision.sur.nom))
      }
      vues.append(decision)
    }
  }
}

extension SessionDeJury.Nature {
  /// Whether a jury of that kind may decide on an object.
  fileprivate func couvre(_ objet: DecisionDeJury.Objet, _ programme: Programme) -> Bool {
    switch (self, objet) {
    case (.semestre(let numero), .ue(let code)): programme.ue(code)?.semestre == numero
    case (.semestre, _): false
    case (.annee, .ue(let code)): programme.ue(code) != nil
    case (.annee, .rcue(let competence)): programme.ues.contains { $0.competence == competence }
    case (.annee, .annee), (.annee, .passage): true
    }
  }
}

extension PropositionDeCommission {
  fileprivate var faits: Faits {
    ["decisions": .liste(decisions.map { .faits($0.faits) }), "avis": .texte(avis)]
  }
}
