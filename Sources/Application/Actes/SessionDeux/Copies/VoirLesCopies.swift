internal import Scolarite

/// The exams of a session 2 and where their copies stand, for whoever marks or follows them.
public struct VoirLesCopies: Question {
  public static let nom = "voir-les-copies"
  public let campagne: Identifiant<Campagne>

  /// The exams that the person marks or follows.
  public struct Tableau: Sendable {
    public let campagne: Campagne
    public let promotion: Promotion
    public let epreuves: [EpreuveSuivie]
    /// Whether the person says how copies are marked and hands the marks over.
    public let prepare: Bool
    /// Whether the person sees what the marks change.
    public let voitLesEffets: Bool
    public let publications: [PublicationDeSession2]
  }

  /// An exam, how it is marked, and how far it is.
  public struct EpreuveSuivie: Sendable {
    public let epreuve: EpreuveDeSession2
    public let copies: CopiesDEpreuve?
    public let inscrits: Int
    /// Those whose mark is concluded, or who are absent.
    public let pretes: Int
    public let aRegler: Int
  }

  public init(_ campagne: Identifiant<Campagne>) {
    self.campagne = campagne
  }

  public func executer(_ travail: Travail) throws -> Tableau {
    let campagne = try travail.campagne(campagne)
    guard campagne.nature == .session2 else { throw Refus.inconnu(.campagne) }
    let promotion = try travail.promotion(campagne.promotion)
    let prepare = travail.peut(.gererLesCampagnes, promotion.lieu)
    let siennes = try travail.registre.epreuvesDeSession2(campagne.id).filter { epreuve in
      try prepare || travail.peut(.saisirLesNotes, unDe: travail.lieux(de: epreuve, promotion))
    }
    guard prepare || !siennes.isEmpty else { throw Refus.interdit(.saisirLesNotes) }
    return Tableau(
      campagne: campagne,
      promotion: promotion,
      epreuves: try siennes.map { try suivre($0, promotion, travail) },
      prepare: prepare,
      voitLesEffets: travail.peut(.voirLesNotes, promotion.lieu),
      publications: try travail.registre.publicationsDeSession2(promotion.id),
    )
  }

  private func suivre(_ epreuve: EpreuveDeSession2, _ promotion: Promotion, _ travail: Travail)
    throws -> EpreuveSuivie
  {
    let copies = try travail.registre.copies(epreuve: epreuve.id)
    let situees = try copies.map { try travail.copiesSituees(epreuve, $0, promotion) } ?? []
    return EpreuveSuivie(
      epreuve: epreuve,
      copies: copies,
      inscrits: try travail.inscrits(a: epreuve, promotion).count,
      pretes: situees.count { $0.etat.estPrete },
      aRegler: situees.count { situee in
        switch situee.etat {
        case .aRegler, .contradictoire: true
        case .attendue, .conclue, .absente: false
        }
      },
    )
  }
}

/// The grid of an exam: its copies, by number while names are hidden.
///
/// Of two readings, one sees one’s own; both once both are there.
public struct OuvrirUneGrilleDeCopies: Question {
  public static let nom = "ouvrir-une-grille-de-copies"
  public let epreuve: Identifiant<EpreuveDeSession2>

  /// An exam and its copies, in the order of numbers or of names.
  public struct Grille: Sendable {
    public let epreuve: EpreuveDeSession2
    public let campagne: Campagne
    public let promotion: Promotion
    /// `nil` while nobody has said how copies are marked.
    public let copies: CopiesDEpreuve?
    public let lignes: [Ligne]
    /// Those enrolled who have no number yet.
    public let sansNumero: Int
    public let peutSaisir: Bool
    /// Whether the person writes marks wherever the exam counts: puts one right once handed over.
    public let corrige: Bool
    public let prepare: Bool
    /// Whether the person hands the marks over.
    public let verse: Bool
    /// The reading that the person goes on with.
    public let rang: LectureDeCopie.Rang
    /// Whether a jury made the marks known.
    public let estPubliee: Bool
  }

  /// A copy as the person may see it.
  public struct Ligne: Hashable, Sendable {
    public let numero: Int
    /// `nil` while names are hidden.
    public let etudiant: Etudiant?
    /// What the person may see of the readings.
    public let lectures: [LectureDeCopie.Rang: LectureDeCopie]
    /// The readings that somebody else made and that are not shown yet.
    public let cachees: Set<LectureDeCopie.Rang>
    public let etat: CopieSituee.Etat
  }

  public init(_ epreuve: Identifiant<EpreuveDeSession2>) {
    self.epreuve = epreuve
  }

  public func executer(_ travail: Travail) throws -> Grille {
    let epreuve = try travail.epreuveDeSession2(epreuve)
    let campagne = try travail.campagne(epreuve.campagne)
    let promotion = try travail.promotion(campagne.promotion)
    let prepare = travail.peut(.gererLesCampagnes, promotion.lieu)
    let saisit = travail.peut(.saisirLesNotes, unDe: try travail.lieux(de: epreuve, promotion))
    guard prepare || saisit else { throw Refus.interdit(.saisirLesNotes) }
    let copies = try travail.registre.copies(epreuve: epreuve.id)
    let situees = try copies.map { try travail.copiesSituees(epreuve, $0, promotion) } ?? []
    let publies = try travail.registre.publicationsDeSession2(promotion.id)
    let semestre = try travail.programme(promotion).ue(epreuve.ue)?.semestre
    return Grille(
      epreuve: epreuve,
      campagne: campagne,
      promotion: promotion,
      copies: copies,
      lignes: try copies.map { try lignes(situees, $0, promotion, travail) } ?? [],
      sansNumero: try travail.inscrits(a: epreuve, promotion).count - situees.count,
      peutSaisir: saisit,
      corrige: epreuve.notees.allSatisfy { travail.peut(.saisirLesNotes, $0.lieu(promotion)) },
      prepare: prepare,
      verse: prepare && travail.peut(.saisirLesNotes, promotion.lieu),
      rang: rang(situees, copies, travail.auteur),
      estPubliee: publies.contains { $0.semestre == nil || $0.semestre == semestre },
    )
  }

  private func lignes(
    _ situees: [CopieSituee],
    _ copies: CopiesDEpreuve,
    _ promotion: Promotion,
    _ travail: Travail,
  ) throws -> [Ligne] {
    let personnes =
      copies.cacheLesNoms
      ? [:]
      : Dictionary(
        uniqueKeysWithValues: try travail.registre.etudiants(promotion.id).map { ($0.id, $0) }
      )
    let auteur = travail.auteur
    return situees.map { situee in
      let copie = situee.copie
      let lues = Set(copie.lectures.keys).subtracting([.accord])
      let toutes = lues.count == copies.mode.lectures.count || copies.versees != nil
      let montrees = copie.lectures.filter { toutes || $0.value.par == auteur }
      return Ligne(
        numero: copie.numero,
        etudiant: personnes[copie.etudiant]?.nomme,
        lectures: montrees,
        cachees: lues.subtracting(montrees.keys),
        etat: situee.etat,
      )
    }
  }

  /// The first reading, unless somebody else made it already.
  private func rang(
    _ situees: [CopieSituee],
    _ copies: CopiesDEpreuve?,
    _ auteur: Identifiant<Utilisateur>?,
  ) -> LectureDeCopie.Rang {
    guard let copies, copies.mode.lectures.contains(.seconde) else { return .premiere }
    let premieres = situees.compactMap { $0.copie.lectures[.premiere] }
    let siennes = situees.contains { $0.copie.lectures[.seconde]?.par == auteur }
    if siennes { return .seconde }
    return !premieres.isEmpty && premieres.allSatisfy { $0.par != auteur } ? .seconde : .premiere
  }
}

/// Whose number is which, to number the copies: never beside a mark.
public struct VoirLesNumerosDeCopie: Question {
  public static let nom = "voir-les-numeros-de-copie"
  public let epreuve: Identifiant<EpreuveDeSession2>

  /// The numbers of an exam, in the order of names.
  public struct Liste: Sendable {
    public let epreuve: EpreuveDeSession2
    public let campagne: Campagne
    public let promotion: Promotion
    public let lignes: [(etudiant: Etudiant, numero: Int)]
  }

  public init(_ epreuve: Identifiant<EpreuveDeSession2>) {
    self.epreuve = epreuve
  }

  public func executer(_ travail: Travail) throws -> Liste {
    let epreuve = try travail.epreuveDeSession2(epreuve)
    let campagne = try travail.campagne(epreuve.campagne)
    let promotion = try travail.promotion(campagne.promotion)
    _ = try travail.exiger(.gererLesCampagnes, promotion.lieu)
    _ = try travail.copies(de: epreuve)
    let personnes = Dictionary(
      uniqueKeysWithValues: try travail.registre.etudiants(promotion.id).map { ($0.id, $0) }
    )
    return Liste(
      epreuve: epreuve,
      campagne: campagne,
      promotion: promotion,
      lignes: try travail.registre.copiesUneAUne(epreuve.id).compactMap { copie in
        personnes[copie.etudiant].map { (etudiant: $0.nomme, numero: copie.numero) }
      },
    )
  }
}
