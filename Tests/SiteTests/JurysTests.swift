import Actes
import Demonstration
import HTTPServer
import Scolarite
import Testing

@Suite("Site : jurys")
struct JurysTests {
  private static func ouvrir(_ essai: SecretariatDEssai) async throws -> SessionDeJury {
    try await essai.faire(
      OuvrirUnJury(
        promotion: essai.ici.promotion.id,
        nature: .annee,
        date: try #require(Jour("2025-11-20")),
        membres: [.init(nom: "Dominique Chaire", qualite: .president, present: true)],
      )
    )
  }

  @Test("ce qui est préparé sans motif est refusé à son champ, et rien de tapé n’est perdu")
  func preparation() async throws {
    let essai = try await SecretariatDEssai()
    let jury = try await Self.ouvrir(essai)
    let etudiant = essai.ici.etudiants[0]
    let adresse = "/jurys/\(jury.id)/etudiants/\(etudiant)"
    let bureau = try await essai.navigateur(.direction, sur: .etablissement)

    let commission = try await bureau.envoyer(
      adresse + "/commission",
      [
        ("version", "0"), ("avis", "Assidu au second semestre"), ("code", "RED"), ("motif", "  "),
      ],
    )
    #expect(commission.statut == .unprocessableContent)
    #expect(commission.contient("Dites pourquoi la commission s’écarte de la proposition."))
    #expect(commission.contient("Assidu au second semestre</textarea>"))
    #expect(commission.contient("<option value=\"RED\" selected>"))

    let trop = String(repeating: "long ", count: 500)
    let longue = try await bureau.envoyer(adresse + "/situations", [("situation", trop)])
    #expect(longue.statut == .unprocessableContent && longue.contient("2000"))
    #expect(longue.contient(trop.prefix(40) + "long"))
    let vide = try await bureau.envoyer(adresse + "/situations", [("situation", " ")])
    #expect(vide.statut == .unprocessableContent)
    #expect(vide.contient("Écrivez ce que le jury doit savoir."))

    let avis = try await bureau.envoyer(adresse + "/avis", [("semestre", "1"), ("motif", "")])
    #expect(avis.statut == .unprocessableContent)
    let sans = try await bureau.envoyer(adresse + "/avis", [("semestre", "x"), ("motif", "m")])
    #expect(sans.statut == .unprocessableContent)

    let dite = try await bureau.envoyer(
      adresse + "/commission",
      [("version", "0"), ("avis", "Assidu"), ("code", "RED"), ("motif", "bases fragiles")],
    )
    #expect(dite.suite == adresse)
    let page = try await bureau.lire(adresse)
    #expect(page.contient("La commission de passage propose.") && page.contient("bases fragiles"))
  }

  @Test("un jury ne s’ouvre pas avant la rentrée : la date se dit à son champ")
  func date() async throws {
    let essai = try await SecretariatDEssai()
    let bureau = try await essai.navigateur(.direction, sur: .etablissement)
    let page = try await bureau.envoyer(
      "/promotions/\(essai.ici.promotion.id)/jurys/nouveau",
      [("objet", "annee"), ("date", "2025-07-01")],
    )
    #expect(page.statut == .unprocessableContent)
    #expect(page.contient("L’année 2025-2026 commence le 1er septembre 2025."))
  }
}
