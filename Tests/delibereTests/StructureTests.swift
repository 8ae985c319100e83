import Foundation
import SQL
import Soutien
import Testing

@testable import delibere

/// A base and the folder of the files that go with it, gone with the test.
final class IUTDEssai {
  let dossier = FileManager.default.temporaryDirectory.appending(path: "iut-\(UUID())").path
  let base: String
  private let temporaire: BaseTemporaire

  init(_ moteur: SQLEngine) throws {
    temporaire = try BaseTemporaire(moteur)
    try FileManager.default.createDirectory(atPath: dossier, withIntermediateDirectories: true)
    base = moteur == .sqlite ? "\(dossier)/iut.sqlite" : temporaire.address
  }

  deinit { try? FileManager.default.removeItem(atPath: dossier) }

  /// Writes a file, and gives its path.
  func fichier(_ nom: String, _ contenu: String) throws -> String {
    let chemin = "\(dossier)/\(nom)"
    try contenu.write(toFile: chemin, atomically: true, encoding: .utf8)
    return chemin
  }

  /// Runs a command on the base; words of the line are parted by « | ».
  @discardableResult
  func faire(_ ligne: String) -> Resultat {
    let mots = ligne.split(separator: "|").map(String.init)
    let groupe = ["deliberer", "expliquer"].contains(mots[0]) ? 1 : 2
    return Resultat(mots.prefix(groupe) + ["--base", base] + mots.dropFirst(groupe))
  }

  static let liste = """
    N° étudiant;INE;NOM;Prénom;Statut;TD
    22300123;0123456789A;LÉVÊQUE;Zoé;FI;TD1
    22300124;0123456789B;ABADIE;Noé;apprenti;TD2

    """

  /// From nothing to a promotion with two students and a test.
  func promotion() throws {
    let liste = try fichier("liste.csv", Self.liste)
    let lignes = [
      "base|creer|--code|nulle-part|--nom|IUT|--ville|Nulle-Part|--administrateur|ada"
        + "|--nom-administrateur|Ada",
      "annee|ouvrir|2025-2026|--debut-pairs|02/02/2026",
      "departement|creer|MMI|--nom|Multimédia",
      "formation|creer|BUT-MMI|--departement|MMI|--nom|BUT MMI",
      "maquette|deposer|--formation|BUT-MMI|--annee|2025-2026|\(exemple("mmi-but1.txt"))",
      "reglement|adopter|--annee|2025-2026|--conseil|2025-06-23|iut-larochesuryon-2025",
      "promotion|creer|MMI 1|--formation|BUT-MMI|--annee|2025-2026",
      "etudiants|importer|--promotion|MMI 1|\(liste)",
      "evaluation|creer|DS 1|--promotion|MMI 1|--module|r101",
    ]
    for ligne in lignes {
      let resultat = faire(ligne)
      try #require(resultat.code == .succes, "\(ligne) : \(resultat.erreurs)")
    }
  }
}

@Suite("Commandes de structure, d’évaluations et de notes")
struct StructureTests {
  private let ds = "--promotion|MMI 1|--module|R101"

  @Test("d’une base vide à une délibération", arguments: SQLEngine.allCases)
  func parcours(_ moteur: SQLEngine) throws {
    let iut = try IUTDEssai(moteur)
    try iut.promotion()
    #expect(iut.faire("promotion|lister").sortie.contains("MMI 1        1  2025-2026"))
    let feuille = iut.faire("notes|feuille|\(ds)|--evaluation|DS 1|\(iut.dossier)/ds1.xlsx")
    #expect(feuille.sortie.contains("2 étudiants, R101 — DS 1"))
    #expect(iut.faire("notes|importer|\(iut.dossier)/ds1.xlsx").sortie.contains("nouvelles : 0"))
    let tableau = try iut.fichier(
      "t.csv",
      "N° étudiant;R101 — DS 1\n22300123;12,5\n22300124;ABI\n",
    )
    let importees = iut.faire("notes|importer|--promotion|MMI 1|\(tableau)")
    #expect(importees.sortie.contains("nouvelles : 2"))
    let saisie = iut.faire("notes|saisir|\(ds)|--evaluation|DS 1|--etudiant|Abadie|ABJ 11")
    #expect(saisie.sortie == "ABADIE Noé, R101 — DS 1 : « ABI » devient « ABJ 11 »\n")
    let deliberation = iut.faire("deliberer|--promotion|MMI 1|--format|csv")
    #expect(deliberation.code == .succes)
    #expect(deliberation.sortie.split(whereSeparator: \.isNewline).count == 3)
    let explication = iut.faire("expliquer|--promotion|MMI 1|--etudiant|22300123|--ue|UE11")
    #expect(explication.sortie.contains("La moyenne de l’UE11 n’est pas encore connue."))
    #expect(iut.faire("base|verifier").sortie.contains("notes comparées : 3"))
  }

  @Test("une évaluation publiée ou verrouillée ne change pas sans motif")
  func verrou() throws {
    let iut = try IUTDEssai(.sqlite)
    try iut.promotion()
    let noter = "notes|saisir|\(ds)|--evaluation|DS 1|--etudiant|22300123"
    #expect(iut.faire("\(noter)|12").code == .succes)
    #expect(iut.faire("evaluation|publier|DS 1|\(ds)").sortie.contains("les étudiants la voient"))
    let sansMotif = iut.faire("\(noter)|13")
    #expect(sansMotif.code == .refus)
    #expect(sansMotif.erreurs.contains("donnez un motif ; rien n’a été fait"))
    #expect(iut.faire("evaluation|verrouiller|DS 1|\(ds)").code == .succes)
    #expect(iut.faire("\(noter)|--motif|report|13").erreurs.contains("est verrouillée"))
    #expect(
      iut.faire("evaluation|lister|--promotion|MMI 1").sortie.contains("publiée, verrouillée")
    )
    #expect(iut.faire("evaluation|verrouiller|--rouvrir|DS 1|\(ds)").code == .refus)
    #expect(iut.faire("evaluation|verrouiller|--rouvrir|--motif|x|DS 1|\(ds)").code == .succes)
    #expect(
      iut.faire("\(noter)|--motif|report|13").sortie.contains("« 12 » devient « 13 »")
    )
  }

  @Test("un compte n’a que les droits de son rôle")
  func comptes() throws {
    let iut = try IUTDEssai(.sqlite)
    try iut.promotion()
    #expect(iut.faire("compte|creer|zoe|--nom|Zoé|--role|secretariat").code == .succes)
    #expect(
      iut.faire("compte|creer|max|--nom|Max|--role|enseignant|--promotion|MMI 1").code == .succes
    )
    let noter = "notes|saisir|\(ds)|--evaluation|DS 1|--etudiant|22300123"
    #expect(iut.faire("\(noter)|--utilisateur|max|12").code == .succes)
    let adoption = iut.faire(
      "reglement|adopter|--annee|2026-2027|but-national-2022|--utilisateur|zoe"
    )
    #expect(adoption.code == .refus)
    #expect(adoption.erreurs.contains("le droit de mettre un règlement en vigueur"))
    #expect(iut.faire("compte|creer|zoe|--nom|Zoé|--role|jury").erreurs.contains("déjà porté"))
    #expect(iut.faire("compte|creer|eve|--nom|Ève|--role|reine").code == .usage)
  }

  @Test(
    "ce qui n’existe pas est nommé avec ce qu’il y a",
    arguments: [
      ("annee|ouvrir|2025-2026", "l’année 2025-2026 est déjà ouverte"),
      ("formation|creer|X|--departement|MMY|--nom|X", "vouliez-vous dire « MMI » ?"),
      ("promotion|creer|X|--formation|BUT-MMI|--annee|2026-2027", "aucune maquette n’est déposée"),
      ("promotion|creer|MMI 1|--formation|BUT-MMI|--annee|2025-2026", "est déjà pris"),
      ("evaluation|creer|X|--promotion|MMI 1|--module|R999", "la maquette n’a pas le module"),
      ("evaluation|lister|--promotion|MMI 2", "vouliez-vous dire « MMI 1 » ?"),
      (
        "evaluation|publier|DS 2|--promotion|MMI 1|--module|R101",
        "aucune évaluation « DS 2 » en R101, vouliez-vous dire « DS 1 » ?",
      ),
      (
        "notes|saisir|--promotion|MMI 1|--module|R101|--evaluation|DS 1|--etudiant|Personne|12",
        "aucun étudiant « Personne »",
      ),
      ("deliberer|--promotion|MMI", "Rien n’a été fait"),
      ("compte|creer|x|--nom|X|--role|jury|--utilisateur|personne", "aucun compte « personne »"),
    ],
  )
  func absents(ligne: String, message: String) throws {
    let iut = try IUTDEssai(.sqlite)
    try iut.promotion()
    let resultat = iut.faire(ligne)
    #expect(resultat.code == .refus)
    #expect(resultat.sortie.isEmpty)
    #expect(resultat.erreurs.contains(message))
  }

  @Test(
    "une valeur mal écrite est dite avec ce qui est attendu",
    arguments: [
      ("annee|ouvrir|2025", "« 2025-2026 »"),
      ("annee|ouvrir|2026-2027|--debut|31/02/2026", "un jour est attendu"),
      ("annee|ouvrir|2026-2027|--debut-pairs|15/01/2027", "commencent avant la fin des impairs"),
      (
        "evaluation|creer|X|--promotion|MMI 1|--module|R101|--bareme|vingt",
        "un nombre est attendu",
      ),
      (
        "notes|saisir|--promotion|MMI 1|--module|R101|--evaluation|DS 1|--etudiant|22300123|25",
        "une note de 0 à 20",
      ),
      ("deliberer|--promotion|MMI 1|ici", "est de trop"),
      ("deliberer|--promotion|MMI 1|--profil|x", "ne va pas avec --promotion"),
      ("expliquer", "il manque COHORTE, ou --promotion"),
    ],
  )
  func fautes(ligne: String, message: String) throws {
    let iut = try IUTDEssai(.sqlite)
    try iut.promotion()
    let resultat = iut.faire(ligne)
    #expect(resultat.code == .usage)
    #expect(resultat.erreurs.contains(message))
  }

  @Test("une feuille rendue deux fois ne remplace une note que si on le demande")
  func retour() throws {
    let iut = try IUTDEssai(.sqlite)
    try iut.promotion()
    func rendre(_ note: String, _ option: String = "") throws -> Resultat {
      let rendu = try iut.fichier("t.csv", "N° étudiant;R101 — DS 1\n22300123;\(note)\n")
      return iut.faire("notes|importer\(option)|--promotion|MMI 1|\(rendu)")
    }
    #expect(try rendre("12").sortie.contains("nouvelles : 1"))
    #expect(try rendre("12").sortie.contains("Rien n’était à écrire"))
    let contraire = try rendre("13")
    #expect(contraire.code == .refus)
    #expect(contraire.erreurs.contains("est « 13 », alors que « 12 » est déjà enregistré"))
    #expect(contraire.erreurs.contains("--remplacer"))
    #expect(try rendre("13", "|--remplacer").sortie.contains("« 12 » devient « 13 »"))
  }

  @Test("un fichier qui n’est pas le bon est refusé sans rien écrire")
  func fichiers() throws {
    let iut = try IUTDEssai(.sqlite)
    try iut.promotion()
    let feuille = "\(iut.dossier)/ds1.xlsx"
    let faire = "notes|feuille|\(ds)|--evaluation|DS 1"
    #expect(iut.faire("\(faire)|\(feuille)").code == .succes)
    let dessus = iut.faire("\(faire)|\(feuille)")
    #expect(dessus.code == .fichier)
    #expect(dessus.erreurs.contains("existe déjà, il n’a pas été touché"))
    #expect(iut.faire("\(faire)|\(iut.dossier)/ds1.ods").erreurs.contains("« .xlsx »"))
    #expect(iut.faire("\(faire)|\(iut.dossier)/rien/x.xlsx").erreurs.contains("n’existe pas"))
    let inverse = iut.faire("etudiants|importer|--promotion|MMI 1|\(feuille)")
    #expect(inverse.erreurs.contains("c’est une feuille de notes"))
    let liste = try iut.fichier("l.csv", IUTDEssai.liste)
    let notes = iut.faire("notes|importer|--promotion|MMI 1|\(liste)")
    #expect(notes.code == .fichier)
    #expect(notes.erreurs.contains("aucune colonne de notes"))
    let sans = try iut.fichier("s.csv", "NOM;Prénom\nDURAND;Ève\n")
    let inscription = iut.faire("etudiants|importer|--promotion|MMI 1|\(sans)")
    #expect(inscription.erreurs.contains("1 étudiant sans numéro d’étudiant : DURAND Ève"))
    let autre = try iut.fichier("a.csv", "N° étudiant;R101 — DS 9\n22300123;12\n")
    let inconnue = iut.faire("notes|importer|--promotion|MMI 1|\(autre)")
    #expect(inconnue.erreurs.contains("aucune évaluation « R101 — DS 9 » dans « MMI 1 »"))
    #expect(iut.faire("base|verifier").sortie.contains("notes comparées : 0"))
  }

  @Test("aucune commande ne crée une base qu’on n’a pas demandée", arguments: SQLEngine.allCases)
  func sansBase(_ moteur: SQLEngine) throws {
    let iut = try IUTDEssai(moteur)
    let lignes = ["promotion|lister", "annee|ouvrir|2025-2026", "base|migrer", "journal|tete"]
    for ligne in lignes {
      let resultat = iut.faire(ligne)
      #expect(resultat.code == .base)
      #expect(resultat.erreurs.contains("Rien n’a été fait"))
    }
    #expect(!FileManager.default.fileExists(atPath: iut.base))
  }

  @Test("la feuille d’une autre base n’est pas prise pour celle d’ici")
  func autreBase() throws {
    let (ici, ailleurs) = (try IUTDEssai(.sqlite), try IUTDEssai(.sqlite))
    try ici.promotion()
    try ailleurs.promotion()
    #expect(ici.faire("evaluation|creer|DS 2|--promotion|MMI 1|--module|R102").code == .succes)
    #expect(ailleurs.faire("evaluation|creer|DS 2|--promotion|MMI 1|--module|R105").code == .succes)
    let feuille = "\(ailleurs.dossier)/ds2.xlsx"
    let faite = ailleurs.faire(
      "notes|feuille|--promotion|MMI 1|--module|R105|--evaluation|DS 2|\(feuille)"
    )
    #expect(faite.code == .succes)
    let rendue = ici.faire("notes|importer|\(feuille)")
    #expect(rendue.code == .fichier)
    #expect(rendue.erreurs.contains("R105 MMI 1 2025-2026"))
  }
}
