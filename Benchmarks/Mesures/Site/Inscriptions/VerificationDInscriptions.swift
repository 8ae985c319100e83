internal import Actes
internal import Registre
internal import SQL
internal import Scolarite
internal import Terrain

/// Holds what a rush was answered against the register, student by student.
struct VerificationDInscriptions {
  private let terrain: TerrainDInscriptions
  private let plan: PlanDInscriptions
  /// What each student was answered, in the order in which it came.
  private let depots: [String: [Guichet.Depot]]
  private(set) var inscrits = 0
  private(set) var renoncements = 0
  private(set) var silences = 0
  /// Refused for having come too late.
  private(set) var tardifs = 0
  /// Accepted in the last second, and refused in the one after.
  private(set) var auBord = (acceptees: 0, refusees: 0)
  /// What is not as it should be.
  private(set) var fautes: [String] = []

  init(_ terrain: TerrainDInscriptions, _ plan: PlanDInscriptions) {
    self.terrain = terrain
    self.plan = plan
    depots = Dictionary(grouping: terrain.guichet.depots, by: \.temoin)
      .mapValues { $0.sorted { $0.recu < $1.recu } }
  }

  /// - Parameter envois: how the forms went, as those who sent them saw it.
  /// - Throws: when the base cannot be read.
  mutating func executer(_ envois: Rafale.Bilan) async throws {
    let tous = terrain.guichet.depots
    juger(tous, envois)
    terrain.horloge.lancer(a: TerrainDInscriptions.finDeLaLimite + 5 * 60_000)
    let cloture = ClotureDesInscriptions(terrain.base.bureau, dans: terrain.base.iut)
    exiger(try await cloture.relever() == terrain.campagnes.count, "une campagne n’est pas close")
    try await lireLeRegistre()
    exiger(
      inscrits + renoncements + silences == terrain.admissibles.count,
      "\(inscrits) inscrits, \(renoncements) renoncements et \(silences) silences ne font pas "
        + "\(terrain.admissibles.count)",
    )
    let journal = try EntretienDeBase(terrain.base.registre.adresse).verifierLeJournal()
    exiger(journal.estIntact, "le journal n’est pas intact : \(journal.texte)")
  }

  private mutating func exiger(_ vrai: Bool, _ sinon: String) {
    guard !vrai else { return }
    fautes.append(sinon)
  }

  /// The limit, by the clock of the server and by nothing else.
  private mutating func juger(_ tous: [Guichet.Depot], _ envois: Rafale.Bilan) {
    let fin = TerrainDInscriptions.finDeLaLimite
    for depot in tous {
      let estATemps = depot.recu < fin
      // Pressed a second time, the button brings back the acknowledgement of the first.
      let estRedite = depots[depot.temoin]?.contains { $0.recu < fin } == true
      exiger(
        depot.statut == (estATemps || estRedite ? 303 : 422),
        "reçue \(depot.recu - fin) ms après la limite, une réponse a eu \(depot.statut)",
      )
      if depot.statut == 422 { tardifs += 1 }
      if fin - 1_000 <= depot.recu, estATemps { auBord.acceptees += 1 }
      if depot.statut == 422, depot.recu < fin + 1_000 { auBord.refusees += 1 }
    }
    let vus = Dictionary(tous.map { ($0.statut, 1) }, uniquingKeysWith: +)
    exiger(vus == envois.statuts, "répondu \(vus), reçu \(envois.statuts)")
    let acceptees = vus[303] ?? 0
    exiger(
      envois.suites.bonnes == acceptees,
      "\(envois.suites.bonnes) accusés vus pour \(acceptees) réponses acceptées",
    )
  }

  private mutating func lireLeRegistre() async throws {
    var ecrites = 0
    for campagne in terrain.campagnes {
      let siens = terrain.admissibles.indices.filter {
        terrain.admissibles[$0].campagne == campagne
      }
      let etudiants = siens.map { terrain.admissibles[$0].etudiant }
      let (reponses, accuses) = try await terrain.base.registre.lire(terrain.base.iut) { registre in
        (
          try registre.reponsesDeSession2(campagne),
          try etudiants.map { try registre.accuseDeSession2($0, campagne) },
        )
      }
      exiger(reponses.count == siens.count, "campagne \(campagne) : \(reponses.count) réponses")
      for (rang, accuse) in zip(siens, accuses) {
        let admissible = terrain.admissibles[rang]
        verifier(admissible, plan.lignes[rang].geste, accuse, reponses[admissible.etudiant])
        if accuse != nil { ecrites += 1 }
      }
    }
    let entrees = try compterLesEntrees()
    exiger(entrees == ecrites, "\(entrees) inscriptions au journal pour \(ecrites) au registre")
  }

  /// Nobody is enrolled twice: one entry of the journal for each answer that stands.
  private func compterLesEntrees() throws -> Int {
    try terrain.base.ouvrir().first(
      "SELECT count(*) FROM journal WHERE acte = ?1",
      [.text(InscrireEnSession2.nom)],
    ) { Int($0.integer(0)) } ?? 0
  }

  private mutating func verifier(
    _ admissible: TerrainDInscriptions.Admissible,
    _ geste: PlanDInscriptions.Geste,
    _ accuse: AccuseDeSession2?,
    _ reponse: ReponseDeSession2?,
  ) {
    let acceptees = depots[admissible.personne.secret, default: []].filter { $0.statut == 303 }
    switch reponse {
    case .inscrit: inscrits += 1
    case .renonce: renoncements += 1
    case .silence: silences += 1
    case nil: break
    }
    guard !acceptees.isEmpty else {
      exiger(
        accuse == nil && reponse == .silence,
        "étudiant \(admissible.etudiant) : rien d’accepté, mais le registre l’a",
      )
      return
    }
    let ues = geste == .sInscrire ? admissible.ouvertes : []
    exiger(
      acceptees.contains { $0.recu == accuse?.recu.millisecondes } && accuse?.ues == ues
        && accuse?.version == 1
        && reponse == (ues.isEmpty ? .renonce : .inscrit(ues)),
      "étudiant \(admissible.etudiant) : accepté, mais le registre n’a pas cette réponse",
    )
  }
}
