public import Scolarite

/// What a document is worth by itself (R1.2.4 to R1.2.8).
public enum RegimeDeJustificatif: Hashable, Sendable {
  /// It justifies by right.
  case deDroit
  /// The head of the department authorises, or not.
  case surAutorisation
  /// The règlement gives it to no apprentice.
  case sansEffet

  /// - Parameters:
  ///   - nature: what the document is.
  ///   - jours: the days that it covers.
  ///   - statut: that of the student on the first.
  ///   - delais: with the days from which a medical certificate justifies by right (A14); printed
  ///     « au-delà de trois jours » and « inférieur à 3 jours »: exactly three is read in favour of
  ///     the student.
  public init(
    _ nature: Justificatif.Nature,
    jours: Int,
    _ statut: Statut,
    _ delais: DelaisDAbsence = DelaisDAbsence(),
  ) {
    let estAlternant = statut == .alternant
    switch nature {
    case .deces: self = .deDroit
    case .arretDeTravail where estAlternant: self = .deDroit
    case .arretDeTravail, .medical:
      self = jours >= delais.joursCertificat ? .deDroit : .surAutorisation
    case .permis: self = estAlternant ? .sansEffet : .deDroit
    case .autorisation, .autre: self = estAlternant ? .sansEffet : .surAutorisation
    }
  }

  /// What it means for whoever treats the document.
  public var phrase: String {
    switch self {
    case .deDroit: "absence justifiée de droit"
    case .surAutorisation: "autorisation du responsable de département nécessaire"
    case .sansEffet: "sans effet pour un alternant : son CFA en décide"
    }
  }
}

extension Justificatif {
  /// The days that it covers, the first and the last included.
  public var jours: Int { au.jour.ecart(depuis: du.jour) + 1 }
}

extension Travail {
  /// What a document is worth, as the student followed the year on its first day.
  func regime(_ justificatif: Justificatif) throws -> RegimeDeJustificatif {
    let statut = try suivi(justificatif.etudiant, le: justificatif.du.jour)?.statut ?? .initial
    let delais = try delaisDAbsence(justificatif.etudiant, le: justificatif.du.jour)
    return RegimeDeJustificatif(justificatif.nature, jours: justificatif.jours, statut, delais)
  }

  /// Accepting follows the règlement: of right, or by whoever may authorise.
  func verifierLeRegime(_ justificatif: Justificatif, _ lieux: [Lieu]) throws {
    switch try regime(justificatif) {
    case .deDroit: return
    case .surAutorisation:
      guard peut(.autoriserUneAbsence, unDe: lieux) else {
        throw Refus.regle(article: "2", .autorisationRequise)
      }
    case .sansEffet: throw Refus.regle(article: "2", .sansObjetPourUnAlternant)
    }
  }
}
