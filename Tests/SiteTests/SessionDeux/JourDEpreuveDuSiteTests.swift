import Actes
import HTTPServer
import Scolarite
import Soutien
import Testing

@Suite("Site : absences aux épreuves de session 2")
struct JourDEpreuveDuSiteTests {
  /// A written exam that one student was called to ten days ago, and the page of its session.
  private static func poser(_ terrain: TerrainDeDocuments) async throws -> (
    page: String, epreuve: EpreuveDeSession2, cle: CleDEpreuve
  ) {
    let promotion = terrain.promotion.id
    let evaluations = try await terrain.lire { try $0.evaluations(promotion) }
    let module = try #require(evaluations.first).module
    let jour: Jour = try #require(Jour("2025-11-10"))
    let epreuve = try await terrain.essai.faire(
      PoserUneSession2DuSite(
        promotion: promotion,
        etudiant: terrain.etudiant,
        module: module,
        jour: jour,
      )
    ).epreuve
    let lue = try await terrain.lire { try $0.campagne(epreuve.campagne) }
    let pose = try await terrain.essai.faire(
      CalendrierPose.Poser(
        campagne: try #require(lue),
        etudiant: terrain.etudiant,
        module: module,
        jour: jour,
      )
    )
    return ("/session-2/\(epreuve.campagne)", epreuve, pose.cle)
  }

  @Test("notée par erreur, une absence se corrige et se retire, puis la copie se verse")
  func absence() async throws {
    let terrain = try await TerrainDeDocuments()
    let (page, epreuve, cle) = try await Self.poser(terrain)
    let (bureau, jour) = (terrain.bureau, "\(page)/jour/\(cle)")
    func dire(_ absence: String, _ motif: String = "") async throws -> NavigateurDEssai.Page {
      try await bureau.envoyer(
        "\(jour)/absences/\(terrain.etudiant)",
        [("absence", absence), ("motif", motif)],
      )
    }
    func emarger() async throws -> NavigateurDEssai.Page {
      try await bureau.envoyer(
        "\(jour)/etudiants/\(terrain.etudiant)",
        [("version", "0"), ("piece", "oui"), ("carte", "oui"), ("arrivee", "9 h")],
      )
    }
    #expect(try await bureau.lire(jour).contient("value=\"injustifiee\""))
    #expect(try await dire("injustifiee").suite == jour)
    let notee = try await bureau.lire(jour)
    #expect(notee.contient("absence injustifiée") && notee.contient("value=\"retiree\""))
    #expect(notee.contient("value=\"justifiee\"") && !notee.contient("value=\"injustifiee\""))
    let refusee = try await emarger()
    #expect(refusee.statut == .conflict && refusee.contient("retire d’abord cette absence"))
    let muette = try await dire("justifiee", " ")
    #expect(muette.statut == .unprocessableContent && muette.contient("donnez un motif"))
    #expect(try await dire("justifiee", "certificat reçu").suite == jour)
    #expect(try await bureau.lire(jour).contient("absence justifiée"))
    let copies = "\(page)/copies/\(epreuve.id)"
    _ = try await bureau.envoyer("\(copies)/preparer", [("version", "0"), ("mode", "simple")])
    let grille = try await bureau.lire(copies)
    let numero = try #require(grille.texte.firstMatch(of: /name="copie-([0-9]+)"/)).1
    _ = try await bureau.envoyer(
      "\(copies)/lectures",
      [("rang", "1"), ("copie-\(numero)", "12"), ("version-\(numero)", "0")],
    )
    let contraire = try await bureau.lire(copies)
    #expect(contraire.contient("alors que l’étudiant est noté absent"))
    #expect(!contraire.contient("attend encore sa note"))
    let bloquee = try await bureau.envoyer("\(copies)/verser", [("version", "1")])
    #expect(bloquee.suite == nil && bloquee.contient("noté absent le jour de l’épreuve"))
    #expect(try await dire("retiree").contient("donnez un motif"))
    #expect(try await dire("retiree", "il était en salle B204").suite == jour)
    #expect(try await emarger().suite?.hasPrefix(jour) == true)
    let present = try await bureau.lire(jour)
    #expect(!present.contient("value=\"retiree\"") && !present.contient("value=\"injustifiee\""))
    #expect(try await bureau.envoyer("\(copies)/verser", [("version", "1")]).suite == copies)
  }
}
