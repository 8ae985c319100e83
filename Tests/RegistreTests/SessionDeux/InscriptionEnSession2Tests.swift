import Actes
import Echanges
import SQL
import Scolarite
import Testing

@Suite("Session 2 : inscription")
struct InscriptionEnSession2Tests {
  private static let article = "procédure de session 2, § 3"

  @Test(
    "W95 : le 26 au soir est inscrit, le 27 non, la force majeure prouvée l’est, le silence renonce",
    arguments: SQLEngine.allCases,
  )
  func w95(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeSession2(moteur)
    let session = try await terrain.publier()
    let (a, b, c, d) = (
      terrain.etudiants[0], terrain.etudiants[1], terrain.etudiants[2], terrain.etudiants[3],
    )
    let campagne = session.campagne
    try terrain.essai.horloge.regler(a: "2026-06-26T23:59")
    let lui = try await terrain.enPersonne(a)
    let inscription = try await terrain.essai.faire(terrain.inscription(session, a), par: lui)
    let accuse = try await terrain.essai.lire { try $0.accuseDeSession2(a, campagne) }
    #expect(accuse?.recu == inscription.recu && accuse?.ues == inscription.ues)
    #expect(accuse?.reference.hasPrefix("S2-\(campagne)-") == true)
    try terrain.essai.horloge.regler(a: "2026-06-27T00:00")
    let ferme = Refus.regle(
      article: Self.article,
      .campagneFermee(du: session.ouverture, au: session.limiteInscription),
    )
    let elle = try await terrain.enPersonne(b)
    #expect(try await terrain.refus(terrain.inscription(session, b), par: elle) == ferme)
    // Nor can the secretariat, even with a reason and a document: one asks, and the head decides.
    let force = InscrireEnSession2(
      campagne: campagne,
      etudiant: b,
      ues: inscription.ues,
      forceMajeure: "hospitalisation",
      fichier: try await terrain.piece(b),
    )
    #expect(try await terrain.refus(force, par: terrain.secretariat) == ferme)
    let tiers = try await terrain.enPersonne(c)
    func demande(_ fichier: String?) -> DemanderUneInscriptionTardive {
      DemanderUneInscriptionTardive(
        campagne: campagne,
        etudiant: c,
        ues: inscription.ues,
        texte: "hospitalisation du 20 au 26 juin",
        fichier: fichier,
      )
    }
    #expect(
      try await terrain.refus(demande(nil), par: tiers)
        == .regle(article: Self.article, .pieceManquante)
    )
    let deposee = try await terrain.essai.faire(demande(terrain.piece(c)), par: tiers)
    let muets = try await terrain.essai.faire(ConstaterLesRenoncements(campagne))
    #expect(muets == [b, c, d].sorted())
    #expect(try await terrain.essai.faire(ConstaterLesRenoncements(campagne)) == [])
    func decision(_ motif: String) -> DeciderDUneInscriptionTardive {
      DeciderDUneInscriptionTardive(deposee.id, accepte: true, motif: motif, version: 1)
    }
    #expect(
      try await terrain.refus(decision("prouvée"), par: terrain.secretariat)
        == .interdit(.deciderEnSession2)
    )
    let chef = try await terrain.essai.utilisateur(.responsableDeDepartement, sur: .etablissement)
    #expect(try await terrain.refus(decision(""), par: chef) == .etat(.motifManquant))
    _ = try await terrain.essai.faire(decision("certificat de l’hôpital"), par: chef)
    #expect(try await terrain.refus(decision("encore"), par: chef) == .etat(.demandeTraitee))
    let reponses = try await terrain.essai.lire { try $0.reponsesDeSession2(campagne) }
    #expect(reponses[a] == .inscrit(inscription.ues) && reponses[c] == .inscrit(inscription.ues))
    #expect(reponses[b] == .silence && reponses[d] == .silence)
    let inscrits = try await terrain.essai.lire { try $0.inscritsEnSession2(campagne) }
    #expect(inscrits.map(\.etudiant) == [a, c].sorted())
    let etapes = try await terrain.essai.lire { try $0.etapesDeSession2(campagne) }
    #expect(etapes[.inscriptions] == (try BureauDEssai.jour("2026-06-27")))
    let nouvelles = try await terrain.essai.faire(NouvellesDUnEtudiant(c, apres: nil))
    #expect(nouvelles.contains { $0.nature == .session2(.tardive(.accepte)) })
  }

  @Test(
    "avant la publication, une UE acquise, un autre étudiant : refusés",
    arguments: SQLEngine.allCases,
  )
  func refus(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeSession2(moteur)
    let etudiant = terrain.etudiants[0]
    let lui = try await terrain.enPersonne(etudiant)
    let ouverte = try await terrain.ouvrir()
    let tot = try await terrain.refus(terrain.inscription(ouverte, etudiant), par: lui)
    #expect(tot == .etat(.admissibiliteNonPubliee))
    try terrain.essai.horloge.regler(a: "2026-06-12T14:00")
    let session = try await terrain.essai.faire(
      PublierLAdmissibilite(ouverte.campagne, version: ouverte.version),
      par: terrain.secretariat,
    )
    let lignes = try await terrain.essai.lire {
      try $0.admissibilites(etudiant, session.campagne)
    }
    let acquise = try #require(lignes.first { $0.raison == .acquise }?.ue)
    let fermee = try await terrain.refus(
      terrain.inscription(session, etudiant, [acquise.texte]),
      par: lui,
    )
    #expect(fermee == .regle(article: "procédure de session 2, § 2", .ueFermee(acquise)))
    let autre = try await terrain.enPersonne(terrain.etudiants[1])
    let pourUnAutre = try await terrain.refus(
      terrain.inscription(session, etudiant),
      par: autre,
    )
    #expect(pourUnAutre == .interdit(.gererLesCampagnes))
    let tardive = DemanderUneInscriptionTardive(
      campagne: session.campagne,
      etudiant: etudiant,
      ues: [acquise],
      texte: "?",
      fichier: nil,
    )
    #expect(
      try await terrain.refus(tardive, par: lui)
        == .etat(.inscriptionOuverte(jusqua: session.limiteInscription))
    )
    let muets = try await terrain.refus(
      ConstaterLesRenoncements(session.campagne),
      par: terrain.secretariat,
    )
    #expect(muets == .etat(.inscriptionOuverte(jusqua: session.limiteInscription)))
  }

  @Test(
    "une réponse se change jusqu’à la limite, se renvoie sans doublon, et se retire",
    arguments: SQLEngine.allCases,
  )
  func changement(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeSession2(moteur)
    let session = try await terrain.publier()
    let etudiant = terrain.etudiants[0]
    let lui = try await terrain.enPersonne(etudiant)
    let premiere = try await terrain.essai.faire(
      terrain.inscription(session, etudiant),
      par: lui,
    )
    let renvoyee = try await terrain.essai.faire(
      terrain.inscription(session, etudiant),
      par: lui,
    )
    #expect(renvoyee == premiere)
    let perdue = try await terrain.refus(
      terrain.inscription(session, etudiant, []),
      par: lui,
    )
    #expect(perdue?.estUnConflit == true)
    let retiree = try await terrain.essai.faire(
      terrain.inscription(session, etudiant, [], version: 1),
      par: lui,
    )
    #expect(retiree.ues.isEmpty && retiree.version == 2)
    let reponses = try await terrain.essai.lire { try $0.reponsesDeSession2(session.campagne) }
    #expect(reponses == [etudiant: .renonce])
    try terrain.essai.horloge.regler(a: "2026-06-27T00:00")
    let cloture = ClotureDesInscriptions(terrain.essai.bureau, dans: terrain.essai.iut)
    // An answer of the last second may still wait for its turn.
    #expect(try await cloture.relever() == 0)
    try terrain.essai.horloge.regler(a: "2026-06-27T00:01")
    #expect(try await cloture.relever() == 1)
    #expect(try await cloture.relever() == 0)
    let apres = try await terrain.essai.lire { try $0.reponsesDeSession2(session.campagne) }
    #expect(apres[etudiant] == .renonce)
    #expect(apres.values.count { $0 == .silence } == terrain.etudiants.count - 1)
  }

  @Test(
    "l’heure d’arrivée décide, quelle que soit celle où vient le tour d’écrire",
    arguments: SQLEngine.allCases,
  )
  func arrivee(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeSession2(moteur)
    let session = try await terrain.publier()
    let (essai, etudiant) = (terrain.essai, terrain.etudiants[0])
    let lui = try await terrain.enPersonne(etudiant)
    func arrive(_ instant: String, _ millisecondes: Int64) async throws -> InscriptionEnSession2 {
      try await essai.bureau.faire(
        terrain.inscription(session, etudiant),
        par: .utilisateur(lui.id),
        dans: essai.iut,
        arrivee: Moment(
          horodatage: Horodatage(millisecondes: millisecondes),
          instant: try BureauDEssai.instant(instant),
        ),
      )
    }
    try essai.horloge.regler(a: "2026-06-26T23:59")
    await #expect(throws: Refus.self) { try await arrive("2026-06-27T00:00", 1_782_511_200_000) }
    try essai.horloge.regler(a: "2026-06-27T00:00")
    let recue = try await arrive("2026-06-26T23:59", 1_782_511_199_999)
    let accuse = try await essai.lire { try $0.accuseDeSession2(etudiant, session.campagne) }
    #expect(recue.recu?.millisecondes == 1_782_511_199_999)
    #expect(accuse?.recu == recue.recu)
  }

  @Test(
    "l’étudiant voit ce que chaque choix peut changer, et ce qu’il a répondu",
    arguments: SQLEngine.allCases,
  )
  func sienne(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeSession2(moteur)
    let session = try await terrain.publier()
    let etudiant = terrain.etudiants[0]
    let lui = try await terrain.enPersonne(etudiant)
    let avant = try #require(
      try await terrain.essai.faire(VoirSaSessionDeux(etudiant), par: lui).sessions.first
    )
    #expect(avant.accuse == nil && !avant.estMuet)
    #expect(avant.lignes.contains { $0.ue.texte == TerrainDeSession2.ue && $0.estOuverte })
    #expect(avant.besoin != nil)
    _ = try await terrain.essai.faire(terrain.inscription(session, etudiant), par: lui)
    let apres = try await terrain.essai.faire(VoirSaSessionDeux(etudiant), par: lui)
    #expect(apres.sessions.first?.accuse?.ues.map(\.texte) == [TerrainDeSession2.ue])
    let autre = try await terrain.enPersonne(terrain.etudiants[1])
    let interdit = try await terrain.refus(VoirSaSessionDeux(etudiant), par: autre)
    #expect(interdit == .interdit(.deposerUneDemande))
  }

  @Test("ce que chaque choix peut changer suit ce sur quoi porte l’épreuve")
  func portee() async throws {
    let terrain = try await TerrainDeSession2(.sqlite)
    let session = try await terrain.publier()
    let lui = try await terrain.enPersonne(terrain.etudiants[0])
    func sujets() async throws -> [String] {
      let vue = try await terrain.essai.faire(VoirSaSessionDeux(terrain.etudiants[0]), par: lui)
      return vue.sessions.first?.besoin?.situation.epreuves.map(\.nom) ?? []
    }
    #expect(try await sujets().contains(TerrainDeSession2.ue))
    let epreuves = try await terrain.essai.lire { try $0.epreuvesDeSession2(session.campagne) }
    var epreuve = try #require(epreuves.first { $0.ue.texte == TerrainDeSession2.ue })
    let programme = try Bibliotheque { _ in nil }.programme("mmi-but1")
    let module = try #require(programme.ue(epreuve.ue)?.modules.first?.code)
    epreuve.durees = [.ecrit: 60]
    epreuve.porteSur = .modules([module.canonique])
    _ = try await terrain.essai.faire(ChoisirUneEpreuve(epreuve))
    #expect(try await sujets().contains("\(TerrainDeSession2.ue) (\(module.imprime))"))
  }
}
