internal import Scolarite

/// What stands beside the proposals of a jury, by student.
struct Preparees {
  let projets: [Identifiant<Etudiant>: ProjetDeDecision]
  let commissions: [Identifiant<Etudiant>: PropositionDeCommission]
  let situations: [Identifiant<Etudiant>: [SituationSignalee]]
  let groupes: [Identifiant<Etudiant>: Set<Identifiant<Groupe>>]
  let departs: [Identifiant<Etudiant>: Jour]
  /// The codes that earlier semester juries of the year sealed.
  private let scelles: [Identifiant<Etudiant>: [CodeUE: String]]

  init(_ session: SessionDeJury, _ promotion: Promotion, _ travail: Travail) throws {
    let registre = travail.registre
    projets = Dictionary(
      uniqueKeysWithValues: try registre.projets(session.id).map { ($0.etudiant, $0) }
    )
    commissions = Dictionary(
      uniqueKeysWithValues: try registre.preparations(session.id).map { ($0.etudiant, $0) }
    )
    situations = Dictionary(
      grouping: try registre.situations(promotion.id).filter { !$0.levee },
      by: \.etudiant,
    )
    groupes = Dictionary(grouping: try registre.membres(promotion.id), by: \.etudiant)
      .mapValues { Set($0.map(\.groupe)) }
    departs = Dictionary(
      try registre.inscriptions(promotion.id).compactMap { inscription in
        guard let fin = inscription.fin?.jour, fin < travail.moment.jour else { return nil }
        return (inscription.etudiant, fin)
      }
    ) { premier, _ in premier }
    scelles = try Self.scelles(session, promotion, travail)
  }

  private static func scelles(
    _ session: SessionDeJury,
    _ promotion: Promotion,
    _ travail: Travail,
  ) throws -> [Identifiant<Etudiant>: [CodeUE: String]] {
    guard session.nature == .annee else { return [:] }
    let registre = travail.registre
    var codes: [Identifiant<Etudiant>: [CodeUE: String]] = [:]
    for jury in try registre.jurys(promotion.id) where jury.close {
      guard case .semestre(let numero) = jury.nature else { continue }
      for (etudiant, texte) in try registre.propositionsScellees(jury.id) {
        let siens = try travail.formats.codes(proposition: texte).filter {
          $0.key.semestre == numero
        }
        codes[etudiant, default: [:]].merge(siens) { $1 }
      }
    }
    return codes
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
