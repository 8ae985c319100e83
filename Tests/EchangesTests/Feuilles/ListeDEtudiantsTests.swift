import Echanges
import Scolarite
import Spreadsheets
import Testing

@Suite("Lire une liste d’étudiants")
struct ListeDEtudiantsTests {
  private func lire(_ lignes: [[String]]) throws -> ListeDEtudiants {
    try ListeDEtudiants.lire(classeurDEssai(lignes), nom: "liste.xlsx")
  }

  private func refus(_ lignes: [[String]]) -> [String] {
    refus(classeurDEssai(lignes))
  }

  private func refus(_ classeur: Workbook) -> [String] {
    fautes { () throws(FautesDeFeuille) in
      _ = try ListeDEtudiants.lire(classeur, nom: "liste.xlsx")
    }
  }

  private static let titres = [
    "code_ine", "N° étudiant", "NOM DE FAMILLE", "Nom d'usage", "Prénom(s)", "Prenom usuel", "Civ.",
    "Né(e) le", "E-mail", "Tél.", "Régime", "TD", "Groupe de TP", "Groupes", "Parcours BUT",
    "Type de bac", "Boursier(ère)", "Nationalité",
  ]
  private static let valeurs = [
    "0123456789a", "22 300 123", "DUPONT", "MARTIN", " Jeanne  Marie ", "Jeanne", "Mme",
    "28/02/2006", "jeanne.martin@exemple.fr", "06 12 34 56 78", "Apprentie", "TD1", "TP1b", "A",
    "CN", "STI2D", "oui", "FR",
  ]

  @Test("toutes les colonnes, sous des titres à sauter et des lignes vides")
  func readsAll() throws {
    let liste = try lire([
      ["IUT de Nulle-Part"], [], ["Nom de la liste : BUT1"], Self.titres, [], Self.valeurs,
      ["", " "],
    ])
    let ligne = try #require(liste.lignes.first)
    #expect(liste.lignes.count == 1)
    #expect(ligne.ine == "0123456789A" && ligne.nip == "22300123")
    #expect(ligne.nom == "DUPONT" && ligne.nomDUsage == "MARTIN")
    #expect(ligne.prenom == "Jeanne Marie" && ligne.prenomDUsage == "Jeanne")
    #expect(ligne.civilite == .madame && ligne.naissance == Jour(2006, 2, 28))
    #expect(ligne.courriel == "jeanne.martin@exemple.fr" && ligne.telephone == "06 12 34 56 78")
    #expect(ligne.statut == .alternant && ligne.boursier == true)
    #expect(ligne.groupeTD == "TD1" && ligne.groupeTP == "TP1b" && ligne.groupe == "A")
    #expect(ligne.parcours == "CN" && ligne.typeDeBac == "STI2D")
    #expect(ligne.place(.nip).description == "feuille « Liste », cellule B6")
    #expect(liste.ignorees.map(\.intitule) == ["Nationalité"])
    #expect(liste.ignorees.map(\.place.cell.description) == ["R4"])
  }

  @Test("les colonnes dans un autre ordre donnent les mêmes étudiants")
  func readsAnyOrder() throws {
    let liste = try lire([Self.titres.reversed(), Self.valeurs.reversed()])
    let ligne = try #require(liste.lignes.first)
    #expect(ligne.ine == "0123456789A" && ligne.nom == "DUPONT" && ligne.boursier == true)
    #expect(ligne.place(.ine).cell.description == "R2")
  }

  @Test(
    "un titre est reconnu sans accents, majuscules, pluriel ni ponctuation",
    arguments: [
      ("INE", .ine), ("Code INE", .ine), ("n° ine", .ine), ("COD_NNE_IND", .ine),
      ("code_nip", .nip), ("N°étudiant", .nip), ("NUMERO ETUDIANT", .nip),
      ("Numéro d’étudiant", .nip), ("cod_etu", .nip), ("N° Étudiants", .nip),
      ("NOMS", .nom), ("Nom_de_naissance", .nom), ("Nom d’usage", .nomDUsage),
      ("nom usuel", .nomDUsage), ("Prénom", .prenom), ("PRENOMS", .prenom), ("prenom(s)", .prenom),
      ("Sexe", .civilite), ("Date de naissance", .naissance), ("Née le", .naissance),
      ("date_naissance", .naissance), ("Mél", .courriel), ("Adresse mail", .courriel),
      ("Email universitaire", .courriel), ("Téléphone portable", .telephone), ("FI / FA", .statut),
      ("Type d'inscription", .statut), ("Groupe TD", .groupeTD), ("gr. TP", .groupeTP),
      ("Groupes", .groupe), ("Parcours :", .parcours), ("Baccalauréat", .bac),
      ("Bourse", .boursier),
    ] as [(String, ChampDEtudiant)],
  )
  func knowsTitles(titre: String, champ: ChampDEtudiant) throws {
    let valeurs: [ChampDEtudiant: String] = [
      .ine: "0123456789A", .civilite: "F", .naissance: "2006-02-28", .courriel: "a@b.fr",
      .telephone: "0612345678", .statut: "FI", .boursier: "non",
    ]
    // Both fields that a list must have, unless the title is one of them.
    var titres = [titre]
    var ligne = [valeurs[champ] ?? "X1"]
    for (autre, nom) in [(ChampDEtudiant.nom, "Nom"), (.prenom, "Prénom")] where autre != champ {
      titres.append(nom)
      ligne.append("X")
    }
    let liste = try lire([titres, ligne])
    #expect(liste.ignorees.isEmpty && liste.lignes[0].place(champ).cell.description == "A2")
  }

  @Test(
    "un texte qui n’est pas un titre n’en devient pas un",
    arguments: ["Nom du lycée", "Code", ""],
  )
  func ignoresOtherTitles(titre: String) throws {
    let liste = try lire([["Nom", "Prénom", titre], ["A", "B", "c"]])
    #expect(liste.ignorees.map(\.intitule) == (titre.isEmpty ? [] : [titre]))
  }

  @Test("de deux colonnes du même sens, la mieux nommée est lue, l’autre signalée")
  func choosesBestTitle() throws {
    let liste = try lire([
      ["Mail", "Nom", "Prénom", "Courriel universitaire"], ["perso@b.fr", "A", "B", "iut@b.fr"],
    ])
    #expect(liste.lignes[0].courriel == "iut@b.fr" && liste.ignorees.map(\.intitule) == ["Mail"])
    #expect(
      refus([["Nom", "Prénom", "nom"], ["A", "B", "C"]]) == ["C1 : nom : colonneDouble"]
    )
  }

  @Test(
    "un statut est lu comme les secrétariats l’écrivent",
    arguments: [
      ("FI", .initial), ("Formation initiale", .initial), ("F.A.", .alternant),
      ("apprenti", .alternant), ("Alternance", .alternant), ("Formation Continue", .continu),
      ("FC", .continu),
    ] as [(String, Statut)],
  )
  func readsStatus(texte: String, statut: Statut) throws {
    let lue = try lire([["Nom", "Prénom", "Statut"], ["A", "B", texte]])
    #expect(lue.lignes[0].statut == statut)
  }

  @Test("« oui » sous « Apprenti » est un alternant, « non » un étudiant initial")
  func readsStatusQuestion() throws {
    let lue = try lire([["Nom", "Prénom", "Apprenti(e)"], ["A", "B", "oui"], ["C", "D", "N"]])
    #expect(lue.lignes.map(\.statut) == [.alternant, .initial])
    #expect(refus([["Nom", "Prénom", "Statut"], ["A", "B", "oui"]]) == ["C2 : oui : valeur"])
  }

  @Test(
    "chaque valeur fautive est nommée avec sa cellule",
    arguments: [
      ("INE", "123"), ("INE", "01234567890"), ("INE", "0123456789é"), ("N° étudiant", "22-3"),
      ("Né(e) le", "31/02/2006"), ("Né(e) le", "28/02/06"), ("Courriel", "a@b"),
      ("Courriel", "a@b.fr; c@d.fr"), ("Courriel", "a b@c.fr"), ("Téléphone", "poste 12"),
      ("Statut", "redoublant"), ("Boursier", "peut-être"), ("Civilité", "Dr"),
    ],
  )
  func namesBadValues(titre: String, valeur: String) {
    #expect(
      refus([["Nom", titre, "Prénom"], ["A", valeur, "B"]]) == ["B2 : \(valeur) : valeur"]
    )
  }

  @Test("nom ou prénom manquants, formule en erreur, doublons : toutes les fautes d’un coup")
  func gathersFaults() {
    let cellules: [[Cell]] = [
      [.text("INE"), .text("NIP"), .text("Nom"), .text("Prénom")],
      [.text("0123456789A"), .number("1"), .text("A"), .empty],
      [.text("0123456789a"), .number("1"), .error("#REF!"), .text("B")],
      [.number("12345678901"), .number("2.5"), .text("C"), .text("D")],
    ]
    #expect(
      Set(refus(classeurDEssai(cellules: cellules))) == [
        "D2 : celluleVide", "C3 : #REF! : erreurDeFormule", "A4 : 12345678901 : valeur",
        "B4 : 2,5 : valeur", "A3 : 0123456789A : doublon", "B3 : 1 : doublon",
      ]
    )
  }

  @Test("les nombres et les dates d’un tableur ; le zéro perdu d’un téléphone revient")
  func readsTypedCells() throws {
    let date = try #require(SpreadsheetDate(2006, 2, 28))
    let liste = try ListeDEtudiants.lire(
      classeurDEssai(cellules: [
        [.text("NIP"), .text("Nom"), .text("Prénom"), .text("Né le"), .text("Tél"), .text("TD")],
        [
          .number("22300123"), .text("A"), .text("B"), .date(date), .number("612345678"),
          .number("2"),
        ],
      ]),
      nom: "l",
    )
    let ligne = liste.lignes[0]
    #expect(ligne.nip == "22300123" && ligne.naissance == Jour(2006, 2, 28))
    #expect(ligne.telephone == "0612345678" && ligne.groupeTD == "2")
  }

  @Test("sans ligne de titres, ou sans colonne « Prénom »")
  func needsHeading() {
    #expect(refus([["Bonjour"], ["A", "B"]]) == ["– : sansEntete"])
    #expect(refus([["Nom", "INE"], ["A", ""]]) == ["A1 : colonneManquante"])
  }

  @Test("au plus cent fautes sont nommées, les autres comptées")
  func capsFaults() {
    let lignes = [["Nom", "Prénom", "INE"]] + (1...150).map { ["A", "B", "x\($0)"] }
    let error = #expect(throws: FautesDeFeuille.self) { try lire(lignes) }
    #expect(error?.fautes.count == 100 && error?.autres == 50)
    #expect(error?.lignes.last == "et 50 autres fautes")
    #expect(
      error?.lignes.first == "liste.xlsx : feuille « Liste », cellule C2 : lu « x1 », attendu : un "
        + "INE de 11 chiffres et lettres (« 0123456789A »), dans une cellule au format texte"
    )
  }

  @Test("les feuilles d’un groupe chacune sont lues ensemble, sans les feuilles cachées")
  func readsSeveralSheets() throws {
    func feuille(_ nom: String, _ ine: String, cachee: Bool = false) -> Sheet {
      let titres = ["Nom", "Prénom", "INE"].map { Cell.text($0) }
      return Sheet(
        name: nom,
        isHidden: cachee,
        rows: [titres, [.text("A"), .text("B"), .text(ine)]],
      )
    }
    let vide = Sheet(name: "Notice", rows: [[.text("Mode d’emploi")]])
    let (td1, td2) = (feuille("TD1", "0123456789A"), feuille("TD2", "0123456789B"))
    let cachee = feuille("x", "0123456789A", cachee: true)
    let classeur = Workbook(sheets: [vide, td1, td2, cachee])
    #expect(try ListeDEtudiants.lire(classeur, nom: "l").lignes.map(\.feuille) == ["TD1", "TD2"])
    let double = Workbook(sheets: [td1, feuille("TD3", "0123456789A")])
    #expect(refus(double) == ["C2 : 0123456789A : doublon"])
  }

  @Test("un CSV Windows-1252 à points-virgules d’Apogée")
  func readsWindowsCSV() throws {
    let texte = "COD_ETU;LIB_NOM_PAT_IND;LIB_PR1_IND;DATE_NAI_IND\r\n123;LÉVÊQUE;Zoé;01/12/2005\r\n"
    let octets = texte.unicodeScalars.map { UInt8($0.value) }
    let liste = try ListeDEtudiants.lire(Workbook.read(octets, name: "a.csv"), nom: "a.csv")
    #expect(liste.lignes[0].nom == "LÉVÊQUE" && liste.lignes[0].prenom == "Zoé")
    #expect(liste.lignes[0].nip == "123" && liste.lignes[0].naissance == Jour(2005, 12, 1))
  }

  @Test("trente mille étudiants sont lus")
  func readsManyStudents() throws {
    var texte = "Numéro étudiant,Nom,Prénom,Courriel\n"
    for rang in 0..<30_000 { texte += "\(rang),NOM\(rang),Prénom,p\(rang)@exemple.fr\n" }
    let classeur = try Workbook.read(Array(texte.utf8), name: "l.csv")
    #expect(try ListeDEtudiants.lire(classeur, nom: "l.csv").lignes.count == 30_000)
  }
}
