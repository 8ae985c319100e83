public import Scolarite

extension SupplementAuDiplome {
  /// What a year brought to the diploma.
  public struct Annee: Hashable, Sendable {
    public let anneeBUT: AnneeBUT
    public let annee: AnneeUniversitaire
    public let statut: Statut?
    /// What explains it, where it was not followed here: « Année validée par équivalence ».
    public let note: String?
    public let semestres: [Semestre]
    public let rcues: [RCUE]
    /// The code of the year and what it means; `nil` where the jury left it without decision.
    public let decision: Releve.Decision?
    /// The credits of the year.
    public let credits: String

    public init(
      anneeBUT: AnneeBUT,
      annee: AnneeUniversitaire,
      statut: Statut?,
      note: String? = nil,
      semestres: [Semestre],
      rcues: [RCUE],
      decision: Releve.Decision?,
      credits: String,
    ) {
      self.anneeBUT = anneeBUT
      self.annee = annee
      self.statut = statut
      self.note = note
      self.semestres = semestres
      self.rcues = rcues
      self.decision = decision
      self.credits = credits
    }
  }

  /// The UE of a semester.
  public struct Semestre: Hashable, Sendable {
    public let numero: NumeroSemestre
    public let ues: [UE]

    public init(numero: NumeroSemestre, ues: [UE]) {
      self.numero = numero
      self.ues = ues
    }
  }

  /// A UE as it was decided.
  public struct UE: Hashable, Sendable {
    public let code: CodeUE
    public let libelle: String
    /// As people read it, « 12,34 »; `nil` where it was acquired without a mark.
    public let moyenne: String?
    public let decision: String
    public let credits: String
    public let creditsPossibles: String
    /// The average is that of an earlier year.
    public let capitaliseeEn: AnneeUniversitaire?

    public init(
      code: CodeUE,
      libelle: String,
      moyenne: String?,
      decision: String,
      credits: String,
      creditsPossibles: String,
      capitaliseeEn: AnneeUniversitaire? = nil,
    ) {
      self.code = code
      self.libelle = libelle
      self.moyenne = moyenne
      self.decision = decision
      self.credits = credits
      self.creditsPossibles = creditsPossibles
      self.capitaliseeEn = capitaliseeEn
    }
  }

  /// The two UE of a competence over a year, as they were decided together.
  public struct RCUE: Hashable, Sendable {
    public let competence: String
    public let niveau: Niveau?
    public let moyenne: String?
    public let decision: String

    public init(competence: String, niveau: Niveau?, moyenne: String?, decision: String) {
      self.competence = competence
      self.niveau = niveau
      self.moyenne = moyenne
      self.decision = decision
    }
  }

  /// How results are read.
  public struct Echelle: Hashable, Sendable {
    /// The highest mark, « 20 ».
    public let bareme: String
    /// The average from which a UE is acquired, « 10 ».
    public let seuil: String
    /// The codes of the decisions, and what they mean.
    public let codes: [Releve.Decision]
    /// How those who obtained the diploma are spread; empty where they are too few.
    public let repartition: [Tranche]

    public init(
      bareme: String,
      seuil: String,
      codes: [Releve.Decision],
      repartition: [Tranche] = [],
    ) {
      self.bareme = bareme
      self.seuil = seuil
      self.codes = codes
      self.repartition = repartition
    }
  }

  /// A range of averages, and who is in it.
  public struct Tranche: Hashable, Sendable {
    /// « de 12 à 14 ».
    public let moyennes: String
    /// « 31 % ».
    public let part: String

    public init(moyennes: String, part: String) {
      self.moyennes = moyennes
      self.part = part
    }
  }
}
