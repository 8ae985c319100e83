/// The curriculum of one year of a BUT: what is taught, for how long, and what it weighs.
public struct Maquette: Hashable, Sendable {
  public var identite: Identite
  public var entete: EnTete
  public var semestres: [Semestre]
  /// The last line of the table, as printed.
  public var totalNiveau: TotalNiveau?

  /// One semester of the table.
  public struct Semestre: Hashable, Sendable {
    public var numero: NumeroSemestre
    public var ues: [UE]
    /// The total line, as printed.
    public var total: Chiffres?
    /// A type of assessment that stands on the total line, where it has no meaning.
    public var typeEvaluationDuTotal: TypeEvaluation?

    public init(
      numero: NumeroSemestre,
      ues: [UE],
      total: Chiffres?,
      typeEvaluationDuTotal: TypeEvaluation? = nil,
    ) {
      self.numero = numero
      self.ues = ues
      self.total = total
      self.typeEvaluationDuTotal = typeEvaluationDuTotal
    }
  }

  /// What the first page prints above the table.
  public struct EnTete: Hashable, Sendable {
    public var ects: Decimale?
    /// Hours, without coefficient or credits.
    public var volumes: Chiffres?
    /// « Cours intégrés », a column of the first page that no table has.
    public var coursIntegres: Decimale?

    public init(ects: Decimale?, volumes: Chiffres?, coursIntegres: Decimale?) {
      self.ects = ects
      self.volumes = volumes
      self.coursIntegres = coursIntegres
    }
  }

  /// The total of the year, which the sheets call « niveau ».
  public struct TotalNiveau: Hashable, Sendable {
    public var libelle: String
    public var chiffres: Chiffres

    public init(libelle: String, chiffres: Chiffres) {
      self.libelle = libelle
      self.chiffres = chiffres
    }
  }

  public init(
    identite: Identite,
    entete: EnTete,
    semestres: [Semestre],
    totalNiveau: TotalNiveau?,
  ) {
    self.identite = identite
    self.entete = entete
    self.semestres = semestres
    self.totalNiveau = totalNiveau
  }

  /// All UE, in the order of the semesters.
  public var ues: [UE] { semestres.flatMap(\.ues) }

  /// The RCUE of the year, derived: UE of one level of one competence, in order of competence (4.4).
  public var rcues: [RCUE] {
    let groupes = Dictionary(grouping: ues) {
      CleRCUE(competence: $0.competence.numero, niveau: $0.niveau)
    }
    return groupes.sorted { $0.key < $1.key }.compactMap { cle, ues in
      ues.first.map { RCUE(competence: $0.competence, niveau: cle.niveau, ues: ues) }
    }
  }
}

extension Maquette.Semestre {
  /// The supervised hours of the semester, from the lines: the base of the 30 % rule (A11).
  public var heuresEncadrees: Decimale { ues.map(\.heuresEncadrees).somme() }
}

/// Whose curriculum it is, and where it was read.
public struct Identite: Hashable, Sendable {
  /// The name of the document that was read.
  public var source: String
  public var etablissement: String
  public var anneeUniversitaire: AnneeUniversitaire
  public var diplome: Diplome
  public var annee: AnneeBUT
  public var mention: String
  /// `nil` when the year is common to all parcours.
  public var parcours: Parcours?
  public var modalite: Modalite
  /// The number of the national register of qualifications, several for a year common to parcours.
  public var rncp: String?
  /// The national text that the document quotes.
  public var texteCite: String?

  public init(
    source: String,
    etablissement: String,
    anneeUniversitaire: AnneeUniversitaire,
    diplome: Diplome,
    annee: AnneeBUT,
    mention: String,
    parcours: Parcours?,
    modalite: Modalite,
    rncp: String?,
    texteCite: String?,
  ) {
    self.source = source
    self.etablissement = etablissement
    self.anneeUniversitaire = anneeUniversitaire
    self.diplome = diplome
    self.annee = annee
    self.mention = mention
    self.parcours = parcours
    self.modalite = modalite
    self.rncp = rncp
    self.texteCite = texteCite
  }
}

/// The diploma that a curriculum leads to.
public enum Diplome: String, CaseIterable, Hashable, Sendable {
  /// Bachelor universitaire de technologie.
  case but = "BUT"
}

/// How the year is followed.
public enum Modalite: String, CaseIterable, Hashable, Sendable {
  case formationInitiale = "formation initiale"
  case apprentissage
  case formationContinue = "formation continue"
}

/// A course of specialisation inside a speciality.
public struct Parcours: Hashable, Sendable {
  /// « IOM ».
  public var code: String
  public var libelle: String

  public init(code: String, libelle: String) {
    self.code = code
    self.libelle = libelle
  }
}

extension Parcours: CustomStringConvertible {
  /// « Internet des objets et mobilité (IOM) ».
  public var description: String { "\(libelle) (\(code))" }
}
