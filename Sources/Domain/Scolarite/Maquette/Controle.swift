/// A check of a curriculum: what it asks, by which article, and what it finds.
///
/// A check warns and never changes anything. One check, one file of `Controles/`.
public struct Controle: Sendable {
  /// A short name, stable, for reports and links: « poids-des-poles ».
  public let nom: String
  public let article: Article
  /// What is asked, in one French sentence.
  public let enonce: String
  let examiner: @Sendable (MaquetteControlee) -> [Constat]
}

/// A curriculum under examination, with what the national référentiel says of it.
public struct MaquetteControlee: Sendable {
  public let maquette: Maquette
  /// The level of each competence, by number; `nil` when the speciality is not in the référentiel.
  public let etapes: [Int: Referentiel.EtapeDeCompetence]?
  /// The figures recomputed once for all checks.
  let recalculs: [Recalcul]

  public init(_ maquette: Maquette, etapes: [Int: Referentiel.EtapeDeCompetence]?) {
    self.maquette = maquette
    self.etapes = etapes
    recalculs = maquette.recalculs()
  }
}

extension Controle {
  /// Every check, in the order of the report.
  public static let tous: [Controle] = [
    .sommes, .credits, .structure, .poidsDesPoles, .coefficients, .evaluations, .colonnes,
    .codesEtIntitules, .questions,
  ]
}

/// What the checks say of one curriculum.
public struct RapportDeConformite: Sendable {
  /// Every printed figure of hours, coefficient or credits that others determine.
  public let recalculs: [Recalcul]
  /// What each check found; a check that found nothing is there with no finding.
  public let parControle: [(controle: Controle, constats: [Constat])]

  public init(de controlee: MaquetteControlee) {
    recalculs = controlee.recalculs
    parControle = Controle.tous.map { ($0, $0.examiner(controlee)) }
  }

  /// All findings, in the order of the checks.
  public var constats: [Constat] { parControle.flatMap(\.constats) }

  /// Whether the document contradicts itself or the text somewhere.
  public var aUneErreur: Bool { constats.contains { $0.gravite == .erreur } }

  /// Figures of hours and coefficients: how many agree, of how many.
  public var bilanDesChiffres: (concordent: Int, sur: Int) { bilan(credits: false) }

  /// Figures of credits: how many agree, of how many.
  public var bilanDesCredits: (concordent: Int, sur: Int) { bilan(credits: true) }

  private func bilan(credits: Bool) -> (concordent: Int, sur: Int) {
    let choisis = recalculs.filter { $0.estUnCredit == credits }
    return (choisis.count { $0.concorde }, choisis.count)
  }
}
