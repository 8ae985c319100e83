internal import Actes
internal import Demonstration
internal import Echanges
internal import Fiction
internal import PostgreSQL
internal import Registre
internal import SQL
internal import Scolarite
internal import Soutien
internal import Terrain

/// A register on a fresh base, each write flushed to the disk, with one promotion that does not
/// exist.
struct BaseDeMesure {
  let moteur: SQLEngine
  /// What opens a bare connection to the same base.
  let ouvrir: @Sendable () throws -> any SQLConnection
  /// Where it is, as the command line takes it.
  let adresse: String
  let registre: RegistreSQL
  let bureau: Bureau
  let iut: Identifiant<Etablissement>
  let installee: InstallerUnePromotion.Installee
  private let base: BaseTemporaire?
  private let serveur: ServeurPostgreSQL?

  static let compte = "mesures"
  static let profil = "iut-larochesuryon-2025"

  /// Installs a promotion without marks, or with them.
  init(
    _ moteur: SQLEngine,
    effectif: Int,
    evaluations: ClosedRange<Int>,
    contenu: InstallerUnePromotion.Contenu,
    profil: String = profil,
    horloge: Horloge = .mesures,
  ) async throws {
    self.moteur = moteur
    let adresse: AdresseDeBase
    switch moteur {
    case .sqlite:
      let base = try BaseTemporaire(.sqlite)
      (self.base, serveur) = (base, nil)
      adresse = .sqlite(base.address)
      ouvrir = { try base.connect() }
    case .postgresql:
      let serveur = try ServeurPostgreSQL(fsync: true)
      let uri = try serveur.newDatabase()
      (base, self.serveur) = (nil, serveur)
      adresse = .postgresql(uri)
      ouvrir = { [serveur] in
        _ = serveur
        return try PostgreSQLConnection(uri)
      }
    }
    registre = try RegistreSQL(adresse)
    self.adresse = adresse.texte
    bureau = Bureau(registre: registre, horloge: horloge, formats: FormatsDEchange())
    let fondation = exige(
      Fondation(code: "iut-nulle-part", nom: "IUT de Nulle-Part", ville: "Nulle-Part"),
      "an establishment has a name",
    )
    iut = try await bureau.fonder(
      Fonder(
        fondation: fondation,
        administrateur: NouvelUtilisateur(identifiant: "admin", nom: "Ada Ministre"),
      ),
      console: Self.compte,
    ).id
    installee = try await bureau.faire(
      try Self.installation(effectif, evaluations, contenu, profil: profil),
      par: .console(Self.compte),
      dans: iut,
    )
  }

  /// How many tests the promotion of a measure has, where each module has one or two.
  private static let nombreDEvaluations = 72

  /// A promotion; where modules have one test or two, the first draw with 72 tests.
  private static func promotion(
    _ programme: Programme,
    _ evaluations: ClosedRange<Int>,
    graine: UInt64,
  ) -> PromotionFictive {
    let tirages = (graine..<(graine + 200)).lazy.map { graine in
      Promotions.premiereAnnee(programme, evaluations: evaluations, graine: graine)
    }
    let modules = Set(programme.ues.flatMap { ue in ue.modules.map(\.code.canonique) })
    let voulue = tirages.first { promotion in
      let nombre = modules.reduce(0) { $0 + (promotion.evaluations[$1]?.count ?? 0) }
      return evaluations.count != 2 || nombre == nombreDEvaluations
    }
    return exige(voulue, "one draw in twenty has that many tests")
  }

  static func installation(
    _ effectif: Int,
    _ evaluations: ClosedRange<Int>,
    _ contenu: InstallerUnePromotion.Contenu,
    intitule: String = "MMI 1",
    profil: String = profil,
    graine: UInt64 = Promotions.graine,
  ) throws -> InstallerUnePromotion {
    let programme = try Programmes.embarque("mmi-but1")
    let maquette = exige(Bibliotheque.texte(maquette: "mmi-but1"), "the curriculum ships")
    return InstallerUnePromotion(
      .init(
        departement: "MMI",
        formation: "BUT MMI",
        intitule: intitule,
        maquette: maquette.replacing("\"2022-2023\"", with: "\"\(Reglements.annee)\""),
        profil: (profil, try Reglements.bibliotheque.recueil(profil)),
      ),
      promotion(programme, evaluations, graine: graine),
      effectif: effectif,
      contenu: contenu,
    )
  }
}

extension Horloge {
  /// A clock that stands still: no measure depends on the day.
  static let mesures: Horloge = {
    let instant = exige(Instant("\(Jour(ouvrant: Reglements.annee))T08:00"), "eight o’clock")
    let moment = Moment(horodatage: Horodatage(millisecondes: 1_757_000_000_000), instant: instant)
    return Horloge(maintenant: { moment }, instant: { _ in instant })
  }()
}

extension AdresseDeBase {
  /// What `init(_:)` reads.
  fileprivate var texte: String {
    switch self {
    case .sqlite(let chemin): chemin
    case .postgresql(let adresse): adresse
    }
  }
}
