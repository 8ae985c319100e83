public import Scolarite

/// The sessions 2 that the person has to do with, and the promotions where one may be opened.
public struct VoirLesSessionsDeux: Question {
  public static let nom = "voir-les-sessions-2"

  /// One session with where it stands.
  public struct Resume: Sendable {
    public let session: SessionDeRattrapage
    public let promotion: Promotion
    public let retards: [EcheanceDeSession2]
    /// The next limit that is not past.
    public let prochaine: EcheanceDeSession2?
    /// The exams that the person may choose and that nobody has.
    public let aChoisir: Int
    /// The copies that wait for marks, where the person marks them and does not conduct the session.
    public let aCorriger: [CopiesACorriger]
    public let acces: Acces

    /// Whether the person conducts the session.
    public var conduit: Bool { acces == .conduite }
  }

  /// The copies of an exam that have no mark yet.
  public struct CopiesACorriger: Sendable {
    public let epreuve: EpreuveDeSession2
    public let nombre: Int
  }

  /// Which part of a session is open to the person.
  public enum Acces: Hashable, Sendable {
    case conduite
    /// Its page: to decide, or to settle arrangements.
    case suivi
    /// Only the exams of one’s modules.
    case epreuves
    /// Only the copies that one marks.
    case copies
  }

  public struct Tableau: Sendable {
    public let sessions: [Resume]
    /// Where the person may open one.
    public let ouvrables: [Promotion]
    /// Whether the person conducts sessions somewhere.
    public let conduit: Bool
  }

  public init() {}

  public func executer(_ travail: Travail) throws -> Tableau {
    let promotions = try travail.registre.promotions()
    let visibles = promotions.filter { promotion in
      travail.estMeleALaSession2(promotion)
        || travail.peut(.saisirLesNotes, dansUnModuleDe: promotion)
    }
    guard !visibles.isEmpty else { throw Refus.interdit(.gererLesCampagnes) }
    let parId = Dictionary(uniqueKeysWithValues: visibles.map { ($0.id, $0) })
    let sessions = try travail.registre.sessionsDeRattrapage()
    let resumes = try sessions.compactMap { session in
      try parId[session.promotion].flatMap { try resume(session, $0, travail) }
    }
    let prises = Set(sessions.map(\.promotion))
    let annees = try travail.registre.annees().filter { $0.debut <= travail.moment.jour }
    let courante = annees.map(\.annee).max()
    return Tableau(
      sessions: resumes,
      ouvrables: try visibles.filter { promotion in
        try travail.peut(.gererLesCampagnes, promotion.lieu) && !prises.contains(promotion.id)
          // A session of September is of the year that has just ended.
          && courante.map { promotion.annee.debut >= $0.debut - 1 } ?? true
          && travail.organiseUneSession2(promotion)
      }.sorted { ($0.nom, $0.id) < ($1.nom, $1.id) },
      conduit: visibles.contains { travail.peut(.gererLesCampagnes, $0.lieu) },
    )
  }

  private func resume(
    _ session: SessionDeRattrapage,
    _ promotion: Promotion,
    _ travail: Travail,
  ) throws -> Resume? {
    guard let acces = try travail.acces(session, promotion) else { return nil }
    let etapes = try travail.registre.etapesDeSession2(session.campagne)
    let echeances = session.dates.echeances(etapes)
    let present = travail.moment.instant
    return Resume(
      session: session,
      promotion: promotion,
      retards: echeances.filter { $0.etat(a: present) == .enRetard },
      prochaine: acces == .copies ? nil : echeances.prochaine(a: present),
      aChoisir: try aChoisir(session, promotion, travail),
      aCorriger: acces == .conduite ? [] : try travail.copiesACorriger(session, promotion),
      acces: acces,
    )
  }
}

extension VoirLesSessionsDeux {
  private func aChoisir(
    _ session: SessionDeRattrapage,
    _ promotion: Promotion,
    _ travail: Travail,
  ) throws -> Int {
    let attendues = try travail.registre.epreuvesDeSession2(session.campagne)
      .filter { !$0.estChoisie }
    guard !attendues.isEmpty else { return 0 }
    let siennes = try travail.uesChoisies(promotion)
    return attendues.count { siennes.contains($0.ue) }
  }
}

extension Travail {
  /// Whether the person has something to do in a session 2 of a promotion.
  func estMeleALaSession2(_ promotion: Promotion) -> Bool {
    let droits: [Droit] = [.gererLesCampagnes, .deciderEnSession2, .gererLesAmenagements]
    return droits.contains { peut($0, promotion.lieu) }
      || peut(.choisirUneEpreuve, dansUnModuleDe: promotion)
  }

  /// What of a session is open to the person; `nil` for nothing.
  fileprivate func acces(_ session: SessionDeRattrapage, _ promotion: Promotion) throws
    -> VoirLesSessionsDeux.Acces?
  {
    if peut(.gererLesCampagnes, promotion.lieu) { return .conduite }
    if [.deciderEnSession2, .gererLesAmenagements].contains(where: { peut($0, promotion.lieu) }) {
      return .suivi
    }
    if peut(.choisirUneEpreuve, dansUnModuleDe: promotion) { return .epreuves }
    return try epreuvesNotees(session, promotion).isEmpty ? nil : .copies
  }

  /// The exams of a session whose marks the person enters.
  private func epreuvesNotees(_ session: SessionDeRattrapage, _ promotion: Promotion) throws
    -> [EpreuveDeSession2]
  {
    guard peut(.saisirLesNotes, dansUnModuleDe: promotion) else { return [] }
    return try registre.epreuvesDeSession2(session.campagne).filter { epreuve in
      try peut(.saisirLesNotes, unDe: lieux(de: epreuve, promotion))
    }
  }

  /// From the first day of the exams, the copies that are prepared and have no mark.
  fileprivate func copiesACorriger(_ session: SessionDeRattrapage, _ promotion: Promotion) throws
    -> [VoirLesSessionsDeux.CopiesACorriger]
  {
    guard session.premierJour <= moment.jour else { return [] }
    return try epreuvesNotees(session, promotion).compactMap { epreuve in
      guard let copies = try registre.copies(epreuve: epreuve.id), copies.versees == nil else {
        return nil
      }
      let nombre = try copiesSituees(epreuve, copies, promotion).count { !$0.etat.estPrete }
      return nombre == 0 ? nil : .init(epreuve: epreuve, nombre: nombre)
    }
  }

  /// The UE whose exam the person may choose: of one of its modules, or of the promotion.
  func uesChoisies(_ promotion: Promotion) throws -> Set<CodeUE> {
    guard peut(.choisirUneEpreuve, dansUnModuleDe: promotion) else { return [] }
    let ues = try programme(promotion).ues
    if peut(.choisirUneEpreuve, promotion.lieu) { return Set(ues.map(\.code)) }
    return Set(
      ues.filter { ue in
        ue.modules.contains {
          peut(.choisirUneEpreuve, promotion.lieu.module($0.code.canonique))
        }
      }.map(\.code)
    )
  }

  /// Whether the règlement of a promotion, where it has one, holds a session 2.
  func organiseUneSession2(_ promotion: Promotion) throws -> Bool {
    guard let profil = try registre.profil(promotion.departement, promotion.annee) else {
      return false
    }
    return try formats.reglages(profil.texte, le: Jour(ouvrant: promotion.annee)).aUneSession2
  }
}

extension [EcheanceDeSession2] {
  /// The next limit that is neither past nor met.
  public func prochaine(a present: Instant) -> EcheanceDeSession2? {
    filter { echeance in
      echeance.faitLe == nil && echeance.limite.map { $0 >= present } ?? false
    }.parLimite.first
  }

  /// In the order of limits, those without any last.
  public var parLimite: [EcheanceDeSession2] {
    enumerated().sorted { gauche, droite in
      switch (gauche.element.limite, droite.element.limite) {
      case (let une?, let autre?): (une, gauche.offset) < (autre, droite.offset)
      case (_?, nil): true
      case (nil, _?): false
      case (nil, nil): gauche.offset < droite.offset
      }
    }.map(\.element)
  }
}
