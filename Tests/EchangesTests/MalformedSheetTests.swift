import Echanges
import Scolarite
import Testing
import Text

@Suite("Feuilles fautives")
struct MalformedSheetTests {
  /// A sheet spoilt in one way, and what the reader must say of it.
  struct Faute: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let nom: String
    let abimer: @Sendable (String) -> String
    /// The line of the fault, when the damage does not move it.
    let ligne: Int?
    let message: String
  }

  @Test("une feuille abîmée est refusée avec la place et ce qui était attendu", arguments: fautes)
  func refuses(faute: Faute) throws {
    let texte = faute.abimer(try Exemples.texte(faute.nom))
    let erreur = #expect(throws: SheetReadingError.self) { try Exemples.lire(texte) }
    let lignes = try #require(erreur).lines
    #expect(lignes.contains { $0.message.contains(faute.message) })
    if let ligne = faute.ligne { #expect(lignes.first?.position?.line == ligne) }
  }

  static let fautes: [Faute] = [
    Faute(
      testDescription: "lettre dans les heures",
      nom: "rt-iom-but2",
      abimer: {
        $0.remplacant(
          "R301 - Réseaux de campus 1 5 10 16",
          par: "R301 - Réseaux de campus 1 5 1O 16",
        )
      },
      ligne: 41,
      message: "lu « 1O »",
    ),
    Faute(
      testDescription: "lettre seule",
      nom: "rt-iom-but2",
      abimer: {
        $0.remplacant("R304 - Services d’annuaires 0 2", par: "R304 - Services d’annuaires O 2")
      },
      ligne: 47,
      message: "lu « O »",
    ),
    Faute(
      testDescription: "lettre dans un poids",
      nom: "rt-iom-but2",
      abimer: {
        $0.remplacant("16 CC 11", par: "16 CC 1l")
      },
      ligne: 41,
      message: "lu « 1l »",
    ),
    Faute(
      testDescription: "lettre dans un total",
      nom: "rt-iom-but2",
      abimer: {
        $0.remplacant("TOTAL RESSOURCES 5 24 42 71 49", par: "TOTAL RESSOURCES 5 24 42 7l 49")
      },
      ligne: nil,
      message: "lu « 7l »",
    ),
    Faute(
      testDescription: "total incomplet",
      nom: "rt-iom-but2",
      abimer: {
        $0.remplacant("TOTAL RESSOURCES 5 24 42 71 49", par: "TOTAL RESSOURCES 5 24 42 49")
      },
      ligne: nil,
      message: "5 nombres",
    ),
    Faute(
      testDescription: "total d’une autre UE",
      nom: "rt-iom-but2",
      abimer: {
        $0.remplacant("TOTAL UE31", par: "TOTAL UE32")
      },
      ligne: nil,
      message: "total de « UE31 » attendu",
    ),
    Faute(
      testDescription: "colonne absente sans solution",
      nom: "rt-iom-but2",
      abimer: {
        $0.remplacant(
          "R301 - Réseaux de campus 1 5 10 16 CC",
          par: "R301 - Réseaux de campus 5 10 16 CC",
        )
      },
      ligne: 41,
      message: "aucune répartition",
    ),
    Faute(
      testDescription: "tiret absent",
      nom: "rt-iom-but2",
      abimer: {
        $0.remplacant("R302 - Réseaux opérateurs 2", par: "R302 Réseaux opérateurs de 2")
      },
      ligne: 43,
      message: "tiret attendu",
    ),
    Faute(
      testDescription: "heures énormes",
      nom: "rt-iom-but2",
      abimer: {
        $0.remplacant("campus 1 5 10 16", par: "campus 1 5 10 999999")
      },
      ligne: 41,
      message: "trop grand",
    ),
    Faute(
      testDescription: "titres permutés",
      nom: "mmi-but1",
      abimer: {
        $0.remplacant("SAÉ CM TD TP Projet", par: "SAÉ CM TP TD Projet")
      },
      ligne: nil,
      message: "dans l’ordre",
    ),
    Faute(
      testDescription: "titres absents",
      nom: "mmi-but1",
      abimer: {
        $0.remplacant("COMPETENCE Ressources et SAÉ CM TD TP Projet", par: "")
          .remplacant("Type éval Coeff ECTS", par: "")
      },
      ligne: nil,
      message: "titres des colonnes introuvables",
    ),
    Faute(
      testDescription: "total et CM permutés",
      nom: "mmi-but1",
      abimer: { $0.permutantCMEtTotal() },
      ligne: nil,
      message: "« Total hors projet » et « CM » semblent permutées",
    ),
    Faute(
      testDescription: "volumes de première page permutés",
      nom: "rt-iom-but2",
      abimer: {
        $0.remplacant("28h 258h 275h", par: "28h 275h 258h")
      },
      ligne: nil,
      message: "« TD » et « TP » semblent permutées",
    ),
    Faute(
      testDescription: "mention inconnue",
      nom: "rt-iom-but2",
      abimer: {
        $0.remplacant("RESEAUX ET TELECOMMUNICATIONS", par: "GENIE CIVIL")
      },
      ligne: nil,
      message: "« GENIE CIVIL » absente du référentiel",
    ),
    Faute(
      testDescription: "sans mention",
      nom: "rt-iom-but2",
      abimer: {
        $0.remplacant("Mention :", par: "Titre :")
      },
      ligne: nil,
      message: "il manque « Mention : … »",
    ),
    Faute(
      testDescription: "parcours sans compétence 4",
      nom: "rt-iom-but2",
      abimer: {
        $0.remplacant("RT IOM APP", par: "RT").remplacant(
          "Internet des Objets et Mobilité",
          par: "",
        )
      },
      ligne: nil,
      message: "pas de compétence 4",
    ),
    Faute(
      testDescription: "module avant son UE",
      nom: "rt-iom-but2",
      abimer: {
        $0.remplacant("UE31\n", par: "\n")
      },
      ligne: 41,
      message: "un code d’UE attendu",
    ),
    Faute(
      testDescription: "sans tableau",
      nom: "rt-iom-but2",
      abimer: {
        $0.remplacant("SEMESTRE", par: "Semestre")
      },
      ligne: nil,
      message: "aucun tableau",
    ),
  ]

  @Test("une feuille coupée n’importe où est refusée", arguments: Exemples.noms)
  func refusesTruncation(nom: String) throws {
    let lignes = try Exemples.texte(nom).split(separator: "\n", omittingEmptySubsequences: false)
    let fin = try #require(lignes.lastIndex { $0.contains("ECTS") })
    for nombre in 0..<fin {
      let debut = lignes.prefix(nombre).joined(separator: "\n")
      #expect(throws: SheetReadingError.self) { try Exemples.lire(debut) }
    }
  }

  @Test("un autre codage est nommé avec l’octet fautif")
  func namesEncoding() throws {
    let latin = try Exemples.texte("mmi-but1").unicodeScalars.map { UInt8(clamping: $0.value) }
    let erreur = #expect(throws: SheetReadingError.self) {
      try MaquetteSheet.read(latin, source: "latin.txt", referentiel: .embarque())
    }
    let ligne = try #require(erreur?.lines.first)
    #expect(ligne.message.contains("Windows-1252"))
    #expect(ligne.position != nil)
  }

  @Test(
    "une faute n’en fait pas dire d’autres",
    arguments: [
      ("SEMESTRE 1", "SEMESTRE 7", "un semestre de 1 à 6", 1),
      ("COMPETENCE Ressources et SAÉ CM TD TP Projet", "", "titres des colonnes", 2),
      ("BUT1", "BUT2", "pas de compétence", 10),
    ],
  )
  func doesNotCascade(ancien: String, nouveau: String, message: String, nombre: Int) throws {
    let texte = try Exemples.texte("mmi-but1").remplacant(ancien, par: nouveau)
      .replacing("Type éval Coeff ECTS", with: nouveau.isEmpty ? "" : "Type éval Coeff ECTS")
      .replacing("BUT 1", with: nouveau == "BUT2" ? "BUT 2" : "BUT 1")
    let erreur = #expect(throws: SheetReadingError.self) { try Exemples.lire(texte) }
    let messages = try #require(erreur).lines.map(\.message)
    #expect(messages.count == nombre)
    #expect(messages.allSatisfy { $0.contains(message) })
  }

  @Test("toutes les fautes d’une feuille sont dites, dans l’ordre")
  func reportsAll() throws {
    let texte = try Exemples.texte("rt-iom-but2")
      .remplacant("16 CC 11", par: "16 CC 1l").remplacant(
        "campus 0 4 4 8",
        par: "campus 0 4 4 8 h",
      )
    let erreur = #expect(throws: SheetReadingError.self) { try Exemples.lire(texte) }
    let lignes = try #require(erreur).lines.compactMap(\.position)
    #expect(lignes.count >= 2)
    #expect(lignes == lignes.sorted())
  }
}

extension String {
  /// The text with the first occurrences exchanged; the words must be there.
  func remplacant(_ ancien: String, par nouveau: String) -> String {
    let texte = split(separator: ancien, omittingEmptySubsequences: false).joined(
      separator: nouveau
    )
    precondition(texte != self, "« \(ancien) » is not in the sheet")
    return texte
  }

  /// The sheet with CM and « Total hors projet » exchanged on the line of each module.
  func permutantCMEtTotal() -> String {
    split(separator: "\n", omittingEmptySubsequences: false).map { ligne in
      var mots = ligne.split(separator: " ")
      guard mots.first != "TOTAL", let dernier = mots.indices.last else { return String(ligne) }
      let fin = mots.lastIndex(of: "CC") ?? dernier
      let nombres = mots[..<fin].reversed().prefix { Decimale($0) != nil }.count
      guard (4...5).contains(nombres), Decimale(mots[dernier]) != nil else { return String(ligne) }
      mots.swapAt(fin - nombres, fin - 1)
      return mots.joined(separator: " ")
    }.joined(separator: "\n")
  }
}
