public import Scolarite

/// How the copies of an exam of session 2 are marked.
public struct CopiesDEpreuve: Hashable, Sendable {
  public let epreuve: Identifiant<EpreuveDeSession2>
  public let campagne: Identifiant<Campagne>
  public var mode: Mode
  /// Whether whoever marks sees numbers instead of names, until the marks are complete.
  public var estAnonyme: Bool
  /// With a second marking: the points out of 20 beyond which the agreed mark says why.
  public var ecartSansMotif: Decimale?
  /// When the marks became those of the students, and anonymity was lifted.
  public var versees: Instant?
  public var version: Int64

  /// How many marks a copy has, and what for.
  public enum Mode: String, CaseIterable, Hashable, Sendable {
    case simple
    /// Two people type what one wrote.
    case doubleSaisie = "double-saisie"
    /// Two people mark, then agree.
    case doubleCorrection = "double-correction"

    /// The readings that each copy has, the agreement excepted.
    public var lectures: [LectureDeCopie.Rang] {
      switch self {
      case .simple: [.premiere]
      case .doubleSaisie, .doubleCorrection: [.premiere, .seconde]
      }
    }

    public var phrase: String {
      switch self {
      case .simple: "une saisie"
      case .doubleSaisie: "double saisie"
      case .doubleCorrection: "double correction"
      }
    }
  }

  public init(
    epreuve: Identifiant<EpreuveDeSession2>,
    campagne: Identifiant<Campagne>,
    mode: Mode,
    estAnonyme: Bool,
    ecartSansMotif: Decimale?,
    versees: Instant? = nil,
    version: Int64 = 1,
  ) {
    self.epreuve = epreuve
    self.campagne = campagne
    self.mode = mode
    self.estAnonyme = estAnonyme
    self.ecartSansMotif = ecartSansMotif
    self.versees = versees
    self.version = version
  }

  /// Whether names are still hidden from the marks.
  public var cacheLesNoms: Bool { estAnonyme && versees == nil }
}

/// What a student hands in at an exam of session 2, under a number that was drawn.
public struct Copie: Hashable, Sendable {
  public let epreuve: Identifiant<EpreuveDeSession2>
  public let etudiant: Identifiant<Etudiant>
  public let numero: Int
  public var lectures: [LectureDeCopie.Rang: LectureDeCopie]

  public init(
    epreuve: Identifiant<EpreuveDeSession2>,
    etudiant: Identifiant<Etudiant>,
    numero: Int,
    lectures: [LectureDeCopie.Rang: LectureDeCopie] = [:],
  ) {
    self.epreuve = epreuve
    self.etudiant = etudiant
    self.numero = numero
    self.lectures = lectures
  }
}

/// What one person wrote of a copy.
public struct LectureDeCopie: Hashable, Sendable {
  public let rang: Rang
  public let entree: Entree
  /// Why, of an agreed mark.
  public let motif: String?
  public let par: Identifiant<Utilisateur>?
  /// 1 for the first.
  public let version: Int64

  /// Which of them.
  public enum Rang: Int, CaseIterable, Hashable, Sendable {
    case premiere = 1
    case seconde, accord
  }

  public init(
    rang: Rang,
    entree: Entree,
    motif: String? = nil,
    par: Identifiant<Utilisateur>?,
    version: Int64,
  ) {
    self.rang = rang
    self.entree = entree
    self.motif = motif
    self.par = par
    self.version = version
  }
}

extension Copie {
  /// Where a copy stands.
  public enum Etat: Hashable, Sendable {
    /// Readings are awaited.
    case attendue
    /// Two readings differ; the agreement says why where the gap is wide.
    case aRegler(exigeUnMotif: Bool)
    case conclue(Entree)
  }

  /// What its readings conclude, as the exam is marked.
  public func etat(_ copies: CopiesDEpreuve) -> Etat {
    if let accord = lectures[.accord] { return .conclue(accord.entree) }
    let lues = copies.mode.lectures.compactMap { lectures[$0]?.entree }
    guard lues.count == copies.mode.lectures.count, let premiere = lues.first else {
      return .attendue
    }
    guard let seconde = lues.dropFirst().first, !premiere.vautAutant(que: seconde) else {
      return .conclue(premiere)
    }
    return .aRegler(exigeUnMotif: copies.exigeUnMotif(premiere, seconde))
  }
}

extension CopiesDEpreuve {
  /// Whether what two readings say is so far apart that the agreement needs a reason.
  fileprivate func exigeUnMotif(_ premiere: Entree, _ seconde: Entree) -> Bool {
    guard mode == .doubleCorrection else { return false }
    guard case .note(let une) = premiere, case .note(let autre) = seconde else { return true }
    let ecart =
      une.surVingt < autre.surVingt
      ? autre.surVingt - une.surVingt : une.surVingt - autre.surVingt
    return ecart > Fraction(ecartSansMotif ?? 0)
  }
}

extension Entree {
  /// Whether two entries are worth the same: « 7,5 » and « 15/40 ».
  func vautAutant(que autre: Entree) -> Bool {
    if case .note(let une) = self, case .note(let note) = autre {
      return une.surVingt == note.surVingt
    }
    return self == autre
  }

  /// Whether it may be written of a copy.
  var estUneLecture: Bool {
    switch self {
    case .note, .absenceInjustifiee, .absenceJustifiee, .nulle: true
    case .rattrapee, .excuse, .enAttente, .sansRattrapage, .indisponibilite, .sansObjet: false
    }
  }

  /// Whether it says that nothing was handed in.
  var estUneAbsence: Bool { self == .absenceInjustifiee || self == .absenceJustifiee }
}

/// Copies, what is written of them, and what was published.
public protocol RegistreDesCopies {
  /// The exams whose copies are prepared.
  func copies(campagne: Identifiant<Campagne>) throws -> [CopiesDEpreuve]
  func copies(epreuve: Identifiant<EpreuveDeSession2>) throws -> CopiesDEpreuve?
  /// Writes how an exam is marked where nothing stood (version 1) or over the version before.
  /// - Returns: whether the version before was still the last.
  func ecrire(_ copies: CopiesDEpreuve, _ ecriture: Ecriture) throws -> Bool

  /// The copies of an exam with their readings, by number.
  func copiesUneAUne(_ epreuve: Identifiant<EpreuveDeSession2>) throws -> [Copie]
  func ajouter(_ copies: [Copie], _ ecriture: Ecriture) throws
  /// Writes a reading where none stood (version 1) or over the version before.
  /// - Returns: whether the version before was still the last.
  func ecrire(_ lecture: LectureDeCopie, de copie: Copie, _ ecriture: Ecriture) throws -> Bool
  /// Takes an agreement back.
  func retirerLAccord(de copie: Copie, _ ecriture: Ecriture) throws

  /// What juries published of session 2, the first to the last.
  func publicationsDeSession2(_ promotion: Identifiant<Promotion>) throws
    -> [PublicationDeSession2]
  /// Publishes marks; each takes the place of what was published of the same.
  func publier(
    _ publication: PublicationDeSession2,
    _ notes: [NoteDeSession2],
    _ ecriture: Ecriture,
  ) throws
  /// The marks that students may see, in the order of students and codes.
  func notesPublieesDeSession2(_ promotion: Identifiant<Promotion>) throws
    -> [NotePublieeDeSession2]
  func notesPublieesDeSession2(
    _ etudiant: Identifiant<Etudiant>,
    _ promotion: Identifiant<Promotion>,
  ) throws -> [NotePublieeDeSession2]
}
