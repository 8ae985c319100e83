import Actes
import Scolarite
import Testing

@Suite("Le supplément au diplôme")
struct SupplementTests {
  private func imprimer(_ supplement: SupplementAuDiplome) async throws -> Imprime {
    try await Imprime(.exemple(.supplementAuDiplome, .supplement(supplement)))
  }

  @Test("Il a les huit parties du modèle européen, dans l’ordre, chacune un titre de niveau 2")
  func parties() async throws {
    let fichier = try await imprimer(.but)
    let parties = [
      "1. Identité du titulaire", "2. Diplôme", "3. Niveau du diplôme",
      "4. Contenu de la formation et résultats", "5. Fonction du diplôme",
      "6. Renseignements complémentaires", "7. Certification",
      "8. Système national d’enseignement supérieur",
    ]
    let places = try parties.map { try #require(fichier.mots.firstRange(of: $0)).lowerBound }
    #expect(places == places.sorted())
    #expect(fichier.structure.nombre("H1 (block)") == 1)
    #expect(fichier.structure.nombre("H2 (block)") == parties.count)
    #expect(fichier.structure.nombre("H3 (block)") == 4)
  }

  @Test("Il dit qui, quel diplôme, de quel niveau, et ce qui a été obtenu")
  func contenu() async throws {
    let fichier = try await imprimer(.but)
    for attendu in [
      "1.1 Nom de famille Lévêque", "Nom d’usage Martin", "1.2 Prénom Anaïs",
      "1.3 Date de naissance 3 mai 2007", "INE 0AB1CD2EF34 · NIP 22004317",
      "Bachelor universitaire de technologie", "grade de licence",
      "Spécialité « Métiers du multimédia et de l’internet » · Parcours Création numérique",
      "Université de Nulle-Part", "IUT de Nulle-Part, Département MMI", "français, anglais",
      "Niveau 6", "180 crédits", "formation initiale (1re année, 2e année) ; alternance (3e année)",
      "Développer pour le web et les médias numériques, niveau 2",
      "1re année · 2023-2024 · formation initiale", "3e année · 2025-2026 · alternance",
      "capitalisée en 2022-2023", "Semestre 5 validé par équivalence.", "– ADM 10/10",
      "Crédits qui comptent pour le diplôme : 180", "Les moyennes sont exprimées sur 20",
      "CMP : acquis par compensation", "de 12 à 14 41 %", "Félicitations du jury",
      "fiche RNCP 35501.", "programme Erasmus+", "par le jury du 3 juillet 2026",
      "le 6 juillet 2026", "Camille Dubreuil", "Doctorat 8 ans",
    ] {
      #expect(fichier.mots.contains(attendu), "\(attendu)")
    }
    for annee in 1...3 {
      #expect(fichier.mots.contains("UE\(2 * annee - 1)1"))
      #expect(fichier.mots.contains("UE\(2 * annee)3"))
    }
    let adresse = "https://www.francecompetences.fr/recherche/rncp/35501/"
    #expect(
      fichier.lancer("qpdf --qdf --object-streams=disable % -").sortie.contains(adresse)
    )
  }

  @Test("Chaque tableau nomme ses colonnes et ses lignes")
  func tableaux() async throws {
    let structure = try await imprimer(.but).structure
    let tableaux = structure.nombre("Table (block)")
    // Of facts: sections 1, 2, 3, 4.1, 5 and 7; three years, the spread of averages, the cycles.
    #expect(tableaux == 11)
    #expect(structure.nombre("TH:") > 60)
    for titre in ["\"Intitulé\"", "\"Décision\"", "\"Crédits\""] {
      #expect(structure.nombre(titre) == 3, "\(titre)")
    }
  }

  @Test("Celui d’un DUT dit deux ans, 120 crédits et le niveau 5, sans fiche RNCP")
  func dut() async throws {
    let fichier = try await imprimer(.dut)
    for attendu in [
      "Diplôme universitaire de technologie", "Niveau 5", "Deux ans à temps plein",
      "Crédits qui comptent pour le diplôme : 120", "décrits par le programme national",
    ] {
      #expect(fichier.mots.contains(attendu), "\(attendu)")
    }
    for absent in ["RNCP", "grade de licence", "UE51"] {
      #expect(!fichier.mots.contains(absent), "\(absent)")
    }
  }

  @Test("Ce qui manque se dit, partie par partie")
  func vide() async throws {
    let fichier = try await imprimer(.vide([]))
    #expect(fichier.estValide)
    for attendu in [
      "1.2 Prénom –", "1.4 Numéros d’identification –", "Date de naissance non enregistrée",
      "d’évaluation non enregistrée",
      "Modalités d’études non enregistrées", "Aucun résultat n’est enregistré.",
      "celles du programme national", "Aucune mention ni distinction",
      "Aucun renseignement complémentaire",
    ] {
      #expect(fichier.mots.contains(attendu), "\(attendu)")
    }
    let annee = SupplementAuDiplome.Annee(
      anneeBUT: exige(AnneeBUT(1)),
      annee: exige(AnneeUniversitaire("2023-2024")),
      statut: nil,
      semestres: [],
      rcues: [],
      decision: nil,
      credits: "0",
    )
    let sansNotes = try await imprimer(.vide([annee]))
    #expect(sansNotes.mots.contains("Aucun résultat n’est enregistré pour cette année."))
    #expect(sansNotes.mots.contains("le jury n’a pas pris de décision sur l’année"))
    #expect(sansNotes.mots.contains("Modalités d’études non enregistrée"))
  }

  @Test(
    "Des noms et des phrases de mille signes, ou d’une autre écriture, restent dans la page",
    arguments: [
      String(repeating: "Wolfeschlegelsteinhausen", count: 42),
      String(repeating: "Très long nom composé ", count: 46), "ليلى حداد", "Παπαδοπούλου",
    ],
  )
  func noms(_ nom: String) async throws {
    let fichier = try await imprimer(
      .exemple(.nomme(nom, nom), rncp: nom, suite: [nom, nom])
    )
    #expect(fichier.estValide)
    #expect(fichier.horsDePage.isEmpty, "\(fichier.horsDePage)")
  }

  @Test("Une année de quatre-vingts UE se poursuit, son bandeau revenant à chaque page")
  func longueAnnee() async throws {
    let ues = (1...80).map { rang in
      SupplementAuDiplome.UE(
        code: exige(CodeUE("UE1\(rang)")),
        libelle: "Unité \(rang)",
        moyenne: "12,34",
        decision: "ADM",
        credits: "1",
        creditsPossibles: "1",
      )
    }
    let annee = SupplementAuDiplome.Annee(
      anneeBUT: exige(AnneeBUT(1)),
      annee: exige(AnneeUniversitaire("2023-2024")),
      statut: .continu,
      semestres: [.init(numero: exige(NumeroSemestre(1)), ues: ues)],
      rcues: [],
      decision: nil,
      credits: "80",
    )
    let fichier = try await imprimer(.vide([annee]))
    #expect(fichier.mots.contains("UE180 Unité 80 12,34 ADM 1/1"))
    #expect(fichier.mots.split(separator: "2023-2024 · formation continue").count > 2)
    #expect(fichier.horsDePage.isEmpty)
  }

  @Test("Ce que l’établissement écrit entre dans la sixième partie")
  func paragraphes() async throws {
    let modele = CadreDeDocument.exemple(.supplementAuDiplome)
    let cadre = CadreDeDocument(
      entete: modele.entete,
      titre: modele.titre,
      avant: modele.avant,
      apres: ["L’IUT est membre du réseau des IUT de Nulle-Part."],
      ville: modele.ville,
    )
    let fichier = try await Imprime(
      .exemple(.supplementAuDiplome, .supplement(.vide([])), cadre: cadre)
    )
    let places = try ["6. Renseignements", "membre du réseau", "7. Certification"]
      .map { try #require(fichier.mots.firstRange(of: $0)).lowerBound }
    #expect(places == places.sorted())
    #expect(!fichier.mots.contains("Aucun renseignement complémentaire"))
  }
}

extension SupplementAuDiplome {
  fileprivate static func vide(_ annees: [Annee]) -> SupplementAuDiplome {
    SupplementAuDiplome(
      titulaire: Titulaire(nom: "Roy", prenom: "", nip: ""),
      cursus: .mmi(),
      diplome: .but,
      jury: jour("2026-07-03"),
      credits: "0",
      etablissement: "",
      langues: [],
      competences: [],
      annees: annees,
      echelle: Echelle(bareme: "20", seuil: "10", codes: []),
    )
  }
}

extension String {
  fileprivate func nombre(_ texte: String) -> Int {
    split(separator: texte, omittingEmptySubsequences: false).count - 1
  }
}
