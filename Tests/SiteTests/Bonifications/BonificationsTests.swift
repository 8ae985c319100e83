import Actes
import HTTPServer
import Scolarite
import Testing

@Suite("Site : bonifications et aménagements")
struct BonificationsTests {
  /// What the form of somebody elected sends, with proofs that the record holds.
  private static func demande(
    _ terrain: TerrainDeDocuments,
    _ campagne: Identifiant<Campagne>,
    par auteur: String = "organisme",
    _ autres: [(String, String)] = [],
  ) async throws -> [(String, String)] {
    let fichier = try await terrain.essai.faire(
      DeposerUnFichier(etudiant: terrain.etudiant, octets: Array("%PDF-1.7 mandat".utf8))
    )
    return [
      ("campagne", "\(campagne)"), ("type", "benevolat"), ("activite", "Maraude"),
      ("organisme", "Les Voisins"), ("du", "2025-09-15"), ("au", "2026-05-31"),
      ("description", "Chaque mardi, pour les personnes à la rue."),
      ("piece-engagement-gardee", fichier), ("piece-engagement-par", auteur),
      ("piece-activite-reelle-gardee", fichier), ("piece-activite-reelle-par", "tiers"),
    ] + autres
  }

  @Test("de la période à la clôture : demande, refus dits au champ, décision, réponse lue")
  func chaine() async throws {
    let terrain = try await TerrainDeDocuments()
    let essai = terrain.essai
    let lui = try await terrain.sien()
    #expect(try await lui.lire("/moi/engagement").contient("Aucune période de demande"))
    func periode(_ au: String) -> [(String, String)] {
      [
        ("promotion", "\(terrain.promotion.id)"), ("du", "2025-10-01"), ("du-heure", "8 h 00"),
        ("au", au), ("au-heure", "23 h 59"),
      ]
    }
    let inverse = try await terrain.bureau.envoyer(
      "/bonifications/campagnes",
      periode("2025-09-01"),
    )
    #expect(inverse.statut == .unprocessableContent)
    let fixee = try await terrain.bureau.envoyer(
      "/bonifications/campagnes",
      periode("2026-05-01"),
    )
    #expect(fixee.suite == "/bonifications")
    let campagneLue = try await terrain.lire { [id = terrain.promotion.id] in
      try $0.campagnes(id).last?.id
    }
    let campagne = try #require(campagneLue)
    let types = try await lui.lire("/moi/engagement")
    #expect(types.contient("Sapeur-pompier volontaire") && types.contient("bulletins de paie"))
    #expect(try await lui.lire("/moi/engagement?type=emploi").contient("Heures de travail"))
    let exclue = try await lui.envoyer(
      "/moi/engagement",
      Self.demande(terrain, campagne, [("exclu-parti", "oui")]),
    )
    #expect(exclue.statut == .unprocessableContent && exclue.contient("parti politique est exclue"))
    #expect(exclue.contient("pour les personnes à la rue.</textarea>"))
    let soi = try await lui.envoyer(
      "/moi/engagement",
      Self.demande(terrain, campagne, par: "etudiant"),
    )
    #expect(soi.contient("n’est pas recevable"))
    let depose = try await lui.envoyer("/moi/engagement", Self.demande(terrain, campagne))
    #expect(depose.suite == "/moi/engagement", "\(depose.texte.suffix(2_000))")
    let commission = try await essai.navigateur(.commissionDesBonifications, sur: .etablissement)
    let jour = essai.bureau.horloge.maintenant().jour
    let reunie = try await commission.envoyer(
      "/bonifications/commissions",
      [("annee", "2025-2026"), ("jour", jour.description), ("lieu", "Amphi")],
    )
    let page = try #require(reunie.suite)
    let vue = try await commission.lire(page)
    #expect(vue.contient("Maraude") && vue.contient("responsable du Pôle Formation"))
    let demandeLue = try await terrain.lire { [id = terrain.etudiant] in
      try $0.engagements(etudiant: id).first?.id
    }
    let demande = try #require(demandeLue)
    func decider(_ points: String) async throws -> NavigateurDEssai.Page {
      try await commission.envoyer(
        page + "/demandes/\(demande)",
        [("version", "1"), ("sens", "accordee"), ("points", points), ("motif", "Régulier.")],
      )
    }
    let trop = try await decider("0,6")
    #expect(
      trop.statut == .unprocessableContent && trop.contient("les plafonds laissent 0,5 point")
    )
    #expect(try await decider("0,5").suite == page)
    #expect(try await !lui.lire("/moi/engagement").contient("0,5 point"))
    let incomplete = try await commission.envoyer(page + "/cloture", [("version", "1")])
    #expect(incomplete.statut == .conflict && incomplete.contient("composition"))
    let qualites = ["direction", "pole-formation", "vie-etudiante", "sport-culture-solidarite"]
    let places = qualites + ["departement-\(terrain.promotion.departement)"]
    let composee = try await commission.envoyer(
      page,
      [("version", "1"), ("jour", jour.description), ("lieu", "Amphi")]
        + places.flatMap { [("nom-" + $0, "Membre \($0)"), ("present-" + $0, "oui")] },
    )
    #expect(composee.suite == page)
    let lettre = "/bonifications/demandes/\(demande)/documents"
    for (qui, adresse) in [(lui, lettre), (commission, page + "/documents")] {
      #expect(try await qui.envoyer(adresse, []).statut == .conflict)
    }
    #expect(try await commission.envoyer(page + "/cloture", [("version", "2")]).suite == page)
    for (qui, adresse) in [
      (lui, lettre), (commission, lettre), (commission, page + "/documents"),
    ] {
      let papier = try await qui.envoyer(adresse, [])
      #expect(papier.statut == .ok && papier.texte.hasPrefix("%PDF"), "\(adresse)")
    }
    #expect(try await lui.envoyer(page + "/documents", []).statut == .forbidden)
    let mes = try await lui.lire("/moi/documents")
    #expect(mes.contient("Décision de la commission des bonifications, Maraude, Les Voisins"))
    let encore = try await lui.envoyer(
      "/moi/documents",
      [("nature", "decision-de-bonification"), ("engagement", "\(demande)")],
    )
    #expect(encore.statut == .ok && encore.texte.hasPrefix("%PDF"))
    let emis = try await terrain.emis()
    #expect(emis.map(\.nature) == [.decisionDeBonification])
    let code = try #require(emis.first?.code)
    #expect(try await lui.lire("/verifier/\(code)").contient("commission des bonifications"))
    #expect(try await lui.lire("/moi/engagement").contient("0,5 point"))
    #expect(try await lui.lire("/moi").contient("La commission vous accorde une bonification"))
    let minutes = try await commission.lire(page + "/proces-verbal")
    #expect(minutes.contient("Membre vie-etudiante") && minutes.contient("Régulier."))
  }

  @Test("la liste du sport se voit avant d’être écrite, et chaque faute nomme sa cellule")
  func sport() async throws {
    let terrain = try await TerrainDeDocuments()
    let suaps = try await terrain.essai.navigateur(.suaps, sur: .etablissement)
    let nipLu = try await terrain.lire { [id = terrain.etudiant] in
      try $0.etudiant(id)?.identite?.nip
    }
    let nip = try #require(nipLu)
    let page = "/bonifications/sport"
    let annee = [("annee", "2025-2026")]
    let faux = try await suaps.deposer(
      page,
      "suaps.csv",
      "Numéro étudiant;Points\n\(nip);0,7\n",
      avec: annee,
    )
    #expect(faux.statut == .unprocessableContent && faux.contient("B2"))
    let liste = "Numéro étudiant;Séances\n\(nip);20\n"
    let vue = try await suaps.deposer(page, "suaps.csv", liste, avec: annee)
    #expect(vue.statut == .ok && vue.contient("Bonus à ajouter"))
    let promotion = terrain.promotion.id
    #expect(try await terrain.lire { try $0.bonus(promotion: promotion) }.isEmpty)
    let reprise = try await suaps.deposer(
      page,
      "suaps.csv",
      liste,
      avec: annee + [("confirme", "oui")],
    )
    #expect(reprise.statut == .seeOther)
    let bonus = try await terrain.lire { try $0.bonus(promotion: promotion) }
    #expect(bonus.map(\.nature) == [.sport(.seances(20))])
    #expect(try await suaps.lire(page).contient("20 séances"))
  }

  @Test("une demande d’aménagement va à qui en décide, et sa réponse à l’étudiant")
  func amenagements() async throws {
    let terrain = try await TerrainDeDocuments()
    let lui = try await terrain.sien()
    let portee = Portee.promotion(terrain.promotion.id)
    let chef = try await terrain.essai.navigateur(.responsableDeDepartement, sur: portee)
    func demander(_ champs: [(String, String)]) async throws -> NavigateurDEssai.Page {
      try await lui.envoyer(
        "/moi/amenagements",
        [("promotion", "\(terrain.promotion.id)"), ("texte", "Entraînements.")] + champs,
      )
    }
    let sans = try await demander([("situation", "sport-de-haut-niveau")])
    #expect(sans.statut == .unprocessableContent && sans.contient("Cochez au moins un souhait"))
    let souhait = ("souhait-emploi-du-temps", "oui")
    let faite = try await demander([("situation", "sport-de-haut-niveau"), souhait])
    #expect(faite.suite == "/moi/amenagements")
    _ = try await demander([("situation", "handicap"), souhait])
    let liste = try await chef.lire("/amenagements")
    #expect(liste.contient("sport de haut niveau") && !liste.contient("trouble de santé"))
    let demandes = try await terrain.lire { [id = terrain.etudiant] in
      try $0.demandesDAmenagement(etudiant: id)
    }
    #expect(try await chef.lire("/amenagements/\(demandes[1].id)").statut == .forbidden)
    let page = "/amenagements/\(demandes[0].id)"
    let reponse: [(String, String)] = [
      ("version", "1"), ("accord-emploi-du-temps", "oui"), ("precision", "libre le matin"),
      ("depuis", "2025-09-01"), ("jusqua", "2026-08-31"), ("seances", "oui"),
    ]
    let muette = try await chef.envoyer(page, reponse)
    #expect(muette.statut == .unprocessableContent && muette.contient("libre le matin"))
    #expect(try await chef.envoyer(page, reponse + [("motif", "Sur pièces.")]).suite == page)
    let lue = try await lui.lire("/moi/amenagements")
    #expect(lue.contient("libre le matin") && lue.contient("Sur pièces."))
    #expect(try await chef.lire("/amenagements").contient("emploi du temps aménagé"))
  }
}
