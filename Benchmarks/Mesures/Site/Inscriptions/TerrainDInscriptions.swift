internal import Actes
internal import Coffre
internal import Demonstration
internal import Documents
internal import Echanges
internal import HTTPServer
internal import Registre
internal import SQL
internal import Scolarite
internal import Site
internal import Terrain

/// The site before all the students of an IUT to whom UE are open in session 2, signed in.
struct TerrainDInscriptions {
  /// Somebody who may enrol.
  struct Admissible {
    let personne: TerrainDAffluence.Personne
    let etudiant: Identifiant<Etudiant>
    let campagne: Identifiant<Campagne>
    let ouvertes: [CodeUE]
  }

  static let promotions = 20
  /// Some have nothing open: they left, or the UE was acquired by its RCUE.
  static let parPromotion = 270
  /// How many answer at least.
  static let effectif = 5_000
  static let limite = HorlogeDeMesure.minute("2026-06-26T23:59")
  /// The first millisecond that is too late: the minute is included.
  static let finDeLaLimite = HorlogeDeMesure.debut(de: limite) + 60_000

  let base: BaseDeMesure
  let horloge = HorlogeDeMesure(a: "2025-09-01T08:00")
  let admissibles: [Admissible]
  let campagnes: [Identifiant<Campagne>]
  let serveur: HTTPServer
  let guichet = Guichet()

  init(_ moteur: SQLEngine) async throws {
    let profil = "but-informatique-session2"
    let base = try await BaseDeMesure(
      moteur,
      effectif: Self.parPromotion,
      evaluations: 1...1,
      contenu: .notes,
      profil: profil,
      horloge: horloge.horloge,
    )
    self.base = base
    var installees = [base.installee]
    for rang in 2...Self.promotions {
      let installation = try BaseDeMesure.installation(
        Self.parPromotion,
        1...1,
        .notes,
        intitule: "MMI 1, groupe \(rang)",
        profil: profil,
        graine: UInt64(rang),
      )
      installees.append(try await base.faire(installation))
    }
    horloge.regler(a: "2026-06-10T08:00")
    var sessions: [SessionDeRattrapage] = []
    for installee in installees {
      try await base.faire(ManquerUneUE(installee: installee))
      try await base.deliberer(installee)
      sessions.append(try await base.faire(Self.ouverture(installee.promotion)))
      _ = try await base.faire(InscrireDesComptes(promotion: installee.promotion.id))
    }
    horloge.regler(a: "2026-06-12T14:00")
    for session in sessions {
      _ = try await base.faire(
        PublierLAdmissibilite(session.campagne, version: session.version)
      )
    }
    campagnes = sessions.map(\.campagne)
    let coffre = Coffre()
    admissibles = try await base.connecter(campagnes, coffre)
    try await base.registre.actualiserLesStatistiques()
    serveur = try await Self.ouvrir(base, coffre, horloge, guichet)
  }

  private static func ouverture(_ promotion: Promotion) throws -> OuvrirUneSessionDeux {
    OuvrirUneSessionDeux(
      promotion: promotion.id,
      ChoixDeSession2(
        intitule: "Session 2 de juillet",
        premierJour: exige(Jour(2026, 7, 6), "a day"),
        dernierJour: exige(Jour(2026, 7, 8), "a day"),
        publicationPrevue: exige(Jour(2026, 6, 12), "a day"),
        limiteInscription: limite,
        adoptee: exige(Jour(2025, 9, 10), "a day"),
      ),
    )
  }

  /// The site, whose every form leaves its trace at the counter.
  private static func ouvrir(
    _ base: BaseDeMesure,
    _ coffre: Coffre,
    _ horloge: HorlogeDeMesure,
    _ guichet: Guichet,
  ) async throws -> HTTPServer {
    let iut = exige(try await base.registre.etablissements().first, "there is one")
    let site = Site(
      bureau: base.bureau,
      secrets: coffre,
      feuilles: FeuillesDEchange(),
      imprimerie: Presse(),
      reglages: ReglagesDuSite(etablissement: iut, adresse: "http://localhost"),
      journal: { _ in },
    )
    var configuration = HTTPServerConfiguration()
    configuration.clock = { horloge.millisecondes }
    let serveur = try HTTPServer(configuration)
    try serveur.start { requete in
      let reponse = await site.repondre(requete)
      guichet.noter(requete, reponse)
      return reponse
    }
    return serveur
  }

  func fermer() async {
    await serveur.stop()
    base.registre.fermer()
  }
}

extension BaseDeMesure {
  @discardableResult
  fileprivate func faire<A: Acte>(_ acte: A) async throws -> A.Resultat {
    try await bureau.faire(acte, par: .console(Self.compte), dans: iut)
  }

  /// Closes the year: every proposal stands.
  fileprivate func deliberer(_ installee: InstallerUnePromotion.Installee) async throws {
    let jury = try await faire(
      OuvrirUnJury(
        promotion: installee.promotion.id,
        nature: .annee,
        date: bureau.horloge.maintenant().jour,
        membres: [.init(nom: "Dominique Chaire", qualite: .president, present: true)],
      )
    )
    let seance = try await bureau.demander(
      VoirUneDeliberation(jury.id),
      par: .console(Self.compte),
      dans: iut,
    )
    for ligne in seance.enAttente {
      try await faire(DeciderEnJury(jury: jury.id, etudiant: ligne.etudiant.id, decisions: []))
    }
    try await faire(AdopterLesPropositions(jury.id, installee.etudiants))
    try await faire(CloreUnJury(jury.id, version: 1))
  }

  /// Signs in, half an hour before the limit, everybody to whom something is open.
  fileprivate func connecter(_ campagnes: [Identifiant<Campagne>], _ coffre: Coffre) async throws
    -> [TerrainDInscriptions.Admissible]
  {
    let moment = Horodatage(millisecondes: TerrainDInscriptions.finDeLaLimite - 30 * 60_000)
    return try await registre.ecrire(iut) { registre in
      let comptes = Dictionary(
        uniqueKeysWithValues: try registre.utilisateurs().compactMap { compte in
          compte.etudiant.map { ($0, compte.id) }
        }
      )
      var admissibles: [TerrainDInscriptions.Admissible] = []
      for campagne in campagnes {
        let ouvertes = try registre.admissibilites(campagne).filter(\.estOuverte)
        let parEtudiant = Dictionary(grouping: ouvertes, by: \.etudiant)
        for (etudiant, lignes) in parEtudiant.sorted(by: { $0.key < $1.key }) {
          let secret = coffre.secret()
          try registre.ouvrir(
            Connexion(
              empreinte: secret.empreinte,
              utilisateur: exige(comptes[etudiant], "everybody has an account"),
              moyen: .motDePasse,
              ouverte: moment,
              vue: moment,
            )
          )
          admissibles.append(
            TerrainDInscriptions.Admissible(
              personne: TerrainDAffluence.Personne(etudiant, secret.texte, coffre),
              etudiant: etudiant,
              campagne: campagne,
              ouvertes: lignes.map(\.ue),
            )
          )
        }
      }
      return admissibles
    }
  }
}

/// Gives everybody low marks that outweigh all others in a UE: something is open to each.
private struct ManquerUneUE: Acte {
  static let nom = "manquer-une-ue"
  let installee: InstallerUnePromotion.Installee

  func executer(_ travail: Travail) throws {
    let promotion = installee.promotion
    let ue = exige(try travail.programme(promotion).ues.first, "a curriculum has UE")
    for module in ue.modules {
      let evaluation = try CreerUneEvaluation(
        promotion: promotion.id,
        semestre: ue.semestre,
        module: module.code.canonique,
        intitule: "Épreuve finale",
        date: nil,
        coefficient: 900,
      ).executer(travail)
      let notes = installee.etudiants.enumerated().map { rang, etudiant in
        ChargerDesNotes.Ligne(
          evaluation: evaluation.id,
          etudiant: etudiant,
          entree: .note(exige(Note(Decimale(rang % 5)), "a mark on 20")),
        )
      }
      _ = try ChargerDesNotes(promotion: promotion.id, notes: notes, source: "mesure")
        .executer(travail)
      try PublierUneEvaluation(evaluation.id).executer(travail)
    }
  }
}
