public import Scolarite

/// A student's place in a promotion, from a day to another.
public struct Inscription: Hashable, Sendable {
  public let id: Identifiant<Inscription>
  public let etudiant: Identifiant<Etudiant>
  public let promotion: Identifiant<Promotion>
  /// The semesters followed: a repeater may follow one of the two.
  public let semestres: [NumeroSemestre]
  /// How the student follows it, each change with its day, the first at the beginning.
  public let statuts: [StatutDate]
  public let debut: Jour
  public let fin: Fin?
  public let version: Int64

  /// How the year is followed from a day on.
  public struct StatutDate: Hashable, Sendable {
    public let depuis: Jour
    public let statut: Statut

    public init(depuis: Jour, statut: Statut) {
      self.depuis = depuis
      self.statut = statut
    }
  }

  /// The end before the end of the year.
  public struct Fin: Hashable, Sendable {
    /// The last day.
    public let jour: Jour
    public let cause: Cause
    public let motif: String

    public init(jour: Jour, cause: Cause, motif: String) {
      self.jour = jour
      self.cause = cause
      self.motif = motif
    }
  }

  /// Why a student leaves during the year.
  public enum Cause: String, CaseIterable, Hashable, Sendable {
    case demission, transfert, cesure, exclusion, autre
  }

  public init(
    id: Identifiant<Inscription>,
    etudiant: Identifiant<Etudiant>,
    promotion: Identifiant<Promotion>,
    semestres: [NumeroSemestre],
    statuts: [StatutDate],
    debut: Jour,
    fin: Fin?,
    version: Int64,
  ) {
    self.id = id
    self.etudiant = etudiant
    self.promotion = promotion
    self.semestres = semestres
    self.statuts = statuts
    self.debut = debut
    self.fin = fin
    self.version = version
  }

  /// How the year is followed on a day.
  public func statut(le jour: Jour) -> Statut {
    (statuts.last { $0.depuis <= jour } ?? statuts.first)?.statut ?? .initial
  }
}
