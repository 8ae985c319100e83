/// The juries that the person may see, the latest first.
public struct VoirLesJurys: Question {
  public static let nom = "voir-les-jurys"

  /// A jury in the list.
  public struct Jury: Hashable, Sendable {
    public let session: SessionDeJury
    public let promotion: Promotion
    /// On how many students it has taken position.
    public let examines: Int
    public let effectif: Int
  }

  /// The juries, and the promotions for which one may be opened.
  public struct Liste: Hashable, Sendable {
    public let jurys: [Jury]
    public let aPreparer: [Promotion]
  }

  public init() {}

  public func executer(_ travail: Travail) throws -> Liste {
    let promotions = try travail.registre.promotions().filter {
      travail.peut(.voirLesDecisions, $0.lieu)
    }.sorted { ($1.annee, $0.nom, $0.id) < ($0.annee, $1.nom, $1.id) }
    let jurys = try promotions.flatMap { promotion in
      try travail.registre.jurys(promotion.id).map { session in
        Jury(
          session: session,
          promotion: promotion,
          examines: try travail.registre.projets(session.id).count,
          effectif: try travail.etudiants(de: session).count,
        )
      }
    }.sorted { ($1.session.date, $1.session.id) < ($0.session.date, $0.session.id) }
    return Liste(
      jurys: jurys,
      aPreparer: promotions.filter { travail.peut(.preparerUnJury, $0.lieu) },
    )
  }
}

/// A promotion for which a jury is to be opened, with those who sat at its last one.
public struct PreparerLOuverture: Question {
  public static let nom = "preparer-l-ouverture"
  public let promotion: Identifiant<Promotion>

  /// What the form begins with.
  public struct Ouverture: Hashable, Sendable {
    public let promotion: Promotion
    public let nomination: String?
    /// Not yet there.
    public let membres: [SessionDeJury.Membre]
    /// The kinds of juries that were closed already.
    public let closes: [SessionDeJury.Nature]
  }

  public init(_ promotion: Identifiant<Promotion>) {
    self.promotion = promotion
  }

  public func executer(_ travail: Travail) throws -> Ouverture {
    let promotion = try travail.promotion(promotion)
    _ = try travail.exiger(.preparerUnJury, promotion.lieu)
    let jurys = try travail.registre.jurys(promotion.id)
    let dernier = jurys.last
    return Ouverture(
      promotion: promotion,
      nomination: dernier?.nomination,
      membres: (dernier?.membres ?? []).map {
        .init(nom: $0.nom, qualite: $0.qualite, present: false, utilisateur: $0.utilisateur)
      },
      closes: jurys.filter { $0.close && $0.rectification == nil }.map(\.nature),
    )
  }
}
