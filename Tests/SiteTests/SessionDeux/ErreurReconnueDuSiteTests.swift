import Actes
import HTTPServer
import Scolarite
import Testing

@Suite("Site : l’erreur reconnue et son jury")
struct ErreurReconnueDuSiteTests {
  @Test("la page du jury attend la note exacte, et le retrait remet tout comme avant")
  func erreur() async throws {
    let terrain = try await TerrainDeDocuments()
    let posee = try await terrain.essai.faire(
      PoserUneSession2DuSite(
        promotion: terrain.promotion.id,
        etudiant: terrain.etudiant,
        module: try await CopiesDuSiteTests.module(terrain),
        note: Note("7"),
        jour: Jour("2025-11-10"),
      )
    )
    try await CopiesDuSiteTests.clore(terrain)
    let direction = try await terrain.essai.navigateur(
      .direction,
      sur: .departement(terrain.promotion.departement),
    )
    let page = "/session-2/\(posee.epreuve.campagne)/contestations"
    let demande = "\(page)/\(posee.consultation.id)"
    let reconnue = try await direction.envoyer(
      "\(demande)/reconnaitre",
      [
        ("version", "1"), ("nature", "total"), ("preuve", "6 + 6 + 5 = 17"),
        ("motif-erreur", "total"), ("note", "17"), ("jury", "2025-11-21"),
      ],
    )
    #expect(reconnue.suite == page)
    let jury = try await presider(terrain, posee.consultation)
    let attend = try await direction.lire(jury)
    #expect(attend.contient("Une note exacte n’est pas reportée."))
    #expect(attend.contient("href=\"\(page)\"") && attend.contient("Retirer ce jury"))
    #expect(try await !direction.lire("\(jury)/cloture").contient("Clore et sceller"))
    let refusee = try await direction.envoyer("\(jury)/cloture", [("version", "2")])
    #expect(refusee.statut == .unprocessableContent)
    #expect(refusee.contient("la note exacte n’est pas reportée ("))
    // The secretariat writes the mark, and cannot take back what the direction recognised.
    let vue = try await terrain.bureau.lire(jury)
    #expect(vue.contient("par la direction") && !vue.contient("Retirer ce jury"))
    let reportee = try await terrain.bureau.envoyer("\(demande)/reporter", [("version", "2")])
    #expect(reportee.suite == page)
    #expect(try await !direction.lire("\(jury)/cloture").contient("n’est pas reportée"))
    let tenu = try await direction.lire(jury)
    #expect(tenu.contient("La note exacte est déjà reportée") && !tenu.contient("Retirer ce jury"))
    let trop = try await direction.envoyer("\(jury)/annuler", [("motif", "à tort")])
    #expect(trop.statut == .conflict && trop.contient("remet la note publiée"))
    let muette = try await terrain.bureau.envoyer(
      "\(demande)/reprendre",
      [("version", "3"), ("motif-de-reprise", "")],
    )
    #expect(muette.statut == .unprocessableContent && muette.contient("donnez un motif"))
    let reprise = try await terrain.bureau.envoyer(
      "\(demande)/reprendre",
      [("version", "3"), ("motif-de-reprise", "La copie est celle d’une autre personne.")],
    )
    #expect(reprise.suite == page)
    let sansMotif = try await direction.envoyer("\(jury)/annuler", [("motif", " ")])
    #expect(sansMotif.statut == .unprocessableContent && sansMotif.contient("donnez un motif"))
    let retire = try await direction.envoyer("\(jury)/annuler", [("motif", "Erreur d’étudiant.")])
    #expect(retire.suite == "/jurys")
    #expect(try await direction.lire(page).contient("Maintenir la note") == false)
    #expect(try await direction.lire(page).contient("demandée"))
    let lui = try await terrain.sien()
    #expect(try await lui.lire("/moi").contient("L’erreur reconnue sur votre copie ne l’est plus"))
  }

  /// The page of the jury that an error opened, with somebody to preside.
  private func presider(_ terrain: TerrainDeDocuments, _ consultation: ConsultationDeCopie)
    async throws -> String
  {
    let lue = try await terrain.lire { [id = consultation.id] registre in
      try registre.consultationDeCopie(id)?.erreur.flatMap { try registre.jury($0.jury) }
    }
    var session = try #require(lue)
    session.membres = [.init(nom: "Dominique Chaire", qualite: .president, present: true)]
    _ = try await terrain.essai.faire(ModifierUnJury(session))
    return "/jurys/\(session.id)"
  }
}
