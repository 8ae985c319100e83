import Echanges
import Fiction
import JSON
import Scolarite
import Testing

@Suite("Dossier écrit")
struct EcritureDeDossierTests {
  private static let bibliotheque = Bibliotheque { _ in nil }

  /// What reading back the text gives.
  private static func relu(_ dossier: Dossier, _ profil: String) throws -> (DossierLu, String) {
    let texte = try DossierJSON.encode(dossier, profil: profil).compact()
    return (try DossierJSON.read(Array(texte.utf8), bibliotheque), texte)
  }

  @Test("les dossiers des cas se relisent à l’identique")
  func cas() throws {
    var relus = 0
    for cas in try Cas.tous() {
      let lu = try DossierJSON.read(Array(cas.dossier.rendered().utf8), Self.bibliotheque)
      guard case .but(let dossier) = lu.demande else { continue }
      let (relu, texte) = try Self.relu(dossier, lu.profil)
      guard case .but(let second) = relu.demande else {
        Issue.record("\(cas.testDescription) n’est plus un dossier de BUT")
        continue
      }
      #expect(try DossierJSON.encode(second, profil: lu.profil).compact() == texte)
      let avant = Deliberation<SansPreuve>.resultats(dossier, lu.reglement)
      let apres = Deliberation<SansPreuve>.resultats(second, lu.reglement)
      #expect(
        ResultatsJSON.encode(avant, de: lu).compact()
          == ResultatsJSON.encode(apres, de: lu).compact(),
        "\(cas.testDescription)",
      )
      relus += 1
    }
    #expect(relus > 80)
  }

  @Test("les dossiers d’une promotion fictive se relisent à l’identique")
  func fiction() throws {
    let profil = "iut-larochesuryon-2025"
    let annee = try #require(AnneeUniversitaire(debut: 2025))
    let but2 = try #require(AnneeBUT(2))
    let programme = try Self.bibliotheque.programme("rt-iom-but2")
    let promotion = try #require(
      PromotionFictive(.init(graine: 11), annee: annee, anneeBUT: but2, programme: programme)
    )
    for etudiant in promotion.etudiants(60) {
      let (lu, texte) = try Self.relu(etudiant.dossier, profil)
      guard case .but(let relu) = lu.demande else {
        Issue.record("\(etudiant.identifiant) n’est plus un dossier de BUT")
        continue
      }
      #expect(try DossierJSON.encode(relu, profil: profil).compact() == texte)
      let avant = Deliberation<SansPreuve>.resultats(etudiant.dossier, lu.reglement)
      let apres = Deliberation<SansPreuve>.resultats(relu, lu.reglement)
      #expect(
        ResultatsJSON.encode(avant, de: lu).compact()
          == ResultatsJSON.encode(apres, de: lu).compact()
      )
    }
  }

  @Test("une note d’équivalence qui n’est pas décimale reste exacte")
  func equivalence() throws {
    let ue = try #require(CodeUE("UE11"))
    let jour = try #require(Jour("2025-09-10"))
    let acte = try #require(ActeMotive(auteur: "jury", date: jour, motif: "mobilité"))
    let tiers = try #require(Fraction(52, sur: 3))
    let semestre = SemestreSuivi(
      numero: try #require(NumeroSemestre(1)),
      statut: .initial,
      moyennes: [ue: .equivalence(acte, note: tiers)],
    )
    let dossier = Dossier(
      etudiant: "E1",
      annees: [
        AnneeSuivie(
          annee: try #require(AnneeUniversitaire(debut: 2025)),
          anneeBUT: try #require(AnneeBUT(1)),
          programme: try Self.bibliotheque.programme("mmi-but1"),
          semestres: [semestre],
        )
      ],
    )
    let (lu, texte) = try Self.relu(dossier, "but-national-2022")
    #expect(texte.contains("\"52/60\""))
    guard case .but(let relu) = lu.demande,
      case .equivalence(_, let note) = relu.annees.first?.semestres.first?.moyennes[ue]
    else {
      Issue.record("l’équivalence est perdue")
      return
    }
    #expect(note == tiers)
    let inexprimable = AnneeSuivie(
      annee: try #require(AnneeUniversitaire(debut: 2025)),
      anneeBUT: try #require(AnneeBUT(1)),
      programme: try Self.bibliotheque.programme("mmi-but1"),
      semestres: [
        SemestreSuivi(
          numero: try #require(NumeroSemestre(1)),
          statut: .initial,
          moyennes: [ue: .moyenne(tiers)],
        )
      ],
    )
    #expect(throws: DossierJSON.Inexprimable.moyenne(ue, "52/3")) {
      try DossierJSON.encode(Dossier(etudiant: "E1", annees: [inexprimable]), profil: "p")
    }
  }
}
