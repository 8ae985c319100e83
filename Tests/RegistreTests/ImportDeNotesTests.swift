import Actes
import Demonstration
import Echanges
import SQL
import Scolarite
import Spreadsheets
import Testing

struct ImportDeNotesTests {
  /// A promotion of six, one test without marks, and a sheet for it.
  private struct Salle {
    let essai: RegistreDEssai
    let evaluation: EvaluationDeModule
    let etudiants: [Identifiant<Etudiant>]

    init(_ moteur: SQLEngine) async throws {
      essai = try await RegistreDEssai(moteur)
      let promotion = try await PromotionEnregistree(essai, effectif: 6)
      let premiere = try #require(promotion.installee.evaluations.first)
      etudiants = promotion.installee.etudiants
      evaluation = try await essai.faire(
        CreerUneEvaluation(
          promotion: premiere.promotion,
          semestre: premiere.semestre,
          module: premiere.module,
          intitule: "Contrôle du 3 novembre",
          date: Jour("2025-11-03"),
        )
      )
    }

    func contenu() async throws -> PreparerUneFeuille.Contenu {
      try await essai.bureau.demander(
        PreparerUneFeuille(evaluation.id),
        par: .console("essai"),
        dans: essai.iut,
      )
    }

    /// The sheet as a teacher gives it back, with a mark for some students.
    func rendue(_ notes: [Identifiant<Etudiant>: String], _ contenu: PreparerUneFeuille.Contenu)
      throws -> ReleveRapporte
    {
      let vide = FeuilleDeNotes(contenu)
      let remplie = FeuilleDeNotes(
        titre: vide.titre,
        module: vide.module,
        evaluation: vide.evaluation,
        identite: vide.identite,
        version: vide.version,
        date: vide.date,
        bareme: vide.bareme,
        coefficient: vide.coefficient,
        lignes: vide.lignes.reversed().map { ligne in
          let id = Int64(ligne.identite).flatMap { Identifiant<Etudiant>($0) }
          let saisie = id.flatMap { notes[$0] }.flatMap { Note($0) }
          return .init(
            identite: ligne.identite,
            nom: ligne.nom,
            prenom: ligne.prenom,
            groupe: ligne.groupe,
            valeur: saisie.map { .note($0) } ?? ligne.valeur,
          )
        },
      )
      let date = try #require(evaluation.date)
      let jour = try #require(SpreadsheetDate(date))
      let octets = try remplie.ecrire(leJour: jour)
      return try ReleveRapporte(
        feuille: Workbook.read(octets, name: "rendue.xlsx"),
        nom: "rendue.xlsx",
        contenu,
      )
    }

    func prevoir(_ releve: ReleveRapporte) async throws -> PlanDeNotes {
      try await essai.bureau.demander(
        PrevoirDesNotes(releve),
        par: .console("essai"),
        dans: essai.iut,
      )
    }

    func notes() async throws -> [String] {
      let evaluation = evaluation.id
      return try await essai.lire { try $0.notes(evaluation) }.map(\.entree.mot)
    }
  }

  @Test("une feuille triée autrement revient à ses étudiants", arguments: SQLEngine.allCases)
  func allerRetour(_ moteur: SQLEngine) async throws {
    let salle = try await Salle(moteur)
    let notes = [salle.etudiants[1]: "12,5", salle.etudiants[4]: "7"]
    let releve = try salle.rendue(notes, try await salle.contenu())
    let prevu = try await salle.prevoir(releve)
    #expect(prevu.nouvelles.count == 2)
    #expect(try await salle.notes().isEmpty, "un essai n’écrit rien")
    #expect(try await salle.essai.faire(ImporterDesNotes(releve)) == prevu)
    #expect(try await salle.notes() == ["12,5", "7"])
    let encore = try await salle.prevoir(releve)
    #expect(encore.identiques == 2)
    #expect(encore.nouvelles.isEmpty && encore.changees.isEmpty)
  }

  @Test("ce qui a été écrit depuis la feuille est un conflit, et rien n’est écrit")
  func ecritDepuis() async throws {
    let salle = try await Salle(.sqlite)
    let contenu = try await salle.contenu()
    _ = try await salle.essai.faire(
      SaisirUneNote(
        evaluation: salle.evaluation.id,
        etudiant: salle.etudiants[0],
        entree: .absenceJustifiee,
        version: 0,
      )
    )
    let releve = try salle.rendue([salle.etudiants[0]: "9", salle.etudiants[1]: "10"], contenu)
    let refus = await #expect(throws: Refus.self) {
      try await salle.essai.faire(ImporterDesNotes(releve))
    }
    guard case .donnees(let fautes) = refus else {
      Issue.record("\(String(describing: refus))")
      return
    }
    #expect(fautes.map(\.nature) == [.contraire(vu: "9", enPlace: "ABJ")])
    #expect(fautes.first?.lieu.hasPrefix("feuille « ") == true)
    #expect(try await salle.notes() == ["ABJ"])
  }

  @Test(
    "une note de la feuille prend la place de celle qu’elle montrait",
    arguments: SQLEngine.allCases,
  )
  func remplacement(_ moteur: SQLEngine) async throws {
    let salle = try await Salle(moteur)
    let premiere = try salle.rendue([salle.etudiants[2]: "8"], try await salle.contenu())
    _ = try await salle.essai.faire(ImporterDesNotes(premiere))
    let seconde = try salle.rendue([salle.etudiants[2]: "11"], try await salle.contenu())
    let plan = try await salle.essai.faire(ImporterDesNotes(seconde))
    #expect(plan.changees.count == 1)
    let (evaluation, etudiant) = (salle.evaluation.id, salle.etudiants[2])
    let histoire = try await salle.essai.lire { try $0.histoire(evaluation, etudiant) }
    #expect(histoire.map(\.note.entree.mot) == ["8", "11"])
  }

  @Test("un tableau CSV nomme étudiants et évaluations, une faute refuse tout")
  func tableau() async throws {
    let salle = try await Salle(.sqlite)
    let promotion = salle.evaluation.promotion
    let etudiants = try await salle.essai.lire { try $0.etudiants(promotion) }
    let nips = etudiants.compactMap(\.identite?.nip)
    let titre = "\(salle.evaluation.module) — \(salle.evaluation.nom)"
    let bon = "Numéro étudiant;\(titre)\n\(nips[0]);14,5\n\(nips[1]);ABI\n"
    let lues = try NotesLues.lire(Workbook.read(Array(bon.utf8), name: "n.csv"), nom: "n.csv")
    let sienne = try await salle.essai.lire { try #require(try $0.promotion(promotion)) }
    let releve = try ReleveRapporte(lues, nom: "n.csv", sienne, remplacer: false)
    _ = try await salle.essai.faire(ImporterDesNotes(releve))
    #expect(try await salle.notes() == ["14,5", "ABI"])
    let mauvais = "Numéro étudiant;\(titre)\n\(nips[2]);3\nINCONNU;4\n"
    let fausses = try NotesLues.lire(
      Workbook.read(Array(mauvais.utf8), name: "m.csv"),
      nom: "m.csv",
    )
    let refuse = try ReleveRapporte(fausses, nom: "m.csv", sienne, remplacer: false)
    await #expect(throws: Refus.self) { try await salle.essai.faire(ImporterDesNotes(refuse)) }
    #expect(try await salle.notes() == ["14,5", "ABI"])
  }
}
