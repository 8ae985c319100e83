public import Scolarite

/// Dates that are announced and hold: those of a year, or of a session of exams.
public struct CalendrierOfficiel: Hashable, Sendable {
  /// « Année universitaire 2025-2026 », « Session 2 ».
  public let objet: String
  /// To whom it applies, from the widest: the IUT, a department, a formation; may be empty.
  public let portee: [String]
  /// In the order in which they are printed.
  public let rubriques: [Rubrique]
  public let adoptions: [Adoption]

  /// Dates of one kind: the semesters, the holidays, the juries.
  public struct Rubrique: Hashable, Sendable {
    public let titre: String
    /// What holds for all its dates; may be empty.
    public let introduction: String
    public let lignes: [Ligne]

    public init(titre: String, introduction: String = "", lignes: [Ligne]) {
      self.titre = titre
      self.introduction = introduction
      self.lignes = lignes
    }
  }

  /// Something that has a date.
  public struct Ligne: Hashable, Sendable {
    public let periode: Periode
    public let libelle: String
    /// « BUT 1re année »; empty where it is everybody.
    public let concernes: String
    /// Place, form, duration, what must be handed in; may be empty.
    public let note: String

    public init(periode: Periode, libelle: String, concernes: String = "", note: String = "") {
      self.periode = periode
      self.libelle = libelle
      self.concernes = concernes
      self.note = note
    }
  }

  /// When something takes place.
  public enum Periode: Hashable, Sendable {
    /// The hour as people read it, « 8 h 30 » or « de 9 h à 12 h »; may be empty.
    case jour(Jour, heure: String = "")
    /// From a day to another, both included.
    case intervalle(Jour, Jour)
    /// A deadline, that day included.
    case jusquAu(Jour, heure: String = "")
    case aPartirDu(Jour)
    case aFixer
  }

  /// That a council, or whoever decides, adopted it.
  public struct Adoption: Hashable, Sendable {
    /// « Conseil de l’IUT ».
    public let instance: String
    /// `nil` while it has not.
    public let jour: Jour?

    public init(instance: String, jour: Jour?) {
      self.instance = instance
      self.jour = jour
    }
  }

  public init(
    objet: String,
    portee: [String] = [],
    rubriques: [Rubrique],
    adoptions: [Adoption] = [],
  ) {
    self.objet = objet
    self.portee = portee
    self.rubriques = rubriques
    self.adoptions = adoptions
  }
}
