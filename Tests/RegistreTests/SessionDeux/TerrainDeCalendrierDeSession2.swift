import Actes
import Calendrier
import Demonstration
import SQL
import Scolarite
import Soutien
import Testing

/// A session 2 of three students with two exams, on one day, in two rooms.
///
/// The first sits both UE, the second the first UE with extra time, the third the second UE.
struct TerrainDeCalendrierDeSession2: Sendable {
  let bureau: BureauDEssai
  let campagne: Identifiant<Campagne>

  var essai: RegistreDEssai { bureau.essai }
  var etudiants: [Identifiant<Etudiant>] { bureau.etudiants }

  static func cle(_ texte: String) throws -> CleDEpreuve { try #require(CleDEpreuve(texte)) }

  init(_ moteur: SQLEngine) async throws {
    bureau = try await BureauDEssai(moteur)
    let essai = bureau.essai
    try essai.horloge.regler(a: "2026-06-12T10:00")
    let campagne = try await essai.faire(
      OuvrirUneCampagne(
        promotion: bureau.promotion.id,
        nature: .session2,
        intitule: "Session 2",
        ouverture: BureauDEssai.instant("2026-06-12T08:00"),
        cloture: BureauDEssai.instant("2026-06-26T23:59"),
        jour: BureauDEssai.jour("2026-07-06"),
      )
    )
    self.campagne = campagne.id
    _ = try await essai.faire(
      AccorderUnAmenagement(
        .tiersTemps,
        a: bureau.etudiants[1],
        precision: "",
        depuis: BureauDEssai.jour("2025-09-01"),
        jusqua: nil,
      )
    )
    let (une, autre) = (try #require(CodeUE("UE11")), try #require(CodeUE("UE12")))
    _ = try await essai.faire(
      PoserUneSession2(
        campagne: campagne,
        ues: [une, autre],
        admissibles: [
          bureau.etudiants[0]: [une, autre], bureau.etudiants[1]: [une],
          bureau.etudiants[2]: [autre],
        ],
        publication: BureauDEssai.jour("2026-06-12"),
        adoptee: BureauDEssai.jour("2025-09-10"),
      )
    )
  }

  /// Two rooms, three periods of a morning and an afternoon.
  @discardableResult
  func meubler(
    _ salles: [LieuxDeSession2.Salle] = [
      .init("Amphi A", places: 40), .init("B204", places: 20),
    ],
    version: Int64 = 0,
  ) async throws -> LieuxDeSession2 {
    try await essai.faire(
      DefinirLesLieuxDeSession2(
        LieuxDeSession2(
          campagne: campagne,
          salles: salles,
          creneaux: try ["09:00", "11:00", "14:00"].map {
            .init(try BureauDEssai.instant("2026-07-06T\($0)"), minutes: 120)
          },
          version: version,
        )
      )
    )
  }

  /// Says what the room of the exam of a UE must have.
  func demander(
    _ besoins: String,
    pour ue: String,
    _ formes: Set<FormeDEpreuve> = [.ecrit],
  ) async throws {
    let campagne = campagne
    let epreuves = try await essai.lire { try $0.epreuvesDeSession2(campagne) }
    var epreuve = try #require(epreuves.first { $0.ue.texte == ue })
    epreuve.besoins = besoins
    let minutes = epreuve.durees.values.max() ?? 60
    epreuve.durees = Dictionary(uniqueKeysWithValues: formes.map { ($0, minutes) })
    _ = try await essai.faire(ChoisirUneEpreuve(epreuve))
  }

  /// The session as a run takes it.
  func preparer() async throws -> PreparerLeCalendrier.Preparation {
    try await essai.bureau.demander(
      PreparerLeCalendrier(campagne),
      par: .console("essai"),
      dans: essai.iut,
    )
  }

  /// Searches as a run does, and keeps what it finds.
  @discardableResult
  func chercher() async throws -> CalendrierDeSession2 {
    let preparation = try await preparer()
    let resultat = try Recherche(preparation.probleme.probleme).lancer(
      .init(budget: .propositions(20_000)),
      horloge: { 0 },
    )
    return try await essai.faire(
      GarderUnCalendrier(
        campagne: campagne,
        seances: preparation.probleme.seances(resultat.calendrier),
        origine: "essai",
      )
    )
  }

  func vue(par qui: Utilisateur? = nil) async throws -> VoirLeCalendrierDeSession2.Vue {
    try await essai.bureau.demander(
      VoirLeCalendrierDeSession2(campagne),
      par: qui.map { .utilisateur($0.id) } ?? .console("essai"),
      dans: essai.iut,
    )
  }

  @discardableResult
  func signer() async throws -> CalendrierDeSession2 {
    let empreinte = try #require(try await vue().empreinte)
    return try await essai.faire(SignerLeCalendrier(campagne, empreinte: empreinte))
  }

  /// Rooms, a search, a signature, a publication.
  @discardableResult
  func publier() async throws -> CalendrierDeSession2 {
    try await meubler()
    try await chercher()
    try await signer()
    return try await essai.faire(PublierLeCalendrier(campagne))
  }

  /// Where an exam is.
  func debut(_ cle: String, _ calendrier: CalendrierDeSession2) throws -> Instant {
    let cle = try Self.cle(cle)
    return try #require(calendrier.seances.first { $0.epreuve == cle }).debut
  }

  /// The day of an exam, as its room is shown.
  func vueDuJour(_ cle: CleDEpreuve) async throws -> VoirLeJourDEpreuve.Vue {
    try await essai.bureau.demander(
      VoirLeJourDEpreuve(campagne, cle),
      par: .console("essai"),
      dans: essai.iut,
    )
  }

  /// That a student signs in at an exam as it begins, with both papers.
  func arrivee(
    _ etudiant: Identifiant<Etudiant>,
    _ cle: String,
    _ calendrier: CalendrierDeSession2,
  ) throws -> PointerAUneEpreuve {
    PointerAUneEpreuve(
      EmargementDeSession2(
        campagne: campagne,
        epreuve: try Self.cle(cle),
        etudiant: etudiant,
        pieceVue: true,
        carteVue: true,
        arrivee: try debut(cle, calendrier),
      )
    )
  }

  func pointer(
    _ etudiant: Identifiant<Etudiant>,
    _ cle: String,
    _ calendrier: CalendrierDeSession2,
  ) async throws {
    _ = try await essai.faire(arrivee(etudiant, cle, calendrier))
  }

  /// Enrols students for UE, as the campaign does once they answer.
  func inscrire(_ etudiant: Identifiant<Etudiant>, _ ues: [String]) async throws {
    let (promotion, campagne) = (bureau.promotion.id, campagne)
    try await essai.faire(
      PoserUneInscription(
        InscriptionEnSession2(
          promotion: promotion,
          etudiant: etudiant,
          campagne: campagne,
          ues: try ues.map { try #require(CodeUE($0)) },
          version: 1,
        )
      )
    )
  }
}

/// An enrolment, without what the règlement asks of it.
private struct PoserUneInscription: Acte {
  static let nom = "poser-une-inscription"
  let inscription: InscriptionEnSession2

  init(_ inscription: InscriptionEnSession2) { self.inscription = inscription }

  func executer(_ travail: Travail) throws {
    let lieu = try travail.promotion(inscription.promotion).lieu
    let ecriture = try travail.inscrire(
      Self.nom,
      travail.exiger(.gererLesCampagnes, lieu),
      Objet(.session2, inscription.promotion, inscription.etudiant),
    )
    #expect(try travail.registre.ecrire(inscription, ecriture))
  }
}
