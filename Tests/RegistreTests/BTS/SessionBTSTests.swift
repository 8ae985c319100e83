import Actes
import SQL
import Scolarite
import Testing

@Suite("BTS : la session exceptionnelle de 2021")
struct SessionBTSTests {
  @Test("de la clôture des résultats à l’admission", arguments: SQLEngine.allCases)
  func admission(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainBTS(moteur)
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
    guard case .close = apres?.obstacleBTS else {
      Issue.record("\(String(describing: apres))")
      return
    }
  }

  @Test("le cas des deux oraux meilleurs, de la spécialité à l’admission")
  func deuxOraux() async throws {
    let terrain = try await TerrainBTS(.sqlite)
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

  @Test("rien n’est lu avant la proclamation, ni des oraux avant la clôture")
  func cache() async throws {
    let terrain = try await TerrainBTS(.sqlite)
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
    let terrain = try await TerrainBTS(.sqlite)
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
}
