import Actes
import Demonstration
import HTTPServer
import Scolarite
import Testing

@Suite("Site : imprimer des documents")
struct ImpressionTests {
  private static let provisoire = [("nature", NatureDeDocument.releveProvisoire.rawValue)]

  @Test("on coche, un PDF vient sous un nom qui se lit partout, et chacun garde son code")
  func imprimer() async throws {
    let terrain = try await TerrainDeDocuments()
    let choix = try await terrain.bureau.lire(terrain.documents)
    #expect(choix.contient("\(terrain.documents)/releve-provisoire\""))
    #expect(choix.contient("Aucun jury n’est clos"))
    let avant = try await terrain.bureau.lire("\(terrain.documents)/releve-provisoire")
    #expect(avant.contient("4 documents à imprimer") && avant.contient("deux secondes pour 150"))
    #expect(avant.texte.matches(of: /name="etudiant" value="\d+" checked/).count == 4)

    let fichier = try await terrain.imprimer(.releveProvisoire, [terrain.etudiant])
    #expect(fichier.statut == .ok && fichier.texte.hasPrefix("%PDF-"))
    #expect(fichier.entetes["content-type"] == "application/pdf")
    #expect(fichier.entetes["cache-control"] == "no-store")
    let disposition = try #require(fichier.disposition)
    #expect(
      disposition.hasPrefix(
        "attachment; filename=\"releve-de-notes-provisoire-mmi-1-2025-2026-"
      )
    )
    #expect(disposition.contains("filename*=UTF-8''Relev%C3%A9%20de%20notes"))
    #expect(disposition.contains(".pdf\"") && disposition.hasSuffix(".pdf"))

    let emis = try #require(try await terrain.emis().first)
    let apres = try await terrain.bureau.lire("\(terrain.documents)/releve-provisoire")
    #expect(apres.contient("déjà remis") && apres.contient(emis.code))
    _ = try await terrain.imprimer(.releveProvisoire, terrain.essai.ici.etudiants)
    #expect(try await terrain.emis().map(\.code) == [emis.code])
  }

  @Test("sans personne de coché, la page revient et le dit")
  func personne() async throws {
    let terrain = try await TerrainDeDocuments()
    let page = try await terrain.imprimer(.releveProvisoire, [])
    #expect(page.statut == .unprocessableContent)
    #expect(page.contient("Cochez au moins un étudiant."))
    #expect(try await terrain.emis().isEmpty)
    let decoche = try await terrain.bureau.lire(
      "\(terrain.documents)/releve-provisoire?coches=non"
    )
    #expect(!decoche.contient(" checked"))
  }

  @Test("qui n’a pas le document sait pourquoi, et rien n’est imprimé")
  func ecartes() async throws {
    let terrain = try await TerrainDeDocuments()
    let page = try await terrain.bureau.lire("\(terrain.documents)/releve-definitif")
    #expect(page.contient("Personne n’a droit à ce document pour l’instant"))
    #expect(page.contient("4 étudiants sans document"))
    #expect(page.contient("Aucun jury clos n’a encore décidé."))
    let refus = try await terrain.imprimer(.releveDefinitif, [terrain.etudiant])
    #expect(refus.statut == .conflict && refus.contient("Aucun jury clos n’a encore décidé"))
    let tous = try await terrain.imprimer(.releveDefinitif, terrain.essai.ici.etudiants)
    #expect(tous.statut == .conflict && tous.contient("Personne n’y a droit"))
  }

  @Test(
    "un document n’est tiré que de ce dont il parle",
    arguments: [
      "proces-verbal", "liste-de-salle", "lettre-de-decision", "calendrier-officiel", "autre",
    ],
  )
  func nature(_ nature: String) async throws {
    let terrain = try await TerrainDeDocuments()
    let adresse = "\(terrain.documents)/\(nature)"
    #expect(try await terrain.bureau.lire(adresse).statut == .notFound)
    #expect(try await terrain.bureau.envoyer(adresse, []).statut == .notFound)
  }

  @Test("l’étudiant a les siens, avec la raison de ce qui manque, et ceux de personne d’autre")
  func soi() async throws {
    let terrain = try await TerrainDeDocuments()
    let sien = try await terrain.sien()
    let page = try await sien.lire("/moi/documents")
    #expect(page.contient("Mes documents, MMI 1, 2025-2026"))
    #expect(page.contient("Aucun jury clos n’a encore décidé."))
    #expect(page.contient("Vous n’avez encore demandé aucun document"))
    let fichier = try await sien.envoyer("/moi/documents", Self.provisoire)
    #expect(fichier.texte.hasPrefix("%PDF-"))
    let code = try #require(try await terrain.emis().first).code
    #expect(try await sien.lire("/moi/documents").contient(code))
    let autre = terrain.essai.ici.etudiants[1]
    let ailleurs = try await sien.envoyer("/etudiants/\(autre)/documents/releve-provisoire", [])
    #expect(ailleurs.statut == .forbidden)
    let ailleursAussi = try await sien.envoyer(
      "/moi/documents",
      Self.provisoire + [("promotion", "\(terrain.essai.ailleurs.promotion.id)")],
    )
    #expect(ailleursAussi.statut == .conflict)
    #expect(try await sien.lire(terrain.documents).statut == .forbidden)
  }

  @Test("ce qui est retenu ne part par aucune route, et se dit (R1.5.9)")
  func retenu() async throws {
    let terrain = try await TerrainDeDocuments()
    let sien = try await terrain.sien()
    let dossier = "/etudiants/\(terrain.etudiant)/documents"
    let recu = try await sien.envoyer("/moi/documents", Self.provisoire)
    #expect(recu.texte.hasPrefix("%PDF-"))
    let avant = try await terrain.emis().count
    try await terrain.saisirLaSection()

    let page = try await sien.lire("/moi/documents")
    #expect(page.contient("Vos relevés et attestations attendent."))
    #expect(page.contient("secrétariat de votre département"))
    #expect(!page.contient("value=\"releve-provisoire\""))
    let retenues = NatureDeDocument.allCases.filter(\.estRetenu)
    for nature in retenues {
      let reponses = [
        try await sien.envoyer("/moi/documents", [("nature", nature.rawValue)]),
        try await terrain.bureau.envoyer("\(dossier)/\(nature.rawValue)", []),
        try await terrain.imprimer(nature, [terrain.etudiant]),
      ]
      for reponse in reponses {
        #expect(reponse.statut == .conflict, "\(nature)")
        #expect(reponse.contient("procédure disciplinaire est en cours"), "\(nature)")
      }
    }
    let liste = try await terrain.bureau.lire("\(terrain.documents)/releve-provisoire")
    #expect(liste.contient("3 documents à imprimer") && liste.contient("1 étudiant sans document"))
    let autres = try await terrain.imprimer(.releveProvisoire, terrain.essai.ici.etudiants)
    #expect(autres.texte.hasPrefix("%PDF-"))
    #expect(try await terrain.emis().count == avant)
    // The page of the record still opens, for whoever looks after the student.
    #expect(
      try await terrain.bureau.lire(dossier).contient("Relevés et attestations sont retenus.")
    )
  }

  @Test("une évaluation et sa séance donnent leurs listes, l’année son calendrier")
  func epreuves() async throws {
    let terrain = try await TerrainDeDocuments()
    let promotion = terrain.promotion.id
    let evaluations = try await terrain.lire { try $0.evaluations(promotion) }
    let evaluation = try #require(evaluations.first)
    let debuts = try ["2025-12-01T08:00", "2025-12-01T10:00"].map { try #require(Instant($0)) }
    let seances = try await terrain.essai.faire(
      CreerDesSeances(
        promotion: terrain.promotion.id,
        seances: debuts.map { debut in
          .init(
            module: evaluation.module,
            debut: debut,
            minutes: 90,
            nature: .examen,
            evaluation: evaluation.id,
          )
        },
      )
    )
    let choix = try await terrain.bureau.lire("/evaluations/\(evaluation.id)/documents")
    #expect(choix.contient("Séance du 1er décembre 2025 à 8 h, toute la promotion"))
    for adresse in [
      "/evaluations/\(evaluation.id)/documents/liste-de-salle",
      "/seances/\(seances[1].id)/documents/feuille-d-emargement",
    ] {
      #expect(choix.contient("\(adresse)\""), "\(adresse)")
      #expect(try await terrain.bureau.lire(adresse).contient("Imprimer"), "\(adresse)")
      let fichier = try await terrain.bureau.envoyer(adresse, [])
      #expect(fichier.texte.hasPrefix("%PDF-"), "\(adresse)")
    }
    let seance = "/seances/\(seances[1].id)/documents/convocation"
    #expect(try await terrain.bureau.lire(seance).statut == .notFound)
  }
}
