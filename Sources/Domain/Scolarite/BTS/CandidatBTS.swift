/// A candidate of the BTS of 2021 and what the exceptional session changes for them.
public struct CandidatBTS: Sendable {
  public let epreuves: [Epreuve]
  public let oraux: [Domaine: Oral]
  /// The day the results of the normal session were proclaimed.
  public let proclamation: Jour?
  public let convocation: Jour?
  /// The general disciplines that the speciality lets choose from; empty when the list is not loaded.
  public let disciplines: [String]

  /// The average that admits, as the décret itself writes it.
  public static let seuil: Fraction = 10
  /// The days in which the summons must be made, as the décret itself writes them.
  public static let delai = 8

  /// The two fields that are examined again, each by one oral.
  public enum Domaine: String, CaseIterable, Hashable, Sendable {
    case general
    case professionnel
  }

  /// An épreuve of the normal session.
  public struct Epreuve: Sendable {
    public let domaine: Domaine
    public let code: String
    public let coefficient: Decimale
    /// A single examination, rather than assessment in the course of training.
    public let ponctuelle: Bool
    public let resultat: Resultat

    /// A mark on 20, or an absence.
    public enum Resultat: Hashable, Sendable {
      case note(Note)
      case absenceJustifiee
      case absenceInjustifiee
    }

    public init(
      domaine: Domaine,
      code: String,
      coefficient: Decimale,
      ponctuelle: Bool,
      resultat: Resultat,
    ) {
      self.domaine = domaine
      self.code = code
      self.coefficient = coefficient
      self.ponctuelle = ponctuelle
      self.resultat = resultat
    }

    /// The mark as it counts: an absence is zero.
    var note: Fraction {
      if case .note(let note) = resultat { note.surVingt } else { 0 }
    }
  }

  /// An oral of the exceptional session.
  public struct Oral: Sendable {
    public let discipline: String?
    public let note: Note

    public init(discipline: String?, note: Note) {
      self.discipline = discipline
      self.note = note
    }
  }

  public init(
    epreuves: [Epreuve],
    oraux: [Domaine: Oral],
    proclamation: Jour?,
    convocation: Jour?,
    disciplines: [String],
  ) {
    self.epreuves = epreuves
    self.oraux = oraux
    self.proclamation = proclamation
    self.convocation = convocation
    self.disciplines = disciplines
  }
}
