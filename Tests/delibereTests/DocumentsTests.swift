import Actes
import Foundation
import SQL
import Testing

@testable import delibere

@Suite("Commandes de documents")
struct DocumentsTests {
  private static let zoe = "22300123"
  private static let noe = "22300124"

  /// A promotion in its session 2.
  private static func session2(_ moteur: SQLEngine, arretes: Bool = true) throws
    -> (iut: IUTDEssai, demandes: PoserDesDemandes.Posees)
  {
    let iut = try IUTDEssai(moteur)
    try iut.promotion()
    return (iut, try iut.faire(PoserDesDemandes(zoe: zoe, noe: noe, arretes: arretes)))
  }

  @Test(
    "les lettres de session 2 s’éditent d’une promotion, un fichier par demande",
    arguments: SQLEngine.allCases,
  )
  func lettres(_ moteur: SQLEngine) throws {
    let (iut, demandes) = try Self.session2(moteur)
    let noePasEncore = "ABADIE Noé : la procédure n’en est pas là\n"
    for (nature, suite, erreurs) in [
      ("accuse-de-session-2", "", ""), ("amenagements-de-session-2", "", ""),
      ("decision-d-inscription-tardive", "-demande-\(demandes.refusee)-\(Self.zoe)", noePasEncore),
      ("convocation-a-consulter", "-demande-\(demandes.aConsulter)-\(Self.noe)", ""),
      ("reponse-a-contestation", "-demande-\(demandes.maintenue)-\(Self.zoe)", noePasEncore),
    ] {
      let editer = "documents|editer|\(nature)|--promotion|MMI 1|--sortie|\(iut.dossier)"
      let faite = iut.faire(editer)
      #expect(faite.code == .succes)
      #expect(faite.erreurs == erreurs)
      let sans = erreurs.isEmpty ? "" : " ; 1 sans document, nommés plus haut"
      #expect(faite.sortie == "1 document en 1 fichier\(sans).\n")
      let fichier = "\(iut.dossier)/\(nature)-mmi-1\(suite).pdf"
      let contenu = try #require(FileManager.default.contents(atPath: fichier), "\(fichier)")
      #expect(contenu.starts(with: Array("%PDF".utf8)))
      #expect(iut.faire(editer).erreurs.contains("existe déjà, il n’a pas été touché"))
    }
  }

  @Test("une demande se donne par son numéro, ou par son étudiant")
  func numeros() throws {
    let (iut, demandes) = try Self.session2(.sqlite)
    let tardive = "documents|editer|decision-d-inscription-tardive|--sortie|\(iut.dossier)"
    #expect(iut.faire("\(tardive)|--demande|\(demandes.refusee)").code == .succes)
    let fichier = "decision-d-inscription-tardive-demande-\(demandes.refusee)-\(Self.zoe).pdf"
    #expect(FileManager.default.fileExists(atPath: "\(iut.dossier)/\(fichier)"))
    let attend = iut.faire("\(tardive)|--demande|\(demandes.deposee)")
    #expect(attend.code == .refus)
    #expect(attend.erreurs.contains("la procédure n’en est pas là ; rien n’a été fait"))
    let sien = iut.faire("\(tardive)|--promotion|MMI 1|--etudiant|\(Self.zoe)")
    #expect(sien.erreurs.isEmpty)
    #expect(sien.sortie == "1 document en 1 fichier.\n")
    let personne = iut.faire("\(tardive)|--promotion|MMI 1|--etudiant|\(Self.noe)")
    #expect(personne.code == .refus)
    #expect(personne.erreurs.contains("personne n’y a droit à un tel document"))
    #expect(
      iut.faire("\(tardive)|--demande|x").erreurs.contains("n’est pas le numéro d’une demande")
    )
    let releve = iut.faire("documents|editer|releve-provisoire|--demande|\(demandes.refusee)")
    #expect(releve.code == .usage)
    #expect(releve.erreurs.contains("enlevez --demande"))
  }

  @Test("une année passe sur ce qui n’a pas de session 2, et nomme ce qui n’est pas arrêté")
  func annee() throws {
    let (iut, _) = try Self.session2(.sqlite, arretes: false)
    let sans = "promotion|creer|MMI 2|--formation|BUT-MMI|--annee|2025-2026"
    try #require(iut.faire(sans).code == .succes)
    let editer = "documents|editer|amenagements-de-session-2|--sortie|\(iut.dossier)"
    let annee = iut.faire("\(editer)|--annee|2025-2026")
    #expect(annee.code == .succes)
    #expect(annee.erreurs == "MMI 1 : la procédure n’en est pas là\n")
    #expect(annee.sortie == "0 document en 0 fichier ; 1 sans document, nommés plus haut.\n")
    #expect(iut.faire("\(editer)|--promotion|MMI 1").erreurs.contains("n’en est pas là ; rien"))
    let autre = iut.faire("\(editer)|--promotion|MMI 2")
    #expect(autre.code == .refus)
    #expect(autre.erreurs.contains("« MMI 2 » n’a pas de session 2 ; rien n’a été fait"))
  }
}
