import Actes
import Demonstration
import HTTPServer
import Testing

@Suite("Site : modèles de documents")
struct ModelesTests {
  private static let champs = [
    ("version", "0"), ("titre", "Attestation"), ("avant", "La direction atteste que"),
    ("apres", "Fait pour {{etudiant}}."), ("qualite", "La cheffe"), ("nom", "Solène Rochebrane"),
  ]

  /// What is sent, one field changed.
  private static func envoi(_ nom: String, _ valeur: String) -> [(String, String)] {
    champs.map { $0.0 == nom ? (nom, valeur) : $0 }
  }

  @Test("un modèle s’écrit pour un département, la liste dit d’où vient chaque texte")
  func ecrire() async throws {
    let terrain = try await TerrainDeDocuments()
    let adresse = "\(terrain.modeles)/attestation-de-reussite"
    let avant = try await terrain.bureau.lire("/administration/documents")
    #expect(avant.suite == terrain.modeles)
    #expect(!(try await terrain.bureau.lire(terrain.modeles)).contient("du département"))
    let page = try await terrain.bureau.lire(adresse)
    #expect(page.contient("{{naissance}}") && page.contient("date de naissance"))
    let ecrit = try await terrain.bureau.envoyer(adresse, Self.champs)
    #expect(ecrit.suite == terrain.modeles)
    let liste = try await terrain.bureau.lire(terrain.modeles)
    #expect(liste.contient("du département") && liste.contient("La cheffe, Solène Rochebrane"))
    let versions = try await terrain.bureau.lire(adresse + "/versions")
    #expect(versions.contient("1 (en vigueur)") && versions.contient("Camille Essai"))
    let fourni = try await terrain.bureau.lire(adresse + "?version=0")
    #expect(fourni.contient("Voici le texte fourni"))
    #expect(fourni.contient("servir et valoir ce que de droit"))
    #expect(try await terrain.bureau.lire(adresse + "?version=7").statut == .notFound)
    let journal = try await terrain.essai.navigateur(.administrateur, sur: .etablissement)
    #expect(try await journal.lire("/administration/journal").contient("ecrire-un-modele"))
  }

  @Test(
    "ce qui ne va pas se dit à son champ, et rien de tapé n’est perdu",
    arguments: [
      ("titre", "", "Donnez le titre du document."),
      ("apres", "Pour {{etudiante}}.", "Les champs qui existent : {{etablissement}}"),
      ("avant", "Pour {{etudiant", "Des accolades restent ouvertes"),
      ("qualite", String(repeating: "x", count: 201), "200 signes au plus"),
    ],
  )
  func fautes(_ champ: String, _ valeur: String, _ phrase: String) async throws {
    let terrain = try await TerrainDeDocuments()
    let adresse = "\(terrain.modeles)/attestation-de-reussite"
    for suite in ["", "/apercu"] {
      let page = try await terrain.bureau.envoyer(adresse + suite, Self.envoi(champ, valeur))
      #expect(page.statut == .unprocessableContent)
      #expect(page.contient(phrase), "\(suite)")
      #expect(page.contient("champ-\(champ)-erreur"))
      #expect(page.contient("Solène Rochebrane"))
    }
    #expect(!(try await terrain.bureau.lire(terrain.modeles)).contient("du département"))
  }

  @Test("l’aperçu est un PDF à regarder, et n’enregistre rien")
  func apercu() async throws {
    let terrain = try await TerrainDeDocuments()
    let adresse = "\(terrain.modeles)/attestation-de-reussite"
    let apercu = try await terrain.bureau.envoyer(adresse + "/apercu", Self.champs)
    #expect(apercu.texte.hasPrefix("%PDF-"))
    #expect(apercu.disposition?.hasPrefix("inline; filename=\"apercu.pdf\"") == true)
    let enTete = try await terrain.bureau.deposer(
      terrain.modeles + "/en-tete/apercu",
      "logo.png",
      octets: TerrainDeDocuments.png,
      champ: "logo",
      avec: [("lignes", "IUT"), ("version", "0")],
    )
    #expect(enTete.texte.hasPrefix("%PDF-"))
    #expect(!(try await terrain.bureau.lire(terrain.modeles)).contient("du département"))
  }

  @Test("un logo se garde et se montre ; ce qui n’en est pas un est refusé à son champ")
  func logo() async throws {
    let terrain = try await TerrainDeDocuments()
    let adresse = terrain.modeles + "/en-tete"
    let champs = [("lignes", "IUT de Nulle-Part\r\nMMI"), ("pied", "1 rue"), ("version", "0")]
    let faux: [([UInt8], String)] = [
      (Array("GIF89a".utf8), "Cette image ne peut pas servir"),
      (Array(TerrainDeDocuments.png.dropLast(20)), "Cette image ne peut pas servir"),
      (TerrainDeDocuments.png + Array(repeating: 0, count: 1_000_000), "trop lourde"),
    ]
    for (octets, phrase) in faux {
      let refus = try await terrain.bureau.deposer(
        adresse,
        "logo.png",
        octets: octets,
        champ: "logo",
        avec: champs,
      )
      #expect(refus.statut == .unprocessableContent && refus.contient(phrase))
      #expect(refus.contient("champ-logo-erreur") && refus.contient("1 rue"))
    }
    let ecrit = try await terrain.bureau.deposer(
      adresse,
      "logo.png",
      octets: TerrainDeDocuments.png,
      champ: "logo",
      avec: champs,
    )
    #expect(ecrit.suite == terrain.modeles)
    let liste = try await terrain.bureau.lire(terrain.modeles)
    let image = try #require(liste.texte.firstMatch(of: /src="([^"]*\/images\/[^"]*)"/))
    #expect(liste.contient("IUT de Nulle-Part – MMI"))
    let servie = try await terrain.bureau.lire(String(image.1))
    #expect(servie.entetes["content-type"] == "image/png")
    #expect(servie.disposition?.hasPrefix("inline") == true)
    let retire = try await terrain.bureau.envoyer(
      adresse,
      [("lignes", "IUT"), ("version", "1"), ("retirer-logo", "oui")],
    )
    #expect(retire.suite == terrain.modeles)
    #expect(!(try await terrain.bureau.lire(terrain.modeles)).contient("/images/"))
  }

  @Test("deux à écrire le même modèle : le second voit ce qui est en place, et peut confirmer")
  func conflit() async throws {
    let terrain = try await TerrainDeDocuments()
    let adresse = "\(terrain.modeles)/attestation-de-reussite"
    _ = try await terrain.bureau.envoyer(adresse, Self.envoi("titre", "Attestation de l’une"))
    let conflit = try await terrain.bureau.envoyer(
      adresse,
      Self.envoi("titre", "Celle de l’autre"),
    )
    #expect(conflit.statut == .conflict)
    #expect(conflit.contient("Modifié entre-temps") && conflit.contient("Attestation de l’une"))
    #expect(conflit.contient("value=\"Celle de l’autre\"") && conflit.contient("value=\"1\""))
    let confirme = try await terrain.bureau.envoyer(
      adresse,
      Self.envoi("titre", "Celle de l’autre").map { $0.0 == "version" ? ("version", "1") : $0 },
    )
    #expect(confirme.suite == terrain.modeles)
  }

  @Test("qui écrit pour un département n’écrit ni pour un autre, ni pour tout l’établissement")
  func lieux() async throws {
    let terrain = try await TerrainDeDocuments()
    let autre = terrain.essai.ailleurs.promotion.departement
    for lieu in ["etablissement", "\(autre)"] {
      let adresse = "/administration/documents/\(lieu)/convocation"
      #expect(try await terrain.bureau.lire(adresse).statut == .forbidden)
      #expect(try await terrain.bureau.envoyer(adresse, Self.champs).statut == .forbidden)
      #expect(
        try await terrain.bureau.envoyer(adresse + "/apercu", Self.champs).statut == .forbidden
      )
    }
    #expect(try await terrain.bureau.lire("/administration/documents/999").statut == .notFound)
  }
}
