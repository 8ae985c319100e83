internal import Actes
internal import HTTPServer
internal import SQL
internal import Scolarite
internal import Terrain
internal import Text

/// Five thousand students answer in the last ten minutes before the limit of session 2.
struct MesuresDesInscriptions {
  private let acceleration: Int
  private var table = TextTable([
    .init("Mesure", maximumWidth: 40), .init("Demandes", .right), .init("Médiane", .right),
    .init("99e centile", .right), .init("Le plus long", .right), .init("Médiane", .right),
    .init("99e centile", .right),
  ])
  private var remarques: [String] = []
  private var fautes: [String] = []

  /// - Parameters:
  ///   - moteur: the engine of the base.
  ///   - acceleration: how many times faster than ten minutes.
  /// - Returns: the table, and what was lost or misjudged: nothing, or the measure failed.
  /// - Throws: when a base or a server cannot be made.
  static func mesurer(_ moteur: SQLEngine, acceleration: Int) async throws
    -> (texte: String, fautes: [String])
  {
    var mesures = MesuresDesInscriptions(acceleration)
    try await mesures.mesurer(moteur)
    let remarques = mesures.remarques.flatMap { wrap("– " + $0, width: 100) }
    let texte = mesures.table.render() + "\n" + remarques.joined(separator: "\n") + "\n"
    return (frenchSpacing(texte), mesures.fautes)
  }

  private init(_ acceleration: Int) {
    self.acceleration = acceleration
  }

  private mutating func mesurer(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDInscriptions(moteur)
    precondition(
      terrain.admissibles.count >= TerrainDInscriptions.effectif,
      "something is open to that many",
    )
    let plan = PlanDInscriptions(terrain.admissibles.count, acceleration: acceleration)
    let (lectures, envois) = requetes(terrain, plan)
    let constant = try HTTPServer(HTTPServerConfiguration())
    let ici = exige(HTTPPath(parsing: "/"), "a path")
    try constant.start { $0.method == .post ? .seeOther(ici) : .text("bonjour") }
    let pointe = [lectures, envois].map { $0.depuis(plan.pointe) }
    let temoins = Rafale.envoyer(pointe, port: constant.port)
    await constant.stop()
    Processus.oublierLaMemoireMaximale()
    let debut = TerrainDInscriptions.finDeLaLimite - Int64(plan.avantLaLimite / .milliseconds(1))
    terrain.horloge.lancer(a: debut)
    let bilans = Rafale.envoyer([lectures, envois], port: terrain.serveur.port)
    let memoire = Processus.memoireMaximale ?? 0
    var verification = VerificationDInscriptions(terrain, plan)
    try await verification.executer(bilans[1])
    let nom = moteur.enseigne
    ajouter("\(nom) : la page et ses choix", bilans[0].releve, temoins[0].releve)
    ajouter("\(nom) : la réponse, écrite", bilans[1].releve, temoins[1].releve)
    ajouter(
      "\(nom) : la page de l’accusé",
      Releve(bilans[1].suites.durees),
      Releve(temoins[1].suites.durees),
    )
    conclure(nom, terrain, verification, memoire)
    await terrain.fermer()
  }

  private mutating func ajouter(_ nom: String, _ releve: Releve, _ temoin: Releve) {
    func rapport(_ rang: Int) -> String {
      "× " + Grandeur.duree(releve.centile(rang)).rapport(.duree(temoin.centile(rang)))
    }
    table.add([
      nom, enMilliers(releve.suivants.count + 1), Grandeur.duree(releve.mediane).texte,
      Grandeur.duree(releve.centile(99)).texte, Grandeur.duree(releve.maximum).texte,
      rapport(50), rapport(99),
    ])
  }

  private mutating func conclure(
    _ nom: String,
    _ terrain: TerrainDInscriptions,
    _ verification: VerificationDInscriptions,
    _ memoire: Int,
  ) {
    fautes += verification.fautes.map { "\(nom) : \($0)" }
    remarques.append(
      "\(nom) : \(enMilliers(verification.inscrits)) inscrits, "
        + "\(verification.renoncements) renoncements dits, \(verification.silences) silences "
        + "constatés ; \(verification.tardifs) réponses reçues après la limite, refusées ; "
        + "\(verification.auBord.acceptees) acceptées dans la dernière seconde, "
        + "\(verification.auBord.refusees) refusées dans la suivante ; "
        + "\(verification.fautes.count) erreurs. Au plus \(terrain.guichet.pointe) demandes dans "
        + "une seconde ; mémoire du processus, au plus \(Grandeur.memoire(octets: memoire).texte)."
    )
  }

  /// What browsers send: the page, then the form, which leads to the acknowledgement.
  private func requetes(_ terrain: TerrainDInscriptions, _ plan: PlanDInscriptions)
    -> ([Rafale.Envoi], [Rafale.Envoi])
  {
    var (lectures, envois) = ([Rafale.Envoi](), [Rafale.Envoi]())
    for (admissible, ligne) in zip(terrain.admissibles, plan.lignes) {
      let page = admissible.personne.lire("/moi/session-2")
      lectures.append(.init(moment: ligne.lecture, requete: page))
      guard let moment = ligne.envoi else { continue }
      let ues = admissible.ouvertes.map { ("ue-\($0.texte)", "oui") }
      let choix =
        ligne.geste == .renoncer ? [("sens", "renoncer")] : ues + [("sens", "inscrire")]
      let envoi = Rafale.Envoi(
        moment: moment,
        requete: admissible.personne.envoyer(
          "/moi/session-2/\(admissible.campagne)",
          choix + [("version", "0")],
        ),
        suite: .init(requete: page, contient: Array("S2-\(admissible.campagne)-".utf8)),
      )
      envois.append(envoi)
      guard ligne.estDouble else { continue }
      envois.append(
        .init(moment: moment + .milliseconds(30), requete: envoi.requete, suite: envoi.suite)
      )
    }
    return (lectures, envois)
  }
}
