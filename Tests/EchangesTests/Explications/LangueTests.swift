import Echanges
import Fiction
import JSON
import Scolarite
import Testing

@Suite("Langue des explications")
struct LangueTests {
  @Test("chaque preuve de chaque cas a un récit en français courant", arguments: try Cas.tous())
  func tellsEveryProof(cas: Cas) throws {
    let preuves = try Recits.preuves(Recits.lire(cas)).flatMap(Recits.toutes)
    #expect(!preuves.isEmpty)
    let etapes = Dictionary(grouping: preuves) { "\($0.regle.nom) \($0.sujet) \($0.conclusion)" }
    for preuve in etapes.values.compactMap(\.last) {
      let fautes = Self.fautes(preuve.explication)
      #expect(fautes.isEmpty, "\(cas.testDescription) : \(preuve.regle.nom) \(preuve.sujet)")
    }
  }

  @Test("un dossier tiré au hasard se raconte aussi bien", arguments: Terrain.tous)
  func tellsRandomDossiers(terrain: Terrain) throws {
    let (lu, programmes) = try terrain.lire()
    for graine in UInt64(0)..<4 {
      var hasard = Hasard(graine: graine)
      let dossier = hasard.cursus(programmes)
      let preuves = Deliberation<AvecPreuve>.resultats(dossier, lu.reglement).preuves
      for preuve in preuves {
        let fautes = Self.fautes(preuve.explication)
        #expect(fautes.isEmpty, "graine \(graine) : \(preuve.regle.nom) \(preuve.sujet)")
      }
    }
  }

  @Test("une moyenne ne se lit jamais de l’autre côté du seuil du règlement")
  func neverCrossesItsThreshold() throws {
    let essai = DossierDEssai(
      DossierDEssai.national,
      ["seuilUE": "12", "seuilRCUE": "12"],
      .rcues([("11,9999", "11,9999")]),
    )
    let acquisition = try Recits.explication("acquisition", "UE11", de: essai.lire())
    #expect(acquisition.phrases[0].contains("de 11,9999 : il manque 0,0001 point"))
    #expect(acquisition.phrases[0].contains("le seuil de 12"))
    let passage = try Recits.explication("poursuite-impaire", "S3", de: essai.lire())
    #expect(passage.phrases[0].hasPrefix("Il faut 12 de moyenne"))
    #expect(passage.phrases[2].contains("C1, à 11,9999"))
  }

  /// What would stop a reader; empty for a sound account.
  static func fautes(_ explication: Explication) -> [String] {
    let phrases = [explication.titre] + explication.phrases
    var fautes = explication.phrases.isEmpty ? ["aucune phrase : \(explication.titre)"] : []
    if explication.reference.isEmpty { fautes.append("aucune référence") }
    fautes += phrases.flatMap { phrase in
      interdits.filter { phrase.contains($0) }.map { _ in phrase }
    }
    fautes += phrases.filter { !$0.hasSuffix(".") || $0.hasSuffix("..") || !commence($0) }
    fautes += phrases.filter { phrase in
      phrase.count { $0 == "(" } != phrase.count { $0 == ")" }
        || phrase.count { $0 == "«" } != phrase.count { $0 == "»" }
    }
    return fautes + explication.details.flatMap(Self.fautes)
  }

  private static func commence(_ phrase: String) -> Bool {
    phrase.first.map { $0.isUppercase || $0.isNumber } ?? false
  }

  /// Raw names, fractions, empty brackets, double spaces, words of the machine, decimal points.
  private static var interdits: [Regex<Substring>] {
    [
      /\p{Ll}\p{Lu}/, /premisse|verdict|\bnil\b|\btrue\b|\bfalse\b|Optional|RCUE/, /\d\/\d/,
      /\(\)|«\s*»/, /\s\s/, /[\s(]\d+\.\d/, /\s[.,)]/, /[:;,]\s*\./,
    ]
  }
}
