/// What a year of a curriculum asks, as far as results depend on it.
public struct Programme: Hashable, Sendable {
  public let ues: [UEDeProgramme]
  /// Hours of each semester, without and with project.
  public let volumes: [NumeroSemestre: Volume]

  /// The hours of a semester.
  public struct Volume: Hashable, Sendable {
    public let horsProjet: Decimale
    public let projet: Decimale

    public init(horsProjet: Decimale, projet: Decimale) {
      self.horsProjet = horsProjet
      self.projet = projet
    }
  }

  public init(ues: [UEDeProgramme], volumes: [NumeroSemestre: Volume]) {
    self.ues = ues
    self.volumes = volumes
  }

  /// What a full curriculum asks.
  public init(_ maquette: Maquette) {
    ues = maquette.uesSituees.compactMap { lieu, ue in
      lieu.semestre.map { UEDeProgramme(ue, semestre: $0) }
    }
    volumes = Dictionary(
      maquette.semestres.map { semestre in
        let projet = semestre.ues.flatMap(\.saes).compactMap { $0.chiffres[.projet] }.somme()
        return (semestre.numero, Volume(horsProjet: semestre.heuresEncadrees, projet: projet))
      },
      uniquingKeysWith: { premier, _ in premier },
    )
  }

  /// The UE of that code.
  public func ue(_ code: CodeUE) -> UEDeProgramme? { ues.first { $0.code == code } }
}

/// A UE as results depend on it.
public struct UEDeProgramme: Hashable, Sendable {
  public let code: CodeUE
  public let semestre: NumeroSemestre
  public let competence: Int
  public let niveau: Niveau
  public let ects: Decimale
  /// The weight of the UE in its RCUE, where the règlement weighs by coefficient.
  public let coefficient: Decimale
  public let modules: [ModuleDeProgramme]

  public init(
    code: CodeUE,
    semestre: NumeroSemestre,
    competence: Int,
    niveau: Niveau,
    ects: Decimale,
    coefficient: Decimale,
    modules: [ModuleDeProgramme],
  ) {
    self.code = code
    self.semestre = semestre
    self.competence = competence
    self.niveau = niveau
    self.ects = ects
    self.coefficient = coefficient
    self.modules = modules
  }

  init(_ ue: UE, semestre: NumeroSemestre) {
    self.init(
      code: ue.code,
      semestre: semestre,
      competence: ue.competence.numero,
      niveau: ue.niveau,
      ects: ue.ects,
      coefficient: ue.totaux.ue?[.coef] ?? ue.sommeDesCoefficients,
      modules: ue.modules.map {
        ModuleDeProgramme(code: $0.code, nature: $0.nature, coefficient: $0.coefficient)
      },
    )
  }

  /// The RCUE that the UE belongs to, and to no other (4.4).
  public var rcue: CleRCUE { CleRCUE(competence: competence, niveau: niveau) }
}

/// A module and its weight in a UE.
public struct ModuleDeProgramme: Hashable, Sendable {
  public let code: CodeModule
  public let nature: Module.Nature
  public let coefficient: Decimale

  public init(code: CodeModule, nature: Module.Nature, coefficient: Decimale) {
    self.code = code
    self.nature = nature
    self.coefficient = coefficient
  }
}

/// What identifies an RCUE: one level of one competence (4.4).
public struct CleRCUE: Hashable, Comparable, Sendable {
  public let competence: Int
  public let niveau: Niveau

  public init(competence: Int, niveau: Niveau) {
    self.competence = competence
    self.niveau = niveau
  }

  /// « C3 ».
  public var nom: String { "C\(competence)" }

  /// « C3 niveau 1 », as proofs name it.
  public var sujet: String { "\(nom) niveau \(niveau.valeur)" }

  public static func < (gauche: CleRCUE, droite: CleRCUE) -> Bool {
    (gauche.competence, gauche.niveau) < (droite.competence, droite.niveau)
  }
}
