import Actes
import Demonstration
import HTTPServer
import Scolarite
import Testing

@Suite("Site : décisions de jury")
struct DecisionsDeJuryTests {
  private struct Seance {
    let essai: SecretariatDEssai
    let jury: SessionDeJury
    let direction: NavigateurDEssai

    init(_ nature: SessionDeJury.Nature = .annee) async throws {
      essai = try await SecretariatDEssai()
      jury = try await essai.faire(
        OuvrirUnJury(
          promotion: essai.ici.promotion.id,
          nature: nature,
          date: try #require(Jour("2025-11-20")),
          membres: [.init(nom: "Dominique Chaire", qualite: .president, present: true)],
        )
      )
      direction = try await essai.navigateur(.direction, sur: .etablissement)
    }

    var page: String { "/jurys/\(jury.id)/etudiants/\(essai.ici.etudiants[0])" }

    func projets() async throws -> [ProjetDeDecision] {
      try await essai.bureau.registre.lire(essai.iut.id) { [jury] in try $0.projets(jury.id) }
    }
  }

  @Test(
    "une décision que le jury ne peut prendre n’adopte pas la proposition à sa place",
    arguments: [
      ("annee", "ADM"), ("annee", "XYZ"), ("sur-UE11", "RED"), ("sur-passage", "NAR"),
    ],
  )
  func codeInconnu(_ champ: String, _ code: String) async throws {
    let seance = try await Seance()
    let reponse = try await seance.direction.envoyer(
      seance.page,
      [("version", "0"), (champ, code), ("motif", "progression nette")],
    )
    #expect(reponse.statut == .unprocessableContent)
    #expect(reponse.contient("progression nette"))
    #expect(try await seance.projets().isEmpty)
  }

  @Test("un code de l’année n’est pas pris par un jury de semestre")
  func anneeAuSemestre() async throws {
    let seance = try await Seance(.semestre(try #require(NumeroSemestre(1))))
    let reponse = try await seance.direction.envoyer(
      seance.page,
      [("version", "0"), ("annee", "RED"), ("motif", "bases fragiles")],
    )
    #expect(reponse.statut == .unprocessableContent && reponse.contient("ne prend pas"))
    #expect(try await seance.projets().isEmpty)
  }

  @Test("sans script, Entrée dans le motif n’adopte rien : le premier bouton enregistre")
  func boutonParDefaut() async throws {
    let seance = try await Seance()
    let page = try await seance.direction.lire(seance.page)
    let formulaire = try #require(page.texte.firstRange(of: "id=\"decision\""))
    let suite = page.texte[formulaire.upperBound...]
    let bouton = try #require(suite.firstMatch(of: /<button[^>]*>/))
    #expect(bouton.0.contains("value=\"decider\""))
    let vide = try await seance.direction.envoyer(
      seance.page,
      [("version", "0"), ("effet", "decider"), ("motif", "bases fragiles")],
    )
    #expect(vide.statut == .unprocessableContent)
    #expect(try await seance.projets().isEmpty)
  }
}
