import Actes
import Demonstration
import HTTPServer
import Scolarite
import Testing

@testable import Site

/// The pages of those who direct studies.
@Suite("Pages des promotions")
struct PromotionsTests {
  /// What follows the address of a promotion.
  static let vues = ["", "/modules", "/maquette", "/resultats", "/repartition", "/reussite"]
  static let fichiers = ["modules", "maquette", "resultats", "repartition", "reussite"]

  @Test("la direction des études voit les promotions de son département, par année")
  func liste() async throws {
    let iut = try await SiteDEssai.commun.value
    let (statut, page, _) = try await iut.navigateur(iut.compte(.directeurDesEtudes))
      .page("/promotions")
    #expect(statut == 200)
    for promotion in iut.installe.promotions {
      let sienne = promotion.departement == iut.installe.promotions[0].departement
      #expect(page.contains("href=\"/promotions/\(promotion.id)\"") == sienne)
    }
  }

  @Test("chaque vue s’ouvre dans son département et se refuse ailleurs", arguments: vues)
  func vue(_ vue: String) async throws {
    let iut = try await SiteDEssai.commun.value
    let temoin = try await iut.navigateur(iut.compte(.directeurDesEtudes))
    let (ici, ailleurs) = (iut.installe.promotions[1], iut.installe.promotions[2])
    let (statut, page, _) = try await temoin.page("/promotions/\(ici.id)\(vue)")
    #expect(statut == 200)
    #expect(page.contains("aria-current=\"page\""))
    #expect(try await temoin.page("/promotions/\(ailleurs.id)\(vue)").0 == 403)
    #expect(try await temoin.page("/promotions/987654\(vue)").0 == 404)
    #expect(try await temoin.page("/promotions/x\(vue)").0 == 404)
    let etudiant = try await iut.navigateur(iut.compte(.etudiant))
    #expect(try await etudiant.page("/promotions/\(ici.id)\(vue)").0 == 403)
    #expect(try await iut.navigateur(nil).page("/promotions/\(ici.id)\(vue)").0 == 303)
  }

  @Test("chaque tableau se télécharge, avec les mêmes droits", arguments: fichiers)
  func fichier(_ nom: String) async throws {
    let iut = try await SiteDEssai.commun.value
    let temoin = try await iut.navigateur(iut.compte(.directeurDesEtudes))
    for format in ["xlsx", "csv"] {
      let adresse = "/promotions/\(iut.installe.promotions[0].id)/\(nom).\(format)"
      let (statut, texte, reponse) = try await temoin.page(adresse)
      #expect(statut == 200)
      #expect(texte.hasPrefix(format == "xlsx" ? "PK" : "\u{FEFF}"))
      let disposition = reponse.headers["content-disposition"] ?? ""
      #expect(disposition == "attachment; filename=\"\(nom)-mmi-1re-annee-2025-2026.\(format)\"")
      let ailleurs = "/promotions/\(iut.installe.promotions[2].id)/\(nom).\(format)"
      #expect(try await temoin.page(ailleurs).0 == 403)
    }
  }

  @Test("les notes en retard nomment le module, l’épreuve et depuis combien de jours")
  func retards() async throws {
    let iut = try await SiteDEssai.commun.value
    let promotion = iut.installe.promotions[1]
    let suivi = try await iut.bureau.demander(
      SuivreUnePromotion(promotion.id),
      par: .console("essai"),
      dans: iut.iut.id,
    )
    let (_, page, _) = try await iut.navigateur(iut.compte(.directeurDesEtudes))
      .page("/promotions/\(promotion.id)")
    #expect(!suivi.retards.isEmpty)
    for retard in suivi.retards {
      #expect(page.contains("href=\"/evaluations/\(retard.evaluation.id)\""))
      #expect(page.contains("\(retard.manquantes) sur \(retard.attendus)"))
    }
    for module in suivi.modules where module.aUneSeuleEvaluation {
      #expect(page.contains("/modules/\(module.module.code)\""))
    }
  }

  @Test("la carte mène de chaque moyenne à son explication, filtrée et classée")
  func resultats() async throws {
    let iut = try await SiteDEssai.commun.value
    let promotion = iut.installe.promotions[0]
    let temoin = try await iut.navigateur(iut.compte(.directeurDesEtudes))
    let resultats = try await iut.bureau.demander(
      VoirLesResultats(promotion.id),
      par: .console("essai"),
      dans: iut.iut.id,
    )
    let groupe = try #require(resultats.groupes.first)
    let (_, page, _) = try await temoin.page(
      "/promotions/\(promotion.id)/resultats?groupe=\(groupe.id)&tri=UE11"
    )
    var moyennes: [Fraction] = []
    let ue = try #require(CodeUE("UE11"))
    for ligne in resultats.lignes {
      let adresse = "/promotions/\(promotion.id)/resultats/\(ligne.etudiant.id)/UE11\""
      #expect(page.contains(adresse) == ligne.groupes.contains(groupe.id))
    }
    let ids = page.matches(of: /resultats\/(\d+)\/UE11"/).compactMap { Int64($0.1) }
    for id in ids {
      let ligne = resultats.lignes.first { $0.etudiant.id.valeur == id }
      if let moyenne = ligne?.ue(ue)?.moyenne { moyennes.append(moyenne) }
    }
    #expect(moyennes.count > 1 && moyennes == moyennes.sorted(by: >))
  }

  @Test("l’explication dit l’article et le calcul ; une UE ou un étudiant d’ailleurs n’existe pas")
  func pourquoi() async throws {
    let iut = try await SiteDEssai.commun.value
    let promotion = iut.installe.promotions[0]
    let temoin = try await iut.navigateur(iut.compte(.directeurDesEtudes))
    let (siens, autres) = try await iut.lire { registre in
      (
        try registre.inscriptions(promotion.id).map(\.etudiant),
        try registre.inscriptions(iut.installe.promotions[2].id).map(\.etudiant),
      )
    }
    let base = "/promotions/\(promotion.id)/resultats"
    let (statut, page, _) = try await temoin.page("\(base)/\(siens[0])/UE11")
    #expect(statut == 200)
    #expect(page.contains("annexe 1, point 4.3") && page.contains("Calcul"))
    #expect(try await temoin.page("\(base)/\(siens[0])/UE77").0 == 404)
    #expect(try await temoin.page("\(base)/\(siens[0])/R101").0 == 404)
    #expect(try await temoin.page("\(base)/\(autres[0])/UE11").0 == 404)
    let ailleurs = "/promotions/\(iut.installe.promotions[2].id)/resultats/\(autres[0])/UE31"
    #expect(try await temoin.page(ailleurs).0 == 403)
  }

  @Test("la maquette montre ses constats à leur place, et ses versions")
  func maquette() async throws {
    let iut = try await SiteDEssai.commun.value
    let promotion = iut.installe.promotions[1]
    let temoin = try await iut.navigateur(iut.compte(.directeurDesEtudes))
    let (_, page, _) = try await temoin.page("/promotions/\(promotion.id)/maquette")
    #expect(page.contains("href=\"#UE11\"") && page.contains("id=\"UE11\""))
    #expect(page.contains("arrêté BUT, annexe 1, point 4.3"))
    #expect(page.contains("calculé 22,5"))
    #expect(page.contains("maquette?version=1"))
    for absente in ["7", "x"] {
      let adresse = "/promotions/\(promotion.id)/maquette?version=\(absente)"
      #expect(try await temoin.page(adresse).0 == 404)
    }
  }

  @Test("un enseignant n’a pas « Promotions » à son menu, la direction des études l’a")
  func menu() async throws {
    let iut = try await SiteDEssai.commun.value
    for (role, attendu) in [(Role.enseignant, false), (.directeurDesEtudes, true)] {
      let (_, page, _) = try await iut.navigateur(iut.compte(role)).page("/")
      #expect(page.contains("href=\"/promotions\"") == attendu)
    }
  }
}

extension Navigateur {
  /// The status, the text and the whole of an answer.
  func page(_ adresse: String) async throws -> (UInt16, String, HTTPResponse) {
    let page = try await lire(adresse)
    return (page.statut.code, page.texte, page.reponse)
  }
}
