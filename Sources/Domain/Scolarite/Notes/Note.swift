/// A mark as it was entered, on its own scale (A41).
public struct Note: Hashable, Sendable {
  public let valeur: Decimale
  /// 20 unless the test says otherwise.
  public let bareme: Decimale

  /// A mark from 0 to its scale, which is above 0.
  public init?(_ valeur: Decimale, sur bareme: Decimale = 20) {
    guard bareme > 0, valeur >= 0, valeur <= bareme else { return nil }
    self.valeur = valeur
    self.bareme = bareme
  }

  /// Reads « 12,5 » or « 13/15 ».
  public init?(_ texte: some StringProtocol) {
    let parties = texte.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parties.count), let valeur = Decimale(parties[0]) else { return nil }
    guard parties.count == 2 else {
      self.init(valeur)
      return
    }
    guard let bareme = Decimale(parties[1]) else { return nil }
    self.init(valeur, sur: bareme)
  }

  /// The mark brought to 20, exactly.
  public var surVingt: Fraction {
    (Fraction(valeur, de: bareme) ?? .zero) * 20
  }
}

extension Note: CustomStringConvertible {
  /// « 12,5 » or « 13/15 », as entered.
  public var description: String { bareme == 20 ? "\(valeur)" : "\(valeur)/\(bareme)" }
}

/// What stands for a student at a test: a mark, or why there is none.
public enum Entree: Hashable, Sendable {
  case note(Note)
  /// ABI, ABS: absent without justification.
  case absenceInjustifiee
  /// EXC: excused, left out.
  case excuse
  /// ATT: not yet entered.
  case enAttente
  /// ABJ: absent with justification, the catch-up is awaited.
  case absenceJustifiee
  /// ABJ, the catch-up held.
  case rattrapee(Note)
  /// ABJ, the catch-up refused by a reasoned decision: left out (A12).
  case sansRattrapage(motif: String)
  /// ITI: declared unavailability.
  case indisponibilite
  /// A test annulled for fraud: present without having sat (A19).
  case nulle
  /// DEM, DEF: no mark is expected.
  case sansObjet(String)

  /// The word that an entry is written as; marks excepted.
  public var mot: String {
    switch self {
    case .note(let note): note.description
    case .absenceInjustifiee: "ABI"
    case .excuse: "EXC"
    case .enAttente: "ATT"
    case .absenceJustifiee: "ABJ"
    case .rattrapee(let note): "ABJ \(note)"
    case .sansRattrapage: "ABJ sans rattrapage"
    case .indisponibilite: "ITI"
    case .nulle: "NUL"
    case .sansObjet(let mot): mot
    }
  }
}

/// One test of a module and what the student has there.
public struct Evaluation: Hashable, Sendable {
  public let nom: String
  public let entree: Entree
  public let coefficient: Decimale

  public init(nom: String, entree: Entree, coefficient: Decimale) {
    self.nom = nom
    self.entree = entree
    self.coefficient = coefficient
  }
}

/// How a student follows the year.
public enum Statut: String, CaseIterable, Hashable, Sendable {
  case initial
  case alternant
  case continu = "continue"
}
