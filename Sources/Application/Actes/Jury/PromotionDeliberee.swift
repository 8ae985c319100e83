internal import Scolarite
internal import Synchronization

/// The promotion of a jury, with what the rules propose for each student.
struct PromotionDeliberee: Sendable {
  let lue: PromotionLue
  /// In the order of `lue.etudiants`.
  let propositions: [Proposition]
  /// The digests of the proposals, in the same order.
  let vues: [String]
  /// What the jury must look at, by row.
  let points: [Int: [PointAVoir]]
  /// The RCUE of the year, by competence and level.
  let rcues: [CleRCUE]
  /// The codes that semester juries of the year sealed, where the jury is that of the year.
  private let scelles: [Identifiant<Etudiant>: [CodeUE: String]]

  fileprivate init(_ session: SessionDeJury, _ promotion: Promotion, _ travail: Travail) throws {
    lue = try travail.lire(session, promotion)
    scelles = try travail.codesScelles(session, promotion)
    let calculees = Propositions(lue.cohorte)
    propositions = lue.etudiants.indices.map { calculees[$0] }
    vues = propositions.map { travail.vue($0, session.nature) }
    points = Dictionary(
      uniqueKeysWithValues: calculees.aVoir(marge: PointAVoir.marge).map { ($0.rang, $0.points) }
    )
    rcues = Set(propositions.flatMap { $0.rcues.map(\.cle) }).sorted()
  }

  /// The UE whose code has changed since their semester jury.
  func revues(_ etudiant: Identifiant<Etudiant>, _ proposition: Proposition)
    -> [PointsEnPlus.Effet]
  {
    guard let scelles = scelles[etudiant] else { return [] }
    return proposition.ues.compactMap { ue in
      guard let avant = scelles[ue.code], avant != ue.mention else { return nil }
      return .init(sujet: ue.code.texte, avant: avant, apres: ue.mention)
    }
  }
}

extension Travail {
  /// The promotion as a jury deliberates on it, with what the rules propose.
  ///
  /// What the jury prepares changes no dossier: between two decisions, the promotion is not read
  /// again.
  func deliberer(_ session: SessionDeJury, _ promotion: Promotion) throws -> PromotionDeliberee {
    guard let deliberees else { return try PromotionDeliberee(session, promotion, self) }
    let repere = try registre.repere(sauf: PromotionsDeliberees.preparatifs)
    if let connue = deliberees.lire(session.id, repere, moment.jour) { return connue }
    let nouvelle = try PromotionDeliberee(session, promotion, self)
    deliberees.garder(nouvelle, session.id, repere, moment.jour)
    return nouvelle
  }

  fileprivate func codesScelles(_ session: SessionDeJury, _ promotion: Promotion) throws
    -> [Identifiant<Etudiant>: [CodeUE: String]]
  {
    guard session.nature == .annee else { return [:] }
    var codes: [Identifiant<Etudiant>: [CodeUE: String]] = [:]
    for jury in try registre.jurys(promotion.id) where jury.close {
      guard case .semestre(let numero) = jury.nature else { continue }
      for (etudiant, texte) in try registre.propositionsScellees(jury.id) {
        let siens = try formats.codes(proposition: texte).filter { $0.key.semestre == numero }
        codes[etudiant, default: [:]].merge(siens) { $1 }
      }
    }
    return codes
  }
}

/// The promotions that juries look at, as long as nothing is written that a dossier could hold.
final class PromotionsDeliberees: Sendable {
  /// Acts that write only what a jury prepares, of which no dossier holds anything.
  static let preparatifs: Set<String> = [
    DeciderEnJury.nom, AdopterLesPropositions.nom, ReprendreUnExamen.nom, ProposerEnCommission.nom,
    SignalerUneSituation.nom, LeverUneSituation.nom,
  ]

  private struct Gardee: Sendable {
    let jury: Identifiant<SessionDeJury>
    let repere: Repere
    let jour: Jour
    let deliberee: PromotionDeliberee
  }

  /// The most recently asked for last.
  private let gardees = Mutex<[Gardee]>([])

  /// As many juries as sit at the same time.
  private static let capacite = 4

  /// The promotion read at an entry, on a day; `nil` when it has to be read again.
  func lire(_ jury: Identifiant<SessionDeJury>, _ repere: Repere, _ jour: Jour)
    -> PromotionDeliberee?
  {
    gardees.withLock { gardees in
      guard let rang = gardees.firstIndex(where: { $0.jury == jury }),
        gardees[rang].repere == repere, gardees[rang].jour == jour
      else { return nil }
      gardees.append(gardees.remove(at: rang))
      return gardees.last?.deliberee
    }
  }

  /// Keeps it in place of an earlier reading of the same jury.
  func garder(
    _ deliberee: PromotionDeliberee,
    _ jury: Identifiant<SessionDeJury>,
    _ repere: Repere,
    _ jour: Jour,
  ) {
    gardees.withLock { gardees in
      if let rang = gardees.firstIndex(where: { $0.jury == jury }) {
        guard gardees[rang].repere.entree <= repere.entree else { return }
        gardees.remove(at: rang)
      }
      gardees.append(Gardee(jury: jury, repere: repere, jour: jour, deliberee: deliberee))
      if gardees.count > Self.capacite { gardees.removeFirst() }
    }
  }
}
