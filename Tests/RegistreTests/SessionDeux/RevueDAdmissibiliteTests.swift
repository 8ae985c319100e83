import Actes
import Demonstration
import Echanges
import SQL
import Scolarite
import Testing

@Suite("Session 2 : l’admissibilité revue après une nouvelle délibération")
struct RevueDAdmissibiliteTests {
  private static let article = "procédure de session 2, § 2"

  private static func revoir(
    _ session: SessionDeRattrapage,
    _ etudiant: Identifiant<Etudiant>,
  ) -> RevoirLAdmissibilite { RevoirLAdmissibilite(session.campagne, etudiant) }

  private static func acquise(
    _ terrain: TerrainDeSession2,
    _ session: SessionDeRattrapage,
    _ etudiant: Identifiant<Etudiant>,
  ) async throws -> CodeUE {
    let lignes = try await terrain.essai.lire {
      try $0.admissibilites(etudiant, session.campagne)
    }
    return try #require(lignes.first { $0.raison == .acquise }?.ue)
  }

  @Test(
    "une UE acquise depuis se ferme et quitte l’inscription, pour l’étudiant rectifié seulement",
    arguments: SQLEngine.allCases,
  )
  func fermeture(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeSession2(moteur)
    let session = try await terrain.publier()
    let (campagne, promotion) = (session.campagne, terrain.promotion.id)
    let (lui, voisin) = (terrain.etudiants[0], terrain.etudiants[1])
    let ue = try #require(CodeUE(TerrainDeSession2.ue))
    _ = try await terrain.essai.faire(
      terrain.inscription(session, lui),
      par: terrain.enPersonne(lui),
    )
    let sansJury = Refus.regle(article: Self.article, .admissibiliteSansRectification)
    #expect(
      try await terrain.refus(Self.revoir(session, lui), par: terrain.secretariat) == sansJury
    )
    try terrain.essai.horloge.regler(a: "2026-06-16T09:00")
    try await terrain.rectifier(lui, en: ue, 20)
    let liste = try await terrain.essai.faire(VoirLAdmissibilite(campagne))
    #expect(liste.revisions.map(\.etudiant) == [lui])
    // Other UE that hold the same modules may close with it.
    #expect(liste.revisions.first?.fermees.contains(ue) == true)
    #expect(liste.revisions.first?.ouvertes == [])
    #expect(
      try await terrain.refus(Self.revoir(session, voisin), par: terrain.secretariat) == sansJury
    )
    let revue = try await terrain.essai.faire(
      Self.revoir(session, lui),
      par: terrain.secretariat,
    )
    #expect(revue.retirees == [ue] && revue.limite == nil && revue.inscription == 2)
    let (relue, lignes) = try await terrain.essai.lire {
      (try $0.revueDAdmissibilite(lui, campagne), try $0.admissibilites(lui, campagne))
    }
    #expect(relue == revue)
    #expect(lignes.first { $0.ue == ue }?.raison == .acquise)
    let inscription = try await terrain.essai.lire {
      try $0.inscriptionEnSession2(lui, promotion)
    }
    #expect(inscription?.ues == [] && inscription?.recu != nil)
    let entree = try await terrain.essai.lire {
      try $0.derniereEntree(Objet(.session2, promotion, lui))
    }
    #expect(entree?.contenu?.contains("\(ue.texte) non-acquise") == true)
    #expect(entree?.contenu?.contains("\(ue.texte) acquise") == true)
    let nouvelles = try await terrain.essai.faire(NouvellesDUnEtudiant(lui, apres: nil))
    #expect(nouvelles.first?.nature == .session2(.admissibiliteRevue))
    let fermee = try await terrain.refus(
      terrain.inscription(session, lui, version: 2),
      par: terrain.secretariat,
    )
    #expect(fermee == .regle(article: Self.article, .ueFermee(ue)))
    #expect(
      try await terrain.refus(Self.revoir(session, lui), par: terrain.secretariat) == sansJury
    )
    try await terrain.redeliberer(sur: voisin)
    #expect(
      try await terrain.refus(Self.revoir(session, voisin), par: terrain.secretariat)
        == .regle(article: Self.article, .admissibiliteInchangee)
    )
  }

  @Test(
    "une UE qui s’ouvre après la limite laisse sept jours à l’étudiant, et à lui seul",
    arguments: SQLEngine.allCases,
  )
  func ouverture(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeSession2(moteur)
    let session = try await terrain.publier()
    let campagne = session.campagne
    let (lui, voisin) = (terrain.etudiants[0], terrain.etudiants[1])
    let ue = try await Self.acquise(terrain, session, lui)
    try terrain.essai.horloge.regler(a: "2026-06-27T09:00")
    try await terrain.rectifier(lui, en: ue, 0)
    let revue = try await terrain.essai.faire(
      Self.revoir(session, lui),
      par: terrain.secretariat,
    )
    let limite = try BureauDEssai.instant("2026-07-04T23:59")
    #expect(revue.limite == limite && revue.retirees.isEmpty)
    let liste = try await terrain.essai.faire(VoirLAdmissibilite(campagne))
    #expect(liste.revisions.isEmpty)
    #expect(liste.lignes.filter { $0.limite == limite }.map(\.etudiant.id) == [lui])
    // Their own limit is not past: they are not silent yet.
    let muets = try await terrain.essai.faire(ConstaterLesRenoncements(campagne))
    #expect(muets == terrain.etudiants.filter { $0 != lui }.sorted())
    let compte = try await terrain.enPersonne(lui)
    let sienne = try await terrain.essai.faire(VoirSaSessionDeux(lui), par: compte)
    #expect(sienne.sessions.first?.session.limiteInscription == limite)
    #expect(sienne.sessions.first?.estMuet == false)
    try terrain.essai.horloge.regler(a: "2026-07-04T23:59")
    let tardive = DemanderUneInscriptionTardive(
      campagne: campagne,
      etudiant: lui,
      ues: [ue],
      texte: "?",
      fichier: nil,
    )
    #expect(
      try await terrain.refus(tardive, par: compte)
        == .etat(.inscriptionOuverte(jusqua: limite))
    )
    let deLAutre = try await terrain.refus(
      terrain.inscription(session, voisin),
      par: terrain.enPersonne(voisin),
    )
    #expect(
      deLAutre
        == .regle(
          article: "procédure de session 2, § 3",
          .campagneFermee(du: session.ouverture, au: session.limiteInscription),
        )
    )
    let inscription = try await terrain.essai.faire(
      terrain.inscription(session, lui, [ue.texte]),
      par: compte,
    )
    #expect(inscription.ues == [ue])
    try terrain.essai.horloge.regler(a: "2026-07-05T00:00")
    let tard = try await terrain.refus(
      terrain.inscription(session, lui, [ue.texte, TerrainDeSession2.ue], version: 1),
      par: compte,
    )
    #expect(
      tard
        == .regle(
          article: "procédure de session 2, § 3",
          .campagneFermee(du: session.ouverture, au: limite),
        )
    )
  }

  @Test(
    "qui ne répond pas dans sa propre limite renonce, une minute après elle",
    arguments: SQLEngine.allCases,
  )
  func silence(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeSession2(moteur)
    let session = try await terrain.publier()
    let lui = terrain.etudiants[0]
    let ue = try await Self.acquise(terrain, session, lui)
    try terrain.essai.horloge.regler(a: "2026-06-30T09:00")
    try await terrain.rectifier(lui, en: ue, 0)
    let revue = try await terrain.essai.faire(Self.revoir(session, lui))
    // A week would end after the eve of the first day.
    #expect(revue.limite == (try BureauDEssai.instant("2026-07-05T23:59")))
    let autres = try await terrain.essai.faire(ConstaterLesRenoncements(session.campagne))
    #expect(!autres.contains(lui) && autres.count == 3)
    let cloture = ClotureDesInscriptions(terrain.essai.bureau, dans: terrain.essai.iut)
    try terrain.essai.horloge.regler(a: "2026-07-06T00:00")
    #expect(try await cloture.relever() == 0)
    try terrain.essai.horloge.regler(a: "2026-07-06T00:01")
    #expect(try await cloture.relever() == 1)
    let reponses = try await terrain.essai.lire { [campagne = session.campagne] in
      try $0.reponsesDeSession2(campagne)
    }
    #expect(reponses[lui] == .silence)
  }

  @Test("le jour des épreuves venu, rien ne s’ouvre plus")
  func tropTard() async throws {
    let terrain = try await TerrainDeSession2(.sqlite)
    let session = try await terrain.publier()
    let lui = terrain.etudiants[0]
    let ue = try await Self.acquise(terrain, session, lui)
    try terrain.essai.horloge.regler(a: "2026-07-06T08:00")
    try await terrain.rectifier(lui, en: ue, 0)
    #expect(
      try await terrain.refus(Self.revoir(session, lui), par: terrain.secretariat)
        == .regle(
          article: "procédure de session 2, § 3",
          .limitePassee(try BureauDEssai.jour("2026-07-05")),
        )
    )
  }
}

extension TerrainDeSession2 {
  /// Gives a student 0, or the highest mark, to every test of a UE, and has the jury deliberate again on it.
  fileprivate func rectifier(
    _ etudiant: Identifiant<Etudiant>,
    en ue: CodeUE,
    _ note: Decimale,
  ) async throws {
    let promotion = promotion.id
    let sienne = try #require(try Bibliotheque { _ in nil }.programme("mmi-but1").ue(ue))
    let modules = Set(sienne.modules.map(\.code.canonique))
    let (evaluations, notes) = try await essai.lire { registre in
      (
        try registre.evaluations(promotion).filter { modules.contains($0.module) },
        try registre.notes(etudiant: etudiant, promotion: promotion),
      )
    }
    for ancienne in notes {
      guard let bareme = evaluations.first(where: { $0.id == ancienne.evaluation })?.bareme else {
        continue
      }
      _ = try await essai.faire(
        SaisirUneNote(
          evaluation: ancienne.evaluation,
          etudiant: etudiant,
          entree: .note(try #require(Note(note == 0 ? 0 : bareme, sur: bareme))),
          version: ancienne.version,
          motif: "copies échangées",
        )
      )
    }
    try await redeliberer(sur: etudiant)
  }

  /// Has the jury deliberate again on a student.
  fileprivate func redeliberer(sur etudiant: Identifiant<Etudiant>) async throws {
    let promotion = promotion.id
    let jury = try #require(
      try await essai.lire { try $0.jurys(promotion) }.first { $0.rectification == nil }
    )
    var nouveau = try await essai.faire(
      RouvrirPourErreurMaterielle(
        jury: jury.id,
        etudiants: [etudiant],
        date: jury.date,
        preuve: "copies échangées",
      )
    )
    nouveau.membres = [.init(nom: "Dominique Chaire", qualite: .president, present: true)]
    let reuni = try await essai.faire(ModifierUnJury(nouveau))
    try await essai.adopter([etudiant], en: reuni)
    _ = try await essai.faire(CloreUnJury(reuni.id, version: reuni.version))
  }
}
