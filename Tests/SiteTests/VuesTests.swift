import Actes
import Demonstration
import HTTPServer
import Scolarite
import Testing

@testable import Site

/// The views of those who direct: the way of students, their success, the synthesis of a jury.
@Suite("Vues de la direction")
struct VuesTests {
  @Test("les parcours se dessinent et se téléchargent, pour les formations que l’on suit")
  func parcours() async throws {
    let iut = try await SiteDEssai.commun.value
    let temoin = try await iut.navigateur(iut.compte(.directeurDesEtudes))
    let (statut, page, _) = try await temoin.page("/parcours")
    #expect(statut == 200)
    #expect(page.contains("class=\"sankey\"") && page.contains("Semestre 1"))
    let parcours = try await iut.bureau.demander(
      VoirLesParcours(iut.mmi.formation),
      par: .console("essai"),
      dans: iut.iut.id,
    )
    #expect(parcours.flux.liens.count > 2)
    for lien in parcours.flux.liens { #expect(page.contains(">\(lien.effectif)</td>")) }
    for (nom, debut) in [("svg", "<svg xmlns"), ("xlsx", "PK"), ("csv", "\u{FEFF}De")] {
      let (statut, texte, reponse) = try await temoin.page(
        "/parcours.\(nom)?formation=\(iut.mmi.formation)"
      )
      #expect(statut == 200 && texte.hasPrefix(debut), "\(nom)")
      #expect(reponse.headers["content-disposition"]?.contains("attachment") == true)
    }
    #expect(try await temoin.page("/parcours?formation=\(iut.rt.formation)").0 == 404)
    #expect(try await temoin.page("/parcours?formation=x").0 == 404)
    let (_, vide, _) = try await iut.navigateur(iut.compte(.etudiant)).page("/parcours")
    #expect(vide.contains("Aucune formation ne vous est ouverte") && !vide.contains("sankey"))
  }

  @Test("la réussite dit d’après quoi, par groupe, par baccalauréat, et ce qui est trop peu")
  func reussite() async throws {
    let iut = try await SiteDEssai.commun.value
    let temoin = try await iut.navigateur(iut.compte(.directeurDesEtudes))
    let passee = iut.installe.promotions[0]
    let (_, close, _) = try await temoin.page("/promotions/\(passee.id)/reussite")
    #expect(close.contains("D’après le jury du"))
    for attendu in [
      "Par groupe de TD", "Par type de baccalauréat", "Baccalauréat technologique", "Par statut",
      "Codes de l’année", "trop peu",
    ] {
      #expect(close.contains(attendu), "\(attendu)")
    }
    let (_, vivante, _) = try await temoin.page("/promotions/\(iut.mmi.id)/reussite")
    #expect(vivante.contains("D’après ce que le règlement propose"))
    #expect(
      vivante.contains("\(passee.annee)")
        && vivante.contains("<td class=\"chiffres-alignes\">en attente</td>")
    )
  }

  @Test(
    "la synthèse d’un jury clos dit séance, écarts et étudiants ; d’un jury ouvert, elle se refuse"
  )
  func synthese() async throws {
    let iut = try await SiteDEssai.commun.value
    let passee = iut.installe.promotions[0]
    let clos = try #require(
      try await iut.lire { try $0.jurys(passee.id) }.first { $0.close }
    )
    let temoin = try await iut.navigateur(iut.compte(.directeurDesEtudes))
    let (statut, page, _) = try await temoin.page("/jurys/\(clos.id)/synthese")
    #expect(statut == 200)
    let synthese = try await iut.bureau.demander(
      SynthetiserUnJury(clos.id),
      par: .console("essai"),
      dans: iut.iut.id,
    )
    #expect(!synthese.ecarts.isEmpty && synthese.lignes.count == 60)
    for membre in clos.membres { #expect(page.contains(membre.nom)) }
    for ecart in synthese.ecarts { #expect(page.contains(ecart.decision.motif)) }
    for ligne in synthese.lignes { #expect(page.contains(ligne.etudiant.nomAffiche)) }
    let (_, csv, _) = try await temoin.page("/jurys/\(clos.id)/synthese.csv")
    #expect(csv.contains("\(synthese.empreinte)"))
    #expect(try await temoin.page("/jurys/\(clos.id)/synthese.xlsx").1.hasPrefix("PK"))
    #expect(try await temoin.page("/jurys/\(clos.id)").1.contains("/jurys/\(clos.id)/synthese\""))

    let ouvert = try await iut.faire(
      OuvrirUnJury(
        promotion: iut.mmi.id,
        nature: .semestre(iut.mmi.anneeBUT.semestres[0]),
        date: Jour(ouvrant: iut.mmi.annee),
        membres: [],
      )
    )
    let (refus, texte, _) = try await temoin.page("/jurys/\(ouvert.id)/synthese")
    #expect(refus == 409 && texte.contains("n’est pas clos"))
    #expect(!(try await temoin.page("/jurys/\(ouvert.id)").1.contains("/synthese\"")))
    try await iut.faire(AnnulerUnJury(ouvert.id))
    let etudiant = try await iut.navigateur(iut.compte(.etudiant))
    #expect(try await etudiant.page("/jurys/\(clos.id)/synthese").0 == 403)
  }
}
