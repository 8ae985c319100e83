import Foundation
import Testing

@testable import delibere

/// Sessions as workbooks on the command line: invented, converted, solved, drawn.
@Suite("Ligne de commande : sessions d’épreuves")
final class SessionsTests {
  private let dossier = FileManager.default.temporaryDirectory.appending(path: "ses-\(UUID())").path

  init() throws {
    try FileManager.default.createDirectory(atPath: dossier, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: dossier) }

  private func chemin(_ nom: String) -> String { "\(dossier)/\(nom)" }

  private func lire(_ nom: String) throws -> String {
    try String(contentsOfFile: chemin(nom), encoding: .utf8)
  }

  private func ecrire(_ nom: String, _ contenu: String) throws {
    try contenu.write(toFile: chemin(nom), atomically: true, encoding: .utf8)
  }

  private func inventer(_ nom: String, _ options: String...) -> Resultat {
    Resultat(
      [
        "calendrier", "inventer", "--formations", "2", "--inscrits", "40", "--epreuves", "24",
        "--salles", "6", "--sortie", chemin(nom),
      ] + options
    )
  }

  @Test("une session inventée se résout, se valide, s’explique et se dessine")
  func aller() throws {
    let inventee = inventer("s.xlsx", "--graine", "4", "--chevauchements", "2")
    #expect(inventee.sortie.contains("24 épreuves, 40 candidats, 12 créneaux, 6 salles"))
    let (session, calendrier) = (chemin("s.xlsx"), chemin("c.xlsx"))
    let trouve = Resultat([
      "calendrier", "resoudre", session, "--propositions", "20000", "--sortie", calendrier,
    ])
    #expect(trouve.code == .succes, "\(trouve.erreurs)")
    #expect(trouve.erreurs.contains("un premier calendrier, de coût"))
    let valide = Resultat(["calendrier", "valider", session, calendrier])
    #expect(valide.code == .succes && trouve.sortie.hasPrefix(valide.sortie))
    // The workbook of the calendar is a session of its own.
    let seul = Resultat(["calendrier", "valider", calendrier, calendrier])
    #expect(seul.sortie == valide.sortie)
    let explique = Resultat(["calendrier", "expliquer", session, calendrier])
    #expect(explique.sortie.contains("2 chevauchements") && explique.sortie.contains("proposition"))
    let fiche = Resultat([
      "calendrier", "expliquer", session, calendrier, "--candidat", "Étudiant 7",
    ])
    #expect(fiche.sortie.hasPrefix("Étudiant 7 (22400007)\n"))
    let dessin = Resultat([
      "calendrier", "dessiner", session, calendrier, "--sortie", chemin("c.svg"), "--titre", "Juin",
    ])
    #expect(dessin.code == .succes)
    let svg = try lire("c.svg")
    #expect(svg.hasPrefix("<svg") && svg.contains("Juin") && svg.contains("Formation 2"))
  }

  @Test("deux sessions de même graine disent la même chose")
  func graine() throws {
    for (nom, graine) in [("a", "5"), ("b", "5"), ("c", "6")] {
      _ = inventer("\(nom).xlsx", "--graine", graine)
      _ = Resultat([
        "calendrier", "resoudre", chemin("\(nom).xlsx"), "--propositions", "100", "--sortie",
        chemin("\(nom)c.xlsx"),
      ])
    }
    let valide = { (a: String, b: String) in
      Resultat(["calendrier", "valider", self.chemin("\(a).xlsx"), self.chemin("\(b)c.xlsx")])
    }
    #expect(valide("a", "b").sortie == valide("a", "a").sortie)
    #expect(valide("c", "a").sortie != valide("c", "c").sortie)
  }

  @Test("une instance publique passe par le classeur et revient la même")
  func conversions() throws {
    let itc = """
      [Exams:2]
      60, 1, 2
      60, 3
      [Periods:2]
      02:06:2026, 09:00:00, 120, 0
      03:06:2026, 09:00:00, 120, 4
      [Rooms:1]
      3, 1
      [PeriodHardConstraints]
      1, AFTER, 0
      [RoomHardConstraints]
      1, ROOM_EXCLUSIVE
      [InstitutionalWeightings]
      TWOINAROW, 7
      TWOINADAY, 0
      PERIODSPREAD, 0
      NONMIXEDDURATIONS, 10
      FRONTLOAD, 0, 0, 0

      """
    try ecrire("i.exam", itc)
    try ecrire("i.sol", "0, 0\n1, 0\n")
    let aller = Resultat([
      "calendrier", "convertir", chemin("i.exam"), "--sortie", chemin("i.xlsx"), "--calendrier",
      chemin("i.sol"),
    ])
    #expect(aller.code == .succes, "\(aller.erreurs)")
    let retour = Resultat([
      "calendrier", "convertir", chemin("i.xlsx"), "--vers", "itc2007", "--sortie",
      chemin("j.exam"), "--calendrier", chemin("i.xlsx"),
    ])
    #expect(retour.code == .succes, "\(retour.erreurs)")
    #expect(try lire("j.exam") == itc && lire("j.sol") == lire("i.sol"))
    try ecrire("t.crs", "0001 2\n0002 1\n")
    try ecrire("t.stu", "0001 0002\n0001\n")
    let toronto = Resultat([
      "calendrier", "convertir", chemin("t.crs"), "--periodes", "3", "--sortie", chemin("t.xlsx"),
    ])
    let encore = Resultat([
      "calendrier", "convertir", chemin("t.xlsx"), "--vers", "toronto", "--sortie", chemin("u"),
    ])
    #expect(toronto.code == .succes && encore.code == .succes, "\(encore.erreurs)")
    #expect(try lire("u.crs") == lire("t.crs") && lire("u.stu") == lire("t.stu"))
  }

  @Test("ce qu’un format ne peut pas dire est refusé avec ses raisons, et rien n’est écrit")
  func refus() throws {
    _ = inventer("s.xlsx")
    for (format, raison) in [("itc2007", "les surveillants"), ("toronto", "les salles")] {
      let refus = Resultat([
        "calendrier", "convertir", chemin("s.xlsx"), "--vers", format, "--sortie", chemin("x"),
      ])
      #expect(refus.code == .refus && refus.erreurs.contains("ignore \(raison)"))
      #expect(!FileManager.default.fileExists(atPath: chemin("x")))
      #expect(!FileManager.default.fileExists(atPath: chemin("x.crs")))
    }
    let trop = inventer("y.xlsx", "--jours", "40")
    #expect(trop.code == .usage && trop.erreurs.contains("de 1 à 26"))
  }

  @Test("un classeur mal rempli est refusé, faute par faute")
  func malRempli() throws {
    try ecrire("m.xlsx", "Code;Durée\nR1;60\n")
    let refus = Resultat(["calendrier", "resoudre", chemin("m.xlsx"), "--propositions", "10"])
    #expect(refus.code == .fichier)
    #expect(refus.erreurs.contains("il manque la feuille « Épreuves »"))
    #expect(refus.erreurs.contains("corrigez le classeur"))
  }
}
