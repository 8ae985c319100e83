import Echanges
import JSON
import Scolarite
import Testing
import Text

@Suite("Profils : couches, dates et exceptions")
struct ProfilsTests {
  @Test("une couche plus locale prévaut, et rend la main après sa dernière date")
  func layers() throws {
    var haute = ProfilDEssai()
    haute.parametres = [
      "seuilRCUE": [ProfilDEssai.valeur("9", depuis: "2023-09-01", jusqua: "2024-08-31")]
    ]
    let fichiers = ["essai": haute.texte]
    for (jour, seuil) in [
      ("2023-08-31", 10), ("2023-09-01", 9), ("2024-08-31", 9), ("2024-09-01", 10),
    ] {
      let lu = try ProfilDEssai.reglages(fichiers, le: jour)
      #expect(lu.nombre(.seuilRCUE) == Fraction(seuil), "\(jour)")
    }
  }

  @Test(
    "un trou entre deux dates est sans valeur, et le réglage et le jour sont nommés",
    arguments: [
      ("2022-08-31", "seuilRCUE"), ("2022-09-01", "seuilUE"), ("2023-09-01", "seuilRCUE"),
    ],
  )
  func hole(jour: String, manque: String) throws {
    // Une couche seule, qui ne dit que le seuil des UE, avec une année sans valeur.
    var seule = ProfilDEssai(couche: "national", herite: nil)
    seule.parametres = [
      "seuilUE": [
        ProfilDEssai.valeur("10", depuis: "2021-09-01", jusqua: "2022-08-31"),
        ProfilDEssai.valeur("10", depuis: "2023-09-01"),
      ]
    ]
    let texte = seule.texte
    let defaut = #expect(throws: Reglages.Defaut.self) {
      try ProfilDEssai.reglages(["essai": texte], le: jour)
    }
    let phrase = try #require(defaut).phrase
    #expect(phrase.contains(manque) && phrase.contains(jour))
  }

  @Test(
    "deux valeurs d’une couche ne peuvent valoir le même jour",
    arguments: [
      ("2022-08-31", "2022-09-01", false), ("2022-09-01", "2022-09-01", true),
      (nil, "2022-09-01", true), ("2022-08-31", "2021-09-01", true),
    ] as [(String?, String, Bool)],
  )
  func overlaps(jusqua: String?, depuis: String, chevauchent: Bool) throws {
    var haute = ProfilDEssai()
    haute.parametres = [
      "seuilUE": [
        ProfilDEssai.valeur("10", depuis: "2021-09-01", jusqua: jusqua),
        ProfilDEssai.valeur("11", depuis: depuis, jusqua: "2023-08-31"),
      ]
    ]
    let texte = haute.texte
    if chevauchent {
      // Le défaut est vu même à une date où une seule des deux vaut.
      for jour in ["2021-09-01", "2022-09-01", "2030-01-01"] {
        #expect(throws: Reglages.Defaut.periodesQuiSeChevauchent("seuilUE", profil: "essai")) {
          try ProfilDEssai.reglages(["essai": texte], le: jour)
        }
      }
    } else {
      let lu = try ProfilDEssai.reglages(["essai": texte], le: "2022-09-01")
      #expect(lu.nombre(.seuilUE) == 11)
    }
  }

  @Test("l’exception d’une UE prévaut sur toutes les couches, pour elle seule et à ses dates")
  func exceptionPrevails() throws {
    var basse = ProfilDEssai(nom: "basse", couche: "etablissement", herite: DossierDEssai.national)
    basse.exceptions = [ProfilDEssai.exception("meilleure", ["UE12"])]
    var haute = ProfilDEssai(herite: "basse")
    haute.parametres = [
      "modeNoteSession2": [ProfilDEssai.valeur("remplacement", depuis: "2021-09-01")]
    ]
    let fichiers = ["essai": haute.texte, "basse": basse.texte]
    let ue12 = try #require(CodeUE("UE12"))
    let lu = try ProfilDEssai.reglages(fichiers, le: "2025-09-01")
    #expect(lu.choisit(.modeNoteSession2, "meilleure", ue: ue12))
    #expect(lu.choisit(.modeNoteSession2, "remplacement", ue: CodeUE("UE11")))
    #expect(lu.choisit(.modeNoteSession2, "remplacement"))
    let veille = try ProfilDEssai.reglages(fichiers, le: "2025-08-31")
    #expect(veille.choisit(.modeNoteSession2, "remplacement", ue: ue12))
  }

  @Test("l’exception d’un réglage pour une UE agit, ou est refusée")
  func exceptionHasEffect() throws {
    var essai = ProfilDEssai(herite: DossierDEssai.national)
    let cible: JSONNode = ["parametre": "seuilUE", "ues": ["UE11"]]
    essai.exceptions = [cible.avec(ProfilDEssai.valeur("12", depuis: "2025-09-01"))]
    var dossier = DossierDEssai("essai", [:], AnneeDEssai(moyennes: ["UE11": "11"]))
    dossier.fichiers = ["essai": essai.texte]
    let lu = try? dossier.resultats()
    #expect(lu?["ues.UE11.acquise"] != "true")
  }

  @Test("de deux exceptions de couches différentes, la plus locale prévaut")
  func localExceptionPrevails() throws {
    var basse = ProfilDEssai(nom: "basse", couche: "etablissement", herite: DossierDEssai.national)
    basse.exceptions = [ProfilDEssai.exception("meilleure", ["UE12"])]
    var haute = ProfilDEssai(herite: "basse")
    haute.exceptions = [ProfilDEssai.exception("remplacement", ["UE12"])]
    let lu = try ProfilDEssai.reglages(
      ["essai": haute.texte, "basse": basse.texte],
      le: "2025-09-01",
    )
    #expect(lu.choisit(.modeNoteSession2, "remplacement", ue: CodeUE("UE12")))
  }

  @Test(
    "deux exceptions d’une couche pour une UE se contredisent si elles valent le même jour",
    arguments: [("2026-08-31", false), ("2026-09-01", true), (nil, true)] as [(String?, Bool)],
  )
  func contradictoryExceptions(jusqua: String?, contredisent: Bool) throws {
    var essai = ProfilDEssai()
    essai.exceptions = [
      ProfilDEssai.exception("meilleure", ["UE11", "UE12"], jusqua: jusqua),
      ProfilDEssai.exception("remplacement", ["UE12"], depuis: "2026-09-01"),
    ]
    let fichiers = ["essai": essai.texte]
    let ue12 = try #require(CodeUE("UE12"))
    if contredisent {
      let defaut = Reglages.Defaut.exceptionsQuiSeContredisent(
        "modeNoteSession2",
        ue: ue12,
        profil: "essai",
      )
      #expect(throws: defaut) { try ProfilDEssai.reglages(fichiers, le: "2026-09-01") }
      #expect(defaut.phrase.contains("UE12"))
    } else {
      let lu = try ProfilDEssai.reglages(fichiers, le: "2026-09-01")
      #expect(lu.choisit(.modeNoteSession2, "remplacement", ue: ue12))
    }
  }

  @Test("un profil dont une couche hérite d’elle-même, ou introuvable, est nommé dans le défaut")
  func inheritance() throws {
    let fichiers = [
      "essai": ProfilDEssai(herite: "essai").texte, "a": ProfilDEssai(nom: "a", herite: "b").texte,
      "b": ProfilDEssai(nom: "b", herite: "a").texte,
      "orphelin": ProfilDEssai(nom: "orphelin", herite: "absent").texte,
    ]
    for (nom, nomme) in [
      ("essai", "essai"), ("a", "a"), ("orphelin", "absent"), ("rien", "rien"),
    ] {
      let defaut = try #require(throws: DataFileError.self) {
        try ProfilDEssai.reglages(fichiers, nom, le: "2025-09-01")
      }
      #expect(defaut.description.contains("« \(nomme) »"))
    }
  }

  @Test(
    "ce qui ne va pas dans un profil est nommé, avec son fichier, sa ligne et sa colonne",
    arguments: [
      ("seuilUe", "10", "2025-09-01", nil, "seuilUe"),
      ("seuilUE", "dix", "2025-09-01", nil, "seuilUE"),
      ("seuilUE", "20.000001", "2025-09-01", nil, "seuilUE"),
      ("malusActif", "true", "2025-09-01", nil, "malusActif"),
      ("regle30", "oui", "2025-09-01", nil, "regle30"),
      ("decisionCFVU", "2025-02-29", "2025-09-01", nil, "decisionCFVU"),
      ("seuilUE", "10", "2025-09-01", "2025-08-31", "jusqua"),
      ("seuilUE", "10", "2025-13-01", nil, "depuis"),
    ] as [(String, String, String, String?, String)],
  )
  func faults(reglage: String, valeur: String, depuis: String, jusqua: String?, nomme: String)
    throws
  {
    var essai = ProfilDEssai()
    essai.parametres = [
      reglage: [ProfilDEssai.valeur(.string(valeur), depuis: depuis, jusqua: jusqua)]
    ]
    let texte = essai.texte
    let defaut = try #require(throws: DataFileError.self) {
      try ProfilDEssai.reglages(["essai": texte], le: "2025-09-01")
    }
    guard case .inFile(let fichier, let faute) = defaut else {
      Issue.record("le fichier n’est pas nommé : \(defaut)")
      return
    }
    #expect(fichier == "essai")
    #expect(faute.description.contains(nomme))
    let rang = try #require(faute.position).line - 1
    let ligne = texte.split(separator: "\n", omittingEmptySubsequences: false)[rang]
    #expect(ligne.contains(nomme) || ligne.contains(valeur))
  }

  @Test("une valeur d’un seul jour est admise, et les bornes d’un réglage aussi")
  func bounds() throws {
    var essai = ProfilDEssai()
    essai.parametres = [
      "seuilUE": [ProfilDEssai.valeur("20", depuis: "2025-09-01", jusqua: "2025-09-01")],
      "partRessources": [ProfilDEssai.valeur("40", depuis: "2025-09-01")],
      "plafondMalus": [ProfilDEssai.valeur(nil, depuis: "2025-09-01")],
      "decisionCFVU": [ProfilDEssai.valeur("2025-06-23", depuis: "2025-09-01")],
    ]
    let lu = try ProfilDEssai.reglages(["essai": essai.texte], le: "2025-09-01")
    #expect(lu.nombre(.seuilUE) == 20)
    #expect(lu.nombreOuRien(.partRessources) == 40)
    #expect(lu.nombreOuRien(.plafondMalus) == nil)
    #expect(lu.reglage(.decisionCFVU).valeur.description == "2025-06-23")
    let lendemain = try ProfilDEssai.reglages(["essai": essai.texte], le: "2025-09-02")
    #expect(lendemain.nombre(.seuilUE) == 10)
  }
}
