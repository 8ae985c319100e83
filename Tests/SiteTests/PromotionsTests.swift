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
  static let vues = ["", "/modules", "/maquette", "/resultats", "/repartition"]
  static let fichiers = ["modules", "maquette", "resultats", "repartition"]

  @Test("la direction des études voit les promotions de son département, par année")
  func liste() async throws {
    let iut = try await SiteInstalle.commun.value
    let (statut, page, _) = try await iut.lire("/promotions", iut.entrer(.directeurDesEtudes))
    #expect(statut == 200)
    for promotion in iut.promotions {
      let sienne = promotion.departement == iut.promotions[0].departement
      #expect(page.contains("href=\"/promotions/\(promotion.id)\"") == sienne)
    }
  }

  @Test("chaque vue s’ouvre dans son département et se refuse ailleurs", arguments: vues)
  func vue(_ vue: String) async throws {
    let iut = try await SiteInstalle.commun.value
    let temoin = try await iut.entrer(.directeurDesEtudes)
    let (ici, ailleurs) = (iut.promotions[1], iut.promotions[2])
    let (statut, page, _) = try await iut.lire("/promotions/\(ici.id)\(vue)", temoin)
    #expect(statut == 200)
    #expect(page.contains("aria-current=\"page\""))
    #expect(try await iut.lire("/promotions/\(ailleurs.id)\(vue)", temoin).0 == 403)
    #expect(try await iut.lire("/promotions/987654\(vue)", temoin).0 == 404)
    #expect(try await iut.lire("/promotions/x\(vue)", temoin).0 == 404)
    let etudiant = try await iut.entrer(.etudiant)
    #expect(try await iut.lire("/promotions/\(ici.id)\(vue)", etudiant).0 == 403)
    #expect(try await iut.lire("/promotions/\(ici.id)\(vue)", nil).0 == 303)
  }

  @Test("chaque tableau se télécharge, avec les mêmes droits", arguments: fichiers)
  func fichier(_ nom: String) async throws {
    let iut = try await SiteInstalle.commun.value
    let temoin = try await iut.entrer(.directeurDesEtudes)
    for format in ["xlsx", "csv"] {
      let adresse = "/promotions/\(iut.promotions[0].id)/\(nom).\(format)"
      let (statut, texte, reponse) = try await iut.lire(adresse, temoin)
      #expect(statut == 200)
      #expect(texte.hasPrefix(format == "xlsx" ? "PK" : "\u{FEFF}"))
      let disposition = reponse.headers["content-disposition"] ?? ""
      #expect(disposition == "attachment; filename=\"\(nom)-mmi-1re-annee-2024-2025.\(format)\"")
      let ailleurs = "/promotions/\(iut.promotions[2].id)/\(nom).\(format)"
      #expect(try await iut.lire(ailleurs, temoin).0 == 403)
    }
  }

  @Test("les notes en retard nomment le module, l’épreuve et depuis combien de jours")
  func retards() async throws {
    let iut = try await SiteInstalle.commun.value
    let promotion = iut.promotions[1]
    let suivi = try await iut.bureau.demander(
      SuivreUnePromotion(promotion.id),
      par: .console("essai"),
      dans: iut.iut,
    )
    let (_, page, _) = try await iut.lire(
      "/promotions/\(promotion.id)",
      iut.entrer(.directeurDesEtudes),
    )
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
    let iut = try await SiteInstalle.commun.value
    let promotion = iut.promotions[0]
    let temoin = try await iut.entrer(.directeurDesEtudes)
    let resultats = try await iut.bureau.demander(
      VoirLesResultats(promotion.id),
      par: .console("essai"),
      dans: iut.iut,
    )
    let groupe = try #require(resultats.groupes.first)
    let (_, page, _) = try await iut.lire(
      "/promotions/\(promotion.id)/resultats?groupe=\(groupe.id)&tri=UE11",
      temoin,
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
    let iut = try await SiteInstalle.commun.value
    let promotion = iut.promotions[0]
    let temoin = try await iut.entrer(.directeurDesEtudes)
    let (siens, autres) = try await iut.bureau.registre.lire(iut.iut) { registre in
      (
        try registre.inscriptions(promotion.id).map(\.etudiant),
        try registre.inscriptions(iut.promotions[2].id).map(\.etudiant),
      )
    }
    let base = "/promotions/\(promotion.id)/resultats"
    let (statut, page, _) = try await iut.lire("\(base)/\(siens[0])/UE11", temoin)
    #expect(statut == 200)
    #expect(page.contains("annexe 1, point 4.3") && page.contains("Calcul"))
    #expect(try await iut.lire("\(base)/\(siens[0])/UE77", temoin).0 == 404)
    #expect(try await iut.lire("\(base)/\(siens[0])/R101", temoin).0 == 404)
    #expect(try await iut.lire("\(base)/\(autres[0])/UE11", temoin).0 == 404)
    let ailleurs = "/promotions/\(iut.promotions[2].id)/resultats/\(autres[0])/UE31"
    #expect(try await iut.lire(ailleurs, temoin).0 == 403)
  }

  @Test("la maquette montre ses constats à leur place, et ses versions")
  func maquette() async throws {
    let iut = try await SiteInstalle.commun.value
    let promotion = iut.promotions[1]
    let temoin = try await iut.entrer(.directeurDesEtudes)
    let (_, page, _) = try await iut.lire("/promotions/\(promotion.id)/maquette", temoin)
    #expect(page.contains("href=\"#UE11\"") && page.contains("id=\"UE11\""))
    #expect(page.contains("arrêté BUT, annexe 1, point 4.3"))
    #expect(page.contains("calculé 22,5"))
    #expect(page.contains("maquette?version=1"))
    for absente in ["7", "x"] {
      let adresse = "/promotions/\(promotion.id)/maquette?version=\(absente)"
      #expect(try await iut.lire(adresse, temoin).0 == 404)
    }
  }

  @Test("un enseignant n’a pas « Promotions » à son menu, la direction des études l’a")
  func menu() async throws {
    let iut = try await SiteInstalle.commun.value
    for (role, attendu) in [(Role.enseignant, false), (.directeurDesEtudes, true)] {
      let (_, page, _) = try await iut.lire("/", iut.entrer(role))
      #expect(page.contains("href=\"/promotions\"") == attendu)
    }
  }
}
