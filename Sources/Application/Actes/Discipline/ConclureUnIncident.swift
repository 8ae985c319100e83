public import Scolarite

/// Writes how the procedure ended for a student: no further action, acquittal, or a sanction.
///
/// The head of department may drop what was not laid before the director; the rest is the director’s
/// to record, and the section’s to decide (R1.6.3).
///
/// A sanction that voids the test puts « nulle » in place of the mark, with its history; a locked
/// test does not prevent it, for the decision is not the teacher's.
public struct ConclureUnIncident: Acte {
  public static let nom = "conclure-un-incident"
  public let incident: Identifiant<Incident>
  public let etudiant: Identifiant<Etudiant>
  public let issue: Issue
  public let date: Jour
  /// The version that was read.
  public let version: Int64

  /// How it ended.
  public enum Issue: Hashable, Sendable {
    case classe(motif: String)
    case relaxe(motif: String)
    case sanction(Incident.Sanction)
  }

  public init(
    incident: Identifiant<Incident>,
    etudiant: Identifiant<Etudiant>,
    issue: Issue,
    date: Jour,
    version: Int64,
  ) {
    self.incident = incident
    self.etudiant = etudiant
    self.issue = issue
    self.date = date
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> Incident {
    let avant = try travail.incident(incident)
    let promotion = try travail.promotion(avant.promotion)
    let lieu = promotion.lieu.etudiant(etudiant)
    guard let suite = avant.suite(etudiant) else {
      _ = try travail.exiger(.gererLaDiscipline, lieu)
      throw Refus.inconnu(.etudiant)
    }
    let peutClasser = !suite.a(.saisineDuDirecteur) && suite.etat == .signale
    let permis = try travail.exiger(
      peutClasser && issue.estUnClassement ? .suivreLaDiscipline : .gererLaDiscipline,
      lieu,
    )
    let (nature, etat, texte) = try etat(apres: suite.etat)
    try suite.verifier(nil, date, avant.date.jour, travail.moment.jour)
    var apres = avant
    apres.version = version
    let par = try travail.nom(travail.auteur)
    apres.poser(suite.avec(.init(nature: nature, jour: date, texte: texte, par: par), etat))
    try travail.remplacer(avant, apres, Self.nom, permis, sujet: etudiant)
    if case .sanctionne(let sanction) = etat, sanction.annuleLEpreuve {
      guard let evaluation = avant.evaluation else { throw Refus.etat(.sansEpreuve) }
      try travail.annuler(evaluation, etudiant, permis, motif: "incident \(avant.id)")
    }
    apres.version += 1
    return apres
  }

  /// Only the section gives a sanction; an incident may be dropped before it is seized.
  private func etat(apres etat: Incident.Etat) throws(Refus)
    -> (Incident.Etape.Nature, Incident.Etat, String)
  {
    switch (etat, issue) {
    case (.classe, _), (.relaxe, _), (.sanctionne, _): throw .etat(.procedureClose)
    case (_, .classe(let motif)):
      guard !motif.isEmpty else { throw .etat(.motifManquant) }
      return (.classement, .classe(motif: motif), motif)
    case (.signale, .sanction), (.signale, .relaxe): throw .etat(.sectionNonSaisie)
    case (.sectionSaisie, .relaxe(let motif)):
      guard !motif.isEmpty else { throw .etat(.motifManquant) }
      return (.relaxe, .relaxe(motif: motif), motif)
    case (.sectionSaisie, .sanction(let sanction)):
      let nullite = sanction.annuleLEpreuve ? " ; épreuve nulle" : ""
      return (.sanction, .sanctionne(sanction), sanction.phrase + nullite)
    }
  }
}

extension ConclureUnIncident.Issue {
  fileprivate var estUnClassement: Bool {
    switch self {
    case .classe: true
    case .relaxe, .sanction: false
    }
  }
}

/// Takes back the last step of a procedure, entered by mistake; never a decision that was notified.
public struct AnnulerUneEtape: Acte {
  public static let nom = "annuler-une-etape"
  public let incident: Identifiant<Incident>
  public let etudiant: Identifiant<Etudiant>
  public let motif: String
  /// The version that was read.
  public let version: Int64

  public init(
    incident: Identifiant<Incident>,
    etudiant: Identifiant<Etudiant>,
    motif: String,
    version: Int64,
  ) {
    self.incident = incident
    self.etudiant = etudiant
    self.motif = motif
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> Incident {
    let avant = try travail.incident(incident)
    let lieu = try travail.promotion(avant.promotion).lieu.etudiant(etudiant)
    let suite = avant.suite(etudiant)
    let permis = try travail.exiger(
      suite?.a(.saisineDuDirecteur) == true ? .gererLaDiscipline : .suivreLaDiscipline,
      lieu,
    )
    guard let suite else { throw Refus.inconnu(.etudiant) }
    guard !motif.isEmpty else { throw Refus.etat(.motifManquant) }
    guard let derniere = suite.etapes.last else { throw Refus.etat(.sansEtape) }
    guard derniere.nature != .notification else { throw Refus.etat(.decisionNotifiee) }
    var apres = avant
    apres.version = version
    apres.poser(suite.sansLaDerniere(faits: avant.date.jour))
    try travail.remplacer(avant, apres, Self.nom, permis, sujet: etudiant, motif: motif)
    if case .sanctionne(let sanction) = suite.etat, derniere.nature == .sanction,
      sanction.annuleLEpreuve, let evaluation = avant.evaluation
    {
      try travail.retablir(evaluation, etudiant, permis, motif: motif)
    }
    apres.version += 1
    return apres
  }
}

extension Incident.Suite {
  /// As it stood before the last step.
  fileprivate func sansLaDerniere(faits: Jour) -> Incident.Suite {
    let restantes = Array(etapes.dropLast())
    let saisie = restantes.last { $0.nature == .saisineDeLaSection }
    switch etapes.last?.nature {
    case .saisineDeLaSection, .classement, .relaxe, .sanction:
      return .init(
        etudiant: etudiant,
        etat: saisie == nil ? .signale : .sectionSaisie,
        depuis: saisie?.jour ?? faits,
        etapes: restantes,
      )
    case .invitation, .explications, .saisineDuDirecteur, .rapport, .notification, .recours, nil:
      return .init(etudiant: etudiant, etat: etat, depuis: depuis, etapes: restantes)
    }
  }
}

extension Travail {
  /// Puts « nulle » in place of what stands for a student at a test.
  fileprivate func annuler(
    _ evaluation: Identifiant<EvaluationDeModule>,
    _ etudiant: Identifiant<Etudiant>,
    _ permis: Permis,
    motif: String,
  ) throws {
    let actuelle = try registre.note(evaluation, etudiant)
    let nulle = NoteInscrite(
      evaluation: evaluation,
      etudiant: etudiant,
      entree: .nulle,
      version: (actuelle?.note.version ?? 0) + 1,
    )
    let ecriture = try inscrire(
      ConclureUnIncident.nom,
      permis,
      Objet(.note, evaluation, etudiant),
      sujet: etudiant,
      avant: actuelle?.note.entree.faits,
      apres: nulle.entree.faits,
      motif: motif,
    )
    guard try registre.ecrire(nulle, ecriture) else { throw Refus.inconnu(.note) }
  }

  /// Puts back what stood before the test was void.
  fileprivate func retablir(
    _ evaluation: Identifiant<EvaluationDeModule>,
    _ etudiant: Identifiant<Etudiant>,
    _ permis: Permis,
    motif: String,
  ) throws {
    let histoire = try registre.histoire(evaluation, etudiant).map(\.note)
    guard let nulle = histoire.last, nulle.entree == .nulle else { return }
    let avant = NoteInscrite(
      evaluation: evaluation,
      etudiant: etudiant,
      entree: histoire.dropLast().last?.entree ?? .enAttente,
      version: nulle.version + 1,
    )
    let ecriture = try inscrire(
      AnnulerUneEtape.nom,
      permis,
      Objet(.note, evaluation, etudiant),
      sujet: etudiant,
      avant: nulle.entree.faits,
      apres: avant.entree.faits,
      motif: motif,
    )
    guard try registre.ecrire(avant, ecriture) else { throw Refus.inconnu(.note) }
  }
}
