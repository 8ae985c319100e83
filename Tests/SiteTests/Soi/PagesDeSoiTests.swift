import Actes
import Demonstration
import Scolarite
import Testing

@testable import Site

/// The pages of a student, on the IUT that does not exist, in the middle of its year.
@Suite("Pages de l’étudiant")
struct PagesDeSoiTests {
  static let pages = [
    "/moi", "/moi/resultats", "/moi/objectifs", "/moi/comparaison", "/moi/notes", "/moi/absences",
    "/moi/documents", "/moi/identite",
  ]

  /// The student accounts of promotions on which no jury has decided.
  private static func etudiants(_ essai: SiteDEssai) async throws -> [Utilisateur] {
    let comptes = essai.installe.comptes.filter { $0.role == .etudiant }.map(\.utilisateur)
    return try await essai.lire { registre in
      try comptes.filter { compte in
        let inscriptions = try compte.etudiant.map { try registre.inscriptions(etudiant: $0) } ?? []
        return try inscriptions.allSatisfy { inscription in
          try registre.jurys(inscription.promotion).allSatisfy { !$0.close }
        }
      }
    }
  }

  @Test("avant la clôture du jury, aucune page ne dit une proposition ni un code")
  func rienAvant() async throws {
    let essai = try await SiteDEssai.commun.value
    let interdits = [
      "ADM", "ADMIS", "admis", "PASD", "AJ<", "CMP", "proposition", "proposé", "passage", "ajourné",
      "acquise", "non acquise",
    ]
    let etudiants = try await Self.etudiants(essai)
    #expect(etudiants.count == 2)
    for etudiant in etudiants {
      let navigateur = try await essai.navigateur(etudiant)
      var adresses = Self.pages + ["/"]
      let resultats = try await navigateur.lire("/moi/resultats").texte
      let pourquoi = try #require(
        resultats.matches(of: /href="(\/promotions\/[0-9]+\/resultats\/[^"]+)"/).first
      )
      adresses.append(String(pourquoi.1))
      for adresse in adresses {
        let page = try await navigateur.lire(adresse)
        #expect(page.code == 200, "\(adresse) : \(page.code)")
        let corps = page.texte.replacing(/<option[^>]*>/, with: "")
        for interdit in interdits {
          #expect(!corps.contains(interdit), "\(adresse) dit « \(interdit) »")
        }
      }
    }
  }

  @Test("les moyennes sont dites provisoires et mènent à leur explication")
  func provisoires() async throws {
    let essai = try await SiteDEssai.commun.value
    let etudiant = try #require(try await Self.etudiants(essai).first)
    let navigateur = try await essai.navigateur(etudiant)
    let page = try await navigateur.lire("/moi/resultats")
    #expect(page.contient("Moyennes provisoires") && page.contient("Pourquoi ?"))
    #expect(page.contient("Mes absences et ce qu’elles coûtent"))
    #expect(!page.contient("Contester une décision"))
  }

  @Test(
    "une note hors de 0 à 20 est dite à son champ, gardée comme elle fut tapée",
    arguments: ["21", "-1", "abc", "1000000000000000000000000000000", "12/0"],
  )
  func horsBornes(_ valeur: String) async throws {
    let essai = try await SiteDEssai.commun.value
    let navigateur = try await essai.navigateur(try await Self.quiAttend(essai))
    let vierge = try await navigateur.lire("/moi/objectifs")
    let module = try #require(vierge.texte.matches(of: /name="note-([^"]+)"/).first).1
    let page = try await navigateur.lire("/moi/objectifs?note-\(module)=\(valeur)")
    #expect(page.code == 422)
    #expect(page.contient("Donnez une note de 0 à 20") && page.contient("value=\"\(valeur)\""))
    #expect(page.contient("id=\"champ-note-\(module)-erreur\""))
  }

  @Test("un module ou un objectif inconnu est dit, et le reste est calculé")
  func inconnus() async throws {
    let essai = try await SiteDEssai.commun.value
    let navigateur = try await essai.navigateur(try await Self.quiAttend(essai))
    let module = try await navigateur.lire("/moi/objectifs?note-R999=12")
    #expect(module.code == 422 && module.contient("R999 n’attend pas de note"))
    let illisible = try await navigateur.lire("/moi/objectifs?note-R999=99")
    #expect(illisible.code == 422 && illisible.contient("R999 n’attend pas de note"))
    for objectif in ["UE99", "rien", "C77"] {
      let page = try await navigateur.lire("/moi/objectifs?objectif=\(objectif)")
      #expect(page.code == 422 && page.contient("Choisissez un objectif de la liste."))
      #expect(page.contient("Ce qu’il me faut"))
    }
    let annee = try await navigateur.lire("/moi/resultats?promotion=999999")
    #expect(annee.code == 404)
  }

  /// A student who still waits for marks.
  private static func quiAttend(_ essai: SiteDEssai) async throws -> Utilisateur {
    for etudiant in try await etudiants(essai) {
      let page = try await essai.navigateur(etudiant).lire("/moi/objectifs")
      if page.contient("Mes notes à venir") { return etudiant }
    }
    throw SansAttente()
  }

  private struct SansAttente: Error {}

  @Test("sans script, le formulaire donne la même réponse que la question")
  func sansScript() async throws {
    let essai = try await SiteDEssai.commun.value
    let soi = try await Self.quiAttend(essai)
    let navigateur = try await essai.navigateur(soi)
    let etudiant = try #require(soi.etudiant)
    let promotion = try await essai.lire {
      try #require(try $0.inscriptions(etudiant: etudiant).last).promotion
    }
    let simulation = try await essai.faire(
      SimulerSesNotes(etudiant, promotion: promotion, pour: nil)
    )
    let champs = simulation.modules.map { "note-\($0.attendu.code.canonique)=20" }
    let page = try await navigateur.lire("/moi/objectifs?" + champs.joined(separator: "&"))
    #expect(page.code == 200)
    if case .auMoins(let note) = simulation.partout {
      #expect(page.contient("Il vous faut \(note)") && page.contient("objectif atteint"))
    }
  }

  @Test("« J’ai tout lu » vide les nouvelles ; un envoi sans nombre ne casse rien")
  func lues() async throws {
    let essai = try await SiteDEssai()
    let navigateur = try await essai.navigateur(essai.compte(.etudiant))
    let avant = try await navigateur.lire("/moi")
    let jusqua = try #require(
      avant.texte.firstMatch(of: /name="jusqua" value="([0-9]+)"/)
    ).1
    #expect(avant.contient("Note publiée"))
    let vide = try await navigateur.envoyer("/moi/nouvelles")
    #expect(vide.code == 303)
    #expect(try await navigateur.lire("/moi").contient("Note publiée"))
    let lue = try await navigateur.envoyer("/moi/nouvelles", [("jusqua", String(jusqua))])
    #expect(lue.code == 303 && lue.suite == "/moi")
    let apres = try await navigateur.lire("/moi")
    #expect(!apres.contient("Note publiée") && apres.contient("Rien de nouveau."))
  }

  @Test("l’étudiant qui ouvre sa page par son numéro n’y trouve aucun lien qui lui soit fermé")
  func sansLienFerme() async throws {
    let essai = try await SiteDEssai.commun.value
    let soi = try essai.compte(.etudiant)
    let navigateur = try await essai.navigateur(soi)
    let page = try await navigateur.lire("/etudiants/\(try #require(soi.etudiant))")
    #expect(page.code == 200)
    for lien in page.texte.matches(of: /href="(\/[^"#]*)"/) where !lien.1.hasPrefix("/statique") {
      let suivie = try await navigateur.lire(String(lien.1))
      #expect(suivie.code < 400, "\(lien.1) : \(suivie.code)")
    }
  }

  @Test("les adresses de recours se remplissent, ce qui manque est dit à son champ")
  func recours() async throws {
    let essai = try await SiteDEssai()
    let navigateur = try await essai.navigateur(essai.compte(.administrateur))
    #expect(try await navigateur.lire("/administration/recours").contient("pas remplies"))
    let vide = try await navigateur.envoyer(
      "/administration/recours",
      [("autorite", "Le directeur")],
    )
    #expect(vide.code == 422 && vide.contient("Remplissez ce champ"))
    #expect(vide.contient("value=\"Le directeur\""))
    let bon = try await navigateur.envoyer(
      "/administration/recours",
      [
        ("autorite", "Le directeur"), ("adresse", "1 rue"), ("tribunal", "Tribunal"),
        ("adresse-du-tribunal", "2 rue"),
      ],
    )
    #expect(bon.code == 303)
    #expect(!(try await navigateur.lire("/administration/recours").contient("pas remplies")))
  }

  @Test("le jury clos, la page dit la décision, le motif et les voies de recours")
  func apres() async throws {
    let essai = try await SiteDEssai()
    let soi = try essai.compte(.etudiant)
    let etudiant = try #require(soi.etudiant)
    let promotion = try await essai.lire {
      try #require(try $0.inscriptions(etudiant: etudiant).last).promotion
    }
    let jury = try await essai.faire(
      OuvrirUnJury(
        promotion: promotion,
        nature: .annee,
        date: try #require(Jour("2026-11-19")),
        membres: [.init(nom: "Dominique Chaire", qualite: .president, present: true)],
        motif: "session 2",
      )
    )
    let inscrits = try await essai.lire { registre in
      try registre.inscriptions(promotion).filter { $0.fin == nil }.map(\.etudiant)
    }
    for inscrit in inscrits {
      let motif = inscrit == etudiant ? "bases à consolider" : "autre motif"
      _ = try await essai.faire(
        DeciderEnJury(
          jury: jury.id,
          etudiant: inscrit,
          decisions: [DecisionPrise(sur: .annee, code: .red, motif: motif)],
        )
      )
    }
    let navigateur = try await essai.navigateur(soi)
    let avant = try await navigateur.lire("/moi/resultats?promotion=\(promotion)")
    #expect(!avant.contient("redoubler") && !avant.contient("bases à consolider"))
    _ = try await essai.faire(CloreUnJury(jury.id, version: 1, derogation: "essai"))
    let apres = try await navigateur.lire("/moi/resultats?promotion=\(promotion)")
    #expect(apres.code == 200)
    #expect(!apres.contient("autre motif"))
    for phrase in [
      "Décisions du jury du 19 novembre 2026", "vous pouvez redoubler", "bases à consolider",
      "Recours gracieux", "deux mois", "n’a pas encore rempli cette adresse",
    ] {
      #expect(apres.contient(phrase), "\(phrase)")
    }
    #expect(try await navigateur.lire("/moi").contient("Les décisions du jury sont disponibles"))
  }
}
