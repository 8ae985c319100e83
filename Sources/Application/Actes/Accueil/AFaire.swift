internal import Scolarite

/// What waits for whoever manages promotions, as far as their rights go.
public struct AFaire: Question {
  public static let nom = "a-faire"

  /// What waits, by kind; all empty when all is done.
  public struct Liste: Hashable, Sendable {
    /// Documents given for absences, the oldest first.
    public var justificatifs: [AvecEtudiant<Justificatif>] = []
    /// The delays of their promotions.
    public var delais: [Identifiant<Promotion>: DelaisDAbsence] = [:]
    /// Tests of the past that lack marks, the oldest first.
    public var sansNotes: [AvecPromotion<EvaluationSuivie>] = []
    /// Tests whose marks are all there and which students do not see, the oldest first.
    public var aPublier: [AvecPromotion<EvaluationSuivie>] = []
    public var sansGroupe: [Promotion] = []
    public var sansReglement: [Promotion] = []
    /// Those that open or close within a week.
    public var campagnes: [AvecPromotion<Campagne>] = []
    /// Requests that nobody answered, the oldest first.
    public var demandes: [AvecEtudiant<DemandeDeCampagne>] = []
    /// Whether the person manages anything at all.
    public var gere = false

    /// How many things wait.
    public var nombre: Int {
      justificatifs.count + sansNotes.count + aPublier.count + sansGroupe.count
        + sansReglement.count + campagnes.count + demandes.count
    }
  }

  /// A thing of a student.
  public struct AvecEtudiant<Chose: Hashable & Sendable>: Hashable, Sendable {
    public let chose: Chose
    public let etudiant: Etudiant
    public let promotion: Promotion
  }

  /// A thing of a promotion.
  public struct AvecPromotion<Chose: Hashable & Sendable>: Hashable, Sendable {
    public let chose: Chose
    public let promotion: Promotion
  }

  /// A request with its campaign.
  public struct DemandeDeCampagne: Hashable, Sendable {
    public let demande: Demande
    public let campagne: Campagne
  }

  public init() {}

  public func executer(_ travail: Travail) throws -> Liste {
    var liste = Liste()
    var vus: Set<Identifiant<Justificatif>> = []
    for promotion in try promotionsDuMoment(travail) {
      liste.gere = liste.gere || Self.droits.contains { travail.peut($0, promotion.lieu) }
      try structure(promotion, travail, &liste)
      try notes(promotion, travail, &liste)
      try justificatifs(promotion, travail, &liste, &vus)
      try campagnes(promotion, travail, &liste)
    }
    liste.justificatifs.sort { $0.chose.depose.rangs < $1.chose.depose.rangs }
    liste.demandes.sort { $0.chose.demande.depose.rangs < $1.chose.demande.depose.rangs }
    liste.sansNotes = liste.sansNotes.parDate
    liste.aPublier = liste.aPublier.parDate
    return liste
  }

  private static let droits: [Droit] = [
    .structurer, .publier, .traiterLesJustificatifs, .gererLesCampagnes,
  ]

  /// The promotions of the year that runs: the last one that began.
  private func promotionsDuMoment(_ travail: Travail) throws -> [Promotion] {
    let toutes = try travail.registre.promotions()
    let annees = try travail.registre.annees().filter { $0.debut <= travail.moment.jour }
    guard let courante = annees.map(\.annee).max() ?? toutes.map(\.annee).max() else {
      return []
    }
    return toutes.filter { $0.annee >= courante }.sorted { ($0.nom, $0.id) < ($1.nom, $1.id) }
  }

  private func structure(_ promotion: Promotion, _ travail: Travail, _ liste: inout Liste) throws {
    guard travail.peut(.structurer, promotion.lieu) else { return }
    if try travail.registre.groupes(promotion.id).isEmpty { liste.sansGroupe.append(promotion) }
    if try travail.registre.profil(promotion.departement, promotion.annee) == nil {
      liste.sansReglement.append(promotion)
    }
  }

  private func notes(_ promotion: Promotion, _ travail: Travail, _ liste: inout Liste) throws {
    guard travail.peut(.publier, promotion.lieu) else { return }
    let passees = try travail.registre.evaluations(promotion.id).filter { evaluation in
      !evaluation.publiee && evaluation.date.map { $0 < travail.moment.jour } ?? false
    }
    guard !passees.isEmpty else { return }
    let saisies = try travail.registre.saisies(promotion: promotion.id)
    let inscriptions = try travail.registre.inscriptions(promotion.id)
    let membres = Dictionary(
      grouping: try travail.registre.membres(promotion.id),
      by: \.groupe,
    ).mapValues { Set($0.map(\.etudiant)) }
    for evaluation in passees {
      let groupes = evaluation.groupes.map { membres[$0] ?? [] }
      let attendus = inscriptions.count { inscription in
        inscription.suit(evaluation)
          && (groupes.isEmpty || groupes.contains { $0.contains(inscription.etudiant) })
      }
      let suivie = EvaluationSuivie(
        evaluation: evaluation,
        attendus: attendus,
        saisies: saisies[evaluation.id] ?? 0,
      )
      let avec = AvecPromotion(chose: suivie, promotion: promotion)
      if suivie.estComplete { liste.aPublier.append(avec) } else { liste.sansNotes.append(avec) }
    }
  }

  private func justificatifs(
    _ promotion: Promotion,
    _ travail: Travail,
    _ liste: inout Liste,
    _ vus: inout Set<Identifiant<Justificatif>>,
  ) throws {
    guard travail.peut(.traiterLesJustificatifs, promotion.lieu) else { return }
    let attendent = try travail.registre.justificatifs(promotion: promotion.id).filter {
      $0.etat == .depose && !vus.contains($0.id)
    }.filter { try travail.peut(.traiterLesJustificatifs, unDe: travail.lieux(de: $0)) }
    guard !attendent.isEmpty else { return }
    let etudiants = try travail.etudiantsParNumero(promotion)
    liste.delais[promotion.id] = try travail.delaisDAbsence(promotion)
    for justificatif in attendent {
      guard let etudiant = etudiants[justificatif.etudiant] else { continue }
      vus.insert(justificatif.id)
      liste.justificatifs.append(
        AvecEtudiant(chose: justificatif, etudiant: etudiant, promotion: promotion)
      )
    }
  }

  private func campagnes(_ promotion: Promotion, _ travail: Travail, _ liste: inout Liste) throws {
    guard travail.peut(.gererLesCampagnes, promotion.lieu) else { return }
    let jour = travail.moment.jour
    let campagnes = try travail.registre.campagnes(promotion.id)
    for campagne in campagnes {
      let proches = [campagne.ouverture, campagne.cloture].map { $0.jour.ecart(depuis: jour) }
      guard proches.contains(where: { (0...Self.joursDAvance).contains($0) }) else { continue }
      liste.campagnes.append(AvecPromotion(chose: campagne, promotion: promotion))
    }
    let demandes = try campagnes.flatMap { campagne in
      try travail.registre.demandes(campagne.id).filter { $0.etat == .deposee }
        .map { DemandeDeCampagne(demande: $0, campagne: campagne) }
    }
    guard !demandes.isEmpty else { return }
    let etudiants = try travail.etudiantsParNumero(promotion)
    for demande in demandes {
      guard let etudiant = etudiants[demande.demande.etudiant] else { continue }
      liste.demandes.append(
        AvecEtudiant(chose: demande, etudiant: etudiant, promotion: promotion)
      )
    }
  }

  /// How many days before it opens or closes a campaign is told.
  public static let joursDAvance = 7
}

extension Travail {
  /// The students of a promotion with their names, by number.
  fileprivate func etudiantsParNumero(_ promotion: Promotion) throws
    -> [Identifiant<Etudiant>: Etudiant]
  {
    Dictionary(
      uniqueKeysWithValues: try registre.etudiants(promotion.id).map { ($0.id, $0.nomme) }
    )
  }
}

extension Inscription {
  /// Whether the student was still there on the day of a test.
  fileprivate func suit(_ evaluation: EvaluationDeModule) -> Bool {
    guard let fin, let date = evaluation.date else { return fin == nil }
    return date <= fin.jour
  }
}

extension [AFaire.AvecPromotion<EvaluationSuivie>] {
  /// The oldest test first.
  fileprivate var parDate: Self {
    sorted { gauche, droite in
      let (une, autre) = (gauche.chose.evaluation, droite.chose.evaluation)
      guard let jour = une.date, let second = autre.date, jour != second else {
        return une.id < autre.id
      }
      return jour < second
    }
  }
}
