import Actes
import SQL
import Scolarite
import Soutien
import Testing

@testable import Registre

@Suite("Vérification des scellés et des fichiers")
struct VerificationDesScellesTests {
  private static func terrain(_ moteur: SQLEngine) async throws -> (RegistreDEssai, TerrainDEssai) {
    let essai = try await RegistreDEssai(moteur)
    let terrain = try await TerrainDEssai("MMI", essai)
    let adj = DecisionPrise(sur: .annee, code: .adj, motif: "progression nette")
    _ = try await essai.faire(
      DeciderEnJury(jury: terrain.jury.id, etudiant: terrain.etudiant, decisions: [adj])
    )
    try await essai.adopter([terrain.voisin], en: terrain.jury)
    _ = try await essai.faire(CloreUnJury(terrain.jury.id, version: 1))
    return (essai, terrain)
  }

  private static func bilan(_ essai: RegistreDEssai) throws -> BilanDeBase {
    try EntretienDeBase(RegistreDEssai.adresse(essai.base)).verifier()
  }

  @Test("ce qui est scellé se vérifie, même après effacement", arguments: SQLEngine.allCases)
  func intact(_ moteur: SQLEngine) async throws {
    let (essai, terrain) = try await Self.terrain(moteur)
    let avant = try Self.bilan(essai)
    #expect(avant.estIntact, "\(avant.texte)")
    #expect(avant.journal.chaines.map(\.scelles) == [4])
    try await essai.faire(
      EffacerUnePersonne(terrain.etudiant, motif: "demande", memeInscrit: true)
    )
    #expect(try Self.bilan(essai).estIntact)
  }

  @Test(
    "une décision, un dossier, un membre, un scellé changés après coup se voient",
    arguments: [
      "UPDATE decision SET code = 'RED'",
      "UPDATE scelle SET dossier = '{}'",
      "UPDATE scelle SET empreinte = (SELECT max(empreinte) FROM cloture)",
      "UPDATE membre_de_jury SET nom = 'Autre'",
      "UPDATE cloture SET cfvu = NULL",
      "DELETE FROM decision; DELETE FROM scelle; DELETE FROM cloture",
    ],
  )
  func falsification(_ requetes: String) async throws {
    let (essai, _) = try await Self.terrain(.sqlite)
    try essai.base.falsifier(requetes)
    let anomalies = try Self.bilan(essai).journal.chaines.flatMap(\.anomalies)
    #expect(
      anomalies.contains { anomalie in
        if case .scelleAltere = anomalie.nature { return true }
        return anomalie.nature == .scelleDisparu
      }
    )
  }

  @Test("un fichier dont les octets ont changé se voit")
  func fichier() async throws {
    let (essai, terrain) = try await Self.terrain(.sqlite)
    let connexion = try essai.base.connect()
    try connexion.execute(
      "UPDATE fichier SET octets = ?1, taille = 8",
      [.blob(Array("%PDF-2.0".utf8))],
    )
    let dommages = try Self.bilan(essai).dommages
    #expect(dommages.contains { $0.contains(terrain.fichier.prefix(12)) })
  }
}
