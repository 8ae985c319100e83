public import Scolarite

/// The sessions 2 that the person has to do with, and the promotions where one may be opened.
public struct VoirLesSessionsDeux: Question {
  public static let nom = "voir-les-sessions-2"

  /// One session with where it stands.
  public struct Resume: Sendable {
    public let session: SessionDeRattrapage
    public let promotion: Promotion
    public let retards: [EcheanceDeSession2]
    /// The next limit that is not past.
    public let prochaine: EcheanceDeSession2?
    /// The exams that the person may choose and that nobody has.
    public let aChoisir: Int
    public let conduit: Bool
  }

  public struct Tableau: Sendable {
    public let sessions: [Resume]
    /// Where the person may open one.
    public let ouvrables: [Promotion]
  }

  public init() {}

  public func executer(_ travail: Travail) throws -> Tableau {
    let promotions = try travail.registre.promotions()
    let visibles = promotions.filter { travail.estMeleALaSession2($0) }
    guard !visibles.isEmpty else { throw Refus.interdit(.gererLesCampagnes) }
    let parId = Dictionary(uniqueKeysWithValues: visibles.map { ($0.id, $0) })
    let sessions = try travail.registre.sessionsDeRattrapage()
    let resumes = try sessions.compactMap { session in
      try parId[session.promotion].map { try resume(session, $0, travail) }
    }
    let prises = Set(sessions.map(\.promotion))
    let annees = try travail.registre.annees().filter { $0.debut <= travail.moment.jour }
    let courante = annees.map(\.annee).max()
    return Tableau(
      sessions: resumes,
      ouvrables: try visibles.filter { promotion in
        try travail.peut(.gererLesCampagnes, promotion.lieu) && !prises.contains(promotion.id)
          && courante.map { promotion.annee >= $0 } ?? true
          && travail.organiseUneSession2(promotion)
      }.sorted { ($0.nom, $0.id) < ($1.nom, $1.id) },
    )
  }

  private func resume(
    _ session: SessionDeRattrapage,
    _ promotion: Promotion,
    _ travail: Travail,
  ) throws -> Resume {
    let etapes = try travail.registre.etapesDeSession2(session.campagne)
    let echeances = session.dates.echeances(etapes)
    let present = travail.moment.instant
    let conduit = travail.peut(.gererLesCampagnes, promotion.lieu)
    return Resume(
      session: session,
      promotion: promotion,
      retards: echeances.filter { $0.etat(a: present) == .enRetard },
      prochaine: echeances.prochaine(a: present),
      aChoisir: try travail.registre.epreuvesDeSession2(session.campagne).count { epreuve in
        try !epreuve.estChoisie && travail.choisit(epreuve.ue, promotion)
      },
      conduit: conduit,
    )
  }
}

/// One session 2: its timeline, what is late and who must act, figures, what waits.
public struct VoirUneSessionDeux: Question {
  public static let nom = "voir-une-session-2"
  public let campagne: Identifiant<Campagne>

  public struct Fiche: Sendable {
    public let session: SessionDeRattrapage
    public let promotion: Promotion
    /// In the order of their limits.
    public let echeances: [EcheanceDeSession2]
    public let present: Instant
    public let epreuves: [EpreuveDeSession2]
    /// How many students have some UE open.
    public let admissibles: Int
    public let inscrits: Int
    public let renoncements: Int
    public let sansReponse: Int
    public let tardives: [(demande: InscriptionTardive, etudiant: Etudiant)]
    public let amenagements: Int
    /// Whether session 1 is published, by a closed jury.
    public let resultatsPublies: Bool
    public let droits: Set<Droit>
    public let peutDeroger: Bool
  }

  public init(_ campagne: Identifiant<Campagne>) {
    self.campagne = campagne
  }

  public func executer(_ travail: Travail) throws -> Fiche {
    let session = try travail.sessionDeRattrapage(campagne)
    let promotion = try travail.promotion(session.promotion)
    let droits: [Droit] = [.gererLesCampagnes, .deciderEnSession2, .gererLesAmenagements]
    _ = try travail.exiger(unDe: droits, promotion.lieu)
    let etapes = try travail.registre.etapesDeSession2(campagne)
    let reponses = try travail.registre.reponsesDeSession2(campagne)
    return Fiche(
      session: session,
      promotion: promotion,
      echeances: session.dates.echeances(etapes).parLimite,
      present: travail.moment.instant,
      epreuves: try travail.registre.epreuvesDeSession2(campagne),
      admissibles: try travail.registre.admissibles(campagne).count,
      inscrits: reponses.values.count { if case .inscrit = $0 { true } else { false } },
      renoncements: reponses.values.count { $0 == .renonce || $0 == .silence },
      sansReponse: try travail.registre.sansReponse(campagne).count,
      tardives: try tardives(promotion, travail),
      amenagements: travail.peut(.voirLesAmenagements, promotion.lieu)
        ? try travail.amenagements(de: session).count : 0,
      resultatsPublies: try travail.resultatsPublies(promotion),
      droits: Set(droits.filter { travail.peut($0, promotion.lieu) }),
      peutDeroger: try travail.peutDeroger(session),
    )
  }

  private func tardives(_ promotion: Promotion, _ travail: Travail) throws
    -> [(demande: InscriptionTardive, etudiant: Etudiant)]
  {
    let droits: [Droit] = [.deciderEnSession2, .gererLesCampagnes]
    guard droits.contains(where: { travail.peut($0, promotion.lieu) }) else { return [] }
    return try travail.registre.inscriptionsTardives(campagne).compactMap { demande in
      try travail.registre.etudiant(demande.etudiant).map { (demande, $0.nomme) }
    }
  }
}

/// Who may sit what and why, with what each answered; computed as long as it is not published.
public struct VoirLAdmissibilite: Question {
  public static let nom = "voir-l-admissibilite"
  public let campagne: Identifiant<Campagne>

  public struct Ligne: Sendable {
    public let etudiant: Etudiant
    public let ues: [AdmissibiliteDeSession2]
    public let reponse: ReponseDeSession2?
  }

  public struct Liste: Sendable {
    public let session: SessionDeRattrapage
    public let promotion: Promotion
    public let lignes: [Ligne]
    public let epreuves: [EpreuveDeSession2]
    public let present: Instant
    public let conduit: Bool
  }

  public init(_ campagne: Identifiant<Campagne>) {
    self.campagne = campagne
  }

  public func executer(_ travail: Travail) throws -> Liste {
    let session = try travail.sessionDeRattrapage(campagne)
    let promotion = try travail.promotion(session.promotion)
    _ = try travail.exiger(unDe: [.gererLesCampagnes, .deciderEnSession2], promotion.lieu)
    let toutes =
      session.publicationSession1 == nil
      ? try travail.admissibilites(session, promotion)
      : try travail.registre.admissibilites(campagne)
    let reponses = try travail.registre.reponsesDeSession2(campagne)
    let parEtudiant = Dictionary(grouping: toutes, by: \.etudiant)
    let etudiants = try travail.registre.etudiants(promotion.id).map(\.nomme)
    return Liste(
      session: session,
      promotion: promotion,
      lignes: etudiants.compactMap { etudiant in
        parEtudiant[etudiant.id].map {
          Ligne(etudiant: etudiant, ues: $0, reponse: reponses[etudiant.id])
        }
      }.parNom(\.etudiant),
      epreuves: try travail.registre.epreuvesDeSession2(campagne),
      present: travail.moment.instant,
      conduit: travail.peut(.gererLesCampagnes, promotion.lieu),
    )
  }
}

/// The exams of a session 2, with who chooses each and what the règlement says of its mark.
public struct VoirLesEpreuvesDeSession2: Question {
  public static let nom = "voir-les-epreuves-de-session-2"
  public let campagne: Identifiant<Campagne>

  public struct Fiche: Sendable {
    public let epreuve: EpreuveDeSession2
    public let competence: String
    public let modules: [(code: String, titre: String)]
    public let responsables: [Utilisateur]
    /// Whether the best of both marks is kept: as the descriptor of the UE says (R0.10).
    public let meilleure: Bool
    /// For how many students the UE is open, once it is known.
    public let admissibles: Int?
    public let choisit: Bool
  }

  public struct Tableau: Sendable {
    public let session: SessionDeRattrapage
    public let promotion: Promotion
    public let fiches: [Fiche]
    public let conduit: Bool
    public let calendrierPublie: Jour?
  }

  public init(_ campagne: Identifiant<Campagne>) {
    self.campagne = campagne
  }

  public func executer(_ travail: Travail) throws -> Tableau {
    let session = try travail.sessionDeRattrapage(campagne)
    let promotion = try travail.promotion(session.promotion)
    let conduit = travail.peut(.gererLesCampagnes, promotion.lieu)
    guard conduit || travail.peut(.choisirUneEpreuve, dansUnModuleDe: promotion) else {
      throw Refus.interdit(.choisirUneEpreuve)
    }
    let contexte = Contexte(
      programme: try travail.programme(promotion),
      reglages: try travail.reglement(promotion).reglages(promotion.annee),
      competences: try travail.competences(promotion),
      titres: Dictionary(
        try travail.modules(promotion).map { ($0.code, $0.titre) },
        uniquingKeysWith: { premier, _ in premier },
      ),
      responsables: try travail.responsables(promotion),
      parUE: session.publicationSession1 == nil
        ? nil
        : Dictionary(
          grouping: try travail.registre.admissibles(campagne).values.flatMap(\.self),
          by: \.self,
        ).mapValues(\.count),
    )
    return Tableau(
      session: session,
      promotion: promotion,
      fiches: try travail.registre.epreuvesDeSession2(campagne).map { epreuve in
        contexte.fiche(epreuve, choisit: try travail.choisit(epreuve.ue, promotion))
      }.filter { conduit || $0.choisit },
      conduit: conduit,
      calendrierPublie: try travail.registre.etapesDeSession2(campagne)[.calendrier],
    )
  }

  private struct Contexte {
    let programme: Programme
    let reglages: Reglages
    let competences: [CodeUE: String]
    let titres: [String: String]
    let responsables: [CodeUE: [Utilisateur]]
    let parUE: [CodeUE: Int]?

    func fiche(_ epreuve: EpreuveDeSession2, choisit: Bool) -> Fiche {
      let ue = epreuve.ue
      return Fiche(
        epreuve: epreuve,
        competence: competences[ue] ?? "",
        modules: (programme.ue(ue)?.modules ?? []).map {
          ($0.code.canonique, titres[$0.code.canonique] ?? "")
        },
        responsables: responsables[ue] ?? [],
        meilleure: reglages.choisit(.modeNoteSession2, "meilleure", ue: ue),
        admissibles: parUE.map { $0[ue] ?? 0 },
        choisit: choisit,
      )
    }
  }
}

/// The arrangements of a session 2: carried over, changed with the reason, set aside.
public struct VoirLesAmenagementsDeSession2: Question {
  public static let nom = "voir-les-amenagements-de-session-2"
  public let campagne: Identifiant<Campagne>

  public struct Ligne: Sendable {
    public let etudiant: Etudiant
    public let nature: Amenagement.Nature
    /// As it was at session 1; `nil` where it is new.
    public let session1: String?
    public let ecart: EcartDAmenagement?
  }

  public struct Tableau: Sendable {
    public let session: SessionDeRattrapage
    public let promotion: Promotion
    public let lignes: [Ligne]
    /// The students to whom one may be given.
    public let etudiants: [Etudiant]
    public let arretes: Jour?
    public let gere: Bool
  }

  public init(_ campagne: Identifiant<Campagne>) {
    self.campagne = campagne
  }

  public func executer(_ travail: Travail) throws -> Tableau {
    let session = try travail.sessionDeRattrapage(campagne)
    let promotion = try travail.promotion(session.promotion)
    _ = try travail.exiger(.voirLesAmenagements, promotion.lieu)
    let etudiants = Dictionary(
      uniqueKeysWithValues: try travail.registre.etudiants(promotion.id).map { ($0.id, $0.nomme) }
    )
    let ecarts = try travail.registre.ecartsDAmenagement(campagne)
    let repris = try travail.registre.amenagements(promotion.id, le: session.premierJour)
      .filter { !$0.porte.isDisjoint(with: .epreuves) }
    var lignes = repris.compactMap { amenagement in
      etudiants[amenagement.etudiant].map { etudiant in
        Ligne(
          etudiant: etudiant,
          nature: amenagement.nature,
          session1: amenagement.precision,
          ecart: ecarts.first {
            $0.etudiant == amenagement.etudiant && $0.nature == amenagement.nature
          },
        )
      }
    }
    lignes += ecarts.filter { ecart in
      !repris.contains { $0.etudiant == ecart.etudiant && $0.nature == ecart.nature }
    }.compactMap { ecart in
      etudiants[ecart.etudiant].map {
        Ligne(etudiant: $0, nature: ecart.nature, session1: nil, ecart: ecart)
      }
    }
    return Tableau(
      session: session,
      promotion: promotion,
      lignes: lignes.parNom(\.etudiant),
      etudiants: Array(etudiants.values).parNom(\.self),
      arretes: try travail.registre.etapesDeSession2(campagne)[.amenagements],
      gere: travail.peut(.gererLesAmenagements, promotion.lieu),
    )
  }
}

extension Travail {
  /// Whether the person has something to do in a session 2 of a promotion.
  func estMeleALaSession2(_ promotion: Promotion) -> Bool {
    let droits: [Droit] = [.gererLesCampagnes, .deciderEnSession2, .gererLesAmenagements]
    return droits.contains { peut($0, promotion.lieu) }
      || peut(.choisirUneEpreuve, dansUnModuleDe: promotion)
  }

  /// Whether the person may choose the exam of a UE.
  func choisit(_ ue: CodeUE, _ promotion: Promotion) throws -> Bool {
    if peut(.choisirUneEpreuve, promotion.lieu) { return true }
    guard peut(.choisirUneEpreuve, dansUnModuleDe: promotion) else { return false }
    let modules = try programme(promotion).ue(ue)?.modules ?? []
    return modules.contains { peut(.choisirUneEpreuve, promotion.lieu.module($0.code.canonique)) }
  }

  /// Whether the règlement of a promotion, where it has one, holds a session 2.
  func organiseUneSession2(_ promotion: Promotion) throws -> Bool {
    guard let profil = try registre.profil(promotion.departement, promotion.annee) else {
      return false
    }
    return try formats.reglages(profil.texte, le: Jour(ouvrant: promotion.annee)).aUneSession2
  }
}

extension [EcheanceDeSession2] {
  /// The next limit that is neither past nor met.
  public func prochaine(a present: Instant) -> EcheanceDeSession2? {
    filter { echeance in
      echeance.faitLe == nil && echeance.limite.map { $0 >= present } ?? false
    }.parLimite.first
  }

  /// In the order of limits, those without any last.
  public var parLimite: [EcheanceDeSession2] {
    enumerated().sorted { gauche, droite in
      switch (gauche.element.limite, droite.element.limite) {
      case (let une?, let autre?): (une, gauche.offset) < (autre, droite.offset)
      case (_?, nil): true
      case (nil, _?): false
      case (nil, nil): gauche.offset < droite.offset
      }
    }.map(\.element)
  }
}
