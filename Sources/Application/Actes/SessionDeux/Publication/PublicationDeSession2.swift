public import Scolarite

/// That a closed jury made marks of session 2 known.
public struct PublicationDeSession2: Hashable, Sendable {
  public let jury: Identifiant<SessionDeJury>
  public let promotion: Identifiant<Promotion>
  /// The semester alone that the jury deliberated on; `nil` for the year.
  public let semestre: NumeroSemestre?
  public let moment: Instant

  public init(
    jury: Identifiant<SessionDeJury>,
    promotion: Identifiant<Promotion>,
    semestre: NumeroSemestre?,
    moment: Instant,
  ) {
    self.jury = jury
    self.promotion = promotion
    self.semestre = semestre
    self.moment = moment
  }
}

/// A mark of session 2 as its student may see it.
public struct NotePublieeDeSession2: Hashable, Sendable {
  public let note: NoteDeSession2
  /// The jury that made it known.
  public let jury: Identifiant<SessionDeJury>

  public init(note: NoteDeSession2, jury: Identifiant<SessionDeJury>) {
    self.note = note
    self.jury = jury
  }
}

/// What of session 2 stands in a dossier for whoever looks: the one place that decides it.
///
/// Whoever prepares the jury sees every mark; students, and whatever is made for them, see those
/// that a closed jury made known, as they were then.
struct SessionDeuxVisible {
  let parEtudiant: [Identifiant<Etudiant>: SessionDeux]

  /// Reads that of a whole promotion, or of one student of it.
  init(
    _ promotion: Identifiant<Promotion>,
    _ registre: any Transaction,
    _ vue: Vue,
    seul etudiant: Identifiant<Etudiant>?,
  ) throws {
    var lues: [Identifiant<Etudiant>: SessionDeux] = [:]
    if let etudiant {
      lues = try registre.sessionDeux(etudiant, promotion).map { [etudiant: $0] } ?? [:]
    } else {
      lues = try registre.sessionsDeux(promotion)
    }
    switch vue {
    case .interne: parEtudiant = lues
    case .publiee, .attendue:
      let publiees =
        lues.isEmpty
        ? [] : try Self.publiees(promotion, registre, seul: etudiant)
      let parPersonne = Dictionary(grouping: publiees, by: \.note.etudiant)
      parEtudiant = Dictionary(
        uniqueKeysWithValues: lues.map { etudiant, session in
          (etudiant, session.avec((parPersonne[etudiant] ?? []).map(\.note)))
        }
      )
    }
  }

  private static func publiees(
    _ promotion: Identifiant<Promotion>,
    _ registre: any Transaction,
    seul etudiant: Identifiant<Etudiant>?,
  ) throws -> [NotePublieeDeSession2] {
    guard let etudiant else { return try registre.notesPublieesDeSession2(promotion) }
    return try registre.notesPublieesDeSession2(etudiant, promotion)
  }
}

extension SessionDeux {
  /// The same enrolment with other marks.
  fileprivate func avec(_ notes: [NoteDeSession2]) -> SessionDeux {
    var ues: [CodeUE: Entree] = [:]
    var modules: [String: Entree] = [:]
    for note in notes {
      switch note.epreuve {
      case .ue(let code): ues[code] = note.entree
      case .module(let code): modules[code] = note.entree
      }
    }
    return SessionDeux(
      date: date,
      inscriptions: inscriptions,
      notesUE: ues,
      notesModules: modules,
    )
  }
}

extension Travail {
  /// The first day of the tests of session 2 of a promotion; `nil` where it has none.
  func premierJourDeSession2(_ promotion: Identifiant<Promotion>) throws -> Jour? {
    try registre.campagnes(promotion).filter { $0.nature == .session2 }.compactMap(\.jour).min()
  }

  /// Whether a jury deliberates on what stood before session 2: it, or the one that it puts right,
  /// sits before the first day of the tests.
  func precedeLaSession2(_ session: SessionDeJury) throws -> Bool {
    guard let premier = try premierJourDeSession2(session.promotion) else { return false }
    let date = try session.rectification.map { try jury($0.jury).date } ?? session.date
    return date < premier
  }

  /// Makes known the marks of session 2 that a jury has just sealed: with its closing, never before.
  func publierLaSession2(
    _ session: SessionDeJury,
    _ lue: PromotionLue,
    _ ecriture: Ecriture,
  ) throws {
    let promotion = lue.promotion.id
    guard try premierJourDeSession2(promotion) != nil, !(try precedeLaSession2(session)) else {
      return
    }
    let siens = Set(lue.etudiants)
    let notes = try registre.notesDeSession2(promotion).filter { note in
      siens.contains(note.etudiant) && session.nature.porte(sur: note.epreuve, lue.programme)
    }
    try registre.publier(
      PublicationDeSession2(
        jury: session.id,
        promotion: promotion,
        semestre: session.nature.semestre,
        moment: moment.instant,
      ),
      notes,
      ecriture,
    )
    try marquerLePublie(session, ecriture)
  }

  private func marquerLePublie(_ session: SessionDeJury, _ ecriture: Ecriture) throws {
    guard session.rectification == nil, session.nature == .annee else { return }
    for conduite in try registre.sessionsDeRattrapage(session.promotion) {
      try marquer(.jury, de: conduite.campagne, ecriture)
      try marquer(.publication, de: conduite.campagne, ecriture)
    }
  }

  /// Once a jury made a mark known, it changes within a new deliberation only (§ 5).
  func verifierQueCestModifiable(
    _ epreuve: NoteDeSession2.Epreuve,
    de etudiant: Identifiant<Etudiant>,
    _ promotion: Promotion,
  ) throws {
    let programme = try programme(promotion)
    let jurys = try registre.jurys(promotion.id)
    let publies = Set(
      try registre.publicationsDeSession2(promotion.id).filter { publication in
        publication.semestre == nil || publication.semestre == epreuve.semestre(programme)
      }.map(\.jury)
    )
    guard !publies.isEmpty else { return }
    let rouvert = jurys.contains { jury in
      !jury.close && jury.rectification?.etudiants.contains(etudiant) == true
        && jury.rectification.map { publies.contains($0.jury) } == true
    }
    guard rouvert else {
      throw Refus.regle(article: ArticleDeSession2.contestation, .noteDeSession2Publiee)
    }
  }
}

/// Where the procedure of session 2 says what a refusal stands on.
enum ArticleDeSession2 {
  static let contestation = "procédure de session 2, § 5"
  static let soutien = "procédure de session 2, § 5"
}

extension NoteDeSession2.Epreuve {
  /// The semester of what was sat; `nil` where the curriculum does not hold it.
  func semestre(_ programme: Programme) -> NumeroSemestre? {
    switch self {
    case .ue(let code): programme.ue(code)?.semestre
    case .module(let code):
      programme.ues.first { $0.modules.contains { $0.code.canonique == code } }?.semestre
    }
  }
}

extension SessionDeJury.Nature {
  /// `nil` for the year.
  fileprivate var semestre: NumeroSemestre? {
    switch self {
    case .semestre(let numero): numero
    case .annee: nil
    }
  }

  fileprivate func porte(sur epreuve: NoteDeSession2.Epreuve, _ programme: Programme) -> Bool {
    semestre == nil || epreuve.semestre(programme) == semestre
  }
}
