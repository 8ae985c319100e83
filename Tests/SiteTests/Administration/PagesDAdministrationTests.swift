import Actes
import HTTPServer
import Scolarite
import Testing

@testable import Site

@Suite("Pages d’administration")
struct PagesDAdministrationTests {
  private static let pages = [
    "/administration", "/administration/comptes", "/administration/comptes/nouveau",
    "/administration/comptes/inviter", "/administration/reglements",
    "/administration/calendrier", "/administration/journal", "/administration/journal/1",
    "/administration/maintenance",
  ]

  @Test("qui n’administre pas n’y entre pas, et n’en voit pas le lien")
  func interdites() async throws {
    let essai = try await SiteDEssai.commun.value
    let enseignant = try await Inscrite("intrus", essai, role: .enseignant).navigateur
    for adresse in Self.pages {
      #expect(try await enseignant.lire(adresse).code == 403, "\(adresse)")
    }
    #expect(try await !enseignant.lire("/").texte.contains("/administration"))
    let admin = try await essai.navigateur(essai.compte(.administrateur))
    #expect(try await admin.lire("/").texte.contains("/administration/comptes"))
  }

  @Test("inviter un vacataire montre une fois un code, qui ouvre le site")
  func inviter() async throws {
    let essai = try await SiteDEssai.commun.value
    let admin = try await Inscrite("invitante", essai, role: .administrateur).navigateur
    let adresse = "/administration/comptes/inviter/\(essai.mmi.id)"
    let vide = try await admin.envoyer(adresse, [("nom", "Véra Cataire")])
    #expect(vide.code == 422 && vide.texte.contains("value=\"Véra Cataire\""))
    let page = try await admin.envoyer(
      adresse,
      [
        ("nom", "Véra Cataire"), ("identifiant", "vera@mail.example"), ("role", "enseignant"),
        ("jusqua", "2027-06-30"), ("module", "R101"), ("module", "R102"),
      ],
    )
    #expect(page.code == 200 && page.texte.contains("http://localhost/code"))
    let code = try #require(
      page.texte.firstMatch(of: /<code>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})<\/code>/)
    ).1
    let inconnue = try await essai.navigateur(nil)
    let entree = try await inconnue.envoyer(
      "/code",
      [
        ("code", String(code)), ("mot-de-passe", "douze pies noires"),
        ("encore", "douze pies noires"),
      ],
    )
    #expect(entree.code == 303)
    let encore = try await admin.envoyer(
      adresse,
      [
        ("nom", "Une autre"), ("identifiant", "vera@mail.example"), ("role", "enseignant"),
        ("jusqua", "2027-06-30"), ("module", "R101"),
      ],
    )
    #expect(encore.code == 422 && encore.texte.contains("déjà porté"))
  }

  @Test("un rôle se donne sur un lieu, se termine, et un compte se ferme")
  func roles() async throws {
    let essai = try await SiteDEssai.commun.value
    let admin = try await Inscrite("donneuse", essai, role: .administrateur).navigateur
    let autre = try await Inscrite("recevant", essai)
    let adresse = "/administration/comptes/\(autre.utilisateur.id)"
    func donner(_ lieu: String, _ module: String) async throws -> Navigateur.Page {
      try await admin.envoyer(
        adresse + "/roles",
        [
          ("role", "enseignant"), ("lieu", lieu), ("module", module), ("depuis", "2026-11-20"),
          ("jusqua", ""),
        ],
      )
    }
    #expect(try await donner("etablissement", "R101").code == 422)
    #expect(try await donner("promotion/\(essai.mmi.id)", "R999").code == 422)
    #expect(try await donner("promotion/\(essai.mmi.id)", "R101").code == 303)
    let role = try #require(try await roles(autre).first)
    #expect(
      role.habilitation == Habilitation(role: .enseignant, portee: .module(essai.mmi.id, "R101"))
    )
    #expect(try await autre.navigateur.lire("/modules").texte.contains("R101"))
    let fin = try await admin.envoyer(
      adresse + "/roles/terminer",
      [("role", "\(role.id)"), ("jour", "2026-11-20")],
    )
    #expect(fin.code == 303)
    #expect(try await roles(autre).first?.jusqua == Jour("2026-11-20"))
    #expect(try await admin.envoyer(adresse + "/fermer").code == 303)
    #expect(try await autre.navigateur.lire("/").code == 303)
  }

  private func roles(_ elle: Inscrite) async throws -> [HabilitationDatee] {
    try await elle.essai.bureau.demander(
      VoirUnCompte(elle.utilisateur.id),
      par: .console("essai"),
      dans: elle.essai.iut.id,
    ).compte.roles
  }

  @Test("deux personnes qui changent le calendrier : la seconde relit avant de confirmer")
  func calendrier() async throws {
    let essai = try await SiteDEssai()
    let direction = try await Inscrite("dir", essai, role: .direction).navigateur
    let adresse = "/administration/calendrier/\(essai.mmi.annee)"
    let page = try await direction.lire(adresse)
    let version = try #require(page.texte.firstMatch(of: /name="version" value="(\d+)"/)).1
    func changer(_ nom: String, _ version: some StringProtocol) async throws -> Navigateur.Page {
      try await direction.envoyer(
        adresse,
        [
          ("version", String(version)), ("debut", "2026-09-01"), ("fin", "2027-08-31"),
          ("nature-0", "semestre-1"), ("nom-0", nom), ("debut-0", "2026-09-01"),
          ("fin-0", "2027-01-31"), ("nature-1", "vacances"),
        ],
      )
    }
    #expect(try await changer("Premier", version).code == 303)
    let conflit = try await changer("Second", version)
    #expect(conflit.code == 409)
    #expect(conflit.texte.contains("value=\"Second\"") && conflit.texte.contains("Premier"))
    let lue = try #require(conflit.texte.firstMatch(of: /name="version" value="(\d+)"/)).1
    #expect(try await changer("Second", lue).code == 303)
    let apres = try await direction.lire("/administration/calendrier")
    #expect(apres.texte.contains("Second") && !apres.texte.contains("Premier"))
    let faute = try await direction.envoyer(
      adresse,
      [("version", "0"), ("debut", "2026-09-01"), ("fin", "2027-08-31"), ("nom-0", "Noël")],
    )
    #expect(faute.code == 422 && faute.texte.contains("Dites ce qu’est la période"))
  }

  @Test("un règlement fourni s’adopte, ses dates se complètent, un texte faux se dit à son champ")
  func reglements() async throws {
    let essai = try await SiteDEssai()
    let direction = try await Inscrite("dir", essai, role: .direction).navigateur
    let annee = "/administration/reglements/2027-2028"
    func adopter(_ profil: String, _ texte: String) async throws -> Navigateur.Page {
      try await direction.envoyer(
        annee + "/adopter",
        [
          ("lieu", "etablissement"), ("profil", profil), ("texte", texte),
          ("conseil", "2027-06-22"), ("cfvu", ""),
        ],
      )
    }
    let faux = try await adopter("", "{\"nom\": 3}")
    #expect(faux.code == 422 && faux.texte.contains("n’est pas un règlement"))
    let adopte = try await adopter("but-national-2022", "")
    #expect(adopte.code == 303)
    let adresse = try #require(adopte.suite)
    let page = try await direction.lire(adresse)
    #expect(page.texte.contains("22 juin 2027") && page.texte.contains("non enregistrée"))
    #expect(page.texte.contains("seuilUE"))
    func dater(_ version: String) async throws -> Navigateur.Page {
      try await direction.envoyer(
        adresse,
        [("version", version), ("conseil", "2027-06-22"), ("cfvu", "2027-07-05")],
      )
    }
    #expect(try await dater("0").code == 409)
    #expect(try await dater("1").code == 303)
    #expect(try await !direction.lire(annee).texte.contains("non enregistrée"))
  }

  @Test("le journal se lit, avant et après, par numéro")
  func journal() async throws {
    let essai = try await SiteDEssai.commun.value
    let elle = try await Inscrite("lectrice", essai, role: .administrateur)
    let objet = "utilisateur/\(elle.utilisateur.id)"
    let page = try await elle.navigateur.lire("/administration/journal?objet=\(objet)")
    #expect(page.texte.contains("creer un utilisateur") && page.texte.contains("Dernière entrée"))
    #expect(page.texte.contains("identifiant : lectrice") && page.texte.contains("compte de "))
    let avant = try await elle.navigateur.lire("/administration/journal?avant=3")
    #expect(avant.texte.contains("/administration/journal/2"))
    #expect(!avant.texte.contains("/administration/journal/3\""))
    #expect(try await elle.navigateur.lire("/administration/journal/2").code == 200)
    #expect(try await elle.navigateur.lire("/administration/journal/99999999").code == 409)
  }

  @Test("rien ne s’efface sans le mot qui le confirme")
  func maintenance() async throws {
    let essai = try await SiteDEssai()
    let admin = try await Inscrite("adm", essai, role: .administrateur).navigateur
    let fixe = try await admin.envoyer(
      "/administration/maintenance/conservation",
      [("dossier", ""), ("journal", "10"), ("comptes", "mille")],
    )
    #expect(fixe.code == 422)
    let juste = try await admin.envoyer(
      "/administration/maintenance/conservation",
      [("dossier", "50"), ("journal", "10"), ("comptes", "")],
    )
    #expect(juste.code == 303)
    #expect(
      try await essai.lire { try $0.conservations().map(\.categorie) } == [.dossier, .journal]
    )
    let effacement = "/administration/maintenance/effacement"
    let sans = try await admin.envoyer(effacement, [("confirmation", "oui")])
    #expect(sans.code == 422 && sans.texte.contains("rien n’a été effacé"))
    #expect(try await admin.envoyer(effacement, [("confirmation", "Effacer")]).code == 303)
    let derniere = try await essai.lire { try $0.journal(avant: nil, limite: 1).first?.acte }
    #expect(derniere == AppliquerLaConservation.nom)
  }
}
