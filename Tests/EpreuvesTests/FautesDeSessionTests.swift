import Calendrier
import Spreadsheets
import Testing

@testable import Epreuves

@Suite("Fautes d’une session en classeur")
struct FautesDeSessionTests {
  typealias Cas = (FeuilleDeSession, String, Cell, String)

  @Test(
    "une cellule fausse est dite à sa place, avec sa raison",
    arguments: [
      (
        .epreuves, "D2", .text("deux heures"),
        "cellule D2 : lu « deux heures », attendu : un nombre",
      ),
      (.epreuves, "D2", .empty, "cellule D2 : cellule vide"),
      (.epreuves, "D2", .number("900"), "cellule A2 : aucune période ne dure 900 minutes"),
      (.epreuves, "D2", .error("#REF!"), "la formule ne donne pas de valeur"),
      (.epreuves, "E2", .text("dicté"), "attendu : « écrit » ou « oral » ou « projet »"),
      (.epreuves, "A3", .text("R1.01"), "cellule A3 : lu « R1.01 », déjà écrit à la feuille"),
      (.epreuves, "A2", .text("R1;2"), "point-virgule"),
      (.epreuves, "A2", .date(SpreadsheetDate(2026, 1, 1)!), "au format « Texte »"),
      (.epreuves, "I2", .text("P1; P9"), "lu « P9 », aucun créneau ne porte ce nom"),
      (.epreuves, "I2", .text("P1; P1"), "« P1 » figure deux fois"),
      (.epreuves, "J2", .text("P1"), "pas les deux"),
      (.epreuves, "G2", .text("aucune"), "aucune salle permise"),
      (.epreuves, "K2", .text("Mme C"), "aucun surveillant"),
      (.candidats, "A3", .text("00123"), "cellule A3 : lu « 00123 », déjà écrit"),
      (.candidats, "C2", .text("le double"), "« tiers-temps », « non », ou une fraction"),
      (.candidats, "C2", .text("9/2"), "« tiers-temps », « non », ou une fraction"),
      (.inscriptions, "B3", .text("00124"), "cellule B4"),
      (.inscriptions, "A2", .text("R9"), "aucune épreuve ne porte ce nom"),
      (.periodes, "C2", .text("25:99"), "une heure, comme 09:30"),
      (.periodes, "D2", .number("-5"), "attendu : un nombre entier de 0 à 1000000"),
      (.salles, "B2", .number("12.5"), "attendu : un nombre entier"),
      (.relations, "B2", .text("avant"), "« en même temps que »"),
      (.relations, "C2", .text("007"), "cellule B2 : une épreuve ne peut pas être comparée"),
      (.reglages, "B3", .text("cher"), "attendu : un nombre entier"),
      (.reglages, "B6", .number("5"), "demande un nombre d’épreuves par jour"),
      (.reglages, "A3", .text("Pause"), "aucun réglage"),
    ] as [Cas],
  )
  func cellule(_ nom: FeuilleDeSession, _ place: String, _ lue: Cell, _ dit: String) throws {
    var classeur = ClasseurDEssai(try Exemples.complete())
    #expect(classeur.lire().contenu != nil)
    try classeur.poser(nom, place, lue)
    let fautes = classeur.lire().fautes
    #expect(fautes.contains { $0.contains(dit) }, "\(fautes)")
    #expect(fautes.allSatisfy { $0.hasPrefix("s.xlsx : feuille « ") })
  }

  @Test("un ordre qui tourne en rond est dit avec les noms des épreuves")
  func cycle() throws {
    var classeur = ClasseurDEssai(try Exemples.complete())
    try classeur.poser(.relations, "A5", .text("R1.01"))
    try classeur.poser(.relations, "B5", .text("après"))
    try classeur.poser(.relations, "C5", .text("007"))
    let fautes = classeur.lire().fautes
    #expect(fautes.count == 1)
    #expect(fautes[0].contains("feuille « Relations »") && fautes[0].contains("« R1.01 »"))
    #expect(fautes[0].contains("« 007 »") && fautes[0].contains("tourne en rond"))
  }

  @Test("sans épreuve, sans candidat ou sans feuille, la session est refusée")
  func vide() throws {
    for (nom, dit) in [
      (FeuilleDeSession.epreuves, "« Épreuves »"), (.candidats, "« Candidats »"),
      (.inscriptions, "« Inscriptions »"), (.periodes, "« Périodes »"),
    ] {
      var classeur = ClasseurDEssai(try Exemples.complete())
      classeur.retirer(nom)
      #expect(classeur.lire().fautes.contains { $0.contains("il manque la feuille \(dit)") })
    }
    #expect(throws: FautesDeSession.self) {
      try SessionEnClasseur.lire(Array("a;b".utf8), fichier: "notes.csv")
    }
    #expect(throws: FautesDeSession.self) { try SessionEnClasseur.lire([], fichier: "vide.xlsx") }
  }

  @Test("ce qu’une secrétaire tape autrement se lit de même")
  func souplesse() throws {
    let probleme = try Exemples.complete()
    var classeur = ClasseurDEssai(probleme)
    try classeur.poser(.periodes, "B2", .text("06/07/2026"))
    try classeur.poser(.periodes, "C2", .text("8h"))
    try classeur.poser(.epreuves, "E2", .text("ECRIT"))
    try classeur.poser(.epreuves, "H3", .empty)
    try classeur.poser(.candidats, "A3", .number("00124"))
    try classeur.poser(.candidats, "C2", .text("Oui"))
    #expect(classeur.lire().contenu?.probleme == probleme)
    classeur.retirer(.reglages)
    #expect(classeur.lire().contenu?.probleme.poids == .deSession)
    try classeur.poser(.epreuves, "I2", .empty)
    try classeur.poser(.epreuves, "J2", .text("lundi soir"))
    #expect(classeur.lire().contenu?.probleme.epreuves[0].periodes == [0, 2])
  }

  @Test("une ligne du calendrier se lit par son créneau ou par son jour et son heure")
  func lignesDuCalendrier() throws {
    let probleme = try Exemples.session()
    let calendrier = CalendrierDExamens(
      probleme,
      places: probleme.epreuves.indices.map { ($0 % 12, $0 % 5) },
    )
    var classeur = ClasseurDEssai(probleme, calendrier)
    try classeur.poser(.calendrier, "D2", .empty)
    #expect(classeur.lire().contenu?.calendrier == calendrier)
    try classeur.poser(.calendrier, "D3", .text("P9"))
    let contredit = classeur.lire().fautes
    #expect(contredit.contains { $0.contains("cellule E3") && $0.contains("« P9 »") })
    try classeur.poser(.calendrier, "D3", .empty)
    try classeur.poser(.calendrier, "F3", .text("03:00"))
    #expect(classeur.lire().fautes.contains { $0.contains("aucun créneau, ou plusieurs") })
  }
}
