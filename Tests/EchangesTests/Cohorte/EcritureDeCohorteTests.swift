import Echanges
import Scolarite
import Testing

@Suite("Écrire une cohorte")
struct EcritureDeCohorteTests {
  private func relue(_ cohorte: CohorteLue) throws -> CohorteLue {
    let fichiers = Dictionary(
      uniqueKeysWithValues: try CohorteCSV.write(cohorte).map {
        ($0.nom, String(decoding: $0.octets, as: UTF8.self))
      }
    )
    return try CohorteDEssai(fichiers: fichiers).lire()
  }

  @Test("ce qui est écrit se relit pareil")
  func roundTrip() throws {
    for essai in [CohorteDEssai.base, .minimale, try .exemple("mmi-but1")] {
      let cohorte = try essai.lire()
      let relue = try relue(cohorte)
      #expect(canonique(relue.etudiants) == canonique(cohorte.etudiants))
      #expect(relue.programme == cohorte.programme)
      #expect(relue.date == cohorte.date && relue.nom == cohorte.nom)
    }
  }

  @Test("des textes quelconques traversent le CSV, les formules y sont gardées")
  func anyText() throws {
    let textes = ["=1+1", "'=x", "-", "a;b\n\"c\"", "+33", " é ", "ABI", "'"]
    let notes =
      "etudiant;module;evaluation;note\n"
      + textes.map { "e;R301;\"\($0.replacing("\"", with: "\"\""))\";12\n" }.joined()
    let cohorte = try CohorteDEssai.minimale.avec(
      "notes.csv",
      notes.replacing(";\"=", with: ";\"'="),
    )
    .lire()
    let relue = try relue(cohorte)
    #expect(canonique(relue.etudiants) == canonique(cohorte.etudiants))
    let evaluations = relue.etudiants[0].dossier.annees.last?.semestres[0].notes["R301"]
    #expect(evaluations?.map(\.nom) == ["=1+1", "=x", "-", "a;b\n\"c\"", "+33", " é ", "ABI", "'"])
    let fichier = try CohorteCSV.write(cohorte).first { $0.nom == "notes.csv" }
    let texte = String(decoding: try #require(fichier).octets, as: UTF8.self)
    #expect(texte.contains(";'=1+1;") && texte.contains(";'-;") && texte.contains(";+33;"))
  }

  @Test("seuls les fichiers utiles sont écrits")
  func usefulFiles() throws {
    let ecrits = try CohorteCSV.write(try CohorteDEssai.minimale.lire()).map(\.nom)
    #expect(ecrits == ["cohorte.json", "etudiants.csv", "notes.csv"])
    #expect(try CohorteCSV.write(try CohorteDEssai.base.lire()).count == 8)
  }

  /// The student of a dossier with one thing changed.
  private func ecrire(
    semestre: SemestreSuivi? = nil,
    bonus: Bonus = Bonus(),
    session2: SessionDeux? = nil,
    decisions: [DecisionDeJury] = [],
    redoublement: DemandeDeRedoublement? = nil,
  ) throws -> CohorteError? {
    let cohorte = try CohorteDEssai.minimale.lire()
    let trois = try #require(NumeroSemestre(3))
    let annee = AnneeSuivie(
      annee: cohorte.annee,
      anneeBUT: cohorte.anneeBUT,
      programme: cohorte.programme,
      semestres: [semestre ?? SemestreSuivi(numero: trois, statut: .initial)],
      bonus: bonus,
      session2: session2,
      decisions: decisions,
    )
    let dossier = Dossier(etudiant: "e", annees: [annee], redoublement: redoublement)
    let etudiant = EtudiantLu(identifiant: "e", nom: "", prenom: "", dossier: dossier)
    do {
      _ = try CohorteCSV.write(cohorte.entete, [cohorte.programme], [etudiant])
      return nil
    } catch {
      return error
    }
  }

  @Test("ce que les fichiers ne peuvent dire est refusé, jamais perdu")
  func unspeakable() throws {
    #expect(try ecrire() == nil)
    let trois = try #require(NumeroSemestre(3))
    let ue = try #require(CodeUE("UE31"))
    let moyenne = SemestreSuivi(numero: trois, statut: .initial, moyennes: [ue: .moyenne(12)])
    #expect(try ecrire(semestre: moyenne)?.description.contains("moyenne connue") == true)
    let date = try #require(Jour(2025, 9, 10))
    let acte = try #require(ActeMotive(auteur: "commission", date: date, motif: "acquis"))
    let note = try #require(Fraction(40).divise(par: 3))
    let tiers = SemestreSuivi.MoyenneConnue.equivalence(acte, note: note)
    let accordee = SemestreSuivi(numero: trois, statut: .initial, moyennes: [ue: tiers])
    #expect(try ecrire(semestre: accordee)?.description.contains("la moyenne de UE31") == true)
    let entiere = SemestreSuivi.MoyenneConnue.equivalence(acte, note: 13)
    let dite = SemestreSuivi(numero: trois, statut: .initial, moyennes: [ue: entiere])
    #expect(try ecrire(semestre: dite) == nil)
    let red = DecisionDeJury(sur: .annee, code: .red, acte: acte)
    let passage = DecisionDeJury(sur: .passage, code: .adj, acte: acte)
    let contraires = [try #require(red), try #require(passage)]
    #expect(try ecrire(decisions: contraires)?.description.contains("contraires") == true)
    let vide = SemestreSuivi(numero: trois, statut: .initial, notes: ["R301": []])
    #expect(try ecrire(semestre: vide)?.description.contains("sans évaluation") == true)
    let sport = Bonus(engagements: [Bonus.Engagement(type: "Sport", points: 1)])
    #expect(try ecrire(bonus: sport)?.description.contains("« Sport »") == true)
    let autreJour = SessionDeux(date: nil, inscriptions: [ue], notesUE: [:], notesModules: [:])
    #expect(try ecrire(session2: autreJour)?.description.contains("une date") == true)
    let demande = DemandeDeRedoublement(demande: [trois], deja: [], supplement: nil, refus: nil)
    #expect(try ecrire(redoublement: demande)?.description.contains("redoublement") == true)
  }
}
