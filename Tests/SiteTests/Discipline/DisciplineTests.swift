import Actes
import Demonstration
import HTTPServer
import Scolarite
import Testing

@Suite("Site : discipline")
struct DisciplineTests {
  private static func signaler(
    _ navigateur: NavigateurDEssai,
    _ terrain: TerrainDeDocuments,
    heure: String = "10 h 05",
    date: String = "2025-11-18",
  ) async throws -> NavigateurDEssai.Page {
    let evaluation = try #require(terrain.essai.ici.evaluations.first)
    return try await navigateur.envoyer(
      "/promotions/\(terrain.promotion.id)/incidents/nouveau",
      [
        ("comportement", "fraude"), ("date", date), ("heure", heure), ("lieu", "Amphi B"),
        ("evaluation", "\(evaluation.id)"), ("etudiant-1", "\(terrain.etudiant)"),
        ("surveillant", "Sam Veille"), ("recit", "Antisèche sous la copie."),
      ],
    )
  }

  @Test(
    "du signalement à la décision : chacun à son tour, l’étudiant lit, le relevé attend puis sort"
  )
  func chaine() async throws {
    let terrain = try await TerrainDeDocuments()
    let essai = terrain.essai
    let portee = Portee.promotion(terrain.promotion.id)
    let prof = try await essai.navigateur(.surveillant, sur: portee)
    let chef = try await essai.navigateur(.responsableDeDepartement, sur: portee)
    let direction = try await essai.navigateur(.direction, sur: .etablissement)
    let lui = try await terrain.sien()
    let futur = try await Self.signaler(prof, terrain, date: "2025-11-21")
    #expect(futur.statut == .unprocessableContent && futur.contient("pas encore venue"))
    #expect(futur.contient("Antisèche sous la copie.</textarea>"))
    let mal = try await Self.signaler(prof, terrain, heure: "midi")
    #expect(mal.statut == .unprocessableContent && mal.contient("14 h 05"))
    let signale = try await Self.signaler(prof, terrain)
    let page = try #require(signale.suite)
    let etudiant = ("etudiant", "\(terrain.etudiant)")
    let dresse = try await prof.envoyer(
      page + "/proces-verbal",
      [
        ("version", "1"), ("auteurs", "\(terrain.etudiant)"), ("date", "2025-11-18"),
        ("mesures", "Copie annotée, épreuve poursuivie."), ("pieces", "Une antisèche."),
        ("participation", "continuee"), ("surveillants", "Sam Veille"),
        ("auteur-\(terrain.etudiant)", "refuse"),
      ],
    )
    #expect(dresse.suite == page)
    let rapport = try await prof.lire(page)
    #expect(rapport.contient("Une antisèche.") && !rapport.contient("Qui a lu ce dossier"))
    #expect(!rapport.contient("Inviter à s’expliquer"))
    let pdf = try await prof.envoyer(page + "/documents/proces-verbal-de-fraude", [])
    #expect(pdf.statut == .ok && pdf.texte.hasPrefix("%PDF"))

    let retenu = try await lui.lire("/moi/documents")
    #expect(retenu.contient("Vos relevés et attestations attendent"))
    #expect(try await lui.lire("/moi/notes").statut == .ok)
    #expect(try await lui.lire("/moi/discipline").contient("Ni relevé ni attestation"))
    let muet = try await chef.envoyer(
      page + "/direction",
      [
        ("version", "2"), etudiant, ("date", "2025-11-19"), ("chef", "2a"), ("texte", "Grave."),
      ],
    )
    #expect(muet.statut == .unprocessableContent && muet.contient("invitation à s’expliquer"))
    func etape(
      _ qui: NavigateurDEssai,
      _ nom: String,
      _ version: Int,
      _ champs: [(String, String)] = [],
    ) async throws -> Bool {
      let envoi = try await qui.envoyer(
        page + "/" + nom,
        [("version", "\(version)"), etudiant, ("date", "2025-11-19"), ("texte", "Écrit.")] + champs,
      )
      return envoi.suite == page
    }
    #expect(try await etape(chef, "invitation", 2))
    let invite = try await lui.lire("/moi")
    #expect(invite.contient("Une procédure disciplinaire vous concerne"))
    let sienne = try await lui.lire("/moi/discipline")
    #expect(sienne.contient("Invitation à s’expliquer") && sienne.contient("faire assister"))
    #expect(try await etape(chef, "explications", 3))
    #expect(try await etape(chef, "direction", 4, [("chef", "2a")]))
    #expect(try await !etape(chef, "rapport", 5))
    #expect(try await etape(direction, "rapport", 5))
    #expect(try await etape(direction, "section", 6))
    let trop = try await direction.envoyer(
      page + "/decision",
      [
        ("version", "7"), etudiant, ("date", "2025-11-19"), ("sanction", "exclusion-temporaire"),
        ("mois", "61"),
      ],
    )
    #expect(trop.statut == .unprocessableContent && trop.contient("1 à 60 mois"))
    #expect(
      try await etape(direction, "decision", 7, [("sanction", "blame"), ("nulle", "oui")])
    )
    #expect(try await !lui.lire("/moi/discipline").contient("blâme"))
    #expect(try await etape(direction, "notification", 8))
    let lue = try await lui.lire("/moi/discipline")
    #expect(lue.contient("blâme"))
    let lettre = try await lui.envoyer(
      "/moi/discipline",
      [
        ("incident", "\(page.split(separator: "/").last ?? "")"),
        ("papier", "notification-de-sanction"),
      ],
    )
    #expect(lettre.statut == .ok && lettre.texte.hasPrefix("%PDF"))
    #expect(try await !lui.lire("/moi/documents").contient("attestations attendent"))
    let fiche = try await chef.lire(page)
    #expect(fiche.contient("Qui a lu ce dossier") && fiche.contient("lu par l’étudiant"))
    let note = try await terrain.lire {
      [id = terrain.etudiant, evaluation = essai.ici.evaluations[0].id] in
      try $0.note(evaluation, id)?.note.entree
    }
    #expect(note == .nulle)
  }

  @Test("le secrétariat et un autre étudiant n’ouvrent ni le dossier ni ses lettres")
  func fermee() async throws {
    let terrain = try await TerrainDeDocuments()
    try await terrain.saisirLaSection()
    let incident = try #require(try await terrain.lire { try $0.incidents().first?.id })
    let autre = terrain.essai.ici.etudiants[1]
    let camarade = try await terrain.essai.navigateur(
      .etudiant,
      sur: .etudiant(autre),
      etudiant: autre,
    )
    for navigateur in [terrain.bureau, camarade] {
      #expect(try await navigateur.lire("/discipline/\(incident)").statut == .forbidden)
      for nature in NatureDeDocument.allCases where nature.estDisciplinaire {
        let papier = try await navigateur.envoyer(
          "/discipline/\(incident)/documents/\(nature.rawValue)",
          [("etudiant", "\(terrain.etudiant)")],
        )
        #expect(papier.statut == .forbidden, "\(nature)")
      }
    }
    let liste = try await terrain.bureau.lire("/discipline")
    #expect(liste.statut == .ok && !liste.contient("antisèche"))
    let documents = try await terrain.bureau.envoyer(
      "/promotions/\(terrain.promotion.id)/documents/invitation-a-expliquer",
      [("etudiant", "\(terrain.etudiant)")],
    )
    #expect(documents.statut == .notFound)
  }

  @Test("les copies d’une salle se notent et se retirent")
  func salle() async throws {
    let terrain = try await TerrainDeDocuments()
    let evaluation = try #require(terrain.essai.ici.evaluations.first)
    let page = "/evaluations/\(evaluation.id)/salle"
    let prof = try await terrain.essai.navigateur(
      .surveillant,
      sur: .promotion(terrain.promotion.id),
    )
    let anonyme = try await prof.envoyer(
      page,
      [("constat", "copie-refusee"), ("date", "2025-11-19"), ("heure", "10:35")],
    )
    #expect(anonyme.statut == .unprocessableContent && anonyme.contient("Choisissez l’étudiant"))
    let note = try await prof.envoyer(
      page,
      [
        ("constat", "copie-refusee"), ("date", "2025-11-19"), ("heure", "10:35"),
        ("etudiant", "\(terrain.etudiant)"), ("texte", "cinq minutes après"),
      ],
    )
    #expect(note.suite == page)
    let lue = try await prof.lire(page)
    #expect(lue.contient("copie refusée") && lue.contient("10 h 35"))
    let constat = try #require(try await terrain.lire { try $0.constats(evaluation.id).first?.id })
    #expect(try await prof.envoyer("\(page)/\(constat)", [("motif", "")]).statut == .conflict)
    #expect(try await prof.envoyer("\(page)/\(constat)", [("motif", "erreur")]).suite == page)
    #expect(try await prof.lire(page).contient("Rien n’a été noté"))
  }
}
