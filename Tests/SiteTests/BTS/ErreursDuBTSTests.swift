import Actes
import HTTPServer
import Scolarite
import Testing

@Suite("Site : BTS, ce qui s’était mal passé se répare")
struct ErreursDuBTSTests {
  /// A session with the student as a candidate, results entered.
  private struct Terrain {
    let documents: TerrainDeDocuments
    let direction: NavigateurDEssai
    let page: String
    let candidat: String

    static let absences = [
      ("E1", "ABS"), ("piece-E1", "certificat A"), ("E2", "ABS"), ("piece-E2", "certificat B"),
    ]

    init() async throws {
      documents = try await TerrainDeDocuments()
      direction = try await documents.essai.navigateur(.direction, sur: .etablissement)
      let ouverte = try await documents.bureau.envoyer(
        "/bts",
        [("departement", "\(documents.promotion.departement)"), ("specialite", "ELT")],
      )
      page = try #require(ouverte.suite)
      let lue = try await documents.lire { [id = documents.etudiant] in
        try $0.etudiant(id)?.identite
      }
      let identite = try #require(lue)
      let inscrit = try await documents.bureau.envoyer(
        page + "/candidats",
        [
          ("numero", identite.nip), ("nom", identite.nomCivil), ("prenom", identite.prenomCivil),
        ],
      )
      candidat = try #require(inscrit.suite)
    }

    var bureau: NavigateurDEssai { documents.bureau }

    func inscription() async throws -> InscriptionBTS {
      let lue = try await documents.lire { [id = documents.etudiant] in
        try $0.inscriptionsBTS(etudiant: id).first
      }
      return try #require(lue)
    }

    /// Sends a form of the candidate at its present version.
    func envoyer(
      _ qui: NavigateurDEssai,
      _ suite: String,
      _ champs: [(String, String)],
    ) async throws -> NavigateurDEssai.Page {
      let version = try await inscription().version
      return try await qui.envoyer(candidat + "/" + suite, [("version", "\(version)")] + champs)
    }

    /// The same mark everywhere, but for some fields.
    func saisir(_ note: String, sauf autres: [(String, String)] = []) async throws {
      let codes = ["E1", "E2", "E31", "E32", "E41", "E42", "E5", "E6"]
      let dits = Set(autres.map(\.0))
      let champs = codes.filter { !dits.contains($0) }.map { ($0, note) } + autres
      let fait = try await envoyer(bureau, "resultats", champs + [("livret", "Régulier.")])
      #expect(fait.suite == candidat)
    }
  }

  @Test("une feuille téléchargée et renvoyée telle quelle ne change rien")
  func feuille() async throws {
    let terrain = try await Terrain()
    try await terrain.saisir("7,5", sauf: Terrain.absences)
    let decide = try await terrain.envoyer(terrain.direction, "decision", [("decision", "oui")])
    #expect(decide.suite == terrain.candidat)
    let avant = try await terrain.inscription()
    #expect(try await terrain.bureau.lire(terrain.candidat).contient("retire la décision du jury"))
    let feuille = try await terrain.bureau.lire(terrain.page + "/liste.xlsx")
    let liste = terrain.page + "/liste"
    let apercu = try await terrain.bureau.deposer(
      liste,
      "candidats.xlsx",
      octets: feuille.octets,
      champ: "feuille",
    )
    #expect(apercu.statut == .ok && apercu.contient("Sans changement"))
    #expect(!apercu.contient("Ce qui change") && !apercu.contient("retire la décision"))
    #expect(!apercu.contient("Colonnes non lues"))
    let contenu = FeuilleRecue(nom: "candidats.xlsx", octets: feuille.octets)
    let reprise = try await terrain.bureau.envoyer(
      liste,
      [("confirme", "oui"), ("nom", contenu.nom), ("contenu", contenu.hexadecimal)],
    )
    #expect(reprise.suite == terrain.page)
    #expect(try await terrain.inscription() == avant)
    let lue = try await terrain.documents.lire { try $0.etudiant(avant.etudiant)?.identite }
    let identite = try #require(lue)
    let autre = try await terrain.bureau.deposer(
      liste,
      "candidats.csv",
      "Numéro étudiant;Nom;Prénom;E2\n"
        + "\(identite.nip);\(identite.nomCivil);\(identite.prenomCivil);8",
    )
    #expect(autre.contient("retire la décision du jury") && autre.contient("(autorisé)"))
    #expect(autre.contient("E2 : 8 au lieu de ABJ (certificat B)"))
    #expect(try await terrain.inscription() == avant)
  }

  @Test("un candidat de trop se retire une fois le retrait motivé et confirmé")
  func retrait() async throws {
    let terrain = try await Terrain()
    let page = try await terrain.bureau.lire(terrain.candidat)
    #expect(page.contient("Retirer ce candidat") && !page.contient("Rouvrir"))
    let sans = try await terrain.envoyer(terrain.bureau, "retrait", [])
    #expect(sans.statut == .unprocessableContent)
    #expect(sans.contient("Donnez le motif du retrait") && sans.contient("Cochez la case"))
    let fait = try await terrain.envoyer(
      terrain.bureau,
      "retrait",
      [("retrait", "mauvais numéro"), ("confirme", "oui")],
    )
    #expect(fait.suite == terrain.page)
    #expect(try await terrain.bureau.lire(terrain.candidat).statut == .notFound)
    #expect(try await terrain.bureau.lire(terrain.page).contient("Aucun candidat"))
  }

  @Test("une erreur prouvée rouvre un cas, et le candidat lit la nouvelle délibération")
  func reouverture() async throws {
    let terrain = try await Terrain()
    let (bureau, direction) = (terrain.bureau, terrain.direction)
    let lui = try await terrain.documents.sien()
    try await terrain.saisir("9")
    _ = try await terrain.envoyer(direction, "decision", [("decision", "oui")])
    _ = try await direction.envoyer(
      terrain.page + "/proclamation",
      [("version", "1"), ("proclamation", "2021-07-05")],
    )
    let sansMotif = try await direction.envoyer(
      terrain.page + "/correction",
      [("version", "2"), ("corrigee", "2021-07-06")],
    )
    #expect(sansMotif.statut == .unprocessableContent && sansMotif.contient("Donnez le motif"))
    let corrigee = try await direction.envoyer(
      terrain.page + "/correction",
      [("version", "2"), ("corrigee", "2021-07-06"), ("motif-corrigee", "procès-verbal")],
    )
    #expect(corrigee.suite == terrain.page)
    #expect(try await direction.lire(terrain.page).contient("14 juillet 2021 au plus tard"))
    #expect(!(try await bureau.lire(terrain.candidat).contient("Rouvrir pour erreur")))
    let vide = try await terrain.envoyer(direction, "reouverture", [])
    #expect(vide.statut == .unprocessableContent && vide.contient("Choisissez l’erreur"))
    let rouvert = try await terrain.envoyer(
      direction,
      "reouverture",
      [
        ("erreur", "note"), ("preuve", "bordereau d’E4"),
        ("motif-reouverture", "note d’une autre ligne"),
      ],
    )
    #expect(rouvert.suite == terrain.candidat)
    #expect(try await bureau.lire(terrain.page).contient("Le jury doit délibérer de nouveau"))
    let attente = try await lui.lire("/moi/bts")
    #expect(attente.contient("Le jury délibère de nouveau") && !attente.contient("Session normale"))
    try await terrain.saisir("11")
    let delibere = try await terrain.envoyer(
      direction,
      "deliberation",
      [("deliberation", "2021-07-12")],
    )
    #expect(delibere.suite == terrain.candidat)
    let admis = try await lui.lire("/moi/bts")
    #expect(admis.contient("Vous obtenez le BTS") && admis.contient("11,00"))
    #expect(admis.contient("Le 12 juillet 2021, pour erreur matérielle"))
    #expect(admis.contient("Note d’une autre ligne"))
    #expect(try await lui.lire("/moi").contient("Le jury du BTS a délibéré de nouveau"))
  }
}
