import Actes
import Echanges
import SQL
import Scolarite
import Testing

@Suite("BTS : la session exceptionnelle de 2021")
struct SessionBTSTests {
  /// A department and its sessions.
  private struct Terrain {
    let bureau: BureauDEssai
    let bts: BTSDEssai

    init(_ moteur: SQLEngine) async throws {
      bureau = try await BureauDEssai(moteur)
      bts = try await BTSDEssai(
        bureau.promotion.departement,
        bureau.etudiant,
        bureau.essai,
      )
    }

    var essai: RegistreDEssai { bureau.essai }

    func relire(_ inscription: InscriptionBTS) async throws -> InscriptionBTS {
      let lue = try await essai.lire { [id = inscription.id] in try $0.inscriptionBTS(id) }
      return try #require(lue)
    }

    func refus<A: Acte>(_ acte: A) async throws -> Refus? {
      try await bureau.refus { _ = try await essai.faire(acte) }
    }
  }

  /// What stands of a refusal that cites an article.
  private func obstacle(_ refus: Refus?) -> ObstacleBTS? {
    switch refus {
    case .regle(_, .bts(let obstacle)), .etat(.bts(let obstacle)): obstacle
    default: nil
    }
  }

  @Test("de la clôture des résultats à l’admission", arguments: SQLEngine.allCases)
  func admission(_ moteur: SQLEngine) async throws {
    let terrain = try await Terrain(moteur)
    let fiche = try await terrain.essai.bureau.demander(
      VoirUnCandidatBTS(terrain.bts.note.id),
      par: .console("essai"),
      dans: terrain.essai.iut,
    )
    let resultat = try #require(fiche.resultat)
    #expect(resultat.avant.valeur == 9)
    // General: 6 of 24 at 12; professional: 6 of 24 at 12; the CCF and the training stay at 9.
    #expect(resultat.apres.valeur == Fraction(21, sur: 2))
    #expect(resultat.admis.valeur && resultat.remplace.values.allSatisfy { $0 })
    try await terrain.essai.faire(CloreUneSessionBTS(terrain.bts.aClore, version: 2))
    let session = try await terrain.essai.lire { [id = terrain.bts.aClore] in
      try $0.sessionBTS(id)
    }
    #expect(session?.close != nil)
    let apres = try await terrain.refus(
      NoterUnOralBTS(terrain.bts.note.id, .general, nil, version: terrain.bts.note.version)
    )
    guard case .close = obstacle(apres) else {
      Issue.record("\(String(describing: apres))")
      return
    }
  }

  @Test("le cas des deux oraux meilleurs, de la spécialité à l’admission")
  func deuxOraux() async throws {
    let terrain = try await Terrain(.sqlite)
    let essai = terrain.essai
    let lignes = [
      ("CGE", "general", 3, "ponctuelle", 7), ("Maths", "general", 3, "ponctuelle", 8),
      ("Anglais", "general", 2, "ccf", 11), ("E4", "professionnel", 5, "ponctuelle", 9),
      ("E5", "professionnel", 4, "ponctuelle", 8), ("E6", "professionnel", 4, "stage", 12),
    ]
    let epreuves = lignes.map { code, domaine, coefficient, forme, _ in
      #"{"code": "\#(code)", "intitule": "\#(code)", "domaine": "\#(domaine)", "#
        + #""coefficient": \#(coefficient), "forme": "\#(forme)"}"#
    }
    let specialite =
      #"{"format": "delibere/specialites-bts/1", "specialites": [{"code": "W", "intitule": "W", "#
      + #""source": "essai", "epreuves": [\#(epreuves.joined(separator: ", "))]}]}"#
    let session = try await essai.faire(
      OuvrirUneSessionBTS(
        departement: terrain.bureau.promotion.departement,
        specialite: .json(specialite),
      )
    )
    let candidat = try await essai.faire(
      InscrireUnCandidatBTS(session: session.id, nip: "w100", nom: "Weiss", prenom: "Alix")
    )
    var resultats: [String: InscriptionBTS.Resultat] = [:]
    for ligne in lignes { resultats[ligne.0] = .note(try #require(Note(Decimale(ligne.4)))) }
    try await essai.faire(
      SaisirLesResultatsBTS(candidat.id, resultats, livret: "", version: 1)
    )
    try await essai.faire(DeciderPourUnCandidatBTS(candidat.id, autorise: true, version: 2))
    let jour = try BureauDEssai.jour("2021-07-05")
    try await essai.faire(ProclamerUneSessionBTS(session.id, le: jour, version: 1))
    try await essai.faire(ConvoquerDesCandidatsBTS(session.id, [candidat.id], le: jour))
    try await essai.faire(ChoisirUneDisciplineBTS(candidat.id, "Maths", version: 4))
    func tenir(_ domaine: CandidatBTS.Domaine, _ heure: String, _ note: Int, _ version: Int64)
      async throws
    {
      let debut = try BureauDEssai.instant("2021-07-12T\(heure)")
      try await essai.faire(
        FixerUnOralBTS(candidat.id, domaine, .init(debut: debut, salle: "A"), version: version)
      )
      try await essai.faire(
        NoterUnOralBTS(
          candidat.id,
          domaine,
          .note(try #require(Note(Decimale(note)))),
          version: version + 1,
        )
      )
    }
    try await tenir(.general, "09:00", 10, 5)
    try await tenir(.professionnel, "10:00", 11, 7)
    let fiche = try await essai.bureau.demander(
      VoirUnCandidatBTS(candidat.id),
      par: .console("essai"),
      dans: essai.iut,
    )
    let resultat = try #require(fiche.resultat)
    #expect(resultat.avant.valeur == Fraction(64, sur: 7))
    #expect(resultat.apres.valeur == Fraction(229, sur: 21))
    #expect(resultat.admis.valeur)
    #expect(resultat.convocationDansLeDelai?.valeur == true)
  }

  @Test("une absence ne laisse se présenter qu’avec sa pièce", arguments: SQLEngine.allCases)
  func absence(_ moteur: SQLEngine) async throws {
    let terrain = try await Terrain(moteur)
    let avant = terrain.bts.aDecider
    func saisir(_ piece: String?) async throws -> InscriptionBTS {
      let version = try await terrain.relire(avant).version
      try await terrain.essai.faire(
        SaisirLesResultatsBTS(
          avant.id,
          BTSDEssai.resultats(10, sauf: ["E1": .absence(piece: piece)]),
          livret: "",
          version: version,
        )
      )
      return try await terrain.relire(avant)
    }
    let sans = try await saisir(nil)
    let refus = try await terrain.refus(
      DeciderPourUnCandidatBTS(avant.id, autorise: true, version: sans.version)
    )
    #expect(obstacle(refus) == .absenceSansPiece(["E1"]))
    guard case .regle(let article, _) = refus else {
      Issue.record("the article is cited")
      return
    }
    #expect(article.contains("2-2"))
    let avec = try await saisir("certificat médical du 3 juin")
    #expect(avec.resultats["E1"] == .absence(piece: "certificat médical du 3 juin"))
    try await terrain.essai.faire(
      DeciderPourUnCandidatBTS(avant.id, autorise: true, version: avec.version)
    )
    #expect(try await terrain.relire(avant).decision?.autorise == true)
  }

  @Test("le jury motive un refus, et n’a rien à dire de qui atteint 10")
  func jury() async throws {
    let terrain = try await Terrain(.sqlite)
    let avant = terrain.bts.aDecider
    let sansMotif = try await terrain.refus(
      DeciderPourUnCandidatBTS(avant.id, autorise: false, version: avant.version)
    )
    #expect(sansMotif == .etat(.motifManquant))
    let session = avant.session
    let tropTot = try await terrain.refus(
      ProclamerUneSessionBTS(session, le: BureauDEssai.jour("2021-07-05"), version: 1)
    )
    #expect(obstacle(tropTot) == .decisionsManquantes(1))
    try await terrain.essai.faire(
      SaisirLesResultatsBTS(
        avant.id,
        BTSDEssai.resultats(10),
        livret: "",
        version: avant.version,
      )
    )
    let atteinte = try await terrain.refus(
      DeciderPourUnCandidatBTS(avant.id, autorise: true, version: avant.version + 1)
    )
    #expect(obstacle(atteinte) == .moyenneAtteinte)
    let autreAnnee = try await terrain.refus(
      ProclamerUneSessionBTS(session, le: BureauDEssai.jour("2022-07-05"), version: 1)
    )
    guard case .regle(_, .horsPeriode) = autreAnnee else {
      Issue.record("\(String(describing: autreAnnee))")
      return
    }
    try await terrain.essai.faire(
      ProclamerUneSessionBTS(session, le: BureauDEssai.jour("2021-07-05"), version: 1)
    )
    let fige = try await terrain.refus(
      SaisirLesResultatsBTS(avant.id, [:], livret: "", version: avant.version + 1)
    )
    #expect(obstacle(fige) == .proclamee(try BureauDEssai.jour("2021-07-05")))
  }

  @Test(
    "la convocation part dans les huit jours, le neuvième demande son motif",
    arguments: [("2021-07-05", true), ("2021-07-13", true), ("2021-07-14", false)],
  )
  func huitJours(_ jour: String, _ aTemps: Bool) async throws {
    let terrain = try await Terrain(.sqlite)
    let (session, inscription) = (terrain.bts.proclamee, terrain.bts.enRattrapage)
    func convoquer(_ retard: String?) throws -> ConvoquerDesCandidatsBTS {
      ConvoquerDesCandidatsBTS(
        session,
        [inscription.id],
        le: try BureauDEssai.jour(jour),
        retard: retard,
      )
    }
    let refus = try await terrain.refus(try convoquer(nil))
    #expect((refus == nil) == aTemps)
    guard !aTemps else {
      #expect(try await terrain.relire(inscription).convocation?.retard == nil)
      return
    }
    #expect(obstacle(refus) == .convocationTardive(try BureauDEssai.jour("2021-07-13")))
    try await terrain.essai.faire(try convoquer("panne du serveur"))
    #expect(try await terrain.relire(inscription).convocation?.retard == "panne du serveur")
  }

  @Test("la discipline est l’une de la liste, avant que l’oral n’ait une date")
  func discipline() async throws {
    let terrain = try await Terrain(.sqlite)
    let avant = terrain.bts.enRattrapage
    func choisir(_ discipline: String, _ version: Int64) -> ChoisirUneDisciplineBTS {
      ChoisirUneDisciplineBTS(avant.id, discipline, version: version)
    }
    func fixer(_ domaine: CandidatBTS.Domaine, _ debut: String, _ version: Int64) throws
      -> FixerUnOralBTS
    {
      FixerUnOralBTS(
        avant.id,
        domaine,
        .init(debut: try BureauDEssai.instant(debut), salle: "B12"),
        version: version,
      )
    }
    let hors = try await terrain.refus(choisir("Mathématiques", avant.version))
    // The speciality has no list: the two disciplines tied at the highest coefficient.
    #expect(
      obstacle(hors)
        == .horsDeLaListe(["Culture générale et expression", "Sciences physiques appliquées"])
    )
    let sansChoix = try await terrain.refus(fixer(.general, "2021-07-16T09:00", avant.version))
    #expect(obstacle(sansChoix) == .disciplineManquante)
    let candidat = try await terrain.bureau.enPersonne(avant.etudiant)
    try await terrain.essai.faire(
      choisir("Sciences physiques appliquées", avant.version),
      par: candidat,
    )
    let choisi = try await terrain.relire(avant)
    #expect(choisi.choix?.parLeCandidat == true)
    let avantProclamation = try await terrain.refus(
      try fixer(.general, "2021-07-04T09:00", choisi.version)
    )
    #expect(
      obstacle(avantProclamation) == .avantLaProclamation(try BureauDEssai.jour("2021-07-05"))
    )
    try await terrain.essai.faire(try fixer(.general, "2021-07-16T09:00", choisi.version))
    let fixe = try await terrain.refus(choisir(BTSDEssai.discipline, choisi.version + 1))
    #expect(obstacle(fixe) == .oralFixe)
    let ensemble = try await terrain.refus(
      try fixer(.professionnel, "2021-07-16T09:19", choisi.version + 1)
    )
    #expect(obstacle(ensemble) == .oralEnMemeTemps)
    try await terrain.essai.faire(
      try fixer(.professionnel, "2021-07-16T09:20", choisi.version + 1)
    )
    let note = try await terrain.refus(
      NoterUnOralBTS(avant.id, .general, .absence, version: choisi.version + 2)
    )
    #expect(obstacle(note) == .nonConvoque)
    let close = try await terrain.refus(CloreUneSessionBTS(terrain.bts.proclamee, version: 2))
    #expect(obstacle(close) == .orauxManquants(2))
  }

  @Test("rien n’est lu avant la proclamation, ni des oraux avant la clôture")
  func cache() async throws {
    let terrain = try await Terrain(.sqlite)
    let candidat = try await terrain.bureau.enPersonne(terrain.bureau.etudiant)
    func lues() async throws -> [Identifiant<SessionBTS>: FicheBTS] {
      let fiches = try await terrain.essai.bureau.demander(
        VoirSesSessionsBTS(terrain.bureau.etudiant),
        par: .utilisateur(candidat.id),
        dans: terrain.essai.iut,
      )
      return Dictionary(uniqueKeysWithValues: fiches.map { ($0.session.id, $0) })
    }
    let avant = try await lues()
    let cachee = try #require(avant[terrain.bts.aDecider.session])
    #expect(cachee.resultat == nil && cachee.inscription.resultats.isEmpty)
    #expect(cachee.inscription.livret.isEmpty)
    let enCours = try #require(avant[terrain.bts.aClore])
    #expect(enCours.resultat?.apres.valeur == 9)
    #expect(enCours.inscription.oraux.values.allSatisfy { $0.issue == nil })
    try await terrain.essai.faire(CloreUneSessionBTS(terrain.bts.aClore, version: 2))
    let close = try #require(try await lues()[terrain.bts.aClore])
    #expect(close.resultat?.admis.valeur == true)
    #expect(close.inscription.oraux[.general]?.note != nil)
  }

  @Test("les oraux d’un candidat convoqué sont à son calendrier, avant la clôture")
  func agenda() async throws {
    let terrain = try await Terrain(.sqlite)
    try terrain.essai.horloge.regler("2021-07-14")
    let candidat = try await terrain.essai.faire(
      CreerUnUtilisateur(
        .init(identifiant: "candidat", nom: "Candidat", etudiant: terrain.bureau.etudiant)
      )
    )
    _ = try await terrain.essai.faire(
      DonnerUnRole(
        .etudiant,
        sur: .etudiant(terrain.bureau.etudiant),
        a: candidat.id,
        depuis: BureauDEssai.jour("2021-07-01"),
      )
    )
    let agenda = try await terrain.essai.bureau.demander(
      VoirSonCalendrier(),
      par: .utilisateur(candidat.id),
      dans: terrain.essai.iut,
    )
    let oraux = agenda.evenements.filter { $0.cle.hasPrefix("oral-bts") }
    #expect(oraux.map(\.titre) == ["BTS, oral général", "BTS, oral professionnel"])
    #expect(oraux.first?.details == ["Salle B12", BTSDEssai.discipline])
  }

  @Test("une liste se voit, se reprend, et nomme ses fautes", arguments: SQLEngine.allCases)
  func liste(_ moteur: SQLEngine) async throws {
    let terrain = try await Terrain(moteur)
    let specialite = try #require(try SpecialiteBTS.embarquees().first { $0.code == "ELT" })
    func lire(_ lignes: String...) throws -> [LigneDeBTS] {
      let texte =
        "Numéro étudiant;Nom;Prénom;E1;E2;E31;E32;E41;E42;E5;E6;Livret;Justificatif\n"
        + lignes.joined(separator: "\n")
      return try FeuillesDEchange().candidatsBTS(
        FeuilleRecue(nom: "bts.csv", octets: Array(texte.utf8)),
        specialite,
      ).lignes
    }
    let lues = try lire(
      "b1;Martin;Léa;9;10;11;8;ABJ;7,5;12;13;Régulière;certificat",
      "b2;Durand;Noé;ABI;10;11;8;9;7,5;12;13;;",
    )
    #expect(lues[0].resultats["E41"] == .absence(piece: "certificat"))
    #expect(lues[1].resultats["E1"] == .absence(piece: nil))
    let session = terrain.bts.normale
    let plan = try await terrain.essai.bureau.demander(
      PrevoirUneListeBTS(session, lues),
      par: .console("essai"),
      dans: terrain.essai.iut,
    )
    #expect(plan.lignes(.ajout).count == 2)
    #expect(try await terrain.essai.lire { try $0.inscriptionsBTS(session) }.isEmpty)
    _ = try await terrain.essai.faire(ImporterUneListeBTS(session, lues, source: "bts.csv"))
    let encore = try await terrain.essai.faire(
      ImporterUneListeBTS(session, lues, source: "bts.csv")
    )
    #expect(encore.lignes(.rien).count == 2)
    let inscrits = try await terrain.essai.lire { try $0.inscriptionsBTS(session) }
    #expect(inscrits.map(\.livret) == ["Régulière", ""])
    #expect(throws: FeuilleRefusee.self) {
      try lire("b3;Petit;Ana;21;10;11;8;9;7,5;12;13;;")
    }
    do {
      _ = try lire("b3;Petit;Ana;9;10;ABJ;8;9;EXC;12;13;;")
      Issue.record("faults are refused")
    } catch let refusee as FeuilleRefusee {
      #expect(refusee.lignes.count == 2)
      #expect(refusee.lignes[0].contains("F2") && refusee.lignes[0].contains("Justificatif"))
      #expect(refusee.lignes[1].contains("I2"))
    }
    let autre = try await terrain.refus(
      ImporterUneListeBTS(session, try lire("b1;Autre;Léa;9;10;11;8;9;7,5;12;13;;"), source: "?")
    )
    guard case .donnees(let fautes) = autre else {
      Issue.record("\(String(describing: autre))")
      return
    }
    #expect(fautes.count == 1)
  }

  @Test("l’accompagnement se propose, puis on dit ce qu’il est devenu")
  func accompagnement() async throws {
    let terrain = try await Terrain(.sqlite)
    let avant = terrain.bts.enRattrapage
    func offert(_ suite: InscriptionBTS.Accompagnement.Suite) throws
      -> InscriptionBTS.Accompagnement
    {
      .init(
        nature: .seance,
        jour: try BureauDEssai.jour("2021-07-08"),
        texte: "Synthèse de documents, M. Blanc",
        suite: suite,
      )
    }
    try await terrain.essai.faire(
      AccompagnerUnCandidatBTS(avant.id, try offert(.propose), version: avant.version)
    )
    try await terrain.essai.faire(
      AccompagnerUnCandidatBTS(
        avant.id,
        try offert(.suivi),
        rang: 0,
        version: avant.version + 1,
      )
    )
    #expect(try await terrain.relire(avant).accompagnements == [try offert(.suivi)])
    let conflit = try await terrain.refus(
      AccompagnerUnCandidatBTS(avant.id, try offert(.decline), version: avant.version)
    )
    #expect(conflit?.estUnConflit == true)
  }

  @Test("les spécialités fournies se relisent, et une autre se donne en JSON")
  func specialites() async throws {
    let formats = FormatsDEchange()
    #expect(formats.specialitesBTS.count == 2)
    for specialite in formats.specialitesBTS {
      #expect(specialite.aConfirmer)
      #expect(try formats.specialiteBTS(formats.texte(specialite)) == specialite)
    }
    let terrain = try await Terrain(.sqlite)
    let refus = try await terrain.refus(
      OuvrirUneSessionBTS(
        departement: terrain.bureau.promotion.departement,
        specialite: .json(#"{"format": "delibere/specialites-bts/1", "specialites": []}"#),
      )
    )
    guard case .donnees(let fautes) = refus else {
      Issue.record("\(String(describing: refus))")
      return
    }
    #expect(fautes.map(\.lieu) == ["fichier"])
  }
}
