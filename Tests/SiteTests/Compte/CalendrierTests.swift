import Actes
import Demonstration
import HTTPServer
import ICalendar
import Scolarite
import Soutien
import Testing

@testable import Site

@Suite("Calendrier à une adresse secrète")
struct CalendrierTests {
  /// A student of the running year at a browser, and programs that have no cookie.
  private struct Terrain {
    let essai: SiteDEssai
    let compte: Utilisateur
    let etudiant: Identifiant<Etudiant>
    let navigateur: Navigateur
    let agenda: Navigateur

    init() async throws {
      essai = try await SiteDEssai()
      let mmi = essai.mmi.id
      let inscrits = Set(try await essai.lire { try $0.inscriptions(mmi).map(\.etudiant) })
      compte = try #require(
        essai.installe.comptes.map(\.utilisateur).first {
          $0.etudiant.map(inscrits.contains) ?? false
        }
      )
      etudiant = try #require(compte.etudiant)
      navigateur = try await essai.navigateur(compte)
      agenda = try await essai.navigateur(nil)
    }

    /// Asks for an address; gives its path.
    func demander() async throws -> String {
      let page = try await navigateur.envoyer("/compte/calendrier")
      let debut = try #require(page.texte.firstRange(of: "<code>http://localhost"))
      let chemin = String(page.texte[debut.upperBound...].prefix { $0 != "<" })
      #expect(page.code == 200 && chemin.hasPrefix("/calendriers/"))
      #expect(page.texte.contains("webcal://localhost\(chemin)"))
      return chemin
    }

    func seance(_ debut: String, module: String? = nil) async throws {
      _ = try await essai.faire(
        CreerDesSeances(
          promotion: essai.mmi.id,
          seances: [
            .init(
              module: module,
              debut: try #require(Instant(debut)),
              minutes: 120,
              nature: .cm,
            )
          ],
        )
      )
    }
  }

  @Test("le calendrier se lit sans cookie, une fois, puis n’est redonné que s’il a changé")
  func lecture() async throws {
    let terrain = try await Terrain()
    let avant = try await terrain.navigateur.lire("/compte/calendrier")
    #expect(avant.contient("Créer mon adresse") && avant.contient("est une clé"))
    let chemin = try await terrain.demander()
    let page = try await terrain.agenda.lire(chemin)
    #expect(page.code == 200)
    #expect(page.reponse.headers["content-type"] == "text/calendar; charset=utf-8")
    #expect(page.reponse.headers["cache-control"]?.contains("private") == true)
    #expect(page.reponse.headers["set-cookie"] == nil)
    let marque = try #require(page.reponse.headers["etag"])
    let encore = try await terrain.agenda.lire(chemin, entetes: [("if-none-match", marque)])
    #expect(encore.code == 304 && encore.texte.isEmpty)
    // Written elsewhere: the same bytes have the same tag.
    _ = try await terrain.essai.faire(
      CreerUnUtilisateur(.init(identifiant: "ailleurs", nom: "Ailleurs"))
    )
    let pareil = try await terrain.agenda.lire(chemin, entetes: [("if-none-match", marque)])
    #expect(pareil.code == 304)
    try await terrain.seance("2026-12-01T08:00")
    let change = try await terrain.agenda.lire(chemin, entetes: [("if-none-match", marque)])
    #expect(change.code == 200 && change.reponse.headers["etag"] != marque)
    let compte = try await terrain.navigateur.lire("/compte/calendrier")
    #expect(
      compte.contient("Lue pour la dernière fois") && !compte.contient("jamais<")
        && compte.contient("Renouveler l’adresse")
    )
    #expect(!compte.contient(String(chemin.dropFirst("/calendriers/".count).prefix(64))))
  }

  @Test("renouvelée, retirée ou jamais donnée, une adresse répond comme n’importe quelle autre")
  func inconnue() async throws {
    let terrain = try await Terrain()
    let premiere = try await terrain.demander()
    let seconde = try await terrain.demander()
    let rien = try await terrain.agenda.lire("/rien/du-tout")
    func estMorte(_ chemin: String) async throws -> Bool {
      let page = try await terrain.agenda.lire(chemin)
      return page.code == 404 && page.sansNonce == rien.sansNonce
    }
    #expect(try await estMorte(premiere))
    #expect(try await terrain.agenda.lire(seconde).code == 200)
    let faux = String(repeating: "0", count: 64)
    for chemin in [
      "/calendriers/\(faux).ics", "/calendriers/\(faux)", "/calendriers/a.ics",
      String(seconde.dropLast(4)),
    ] {
      #expect(try await estMorte(chemin), "\(chemin)")
    }
    let retrait = try await terrain.navigateur.envoyer("/compte/calendrier/retirer")
    #expect(retrait.code == 303)
    #expect(try await estMorte(seconde))
    let troisieme = try await terrain.demander()
    try await terrain.essai.faire(ActiverUnUtilisateur(terrain.compte.id, actif: false))
    #expect(try await estMorte(troisieme))
  }

  @Test("qui essaie beaucoup d’adresses attend, et la vraie répond toujours")
  func trop() async throws {
    let terrain = try await Terrain()
    let chemin = try await terrain.demander()
    var dernier: Navigateur.Page?
    for rang in 0..<80 {
      let faux = String(repeating: "0", count: 62) + String(rang + 10)
      dernier = try await terrain.agenda.lire("/calendriers/\(faux).ics")
    }
    #expect(dernier?.code == 429)
    #expect(dernier?.reponse.headers["retry-after"] != nil)
    #expect(try await terrain.agenda.lire(chemin).code == 200)
  }

  @Test("ni note, ni décision, ni motif d’absence n’y paraît, et les heures suivent Paris")
  func contenu() async throws {
    let terrain = try await Terrain()
    let (essai, etudiant) = (terrain.essai, terrain.etudiant)
    let valeur = try #require(Decimale("31,41"))
    let note = try #require(Note(valeur, sur: 37))
    let evaluation = try await essai.faire(
      CreerUneEvaluation(
        promotion: essai.mmi.id,
        semestre: try #require(NumeroSemestre(1)),
        module: try #require(
          try await essai.lire { try $0.evaluations(essai.mmi.id) }
            .first { $0.semestre.valeur == 1 }
        ).module,
        intitule: "Contrôle surprise",
        date: Jour("2026-11-12"),
        coefficient: try #require(Decimale("7,13")),
        bareme: try #require(Decimale("37")),
      )
    )
    _ = try await essai.faire(
      SaisirUneNote(
        evaluation: evaluation.id,
        etudiant: etudiant,
        entree: .note(note),
        version: 0,
      )
    )
    try await essai.faire(PublierUneEvaluation(evaluation.id))
    try await terrain.seance("2026-10-23T08:00", module: evaluation.module)
    let seance = try #require(
      try await essai.lire { try $0.seances(essai.mmi.id) }.first {
        $0.debut.description == "2026-10-23T08:00" && $0.groupes.isEmpty
      }
    )
    _ = try await essai.faire(
      FaireLAppel(seance: seance.id, [.init(etudiant, .exclu(motif: "Bavardage de trop"))])
    )
    try await terrain.seance("2026-10-27T08:00", module: evaluation.module)
    let page = try await terrain.agenda.lire(terrain.demander())
    let texte = page.texte.replacing("\r\n ", with: "")
    #expect(texte.contains("Contrôle surprise"))
    for cache in ["31,41", "31.41", "31\\,41", "7,13", "7.13", "7\\,13", "/37", "Bavardage"] {
      #expect(!texte.contains(cache), "\(cache)")
    }
    #expect(texte.contains("DTSTART;TZID=Europe/Paris:20261023T080000"))
    #expect(texte.contains("DTSTART;TZID=Europe/Paris:20261027T080000"))
    #expect(texte.contains("UID:seance-\(seance.id)@iut-nulle-part.delibere"))
    guard case .bytes(let octets) = page.reponse.body else { return }
    let dit = try await ProgrammePython.lancer("lire_calendrier.py", sur: octets)
    #expect(dit.contains("DTSTART\t2026-10-23T08:00:00 2026-10-23T06:00:00Z"))
    #expect(dit.contains("DTSTART\t2026-10-27T08:00:00 2026-10-27T07:00:00Z"))
    #expect(!dit.contains("défaut"))
    let relu = ICSReading(octets)
    #expect(relu.losses.isEmpty, "\(relu.losses)")
    #expect(relu.entries.count > 3)
  }

  @Test("l’année officielle se télécharge, pour qui voit la page")
  func annee() async throws {
    let essai = try await SiteDEssai.commun.value
    let navigateur = try await essai.navigateur(essai.compte(.administrateur))
    let annee = essai.mmi.annee.description
    let page = try await navigateur.lire("/administration/calendrier/\(annee)/agenda.ics")
    #expect(page.code == 200)
    #expect(page.disposition?.contains("calendrier-\(annee).ics") == true)
    #expect(page.contient("BEGIN:VEVENT") && page.contient("-semestre-1@iut-nulle-part.delibere"))
    let liste = try await navigateur.lire("/administration/calendrier")
    #expect(liste.contient("Ajouter à mon agenda"))
    #expect(
      try await navigateur.lire("/administration/calendrier/1999-2000/agenda.ics").code == 404
    )
  }
}

extension Navigateur.Page {
  /// The page without what is drawn for each answer.
  fileprivate var sansNonce: String {
    texte.replacing(/nonce="[^"]*"/, with: "").replacing(/value="[0-9a-f]{64}"/, with: "")
  }
}
