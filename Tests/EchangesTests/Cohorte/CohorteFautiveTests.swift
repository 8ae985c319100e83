import Echanges
import Scolarite
import Testing
import Text

@Suite("Cohortes fautives")
struct CohorteFautiveTests {
  @Test(
    "chaque faute est dite à sa place, seule, avec ses mots",
    arguments: FauteDeCohorte.entete + FauteDeCohorte.etudiants + FauteDeCohorte.notes
      + FauteDeCohorte.absences + FauteDeCohorte.bonus + FauteDeCohorte.anterieurs
      + FauteDeCohorte.decisions + FauteDeCohorte.session2 + FauteDeCohorte.formes,
  )
  func reports(faute: FauteDeCohorte) throws {
    let texte = try #require(CohorteDEssai.base.fichiers[faute.fichier])
    try #require(texte.contains(faute.cible))
    let fautif = texte.replacing(faute.cible, with: faute.remplacement, maxReplacements: 1)
    let erreur = try #require(throws: CohorteError.self) {
      try CohorteDEssai.base.avec(faute.fichier, fautif).lire()
    }
    #expect(erreur.fautes.count == 1 && erreur.autres == 0, "\(erreur)")
    let premiere = try #require(erreur.fautes.first)
    #expect(premiere.fichier == faute.fichier)
    #expect(premiere.position.map(\.description) ?? "" == faute.place)
    #expect(premiere.phrase.contains(faute.mots), "\(erreur)")
  }

  @Test(
    "un fichier exigé qui manque, ou qui ne se lit pas, est dit",
    arguments: ["cohorte.json", "notes.csv"],
  )
  func missingFile(nom: String) throws {
    let erreur = try #require(throws: CohorteError.self) {
      try CohorteDEssai.base.avec(nom, nil).lire()
    }
    #expect(erreur.lignes == ["\(nom) : ce fichier manque au dossier de la cohorte"])
  }

  @Test("l’erreur de qui lit les fichiers est rendue telle quelle")
  func unreadableFile() throws {
    struct Panne: Error, CustomStringConvertible { let description = "accès refusé" }
    let fichiers = CohorteDEssai.base.fichiers
    for panne in ["cohorte.json", "etudiants.csv", "bonus.csv"] {
      let erreur = try #require(throws: CohorteError.self) {
        try CohorteCSV.read(
          { nom throws(Panne) in
            guard nom != panne else { throw Panne() }
            return fichiers[nom].map { Array($0.utf8) }
          },
          Bibliotheque { _ in nil },
        )
      }
      #expect(erreur.lignes == ["\(panne) : accès refusé"])
    }
  }

  @Test("les fautes de tous les fichiers sont dites ensemble, sans en inventer d’autres")
  func collects() throws {
    let erreur = try #require(throws: CohorteError.self) {
      try CohorteDEssai.base
        .avec("etudiants.csv", "etudiant;nom\ne1;A\ne2;B;C\ne3;D\n")
        .avec("notes.csv", "etudiant;R301;R402\ne1;21;\ne2;12;x\ne3;;9\n")
        .avec("bonus.csv", "etudiant;activite\ne1;sport\n")
        .lire()
    }
    #expect(
      erreur.fautes.map { "\($0.fichier):\($0.position?.line ?? 0)" }
        == ["etudiants.csv:3", "notes.csv:2", "notes.csv:3", "bonus.csv:2"]
    )
  }

  @Test("un étudiant absent de la liste est refusé où qu’il soit nommé")
  func unknownStudent() throws {
    for (nom, ligne) in [
      ("notes.csv", "x;R301;;12;\n"), ("bonus.csv", "x;sport;1;\n"),
      ("absences.csv", "x;3;1;1;;;;;;;\n"), ("decisions.csv", "x;UE31;ADJ;j;2026-07-03;m\n"),
      ("anterieurs.csv", "x;2024-2025;UE11;9;;;;\n"), ("session2.csv", "x;UE31;;\n"),
    ] {
      let texte = try #require(CohorteDEssai.base.fichiers[nom])
      let erreur = try #require(throws: CohorteError.self) {
        try CohorteDEssai.base.avec(nom, texte + ligne).lire()
      }
      #expect(erreur.lignes.count == 1)
      #expect(erreur.description.contains("« x » n’est pas dans etudiants.csv"))
    }
    let erreur = try #require(throws: CohorteError.self) {
      try CohorteDEssai.minimale.avec("bonus.csv", "etudiant;activite;points\nx;élu;1\n").lire()
    }
    #expect(erreur.description.contains("« x » n’est pas dans notes.csv"))
  }

  @Test("une cohorte sans étudiant est refusée")
  func empty() throws {
    let erreur = try #require(throws: CohorteError.self) {
      try CohorteDEssai.minimale.avec("notes.csv", "etudiant;R301\n").lire()
    }
    #expect(erreur.lignes == ["notes.csv : aucun étudiant"])
  }

  @Test("un code de module des deux semestres suivis ne se devine pas")
  func ambiguousModule() throws {
    let entete = try #require(CohorteDEssai.minimale.fichiers["cohorte.json"])
      .replacing("{ \"R302\": 1 }", with: "{ \"R402\": 1 }")
    let cohorte = CohorteDEssai.minimale.avec("cohorte.json", entete)
      .avec("notes.csv", "etudiant;module;note\ne1;R402;12\n")
    let erreur = try #require(throws: CohorteError.self) { try cohorte.lire() }
    #expect(erreur.lignes.count == 1)
    #expect(
      erreur.description.hasPrefix("notes.csv:2:4 : « R402 » est un code des semestres 3 et 4")
    )
    let suivi = cohorte.avec("etudiants.csv", "etudiant;semestres\ne1;4\n")
    #expect(try suivi.dossier("e1").annees.last?.semestres[0].notes.keys.sorted() == ["R402"])
  }
}
