import Actes
import Courrier
import Mail
import Scolarite
import Soutien
import Testing

@Suite("Envoi à un vrai serveur")
struct EnvoiTests {
  private func facteur(_ nom: String = "clair", expediteur: String = "scolarite@iut.example")
    async throws -> (FacteurSMTP, ServeurPython)
  {
    let python = try await ServeurPython.commun(.smtp)
    let lignes = python.lire("ports").split(separator: "\n").map { $0.split(separator: " ") }
    let port = try #require(lignes.first { $0[0] == nom }.flatMap { Int($0[1]) })
    let serveur = try SMTPServer(host: "127.0.0.1", port: port, security: .none)
    let facteur = FacteurSMTP(
      SMTPClient(serveur),
      expediteur: try Mailbox(MailAddress(expediteur), name: "IUT de Nulle-Part"),
      reponse: try Mailbox(MailAddress("secretariat@iut.example")),
    )
    return (facteur, python)
  }

  private func lettre(_ adresse: String) throws -> Lettre {
    Lettre(
      reference: "00000000000000000000000000000000@iut.example",
      adresse: adresse,
      nom: "Noé Aubépin",
      objet: "Nouvelles notes en R1.01",
      texte: "Bonjour Noé Aubépin,\n\nLisez-les sur :\nhttps://site.example/moi\n",
      ecrite: Moment(
        horodatage: Horodatage(millisecondes: 1_767_225_600_000),
        instant: try #require(Instant("2026-01-01T01:00")),
      ),
      desinscription: "https://site.example/courrier/desinscription/1-notes-abc",
    )
  }

  @Test("une lettre arrive, octet pour octet celle qui a été écrite")
  func arrivee() async throws {
    let (facteur, python) = try await facteur()
    let lettre = try lettre("lettre-courrier@example.org")
    #expect(await facteur.remettre(lettre) == .remise(code: 250))
    let arrivee = python.lire("lettre-courrier.eml")
    let ecrite = try facteur.rediger(lettre, a: MailAddress(lettre.adresse))
    #expect(arrivee == String(decoding: ecrite, as: UTF8.self))
    #expect(arrivee.contains("Reply-To: secretariat@iut.example\r\n"))
    await facteur.raccrocher()
  }

  @Test(
    "ce que le serveur répond décide de la suite",
    arguments: [
      ("inconnu@example.org", Remise.refusee(code: 550, "550 5.1.1 à RCPT")),
      ("virus@example.org", .refusee(code: 554, "554 5.6.0 à fin de DATA")),
      (
        "plus-tard@example.org",
        .plusTard(code: 450, "450 4.2.0 à RCPT", deTous: false),
      ),
      (
        "dispute@example.org",
        .plusTard(code: 451, "451 4.3.0 à fin de DATA", deTous: false),
      ),
      (
        "coupe-apres@example.org",
        .plusTard(code: nil, "aucune réponse après l’envoi, remise inconnue", deTous: true),
      ),
    ],
  )
  func reponses(_ adresse: String, _ attendue: Remise) async throws {
    let (facteur, _) = try await facteur()
    #expect(await facteur.remettre(try lettre(adresse)) == attendue)
  }

  @Test("un expéditeur refusé n’accuse pas la lettre : elle attend qu’on corrige")
  func expediteur() async throws {
    let (facteur, _) = try await facteur(expediteur: "banni@example.org")
    guard
      case .plusTard(code: 554, _, deTous: true) = await facteur.remettre(
        try lettre("a@example.org")
      )
    else {
      Issue.record("the sender is refused")
      return
    }
  }

  @Test("une adresse que personne ne prend est refusée sans conversation, sans être répétée")
  func illisible() async throws {
    let (facteur, _) = try await facteur()
    guard
      case .refusee(code: nil, let raison) = await facteur.remettre(try lettre("étu@exemple.fr"))
    else {
      Issue.record("the address is refused")
      return
    }
    #expect(!raison.contains("@exemple"))
  }
}
