public import Scolarite

/// A transcript: the marks of the semesters of a year.
///
/// The definitive one exists once an end-of-year jury is closed, and carries what that jury decided,
/// the yearly statement of unjustified absences (R1.3.8) and the bonuses that had an effect
/// (R1.7.19); the provisional one has published marks only, and none of these.
public struct Releve: Hashable, Sendable {
  public let titulaire: Titulaire
  public let cursus: Cursus
  public let semestres: [Semestre]
  /// `nil` on a provisional transcript.
  public let bilan: Bilan?

  /// The UE of a semester.
  public struct Semestre: Hashable, Sendable {
    public let numero: NumeroSemestre
    public let ues: [UE]

    public init(numero: NumeroSemestre, ues: [UE]) {
      self.numero = numero
      self.ues = ues
    }
  }

  /// A UE and its modules.
  public struct UE: Hashable, Sendable {
    public let code: CodeUE
    public let libelle: String
    /// As people read it, « 12,34 »; `nil` while it is awaited.
    public let moyenne: String?
    /// The points taken and given, where they count; `nil` otherwise.
    public let malus: String?
    public let bonus: String?
    /// « ADM », « CMP », « AJ »; `nil` on a provisional transcript.
    public let decision: String?
    /// The credits obtained; `nil` on a provisional transcript.
    public let credits: String?
    public let creditsPossibles: String
    /// The average is that of an earlier year.
    public let capitaliseeEn: AnneeUniversitaire?
    public let modules: [Module]

    public init(
      code: CodeUE,
      libelle: String,
      moyenne: String?,
      malus: String? = nil,
      bonus: String? = nil,
      decision: String? = nil,
      credits: String? = nil,
      creditsPossibles: String,
      capitaliseeEn: AnneeUniversitaire? = nil,
      modules: [Module],
    ) {
      self.code = code
      self.libelle = libelle
      self.moyenne = moyenne
      self.malus = malus
      self.bonus = bonus
      self.decision = decision
      self.credits = credits
      self.creditsPossibles = creditsPossibles
      self.capitaliseeEn = capitaliseeEn
      self.modules = modules
    }
  }

  /// A module within a UE.
  public struct Module: Hashable, Sendable {
    public let code: String
    public let titre: String
    public let coefficient: String
    /// On 20; what stands in its place where there is none: « en attente », « ABJ ».
    public let moyenne: String

    public init(code: String, titre: String, coefficient: String, moyenne: String) {
      self.code = code
      self.titre = titre
      self.coefficient = coefficient
      self.moyenne = moyenne
    }
  }

  /// What an end-of-year jury made of it.
  public struct Bilan: Hashable, Sendable {
    public let jury: Jour
    public let rcues: [RCUE]
    /// The code of the year and what it means; `nil` where the jury left it without decision.
    public let annee: Decision?
    /// Whether the student enters the next semester, in words.
    public let passage: String?
    public let credits: String
    public let creditsCumules: String
    /// The hours of unjustified absence of each semester (R1.3.8).
    public let absences: [Absences]
    /// « DUT », « BUT », where the year gave it.
    public let diplome: String?

    public init(
      jury: Jour,
      rcues: [RCUE],
      annee: Decision?,
      passage: String?,
      credits: String,
      creditsCumules: String,
      absences: [Absences],
      diplome: String?,
    ) {
      self.jury = jury
      self.rcues = rcues
      self.annee = annee
      self.passage = passage
      self.credits = credits
      self.creditsCumules = creditsCumules
      self.absences = absences
      self.diplome = diplome
    }
  }

  /// An RCUE as it was decided.
  public struct RCUE: Hashable, Sendable {
    public let competence: String
    public let moyenne: String?
    public let decision: String

    public init(competence: String, moyenne: String?, decision: String) {
      self.competence = competence
      self.moyenne = moyenne
      self.decision = decision
    }
  }

  /// A code and what it means.
  public struct Decision: Hashable, Sendable {
    public let code: String
    public let sens: String

    public init(code: String, sens: String) {
      self.code = code
      self.sens = sens
    }
  }

  /// The unjustified absences of a semester.
  public struct Absences: Hashable, Sendable {
    public let semestre: NumeroSemestre
    public let heures: String
    /// The points that they took from each UE; `nil` where none.
    public let malus: String?

    public init(semestre: NumeroSemestre, heures: String, malus: String?) {
      self.semestre = semestre
      self.heures = heures
      self.malus = malus
    }
  }

  public init(titulaire: Titulaire, cursus: Cursus, semestres: [Semestre], bilan: Bilan?) {
    self.titulaire = titulaire
    self.cursus = cursus
    self.semestres = semestres
    self.bilan = bilan
  }
}
