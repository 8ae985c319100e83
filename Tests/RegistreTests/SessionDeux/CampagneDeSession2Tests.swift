import Actes
import SQL
import Scolarite
import Testing

@Suite("Session 2 : campagne, admissibilité, formes")
struct CampagneDeSession2Tests {
  private static let article3 = "procédure de session 2, § 3"

  @Test(
    "la limite est une à deux semaines après la publication, sauf dérogation écrite",
    arguments: SQLEngine.allCases,
  )
  func limite(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeSession2(moteur)
    func ouvrir(_ limite: String, _ motif: String? = nil) throws -> OuvrirUneSessionDeux {
      OuvrirUneSessionDeux(
        promotion: terrain.promotion.id,
        try TerrainDeSession2.choix(limite: limite),
        motif: motif,
      )
    }
    let bornes = Etat.horsPeriode(
      du: try BureauDEssai.jour("2026-06-19"),
      au: try BureauDEssai.jour("2026-06-26"),
    )
    for limite in ["2026-06-18T23:59", "2026-06-27T00:00"] {
      let refus = try await terrain.refus(ouvrir(limite), par: terrain.secretariat)
      #expect(refus == .regle(article: Self.article3, bornes))
    }
    // The secretariat is not the role that the setting names, whatever it writes.
    let motive = try await terrain.refus(
      ouvrir("2026-06-27T00:00", "examens décalés"),
      par: terrain.secretariat,
    )
    #expect(motive == .regle(article: Self.article3, bornes))
    let sansMotif = try await terrain.refus(ouvrir("2026-06-27T00:00"), par: terrain.direction)
    #expect(sansMotif == .regle(article: Self.article3, bornes))
    let session = try await terrain.essai.faire(
      ouvrir("2026-06-27T00:00", "examens décalés"),
      par: terrain.direction,
    )
    let journal = try await terrain.essai.lire {
      try $0.derniereEntree(
        Objet(.campagne, session.campagne)
      )
    }
    #expect(journal?.contenu?.contains("examens décalés") == true)
    let encore = try await terrain.refus(ouvrir("2026-06-26T23:59"), par: terrain.secretariat)
    #expect(encore == .regle(article: "procédure de session 2, § 1", .session2DejaOuverte))
    let enBase = try await terrain.essai.lire { try $0.sessionDeRattrapage(session.campagne) }
    #expect(enBase == session)
    let campagne = try #require(
      try await terrain.essai.lire { try $0.campagne(session.campagne) }
    )
    let contournement = try await terrain.refus(
      ModifierUneCampagne(campagne),
      par: terrain.secretariat,
    )
    #expect(contournement == .etat(.session2Conduite))
  }

  @Test(
    "rien ne se publie sans adoption de la procédure ni jury clos",
    arguments: SQLEngine.allCases,
  )
  func gardes(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeSession2(moteur, close: false)
    let session = try await terrain.essai.faire(
      OuvrirUneSessionDeux(
        promotion: terrain.promotion.id,
        try TerrainDeSession2.choix(adoptee: nil),
      ),
      par: terrain.secretariat,
    )
    try terrain.essai.horloge.regler(a: "2026-06-12T14:00")
    let sansAdoption = try await terrain.refus(
      PublierLAdmissibilite(session.campagne, version: 1),
      par: terrain.secretariat,
    )
    #expect(
      sansAdoption
        == .regle(article: "procédure de session 2, § 1", .adoptionInconnue(.conseil))
    )
    func adopter(_ jour: String, _ motif: String? = nil) throws -> ModifierUneSessionDeux {
      ModifierUneSessionDeux(
        session.campagne,
        try TerrainDeSession2.choix(adoptee: jour),
        motif: motif,
        version: 1,
      )
    }
    let tardive = try await terrain.refus(adopter("2026-03-10"), par: terrain.secretariat)
    guard case .regle("code de l’éducation, article L. 613-1", .figeDepuis) = tardive else {
      Issue.record("adoption tardive : \(String(describing: tardive))")
      return
    }
    let future = try await terrain.refus(adopter("2026-08-01"), par: terrain.secretariat)
    #expect(future == .etat(.dateAVenir))
    let adoptee = try await terrain.essai.faire(adopter("2025-09-10"), par: terrain.secretariat)
    #expect(adoptee.version == 2)
    let sansJury = try await terrain.refus(
      PublierLAdmissibilite(session.campagne, version: 2),
      par: terrain.secretariat,
    )
    #expect(
      sansJury == .regle(article: "procédure de session 2, § 2", .resultatsNonPublies)
    )
    let perdue = try await terrain.refus(adopter("2025-09-11"), par: terrain.secretariat)
    #expect(perdue?.estUnConflit == true)
  }

  @Test(
    "W90 : une UE est ouverte si elle n’est pas acquise, et la liste publiée ne change plus",
    arguments: SQLEngine.allCases,
  )
  func admissibilite(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeSession2(moteur)
    let avant = try await terrain.ouvrir()
    let calculee = try await terrain.essai.faire(VoirLAdmissibilite(avant.campagne))
    try terrain.essai.horloge.regler(a: "2026-06-12T14:00")
    let session = try await terrain.essai.faire(
      PublierLAdmissibilite(avant.campagne, version: avant.version),
      par: terrain.secretariat,
    )
    #expect(session.publicationSession1 == (try BureauDEssai.jour("2026-06-12")))
    let figee = try await terrain.essai.lire { try $0.admissibilites(session.campagne) }
    #expect(Set(figee) == Set(calculee.lignes.flatMap(\.ues)))
    for etudiant in terrain.etudiants {
      let (dossier, reglement) = try await terrain.essai.faire(
        LireUnDossier(etudiant, promotion: terrain.promotion.id)
      )
      let annee = try #require(
        Deliberation<SansPreuve>.resultats(dossier, reglement).annees.last
      )
      let siennes = figee.filter { $0.etudiant == etudiant }
      #expect(Set(siennes.filter(\.estOuverte).map(\.ue)) == Set(annee.finale.ouvertes))
      for ligne in siennes {
        let ue = try #require(annee.finale.ues[ligne.ue])
        #expect(ligne.estOuverte != ue.acquise)
        #expect((ligne.raison == .compensee) == (ue.mode == .compensation))
      }
    }
    #expect(figee.contains { $0.raison == .acquise })
    let deux = try await terrain.refus(
      PublierLAdmissibilite(session.campagne, version: session.version),
      par: terrain.secretariat,
    )
    #expect(deux == .etat(.admissibilitePubliee(try BureauDEssai.jour("2026-06-12"))))
    let etapes = try await terrain.essai.lire { try $0.etapesDeSession2(session.campagne) }
    #expect(etapes == [.admissibilite: try BureauDEssai.jour("2026-06-12")])
    let lui = try await terrain.essai.faire(
      NouvellesDUnEtudiant(terrain.etudiants[0], apres: nil)
    )
    #expect(lui.contains { $0.nature == .session2(.admissibilite) })
  }

  @Test(
    "le responsable d’un module de l’UE choisit la forme, et nul autre enseignant",
    arguments: SQLEngine.allCases,
  )
  func formes(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeSession2(moteur)
    let session = try await terrain.ouvrir()
    let epreuves = try await terrain.essai.lire { try $0.epreuvesDeSession2(session.campagne) }
    var epreuve = try #require(epreuves.first { $0.ue.texte == TerrainDeSession2.ue })
    let tableau = try await terrain.essai.faire(VoirLesEpreuvesDeSession2(session.campagne))
    let fiche = try #require(tableau.fiches.first { $0.epreuve.id == epreuve.id })
    let module = try #require(fiche.modules.first?.code)
    let responsable = try await terrain.essai.utilisateur(
      .responsableDeModule,
      sur: .module(terrain.promotion.id, module),
    )
    let rappeles = try await terrain.essai.faire(
      RappelerLesEpreuves(session.campagne),
      par: terrain.secretariat,
    )
    #expect(rappeles == 1)
    let avis = try await terrain.essai.lire {
      try $0.avisMurs(
        calmes: Horodatage(millisecondes: .max),
        anciens: Horodatage(millisecondes: .max),
        personnes: 10,
      )
    }
    #expect(avis.contains { $0.utilisateur == responsable.id && $0.sujet == .epreuves })
    let vide = try await terrain.refus(ChoisirUneEpreuve(epreuve), par: responsable)
    #expect(vide == .donnees([.init("formes", .absente)]))
    epreuve.durees = [.ecrit: 90, .oral: 5]
    let tropCourt = try await terrain.refus(ChoisirUneEpreuve(epreuve), par: responsable)
    let bornes = Refus.Faute.Nature.horsBornes(vu: "5", bornes: "de 10 à 600 minutes")
    #expect(tropCourt == .donnees([.init("durée-oral", bornes)]))
    epreuve.durees[.oral] = 20
    epreuve.materiel = "calculatrice"
    epreuve.porteSur = .modules([module])
    let enseignant = try await terrain.essai.utilisateur(
      .enseignant,
      sur: .module(terrain.promotion.id, module),
    )
    let interdit = try await terrain.refus(ChoisirUneEpreuve(epreuve), par: enseignant)
    #expect(interdit == .interdit(.choisirUneEpreuve))
    let choisie = try await terrain.essai.faire(ChoisirUneEpreuve(epreuve), par: responsable)
    #expect(choisie.notees == [.module(module)] && choisie.version == 2)
    let perdue = try await terrain.refus(ChoisirUneEpreuve(epreuve), par: responsable)
    #expect(perdue?.estUnConflit == true)
    let etudes = try await terrain.essai.utilisateur(.directeurDesEtudes, sur: .etablissement)
    for autre in epreuves where autre.id != epreuve.id {
      var autre = autre
      autre.durees = [.projet: 0]
      _ = try await terrain.essai.faire(ChoisirUneEpreuve(autre), par: etudes)
    }
    let etapes = try await terrain.essai.lire { try $0.etapesDeSession2(session.campagne) }
    #expect(etapes[.formes] != nil)
    let relue = try await terrain.essai.lire { try $0.epreuveDeSession2(choisie.id) }
    #expect(relue == choisie)
  }

  @Test(
    "la note d’un module commun vient d’une seule épreuve, et la fiche des autres le dit",
    arguments: SQLEngine.allCases,
  )
  func moduleCommun(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeSession2(moteur)
    let session = try await terrain.ouvrir()
    let etudes = try await terrain.essai.utilisateur(.directeurDesEtudes, sur: .etablissement)
    func fiches() async throws -> [VoirLesEpreuvesDeSession2.Fiche] {
      try await terrain.essai.faire(VoirLesEpreuvesDeSession2(session.campagne)).fiches
    }
    let toutes = try await fiches()
    let une = try #require(toutes.first { $0.epreuve.ue.texte == TerrainDeSession2.ue })
    let (module, autre) = try #require(
      une.modules.lazy.compactMap { module in
        toutes.first { fiche in
          fiche.epreuve.ue != une.epreuve.ue
            && fiche.modules.contains { $0.code == module.code }
        }.map { (module.code, $0.epreuve) }
      }.first
    )
    func choix(_ epreuve: EpreuveDeSession2, _ portee: EpreuveDeSession2.Portee)
      -> ChoisirUneEpreuve
    {
      var choisie = epreuve
      choisie.durees = [.ecrit: 90]
      choisie.porteSur = portee
      return ChoisirUneEpreuve(choisie)
    }
    let prise = try await terrain.essai.faire(
      choix(une.epreuve, .modules([module])),
      par: etudes,
    )
    let refus = try await terrain.refus(choix(autre, .modules([module])), par: etudes)
    #expect(refus == .etat(.moduleDUneAutreEpreuve(module, une.epreuve.ue)))
    #expect(refus?.phrase.contains("l’épreuve de l’UE11 donne déjà la note de") == true)
    let dites = try await fiches()
    let sienne = try #require(dites.first { $0.epreuve.id == autre.id })
    #expect(sienne.pris[module] == une.epreuve.ue)
    #expect(try #require(dites.first { $0.epreuve.id == prise.id }).pris.isEmpty)
    let surLUE = try await terrain.essai.faire(choix(autre, .ue), par: etudes)
    // Its own modules are no others’, and one that is given up is free.
    let gardee = try await terrain.essai.faire(choix(prise, .modules([module])), par: etudes)
    _ = try await terrain.essai.faire(choix(gardee, .ue), par: etudes)
    let reprise = try await terrain.essai.faire(
      choix(surLUE, .modules([module])),
      par: etudes,
    )
    #expect(reprise.notees == [.module(module)])
  }

  @Test(
    "les aménagements sont reproduits, un écart se justifie, la demande se fait un mois avant",
    arguments: SQLEngine.allCases,
  )
  func amenagements(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeSession2(moteur)
    let session = try await terrain.ouvrir()
    let etudiant = terrain.etudiants[0]
    _ = try await terrain.essai.faire(
      AccorderUnAmenagement(
        .tiersTemps,
        a: etudiant,
        precision: "un tiers",
        depuis: BureauDEssai.jour("2025-09-15"),
        jusqua: nil,
      )
    )
    func retenus() async throws -> [AmenagementDeSession2] {
      try await terrain.essai.faire(AmenagementsRetenus(campagne: session.campagne))
    }
    let repris = try await retenus()
    #expect(repris.map(\.nature) == [.tiersTemps] && repris[0].motif == nil)
    let service = try await terrain.essai.utilisateur(.serviceHandicap, sur: .etablissement)
    func ecart(_ motif: String, version: Int64 = 0) -> JustifierUnEcartDAmenagement {
      JustifierUnEcartDAmenagement(
        EcartDAmenagement(
          campagne: session.campagne,
          etudiant: etudiant,
          nature: .tiersTemps,
          maintenu: true,
          precision: "un quart",
          motif: motif,
          version: version,
        )
      )
    }
    #expect(
      try await terrain.refus(ecart("oral court"), par: terrain.secretariat)
        == .interdit(.gererLesAmenagements)
    )
    #expect(try await terrain.refus(ecart(""), par: service) == .etat(.motifManquant))
    _ = try await terrain.essai.faire(ecart("oral court"), par: service)
    #expect(try await terrain.refus(ecart("encore"), par: service)?.estUnConflit == true)
    #expect(try await retenus().map(\.precision) == ["un quart"])
    let lui = try await terrain.enPersonne(etudiant)
    let demande = DemanderUnAmenagementDeSession2(
      campagne: session.campagne,
      etudiant: etudiant,
      texte: "salle au calme",
      souhaits: [.salleIsolee],
    )
    try terrain.essai.horloge.regler(a: "2026-06-06T23:59")
    _ = try await terrain.essai.faire(demande, par: lui)
    try terrain.essai.horloge.regler(a: "2026-06-07T00:00")
    let tard = try await terrain.refus(demande, par: lui)
    #expect(
      tard
        == .regle(article: Self.article3, .limitePassee(try BureauDEssai.jour("2026-06-06")))
    )
    try await terrain.essai.faire(ArreterLesAmenagements(session.campagne), par: service)
    let etapes = try await terrain.essai.lire { try $0.etapesDeSession2(session.campagne) }
    #expect(etapes[.amenagements] == (try BureauDEssai.jour("2026-06-07")))
  }
}

/// The arrangements of a session, as the other parts of it read them.
private struct AmenagementsRetenus: Question {
  static let nom = "amenagements-retenus"
  let campagne: Identifiant<Campagne>

  func executer(_ travail: Travail) throws -> [AmenagementDeSession2] {
    try travail.amenagements(de: travail.sessionDeRattrapage(campagne))
  }
}
