import Echanges
import Scolarite
import Testing

@Suite("Lire une cohorte")
struct CohorteTests {
  private func notes(_ dossier: Dossier, _ semestre: Int, _ module: String) throws -> [Evaluation] {
    let annee = try #require(dossier.annees.last)
    let suivi = try #require(annee.semestres.first { $0.numero.valeur == semestre })
    return suivi.notes[module] ?? []
  }

  @Test("l’en-tête, la maquette, le profil et l’ordre des étudiants")
  func heading() throws {
    let cohorte = try CohorteDEssai.base.lire()
    #expect(cohorte.nom == "Deuxième année d’essai")
    #expect("\(cohorte.annee) \(cohorte.anneeBUT.valeur)" == "2025-2026 2")
    #expect(cohorte.profil == "but-informatique-session2")
    #expect(cohorte.date == Jour(2025, 9, 1))
    #expect(cohorte.programme.ues.count == 4 && cohorte.programmesAnterieurs.count == 2)
    #expect(cohorte.etudiants.map(\.identifiant) == ["e1", "e2", "e3", "e4"])
    #expect(cohorte.etudiants.map(\.nom) == ["Amarante", "Bruyère", "", ""])
    #expect(cohorte.etudiants.map(\.dossier.etudiant) == ["e1", "e2", "e3", "e4"])
    #expect(cohorte.reglement.courant.nombre(.partRessources) == 40)
  }

  @Test("des notes en lignes, avec ou sans évaluation, coefficient et mots")
  func longMarks() throws {
    let e1 = try CohorteDEssai.base.dossier("e1")
    let note = try #require(Note("12,5"))
    let surQuinze = try #require(Note("13/15"))
    let douze = try #require(Note("12"))
    #expect(
      try notes(e1, 3, "R301") == [Evaluation(nom: "R301", entree: .note(note), coefficient: 1)]
    )
    #expect(
      try notes(e1, 3, "SAE3.01") == [
        Evaluation(nom: "Dossier", entree: .note(surQuinze), coefficient: 1),
        Evaluation(
          nom: "Oral",
          entree: .sansRattrapage(motif: "motif"),
          coefficient: try #require(Decimale("0,5")),
        ),
      ]
    )
    #expect(try notes(e1, 3, "R302").map(\.entree) == [.rattrapee(douze)])
    #expect(try notes(e1, 4, "R402").isEmpty)
    let e2 = try CohorteDEssai.base.dossier("e2")
    #expect(try notes(e2, 3, "R301").map(\.entree) == [.absenceInjustifiee])
    #expect(try notes(e2, 4, "R402").map(\.entree) == [.excuse])
  }

  @Test("des notes en colonnes donnent les mêmes dossiers que des notes en lignes")
  func wideMarks() throws {
    let larges = """
      R301,SAÉ 3.01 / Dossier,etudiant,SAE3.01/Oral*0.5,R302,R402
      "12,5",13/15,e1,ABJ refus: motif,ABJ 12,
      ,,e3,,,9
      ABI,,e2,,,EXC

      """
    let longues = try #require(CohorteDEssai.base.fichiers["notes.csv"])
      .replacing("e2;R301;;ABI;2", with: "e2;R301;;ABI;1")
    let enLignes = try CohorteDEssai.base.avec("notes.csv", longues).lire()
    let enColonnes = try CohorteDEssai.base.avec("notes.csv", larges).lire()
    #expect(canonique(enColonnes.etudiants) == canonique(enLignes.etudiants))
  }

  @Test("statuts et semestres, ceux de la maquette par défaut")
  func semesters() throws {
    let suivis = try CohorteDEssai.base.lire().etudiants.map { etudiant in
      etudiant.dossier.annees.last?.semestres.map { "\($0.numero.valeur) \($0.statut.rawValue)" }
    }
    #expect(
      suivis == [
        ["3 initial", "4 initial"], ["3 alternant", "4 alternant"], ["4 initial"],
        ["3 initial", "4 alternant"],
      ]
    )
  }

  @Test("sans etudiants.csv, les étudiants sont ceux de notes.csv, dans leur ordre")
  func studentsOfMarks() throws {
    let notes = "etudiant;R301;R302\nb;12;\na;;\n\n"
    let cohorte = try CohorteDEssai.minimale.avec("notes.csv", notes).lire()
    #expect(cohorte.etudiants.map(\.identifiant) == ["b", "a"])
    #expect(cohorte.etudiants.allSatisfy { $0.nom.isEmpty && $0.prenom.isEmpty })
    #expect(cohorte.etudiants[1].dossier.annees.last?.semestres.map(\.notes.count) == [0, 0])
  }

  @Test("absences en heures ou en créneaux, avec leur avis")
  func absences() throws {
    let e1 = try #require(try CohorteDEssai.base.dossier("e1").annees.last)
    #expect(e1.semestres[0].absences.heuresABI == Decimale("2,5"))
    #expect(e1.semestres[0].absences.heuresABJ == 1)
    #expect(e1.semestres[0].avisContraire?.auteur == "commission")
    let creneau = try #require(e1.semestres[1].absences.creneaux.first)
    #expect(creneau.motif == .indisponibilite(declaree: Instant("2026-03-02T07:30")))
    #expect(e1.semestres[1].avisContraire == nil)
    for seuls in [
      "semestre;etudiant;abj_heures;abi_heures\n3;e1;1;2,5\n",
      "etudiant\tsemestre\tdebut\theures\tmotif\ne1\t3\t2025-09-01T08:00\t2,5\tABI\n",
    ] {
      let annee = try CohorteDEssai.base.avec("absences.csv", seuls).dossier("e1").annees.last
      let absences = try #require(annee?.semestres[0].absences)
      #expect(absences.heuresABI + absences.creneaux.map(\.heures).somme() == Decimale("2,5"))
    }
  }

  @Test("bonus, décisions et session 2")
  func restOfTheYear() throws {
    let e1 = try #require(try CohorteDEssai.base.dossier("e1").annees.last)
    let e2 = try #require(try CohorteDEssai.base.dossier("e2").annees.last)
    #expect(e1.bonus.sport == .seances(20) && e2.bonus.sport == .points(Decimale("0.25") ?? 0))
    #expect(e1.bonus.engagements.map(\.type) == ["élu"])
    #expect(e1.decisions.map { "\($0.sur.nom) \($0.code.rawValue)" } == ["UE31 ADJ"])
    #expect(e2.decisions.map { "\($0.sur.nom) \($0.code.rawValue)" } == ["annee RED"])
    #expect(e1.session2?.inscriptions.map(\.texte) == ["UE32"])
    #expect(e1.session2?.notesModules["R302"] == Note("11").map(Entree.note))
    #expect(e2.session2?.inscriptions.map(\.texte) == ["UE41", "UE42"])
    #expect(e2.session2?.notesUE.values.map(\.mot) == ["ABI"])
    #expect(e1.session2?.date == Jour(2026, 7, 6))
    #expect(try CohorteDEssai.base.dossier("e3").annees.last?.session2 == nil)
  }

  @Test("les années antérieures viennent avant, chacune avec sa maquette")
  func earlierYears() throws {
    let e1 = try CohorteDEssai.base.dossier("e1").annees
    #expect(
      e1.map { "\($0.annee) BUT\($0.anneeBUT.valeur)" } == ["2024-2025 BUT1", "2025-2026 BUT2"]
    )
    #expect(e1[0].semestres.map(\.numero.valeur) == [1, 2])
    #expect(e1[0].decisions.map(\.code) == [.adj])
    #expect(e1[0].programme.ues.map(\.code.texte) == ["UE11", "UE21"])
    let e2 = try CohorteDEssai.base.dossier("e2").annees
    #expect(
      e2.map { "\($0.annee) BUT\($0.anneeBUT.valeur) \($0.semestres.map(\.numero.valeur))" }
        == ["2023-2024 BUT1 [1]", "2024-2025 BUT2 [3]", "2025-2026 BUT2 [3, 4]"]
    )
    #expect(e2[1].programme == e2[2].programme)
    #expect(e2.flatMap(\.semestres).allSatisfy { $0.statut == .alternant })
  }

  @Test("une décision d’une année d’avant porte aussi sur l’année, le passage ou un regroupement")
  func earlierDecisions() throws {
    let e2 = try CohorteDEssai.base.dossier("e2").annees
    #expect(
      e2.map { $0.decisions.map { "\($0.sur.nom) \($0.code.rawValue)" } }
        == [[], ["annee RED", "C2 ADJ"], ["annee RED"]]
    )
    let anterieurs = try #require(CohorteDEssai.base.fichiers["anterieurs.csv"])
    let passage = anterieurs.replacing("annee;;RED", with: "passage;;ADJ")
    let autre = try CohorteDEssai.base.avec("anterieurs.csv", passage).dossier("e2").annees
    #expect(autre[1].decisions.map(\.sur) == [.passage, .rcue(competence: 2)])
  }

  @Test("une UE s’accorde dans une année d’avant ou dans celle de la cohorte, avec ou sans note")
  func equivalences() throws {
    let e3 = try CohorteDEssai.base.dossier("e3").annees
    #expect(e3.map { $0.semestres.map(\.numero.valeur) } == [[3], [4]])
    var lues: [String] = []
    for (code, connue) in e3.flatMap(\.semestres).flatMap(\.moyennes) {
      guard case .equivalence(let acte, let note) = connue else { continue }
      let donnee = note.map { "\($0.exacte)" } ?? "sans note"
      lues.append("\(code.texte) \(acte.auteur) \(acte.date) \(acte.motif) \(donnee)")
    }
    #expect(
      lues == [
        "UE32 commission 2024-09-10 acquis sans note", "UE42 commission 2025-09-10 acquis 13",
      ]
    )
    let cohorte = try CohorteDEssai.base.lire()
    let dossier = try CohorteDEssai.base.dossier("e3")
    let resultats = Deliberation<SansPreuve>.resultats(dossier, cohorte.reglement)
    let acquises = resultats.annees.map { $0.finale.ues.filter(\.value.acquise).map(\.key.texte) }
    #expect(acquises == [["UE32"], ["UE42"]])
  }

  @Test("un statut de semestre à semestre ; les années d’avant ont le premier")
  func changingStatus() throws {
    let anterieurs = try #require(CohorteDEssai.base.fichiers["anterieurs.csv"])
    let annees = try CohorteDEssai.base.avec(
      "anterieurs.csv",
      anterieurs + "e4;2024-2025;UE32;8;;;;\n",
    )
    .avec(
      "etudiants.csv",
      "etudiant;statut;semestres\ne1;;\ne2;;\ne3;;4\ne4;S4:initial S3:alternant;4 3\n",
    )
    .dossier("e4").annees
    let lus = annees.flatMap(\.semestres).map { "\($0.numero.valeur) \($0.statut.rawValue)" }
    #expect(lus == ["3 initial", "4 initial", "3 alternant"])
  }

  @Test("le profil et la maquette se remplacent, et cohorte.json n’a plus à les donner")
  func options() throws {
    let maquette = """
      { "format": "delibere/cohorte/1", "nom": "n", "annee_universitaire": "2025-2026",
        "annee_but": 1 }
      """
    let cohorte = try CohorteDEssai(
      fichiers: ["cohorte.json": maquette, "notes.csv": "etudiant;R101\ne;12\n"]
    ).lire(profil: "but-national-2022", maquette: "mmi-but1")
    #expect(cohorte.profil == "but-national-2022")
    #expect(cohorte.programme.ues.count == 10)
    let erreur = #expect(throws: CohorteError.self) {
      try CohorteDEssai.base.lire(profil: "absent", maquette: "lune")
    }
    #expect(erreur?.fautes.map(\.fichier) == ["lune", "absent"])
  }

  @Test("un étudiant d’une cohorte a le dossier que le JSON lui donnerait")
  func sameDossier() throws {
    let maquette = """
      "maquette": { "ues": [
        { "code": "UE31", "competence": 1, "niveau": 2, "ects": 15,
          "modules": { "R301": 3, "SAÉ 3.01": 2 } },
        { "code": "UE32", "competence": 2, "niveau": 2, "ects": 15, "modules": { "R302": 1 } },
        { "code": "UE41", "competence": 1, "niveau": 2, "ects": 15,
          "modules": { "R401": 1, "R402": 1 } },
        { "code": "UE42", "competence": 2, "niveau": 2, "ects": 15, "modules": { "R402": 1 } } ] }
      """
    let json = """
      { "format": "delibere/dossier/1", "etudiant": "e1", "profil": "but-informatique-session2",
        "annees": [
        { "annee_universitaire": "2024-2025", "annee_but": 1, "maquette": { "ues": [
            { "code": "UE11", "competence": 1, "niveau": 1, "ects": 30 },
            { "code": "UE21", "competence": 1, "niveau": 1, "ects": 30 } ] },
          "semestres": [
            { "numero": 1, "moyennes": { "UE11": "9,5" } },
            { "numero": 2, "moyennes": { "UE21": "12" } } ],
          "decisions": [{ "sur": "UE11", "code": "ADJ", "auteur": "jury", "date": "2025-07-03",
            "motif": "progrès" }] },
        { "annee_universitaire": "2025-2026", "annee_but": 2, \(maquette),
          "semestres": [
            { "numero": 3, "notes": { "R301": "12,5", "R302": [
                { "evaluation": "R302", "note": { "ABJ": "12" } } ], "SAE3.01": [
                { "evaluation": "Dossier", "note": "13/15" },
                { "evaluation": "Oral", "note": { "ABJ": { "refus": "motif" } },
                  "coefficient": "0,5" } ] },
              "absences": { "abi_heures": "2,5", "abj_heures": 1 },
              "avis_contraire": { "auteur": "commission", "date": "2026-07-01", "motif": "avis" } },
            { "numero": 4, "absences": { "creneaux": [{ "debut": "2026-03-02T08:00", "heures": 2,
                "motif": "ITI", "declaree": "2026-03-02T07:30" }] } } ],
          "bonus": { "sport": { "seances": 20 }, "engagement": [
            { "type": "élu", "points": "0,5" }] },
          "session2": { "date": "2026-07-06", "inscriptions": ["UE32"], "notes": { "R302": "11" } },
          "decisions": [{ "sur": "UE31", "code": "ADJ", "auteur": "jury", "date": "2026-07-03",
            "motif": "motif" }] } ] }
      """
    let lu = try DossierJSON.read(Array(json.utf8), Bibliotheque { _ in nil })
    guard case .but(let attendu) = lu.demande else { return try #require(Bool(false)) }
    #expect(canonique(try CohorteDEssai.base.dossier("e1")) == canonique(attendu))
  }

  @Test("l’exemple du dépôt se lit et se délibère")
  func example() throws {
    let exemple = try CohorteDEssai.exemple("mmi-but1").lire()
    let codes = exemple.etudiants.map { etudiant in
      Deliberation<SansPreuve>.resultats(etudiant.dossier, exemple.reglement).annees.last?.finale
        .codeAnnee.map { "\($0)" } ?? "aucun"
    }
    #expect(codes == ["ADM", "ADM", "ADM", "RED", "aucun", "PASD"])
  }

  @Test("un million de fautes ne fait pas un million de phrases")
  func manyFaults() throws {
    let notes = "etudiant;R301\n" + (1...50).map { "e\($0);21\n" }.joined()
    let erreur = try #require(throws: CohorteError.self) {
      try CohorteDEssai.minimale.avec("notes.csv", notes).lire()
    }
    #expect(erreur.fautes.count == 20 && erreur.autres == 30)
    #expect(erreur.lignes.last == "et 30 autres fautes")
    #expect(erreur.lignes.count == 21)
  }

  @Test("une ligne fausse parmi cent mille est nommée")
  func oneWrongLine() throws {
    var notes = "etudiant;module;evaluation;note;coefficient\n"
    for rang in 0..<100_000 {
      let module = ["R301", "SAE3.01", "R302", "R401"][rang % 4]
      let note = rang == 77_776 ? "2O" : "\(rang % 21)"
      notes += "e\(rang / 40);\(module);t\(rang % 40 / 4);\(note);\n"
    }
    let erreur = try #require(throws: CohorteError.self) {
      try CohorteDEssai.minimale.avec("notes.csv", notes).lire()
    }
    #expect(erreur.lignes.count == 1)
    #expect(erreur.description.hasPrefix("notes.csv:77778:15 : note : lu « 2O », attendu"))
  }
}
