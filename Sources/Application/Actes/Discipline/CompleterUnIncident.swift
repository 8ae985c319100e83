internal import Scolarite

/// Names somebody who took part and was not known yet.
public struct IdentifierUnEtudiant: Acte {
  public static let nom = "identifier-un-etudiant"
  public let incident: Identifiant<Incident>
  public let etudiant: Identifiant<Etudiant>
  /// What remains to be found out about others.
  public let inconnus: String
  /// The version that was read.
  public let version: Int64

  public init(
    incident: Identifiant<Incident>,
    etudiant: Identifiant<Etudiant>,
    inconnus: String,
    version: Int64,
  ) {
    self.incident = incident
    self.etudiant = etudiant
    self.inconnus = inconnus
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> Incident {
    let avant = try travail.incident(incident)
    let permis = try travail.exiger(
      .suivreLaDiscipline,
      travail.promotion(avant.promotion).lieu,
    )
    try travail.verifierLInscription(etudiant, dans: avant.promotion)
    guard avant.suite(etudiant) == nil else {
      throw Refus.donnees([.init("étudiant", .enDouble(vu: "\(etudiant)"))])
    }
    var apres = avant
    apres.inconnus = inconnus
    apres.suites.append(
      .init(etudiant: etudiant, etat: .signale, depuis: travail.moment.jour)
    )
    apres.suites.sort { $0.etudiant < $1.etudiant }
    apres.version = version
    try travail.remplacer(avant, apres, Self.nom, permis, sujet: etudiant)
    apres.version += 1
    return apres
  }
}

/// Says what is asked for damaged equipment, and whether it was done (R1.4.4).
public struct ReglerUnDegat: Acte {
  public static let nom = "regler-un-degat"
  public let incident: Identifiant<Incident>
  public let degat: Incident.Degat
  /// The version that was read.
  public let version: Int64

  public init(incident: Identifiant<Incident>, degat: Incident.Degat, version: Int64) {
    self.incident = incident
    self.degat = degat
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> Incident {
    let avant = try travail.incident(incident)
    let permis = try travail.exiger(
      .suivreLaDiscipline,
      travail.promotion(avant.promotion).lieu,
    )
    try degat.verifier(avant.comportement)
    var apres = avant
    apres.degat = degat
    apres.version = version
    try travail.remplacer(avant, apres, Self.nom, permis, sujet: avant.sujet)
    apres.version += 1
    return apres
  }
}

extension Incident.Degat {
  /// Refuses what the règlement does not know: damage of another kind, more than the value.
  func verifier(_ comportement: Comportement) throws(Refus) {
    guard comportement == .degradation else { throw .etat(.sansDegat) }
    var fautes: [Refus.Faute] = []
    if designation.isEmpty { fautes.append(.init("matériel", .absente)) }
    let plafond: Int64 = 100_000_000
    if !(1...plafond).contains(valeur) {
      fautes.append(
        .init(
          "valeur",
          .horsBornes(vu: Self.euros(valeur), bornes: "plus de 0, \(Self.euros(plafond)) au plus"),
        )
      )
    }
    let reclame = [.remplacementDemande, .remplace, .facture, .payee].contains(etat)
    if montant < 0 || montant > valeur || (reclame && montant == 0) {
      fautes.append(
        .init(
          "montant",
          .horsBornes(
            vu: Self.euros(max(0, montant)),
            bornes: "à hauteur de la valeur du matériel dégradé, \(Self.euros(max(0, valeur))) "
              + "(règlement des études, article 4)",
          ),
        )
      )
    }
    if etat == .facture || etat == .payee, facture.isEmpty {
      fautes.append(.init("facture", .absente))
    }
    guard fautes.isEmpty else { throw .donnees(fautes) }
  }
}

/// Draws up the procès-verbal of a fraud, countersigned or with the mention of refusals (R1.5.4 to
/// R1.5.6); it may be put right until the director is seized.
public struct DresserLeProcesVerbal: Acte {
  public static let nom = "dresser-le-proces-verbal"
  public let incident: Identifiant<Incident>
  public let procesVerbal: Incident.ProcesVerbal
  /// The version that was read.
  public let version: Int64

  public init(
    incident: Identifiant<Incident>,
    _ procesVerbal: Incident.ProcesVerbal,
    version: Int64,
  ) {
    self.incident = incident
    self.procesVerbal = procesVerbal
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> Incident {
    let avant = try travail.incident(incident)
    let permis = try travail.exigerLeRapport(avant)
    guard avant.comportement == .fraude else { throw Refus.etat(.sansFraude) }
    guard !avant.suites.isEmpty else { throw Refus.donnees([.init("étudiants", .absente)]) }
    for suite in avant.suites { try suite.exigerAvantLeDirecteur() }
    try verifier(avant)
    guard procesVerbal.jour <= travail.moment.jour else { throw Refus.etat(.dateAVenir) }
    guard procesVerbal.jour >= avant.date.jour else {
      throw Refus.etat(.horsPeriode(du: avant.date.jour, au: travail.moment.jour))
    }
    var apres = avant
    apres.procesVerbal = procesVerbal
    apres.version = version
    try travail.remplacer(avant, apres, Self.nom, permis, sujet: avant.sujet)
    apres.version += 1
    return apres
  }

  private func verifier(_ incident: Incident) throws(Refus) {
    var fautes: [Refus.Faute] = []
    if procesVerbal.mesures.isEmpty { fautes.append(.init("mesures", .absente)) }
    if procesVerbal.pieces.isEmpty { fautes.append(.init("pièces", .absente)) }
    if case .expulsion(let motif) = procesVerbal.participation, motif.isEmpty {
      fautes.append(.init("expulsion", .absente))
    }
    let surveillants = procesVerbal.signatures.filter { $0.etudiant == nil }
    if surveillants.isEmpty || surveillants.contains(where: { $0.nom.isEmpty }) {
      fautes.append(.init("surveillants", .absente))
    }
    let auteurs = procesVerbal.signatures.compactMap(\.etudiant)
    if auteurs.sorted() != incident.suites.map(\.etudiant).sorted() {
      fautes.append(.init("auteurs", .absente))
    }
    guard fautes.isEmpty else { throw .donnees(fautes) }
  }
}

extension Travail {
  /// Whoever follows procedures, or reported this one.
  func exigerLeRapport(_ incident: Incident) throws -> Permis {
    let promotion = try promotion(incident.promotion)
    if peut(.suivreLaDiscipline, promotion.lieu) {
      return try exiger(.suivreLaDiscipline, promotion.lieu)
    }
    guard let auteur, incident.auteur == auteur else {
      throw Refus.interdit(.suivreLaDiscipline)
    }
    if let evaluation = incident.evaluation {
      let module = try self.evaluation(evaluation).module
      return try exiger(.signalerUnIncident, promotion.lieu.module(module))
    }
    return try exiger(.signalerUnIncident, parmi: lieuxDeSignalement(promotion))
  }
}
