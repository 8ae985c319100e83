import Foundation
import Testing

@testable import delibere

/// `delibere calendrier`, on a problem small enough to be read.
@Suite("Ligne de commande : calendrier")
final class CalendrierTests {
  private let dossier = FileManager.default.temporaryDirectory.appending(path: "cal-\(UUID())").path

  private static let probleme = """
    [Exams:5]
    60, 1, 2, 3
    60, 1, 4
    90, 2, 5
    30, 3, 4
    60, 5
    [Periods:4]
    02:06:2026, 09:00:00, 120, 0
    02:06:2026, 14:00:00, 120, 0
    03:06:2026, 09:00:00, 120, 0
    03:06:2026, 14:00:00, 120, 5
    [Rooms:2]
    3, 0
    4, 10
    [PeriodHardConstraints]
    1, AFTER, 0
    [RoomHardConstraints]
    2, ROOM_EXCLUSIVE
    [InstitutionalWeightings]
    TWOINAROW,7
    TWOINADAY,5
    PERIODSPREAD,2
    NONMIXEDDURATIONS,10
    FRONTLOAD,2,1,5

    """

  init() throws {
    try FileManager.default.createDirectory(atPath: dossier, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: dossier) }

  private func fichier(_ nom: String, _ contenu: String) throws -> String {
    let chemin = "\(dossier)/\(nom)"
    try contenu.write(toFile: chemin, atomically: true, encoding: .utf8)
    return chemin
  }

  @Test("un calendrier se cherche, se valide, s’explique et se répare")
  func aller() throws {
    let instance = try fichier("petit.exam", Self.probleme)
    let sortie = "\(dossier)/petit.sol"
    func chercher() -> Resultat {
      Resultat([
        "calendrier", "resoudre", instance, "--propositions", "20000", "--graine", "3",
        "--sortie", sortie,
      ])
    }
    let trouve = chercher()
    #expect(trouve.code == .succes && trouve.sortie.contains("Rien n’est enfreint."))
    let ecrit = try String(contentsOfFile: sortie, encoding: .utf8)
    #expect(ecrit.split(separator: "\n").count == 5)
    _ = chercher()
    #expect(try String(contentsOfFile: sortie, encoding: .utf8) == ecrit)

    let valide = Resultat(["calendrier", "valider", instance, sortie])
    #expect(valide.code == .succes && trouve.sortie.hasPrefix(valide.sortie))
    let epreuve = Resultat(["calendrier", "expliquer", instance, sortie, "--epreuve", "1"])
    #expect(epreuve.sortie.split(separator: "\n").count == 4)
    let candidat = Resultat(["calendrier", "expliquer", instance, sortie, "--candidat", "1"])
    #expect(candidat.sortie.contains("« 0 », ") && candidat.sortie.contains("« 1 », "))
    let change = Resultat([
      "calendrier", "expliquer", instance, sortie, "--changer", "2", "--vers", "P1", "--sortie",
      "\(dossier)/repare.sol",
    ])
    #expect(change.code == .succes && change.sortie.contains("Réparée : coût"))
    let repare = Resultat(["calendrier", "valider", instance, "\(dossier)/repare.sol"])
    #expect(repare.code == .succes)
  }

  @Test("un calendrier qui enfreint des règles est dit, règle par règle")
  func infraction() throws {
    let instance = try fichier("petit.exam", Self.probleme)
    let mauvais = try fichier("mauvais.sol", String(repeating: "0, 0\n", count: 5))
    let resultat = Resultat(["calendrier", "valider", instance, mauvais])
    #expect(resultat.code == .erreursTrouvees)
    #expect(resultat.sortie.contains("8 règles sont enfreintes"))
    #expect(resultat.sortie.contains("« 1 » doit avoir lieu après « 0 »"))
    #expect(resultat.sortie.contains("avec un candidat commun"))
  }

  @Test(
    "une instance mal formée est refusée à sa ligne",
    arguments: [
      ("[Exams:5]", "[Exams:6]", "6 lignes sont annoncées"), ("60, 1, 4", "60, 1, 1", "Ligne 3"),
      ("1, AFTER, 0", "1, AFTER, 9", "l’épreuve nº 9 n’existe pas"),
      ("1, AFTER, 0", "1, AFTER, 0\n0, AFTER, 1", "ordre"),
      ("3, 0\n4, 10", "1, 0\n1, 10", "aucune salle"),
      ("TWOINAROW,7", "TWOINAROW,x", "« x »"),
    ],
  )
  func malFormee(avant: String, apres: String, message: String) throws {
    let instance = try fichier("mal.exam", Self.probleme.replacing(avant, with: apres))
    let resultat = Resultat(["calendrier", "resoudre", instance, "--propositions", "1000"])
    #expect(resultat.code == .fichier || resultat.code == .erreursTrouvees)
    let dit = resultat.erreurs.lowercased()
    #expect(dit.contains(message.lowercased()), "\(resultat.erreurs)")
    #expect(!FileManager.default.fileExists(atPath: "\(dossier)/mal.sol"))
  }

  @Test("une instance de Toronto se résout, et demande ses périodes")
  func toronto() throws {
    let epreuves = try fichier("trois.crs", "0001 2\n0002 1\n0003 2\n")
    _ = try fichier("trois.stu", "0001 0002\n0001 0003\n0003\n")
    let sortie = "\(dossier)/trois.sol"
    let resultat = Resultat([
      "calendrier", "resoudre", epreuves, "--format", "toronto", "--periodes", "3",
      "--propositions", "5000", "--sortie", sortie,
    ])
    #expect(resultat.code == .succes, "\(resultat.erreurs)")
    let sans = Resultat(["calendrier", "resoudre", epreuves, "--format", "toronto"])
    #expect(sans.code == .usage && sans.erreurs.contains("--periodes"))
    let valide = Resultat([
      "calendrier", "valider", epreuves, sortie, "--format", "toronto", "--periodes", "3",
    ])
    #expect(valide.code == .succes)
  }
}
