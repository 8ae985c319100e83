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
internal import Soutien
internal import Terrain

/// The site on a base that holds the IUT that does not exist, with its students signed in.
struct TerrainDuSite {
  let moteur: SQLEngine
  let serveur: HTTPServer
  /// The cookie of each student of the finished promotion.
  let temoins: [String]
  /// The cookie of a secretary.
  let secretariat: String
  let identifiant: String
  private let base: BaseTemporaire
  private let registre: RegistreSQL

  static let motDePasse = "trois petits chats"

  init(_ moteur: SQLEngine) async throws {
    self.moteur = moteur
    base = try BaseTemporaire(moteur)
    registre = try RegistreSQL(
      moteur == .sqlite ? .sqlite(base.address) : .postgresql(base.address),
      lecteurs: 4,
    )
    let bureau = Bureau(registre: registre, horloge: .mesures, formats: FormatsDEchange())
    let profil = "iut-larochesuryon-2025"
    let textes = InstallerUnIUT.Textes(
      mmi: exige(Bibliotheque.texte(maquette: "mmi-but1"), "the curriculum ships"),
      rt: exige(Bibliotheque.texte(maquette: "rt-iom-but2"), "the curriculum ships"),
      profil: (profil, try Bibliotheque { _ in nil }.recueil(profil)),
    )
    let jour = Horloge.mesures.maintenant().jour
    let installe = try await bureau.fonder(
      exige(InstallerUnIUT.fondation, "the establishment has a name"),
      puis: InstallerUnIUT(le: jour, textes),
      console: "mesures",
    )
    let iut = exige(try await registre.etablissements().first, "there is one")
    let coffre = Coffre()
    let site = Site(
      bureau: bureau,
      secrets: coffre,
      feuilles: FeuillesDEchange(),
      imprimerie: Presse(),
      reglages: ReglagesDuSite(etablissement: iut, adresse: "http://localhost"),
      journal: { _ in },
    )
    let passee = installe.promotions[0]
    let etudiants = try await bureau.faire(
      InscrireDesComptes(promotion: passee.id),
      par: .console("mesures"),
      dans: iut.id,
    )
    let secretaire = exige(
      installe.comptes.first { $0.role == .secretariat }?.utilisateur,
      "there is a secretary",
    )
    let hachage = try await coffre.hacher(Self.motDePasse)
    try await bureau.faire(
      ChangerDeMotDePasse(hachage, depuis: nil),
      par: .utilisateur(secretaire.id),
      dans: iut.id,
    )
    identifiant = secretaire.identifiant
    var temoins: [String] = []
    for utilisateur in etudiants + [secretaire.id] {
      let secret = try await registre.connecter(utilisateur, dans: iut.id, coffre)
      temoins.append("Cookie: delibere=\(secret)\r\n")
    }
    secretariat = temoins.removeLast()
    self.temoins = temoins
    try await registre.actualiserLesStatistiques()
    serveur = try HTTPServer(HTTPServerConfiguration())
    try serveur.start { await site.repondre($0) }
  }

  func fermer() async {
    await serveur.stop()
    registre.fermer()
  }
}

extension RegistreSQL {
  /// Signs somebody in without a password; gives what the browser would keep.
  func connecter(
    _ utilisateur: Identifiant<Utilisateur>,
    dans iut: Identifiant<Etablissement>,
    _ coffre: Coffre,
  ) async throws -> String {
    let secret = coffre.secret()
    let maintenant = Horloge.mesures.maintenant().horodatage
    try await ecrire(iut) { registre in
      try registre.ouvrir(
        Connexion(
          empreinte: secret.empreinte,
          utilisateur: utilisateur,
          moyen: .motDePasse,
          ouverte: maintenant,
          vue: maintenant,
        )
      )
    }
    return secret.texte
  }
}

/// An account for each student of a promotion who has none.
struct InscrireDesComptes: Acte {
  static let nom = "inscrire-des-comptes"
  let promotion: Identifiant<Promotion>

  func executer(_ travail: Travail) throws -> [Identifiant<Utilisateur>] {
    let connus = Set(try travail.registre.utilisateurs().compactMap(\.etudiant))
    return try travail.registre.inscriptions(promotion).filter { !connus.contains($0.etudiant) }
      .map { inscription in
        let utilisateur = try CreerUnUtilisateur(
          .init(
            identifiant: "etu\(inscription.etudiant)",
            nom: "Étudiant \(inscription.etudiant)",
            etudiant: inscription.etudiant,
          )
        ).executer(travail)
        _ = try DonnerUnRole(
          .etudiant,
          sur: .etudiant(inscription.etudiant),
          a: utilisateur.id,
          depuis: travail.moment.jour,
        ).executer(travail)
        return utilisateur.id
      }
  }
}
