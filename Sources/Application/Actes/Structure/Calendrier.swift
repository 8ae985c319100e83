public import Scolarite

/// A university year and its calendar.
public struct AnneeOuverte: Hashable, Sendable {
  public let id: Identifiant<AnneeOuverte>
  public let annee: AnneeUniversitaire
  /// The first and last day of the year; courses may begin later.
  public let debut: Jour
  public let fin: Jour
  public let periodes: [Periode]
  public let version: Int64

  /// A span of days that the calendar names.
  public struct Periode: Hashable, Sendable {
    public let nature: Nature
    public let nom: String
    public let debut: Jour
    public let fin: Jour

    public init(nature: Nature, nom: String, debut: Jour, fin: Jour) {
      self.nature = nature
      self.nom = nom
      self.debut = debut
      self.fin = fin
    }
  }

  /// What a span is for.
  public enum Nature: Hashable, Sendable {
    case semestre(NumeroSemestre)
    case vacances
    /// A window in which a request may be made: bonus, accommodation, redoublement.
    case fenetre
  }

  public init(
    id: Identifiant<AnneeOuverte>,
    annee: AnneeUniversitaire,
    debut: Jour,
    fin: Jour,
    periodes: [Periode],
    version: Int64,
  ) {
    self.id = id
    self.annee = annee
    self.debut = debut
    self.fin = fin
    self.periodes = periodes
    self.version = version
  }
}
