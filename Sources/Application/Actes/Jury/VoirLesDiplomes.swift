public import Scolarite

/// The diplomas that the end-of-year juries of a promotion have given, on what they sealed: the DUT
/// after the second year (arrêté BUT, 4.6), the BUT after the third (4.3).
public struct VoirLesDiplomes: QuestionGardee {
  public static let nom = "voir-les-diplomes"
  public var cle: String { "\(promotion)" }
  public let promotion: Identifiant<Promotion>

  public init(_ promotion: Identifiant<Promotion>) {
    self.promotion = promotion
  }

  /// - Throws: `Refus.etat(.anneeSansDiplome)` for a first year.
  public func executer(_ travail: Travail) throws -> DiplomesDePromotion {
    let promotion = try travail.promotion(promotion)
    _ = try travail.exiger(.voirLesDecisions, promotion.lieu)
    guard let diplome = DiplomeAttribue(fin: promotion.anneeBUT) else {
      throw Refus.etat(.anneeSansDiplome)
    }
    let etudiants = Dictionary(
      uniqueKeysWithValues: try travail.registre.etudiants(promotion.id).map { ($0.id, $0) }
    )
    let lignes = try travail.derniersScelles(promotion).compactMap { jury, rejoue in
      etudiants[rejoue.scelle.etudiant].map { etudiant in
        DiplomesDePromotion.Ligne(etudiant.nomme, diplome, jury, rejoue)
      }
    }
    return DiplomesDePromotion(
      promotion: promotion,
      diplome: diplome,
      lignes: lignes.parNom(\.etudiant),
    )
  }
}

/// Who has the diploma of a year, and what the others lack.
public struct DiplomesDePromotion: Sendable {
  public let promotion: Promotion
  public let diplome: DiplomeAttribue
  /// Those on whom an end-of-year jury has deliberated, by name.
  public let lignes: [Ligne]

  /// A student as the last jury that deliberated on them sealed it.
  public struct Ligne: Sendable {
    public let etudiant: Etudiant
    public let jury: SessionDeJury
    public let estObtenu: Bool
    /// The credits that count for the diploma.
    public let ects: Fraction
    /// Its UE that are not acquired, in the order of their codes.
    public let manquantes: [CodeUE]
  }

  public var obtenus: [Ligne] { lignes.filter(\.estObtenu) }
}

extension DiplomesDePromotion.Ligne {
  fileprivate init(
    _ etudiant: Etudiant,
    _ diplome: DiplomeAttribue,
    _ jury: SessionDeJury,
    _ rejoue: ScelleRejoue,
  ) {
    let resultats = Deliberation<SansPreuve>.resultats(rejoue.decide, rejoue.reglement)
    self.init(
      etudiant: etudiant,
      jury: jury,
      estObtenu: resultats.attribue(diplome),
      ects: resultats.ects(pour: diplome),
      manquantes: resultats.manquantes(pour: diplome),
    )
  }
}

extension Travail {
  /// What the last end-of-year jury of each student of a promotion, or of some, sealed, deliberated
  /// again.
  func derniersScelles(
    _ promotion: Promotion,
    seuls: Set<Identifiant<Etudiant>>? = nil,
  ) throws -> [(jury: SessionDeJury, rejoue: ScelleRejoue)] {
    let jurys = try registre.jurys(promotion.id).filter { $0.close && $0.nature == .annee }
    var derniers: [Identifiant<Etudiant>: Identifiant<SessionDeJury>] = [:]
    for deliberee in try registre.deliberees(promotion: promotion.id)
    where seuls?.contains(deliberee.etudiant) ?? true
      && jurys.contains(where: { $0.id == deliberee.jury })
    {
      derniers[deliberee.etudiant] = deliberee.jury
    }
    return try jurys.flatMap { jury in
      guard derniers.values.contains(jury.id), let cloture = try registre.cloture(jury.id) else {
        return [(jury: SessionDeJury, rejoue: ScelleRejoue)]()
      }
      return try rejouer(cloture, seuls: seuls).filter { derniers[$0.scelle.etudiant] == jury.id }
        .map { (jury, $0) }
    }
  }
}
