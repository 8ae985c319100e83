import Actes
import Demonstration
import Echanges
import SQL
import Scolarite
import Testing

struct NotesTests {
  /// An IUT, a promotion of four students, and the first test without marks.
  private struct Salle {
    let essai: RegistreDEssai
    let promotion: PromotionEnregistree
    let evaluation: EvaluationDeModule

    init(_ moteur: SQLEngine) async throws {
      essai = try await RegistreDEssai(moteur)
      promotion = try await PromotionEnregistree(essai, effectif: 4)
      let premiere = try #require(promotion.installee.evaluations.first)
      evaluation = try await essai.faire(
        CreerUneEvaluation(
          promotion: premiere.promotion,
          semestre: premiere.semestre,
          module: premiere.module,
          intitule: "DS de rattrapage",
          date: Jour("2025-11-03"),
          coefficient: 2,
        )
      )
    }

    var etudiant: Identifiant<Etudiant> { promotion.installee.etudiants[0] }
    var portee: Portee { .module(evaluation.promotion, evaluation.module) }

    func saisie(_ note: String, version: Int64, motif: String? = nil) throws -> SaisirUneNote {
      SaisirUneNote(
        evaluation: evaluation.id,
        etudiant: etudiant,
        entree: .note(try #require(Note(note))),
        version: version,
        motif: motif,
      )
    }
  }

  @Test("une note saisie garde toute son histoire", arguments: SQLEngine.allCases)
  func histoire(_ moteur: SQLEngine) async throws {
    let salle = try await Salle(moteur)
    let enseignant = try await salle.essai.utilisateur(.enseignant, sur: salle.portee)
    _ = try await salle.essai.faire(salle.saisie("12,5", version: 0), par: enseignant)
    let entreDeux = salle.essai.horloge.moment.horodatage
    _ = try await salle.essai.faire(salle.saisie("13", version: 1), par: enseignant)
    let (evaluation, etudiant) = (salle.evaluation.id, salle.etudiant)
    let histoire = try await salle.essai.lire { try $0.histoire(evaluation, etudiant) }
    #expect(histoire.map(\.note.entree.mot) == ["12,5", "13"])
    #expect(histoire.map(\.note.version) == [1, 2])
    #expect(histoire.allSatisfy { $0.auteur == enseignant.id })
    let alors = try await salle.essai.lire { try $0.notes(etudiant: etudiant, a: entreDeux) }
    #expect(alors.first { $0.note.evaluation == evaluation }?.note.entree.mot == "12,5")
    let journal = try await salle.essai.lire { try $0.journal(sujet: etudiant) }
    let derniere = try #require(journal.last)
    #expect(derniere.acte == "saisir-une-note")
    #expect(
      derniere.contenu
        == #"{"droit":"saisir-les-notes","avant":{"note":"12,5"},"apres":{"note":"13"}}"#
    )
  }

  @Test("une évaluation garde sa nature, et en change", arguments: SQLEngine.allCases)
  func nature(_ moteur: SQLEngine) async throws {
    let salle = try await Salle(moteur)
    let id = salle.evaluation.id
    #expect(salle.evaluation.nature == .nonPrecisee)
    for nature in NatureDEvaluation.allCases {
      var evaluation = try #require(try await salle.essai.lire { try $0.evaluation(id) })
      evaluation.nature = nature
      try await salle.essai.faire(ModifierUneEvaluation(evaluation))
      #expect(try await salle.essai.lire { try $0.evaluation(id)?.nature } == nature)
    }
  }

  @Test("le second de deux auteurs voit les deux notes", arguments: SQLEngine.allCases)
  func conflit(_ moteur: SQLEngine) async throws {
    let salle = try await Salle(moteur)
    let premier = try await salle.essai.utilisateur(.enseignant, sur: salle.portee)
    let second = try await salle.essai.utilisateur(.secretariat, sur: .etablissement)
    _ = try await salle.essai.faire(salle.saisie("8", version: 0), par: premier)
    let refus = await #expect(throws: Refus.self) {
      try await salle.essai.faire(salle.saisie("9", version: 0), par: second)
    }
    guard case .conflit(let conflit) = refus else {
      Issue.record("\(String(describing: refus)) n’est pas un conflit")
      return
    }
    #expect(conflit.actuelle == "8")
    #expect(conflit.proposee == "9")
    #expect(conflit.auteur == premier.nom)
    #expect(conflit.version == 1)
  }

  @Test("des saisies simultanées n’en perdent aucune", arguments: SQLEngine.allCases)
  func simultanees(_ moteur: SQLEngine) async throws {
    let salle = try await Salle(moteur)
    let reussites = try await withThrowingTaskGroup(of: Bool.self) { groupe in
      for rang in 0..<12 {
        groupe.addTask {
          do {
            _ = try await salle.essai.faire(salle.saisie("\(rang)", version: 0))
            return true
          } catch Refus.conflit {
            return false
          }
        }
      }
      return try await groupe.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(reussites == 1)
    let (evaluation, etudiant) = (salle.evaluation.id, salle.etudiant)
    let histoire = try await salle.essai.lire { try $0.histoire(evaluation, etudiant) }
    #expect(histoire.count == 1)
  }

  @Test(
    "une note ne se saisit pas sans le droit",
    arguments: [
      (Role.enseignant, Portee.etablissement, true), (.secretariat, .etablissement, true),
      (.direction, .etablissement, false), (.jury, .etablissement, false),
      (.administrateur, .etablissement, false), (.surveillant, .etablissement, false),
    ],
  )
  func droits(_ role: Role, _ portee: Portee, _ permis: Bool) async throws {
    let salle = try await Salle(.sqlite)
    let utilisateur = try await salle.essai.utilisateur(role, sur: portee)
    let saisie = try salle.saisie("10", version: 0)
    if permis {
      _ = try await salle.essai.faire(saisie, par: utilisateur)
    } else {
      await #expect(throws: Refus.interdit(.saisirLesNotes)) {
        try await salle.essai.faire(saisie, par: utilisateur)
      }
    }
  }

  @Test("l’enseignant d’un autre module n’entre pas")
  func autreModule() async throws {
    let salle = try await Salle(.sqlite)
    let ailleurs = try await salle.essai.utilisateur(
      .enseignant,
      sur: .module(salle.evaluation.promotion, "R104"),
    )
    await #expect(throws: Refus.interdit(.saisirLesNotes)) {
      try await salle.essai.faire(salle.saisie("10", version: 0), par: ailleurs)
    }
  }

  @Test("une note publiée ne change qu’avec un motif, verrouillée elle ne change plus")
  func publication() async throws {
    let salle = try await Salle(.sqlite)
    _ = try await salle.essai.faire(salle.saisie("10", version: 0))
    try await salle.essai.faire(PublierUneEvaluation(salle.evaluation.id))
    await #expect(throws: Refus.etat(.motifManquant)) {
      try await salle.essai.faire(salle.saisie("11", version: 1))
    }
    _ = try await salle.essai.faire(salle.saisie("11", version: 1, motif: "erreur de report"))
    try await salle.essai.faire(VerrouillerUneEvaluation(salle.evaluation.id))
    await #expect(throws: Refus.etat(.evaluationVerrouillee)) {
      try await salle.essai.faire(salle.saisie("12", version: 2, motif: "encore"))
    }
    await #expect(throws: Refus.etat(.motifManquant)) {
      try await salle.essai.faire(
        VerrouillerUneEvaluation(salle.evaluation.id, verrouillee: false)
      )
    }
  }

  @Test("un étudiant voit ses notes publiées, sans ce qui les a précédées")
  func etudiant() async throws {
    let salle = try await Salle(.sqlite)
    let lui = try await salle.essai.utilisateur(.etudiant, sur: .etudiant(salle.etudiant))
    _ = try await salle.essai.faire(salle.saisie("8", version: 0))
    let alors = salle.essai.horloge.moment.horodatage
    _ = try await salle.essai.faire(salle.saisie("12", version: 1))
    func vues(_ horodatage: Horodatage? = nil) async throws -> [String] {
      try await salle.essai.bureau.demander(
        VoirLesNotesDUnEtudiant(salle.etudiant, a: horodatage),
        par: .utilisateur(lui.id),
        dans: salle.essai.iut,
      ).map(\.note).filter { $0.evaluation == salle.evaluation.id }.map(\.entree.mot)
    }
    #expect(try await vues().isEmpty)
    try await salle.essai.faire(PublierUneEvaluation(salle.evaluation.id))
    #expect(try await vues() == ["12"])
    await #expect(throws: Refus.interdit(.voirLesNotes)) { _ = try await vues(alors) }
  }

  @Test("le relevé d’une évaluation donne les noms, rien de plus")
  func nomsSeuls() async throws {
    let salle = try await Salle(.sqlite)
    let enseignant = try await salle.essai.utilisateur(.enseignant, sur: salle.portee)
    let releve = try await salle.essai.bureau.demander(
      VoirUneEvaluation(salle.evaluation.id),
      par: .utilisateur(enseignant.id),
      dans: salle.essai.iut,
    )
    #expect(releve.lignes.count == 4)
    for identite in releve.lignes.compactMap(\.etudiant.identite) {
      #expect(!identite.nip.isEmpty && !identite.nomCivil.isEmpty)
      #expect(identite.courriel == nil && identite.ine == nil && identite.naissance == nil)
    }
  }

  @Test("un acte refusé n’écrit rien, pas même au journal", arguments: SQLEngine.allCases)
  func rienDEcrit(_ moteur: SQLEngine) async throws {
    let salle = try await Salle(moteur)
    let avant = try await salle.essai.lire { try $0.journal(avant: nil, limite: 1) }
    await #expect(throws: Refus.self) {
      try await salle.essai.faire(
        SaisirUneNote(
          evaluation: salle.evaluation.id,
          etudiant: salle.etudiant,
          entree: .note(try #require(Note("5/10"))),
          version: 0,
        )
      )
    }
    let apres = try await salle.essai.lire { try $0.journal(avant: nil, limite: 1) }
    #expect(avant == apres)
  }

  @Test("chaque sorte d’entrée se relit telle quelle", arguments: SQLEngine.allCases)
  func entrees(_ moteur: SQLEngine) async throws {
    let salle = try await Salle(moteur)
    let entrees: [Entree] = [
      .note(try #require(Note("13,25"))), .absenceInjustifiee, .excuse, .enAttente,
      .absenceJustifiee, .rattrapee(try #require(Note("7"))),
      .sansRattrapage(motif: "décision du 3 mars"), .indisponibilite, .nulle,
      .sansObjet("DEM"), .sansObjet("DEF"), .note(try #require(Note("0"))),
      .note(try #require(Note("19,999999"))),
    ]
    for (rang, entree) in entrees.enumerated() {
      _ = try await salle.essai.faire(
        SaisirUneNote(
          evaluation: salle.evaluation.id,
          etudiant: salle.etudiant,
          entree: entree,
          version: Int64(rang),
        )
      )
    }
    let (evaluation, etudiant) = (salle.evaluation.id, salle.etudiant)
    let relues = try await salle.essai.lire { try $0.histoire(evaluation, etudiant) }
    #expect(relues.map(\.note.entree) == entrees)
  }
}
