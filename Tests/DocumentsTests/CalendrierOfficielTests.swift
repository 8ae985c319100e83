import Actes
import Scolarite
import Testing

@Suite("Le calendrier officiel")
struct CalendrierOfficielTests {
  private func imprimer(_ calendrier: CalendrierOfficiel) async throws -> Imprime {
    try await Imprime(.exemple(.calendrierOfficiel, .calendrier(calendrier)))
  }

  @Test("Il dit les dates d’une année, partie par partie, et qui les a adoptées")
  func annee() async throws {
    let fichier = try await imprimer(.annee)
    for attendu in [
      "Année universitaire 2025-2026", "Tous les départements", "Dates Objet Public Précisions",
      "à partir du 2 mars 2026",
      "Aucun cours ni aucune épreuve n’a lieu les jours fériés.", "du 27 au 31 octobre 2025",
      "vendredi 15 mai 2026 Pont de l’Ascension tous", "jusqu’au 17 octobre 2025", "à fixer",
      "Consultation des copies", "Aucune date n’est encore fixée.",
      "Instance Adoption Conseil de l’IUT le 19 juin 2025 CFVU en attente",
      "si celui-ci a été remplacé",
      "La direction de l’IUT",
    ] {
      #expect(fichier.mots.contains(attendu), "\(attendu)")
    }
    // The titles of the parts and that of the adoptions.
    let structure = fichier.structure
    #expect(structure.split(separator: "H2 (block)").count - 1 == 6)
    #expect(structure.split(separator: "Table (block)").count - 1 == 5)
    #expect(structure.split(separator: "\"Dates\"").count - 1 == 4)
  }

  @Test("Une session tient sur une page, sans colonne vide ni partie d’adoption")
  func session() async throws {
    let fichier = try await imprimer(.session)
    #expect(fichier.pages == 1)
    for attendu in [
      "Dates Objet Précisions", "jeudi 27 août 2026", "8 h 30", "du 27 au 28 août 2026",
      "jusqu’au 31 août 2026", "Projet à déposer en ligne",
    ] {
      #expect(fichier.mots.contains(attendu), "\(attendu)")
    }
    for absent in ["Public", "tous", "Adoption"] {
      #expect(!fichier.mots.contains(absent), "\(absent)")
    }
  }

  @Test(
    "Un intervalle ne répète ni le mois ni l’année, et d’un seul jour il est ce jour",
    arguments: [
      ("2026-02-16", "2026-02-20", "du 16 au 20 février 2026"),
      ("2026-02-16", "2026-03-01", "du 16 février au 1er mars 2026"),
      ("2025-12-22", "2026-01-02", "du 22 décembre 2025 au 2 janvier 2026"),
      ("2026-05-01", "2026-05-01", "vendredi 1er mai 2026"),
      ("1999-12-31", "1999-12-31", "vendredi 31 décembre 1999"),
    ],
  )
  func intervalles(_ debut: String, _ fin: String, _ attendu: String) async throws {
    let fichier = try await imprimer(
      .une(.intervalle(jour(debut), jour(fin)), "Essai")
    )
    // In the order of the drawing: a cell of two lines is not mixed with its neighbour.
    let mots = fichier.lancer("pdftotext -raw % -").sortie.split(whereSeparator: \.isWhitespace)
    #expect(mots.joined(separator: " ").contains("Dates Objet \(attendu) Essai"))
  }

  @Test("Sans aucune partie, il le dit")
  func vide() async throws {
    let fichier = try await imprimer(CalendrierOfficiel(objet: "", rubriques: []))
    #expect(fichier.estValide)
    #expect(fichier.mots.contains("Aucune date n’est encore fixée."))
  }

  @Test(
    "Des textes de mille signes, ou d’une autre écriture, restent dans la page",
    arguments: [
      String(repeating: "Wolfeschlegelsteinhausen", count: 42),
      String(repeating: "Très long intitulé ", count: 53), "ليلى حداد", "Παπαδοπούλου",
    ],
  )
  func textes(_ texte: String) async throws {
    let fichier = try await imprimer(.une(.jour(jour("2026-05-01"), heure: texte), texte))
    #expect(fichier.estValide)
    #expect(fichier.horsDePage.isEmpty, "\(fichier.horsDePage)")
    let partout = CalendrierOfficiel(
      objet: texte,
      portee: [texte],
      rubriques: [
        .init(
          titre: texte,
          introduction: texte,
          lignes: [.init(periode: .aFixer, libelle: texte, concernes: texte, note: texte)],
        )
      ],
      adoptions: [.init(instance: texte, jour: nil)],
    )
    let autre = try await imprimer(partout)
    #expect(autre.estValide)
    #expect(autre.horsDePage.isEmpty, "\(autre.horsDePage)")
  }

  @Test("Deux cents dates se poursuivent, l’en-tête du tableau revenant à chaque page")
  func longueur() async throws {
    let lignes = (1...200).map { rang in
      CalendrierOfficiel.Ligne(
        periode: .jour(jour("2026-08-27"), heure: "\(8 + rang % 9) h"),
        libelle: "Épreuve \(rang)",
      )
    }
    let fichier = try await imprimer(
      CalendrierOfficiel(
        objet: "Session 2",
        rubriques: [.init(titre: "Épreuves", lignes: lignes)],
      )
    )
    let pages = try #require(fichier.pages)
    #expect(pages > 3)
    #expect(fichier.mots.contains("Épreuve 200"))
    #expect(fichier.mots.split(separator: "Dates Objet").count - 1 >= pages - 1)
    #expect(fichier.horsDePage.isEmpty)
  }
}

extension CalendrierOfficiel {
  fileprivate static func une(_ periode: Periode, _ libelle: String) -> CalendrierOfficiel {
    CalendrierOfficiel(
      objet: "Essai",
      rubriques: [.init(titre: "Dates", lignes: [.init(periode: periode, libelle: libelle)])],
    )
  }
}
