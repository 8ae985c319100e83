import Actes
import Demonstration
import Echanges
import HTTPServer
import Scolarite
import Testing

@Suite("Site : redoublement et année suivante")
struct RedoublementTests {
  private static func demander(_ navigateur: NavigateurDEssai, _ essai: SecretariatDEssai)
    async throws -> NavigateurDEssai.Page
  {
    try await navigateur.deposer(
      "/moi/redoublement",
      "certificat.pdf",
      "%PDF-1.4 certificat",
      champ: "piece",
      avec: [
        ("promotion", "\(essai.ici.promotion.id)"), ("s1", "oui"), ("s2", "oui"),
        ("motif", "Un deuil en mars"), ("audition", "oui"),
      ],
    )
  }

  @Test(
    "l’étudiant demande, la direction ne refuse pas sans l’entendre, et il lit ce qu’on notifie"
  )
  func procedure() async throws {
    let essai = try await SecretariatDEssai()
    let etudiant = essai.ici.etudiants[0]
    let sien = try await essai.navigateur(.etudiant, sur: .etudiant(etudiant), etudiant: etudiant)
    let vide = try await sien.envoyer(
      "/moi/redoublement",
      [("promotion", "\(essai.ici.promotion.id)"), ("anterieurs", "9")],
    )
    #expect(vide.statut == .unprocessableContent && vide.contient("au moins un semestre"))
    #expect(vide.contient("chiffre de 1 à 6") && vide.contient("Dites pourquoi"))
    let depose = try await Self.demander(sien, essai)
    #expect(depose.suite == "/moi/redoublement")
    let suivie = try await sien.lire("/moi/redoublement")
    #expect(suivie.contient("en attente de réponse") && suivie.contient("demandée, à organiser"))

    let bureau = try await essai.secretariat()
    let liste = try await bureau.lire("/promotions/\(essai.ici.promotion.id)/redoublements")
    #expect(liste.contient("à instruire"))
    let id = try #require(
      try await essai.bureau.registre.lire(essai.iut.id) { registre in
        try registre.redoublements(etudiant: etudiant).first?.id
      }
    )
    let page = "/redoublements/\(id)"
    let direction = try await essai.navigateur(.direction, sur: .etablissement)
    let refuse = [
      ("version", "1"), ("sens", "refuser"), ("motivation", "absences"),
      ("conseils", "un BTS"), ("auteur", "la direction"),
    ]
    let irregulier = try await direction.envoyer(page + "/decision", refuse)
    #expect(irregulier.statut == .unprocessableContent)
    #expect(irregulier.contient("audition demandée non tenue"))
    #expect(irregulier.contient("un BTS</textarea>"))
    let entendu = try await bureau.envoyer(
      page + "/audition",
      [
        ("version", "1"), ("date", "2025-11-19"), ("devant", "la direction des études"),
        ("tenue", "oui"),
      ],
    )
    #expect(entendu.suite == page)
    let decide = try await direction.envoyer(
      page + "/decision",
      [("version", "2")] + refuse.dropFirst(),
    )
    #expect(decide.suite == page)
    let avant = try await sien.lire("/moi/redoublement")
    #expect(!avant.contient("refusé") && !avant.contient("un BTS") && !avant.contient("absences"))
    #expect(try await sien.lire(page).statut == .forbidden)
    let notifie = try await bureau.envoyer(
      page + "/notification",
      [("version", "3"), ("date", "2025-11-20")],
    )
    #expect(notifie.suite == page)
    let apres = try await sien.lire("/moi/redoublement")
    #expect(apres.contient("Le redoublement est refusé") && apres.contient("un BTS"))
    #expect(apres.contient("tribunal administratif"))
    let fiche = try await direction.lire(page)
    #expect(fiche.contient("Pourquoi ?") && fiche.contient("notifiée le 20 novembre 2025") == false)
    #expect(fiche.contient("Décision notifiée"))
  }

  @Test("l’année suivante se prévoit, se change avec un motif, se fait et se défait")
  func annee() async throws {
    let essai = try await SecretariatDEssai()
    let promotion = essai.ici.promotion
    let adresse = "/promotions/\(promotion.id)/annee-suivante"
    let bureau = try await essai.secretariat()
    let ouverte = try await bureau.lire(adresse)
    #expect(ouverte.contient("Le jury de fin d’année n’est pas clos"))
    try await clore(essai)
    _ = try await essai.faire(
      DeposerUneMaquette(
        formation: promotion.formation,
        texte: try #require(Bibliotheque.texte(maquette: "mmi-but1"))
          .replacing("\"2022-2023\"", with: "\"2026-2027\""),
      )
    )
    let etudiant = essai.ici.etudiants[0]
    let ligne = adresse + "/\(etudiant)"
    let muet = try await bureau.envoyer(
      ligne,
      [("version", "0"), ("destination", "redouble-12"), ("motif", "")],
    )
    #expect(muet.statut == .unprocessableContent && muet.contient("donnez un motif"))
    let change = try await bureau.envoyer(
      ligne,
      [("version", "0"), ("destination", "redouble-12"), ("motif", "sur sa demande")],
    )
    #expect(change.suite == adresse)
    let plan = try await bureau.lire(adresse)
    #expect(plan.contient("sur sa demande") && plan.contient("Faire l’année 2026-2027"))
    let empreinte = try #require(
      plan.texte.firstMatch(of: /name="empreinte" value="([0-9a-f]{64})"/)?.1
    )
    let maquette = try #require(plan.texte.firstMatch(of: /value="(m\d+)"/)?.1)
    let perime = try await bureau.envoyer(adresse, [("empreinte", "ancienne")])
    #expect(perime.statut == .unprocessableContent && perime.contient("ont changé depuis l’aperçu"))
    let faite = try await bureau.envoyer(
      adresse,
      [
        ("empreinte", String(empreinte)), ("accueil1", String(maquette)),
        ("accueil1-nom", "MMI 1 suivante"),
      ],
    )
    #expect(faite.suite == adresse)
    let apres = try await bureau.lire(adresse)
    #expect(apres.contient("Défaire") && apres.contient("MMI 1 suivante"))
    let numero = try #require(apres.texte.firstMatch(of: /name="annee" value="(\d+)"/)?.1)
    let defaite = try await bureau.envoyer(adresse + "/defaire", [("annee", String(numero))])
    #expect(defaite.suite == adresse)
    #expect(try await bureau.lire(adresse).contient("MMI 1 suivante") == false)
    let encore = try await bureau.envoyer(adresse + "/defaire", [("annee", String(numero))])
    #expect(encore.statut == .unprocessableContent && encore.contient("déjà défaite"))
  }

  private func clore(_ essai: SecretariatDEssai) async throws {
    let jury = try await essai.faire(
      OuvrirUnJury(
        promotion: essai.ici.promotion.id,
        nature: .annee,
        date: try #require(Jour("2026-07-03")),
        membres: [.init(nom: "Dominique Chaire", qualite: .president, present: true)],
      )
    )
    _ = try await essai.faire(CloreUnJury(jury.id, version: 1))
  }
}
