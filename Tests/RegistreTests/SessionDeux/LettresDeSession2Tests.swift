import Actes
import Coffre
import SQL
import Scolarite
import Testing

@Suite("Session 2 : lettres")
struct LettresDeSession2Tests {
  /// What the one letter of an edition says.
  static func lettre(_ edition: EditeurDeDocuments.Edition) throws -> LettreDeSession2 {
    guard case .session2(let lettre)? = edition.documents.first?.contenu else {
      throw PasUneLettre()
    }
    return lettre
  }

  private struct PasUneLettre: Error {}

  // MARK: Contestations

  /// A copy that may be seen, asked for by its student once the jury has closed.
  private static func demandee(_ terrain: TerrainDeCopies) async throws
    -> (consultation: ConsultationDeCopie, lui: Utilisateur)
  {
    let lui = try await terrain.bureau.enPersonne(terrain.bureau.etudiant)
    try await terrain.verser(["6,25", "8", "15"])
    try terrain.essai.horloge.regler(a: "2026-07-06T17:00")
    try await terrain.clore(try await terrain.jury(le: "2026-07-06"))
    let consultation = try await terrain.essai.faire(
      DemanderSaCopie(terrain.epreuve.id, de: terrain.bureau.etudiant),
      par: lui,
    )
    return (consultation, lui)
  }

  /// Gives a day, and writes that the copy was seen then.
  private static func tenir(_ consultation: ConsultationDeCopie, _ terrain: TerrainDeCopies)
    async throws -> ConsultationDeCopie
  {
    let quand = try BureauDEssai.instant("2026-07-08T10:30")
    let fixee = try await terrain.essai.faire(
      FixerUneConsultation(consultation.id, .init(quand: quand, lieu: "Bureau 12"), version: 1),
      par: terrain.secretariat,
    )
    try terrain.essai.horloge.regler(a: "2026-07-08T11:00")
    return try await terrain.essai.faire(
      ConstaterUneConsultation(
        consultation.id,
        .init(quand: quand, observations: ""),
        version: fixee.version,
      ),
      par: terrain.secretariat,
    )
  }

  @Test(
    "une contestation : rien avant d’être dit, puis la convocation, puis la réponse et les recours",
    arguments: SQLEngine.allCases,
  )
  func maintenue(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeCopies(moteur)
    let edition = EditionDEssai(terrain.essai)
    let (consultation, lui) = try await Self.demandee(terrain)
    let cible = DemandeDeDocuments.Cible.consultationDeCopie(consultation.id)
    for nature in [NatureDeDocument.convocationAConsulter, .reponseAContestation] {
      let tot = try await terrain.bureau.refus {
        _ = try await edition.editer(nature, sur: cible, par: lui)
      }
      #expect(tot == .etat(.documentSansObjet(.sansProcedure)), "\(nature)")
    }
    let tenue = try await Self.tenir(consultation, terrain)
    let convocation = try await edition.editer(.convocationAConsulter, sur: cible, par: lui)
    let appel = try Self.lettre(convocation)
    #expect(appel.decision == "La consultation a lieu le 8 juillet 2026 à 10 h 30, Bureau 12.")
    #expect(appel.recours == .aucun)
    _ = try await terrain.essai.faire(
      MaintenirUneNote(consultation.id, motif: "Le barème est le même.", version: tenue.version),
      par: terrain.secretariat,
    )
    let reponse = try await edition.editer(
      .reponseAContestation,
      sur: cible,
      par: terrain.secretariat,
    )
    let lettre = try Self.lettre(reponse)
    #expect(lettre.decision == "Votre note est maintenue par décision du 8 juillet 2026.")
    #expect(lettre.introduction.last == "Vous l’avez consultée le 8 juillet 2026 à 10 h 30.")
    #expect(lettre.parties.map(\.textes) == [["Le barème est le même."]])
    #expect(lettre.recours == .ouvert(nil))
    let sienne = try await edition.editer(.reponseAContestation, sur: cible, par: lui)
    let code = try #require(reponse.documents.first).verification.code
    #expect(sienne.documents.first?.verification.code == code)
    let confirme = try await edition.confirmer(code)
    #expect(confirme?.nature == .reponseAContestation)
    let voisin = try await terrain.bureau.enPersonne(terrain.bureau.etudiants[1])
    for qui in [voisin, terrain.correcteurs[0]] {
      let refus = try await terrain.bureau.refus {
        _ = try await edition.editer(.reponseAContestation, sur: cible, par: qui)
      }
      #expect(refus == .interdit(.editerLesDocuments))
    }
    let autre = try await terrain.bureau.refus {
      _ = try await edition.editer(
        .reponseAContestation,
        sur: cible,
        [terrain.bureau.etudiants[1]],
        par: terrain.secretariat,
      )
    }
    #expect(autre == .inconnu(.document))
  }

  @Test(
    "une erreur reconnue : sa preuve, son motif, le jury à venir, et aucune note",
    arguments: SQLEngine.allCases,
  )
  func erreur(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeCopies(moteur)
    let edition = EditionDEssai(terrain.essai)
    let (demandee, lui) = try await Self.demandee(terrain)
    let tenue = try await Self.tenir(demandee, terrain)
    let direction = try await terrain.essai.utilisateur(
      .direction,
      sur: .departement(terrain.promotion.departement),
    )
    _ = try await terrain.essai.faire(
      ReconnaitreUneErreur(
        demandee.id,
        .total,
        preuve: "page 2, les points de l’exercice 3",
        motif: "exercice oublié dans le total",
        entree: try TerrainDeCopies.entree("17,75"),
        jury: BureauDEssai.jour("2026-07-21"),
        version: tenue.version,
      ),
      par: direction,
    )
    let lettre = try Self.lettre(
      await edition.editer(
        .reponseAContestation,
        sur: .consultationDeCopie(demandee.id),
        par: lui,
      )
    )
    #expect(lettre.decision == "Une erreur matérielle est reconnue : le total des points est faux.")
    #expect(lettre.parties.map(\.titre) == ["Ce qui la prouve", "Motif de la décision", "Suite"])
    #expect(lettre.parties.last?.textes.first?.contains("21 juillet 2026") == true)
    #expect(lettre.recours == .ouvert(nil))
    let tout = "\(lettre)"
    for note in ["17,75", "17.75", "6,25", "6.25"] { #expect(!tout.contains(note), "\(note)") }
  }

  @Test("une consultation de copie est au calendrier de son étudiant, et à nul autre")
  func calendrier() async throws {
    let terrain = try await TerrainDeCopies(.sqlite)
    let (consultation, _) = try await Self.demandee(terrain)
    _ = try await Self.tenir(consultation, terrain)
    let lui = try await terrain.essai.titulaire(terrain.bureau.etudiant)
    let voisin = try await terrain.essai.titulaire(terrain.bureau.etudiants[1])
    let cle = "consultation-de-copie-\(consultation.id)"
    let sienne = try await terrain.essai.faire(VoirSonCalendrier(), par: lui).evenements
      .first { $0.cle == cle }
    #expect(sienne?.titre == "Consultation de copie, session 2 : \(terrain.ue.texte)")
    #expect(sienne?.details == ["Bureau 12"])
    let autre = try await terrain.essai.faire(VoirSonCalendrier(), par: voisin).evenements
    #expect(!autre.contains { $0.cle == cle })
  }

  // MARK: Enrolments and arrangements

  @Test(
    "l’accusé de réception dit la réponse à la seconde, et un autre le remplace",
    arguments: SQLEngine.allCases,
  )
  func accuse(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeSession2(moteur)
    let session = try await terrain.publier()
    let edition = EditionDEssai(terrain.essai)
    let etudiant = terrain.etudiants[0]
    let lui = try await terrain.enPersonne(etudiant)
    let cible = DemandeDeDocuments.Cible.session2(session.campagne, nil)
    try terrain.essai.horloge.regler(a: "2026-06-26T23:58")
    let inscription = try await terrain.essai.faire(
      terrain.inscription(session, etudiant),
      par: lui,
    )
    let edite = try await edition.editer(.accuseDeSession2, sur: cible, [etudiant], par: lui)
    let lettre = try Self.lettre(edite)
    #expect(lettre.introduction[0].contains(/le 26 juin 2026 à 23 h 58 min [0-9]{2} s,/))
    #expect(lettre.introduction[0].contains("S2-\(session.campagne)-"))
    #expect(lettre.introduction[1].contains("26 juin 2026 à 23 h 59"))
    #expect(lettre.liste.count == 1 && lettre.liste[0].hasPrefix("UE11"))
    _ = try await terrain.essai.faire(
      terrain.inscription(session, etudiant, [], version: inscription.version),
      par: lui,
    )
    let renonce = try await edition.editer(.accuseDeSession2, sur: cible, [etudiant], par: lui)
    #expect(try Self.lettre(renonce).decision == "Vous renoncez à la session 2.")
    let ancien = try #require(edite.documents.first).verification.code
    #expect(try await edition.confirmer(ancien)?.remplaceLe != nil)
    let muet = try await terrain.refus(
      edition,
      .accuseDeSession2,
      cible,
      terrain.etudiants[1],
      par: terrain.secretariat,
    )
    #expect(muet == .etat(.documentSansObjet(.sansProcedure)))
    let pourUnAutre = try await terrain.refus(
      edition,
      .accuseDeSession2,
      cible,
      terrain.etudiants[1],
      par: lui,
    )
    #expect(pourUnAutre == .interdit(.editerLesDocuments))
  }

  @Test(
    "l’inscription tardive refusée a ses recours, l’acceptée non",
    arguments: SQLEngine.allCases,
  )
  func tardive(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeSession2(moteur)
    let session = try await terrain.publier()
    let edition = EditionDEssai(terrain.essai)
    try terrain.essai.horloge.regler(a: "2026-06-28T09:05")
    for (rang, accepte) in [true, false].enumerated() {
      let etudiant = terrain.etudiants[rang]
      let lui = try await terrain.enPersonne(etudiant)
      let demande = try await terrain.essai.faire(
        DemanderUneInscriptionTardive(
          campagne: session.campagne,
          etudiant: etudiant,
          ues: [try #require(CodeUE(TerrainDeSession2.ue))],
          texte: "hospitalisation",
          fichier: terrain.piece(etudiant),
        ),
        par: lui,
      )
      let cible = DemandeDeDocuments.Cible.inscriptionTardive(demande.id)
      let tot = try await terrain.refus(
        edition,
        .decisionDInscriptionTardive,
        cible,
        etudiant,
        par: lui,
      )
      #expect(tot == .etat(.documentSansObjet(.sansProcedure)))
      _ = try await terrain.essai.faire(
        DeciderDUneInscriptionTardive(
          demande.id,
          accepte: accepte,
          motif: "Au vu de la pièce.",
          version: 1,
        ),
        par: terrain.direction,
      )
      let lettre = try Self.lettre(
        await edition.editer(.decisionDInscriptionTardive, sur: cible, par: lui)
      )
      #expect(lettre.decision.contains(accepte ? "acceptée" : "refusée"))
      #expect(lettre.introduction[0].contains("28 juin 2026 à 9 h 05"))
      #expect(lettre.parties.map(\.textes) == [["Au vu de la pièce."]])
      #expect(lettre.recours == (accepte ? .aucun : .ouvert(nil)))
    }
  }

  @Test("l’accusé part aussi par courriel, avec sa référence", arguments: SQLEngine.allCases)
  func courriel(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeSession2(moteur)
    let session = try await terrain.publier()
    let etudiant = terrain.etudiants[0]
    let lui = try await terrain.essai.titulaire(etudiant)
    _ = try await terrain.essai.faire(FixerUneAdresse("noe@etu.example", de: lui.id))
    let facteur = FacteurDEssai()
    let expedition = Expedition(
      terrain.essai.bureau,
      Poste(CourrierDEssai.reglages, Coffre()),
      facteur,
      dans: terrain.essai.iut,
    )
    try await expedition.annoncer()
    _ = try await terrain.essai.faire(terrain.inscription(session, etudiant), par: lui)
    try await expedition.annoncer()
    terrain.essai.horloge.avancer(secondes: 11 * 60)
    try await expedition.annoncer()
    _ = try await expedition.envoyer()
    #expect(facteur.lettres.map(\.objet) == ["Session 2 : votre réponse est reçue"])
    let texte = try #require(facteur.lettres.first).texte
    #expect(texte.contains("S2-\(session.campagne)-") && texte.contains("/moi/session-2"))
  }
}

extension RegistreDEssai {
  /// A student with an account that is theirs, as calendars and mail need it.
  func titulaire(_ etudiant: Identifiant<Etudiant>) async throws -> Utilisateur {
    let nom = "titulaire-\(etudiant)"
    let compte = try await faire(
      CreerUnUtilisateur(.init(identifiant: nom, nom: nom, etudiant: etudiant))
    )
    _ = try await faire(
      DonnerUnRole(
        .etudiant,
        sur: .etudiant(etudiant),
        a: compte.id,
        depuis: horloge.moment.jour,
      )
    )
    return compte
  }
}

extension TerrainDeSession2 {
  /// The refusal that a demand for a document meets.
  func refus(
    _ edition: EditionDEssai,
    _ nature: NatureDeDocument,
    _ cible: DemandeDeDocuments.Cible,
    _ etudiant: Identifiant<Etudiant>,
    par utilisateur: Utilisateur,
  ) async throws -> Refus? {
    do {
      _ = try await edition.editer(nature, sur: cible, [etudiant], par: utilisateur)
      return nil
    } catch let refus as Refus {
      return refus
    }
  }
}
