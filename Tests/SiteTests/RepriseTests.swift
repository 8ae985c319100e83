import Actes
import Demonstration
import HTTPServer
import Scolarite
import Testing

@testable import Site

/// The marks of a promotion come from one sheet.
@Suite struct RepriseTests {
  @Test("les notes d’une promotion se voient avant d’être écrites, plusieurs évaluations à la fois")
  func promotion() async throws {
    let essai = try await SecretariatDEssai()
    let navigateur = try await essai.secretariat()
    let (titres, nips) = try await essai.deuxEpreuves()
    let adresse = "/promotions/\(essai.ici.promotion.id)/notes/reprise"
    let csv =
      "Numéro étudiant;\(titres[0]);\(titres[1])\n\(nips[0]);12,5;ABI\n\(nips[1]);;7\n"
    let apercu = try await navigateur.deposer(adresse, "notes.csv", csv)
    #expect(apercu.statut == .ok)
    #expect(apercu.contient("12,5") && apercu.contient("Nouvelles notes"))
    #expect(try await essai.notes(titres) == 0)

    let garde = try #require(apercu.texte.firstMatch(of: /name="contenu" value="([0-9a-f]+)"/)?.1)
    let ecrite = try await navigateur.envoyer(
      adresse,
      [("confirme", "oui"), ("nom", "notes.csv"), ("contenu", String(garde))],
    )
    #expect(ecrite.statut == .seeOther)
    #expect(try await essai.notes(titres) == 3)
  }

  @Test("une colonne inconnue ou une case illisible refuse toute la feuille, et dit laquelle")
  func fautes() async throws {
    let essai = try await SecretariatDEssai()
    let navigateur = try await essai.secretariat()
    let (titres, nips) = try await essai.deuxEpreuves()
    let adresse = "/promotions/\(essai.ici.promotion.id)/notes/reprise"
    let inconnue = try await navigateur.deposer(
      adresse,
      "n.csv",
      "Numéro étudiant;\(titres[0]);R999 — DS 9\n\(nips[0]);12;13\n",
    )
    #expect(inconnue.statut == .unprocessableContent)
    #expect(inconnue.contient("R999 — DS 9") && inconnue.contient("rien n’a été écrit"))
    let illisible = try await navigateur.deposer(
      adresse,
      "n.csv",
      "Numéro étudiant;\(titres[0])\n\(nips[0]);12\n\(nips[1]);vingt\n",
    )
    #expect(illisible.statut == .unprocessableContent && illisible.contient("vingt"))
    #expect(try await essai.notes(titres) == 0)
  }

  @Test("une note que l’étudiant voit ne change pas sans motif, et celui-ci va au journal")
  func motif() async throws {
    let essai = try await SecretariatDEssai()
    let navigateur = try await essai.secretariat()
    let (titres, nips) = try await essai.deuxEpreuves(publiees: true)
    let adresse = "/promotions/\(essai.ici.promotion.id)/notes/reprise"
    func feuille(_ note: String) -> [(String, String)] {
      let octets = Array("Numéro étudiant;\(titres[0])\n\(nips[0]);\(note)\n".utf8)
      let contenu = FeuilleRecue(nom: "n.csv", octets: octets).enBase16
      return [
        ("confirme", "oui"), ("remplacer", "oui"), ("nom", "n.csv"), ("contenu", contenu),
      ]
    }
    #expect(try await navigateur.envoyer(adresse, feuille("8")).statut == .seeOther)
    let muette = try await navigateur.envoyer(adresse, feuille("9"))
    #expect(muette.statut == .unprocessableContent && muette.contient("dites pourquoi"))
    let dite = try await navigateur.envoyer(
      adresse,
      feuille("9") + [("motif", "erreur de total")],
    )
    #expect(dite.statut == .seeOther)
    let raisons = try await essai.bureau.registre.lire(essai.iut.id) {
      try $0.journal(avant: nil, limite: 1).map(\.contenu)
    }
    #expect(raisons.contains { $0?.contains("erreur de total") == true })
  }

  @Test("la feuille de toutes les notes nomme chaque étudiant et chaque évaluation ouverte")
  func feuille() async throws {
    let essai = try await SecretariatDEssai()
    let navigateur = try await essai.secretariat()
    let page = try await navigateur.lire("/promotions/\(essai.ici.promotion.id)/notes/feuille")
    #expect(page.statut == .ok)
    #expect(page.disposition?.contains(".xlsx") == true)
    let suivi = try await navigateur.lire("/promotions/\(essai.ici.promotion.id)")
    #expect(suivi.contient("/notes/reprise") && suivi.contient("/notes/feuille"))
  }
}

extension SecretariatDEssai {
  /// Two new tests: the titles of their columns, and the numbers of two students.
  fileprivate func deuxEpreuves(publiees: Bool = false) async throws -> ([String], [String]) {
    let modele = try #require(ici.evaluations.first)
    for nom in ["Bilan 1", "Bilan 2"] {
      let evaluation = try await faire(
        CreerUneEvaluation(
          promotion: ici.promotion.id,
          semestre: modele.semestre,
          module: modele.module,
          intitule: nom,
          nature: .interrogation,
          date: nil,
        )
      )
      if publiees { try await faire(PublierUneEvaluation(evaluation.id)) }
    }
    let etudiants = try await bureau.registre.lire(iut.id) { [promotion = ici.promotion.id] in
      try $0.etudiants(promotion)
    }
    return (
      ["\(modele.module) — Bilan 1", "\(modele.module) — Bilan 2"],
      etudiants.compactMap(\.identite?.nip),
    )
  }

  /// How many marks these tests have.
  fileprivate func notes(_ titres: [String]) async throws -> Int {
    try await bureau.registre.lire(iut.id) { [promotion = ici.promotion.id] registre in
      try registre.evaluations(promotion).filter { evaluation in
        titres.contains("\(evaluation.module) — \(evaluation.nom)")
      }.map { try registre.notes($0.id).count }.reduce(0, +)
    }
  }
}
