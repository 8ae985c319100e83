import Actes
import Foundation
import Registre
import SQL
import Scolarite
import Soutien
import Testing

@testable import delibere

@Suite("Commandes de base et de journal")
struct BaseTests {
  private let dossier = FileManager.default.temporaryDirectory.appending(path: "base-\(UUID())")
    .path

  init() throws {
    try FileManager.default.createDirectory(atPath: dossier, withIntermediateDirectories: true)
  }

  private func chemin(_ nom: String) -> String { "\(dossier)/\(nom)" }

  private func creer(_ base: String) -> Resultat {
    Resultat(
      "base",
      "creer",
      "--base",
      base,
      "--code",
      "iut-nulle-part",
      "--nom",
      "IUT de Nulle-Part",
      "--ville",
      "Nulle-Part",
      "--administrateur",
      "ada",
      "--nom-administrateur",
      "Ada Ministre",
    )
  }

  @Test("créer, sauvegarder, restaurer et vérifier s’enchaînent", arguments: SQLEngine.allCases)
  func parcours(_ moteur: SQLEngine) throws {
    defer { try? FileManager.default.removeItem(atPath: dossier) }
    let temporaire = try BaseTemporaire(moteur)
    let base = moteur == .sqlite ? chemin("base.sqlite") : temporaire.address
    #expect(
      creer(base).sortie == "« IUT de Nulle-Part » est fondé ; Ada Ministre (ada) l’administre.\n"
    )
    let sauvegarde = Resultat("base", "sauvegarder", "--base", base, chemin("s.sqlite"))
    #expect(sauvegarde.code == .succes)
    #expect(sauvegarde.sortie.contains("« iut-nulle-part » : journal jusqu’à l’entrée 3"))
    let ailleurs = chemin("r.sqlite")
    let restauration = Resultat("base", "restaurer", "--base", ailleurs, chemin("s.sqlite"))
    #expect(restauration.code == .succes)
    #expect(restauration.sortie.contains("établissements : 1 ; comptes : 1"))
    let tete = chemin("s.sqlite.tete.json")
    #expect(Resultat("base", "verifier", "--base", ailleurs, "--tete", tete).code == .succes)
    #expect(Resultat("journal", "verifier", "--base", base, "--tete", tete).code == .succes)
    #expect(
      Resultat("journal", "exporter", "--base", base).sortie.split(separator: "\n").count == 4
    )
    #expect(
      Resultat("journal", "tete", "--base", base).sortie
        == Resultat("journal", "tete", "--base", ailleurs).sortie
    )
    #expect(Resultat("base", "migrer", "--base", base).sortie.contains("rien n’était à faire"))
  }

  @Test("la démonstration fait une base à visiter, et refuse celle qui sert déjà")
  func demonstration() throws {
    defer { try? FileManager.default.removeItem(atPath: dossier) }
    let base = chemin("demonstration.sqlite")
    let ligne = ["base", "demonstration", "--base", base, "--le", "20/11/2025"]
    let faite = Resultat(ligne)
    #expect(faite.code == .succes)
    for role in Role.allCases { #expect(faite.sortie.contains(role.rawValue)) }
    for annee in ["2024-2025", "2025-2026"] {
      #expect(faite.sortie.contains("\n  MMI 1re année (\(annee))\n"))
    }
    #expect(faite.sortie.split(separator: "\n").allSatisfy { $0.count <= 110 })
    #expect(Resultat("base", "verifier", "--base", base).code == .succes)
    let seconde = Resultat(ligne)
    #expect(seconde.code == .refus)
    #expect(seconde.erreurs.contains("cette base a déjà un établissement : iut-nulle-part"))
    #expect(Resultat("base", "demonstration", "--base", base, "--le", "demain").code == .usage)
  }

  @Test("une démonstration impossible ne laisse pas d’établissement")
  func demonstrationImpossible() throws {
    defer { try? FileManager.default.removeItem(atPath: dossier) }
    let base = chemin("impossible.sqlite")
    #expect(Resultat("base", "demonstration", "--base", base, "--le", "01/09/2001").code == .refus)
    #expect(
      Resultat("base", "demonstration", "--base", base, "--le", "20/11/2025").code == .succes
    )
  }

  @Test("chaque refus a son code et dit quoi faire")
  func refus() throws {
    defer { try? FileManager.default.removeItem(atPath: dossier) }
    let base = chemin("base.sqlite")
    let absente = Resultat("base", "verifier", "--base", base)
    #expect(absente.code == .base)
    #expect(absente.erreurs.contains("n’existe pas. Rien n’a été fait"))
    #expect(!FileManager.default.fileExists(atPath: base))
    #expect(creer(base).code == .succes)
    let double = creer(base)
    #expect(double.code == .refus)
    #expect(double.erreurs.contains("« iut-nulle-part » est déjà pris"))
    #expect(Resultat("base", "creer", "--base", base).erreurs.contains("il manque --code"))
    #expect(Resultat("base", "sauvegarder", "--base", base, base).code == .fichier)
    #expect(Resultat("base", "restaurer", "--base", base, chemin("s.sqlite")).code == .fichier)
    let tete = Resultat("journal", "verifier", "--base", base, "--tete", base)
    #expect(tete.code == .fichier)
    #expect(tete.erreurs.contains("ce n’est pas un fichier de têtes"))
    #expect(Resultat("base", "verifier", "--base", "http://x").code == .usage)
  }

  @Test("l’horloge donne l’heure de Paris, d’hiver comme d’été")
  func horloge() throws {
    let horloge = Horloge.reelle
    let hiver = horloge.instant(Horodatage(millisecondes: 1_767_225_600_000))
    #expect(hiver.description == "2026-01-01T01:00")
    let ete = horloge.instant(Horodatage(millisecondes: 1_782_864_000_000))
    #expect(ete.description == "2026-07-01T02:00")
    let moment = horloge.maintenant()
    #expect(horloge.instant(moment.horodatage) == moment.instant)
  }
}

@Suite("Phrases des refus et des erreurs")
struct PhrasesTests {
  @Test("chaque erreur de la base dit ce qu’il est advenu et quoi faire")
  func erreurs() {
    let toutes: [ErreurDeRegistre] = [
      .injoignable, .motDePasseRefuse, .issueInconnue, .interrompue, .occupee, .disquePlein,
      .lectureSeule, .endommagee, .disqueEnPanne, .plusRecente(base: 3, programme: 2),
      .schemaEtranger(2), .incoherente("détail"), .etablissementInconnu,
    ]
    #expect(Set(toutes.map(\.phrase)).count == toutes.count)
    for erreur in toutes {
      #expect(erreur.phrase.count > 60)
      #expect(!erreur.phrase.contains("'"))
    }
  }

  @Test("chaque droit et chaque sorte de chose ont leur mot")
  func mots() {
    #expect(Set(Droit.allCases.map(\.phrase)).count == Droit.allCases.count)
    #expect(Set(Objet.Sorte.allCases.map(\.phrase)).count == Objet.Sorte.allCases.count)
    #expect(Refus.interdit(.publier).phrase.contains("le droit de publier une évaluation"))
    #expect(
      Refus.donnees([.init("note", .horsBornes(vu: "25", bornes: "sur 20"))]).phrase
        == "rien n’a été écrit, ceci est à corriger : note est hors des bornes : « 25 », sur 20 "
        + "attendu"
    )
  }
}
