import Actes
import Demonstration
import SQL
import Scolarite
import Testing

@Suite("Secrétariat")
struct SecretariatTests {
  static let moteurs: [SQLEngine] = [.sqlite, .postgresql]

  // MARK: Search

  @Test(
    "un étudiant se trouve par une partie de son nom, sans accents ni casse, ou par un numéro",
    arguments: moteurs,
  )
  func recherche(moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let connu = try #require(
      try await bureau.essai.lire { try $0.etudiant(bureau.etudiant) }
    )
    var identite = try #require(connu.identite)
    identite.nomCivil = "Élzévir-Çoban"
    identite.prenomDUsage = "Maëlle"
    identite.ine = "090909090AA"
    identite.courriel = "elz@etu.example"
    try await bureau.essai.faire(
      ModifierUnEtudiant(connu.id, identite: identite, version: connu.version)
    )
    for texte in ["elzevir", "COBAN", "maelle zevi", identite.nip, "090909090aa", "elz@ETU"] {
      let trouves = try await bureau.essai.demander(ChercherDesEtudiants(texte))
      #expect(trouves.etudiants.map(\.etudiant.id) == [connu.id], "\(texte)")
    }
    for texte in ["elzevir autre", "example"] {
      let rien = try await bureau.essai.demander(ChercherDesEtudiants(texte))
      #expect(rien.total == 0, "\(texte)")
    }
  }

  @Test("la recherche donne des pages, et la dernière quand on demande plus loin")
  func pages() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let premiere = try await bureau.essai.demander(ChercherDesEtudiants("", page: 1, parPage: 2))
    let suite = try await bureau.essai.demander(ChercherDesEtudiants("", page: 9, parPage: 2))
    #expect(premiere.total == 3 && premiere.etudiants.count == 2)
    #expect(suite.page == 2 && suite.etudiants.count == 1)
    let vus = premiere.etudiants + suite.etudiants
    #expect(Set(vus.map(\.etudiant.id)) == Set(bureau.etudiants))
  }

  @Test(
    "on ne trouve que les étudiants des promotions que l’on voit, noms seulement si l’on enseigne"
  )
  func portee() async throws {
    let terrains = try await DeuxDepartements()
    let (essai, ici) = (terrains.essai, terrains.ici)
    let secretariat = try await essai.utilisateur(
      .secretariat,
      sur: .departement(ici.promotion.departement),
    )
    let siens = try await essai.demander(ChercherDesEtudiants(""), par: secretariat)
    #expect(Set(siens.etudiants.map(\.etudiant.id)) == [ici.etudiant, ici.voisin])
    let courriel = try #require(siens.etudiants.first?.etudiant.identite?.courriel)

    let ailleurs = try await essai.demander(
      ChercherDesEtudiants("", promotion: terrains.ailleurs.promotion.id),
      par: secretariat,
    )
    #expect(ailleurs.total == 0 && ailleurs.groupes.isEmpty)

    let enseignant = try await essai.utilisateur(
      .enseignant,
      sur: .module(ici.promotion.id, ici.module),
    )
    let vus = try await essai.demander(ChercherDesEtudiants(""), par: enseignant)
    #expect(vus.total == 2)
    #expect(vus.etudiants.allSatisfy { $0.etudiant.identite?.courriel == nil })
    let parCourriel = try await essai.demander(ChercherDesEtudiants(courriel), par: enseignant)
    #expect(parCourriel.total == 0)
  }

  @Test("la recherche se limite à un groupe")
  func groupe() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let groupe = try await bureau.essai.faire(
      CreerUnGroupe(promotion: bureau.promotion.id, nature: .option, intitule: "Option X")
    )
    try await bureau.essai.faire(PlacerDesEtudiants([bureau.etudiant], groupe: groupe.id))
    let trouves = try await bureau.essai.demander(
      ChercherDesEtudiants("", promotion: bureau.promotion.id, groupe: groupe.id)
    )
    #expect(trouves.etudiants.map(\.etudiant.id) == [bureau.etudiant])
  }

  // MARK: Groups

  @Test("entrer dans un TD fait quitter l’autre TD, et laisse options et TP")
  func unSeulTD() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let essai = bureau.essai
    var groupes: [String: Identifiant<Groupe>] = [:]
    let voulus: [(Groupe.Nature, String)] = [
      (.td, "TD X"), (.td, "TD Y"), (.tp, "TP X"), (.option, "Option"),
    ]
    for (nature, nom) in voulus {
      groupes[nom] = try await essai.faire(
        CreerUnGroupe(promotion: bureau.promotion.id, nature: nature, intitule: nom)
      ).id
    }
    for nom in ["TD X", "TP X", "Option", "TD Y"] {
      try await essai.faire(
        PlacerDesEtudiants(bureau.etudiants, groupe: try #require(groupes[nom]))
      )
    }
    let siens = try await essai.lire { try Set($0.groupes(etudiant: bureau.etudiant)) }
    #expect(!siens.contains(try #require(groupes["TD X"])))
    for nom in ["TD Y", "TP X", "Option"] {
      #expect(siens.contains(try #require(groupes[nom])), "\(nom)")
    }
    try await essai.faire(
      PlacerDesEtudiants(
        [bureau.etudiant],
        groupe: try #require(groupes["Option"]),
        present: false,
      )
    )
    let apres = try await essai.lire { try Set($0.groupes(etudiant: bureau.etudiant)) }
    #expect(siens.subtracting(apres) == [try #require(groupes["Option"])])
  }

  @Test("personne n’est placé si un seul des étudiants n’est pas inscrit")
  func toutOuRien() async throws {
    let terrains = try await DeuxDepartements()
    let (essai, ici) = (terrains.essai, terrains.ici)
    let groupe = try await essai.faire(
      CreerUnGroupe(promotion: ici.promotion.id, nature: .option, intitule: "Option")
    )
    await #expect(throws: Refus.etat(.etudiantNonInscrit)) {
      try await essai.faire(
        PlacerDesEtudiants([ici.etudiant, terrains.ailleurs.etudiant], groupe: groupe.id)
      )
    }
    let membres = try await essai.lire { try $0.membres(ici.promotion.id).map(\.groupe) }
    #expect(!membres.contains(groupe.id))
  }

  // MARK: Records

  @Test("l’étudiant ne voit que les notes publiées, sans le nom de qui les saisit")
  func notesPubliees() async throws {
    let terrains = try await DeuxDepartements()
    let (essai, ici) = (terrains.essai, terrains.ici)
    let lui = try await essai.utilisateur(.etudiant, sur: .etudiant(ici.etudiant))
    let question = VoirLesNotesParModule(ici.etudiant, promotion: ici.promotion.id)
    let avant = try await essai.demander(question, par: lui)
    #expect(avant.modules.isEmpty && avant.vue == .publiee)

    try await essai.faire(PublierUneEvaluation(ici.notee.id))
    let apres = try await essai.demander(question, par: lui)
    #expect(apres.modules.flatMap(\.epreuves).map(\.evaluation.id) == [ici.notee.id])
    #expect(apres.modules.flatMap(\.epreuves).allSatisfy { $0.auteur == nil })
    #expect(apres.modules.first?.moyenne == 12)

    let tout = try await essai.demander(question)
    #expect(tout.vue == .interne && tout.modules.flatMap(\.epreuves).count == 3)
  }

  @Test("qui enseigne un module voit ses notes, non celles des autres ni les moyennes des UE")
  func notesDUnModule() async throws {
    let terrains = try await DeuxDepartements()
    let (essai, ici) = (terrains.essai, terrains.ici)
    let enseignant = try await essai.utilisateur(
      .enseignant,
      sur: .module(ici.promotion.id, ici.module),
    )
    let releve = try await essai.demander(
      VoirLesNotesParModule(ici.etudiant, promotion: ici.promotion.id),
      par: enseignant,
    )
    #expect(releve.modules.map(\.module.code) == [ici.module])
    #expect(releve.resultat == nil)
  }

  @Test("la fiche ne dit ni contact ni aménagement à qui enseigne")
  func fiche() async throws {
    let terrains = try await DeuxDepartements()
    let (essai, ici) = (terrains.essai, terrains.ici)
    let enseignant = try await essai.utilisateur(
      .enseignant,
      sur: .module(ici.promotion.id, ici.module),
    )
    let vue = try await essai.demander(VoirUnEtudiant(ici.etudiant), par: enseignant)
    #expect(!vue.connue && vue.amenagements.isEmpty)
    #expect(vue.etudiant.identite?.courriel == nil)
    let secretariat = try await essai.utilisateur(
      .secretariat,
      sur: .departement(ici.promotion.departement),
    )
    let entiere = try await essai.demander(VoirUnEtudiant(ici.etudiant), par: secretariat)
    #expect(entiere.connue && entiere.amenagements.map(\.id) == [ici.amenagement.id])
    #expect(entiere.etudiant.identite?.courriel != nil)
  }

  @Test("les heures d’absence se comptent par justification")
  func absences() async throws {
    let terrains = try await DeuxDepartements()
    let (essai, ici) = (terrains.essai, terrains.ici)
    let avant = try await essai.demander(VoirLesAbsencesDUnEtudiant(ici.etudiant))
    #expect(avant.heures { $0 == .aucune } == Decimale("1,5"))
    _ = try await essai.faire(TraiterUnJustificatif(ici.justificatif.id, .accepte, version: 1))
    let apres = try await essai.demander(VoirLesAbsencesDUnEtudiant(ici.etudiant))
    #expect(apres.heures { $0 == .aucune } == 0)
    #expect(apres.heures { $0 == .abj } == Decimale("1,5"))
  }

  // MARK: What waits

  @Test("ce qui attend suit les notes, les publications et les réponses", arguments: moteurs)
  func aFaire(moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let essai = bureau.essai
    try essai.horloge.regler("2025-11-20")
    let modele = try #require(bureau.enregistree.installee.evaluations.first)
    let evaluation = try await essai.faire(
      CreerUneEvaluation(
        promotion: bureau.promotion.id,
        semestre: modele.semestre,
        module: modele.module,
        intitule: "Passée",
        date: try BureauDEssai.jour("2025-11-10"),
      )
    )
    func suivie() async throws -> (sans: EvaluationSuivie?, aPublier: EvaluationSuivie?) {
      let liste = try await essai.demander(AFaire())
      return (
        liste.sansNotes.map(\.chose).first { $0.evaluation.id == evaluation.id },
        liste.aPublier.map(\.chose).first { $0.evaluation.id == evaluation.id },
      )
    }
    let debut = try await suivie()
    #expect(debut.sans?.attendus == 3 && debut.sans?.saisies == 0 && debut.aPublier == nil)
    for (rang, etudiant) in bureau.etudiants.enumerated() {
      _ = try await essai.faire(
        SaisirUneNote(
          evaluation: evaluation.id,
          etudiant: etudiant,
          entree: rang == 0 ? .absenceJustifiee : TerrainDEssai.note(),
          version: 0,
        )
      )
    }
    let notee = try await suivie()
    #expect(notee.sans == nil && notee.aPublier?.saisies == 3)
    try await essai.faire(PublierUneEvaluation(evaluation.id))
    let publiee = try await suivie()
    #expect(publiee.sans == nil && publiee.aPublier == nil)
  }

  @Test("les justificatifs et les demandes n’attendent que chez qui y répond, jusqu’à la réponse")
  func reponses() async throws {
    let terrains = try await DeuxDepartements()
    let (essai, ici) = (terrains.essai, terrains.ici)
    try essai.horloge.regler("2025-11-28")
    let secretariat = try await essai.utilisateur(
      .secretariat,
      sur: .departement(ici.promotion.departement),
    )
    let avant = try await essai.demander(AFaire(), par: secretariat)
    #expect(avant.gere)
    #expect(avant.justificatifs.map(\.chose.id) == [ici.justificatif.id])
    #expect(avant.demandes.map(\.chose.demande.id) == [ici.demande.id])
    #expect(Set(avant.campagnes.map(\.chose.id)) == [ici.campagne.id, ici.session2.id])
    _ = try await essai.faire(TraiterUnJustificatif(ici.justificatif.id, .accepte, version: 1))
    _ = try await essai.faire(
      TraiterUneDemande(ici.demande.id, .acceptee(le: ici.inscription.debut), version: 1)
    )
    let apres = try await essai.demander(AFaire(), par: secretariat)
    #expect(apres.justificatifs.isEmpty && apres.demandes.isEmpty)

    let enseignant = try await essai.utilisateur(
      .enseignant,
      sur: .module(ici.promotion.id, ici.module),
    )
    let rien = try await essai.demander(AFaire(), par: enseignant)
    #expect(!rien.gere && rien.nombre == 0)
  }

  @Test("une promotion sans groupe est signalée")
  func sansGroupe() async throws {
    let terrains = try await DeuxDepartements()
    let essai = terrains.essai
    let nouvelle = try await essai.faire(
      CreerUnePromotion(maquette: terrains.ici.seconde.id, intitule: "MMI 1 bis")
    )
    let liste = try await essai.demander(AFaire())
    #expect(liste.sansGroupe.map(\.id) == [nouvelle.id])
    #expect(liste.sansReglement.isEmpty)
  }
}

extension RegistreDEssai {
  /// Asks as whoever holds the machine.
  func demander<Q: Question>(_ question: Q) async throws -> Q.Resultat {
    try await bureau.demander(question, par: .console("essai"), dans: iut)
  }

  /// Asks as a user.
  func demander<Q: Question>(_ question: Q, par utilisateur: Utilisateur) async throws
    -> Q.Resultat
  {
    try await bureau.demander(question, par: .utilisateur(utilisateur.id), dans: iut)
  }
}
