import Actes
import SQL
import Scolarite
import Testing

struct BonificationsTests {
  private static func sport(_ bureau: BureauDEssai) throws -> AttribuerUnBonus {
    AttribuerUnBonus(
      promotion: bureau.promotion.id,
      etudiant: bureau.etudiant,
      nature: .sport(.points(try #require(Decimale("0,35")))),
      date: try BureauDEssai.jour("2026-06-10"),
      motif: "liste du SUAPS",
    )
  }

  private static func engagement(_ bureau: BureauDEssai, _ activite: String) throws
    -> AttribuerUnBonus
  {
    AttribuerUnBonus(
      promotion: bureau.promotion.id,
      etudiant: bureau.etudiant,
      nature: .engagement(
        type: "association",
        activite: activite,
        points: try #require(Decimale("0,5")),
      ),
      date: try BureauDEssai.jour("2026-06-10"),
      motif: "commission du 10 juin",
    )
  }

  @Test("sport et engagement font le bonus du dossier", arguments: SQLEngine.allCases)
  func bonus(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let suaps = try await bureau.essai.utilisateur(.suaps, sur: .etablissement)
    let attribue = try await bureau.essai.faire(Self.sport(bureau), par: suaps)
    let interdit = try await bureau.refus {
      _ = try await bureau.essai.faire(Self.engagement(bureau, "Secours"), par: suaps)
    }
    #expect(interdit == .interdit(.bonifierLEngagement))
    _ = try await bureau.essai.faire(Self.engagement(bureau, "Secours"))
    let double = try await bureau.refus { _ = try await bureau.essai.faire(Self.sport(bureau)) }
    #expect(double == .etat(.bonusDejaAttribue("sport")))
    let deuxFois = try await bureau.refus {
      _ = try await bureau.essai.faire(Self.engagement(bureau, "Secours"))
    }
    #expect(
      deuxFois
        == .regle(
          article: "code de l’éducation, article D. 611-7",
          .bonusDejaAttribue("Secours"),
        )
    )
    let (etudiant, promotion) = (bureau.etudiant, bureau.promotion)
    let lu = try await bureau.essai.faire(LireUnDossier(etudiant, promotion: promotion.id))
    let demi = try #require(Decimale("0,5"))
    #expect(
      lu.dossier.annees.map(\.bonus) == [
        Bonus(
          sport: .points(try #require(Decimale("0,35"))),
          engagements: [.init(type: "association", points: demi)],
        )
      ]
    )
    try await bureau.essai.faire(RetirerUnBonus(attribue.id, motif: "erreur d’homonyme"))
    let reste = try await bureau.essai.lire { try $0.bonusParEtudiant(promotion.id) }
    #expect(reste[etudiant]?.sport == nil && reste[etudiant]?.engagements.count == 1)
    let entree = try #require(try await bureau.derniereEntree(de: etudiant))
    #expect(entree.contenu?.contains("\"points\":0.35") == true)
    #expect(entree.contenu?.contains("erreur d’homonyme") == true)
  }

  @Test("un avis contraire entre au dossier et se reprend", arguments: SQLEngine.allCases)
  func avis(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    func avis(_ semestre: Int, version: Int64 = 0) throws -> DonnerUnAvis {
      DonnerUnAvis(
        promotion: bureau.promotion.id,
        etudiant: bureau.etudiant,
        semestre: try #require(NumeroSemestre(semestre)),
        instance: "commission de passage",
        date: try BureauDEssai.jour("2026-01-28"),
        motif: "hospitalisation",
        version: version,
      )
    }
    let enseignant = try await bureau.essai.utilisateur(.enseignant, sur: .etablissement)
    let interdit = try await bureau.refus {
      _ = try await bureau.essai.faire(avis(1), par: enseignant)
    }
    #expect(interdit == .interdit(.donnerUnAvis))
    let etranger = try await bureau.refus { _ = try await bureau.essai.faire(avis(3)) }
    #expect(etranger == .etat(.semestreEtranger(try #require(NumeroSemestre(3)))))
    let donne = try await bureau.essai.faire(avis(1))
    let encore = try await bureau.refus { _ = try await bureau.essai.faire(avis(1)) }
    #expect(encore?.estUnConflit == true)
    let question = LireUnDossier(bureau.etudiant, promotion: bureau.promotion.id)
    let annee = try #require(try await bureau.essai.faire(question).dossier.annees.first)
    #expect(annee.semestres.map(\.avisContraire) == [donne.acte, nil])
    try await bureau.essai.faire(RetirerUnAvis(donne, motif: "avis donné pour un autre"))
    let apres = try #require(try await bureau.essai.faire(question).dossier.annees.first)
    #expect(apres.semestres.allSatisfy { $0.avisContraire == nil })
  }
}
