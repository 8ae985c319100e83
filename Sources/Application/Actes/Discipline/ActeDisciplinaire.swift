internal import Scolarite

/// What the acts on a procedure have in common: the right, the order of steps, the journal.
struct ActeDisciplinaire {
  let incident: Identifiant<Incident>
  let etudiants: [Identifiant<Etudiant>]
  let version: Int64
  let acte: String
  let droit: Droit

  init(
    _ incident: Identifiant<Incident>,
    _ etudiants: [Identifiant<Etudiant>],
    _ version: Int64,
    _ acte: String,
    _ droit: Droit,
  ) {
    self.incident = incident
    self.etudiants = etudiants
    self.version = version
    self.acte = acte
    self.droit = droit
  }

  /// Enters one step for each of the students.
  ///
  /// `requise` is the step that must have come before; `avant` refuses where the procedure does not
  /// stand for it; `etat` is where it then stands, where that changes.
  func executer(
    _ travail: Travail,
    _ nature: Incident.Etape.Nature,
    le jour: Jour,
    _ texte: String,
    apres requise: Incident.Etape.Nature?,
    si avant: (Incident.Suite) throws -> Void = { _ in },
    etat: Incident.Etat? = nil,
    changer: (inout Incident) throws -> Void = { _ in },
  ) throws -> Incident {
    let ancien = try travail.incident(incident)
    let lieu = try travail.promotion(ancien.promotion).lieu
    let permis = try travail.exiger(droit, lieu)
    guard !etudiants.isEmpty else { throw Refus.donnees([.init("étudiants", .absente)]) }
    var nouveau = ancien
    let etape = Incident.Etape(
      nature: nature,
      jour: jour,
      texte: texte,
      par: try travail.nom(travail.auteur),
    )
    for etudiant in etudiants {
      guard let suite = ancien.suite(etudiant) else { throw Refus.inconnu(.etudiant) }
      try suite.verifier(requise, jour, ancien.date.jour, travail.moment.jour)
      try avant(suite)
      nouveau.poser(suite.avec(etape, etat))
    }
    try changer(&nouveau)
    nouveau.version = version
    let sujet = etudiants.count == 1 ? etudiants.first : ancien.sujet
    try travail.remplacer(ancien, nouveau, acte, permis, sujet: sujet)
    nouveau.version += 1
    return nouveau
  }
}

extension Incident.Suite {
  /// The same with one step more.
  func avec(_ etape: Incident.Etape, _ etat: Incident.Etat?) -> Incident.Suite {
    .init(
      etudiant: etudiant,
      etat: etat ?? self.etat,
      depuis: etat == nil ? depuis : etape.jour,
      etapes: etapes + [etape],
    )
  }

  /// Refuses a step whose turn has not come, or whose day cannot be.
  func verifier(
    _ requise: Incident.Etape.Nature?,
    _ jour: Jour,
    _ faits: Jour,
    _ aujourdHui: Jour,
  ) throws(Refus) {
    if let requise, !a(requise) {
      throw .regle(article: "règlement des études, article 6", .etapeManquante(requise))
    }
    let debut = etapes.last?.jour ?? faits
    guard jour >= debut, jour <= aujourdHui else {
      throw jour > aujourdHui ? .etat(.dateAVenir) : .etat(.horsPeriode(du: debut, au: aujourdHui))
    }
  }

  public func a(_ nature: Incident.Etape.Nature) -> Bool {
    etapes.contains { $0.nature == nature }
  }

  /// Refuses what comes too late: the section is seized, or it is over.
  func exigerAvantLaSection() throws(Refus) {
    switch etat {
    case .signale: return
    case .sectionSaisie: throw .etat(.procedureEngagee)
    case .classe, .relaxe, .sanctionne: throw .etat(.procedureClose)
    }
  }

  /// Refuses what comes too late: the director is seized.
  func exigerAvantLeDirecteur() throws(Refus) {
    try exigerAvantLaSection()
    guard !a(.saisineDuDirecteur) else { throw .etat(.procedureEngagee) }
  }
}

extension Instant {
  /// Whether the clock has not reached it.
  func estApres(_ autre: Instant) -> Bool {
    (jour, minute) > (autre.jour, autre.minute)
  }
}
