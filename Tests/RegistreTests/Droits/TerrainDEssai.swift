import Actes
import Demonstration
import Echanges
import Scolarite
import Soutien
import Testing

/// A department with a promotion where one of everything stands.
struct TerrainDEssai: Sendable {
  let promotion: Promotion
  let etudiant: Identifiant<Etudiant>
  let voisin: Identifiant<Etudiant>
  /// The module of the tests, and another.
  let module: String
  let autreModule: String
  /// A test where the student has a mark, one without marks, one of the other module.
  let notee: EvaluationDeModule
  let vide: EvaluationDeModule
  let ailleurs: EvaluationDeModule
  let inscription: Inscription
  let groupe: Groupe
  let seconde: MaquetteDeposee
  let amenagement: Amenagement
  /// A slot from which the student was absent, and one to come.
  let seance: Seance
  let aVenir: Seance
  let fichier: String
  let justificatif: Justificatif
  let autorisation: AutorisationDAbsence
  let campagne: Campagne
  let session2: Campagne
  let rattrapage: SessionDeRattrapage
  /// Of a UE that holds the module.
  let epreuve2: EpreuveDeSession2
  let tardive: InscriptionTardive
  /// A copy of the exam, a request to see it, and support.
  let copie: Int
  let consultation2: ConsultationDeCopie
  let soutien: SeanceDeSoutien
  /// What is published of session 2.
  let calendrier: CalendrierPose
  let demande: Demande
  let engagement: DemandeDEngagement
  let commission: CommissionDesBonifications
  let amenagementDemande: DemandeDAmenagement
  let handicap: DemandeDAmenagement
  let bonus: BonusAttribue
  let avis: AvisContraire
  let incident: Incident
  let constat: ConstatDeSalle
  let jury: SessionDeJury
  let clos: SessionDeJury
  /// Where the jury has taken position on everybody.
  let pret: SessionDeJury
  let situation: SituationSignalee
  let redoublement: ProcedureDeRedoublement
  let bts: BTSDEssai

  /// A refusal that lacks nothing.
  var refus: ProcedureDeRedoublement.Reponse {
    .init(
      sens: .refuser,
      motivation: "trop d’absences",
      conseils: "un BTS en alternance",
      auteur: "la direction",
      date: inscription.debut,
    )
  }

  static let semestre = NumeroSemestre(1)
  static let profil = "iut-larochesuryon-2025"

  static func reglement() throws -> String { try Bibliotheque { _ in nil }.recueil(profil) }

  static func note() throws -> Entree { .note(try #require(Note(12, sur: 20))) }

  init(_ departement: String, _ essai: RegistreDEssai) async throws {
    let installee = try await Self.installer(departement, essai)
    promotion = installee.promotion
    etudiant = installee.etudiants[0]
    voisin = installee.etudiants[1]
    let (promotion, etudiant) = (promotion, etudiant)
    let premiere = try #require(installee.evaluations.first)
    module = premiere.module
    autreModule = try #require(
      installee.evaluations.first {
        $0.module != premiere.module && $0.semestre == premiere.semestre
      }?.module
    )
    func evaluation(_ module: String, _ nom: String) async throws -> EvaluationDeModule {
      try await essai.faire(
        CreerUneEvaluation(
          promotion: promotion.id,
          semestre: premiere.semestre,
          module: module,
          intitule: nom,
          date: nil,
        )
      )
    }
    notee = try await evaluation(module, "Contrôle noté")
    vide = try await evaluation(module, "Contrôle à venir")
    ailleurs = try await evaluation(autreModule, "Contrôle d’ailleurs")
    _ = try await essai.faire(
      SaisirUneNote(evaluation: notee.id, etudiant: etudiant, entree: Self.note(), version: 0)
    )
    inscription = try #require(
      try await essai.lire { try $0.inscriptions(etudiant: etudiant) }.first
    )
    groupe = try #require(try await essai.lire { try $0.groupes(promotion.id) }.first)
    seconde = try await essai.faire(
      DeposerUneMaquette(
        formation: promotion.formation,
        texte: PromotionEnregistree.maquetteDe2025(),
      )
    )
    amenagement = try await essai.faire(
      AccorderUnAmenagement(
        .tiersTemps,
        a: etudiant,
        precision: "",
        depuis: BureauDEssai.jour("2025-09-01"),
        jusqua: nil,
      )
    )
    let seances = try await essai.faire(Self.seances(promotion, module))
    (seance, aVenir) = (seances[0], seances[1])
    _ = try await essai.faire(FaireLAppel(seance: seance.id, [.init(etudiant, .absent)]))
    fichier = try await essai.faire(
      DeposerUnFichier(etudiant: etudiant, octets: Array("%PDF-1.7 \(departement)".utf8))
    )
    justificatif = try await essai.faire(Self.justificatif(etudiant, fichier))
    autorisation = try await essai.faire(
      DemanderUneAutorisation(
        etudiant,
        du: BureauDEssai.instant("2025-10-20T08:00"),
        au: BureauDEssai.instant("2025-10-20T18:00"),
        motif: "concours",
      )
    )
    func campagne(_ nature: Campagne.Nature) async throws -> Campagne {
      try await essai.faire(
        OuvrirUneCampagne(
          promotion: promotion.id,
          nature: nature,
          intitule: nature.rawValue,
          ouverture: BureauDEssai.instant("2025-08-01T08:00"),
          cloture: BureauDEssai.instant("2025-12-01T08:00"),
        )
      )
    }
    self.campagne = try await campagne(.bonus)
    session2 = try await campagne(.session2)
    let conduite = try await essai.faire(
      InstallerUneSession2(
        promotion: promotion.id,
        module: module,
        etudiant: etudiant,
        choix: TerrainDeSession2.choix(jury: nil, delai: nil),
      )
    )
    rattrapage = conduite.session
    epreuve2 = conduite.epreuve
    tardive = conduite.tardive
    consultation2 = try await essai.faire(
      PoserUneConsultation(epreuve: epreuve2, de: etudiant)
    )
    _ = try await essai.faire(
      PreparerLesCopies(epreuve2.id, mode: .simple, estAnonyme: false, graine: 1)
    )
    let copies = try await essai.lire { [id = epreuve2.id] in try $0.copiesUneAUne(id) }
    copie = try #require(copies.first).numero
    soutien = try await essai.faire(Self.soutien(epreuve2))
    calendrier = try await essai.faire(
      CalendrierPose.Poser(
        campagne: session2,
        etudiant: etudiant,
        module: module,
        jour: BureauDEssai.jour("2026-07-06"),
      )
    )
    demande = try await essai.faire(
      DeposerUneDemande(campagne: self.campagne.id, etudiant: etudiant, texte: "Pompier")
    )
    let piece = try await essai.faire(
      DeposerUnFichier(etudiant: etudiant, octets: Array("%PDF-1.7 mandat \(departement)".utf8))
    )
    engagement = try await essai.faire(
      Self.engagement(self.campagne, etudiant, "Conseil d’institut", piece)
    )
    // The establishment has one open commission a year, whatever the departments.
    if let ouverte = try await essai.lire({ try $0.commissions() }).first {
      commission = ouverte
    } else {
      commission = try await essai.faire(
        ReunirUneCommission(.essai, le: BureauDEssai.jour("2025-09-01"), lieu: "Salle 1")
      )
    }
    amenagementDemande = try await essai.faire(
      Self.amenagement(promotion, etudiant, .vieActive)
    )
    handicap = try await essai.faire(Self.amenagement(promotion, etudiant, .handicap))
    bonus = try await essai.faire(Self.sport(promotion, etudiant))
    avis = try await essai.faire(Self.avis(promotion, etudiant))
    incident = try await essai.faire(Self.incident(promotion, [etudiant]))
    constat = try await essai.faire(
      ConstaterEnSalle(
        .copieBlanche,
        a: notee.id,
        de: etudiant,
        le: try BureauDEssai.instant("2025-09-01T07:45"),
      )
    )
    clos = try await essai.faire(Self.jury(promotion))
    pret = try await essai.faire(Self.jury(promotion, .semestre(premiere.semestre)))
    for jury in [clos, pret] {
      try await essai.adopter(installee.etudiants, en: jury)
    }
    _ = try await essai.faire(CloreUnJury(clos.id, version: 1))
    jury = try await essai.faire(Self.jury(promotion))
    situation = try await essai.faire(
      SignalerUneSituation(promotion: promotion.id, etudiant: etudiant, texte: "Deuil en mars.")
    )
    redoublement = try await essai.faire(
      DemanderUnRedoublement(
        promotion: promotion.id,
        etudiant: etudiant,
        semestres: inscription.semestres,
        motif: "une année difficile",
      )
    )
    bts = try await BTSDEssai(promotion.departement, etudiant, essai)
  }
}
