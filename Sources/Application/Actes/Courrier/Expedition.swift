/// Sends what the queue holds, and writes what is to be told: what `servir` does beside answering.
public struct Expedition: Sendable {
  private let bureau: Bureau
  private let poste: Poste
  private let facteur: any Facteur
  private let etablissement: Identifiant<Etablissement>

  /// How many messages are in hand at once, and for how long nobody else may take them: more than
  /// the time that the server may take for all.
  static let lot = 5
  static let bail: Int64 = 15 * 60_000

  /// What one round of sending did.
  public struct Tournee: Hashable, Sendable {
    public var remis = 0
    public var refuses = 0
    public var remisAPlusTard = 0
    /// Whether the server takes nothing now, so that another round can wait.
    public var estArretee = false
    /// Whether nothing was due.
    public var estVide: Bool { remis + refuses + remisAPlusTard == 0 }
  }

  public init(
    _ bureau: Bureau,
    _ poste: Poste,
    _ facteur: any Facteur,
    dans etablissement: Identifiant<Etablissement>,
  ) {
    self.bureau = bureau
    self.poste = poste
    self.facteur = facteur
    self.etablissement = etablissement
  }

  // MARK: Notices

  /// Notes what is new and writes to those whose news are quiet.
  public func annoncer() async throws {
    let (nouveau, attend) = try await bureau.registre.lire(etablissement) { registre in
      let derniere = try registre.repere().entree
      let releve = try registre.releveDuCourrier()?.entree
      let tout = Horodatage(millisecondes: .max)
      return (
        releve != derniere,
        try !registre.avisMurs(calmes: tout, anciens: tout, personnes: 1).isEmpty,
      )
    }
    var aDire = attend
    if nouveau {
      let releve = try await faire(ReleverLesAvis(poste: poste))
      aDire = aDire || releve
    }
    guard aDire else { return }
    while try await faire(EcrireLesAvis(poste: poste)) == EcrireLesAvis.personnes {}
  }

  /// Notes what the calendar brings.
  public func rappeler() async throws {
    let retards = try await bureau.demander(
      VoirLesRetards(),
      par: Self.demandeur,
      dans: etablissement,
    )
    let paliers = try await bureau.demander(
      VoirLesPaliersProches(),
      par: Self.demandeur,
      dans: etablissement,
    )
    try await faire(ReleverLesEcheances(rappels: retards + paliers))
  }

  /// The program itself, which whoever holds the machine started.
  private static let demandeur = Demandeur.console("courrier")

  @discardableResult
  private func faire<A: Acte>(_ acte: A) async throws -> A.Resultat {
    try await bureau.faire(acte, par: Self.demandeur, dans: etablissement)
  }

  // MARK: Sending

  /// Takes a few due messages in hand, hands each over once, and writes what became of them.
  public func envoyer() async throws -> Tournee {
    let bail = poste.bail()
    let plis = try await prendre(bail)
    var tournee = Tournee()
    for pli in plis {
      guard !Task.isCancelled, !tournee.estArretee else { break }
      let remise = try await remettre(pli)
      if remise == .interrompue { break }
      tournee.compter(remise)
      let moment = bureau.horloge.maintenant().horodatage
      let suite = pli.suite(remise, moment)
      _ = try await bureau.registre.ecrire(etablissement) { registre in
        try registre.regler(pli.courrier.id, bail: bail, suite, a: moment)
      }
    }
    if !plis.isEmpty {
      try await bureau.registre.ecrire(etablissement) { try $0.rendreLesCourriers(bail: bail) }
    }
    return tournee
  }

  private func prendre(_ bail: String) async throws -> [Pli] {
    let moment = bureau.horloge.maintenant().horodatage
    let debit = poste.reglages.parMinute
    let attend = try await bureau.registre.lire(etablissement) {
      try $0.attendUnCourrier(a: moment)
    }
    guard attend else { return [] }
    return try await bureau.registre.ecrire(etablissement) { registre in
      let deja = try registre.essaisDeCourrier(depuis: moment.plus(-60_000))
      let limite = min(Self.lot, debit - deja)
      guard limite > 0 else { return [] }
      return try registre.prendreDesCourriers(
        limite,
        bail: bail,
        jusqua: moment.plus(Self.bail),
        a: moment,
      )
    }
  }

  private func remettre(_ pli: Pli) async throws -> Remise {
    guard let adresse = pli.adresse else { return .refusee(code: nil, "aucune adresse") }
    let moment = bureau.horloge.maintenant().horodatage
    guard moment < pli.courrier.perime else {
      return .plusTard(code: nil, "le message n’était plus utile", deTous: false)
    }
    var desinscription: String?
    if !pli.courrier.sujets.isEmpty {
      let cle = try await bureau.registre.lire(etablissement) { try $0.releveDuCourrier()?.cle }
      desinscription = cle.map { cle in
        "\(poste.reglages.site)/courrier/desinscription/"
          + poste.droitDeCouper(pli.courrier.sujets, de: pli.courrier.utilisateur, cle: cle)
      }
    }
    let ecrite = pli.courrier.cree
    return await facteur.remettre(
      Lettre(
        reference: pli.courrier.reference,
        adresse: adresse,
        nom: pli.nom,
        objet: pli.courrier.objet,
        texte: pli.courrier.texte,
        ecrite: Moment(horodatage: ecrite, instant: bureau.horloge.instant(ecrite)),
        desinscription: desinscription,
      )
    )
  }
}

extension Expedition.Tournee {
  fileprivate mutating func compter(_ remise: Remise) {
    switch remise {
    case .remise: remis += 1
    case .refusee: refuses += 1
    case .plusTard(_, _, let deTous):
      remisAPlusTard += 1
      estArretee = deTous
    case .interrompue: break
    }
  }
}

extension Pli {
  /// How long to wait after each attempt; the last serves for all that follow.
  private static let attentes: [Int64] = [1, 5, 15, 60, 240, 720, 1_440].map { $0 * 60_000 }

  /// What becomes of the message: waits grow, until it is of no use any more.
  func suite(_ remise: Remise, _ moment: Horodatage) -> SuiteDePli {
    switch remise {
    case .remise(let code):
      return SuiteDePli(.envoye, prochain: moment, code: code, reponse: nil)
    case .refusee(let code, let raison):
      return SuiteDePli(.refuse, prochain: moment, code: code, reponse: raison)
    case .plusTard(let code, let raison, _):
      let attente = Self.attentes[min(max(essais, 1), Self.attentes.count) - 1]
      let prochain = moment.plus(attente)
      let etat: EtatDeCourrier = prochain < courrier.perime ? .enAttente : .abandonne
      return SuiteDePli(etat, prochain: prochain, code: code, reponse: raison)
    case .interrompue:
      return SuiteDePli(.enAttente, prochain: moment, code: nil, reponse: nil)
    }
  }
}
