/// A teaching unit: one semester, one competence, one level of it (point 3 of the arrêté).
public struct UE: Hashable, Sendable {
  public var code: CodeUE
  public var competence: Competence
  public var niveau: Niveau
  /// The credits that the UE gives when it is acquired.
  public var ects: Decimale
  public var ressources: [Module]
  public var saes: [Module]
  /// The totals as printed, to be checked and never used to compute.
  public var totaux: Totaux
  /// What a reader noted of the way the UE is printed.
  public var noteImpression: String?

  /// The three total lines that a sheet prints under a UE; `nil` where one is missing.
  public struct Totaux: Hashable, Sendable {
    public var ressources: Chiffres?
    public var saes: Chiffres?
    public var ue: Chiffres?

    public init(ressources: Chiffres? = nil, saes: Chiffres? = nil, ue: Chiffres? = nil) {
      self.ressources = ressources
      self.saes = saes
      self.ue = ue
    }
  }

  public init(
    code: CodeUE,
    competence: Competence,
    niveau: Niveau,
    ects: Decimale,
    ressources: [Module],
    saes: [Module],
    totaux: Totaux,
    noteImpression: String? = nil,
  ) {
    self.code = code
    self.competence = competence
    self.niveau = niveau
    self.ects = ects
    self.ressources = ressources
    self.saes = saes
    self.totaux = totaux
    self.noteImpression = noteImpression
  }

  /// Ressources, then SAÉ, in the printed order.
  public var modules: [Module] { ressources + saes }

  /// The modules of one pole.
  public func modules(_ nature: Module.Nature) -> [Module] {
    switch nature {
    case .ressource: ressources
    case .sae: saes
    }
  }

  /// The sum of the coefficients of all modules.
  public var sommeDesCoefficients: Decimale { modules.map(\.coefficient).somme() }

  /// What the SAÉ pole weighs in the UE (4.3); `nil` when nothing has a coefficient.
  public var poidsSAE: Fraction? {
    Fraction(saes.map(\.coefficient).somme(), de: sommeDesCoefficients)
  }

  /// The supervised hours of all modules, from the lines themselves.
  public var heuresEncadrees: Decimale { modules.map(\.chiffres.heuresEncadrees).somme() }
}

/// A final competence of the speciality, as a UE refers to it.
public struct Competence: Hashable, Sendable {
  /// Its national number, 1 to 9.
  public var numero: Int
  /// « RT1 », « C3 ».
  public var code: String
  /// What the student can do at the level of the UE.
  public var libelle: String

  public init(numero: Int, code: String, libelle: String) {
    self.numero = numero
    self.code = code
    self.libelle = libelle
  }
}

/// A coherent group of UE: those of one level of one competence (4.4).
public struct RCUE: Hashable, Sendable {
  public let competence: Competence
  public let niveau: Niveau
  /// One UE a semester, in the order of the semesters.
  public let ues: [UE]
}
