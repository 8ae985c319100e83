import Actes
import HTTPServer
import Registre
import Testing

@testable import Site

@Suite("API : droits")
struct DroitsDeLAPITests {
  @Test("la table tient toutes les opérations")
  func complete() {
    #expect(TableDeLAPI.toutes.map(\.operation).sorted() == API.operations.map(\.nom).sorted())
  }

  /// Somebody with one role and a token with every right.
  private struct Personne {
    let role: Role
    let jeton: String
    let etendue: Etendue

    enum Etendue { case etablissement, departement, module, autreModule, ailleurs, soi }

    func atteint(_ portee: LigneDeLAPI.Portee) -> Bool {
      switch (etendue, portee) {
      case (_, .partout), (.etablissement, _), (.departement, _): true
      case (.module, .module), (.module, .unModule), (.autreModule, .unModule): true
      case (.soi, .promotion): true
      case (.module, .promotion), (.autreModule, .promotion), (.autreModule, .module),
        (.ailleurs, _), (.soi, .module), (.soi, .unModule):
        false
      }
    }
  }

  @Test("chaque opération est permise aux rôles qui l’ont, sur leur portée, et à personne d’autre")
  func table() async throws {
    let essai = try await APIDEssai()
    let personnes = try await Self.personnes(essai)
    for ligne in TableDeLAPI.toutes {
      let operation = try #require(API.operations.first { $0.nom == ligne.operation })
      for personne in personnes {
        let (adresse, corps) = try await ligne.demande(essai, essai.ici)
        let reponse = try await essai.demander(
          operation.methode,
          adresse,
          personne.jeton,
          corps: corps,
        )
        let attendu = ligne.roles.contains(personne.role) && personne.atteint(ligne.portee)
        let nom = "\(ligne.operation), \(personne.role.rawValue), \(personne.etendue)"
        #expect((reponse.statut == operation.statut.code) == attendu, "\(nom) : \(reponse.texte)")
        if !attendu { #expect(reponse.statut == 403, "\(nom)") }
      }
    }
  }

  private static func personnes(_ essai: APIDEssai) async throws -> [Personne] {
    let (ici, ailleurs) = (essai.ici, essai.ailleurs)
    var personnes: [Personne] = []
    func ajouter(_ role: Role, _ etendue: Personne.Etendue, _ portee: Portee) async throws {
      let jeton = try await essai.personne([Habilitation(role: role, portee: portee)]).jeton
      personnes.append(Personne(role: role, jeton: jeton, etendue: etendue))
    }
    for role in Role.allCases where role != .etudiant {
      try await ajouter(role, .etablissement, .etablissement)
      try await ajouter(role, .departement, .departement(ici.promotion.departement))
      try await ajouter(role, .ailleurs, .departement(ailleurs.promotion.departement))
    }
    for role in [Role.enseignant, .responsableDeModule] {
      try await ajouter(role, .module, .module(ici.promotion.id, ici.notee.module))
      try await ajouter(role, .autreModule, .module(ici.promotion.id, ici.autre.module))
      try await ajouter(role, .ailleurs, .module(ailleurs.promotion.id, ici.notee.module))
    }
    try await ajouter(.etudiant, .soi, .etudiant(ici.etudiant))
    try await ajouter(.etudiant, .ailleurs, .etudiant(ici.etudiants[1]))
    try await ajouter(.etudiant, .ailleurs, .etudiant(ailleurs.etudiant))
    return personnes
  }

  @Test("un jeton ne donne que les droits qu’il a, quels que soient ceux de la personne")
  func jetonLimite() async throws {
    let essai = try await APIDEssai()
    for ligne in TableDeLAPI.toutes {
      let operation = try #require(API.operations.first { $0.nom == ligne.operation })
      guard let droit = operation.droit else { continue }
      let sans = try await essai.toutPuissant(essai.ici, sans: droit)
      let (adresse, corps) = try await ligne.demande(essai, essai.ici)
      let refusee = try await essai.demander(operation.methode, adresse, sans.jeton, corps: corps)
      #expect(refusee.statut == 403, "\(ligne.operation) : \(refusee.texte)")
      let seul = try await essai.jeton(sans.compte, [droit])
      let faite = try await essai.demander(operation.methode, adresse, seul.jeton, corps: corps)
      #expect(faite.statut == operation.statut.code, "\(ligne.operation) : \(faite.texte)")
    }
  }

  @Test("les numéros d’un autre département n’ouvrent rien")
  func autreDepartement() async throws {
    let essai = try await APIDEssai()
    let jeton = try await essai.toutPuissant(essai.ici).jeton
    for ligne in TableDeLAPI.toutes {
      let operation = try #require(API.operations.first { $0.nom == ligne.operation })
      guard !operation.gabarit.noms.isEmpty else { continue }
      let (adresse, corps) = try await ligne.demande(essai, essai.ailleurs)
      let reponse = try await essai.demander(operation.methode, adresse, jeton, corps: corps)
      if ligne.portee == .partout {
        #expect(try reponse.lire("elements") == "[]")
      } else {
        #expect([403, 404].contains(reponse.statut), "\(ligne.operation) : \(reponse.texte)")
      }
    }
    let melee = "/api/v1/evaluations/\(essai.ici.autre.id)/notes/\(essai.ailleurs.etudiant)"
    let note = try await essai.demander(.put, melee, jeton, corps: Corps.note)
    #expect(note.statut == 409)
    let histoire = try await essai.demander(.get, melee + "/histoire", jeton)
    #expect(histoire.texte == "[]")
  }

  @Test("des promotions et des modules, on ne voit que les siens")
  func listes() async throws {
    let essai = try await APIDEssai()
    let (ici, portee) = (essai.ici, Portee.module(essai.ici.promotion.id, essai.ici.notee.module))
    let enseignant = try await essai.personne([.init(role: .enseignant, portee: portee)]).jeton
    let promotions = try await essai.demander(.get, "/api/v1/promotions", enseignant)
    #expect(try promotions.lire("elements", "0", "id") == "\(ici.promotion.id)")
    #expect(try promotions.lire("elements", "1") == nil)
    let modules = try await essai.demander(.get, "/api/v1/modules", enseignant)
    #expect(try modules.lire("0", "module", "code") == "\"\(ici.notee.module)\"")
    #expect(try modules.lire("1") == nil)
    let liste = "/api/v1/promotions/\(ici.promotion.id)/etudiants"
    let vus = try await essai.demander(.get, liste, enseignant)
    #expect(try vus.lire("elements", "0", "identite", "ine") == "null")
    let secretariat = try await essai.toutPuissant(ici).jeton
    let entiers = try await essai.demander(.get, liste, secretariat)
    let etudiant = try await essai.registre.lire(essai.iut.id) { try $0.etudiant(ici.etudiant) }
    let courriel = etudiant?.identite?.courriel
    #expect(
      try entiers.lire("elements", "0", "identite", "courriel")
        == (courriel.map { "\"\($0)\"" } ?? "null")
    )
  }

  @Test("un étudiant voit ses notes publiées, et pas les autres")
  func etudiant() async throws {
    let essai = try await APIDEssai()
    let etudiant = essai.ici.etudiant
    let lui = try await essai.personne([.init(role: .etudiant, portee: .etudiant(etudiant))]).jeton
    let adresse = "/api/v1/etudiants/\(etudiant)/notes"
    #expect(try await essai.demander(.get, adresse, lui).lire("elements") == "[]")
    try await essai.faire(PublierUneEvaluation(essai.ici.notee.id))
    let vue = try await essai.demander(.get, adresse, lui)
    #expect(try vue.lire("elements", "0", "note", "valeur") == "12")
    #expect(try vue.lire("elements", "0", "evaluation", "id") == "\(essai.ici.notee.id)")
  }
}
