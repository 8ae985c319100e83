import Actes
import Demonstration
import Registre
import SQL
import Scolarite
import Testing

struct DisciplineTests {
  @Test(
    "une fraude retient le relevé jusqu’à la décision, qui annule l’épreuve",
    arguments: SQLEngine.allCases,
  )
  func fraude(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let evaluation = try #require(bureau.enregistree.installee.evaluations.first)
    func releve(_ etudiant: Identifiant<Etudiant>) async throws {
      _ = try await EditionDEssai(bureau.essai).editer(
        .releveProvisoire,
        sur: .promotion(bureau.promotion.id),
        [etudiant],
      )
    }
    try bureau.essai.horloge.regler("2025-11-10")
    let (fraudeur, voisin) = (bureau.etudiants[0], bureau.etudiants[1])
    let surveillant = try await bureau.essai.utilisateur(
      .surveillant,
      sur: .promotion(bureau.promotion.id),
    )
    let incident = try await bureau.essai.faire(
      SignalerUnIncident(
        promotion: bureau.promotion.id,
        etudiants: [voisin, fraudeur],
        date: BureauDEssai.instant("2025-11-03T09:10"),
        lieu: "amphi B",
        evaluation: evaluation.id,
        surveillant: "Sam Veille",
        recit: "Téléphone sur les genoux.",
        signature: .refusee,
      ),
      par: surveillant,
    )
    let relu = try await bureau.essai.lire { try $0.incident(incident.id) }
    #expect(relu == incident)
    try await releve(fraudeur)
    let jour = try BureauDEssai.jour("2025-11-05")
    let saisine = SaisirLaSection(
      incident: incident.id,
      etudiants: [fraudeur],
      date: jour,
      version: 1,
    )
    let interdit = try await bureau.refus {
      _ = try await bureau.essai.faire(saisine, par: surveillant)
    }
    #expect(interdit == .interdit(.gererLaDiscipline))
    let sanction = try #require(
      Incident.Sanction(.exclusionTemporaire, mois: 6, sursis: true, annuleLEpreuve: true)
    )
    func conclure(_ version: Int64) -> ConclureUnIncident {
      ConclureUnIncident(
        incident: incident.id,
        etudiant: fraudeur,
        issue: .sanction(sanction),
        date: jour,
        version: version,
      )
    }
    let tropTot = try await bureau.refus { _ = try await bureau.essai.faire(conclure(1)) }
    #expect(tropTot == .etat(.sectionNonSaisie))
    let manque = try await bureau.refus { _ = try await bureau.essai.faire(saisine) }
    #expect(
      manque == .regle(article: "règlement des études, article 6", .etapeManquante(.rapport))
    )
    let saisi = try await bureau.essai.conduireALaSection(incident, [fraudeur], le: jour)
    let retenue = try await bureau.refus {
      try await releve(fraudeur)
    }
    #expect(
      retenue
        == .regle(
          article: "règlement des études, article 5",
          .procedureEnCours(depuis: jour),
        )
    )
    let avant = try await bureau.essai.lire { try $0.note(evaluation.id, fraudeur) }
    _ = try await bureau.essai.faire(
      VerrouillerUneEvaluation(evaluation.id, verrouillee: true)
    )
    let conclu = try await bureau.essai.faire(conclure(saisi.version))
    #expect(conclu.suite(fraudeur)?.etat == .sanctionne(sanction))
    #expect(conclu.suite(voisin)?.etat == .signale)
    let enBase = try await bureau.essai.lire { try $0.incidents(etudiant: fraudeur) }
    #expect(enBase == [conclu])
    try await releve(fraudeur)
    let classement = ConclureUnIncident(
      incident: incident.id,
      etudiant: voisin,
      issue: .classe(motif: "rien contre lui"),
      date: jour,
      version: conclu.version,
    )
    await #expect(throws: Refus.self, "le procès-verbal le nomme") { try await releve(voisin) }
    let dernier = try await bureau.essai.faire(classement)
    try await releve(voisin)
    let histoire = try await bureau.essai.lire { try $0.histoire(evaluation.id, fraudeur) }
    #expect(histoire.last?.note.entree == .nulle)
    #expect(histoire.dropLast().last?.note == avant?.note)
    let close = try await bureau.refus {
      _ = try await bureau.essai.faire(conclure(dernier.version))
    }
    #expect(close == .etat(.procedureClose))
    let base = RegistreDEssai.adresse(bureau.essai.base)
    let bilan = try EntretienDeBase(base).verifier()
    #expect(bilan.estIntact, "\(bilan.texte)")
  }

  @Test("une sanction que le code ne connaît pas n’existe pas")
  func sanctions() {
    #expect(Incident.Sanction(.blame, mois: 2, annuleLEpreuve: false) == nil)
    #expect(Incident.Sanction(.exclusionTemporaire, mois: 61, annuleLEpreuve: false) == nil)
    #expect(
      Incident.Sanction(.exclusionTemporaire, mois: 25, sursis: true, annuleLEpreuve: false) == nil
    )
    #expect(Incident.Sanction(.exclusionTemporaire, mois: 60, annuleLEpreuve: false) != nil)
  }
}
