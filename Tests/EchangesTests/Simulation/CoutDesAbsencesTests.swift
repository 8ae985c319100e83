import Echanges
import JSON
import Scolarite
import Testing

@Suite("Ce que les absences coûtent")
struct CoutDesAbsencesTests {
  private static func cout(_ abi: String, _ abj: String = "0", _ statut: Statut = .initial) throws
    -> CoutDesAbsences
  {
    var annee = AnneeDEssai(volumes: ["S1": "359", "S2": "100"])
    annee.detailler("UE11", [("R101", "1", "9")])
    let (lu, dossier) = try DossierDEssai(DossierDEssai.laRoche, [:], annee).lireBUT()
    var suivie = try #require(dossier.annees.last)
    var semestre = try #require(suivie.semestres.first)
    semestre.statut = statut
    semestre.absences = Absences(
      heuresABI: try #require(Decimale(abi)),
      heuresABJ: try #require(Decimale(abj)),
    )
    suivie.semestres = [semestre]
    let projection = try #require(
      Projection(Dossier(etudiant: "1", annees: [suivie]), lu.reglement)
    )
    return try #require(projection.absences(lu.reglement.reglages(suivie.annee)).first)
  }

  @Test(
    "le palier annoncé est le premier qui retire plus de points",
    arguments: ["0", "0.5", "3.99", "4", "7.75", "8", "21"],
  )
  func palier(_ heures: String) throws {
    let cout = try Self.cout(heures)
    let suivant = try #require(cout.suivant)
    #expect(suivant.malus > cout.malus)
    let seuil = suivant.heures.affichee(decimales: 2)
    let auSeuil = try Self.cout(seuil).malus
    let apres = try Self.cout((suivant.heures + 1).affichee(decimales: 2)).malus
    #expect((auSeuil == suivant.malus) == suivant.estInclus)
    #expect(apres == suivant.malus)
    if suivant.heures > 0 {
      let avant = (suivant.heures - (Fraction(1, sur: 100) ?? 0)).affichee(decimales: 2)
      #expect(try Self.cout(avant).malus == cout.malus)
    }
  }

  @Test("30 % de 359 h sont à 107,7 h, justifiées comprises")
  func trente() throws {
    let avant = try #require(try Self.cout("7", "100.6").limite)
    #expect(avant.heures == Fraction(1077, sur: 10) && !avant.estAtteinte)
    #expect(avant.reste == Fraction(1, sur: 10))
    let atteinte = try #require(try Self.cout("7", "100.7").limite)
    #expect(atteinte.estAtteinte && atteinte.reste == 0)
  }

  @Test("un alternant ne perd rien ici")
  func alternant() throws {
    let cout = try Self.cout("40", "0", .alternant)
    #expect(!cout.estSoumis && cout.malus == 0 && cout.suivant == nil && cout.limite == nil)
  }
}
