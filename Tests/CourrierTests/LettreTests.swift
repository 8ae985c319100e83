import Actes
import Courrier
import Mail
import Scolarite
import Testing

@Suite("Lettres")
struct LettreTests {
  static func facteur() throws -> FacteurSMTP {
    let serveur = try SMTPServer(host: "localhost", port: 1, security: .none)
    let expediteur = try Mailbox(MailAddress("scolarite@iut.example"), name: "IUT de Nulle-Part")
    return FacteurSMTP(SMTPClient(serveur), expediteur: expediteur)
  }

  static func lettre(
    nom: String = "Noé Aubépin",
    objet: String = "Nouvelles notes en R1.01",
    texte: String = "Bonjour,\n\nLisez <ici> & là :\nhttps://site.example/moi\n",
    desinscription: String? = "https://site.example/courrier/desinscription/1-notes-abc",
  ) throws -> Lettre {
    Lettre(
      reference: "0123456789abcdef0123456789abcdef@iut.example",
      adresse: "noe@etu.example",
      nom: nom,
      objet: objet,
      texte: texte,
      ecrite: Moment(
        horodatage: Horodatage(millisecondes: 1_767_225_600_000),
        instant: try #require(Instant("2026-01-01T01:00")),
      ),
      desinscription: desinscription,
    )
  }

  private func texte(_ lettre: Lettre) throws -> String {
    let octets = try Self.facteur().rediger(lettre, a: MailAddress(lettre.adresse))
    return String(decoding: octets, as: UTF8.self)
  }

  @Test("la même lettre a toujours les mêmes octets, avec l’heure de Paris")
  func memesOctets() throws {
    let lettre = try Self.lettre()
    let texte = try texte(lettre)
    #expect(try self.texte(lettre) == texte)
    #expect(texte.contains("Date: Thu, 1 Jan 2026 01:00:00 +0100\r\n"))
    #expect(texte.contains("Message-ID: <0123456789abcdef0123456789abcdef@iut.example>\r\n"))
    #expect(texte.contains("Auto-Submitted: auto-generated\r\n"))
  }

  @Test("le lien de désinscription est dans l’en-tête, quand le site est chiffré")
  func desinscription() throws {
    let texte = try texte(Self.lettre())
    #expect(texte.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"))
    #expect(texte.contains("<https://site.example/courrier/desinscription/1-notes-abc>"))
    let enClair = try self.texte(Self.lettre(desinscription: "http://localhost/courrier/x"))
    #expect(!enClair.contains("List-Unsubscribe"))
  }

  @Test("le HTML dit la même chose, échappé, avec des liens qui s’ouvrent")
  func html() throws {
    let texte = try texte(Self.lettre()).replacing("=\r\n", with: "")
    #expect(texte.contains("Lisez &lt;ici&gt; &amp; l"))
    #expect(texte.contains("<a href=3D\"https://site.example/moi\">https://site.example/moi</a>"))
  }

  @Test(
    "un nom ou un objet n’ajoute jamais d’en-tête",
    arguments: ["\r\nBcc: a@b.example", "\nX: y", "\u{2028}X: y", "\u{85}X: y", "\u{0}", "\r"],
  )
  func injection(_ suite: String) throws {
    for lettre in [try Self.lettre(nom: "Noé\(suite)"), try Self.lettre(objet: "Objet\(suite)")] {
      let tete = try texte(lettre).split(separator: "\r\n\r\n")[0]
      let noms = tete.split(separator: "\r\n").filter { !$0.hasPrefix(" ") }
        .map { $0.prefix { $0 != ":" } }
      #expect(
        noms == [
          "Date", "From", "To", "Message-ID", "Subject", "Auto-Submitted", "List-Unsubscribe",
          "List-Unsubscribe-Post", "MIME-Version", "Content-Type",
        ]
      )
    }
  }
}
