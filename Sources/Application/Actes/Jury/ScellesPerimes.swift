internal import Scolarite

/// The students of a promotion for whom what a jury sealed no longer rests on the facts as they
/// stand: a fact has changed since, or the règlement has, and what it proposes with it.
///
/// A request to repeat follows what the jury decided: it makes no decision stale. A semester jury
/// rests on its semester alone, and the year-end jury takes up again what it sealed.
public struct ScellesPerimes: Question {
  public static let nom = "scelles-perimes"
  public let promotion: Identifiant<Promotion>

  public init(_ promotion: Identifiant<Promotion>) {
    self.promotion = promotion
  }

  public func executer(_ travail: Travail) throws -> [Perime] {
    let promotion = try travail.promotion(promotion)
    _ = try travail.exiger(.voirLesDecisions, promotion.lieu)
    let deliberees = Dictionary(
      grouping: try travail.registre.deliberees(promotion: promotion.id),
      by: \.etudiant,
    )
    guard !deliberees.isEmpty else { return [] }
    var confrontation = try Confrontation(promotion, travail)
    return try deliberees.sorted { $0.key < $1.key }.flatMap { _, siennes in
      try confrontation.opposables(siennes).compactMap { deliberee in
        try confrontation.perime(
          deliberee,
          DecisionsDeliberees.enVigueur(siennes.filter { $0.origine != deliberee.origine }),
        )
      }
    }
  }

  /// A student for whom something has changed.
  public struct Perime: Hashable, Sendable {
    public let etudiant: Identifiant<Etudiant>
    /// The jury that sealed it.
    public let jury: Identifiant<SessionDeJury>
    /// What the jury decided on, as JSON, as it was sealed and as it stands; the same where the
    /// règlement alone has changed.
    public let scelles: String
    public let presents: String
  }
}

/// What juries sealed beside what stands.
private struct Confrontation {
  private let travail: Travail
  private let lue: PromotionLue
  private let dossiers: [Identifiant<Etudiant>: Dossier]
  private let natures: [Identifiant<SessionDeJury>: SessionDeJury.Nature]
  private let profils: [AnneeUniversitaire: String]
  /// The juries read so far.
  private var lus: [Identifiant<SessionDeJury>: Lu] = [:]

  private struct Lu {
    let cloture: ClotureDeJury
    let scelles: [Identifiant<Etudiant>: Scelle]
    /// Whether the règlement is that under which it was closed.
    let memeReglement: Bool
  }

  init(_ promotion: Promotion, _ travail: Travail) throws {
    self.travail = travail
    lue = try travail.lire(promotion, avecLesPartis: true)
    dossiers = Dictionary(uniqueKeysWithValues: zip(lue.etudiants, lue.dossiers))
    natures = Dictionary(
      uniqueKeysWithValues: try travail.registre.jurys(promotion.id).map { ($0.id, $0.nature) }
    )
    var profils: [AnneeUniversitaire: String] = [:]
    for annee in Set(lue.dossiers.flatMap { $0.annees.map(\.annee) } + [promotion.annee]) {
      profils[annee] = try travail.registre.profil(promotion.departement, annee)?.texte
    }
    self.profils = profils
  }

  /// Those that no later jury has taken up again.
  func opposables(_ deliberees: [DecisionsDeliberees]) -> [DecisionsDeliberees] {
    var reprises: Set<SessionDeJury.Nature> = []
    return deliberees.reversed().filter { deliberee in
      guard let nature = natures[deliberee.jury], !reprises.contains(.annee) else { return false }
      return reprises.insert(nature).inserted
    }
  }

  /// `nil` where what was sealed still holds, beside the decisions of other juries.
  mutating func perime(_ deliberee: DecisionsDeliberees, _ autres: [DecisionDeJury]) throws
    -> ScellesPerimes.Perime?
  {
    let (jury, etudiant) = (deliberee.jury, deliberee.etudiant)
    guard let nature = natures[jury], let lu = try lire(jury), let scelle = lu.scelles[etudiant]
    else { return nil }
    let dossier = dossiers[etudiant]?.decidant(autres)
    let texte = try dossier.map { try travail.formats.texte($0, profil: lu.cloture.profil) } ?? ""
    let formats = travail.formats
    let scelles = try formats.faits(scelle.dossier, de: nature)
    let presents = texte == scelle.dossier ? scelles : try formats.faits(texte, de: nature)
    if scelles == presents {
      guard !lu.memeReglement, try proposeAutreChose(dossier, scelle, lu, nature) else {
        return nil
      }
    }
    return .init(etudiant: etudiant, jury: jury, scelles: scelles, presents: presents)
  }

  private mutating func lire(_ jury: Identifiant<SessionDeJury>) throws -> Lu? {
    if let lu = lus[jury] { return lu }
    guard let cloture = try travail.registre.cloture(jury) else { return nil }
    let reglements = profils.filter { annee, _ in annee != lue.promotion.annee }
      .filter { $1 != cloture.reglement }
    let lu = Lu(
      cloture: cloture,
      scelles: Dictionary(
        uniqueKeysWithValues: try travail.registre.scelles(jury).map { ($0.etudiant, $0) }
      ),
      memeReglement: profils[lue.promotion.annee] == cloture.reglement
        && reglements == cloture.anterieurs,
    )
    lus[jury] = lu
    return lu
  }

  /// Whether the règlement as it stands proposes something else on the same facts.
  private func proposeAutreChose(
    _ dossier: Dossier?,
    _ scelle: Scelle,
    _ lu: Lu,
    _ nature: SessionDeJury.Nature,
  ) throws -> Bool {
    let ancien = try travail.formats.dossiers(
      [scelle.dossier],
      sous: lu.cloture.reglement,
      anterieurs: lu.cloture.anterieurs,
    ).first
    guard let (ancien, reglement) = ancien, let avant = ancien.proposition(reglement),
      let apres = dossier?.proposition(lue.reglement)
    else { return true }
    return switch nature {
    case .annee: avant != apres
    case .semestre(let numero):
      avant.ues.filter { $0.code.semestre == numero }
        != apres.ues.filter { $0.code.semestre == numero }
    }
  }
}
