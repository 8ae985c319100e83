import Actes
import Demonstration
import Echanges
import Fiction
import SQL
import Scolarite
import Testing

/// What those who direct studies see of a promotion.
@Suite("Suivi d’une promotion")
struct SuiviTests {
  @Test(
    "l’avancement compte qui passe l’épreuve, groupes et départs compris",
    arguments: SQLEngine.allCases,
  )
  func avancement(_ moteur: SQLEngine) async throws {
    let essai = try await RegistreDEssai(moteur)
    let installee = try await PromotionEnregistree(essai, effectif: 12).installee
    let promotion = installee.promotion
    let groupe = try #require(try await essai.lire { try $0.groupes(promotion.id) }.first)
    let premiere = try #require(installee.evaluations.first)
    let deGroupe = try await essai.faire(
      CreerUneEvaluation(
        promotion: promotion.id,
        semestre: premiere.semestre,
        module: premiere.module,
        intitule: "Du groupe",
        date: try BureauDEssai.jour("2025-10-06"),
        groupes: [groupe.id],
      )
    )
    let parti = installee.etudiants[0]
    let inscription = try #require(
      try await essai.lire { try $0.inscriptions(etudiant: parti) }.first
    )
    _ = try await essai.faire(
      TerminerUneInscription(
        inscription.id,
        fin: .init(jour: try BureauDEssai.jour("2025-09-20"), cause: .demission, motif: "départ"),
        version: inscription.version,
      )
    )
    _ = try await essai.faire(
      SaisirUneNote(
        evaluation: deGroupe.id,
        etudiant: try #require(
          try await essai.lire { try $0.membres(promotion.id) }
            .first { $0.groupe == groupe.id && $0.etudiant != parti }?.etudiant
        ),
        entree: TerrainDEssai.note(),
        version: 0,
      )
    )
    let suivi = try await essai.bureau.demander(
      SuivreUnePromotion(promotion.id),
      par: .console("essai"),
      dans: essai.iut,
    )
    let suivies = suivi.modules.flatMap(\.evaluations)
    #expect(suivies.count == installee.evaluations.count + 1)
    // The same counts, test by test, from what each sheet shows.
    for suivie in suivies {
      let grille = try await essai.bureau.demander(
        OuvrirUneGrille(suivie.evaluation.id),
        par: .console("essai"),
        dans: essai.iut,
      )
      #expect(suivie == grille.suivie, "\(suivie.evaluation.module) \(suivie.evaluation.nom)")
    }
    let membres = try await essai.lire { try $0.membres(promotion.id) }
      .filter { $0.groupe == groupe.id && $0.etudiant != parti }.count
    let sienne = try #require(suivies.first { $0.evaluation.id == deGroupe.id })
    #expect((sienne.attendus, sienne.saisies) == (membres, 1))
  }

  @Test("une note est en retard dès le lendemain de l’épreuve, et nomme à qui elle est confiée")
  func retards() async throws {
    let essai = try await RegistreDEssai(.sqlite)
    let terrain = try await TerrainDEssai("MMI", essai)
    let enseignant = try await essai.utilisateur(
      .enseignant,
      sur: .module(terrain.promotion.id, terrain.module),
    )
    _ = try await essai.utilisateur(.jury, sur: .module(terrain.promotion.id, terrain.module))
    var datee = terrain.vide
    datee.date = try BureauDEssai.jour("2025-10-06")
    try await essai.faire(ModifierUneEvaluation(datee))
    for (jour, attendu) in [("2025-10-06", 0), ("2025-10-07", 1), ("2025-10-16", 10)] {
      try essai.horloge.regler(jour)
      let suivi = try await essai.faire(SuivreUnePromotion(terrain.promotion.id))
      let retard = suivi.retards.first { $0.evaluation.id == datee.id }
      #expect(retard?.jours == (attendu == 0 ? nil : attendu), "\(jour)")
      if let retard {
        #expect(retard.manquantes == suivi.effectif && retard.attendus == suivi.effectif)
        #expect(retard.enseignants.map(\.id) == [enseignant.id])
      }
    }
  }

  @Test("un module qui n’a qu’une évaluation est signalé, deux suffisent")
  func uneSeuleEvaluation() async throws {
    let notee = try await PromotionNotee(.sqlite)
    func suivi() async throws -> SuiviDePromotion.DeModule {
      try #require(
        try await notee.essai.faire(SuivreUnePromotion(notee.promotion.id)).modules
          .first { $0.module.code == "R103" }
      )
    }
    let deux = try await suivi()
    #expect(deux.evaluations.count == 2 && !deux.aUneSeuleEvaluation)
    let autres = try await notee.essai.faire(SuivreUnePromotion(notee.promotion.id)).modules
      .filter { $0.module.code != "R103" }
    #expect(autres.allSatisfy { $0.evaluations.isEmpty && !$0.aUneSeuleEvaluation })
    _ = try await notee.essai.faire(
      CreerUneEvaluation(
        promotion: notee.promotion.id,
        semestre: try #require(NumeroSemestre(1)),
        module: "R104",
        intitule: "DS",
        date: nil,
      )
    )
    let signales = try await notee.essai.faire(SuivreUnePromotion(notee.promotion.id)).modules
      .filter(\.aUneSeuleEvaluation)
    #expect(signales.map(\.module.code) == ["R104"])
  }

  @Test("les résultats sont ceux de la délibération, et un petit groupe n’est pas comparé")
  func resultats() async throws {
    let essai = try await RegistreDEssai(.sqlite)
    let installee = try await PromotionEnregistree(essai, effectif: 24, contenu: .tout).installee
    let petit = try await essai.faire(
      CreerUnGroupe(promotion: installee.promotion.id, nature: .td, intitule: "TD petit")
    )
    for etudiant in installee.etudiants.prefix(4) {
      try await essai.faire(PlacerDansUnGroupe(etudiant, groupe: petit.id))
    }
    func resultats() async throws -> ResultatsDePromotion {
      try await essai.faire(VoirLesResultats(installee.promotion.id))
    }
    let vivante = try await essai.faire(DelibererUnePromotion(installee.promotion.id))
    let vus = try await resultats()
    #expect(vus.lignes.count == 24)
    for ligne in vus.lignes { #expect(ligne.proposition == vivante[ligne.etudiant.id]) }
    let quatre = try #require(vus.comparaison(.td).first { $0.groupe.id == petit.id })
    #expect(quatre.effectif == 4 && quatre.ues.allSatisfy { $0.statistiques == nil })
    try await essai.faire(PlacerDansUnGroupe(installee.etudiants[4], groupe: petit.id))
    let cinq = try #require(
      try await resultats().comparaison(.td).first { $0.groupe.id == petit.id }
    )
    let ue = try #require(cinq.ues.first { $0.statistiques != nil })
    let moyennes = vus.lignes.filter { installee.etudiants.prefix(5).contains($0.etudiant.id) }
      .compactMap { $0.ue(ue.ue)?.moyenne }
    #expect(ue.statistiques?.moyenne == Statistiques(moyennes).moyenne)
  }

  @Test("l’explication d’une UE donne la moyenne des résultats, sa preuve et son récit")
  func explication() async throws {
    let essai = try await RegistreDEssai(.sqlite)
    let installee = try await PromotionEnregistree(essai, effectif: 6, contenu: .tout).installee
    let resultats = try await essai.faire(VoirLesResultats(installee.promotion.id))
    for ligne in resultats.lignes {
      for ue in ligne.proposition.ues {
        let expliquee = try await essai.faire(
          ExpliquerUneUE(installee.promotion.id, de: ligne.etudiant.id, ue.code)
        )
        #expect(expliquee.moyenne == ue.moyenne && expliquee.mention == ue.mention)
        #expect(expliquee.acquise == ue.acquise)
        #expect(expliquee.preuves.allSatisfy { $0.sujet.hasPrefix(ue.code.texte) })
        #expect(!expliquee.recit.isEmpty && !expliquee.preuves.isEmpty)
      }
    }
  }

  @Test(
    "on n’explique ni ne lit le dossier d’un étudiant d’une autre promotion, même plus ancienne"
  )
  func ailleurs() async throws {
    let iut = try await IUTInstalle(.sqlite)
    let (passee, presente) = (iut.passee, iut.installe.promotions[2])
    let ancien = try #require(try await iut.etudiants(passee).first)
    #expect(passee.annee < presente.annee && passee.departement != presente.departement)
    let ue = try #require(CodeUE("UE11"))
    await #expect(throws: Refus.etat(.etudiantNonInscrit)) {
      _ = try await iut.essai.faire(ExpliquerUneUE(presente.id, de: ancien.id, ue))
    }
    await #expect(throws: Refus.etat(.etudiantNonInscrit)) {
      _ = try await iut.essai.faire(LireUnDossier(ancien.id, promotion: presente.id))
    }
  }

  @Test("les années se comparent entre promotions d’une même formation que l’on peut voir")
  func annees() async throws {
    let iut = try await IUTInstalle(.sqlite)
    let (passee, presente, autre) = (
      iut.installe.promotions[0], iut.installe.promotions[1], iut.installe.promotions[2],
    )
    let annees = try await iut.essai.faire(ComparerLesAnnees(presente.id))
    #expect(annees.map(\.promotion.id) == [passee.id])
    #expect(try await iut.essai.faire(ComparerLesAnnees(autre.id)).isEmpty)
    let seul = try await iut.essai.utilisateur(.jury, sur: .promotion(presente.id))
    #expect(try await iut.essai.faire(ComparerLesAnnees(presente.id), par: seul).isEmpty)
  }

  @Test("la maquette a ses versions, ses constats et le motif d’une irrégularité")
  func maquette() async throws {
    let essai = try await RegistreDEssai(.sqlite)
    let installee = try await PromotionEnregistree(essai, effectif: 3).installee
    try essai.horloge.regler("2025-12-01")
    _ = try await essai.faire(
      DeposerUneMaquette(
        formation: installee.promotion.formation,
        texte: try PromotionEnregistree.maquetteDe2025(),
        irregularite: "coquille dans un coefficient",
      )
    )
    let suivie = try await essai.faire(VoirUneMaquette(installee.promotion.id))
    #expect(suivie.estSuivie && suivie.deposee.numero == 1)
    #expect(suivie.versions.map(\.deposee.numero) == [1, 2])
    #expect(suivie.versions.last?.deposee.irregularite == "coquille dans un coefficient")
    #expect(suivie.rapport.bilanDesChiffres == (272, 272))
    #expect(!suivie.rapport.constats.isEmpty)
    let seconde = try await essai.faire(VoirUneMaquette(installee.promotion.id, numero: 2))
    #expect(!seconde.estSuivie)
    await #expect(throws: Refus.inconnu(.maquette)) {
      _ = try await essai.faire(VoirUneMaquette(installee.promotion.id, numero: 3))
    }
  }

  @Test("chacun voit la liste des promotions jusqu’où il peut aller")
  func promotions() async throws {
    let terrains = try await DeuxDepartements()
    let (ici, ailleurs) = (terrains.ici, terrains.ailleurs)
    func vues(_ role: Role, _ portee: Portee) async throws -> [VoirLesPromotionsSuivies.Suivie] {
      let compte = try await terrains.essai.utilisateur(role, sur: portee)
      return try await terrains.essai.faire(VoirLesPromotionsSuivies(), par: compte)
    }
    let toutes = try await vues(.direction, .etablissement)
    #expect(Set(toutes.map(\.promotion.id)) == [ici.promotion.id, ailleurs.promotion.id])
    #expect(toutes.allSatisfy { $0.peutVoirLesNotes && $0.peutVoirLesEtudiants })
    let effectif = try await terrains.essai.lire { try $0.inscriptions(ici.promotion.id) }.count
    #expect(toutes.first { $0.promotion.id == ici.promotion.id }?.effectif == effectif)
    let departement = try await vues(
      .directeurDesEtudes,
      .departement(ici.promotion.departement),
    )
    #expect(departement.map(\.promotion.id) == [ici.promotion.id])
    let sport = try await vues(.suaps, .etablissement)
    #expect(sport.allSatisfy { !$0.peutVoirLesNotes && $0.peutVoirLesEtudiants })
    let module = try await vues(.enseignant, .module(ici.promotion.id, ici.module))
    #expect(module.map(\.promotion.id) == [ici.promotion.id])
    #expect(module.allSatisfy { !$0.peutVoirLesNotes && !$0.peutVoirLesEtudiants })
    #expect(try await vues(.etudiant, .etudiant(ici.etudiant)).isEmpty)
  }
}
