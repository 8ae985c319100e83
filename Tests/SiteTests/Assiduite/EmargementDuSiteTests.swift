import Actes
import Demonstration
import HTTPServer
import Scolarite
import Testing

@Suite("Site : émargement et démarches d’absence")
struct EmargementDuSiteTests {
  @Test("du créneau créé à la signature : le code projeté signe une fois, un autre est refusé")
  func emarger() async throws {
    let terrain = try await TerrainDeDocuments()
    let essai = terrain.essai
    let secretariat = try await essai.navigateur(
      .secretariat,
      sur: .promotion(terrain.promotion.id),
    )
    let vide = try await secretariat.envoyer("/appels/nouveau", [("heure", "midi")])
    #expect(vide.statut == .unprocessableContent && vide.contient("Choisissez le module."))
    let module = try #require(essai.ici.evaluations.first?.module)
    let cree = try await secretariat.envoyer(
      "/appels/nouveau",
      [
        ("module", "\(terrain.promotion.id)/\(module)/"), ("nature", "td"),
        ("date", "2025-11-20"), ("heure", "8 h"), ("minutes", "90"),
      ],
    )
    let appel = try #require(cree.suite)
    #expect(appel.hasPrefix("/appels/"))
    let mal = try await secretariat.envoyer(appel + "/ouvrir", [("pas", "5")])
    #expect(mal.statut == .unprocessableContent)
    let ouvert = try await secretariat.envoyer(appel + "/ouvrir", [("pas", "20")])
    #expect(ouvert.suite == appel + "/code")
    let ecran = try await secretariat.lire(appel + "/code")
    #expect(ecran.contient("<svg") && ecran.contient("/emarger"))
    let code = try #require(ecran.texte.firstMatch(of: /(\d{3})\s(\d{3})/))
    let lui = try await terrain.sien()
    let seance = appel.split(separator: "/").last.map(String.init) ?? ""
    let page = try await lui.lire("/emarger/\(seance)/\(code.1)\(code.2)")
    #expect(page.contient("Signer ma présence"))
    let autre = code.1 == "000" ? "111111" : "000111"
    let faux = try await lui.envoyer("/emarger", [("seance", seance), ("code", autre)])
    #expect(faux.statut == .unprocessableContent && faux.contient("n’est pas celui"))
    let champs = [("seance", seance), ("code", "\(code.1) \(code.2)")]
    let signe = try await lui.envoyer("/emarger", champs)
    #expect(signe.statut == .seeOther)
    let encore = try await lui.envoyer("/emarger", champs)
    #expect(encore.contient("Vous avez déjà signé"))
    #expect(try await secretariat.lire(appel).contient("présent"))
    let ferme = try await secretariat.envoyer(appel + "/fermer", [("absents", "oui")])
    #expect(ferme.suite == appel)
  }

  @Test("un emploi du temps se voit avant d’être écrit, et repris deux fois n’ajoute rien")
  func importer() async throws {
    let terrain = try await TerrainDeDocuments()
    let id = terrain.promotion.id
    let secretariat = try await terrain.essai.navigateur(.secretariat, sur: .promotion(id))
    let module = try #require(terrain.essai.ici.evaluations.first?.module)
    let page = "/appels/importer"
    let avec = [("promotion", "\(id)")]
    let tete = "Date;Début;Fin;Module;Type\n"
    let faux = try await secretariat.deposer(
      page,
      "edt.csv",
      tete + "31/11/2025;8 h;10 h;\(module);TD\n20/11/2025;8 h;7 h;\(module);TD\n",
      avec: avec,
    )
    #expect(faux.statut == .unprocessableContent && faux.contient("A2") && faux.contient("C3"))
    let inconnu = try await secretariat.deposer(
      page,
      "edt.csv",
      tete + "20/11/2025;8 h;10 h;Z9.99;TD\n",
      avec: avec,
    )
    #expect(inconnu.statut == .unprocessableContent && inconnu.contient("Z9.99"))
    let avant = try await terrain.lire { try $0.seances(id).count }
    let agenda = """
      BEGIN:VCALENDAR\r
      VERSION:2.0\r
      PRODID:-//essai//FR\r
      BEGIN:VEVENT\r
      UID:un@essai\r
      DTSTAMP:20251101T080000Z\r
      DTSTART:20251120T070000Z\r
      DTEND:20251120T083000Z\r
      SUMMARY:\(module) TD\r
      END:VEVENT\r
      END:VCALENDAR\r

      """
    let vue = try await secretariat.deposer(page, "edt.ics", agenda, avec: avec)
    #expect(vue.statut == .ok && vue.contient("Créneaux à ajouter"))
    #expect(try await terrain.lire { try $0.seances(id).count } == avant)
    let confirme = avec + [("confirme", "oui")]
    let reprise = try await secretariat.deposer(page, "edt.ics", agenda, avec: confirme)
    #expect(reprise.statut == .seeOther)
    let seances = try await terrain.lire { try $0.seances(id) }
    #expect(seances.count == avant + 1)
    let nouvelle = try #require(seances.first { $0.reference == "un@essai" })
    #expect("\(nouvelle.debut)" == "2025-11-20T08:00" && nouvelle.minutes == 90)
    let encore = try await secretariat.deposer(page, "edt.ics", agenda, avec: avec)
    #expect(encore.contient("Rien ne change."))
    _ = try await secretariat.deposer(page, "edt.ics", agenda, avec: confirme)
    #expect(try await terrain.lire { try $0.seances(id).count } == avant + 1)
    let deplace = agenda.replacing("20251120T07", with: "20251120T09")
      .replacing("20251120T0830", with: "20251120T1030")
    _ = try await secretariat.deposer(page, "edt.ics", deplace, avec: confirme)
    let ensuite = try await terrain.lire { try $0.seances(id) }
    #expect(ensuite.count == avant + 1)
    #expect(ensuite.contains { "\($0.debut)" == "2025-11-20T10:00" })
    let tard = agenda.replacing("TD", with: "réunion").replacing(module, with: "Une")
    let ecarte = try await secretariat.deposer(
      page,
      "edt.ics",
      tard,
      avec: avec + [("ecarter", "oui")],
    )
    #expect(ecarte.statut == .ok && ecarte.contient("sans module"))
  }

  @Test("une démarche mal remplie garde ce qui est tapé, une bonne se lit ensuite")
  func demarches() async throws {
    let terrain = try await TerrainDeDocuments()
    let lui = try await terrain.sien()
    let periode = [
      ("autorisation-du", "2025-12-01"), ("autorisation-de-heure", "8 h"),
      ("autorisation-au", "2025-12-01"), ("autorisation-a-heure", "18 h"),
    ]
    let muette = try await lui.envoyer("/moi/demarches/autorisation", periode)
    #expect(muette.statut == .unprocessableContent && muette.contient("Dites pourquoi."))
    #expect(muette.contient("2025-12-01"))
    let passee = try await lui.envoyer(
      "/moi/demarches/annonce",
      [
        ("annonce-du", "2025-11-19"), ("annonce-de-heure", "8 h"),
        ("annonce-au", "2025-11-21"), ("annonce-a-heure", "8 h"),
      ],
    )
    #expect(passee.statut == .unprocessableContent && passee.contient("avant le début"))
    let bonne = try await lui.envoyer(
      "/moi/demarches/autorisation",
      periode + [("autorisation-motif", "Un concours")],
    )
    #expect(bonne.suite == "/moi/demarches")
    #expect(try await lui.lire("/moi/demarches").contient("Un concours"))
  }
}
