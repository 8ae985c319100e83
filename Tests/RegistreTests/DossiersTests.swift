import Actes
import Demonstration
import Echanges
import Fiction
import SQL
import Scolarite
import Testing

struct DossiersTests {
  @Test("ce qui est relu donne les propositions de la fiction", arguments: SQLEngine.allCases)
  func memesPropositions(_ moteur: SQLEngine) async throws {
    let essai = try await RegistreDEssai(moteur)
    let enregistree = try await PromotionEnregistree(essai, effectif: 30, contenu: .tout)
    let vivante = try await essai.bureau.demander(
      DelibererUnePromotion(enregistree.installee.promotion.id),
      par: .console("essai"),
      dans: essai.iut,
    )
    let reglement = try Self.reglement()
    let dossiers = enregistree.fiction.etudiants(30).map(\.dossier)
    var cohorte = Cohorte(
      annee: .essai,
      anneeBUT: try #require(AnneeBUT(1)),
      programme: try Bibliotheque { _ in nil }.programme("mmi-but1"),
      reglement: reglement,
      disposition: Disposition(dossiers),
    )
    for dossier in dossiers { cohorte.ajouter(dossier) }
    let attendues = Propositions(cohorte)
    for (rang, etudiant) in enregistree.installee.etudiants.enumerated() {
      #expect(vivante[etudiant] == attendues[rang])
    }
  }

  static func reglement() throws -> Reglement {
    let couches = try Bibliotheque { _ in nil }.couches("iut-larochesuryon-2025")
    return Reglement(courant: try Reglages(couches, le: Jour(ouvrant: .essai)))
  }
}
