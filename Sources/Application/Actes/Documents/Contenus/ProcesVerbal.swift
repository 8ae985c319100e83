public import Scolarite

/// The minutes of a closed jury, on what it sealed.
public struct ProcesVerbal: Hashable, Sendable {
  public let cursus: Cursus
  public let session: SessionDeJury
  /// The name of the règlement, and the days on which it was adopted.
  public let reglement: String
  public let conseil: Jour?
  public let cfvu: Jour?
  /// Why it was closed though a date of adoption is missing.
  public let derogation: String?
  /// The digest of the closing.
  public let empreinte: String
  public let ues: [CodeUE]
  public let rcues: [String]
  /// By name; by number where it is anonymous.
  public let lignes: [Ligne]
  public let ecarts: [Ecart]
  /// How many students have each code of the year.
  public let codes: [Compte]

  /// A student.
  public struct Ligne: Hashable, Sendable {
    /// « LÉVÊQUE Anaïs »; the number alone where it is anonymous.
    public let etudiant: String
    public let nip: String
    /// In the order of `ues`; « – » where a UE is not followed.
    public let ues: [Case]
    public let rcues: [Case]
    public let annee: String
    public let credits: String

    public init(
      etudiant: String,
      nip: String,
      ues: [Case],
      rcues: [Case],
      annee: String,
      credits: String,
    ) {
      self.etudiant = etudiant
      self.nip = nip
      self.ues = ues
      self.rcues = rcues
      self.annee = annee
      self.credits = credits
    }
  }

  /// An average and a code.
  public struct Case: Hashable, Sendable {
    public let moyenne: String
    public let code: String

    public init(moyenne: String, code: String) {
      self.moyenne = moyenne
      self.code = code
    }
  }

  /// A decision that departs from what was proposed.
  public struct Ecart: Hashable, Sendable {
    public let etudiant: String
    public let objet: String
    public let propose: String
    public let decide: String
    public let motif: String

    public init(etudiant: String, objet: String, propose: String, decide: String, motif: String) {
      self.etudiant = etudiant
      self.objet = objet
      self.propose = propose
      self.decide = decide
      self.motif = motif
    }
  }

  /// How many students have a code.
  public struct Compte: Hashable, Sendable {
    public let code: String
    public let sens: String
    public let nombre: Int

    public init(code: String, sens: String, nombre: Int) {
      self.code = code
      self.sens = sens
      self.nombre = nombre
    }
  }

  public init(
    cursus: Cursus,
    session: SessionDeJury,
    reglement: String,
    conseil: Jour?,
    cfvu: Jour?,
    derogation: String?,
    empreinte: String,
    ues: [CodeUE],
    rcues: [String],
    lignes: [Ligne],
    ecarts: [Ecart],
    codes: [Compte],
  ) {
    self.cursus = cursus
    self.session = session
    self.reglement = reglement
    self.conseil = conseil
    self.cfvu = cfvu
    self.derogation = derogation
    self.empreinte = empreinte
    self.ues = ues
    self.rcues = rcues
    self.lignes = lignes
    self.ecarts = ecarts
    self.codes = codes
  }
}
