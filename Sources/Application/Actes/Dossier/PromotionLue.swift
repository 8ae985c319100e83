public import Scolarite

/// A promotion as the register holds it, ready for the rules.
public struct PromotionLue: Sendable {
  public let promotion: Promotion
  public let programme: Programme
  public let reglement: Reglement
  /// The students who are still there, in the order of their numbers.
  public let etudiants: [Identifiant<Etudiant>]
  /// Their dossiers, every year that the register knows.
  public let dossiers: [Dossier]
  let disposition: Disposition

  /// The promotion in columns.
  public var cohorte: Cohorte {
    var cohorte = Cohorte(
      annee: promotion.annee,
      anneeBUT: promotion.anneeBUT,
      programme: programme,
      reglement: reglement,
      disposition: disposition,
    )
    cohorte.reserver(dossiers.count)
    for dossier in dossiers { cohorte.ajouter(dossier) }
    return cohorte
  }
}

extension PromotionLue {
  /// The same promotion, with the students whose dossier a closure gives back.
  func filtree(_ garder: (Identifiant<Etudiant>, Dossier) -> Dossier?) -> PromotionLue {
    let gardes = zip(etudiants, dossiers).compactMap { etudiant, dossier in
      garder(etudiant, dossier).map { (etudiant, $0) }
    }
    return PromotionLue(
      promotion: promotion,
      programme: programme,
      reglement: reglement,
      etudiants: gardes.map(\.0),
      dossiers: gardes.map(\.1),
      disposition: disposition,
    )
  }
}

extension Travail {
  /// Reads a promotion with the earlier years of its students.
  /// - Parameters:
  ///   - promotion: the promotion.
  ///   - vue: which tests count.
  ///   - avecLesPartis: whether those who have left are there too.
  /// - Returns: the students, with their dossiers.
  /// - Throws: `Refus.etat(.aucunReglement)` when a year has no règlement in force.
  public func lire(
    _ promotion: Promotion,
    _ vue: Vue = .interne,
    avecLesPartis: Bool = false,
  ) throws -> PromotionLue {
    let faits = try FaitsDePromotion(promotion, self, vue)
    let presents = faits.inscriptions.filter {
      avecLesPartis || ($0.fin.map { $0.jour >= moment.jour } ?? true)
    }
    let etudiants = presents.map(\.etudiant)
    let anterieures = try suivies(registre.promotions(desEtudiantsDe: promotion.id), promotion)
      .dropLast().map { try FaitsDePromotion($0, self, vue) }
    let annees = [promotion.annee] + anterieures.map(\.promotion.annee)
    let dossiers = etudiants.map { etudiant in
      Dossier(
        etudiant: etudiant.description,
        annees: (anterieures + [faits]).compactMap { $0.annee(de: etudiant) },
        redoublement: faits.redoublement(de: etudiant),
      )
    }
    return PromotionLue(
      promotion: promotion,
      programme: faits.programme,
      reglement: try reglement(promotion, annees: annees),
      etudiants: etudiants,
      dossiers: dossiers,
      disposition: faits.disposition,
    )
  }

  /// Everything that results depend on for one student, up to a promotion.
  public func dossier(
    _ etudiant: Identifiant<Etudiant>,
    _ promotion: Promotion,
    _ vue: Vue = .interne,
  ) throws -> Dossier {
    let siennes = Set(try registre.inscriptions(etudiant: etudiant).map(\.promotion))
    // Earlier years may lie in another department: they are for those who see the student here.
    guard siennes.contains(promotion.id) else { throw Refus.etat(.etudiantNonInscrit) }
    let annees = try suivies(siennes, promotion).map { suivie in
      try FaitsDePromotion(suivie, self, vue, seul: etudiant)
    }
    return Dossier(
      etudiant: etudiant.description,
      annees: annees.compactMap { $0.annee(de: etudiant) },
      redoublement: annees.last?.redoublement(de: etudiant),
    )
  }

  /// The règlement of a promotion, and those of the earlier years of its students.
  public func reglement(_ promotion: Promotion) throws -> Reglement {
    let suivies = try suivies(registre.promotions(desEtudiantsDe: promotion.id), promotion)
    return try reglement(promotion, annees: suivies.map(\.annee) + [promotion.annee])
  }

  private func reglement(_ promotion: Promotion, annees: [AnneeUniversitaire]) throws -> Reglement {
    var parAnnee: [AnneeUniversitaire: Reglages] = [:]
    for annee in Set(annees) {
      guard let profil = try registre.profil(promotion.departement, annee) else {
        throw Refus.etat(.aucunReglement)
      }
      parAnnee[annee] = try formats.reglages(profil.texte, le: Jour(ouvrant: annee))
    }
    guard let courant = parAnnee[promotion.annee] else { throw Refus.etat(.aucunReglement) }
    return Reglement(courant: courant, parAnnee: parAnnee)
  }

  /// Promotions up to one, the oldest first and that one last.
  private func suivies(_ suivies: Set<Identifiant<Promotion>>, _ promotion: Promotion) throws
    -> [Promotion]
  {
    try registre.promotions()
      .filter { suivies.contains($0.id) && $0.annee < promotion.annee }
      .sorted { ($0.annee, $0.id) < ($1.annee, $1.id) } + [promotion]
  }
}
