public import Scolarite

/// The support offered before a session 2, for whoever offers it or takes attendance.
public struct VoirLeSoutien: Question {
  public static let nom = "voir-le-soutien"
  public let campagne: Identifiant<Campagne>

  /// A session 2, its UE that somebody sits and what is offered.
  public struct Tableau: Sendable {
    public let campagne: Campagne
    public let promotion: Promotion
    /// Fundamental UE first.
    public let ues: [UE]
    public let seances: [Seance]
    public let gere: Bool
  }

  /// A UE of the curriculum.
  public struct UE: Hashable, Sendable {
    public let code: CodeUE
    public let competence: String
    public let estFondamentale: Bool
    /// Those enrolled for it at session 2.
    public let inscrits: Int
    /// The sessions offered.
    public let seances: Int
  }

  /// A session and who comes.
  public struct Seance: Sendable {
    public let seance: SeanceDeSoutien
    public let inscrits: [Inscrit]
    public let pointe: Bool
    public let estCommencee: Bool
  }

  public struct Inscrit: Hashable, Sendable {
    public let etudiant: Etudiant
    public let present: Bool?
  }

  public init(_ campagne: Identifiant<Campagne>) {
    self.campagne = campagne
  }

  public func executer(_ travail: Travail) throws -> Tableau {
    let campagne = try travail.campagne(campagne)
    guard campagne.nature == .session2 else { throw Refus.inconnu(.campagne) }
    let promotion = try travail.promotion(campagne.promotion)
    let gere = travail.peut(.gererLesCampagnes, promotion.lieu)
    guard gere || travail.peut(.faireLAppel, dansUnModuleDe: promotion) else {
      throw Refus.interdit(.gererLesCampagnes)
    }
    let seances = try travail.registre.seancesDeSoutien(campagne.id)
    return Tableau(
      campagne: campagne,
      promotion: promotion,
      ues: try ues(campagne, promotion, seances, travail),
      seances: try situees(seances, campagne, promotion, travail),
      gere: gere,
    )
  }

  private func ues(
    _ campagne: Campagne,
    _ promotion: Promotion,
    _ seances: [SeanceDeSoutien],
    _ travail: Travail,
  ) throws -> [UE] {
    let fondamentales = Set(try travail.registre.uesFondamentales(campagne.id))
    let competences = try travail.competences(promotion)
    let inscriptions = try travail.registre.inscriptionsEnSession2(promotion.id)
      .filter { $0.campagne == campagne.id }
    return try travail.programme(promotion).ues.map { ue in
      UE(
        code: ue.code,
        competence: competences[ue.code] ?? "",
        estFondamentale: fondamentales.contains(ue.code),
        inscrits: inscriptions.count { $0.ues.contains(ue.code) },
        seances: seances.count { $0.ue == ue.code && $0.annulee == nil },
      )
    }.sorted {
      ($0.estFondamentale ? 0 : 1, $0.code.texte) < ($1.estFondamentale ? 0 : 1, $1.code.texte)
    }
  }

  private func situees(
    _ seances: [SeanceDeSoutien],
    _ campagne: Campagne,
    _ promotion: Promotion,
    _ travail: Travail,
  ) throws -> [Seance] {
    let personnes = Dictionary(
      uniqueKeysWithValues: try travail.registre.etudiants(promotion.id).map { ($0.id, $0) }
    )
    let inscriptions = Dictionary(
      grouping: try travail.registre.inscriptionsAuSoutien(campagne.id),
      by: \.seance,
    )
    return try seances.compactMap { seance in
      let pointe = try travail.pointeLeSoutien(seance.ue, promotion) != nil
      guard pointe else { return nil }
      return Seance(
        seance: seance,
        inscrits: (inscriptions[seance.id] ?? []).compactMap { inscription in
          personnes[inscription.etudiant].map {
            Inscrit(etudiant: $0.nomme, present: inscription.present)
          }
        },
        pointe: pointe,
        estCommencee: seance.debut.description <= travail.moment.instant.description,
      )
    }
  }
}

/// The support that is offered to a student.
public struct VoirSonSoutien: Question {
  public static let nom = "voir-son-soutien"
  public let etudiant: Identifiant<Etudiant>

  /// A student and the sessions on the UE that they sit again, fundamental UE first.
  public struct Sien: Sendable {
    public let etudiant: Etudiant
    public let seances: [Seance]
  }

  /// A session as a student sees it.
  public struct Seance: Hashable, Sendable {
    public let seance: SeanceDeSoutien
    public let estFondamentale: Bool
    public let vient: Bool
    public let present: Bool?
    /// Places that remain; `nil` without limit.
    public let reste: Int?
    public let estCommencee: Bool
  }

  public init(_ etudiant: Identifiant<Etudiant>) {
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> Sien {
    let lieux = try travail.lieux(de: etudiant)
    _ = try travail.exiger(.deposerUneDemande, parmi: lieux)
    guard let personne = try travail.registre.etudiant(etudiant) else {
      throw Refus.inconnu(.etudiant)
    }
    var seances: [Seance] = []
    for inscription in try travail.registre.inscriptions(etudiant: etudiant) {
      let promotion = try travail.promotion(inscription.promotion)
      guard travail.peut(.deposerUneDemande, promotion.lieu.etudiant(etudiant)),
        let enSession2 = try travail.registre.inscriptionEnSession2(etudiant, promotion.id)
      else { continue }
      seances += try offertes(enSession2, travail)
    }
    return Sien(etudiant: personne.nomme, seances: seances)
  }

  private func offertes(_ enSession2: InscriptionEnSession2, _ travail: Travail) throws
    -> [Seance]
  {
    let campagne = enSession2.campagne
    let fondamentales = Set(try travail.registre.uesFondamentales(campagne))
    let inscrits = Dictionary(
      grouping: try travail.registre.inscriptionsAuSoutien(campagne),
      by: \.seance,
    )
    let siennes = try travail.registre.seancesDeSoutien(campagne).filter {
      enSession2.ues.contains($0.ue)
    }
    return siennes.map { seance in
      let venus = inscrits[seance.id] ?? []
      let sienne = venus.first { $0.etudiant == etudiant }
      return Seance(
        seance: seance,
        estFondamentale: fondamentales.contains(seance.ue),
        vient: sienne != nil,
        present: sienne?.present,
        reste: seance.places.map { max(0, $0 - venus.count) },
        estCommencee: seance.debut.description <= travail.moment.instant.description,
      )
    }.sorted { avant, apres in
      let gauche = (avant.estFondamentale ? 0 : 1, avant.seance.debut.description)
      return gauche < (apres.estFondamentale ? 0 : 1, apres.seance.debut.description)
    }
  }
}
