import Actes
import Demonstration
import HTTPServer
import Testing

@testable import Site

@Suite("Site : vérifier un document")
struct VerificationTests {
  /// A document of a student, and a browser of nobody.
  private static func remettre() async throws -> (TerrainDeDocuments, String, Navigateur) {
    let terrain = try await TerrainDeDocuments()
    _ = try await terrain.imprimer(.releveProvisoire, [terrain.etudiant])
    let code = try #require(try await terrain.emis().first).code
    return (terrain, code, Navigateur(site: terrain.essai.site, secret: nil))
  }

  @Test("la page de tous dit la nature et le jour, et rien de la personne")
  func rienDAutre() async throws {
    let (terrain, code, passant) = try await Self.remettre()
    let page = try await passant.lire("/verifier/\(code)")
    #expect(page.statut == .ok)
    #expect(page.contient("Relevé de notes provisoire") && page.contient("20 novembre 2025"))
    #expect(page.contient("aucun autre ne l’a remplacé"))
    let id = terrain.etudiant
    let etudiant = try await terrain.lire { try $0.etudiant(id) }
    let identite = try #require(etudiant?.identite)
    for tu in [
      identite.nomCivil, identite.prenomCivil, identite.nip, terrain.promotion.nom, "2025-2026",
      "etudiants", "moyenne",
    ] {
      #expect(!page.texte.contains(tu), "\(tu)")
    }
    #expect(page.reponse.headers["x-robots-tag"] == "noindex, nofollow")
    #expect(page.reponse.headers["cache-control"] == "no-store")
  }

  @Test("un code se tape comme on veut, dans l’adresse ou le formulaire")
  func saisie() async throws {
    let (_, code, passant) = try await Self.remettre()
    let nu = code.lowercased().filter { $0 != "-" }
    for adresse in ["/verifier/\(nu)", "/verifier?code=\(nu)", "/verifier?code=+\(code)+"] {
      #expect(try await passant.lire(adresse).contient("Ce document a été remis"), "\(adresse)")
    }
    #expect(try await passant.lire("/verifier").contient("seize signes"))
  }

  @Test("un document remplacé le dit, avec le jour")
  func remplace() async throws {
    let (terrain, code, passant) = try await Self.remettre()
    _ = try await terrain.essai.faire(
      EcrireUnModele(
        ModeleDeDocument(nature: .releveProvisoire, titre: "Relevé de notes du semestre")
      )
    )
    let avant = try await terrain.bureau.lire("\(terrain.documents)/releve-provisoire")
    #expect(avant.contient("remplacera celui du 20 novembre 2025"))
    _ = try await terrain.imprimer(.releveProvisoire, [terrain.etudiant])
    let page = try await passant.lire("/verifier/\(code)")
    #expect(page.contient("remplacé") && page.contient("celui-ci ne vaut plus"))
    #expect(
      try await terrain.bureau.lire("/etudiants/\(terrain.etudiant)/documents")
        .contient("remplacé le 20 novembre 2025")
    )
  }

  @Test("un code de rien est dit, puis qui en essaie trop attend")
  func inconnu() async throws {
    let (_, code, passant) = try await Self.remettre()
    let page = try await passant.lire("/verifier/AAAA-BBBB-CCCC-DDDD")
    #expect(page.statut == .notFound && page.contient("Aucun document ne porte ce code."))
    #expect(page.reponse.headers["x-robots-tag"] == "noindex, nofollow")
    var codes: [UInt16] = []
    for essai in 0..<90 {
      codes.append(try await passant.lire("/verifier/AAAA-BBBB-CCCC-\(1_000 + essai)").code)
    }
    #expect(codes.first == 404 && codes.contains(429))
    // Who holds a document is not kept from it by those who guess.
    #expect(try await passant.lire("/verifier/\(code)").code == 200)
  }
}
