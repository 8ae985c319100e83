import Echanges
import Fiction
import Scolarite
import Testing

/// What the rules give for a promotion, in per mille of its students.
struct Bilan: CustomStringConvertible {
  private(set) var parts: [String: Int] = [:]

  init(_ promotion: PromotionFictive, _ nombre: Int, _ reglement: Reglement) throws {
    for etudiant in promotion.etudiants(nombre) {
      let resultats = Deliberation<SansPreuve>.resultats(etudiant.dossier, reglement)
      let annee = try #require(resultats.annees.last).finale
      for fait in Self.faits(annee) { parts[fait, default: 0] += 1 }
    }
    parts = parts.mapValues { $0 * 1000 / nombre }
  }

  subscript(_ fait: String) -> Int { parts[fait] ?? 0 }

  var description: String {
    parts.sorted { $0.key < $1.key }.map { "\($0.key) : \($0.value) ‰" }.joined(separator: ", ")
  }

  private static func faits(_ annee: EtatDAnnee<SansPreuve>) -> [String] {
    let ues = annee.ues.values
    var faits: [String] = []
    if ues.allSatisfy(\.acquise) { faits.append("tout acquis") }
    if ues.contains(where: { !$0.manque.isEmpty }) { faits.append("incomplet") }
    if ues.contains(where: { $0.mode == .compensation }) { faits.append("compensé") }
    if ues.contains(where: { $0.mode == .niveauSuperieur }) { faits.append("niveau supérieur") }
    if ues.contains(where: \.capitalisee) { faits.append("capitalisé") }
    if annee.poursuite?.autorisee == false { faits.append("passage refusé") }
    if annee.codeAnnee == "PASD" { faits.append("passe de droit") }
    if annee.semestres.contains(where: { ($0.taux ?? 0) * 10 >= 3 }) { faits.append("30 %") }
    if annee.semestres.contains(where: { $0.heuresABI > 3 }) { faits.append("plus de 3 h") }
    return faits
  }
}

@Suite("Fiction : vraisemblance")
struct VraisemblanceTests {
  @Test("une première année a les résultats d’une vraie promotion", arguments: [1, 2025])
  func firstYear(graine: UInt64) throws {
    let promotion = try Terrain.mmi(.init(graine: graine))
    let bilan = try Bilan(promotion, 1500, try Terrain.reglement())
    #expect((600...750).contains(bilan["tout acquis"]), "\(bilan)")
    #expect((100...200).contains(bilan["passage refusé"]), "\(bilan)")
    #expect((100...450).contains(bilan["compensé"]), "\(bilan)")
    #expect((30...80).contains(bilan["incomplet"]), "\(bilan)")
    #expect((50...250).contains(bilan["passe de droit"]), "\(bilan)")
    #expect((40...110).contains(bilan["capitalisé"]), "\(bilan)")
    #expect((2...40).contains(bilan["30 %"]), "\(bilan)")
    #expect((100...400).contains(bilan["plus de 3 h"]), "\(bilan)")
  }

  @Test("deuxième et troisième années ont un passé, presque toujours acquis", arguments: [2, 3])
  func laterYears(but: Int) throws {
    let promotion = try Terrain.cursus(but)
    let reglement = try Terrain.reglement()
    var dettes = 0
    var heritees = 0
    for etudiant in promotion.etudiants(1000) {
      let annees = etudiant.dossier.annees
      #expect(annees.map(\.anneeBUT.valeur).first == 1)
      #expect(annees.map(\.annee) == annees.map(\.annee).sorted())
      #expect(annees.last?.anneeBUT.valeur == but)
      let resultats = Deliberation<SansPreuve>.resultats(etudiant.dossier, reglement)
      let passees = resultats.annees.prefix(but - 1)
      #expect(passees.allSatisfy { $0.finale.poursuite?.autorisee == true })
      let manquantes = passees.flatMap(\.finale.ues.values).filter { !$0.acquise }
      dettes += manquantes.isEmpty ? 0 : 1
      heritees += resultats.annees.contains { !$0.ensuite.rcues.isEmpty } ? 1 : 0
    }
    #expect((40...200).contains(dettes))
    #expect((20...200).contains(heritees))
  }

  @Test("un redoublant a échoué, et n’a de notes que là où il n’a pas acquis")
  func repeaters() throws {
    let promotion = try Terrain.mmi()
    let reglement = try Terrain.reglement()
    let dossiers = promotion.etudiants(1500).map(\.dossier).filter { $0.annees.count == 2 }
    #expect((80...170).contains(dossiers.count))
    for dossier in dossiers {
      let resultats = Deliberation<SansPreuve>.resultats(dossier, reglement)
      let echec = try #require(resultats.annees.first).finale
      #expect(echec.poursuite?.autorisee == false)
      let acquises = echec.ues.values.filter(\.acquise).map(\.ue.code)
      let presente = try #require(dossier.annees.last)
      for semestre in presente.semestres {
        let reprises = presente.programme.ues.filter {
          $0.semestre == semestre.numero && !acquises.contains($0.code)
        }
        let attendus = Set(reprises.flatMap(\.modules).map(\.code.canonique))
        #expect(Set(semestre.notes.keys) == attendus)
        #expect(!attendus.isEmpty)
      }
    }
  }
}
