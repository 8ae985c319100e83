import Actes
import SQL
import Scolarite
import Testing

@Suite("Bonifications : engagement et commission")
struct EngagementTests {
  @Test("la période se compte à la minute, des deux côtés", arguments: SQLEngine.allCases)
  func periode(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDEngagement(moteur)
    // The clock stands at 8:00.
    for (ouverture, cloture, admise) in [
      ("2025-11-03T08:00", "2025-11-03T08:01", true),
      ("2025-11-03T07:00", "2025-11-03T08:00", true),
      ("2025-11-03T07:00", "2025-11-03T07:59", false),
      ("2025-11-03T08:01", "2025-11-03T09:00", false),
    ] {
      let campagne = try await terrain.campagne(ouverture, cloture)
      let refus = try await terrain.bureau.refus {
        _ = try await terrain.deposer(.benevolat, "Maraude \(ouverture)", campagne: campagne)
      }
      #expect((refus == nil) == admise, "\(ouverture), \(cloture)")
      guard !admise else { continue }
      #expect(
        refus
          == .regle(
            article: "règlement des études, article 7-2-B",
            .horsDeLaPeriode(du: campagne.ouverture, au: campagne.cloture),
          )
      )
    }
  }

  @Test("ce que le règlement exclut est refusé avec sa raison")
  func exclusions() async throws {
    let terrain = try await TerrainDEngagement(.sqlite)
    for motif in MotifDIrrecevabilite.declarees {
      let refus = try await terrain.bureau.refus {
        _ = try await terrain.deposer(.benevolat, "Tract", exclusions: [motif])
      }
      #expect(refus == .regle(article: motif.article, .engagementIrrecevable(motif)))
    }
    let soi = try await terrain.bureau.refus {
      _ = try await terrain.deposer(.benevolat, "Maraude", par: .etudiant)
    }
    let faite = MotifDIrrecevabilite.attestationDeLEtudiant
    #expect(soi == .regle(article: faite.article, .engagementIrrecevable(faite)))
    let parUnTiers = try await terrain.bureau.refus {
      _ = try await terrain.deposer(.benevolat, "Maraude", par: .tiers)
    }
    #expect(
      parUnTiers
        == .donnees([
          .init(
            "piece-engagement",
            .horsBornes(vu: "un tiers", bornes: "établie par l’organisme lui-même"),
          )
        ])
    )
    let sans = try await terrain.bureau.refus {
      _ = try await terrain.deposer(.benevolat, "Maraude", sauf: .activiteReelle)
    }
    #expect(sans == .donnees([.init("piece-activite-reelle", .absente)]))
    for type in TypeDEngagement.allCases where type != .emploi {
      let demande = try await terrain.deposer(type, "Activité \(type.rawValue)")
      #expect(demande.pieces.map(\.nature) == type.pieces)
    }
    let double = try await terrain.bureau.refus {
      _ = try await terrain.deposer(.pompier, "  ACTIVITE pompier")
    }
    let deja = MotifDIrrecevabilite.dejaValidee
    #expect(double == .regle(article: deja.article, .engagementIrrecevable(deja)))
  }

  @Test("140 heures entre le 1er septembre et le 31 mai, hors vacances, coupées aux limites")
  func heures() async throws {
    let terrain = try await TerrainDEngagement(.sqlite)
    let annee = try #require(
      try await terrain.bureau.essai.lire { try $0.annee(.essai) }
    )
    func compte(_ periodes: [(String, String, Int)], vacances: [(String, String)] = []) throws
      -> DecompteDHeures
    {
      let jour = BureauDEssai.jour
      let ouverte = AnneeOuverte(
        id: annee.id,
        annee: annee.annee,
        debut: annee.debut,
        fin: annee.fin,
        periodes: try vacances.map {
          .init(nature: .vacances, nom: "Noël", debut: try jour($0.0), fin: try jour($0.1))
        },
        version: 1,
      )
      return try DecompteDHeures(
        try periodes.map {
          PeriodeDeTravail(du: try jour($0.0), au: try jour($0.1), heures: Decimale($0.2))
        },
        ouverte,
      )
    }
    let noel = [("2025-12-20", "2026-01-04")]
    let juste = try compte(
      [
        ("2025-09-01", "2025-12-19", 100), ("2025-12-20", "2026-01-04", 60),
        ("2026-01-05", "2026-05-31", 40), ("2026-06-01", "2026-06-30", 80),
      ],
      vacances: noel,
    )
    #expect(juste.total == 140 && juste.suffit && juste.mois == 9)
    #expect(juste.ecartees.map(\.heures) == [60, 80])
    #expect(try !compte([("2025-09-01", "2026-05-31", 139)]).suffit)
    for (du, au) in [
      ("2025-08-31", "2025-09-01"), ("2026-05-31", "2026-06-01"), ("2025-12-19", "2025-12-20"),
      ("2026-01-04", "2026-01-05"), ("2025-12-01", "2026-02-01"),
    ] {
      #expect(throws: Refus.self, "\(du) – \(au)") { try compte([(du, au, 5)], vacances: noel) }
    }
    let chevauchent = [("2025-09-01", "2025-09-30", 9), ("2025-09-30", "2025-10-05", 9)]
    #expect(throws: Refus.self) { try compte(chevauchent) }
    let trop = [("2025-09-01", "2025-09-01", 25)]
    #expect(throws: Refus.self) { try compte(trop) }
    let insuffisantes = MotifDIrrecevabilite.heuresInsuffisantes
    let refus = try await terrain.bureau.refus {
      _ = try await terrain.deposer(.emploi, "Caissier")
    }
    #expect(
      refus == .regle(article: insuffisantes.article, .engagementIrrecevable(insuffisantes))
    )
  }

  @Test(
    "la commission décide sous les plafonds, clôt, et les points comptent",
    arguments: SQLEngine.allCases,
  )
  func commission(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDEngagement(moteur)
    let (bureau, essai) = (terrain.bureau, terrain.bureau.essai)
    let maraude = try await terrain.deposer(.benevolat, "Maraude")
    let epicerie = try await terrain.deposer(.benevolat, "Épicerie solidaire")
    let elu = try await terrain.deposer(.eluInstitut, "Conseil d’institut")
    _ = try await essai.faire(
      AttribuerUnBonus(
        promotion: bureau.promotion.id,
        etudiant: bureau.etudiant,
        nature: .sport(.points(try #require(Decimale("0,35")))),
        date: try BureauDEssai.jour("2025-11-03"),
        motif: "liste du SUAPS",
      )
    )
    try essai.horloge.regler("2026-06-25")
    let seance = try await essai.faire(
      ReunirUneCommission(.essai, le: BureauDEssai.jour("2026-06-25"), lieu: "Amphi")
    )
    let membre = try await essai.utilisateur(.commissionDesBonifications, sur: .etablissement)
    func statuer(_ demande: DemandeDEngagement, _ points: String) async throws -> Refus? {
      let lue = try #require(try await essai.lire { try $0.engagement(demande.id) })
      let points = try #require(Decimale(points))
      return try await bureau.refus {
        _ = try await essai.faire(
          StatuerSurUnEngagement(
            demande.id,
            .init(commission: seance.id, .accordee(points), motif: "régulier et solidaire"),
            version: lue.version,
          ),
          par: membre,
        )
      }
    }
    let plafond = { (reste: String) in
      Refus.regle(
        article: "règlement des études, article 7-2-C",
        .plafondDepasse(reste: reste),
      )
    }
    #expect(try await statuer(maraude, "0,500001") == plafond("0,5"))
    #expect(try await statuer(maraude, "0,3") == nil)
    #expect(try await statuer(epicerie, "0,21") == plafond("0,2"))
    #expect(try await statuer(epicerie, "0,2") == nil)
    #expect(try await statuer(elu, "0,15") == .etat(.assiduiteAJuger))
    let jury = try await essai.utilisateur(.jury, sur: .promotion(bureau.promotion.id))
    _ = try await essai.faire(
      JugerLAssiduite(elu.id, estAssidu: true, motif: "neuf séances sur dix", version: 1),
      par: jury,
    )
    // 0.35 for sport and 0.5 for one type leave 0.15 of the whole.
    #expect(try await statuer(elu, "0,16") == plafond("0,15"))
    let etudiant = try await TerrainDEngagement.soi(bureau)
    let siens = try await essai.faire(VoirSesEngagements(bureau.etudiant), par: etudiant)
    #expect(siens.demandes.allSatisfy { $0.decision == nil })
    let aDecider = try await bureau.refus {
      _ = try await essai.faire(
        CloreUneCommission(seance.id, version: seance.version),
        par: membre,
      )
    }
    guard case .regle(_, .compositionIncomplete(let manques)) = aDecider else {
      Issue.record("\(String(describing: aDecider))")
      return
    }
    #expect(manques.count == 5)
    let composee = try await essai.faire(
      ModifierUneCommission(try await terrain.composee(seance)),
      par: membre,
    )
    let reste = try await bureau.refus {
      _ = try await essai.faire(
        CloreUneCommission(seance.id, version: composee.version),
        par: membre,
      )
    }
    #expect(reste == .etat(.engagementsADecider(1)))
    #expect(try await statuer(elu, "0,15") == nil)
    let avant = try await essai.lire { try $0.bonus(bureau.etudiant, bureau.promotion.id) }
    #expect(avant.engagements.isEmpty)
    let close = try await essai.faire(
      CloreUneCommission(seance.id, version: composee.version),
      par: membre,
    )
    #expect(close.close == (try BureauDEssai.jour("2026-06-25")))
    let apres = try await essai.lire { try $0.bonus(bureau.etudiant, bureau.promotion.id) }
    #expect(apres.engagements.map(\.points).somme() == Decimale("0,65"))
    let lues = try await essai.faire(VoirSesEngagements(bureau.etudiant), par: etudiant)
    #expect(lues.demandes.allSatisfy { $0.decision != nil && $0.bonus != nil })
    let nouvelles = try await essai.faire(VoirSesNouvelles(), par: etudiant).liste
    #expect(nouvelles.contains { $0.nature == .engagement(elu.id, .accepte) })
    let clos = try await bureau.refus {
      _ = try await essai.faire(RetirerUnEngagement(elu.id, version: 5), par: etudiant)
    }
    #expect(clos == .etat(.engagementClos))
  }

  @Test("compléter sur demande, jusqu’au jour dit ; retirer", arguments: SQLEngine.allCases)
  func suite(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDEngagement(moteur)
    let (bureau, essai) = (terrain.bureau, terrain.bureau.essai)
    let demande = try await terrain.deposer(.pompier, "Garde")
    let incomplete = try await essai.faire(
      DemanderUnComplement(
        demande.id,
        motif: "attestation illisible",
        avant: try BureauDEssai.jour("2026-03-10"),
        version: demande.version,
      )
    )
    let seance = try await essai.faire(
      ReunirUneCommission(.essai, le: BureauDEssai.jour("2026-03-10"), lieu: "")
    )
    func rejeter() -> StatuerSurUnEngagement {
      StatuerSurUnEngagement(
        demande.id,
        .init(commission: seance.id, .rejetee, motif: "pièce toujours illisible"),
        version: incomplete.version,
      )
    }
    try essai.horloge.regler("2026-03-10")
    let tot = try await bureau.refus { _ = try await essai.faire(rejeter()) }
    #expect(tot == .etat(.engagementACompleter(try BureauDEssai.jour("2026-03-10"))))
    try essai.horloge.regler("2026-03-11")
    func completer() -> CompleterUnEngagement {
      CompleterUnEngagement(
        demande.id,
        description: "Une garde par semaine.",
        pieces: [],
        version: incomplete.version,
      )
    }
    let tard = try await bureau.refus { _ = try await essai.faire(completer()) }
    #expect(tard == .etat(.complementTardif(try BureauDEssai.jour("2026-03-10"))))
    try essai.horloge.regler("2026-03-10")
    let complete = try await essai.faire(completer())
    #expect(complete.etat == .deposee && complete.pieces.count == 2)
    let retiree = try await essai.faire(
      RetirerUnEngagement(demande.id, version: complete.version)
    )
    #expect(retiree.etat == .retiree(le: try BureauDEssai.jour("2026-03-10")))
    // What was given up may be asked for again.
    try essai.horloge.regler("2025-11-03")
    _ = try await terrain.deposer(.pompier, "Garde")
  }
}
