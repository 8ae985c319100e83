import Actes
import Demonstration
import SQL
import Scolarite
import Testing

@Suite("Relevés provisoires")
struct RelevesProvisoiresTests {
  private let bureau: BureauDEssai
  private let edition: EditionDEssai

  init() async throws {
    bureau = try await BureauDEssai(.sqlite)
    edition = EditionDEssai(bureau.essai)
    for evaluation in bureau.enregistree.installee.evaluations.prefix(6) {
      let actuelle = try await bureau.essai.lire { try $0.evaluation(evaluation.id) }
      guard actuelle?.publiee == false else { continue }
      try await bureau.essai.faire(PublierUneEvaluation(evaluation.id))
    }
  }

  private var etudiant: Identifiant<Etudiant> { bureau.etudiant }

  private func releve(par utilisateur: Utilisateur? = nil) async throws -> DocumentAImprimer {
    let edite = try await edition.editer(
      .releveProvisoire,
      sur: .promotion(bureau.promotion.id),
      [etudiant],
      par: utilisateur,
    )
    return try #require(edite.documents.first)
  }

  private func ues(_ document: DocumentAImprimer) throws -> [Releve.UE] {
    guard case .releve(let releve) = document.contenu else {
      Issue.record("un relevé")
      return []
    }
    #expect(releve.bilan == nil)
    return releve.semestres.flatMap(\.ues)
  }

  /// Writes a mark of the student, and publishes its test or takes it back.
  private func noter(_ valeur: Decimale, _ evaluation: EvaluationDeModule, motif: String?)
    async throws
  {
    let avant = try await bureau.essai.lire { [etudiant] in
      try $0.note(evaluation.id, etudiant)?.note.version ?? 0
    }
    _ = try await bureau.essai.faire(
      SaisirUneNote(
        evaluation: evaluation.id,
        etudiant: etudiant,
        entree: .note(try #require(Note(valeur, sur: evaluation.bareme))),
        version: avant,
        motif: motif,
      )
    )
  }

  @Test("il dit les moyennes des épreuves publiées, et rien de ce qu’un jury en ferait")
  func publiees() async throws {
    let bilan = try await bureau.essai.faire(
      VoirLesNotesParModule(etudiant, promotion: bureau.promotion.id),
      par: bureau.enPersonne(etudiant),
    )
    let ues = try ues(await releve())
    #expect(!ues.isEmpty)
    for ue in ues {
      #expect(ue.decision == nil && ue.credits == nil && ue.malus == nil && ue.bonus == nil)
      let attendue = bilan.resultat?.finale.ues[ue.code]?.brute
      #expect(ue.moyenne == attendue?.moyenneAffichee, "\(ue.code.texte)")
      for module in ue.modules {
        let sien = bilan.modules.first { $0.module.code == module.code.sansAccent }
        #expect(
          sien?.moyenne.map(\.moyenneAffichee) ?? "–" == module.moyenne
            || module.moyenne == "en attente",
          "\(module.code)",
        )
      }
    }
  }

  @Test("réimprimé, il garde son code et son jour ; changé, le précédent se dit remplacé")
  func reimpression() async throws {
    let premier = try await releve()
    try bureau.essai.horloge.regler("2026-06-02")
    let encore = try await releve()
    #expect(encore == premier)
    let code = premier.verification.code
    #expect(premier.verification.adresse == "https://iut.test/verifier/\(code)")
    #expect(try await edition.confirmer(code)?.remplaceLe == nil)

    let evaluation = try #require(bureau.enregistree.installee.evaluations.first)
    try await noter(try #require(Decimale("3,25")), evaluation, motif: "copie relue")
    let suivant = try await releve()
    let jour = try BureauDEssai.jour("2026-06-02")
    #expect(suivant.verification.code != code && suivant.date == jour)
    let confirme = try #require(try await edition.confirmer(code))
    #expect(confirme.nature == .releveProvisoire && confirme.date == premier.date)
    #expect(confirme.remplaceLe == suivant.date)
    let emis = try await bureau.essai.lire { [etudiant] in try $0.documents(etudiant: etudiant) }
    #expect(emis.map(\.code) == [suivant.verification.code, code])
    let journal = try await bureau.essai.lire { [etudiant] in try $0.journal(sujet: etudiant) }
    #expect(journal.count { $0.acte == "emettre-des-documents" } == 2)
  }

  @Test("le code se tape comme on veut ; un autre ne confirme rien")
  func codes() async throws {
    let code = try await releve().verification.code
    let tape = code.lowercased().replacing("-", with: " ")
    #expect(try await edition.confirmer(" \(tape) ") != nil)
    #expect(try await edition.confirmer(String(code.dropLast(2)) + "22") == nil)
    #expect(try await edition.confirmer("") == nil)
  }

  @Test("un étudiant a le sien, jamais celui d’un autre ni ceux de tous")
  func pourSoi() async throws {
    let lui = try await bureau.enPersonne(etudiant)
    #expect(try await releve(par: lui) == releve())
    for etudiants in [[bureau.etudiants[1]], Set(bureau.etudiants), nil] {
      let refus = try await bureau.refus {
        _ = try await edition.editer(
          .releveProvisoire,
          sur: .promotion(bureau.promotion.id),
          etudiants,
          par: lui,
        )
      }
      #expect(refus == .interdit(.editerLesDocuments))
    }
  }

  @Test("une procédure retient relevés et certificats, seulement eux, et seulement les siens")
  func retenue() async throws {
    let essai = bureau.essai
    try essai.horloge.regler("2025-11-10")
    let incident = try await essai.faire(
      SignalerUnIncident(
        promotion: bureau.promotion.id,
        etudiants: [etudiant],
        date: BureauDEssai.instant("2025-11-03T09:10"),
        lieu: nil,
        evaluation: nil,
        surveillant: "Sam Veille",
        recit: "Copie échangée.",
        signature: .contresigne,
      )
    )
    let jour = try BureauDEssai.jour("2025-11-05")
    let saisi = try await essai.conduireALaSection(incident, [etudiant], le: jour)
    let cible = DemandeDeDocuments.Cible.promotion(bureau.promotion.id)
    for nature in NatureDeDocument.allCases where nature.estRetenu {
      let refus = try await bureau.refus {
        _ = try await edition.editer(nature, sur: cible, [etudiant])
      }
      #expect(
        refus
          == .regle(
            article: "règlement des études, article 5",
            .procedureEnCours(depuis: jour),
          ),
        "\(nature)",
      )
    }
    let tous = try await edition.editer(.releveProvisoire, sur: cible)
    #expect(tous.documents.count == 2 && tous.raison(etudiant) == .retenu(depuis: jour))
    _ = try await essai.faire(
      ConclureUnIncident(
        incident: incident.id,
        etudiant: etudiant,
        issue: .classe(motif: "rien n’est établi"),
        date: jour,
        version: saisi.version,
      )
    )
    #expect(try await edition.editer(.releveProvisoire, sur: cible, [etudiant]).ecartes.isEmpty)
  }
}

extension String {
  /// The canonical form of a code of module.
  fileprivate var sansAccent: String {
    CodeModule(self)?.canonique ?? self
  }
}
