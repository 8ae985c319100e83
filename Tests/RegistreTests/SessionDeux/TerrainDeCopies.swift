import Actes
import Echanges
import SQL
import Scolarite
import Soutien
import Testing

/// A session 2 of three students, all enrolled for one UE, which the first had failed.
struct TerrainDeCopies {
  let bureau: BureauDEssai
  let campagne: Campagne
  let epreuve: EpreuveDeSession2
  /// The exams of other UE.
  let autres: [EpreuveDeSession2]
  let module: String
  let secretariat: Utilisateur
  /// Two people who mark.
  let correcteurs: [Utilisateur]

  var essai: RegistreDEssai { bureau.essai }
  var promotion: Promotion { bureau.promotion }
  var ue: CodeUE { epreuve.ue }

  static let premierJour = "2026-07-01"

  /// `aussi`: other UE for which all are enrolled; `avec`: the same, with their exam.
  init(
    _ moteur: SQLEngine,
    delai: Int? = 10,
    aussi: [String] = [],
    avec autres: [String] = [],
  ) async throws {
    let bureau = try await BureauDEssai(moteur)
    self.bureau = bureau
    let profil = "but-informatique-session2"
    _ = try await bureau.essai.faire(
      AdopterUnProfil(
        departement: bureau.promotion.departement,
        annee: bureau.promotion.annee,
        profil: profil,
        texte: Bibliotheque { _ in nil }.recueil(profil),
        conseil: BureauDEssai.jour("2025-09-10"),
        cfvu: BureauDEssai.jour("2025-09-12"),
        version: 1,
      )
    )
    campagne = try await bureau.essai.faire(
      OuvrirUneCampagne(
        promotion: bureau.promotion.id,
        nature: .session2,
        intitule: "Session 2",
        ouverture: BureauDEssai.instant("2026-06-01T08:00"),
        cloture: BureauDEssai.instant("2026-06-12T18:00"),
        jour: BureauDEssai.jour(Self.premierJour),
      )
    )
    let programme = try Bibliotheque { _ in nil }.programme("mmi-but1")
    let code = try #require(CodeUE("UE11"))
    module = try #require(programme.ue(code)?.modules.first).code.canonique
    try await Self.manquer(code, programme, bureau)
    let suivies = [code] + autres.compactMap { CodeUE($0) }
    let ues = suivies + aussi.compactMap { CodeUE($0) }
    let epreuves = try await bureau.essai.faire(
      PoserUneSession2(
        campagne: campagne,
        ues: suivies,
        inscrits: Dictionary(uniqueKeysWithValues: bureau.etudiants.map { ($0, ues) }),
        delai: delai,
      )
    )
    epreuve = try #require(epreuves.first)
    self.autres = Array(epreuves.dropFirst())
    secretariat = try await bureau.essai.utilisateur(
      .secretariat,
      sur: .departement(bureau.promotion.departement),
    )
    correcteurs = try await [
      bureau.essai.utilisateur(.enseignant, sur: .module(bureau.promotion.id, module)),
      bureau.essai.utilisateur(.responsableDeModule, sur: .module(bureau.promotion.id, module)),
    ]
    try bureau.essai.horloge.regler("2026-07-02")
  }

  /// Gives the first student 0 to tests that outweigh all others of a UE.
  private static func manquer(_ code: CodeUE, _ programme: Programme, _ bureau: BureauDEssai)
    async throws
  {
    let ue = try #require(programme.ue(code))
    for module in ue.modules {
      let evaluation = try await bureau.essai.faire(
        CreerUneEvaluation(
          promotion: bureau.promotion.id,
          semestre: ue.semestre,
          module: module.code.canonique,
          intitule: "Épreuve finale",
          date: nil,
          coefficient: 900,
        )
      )
      _ = try await bureau.essai.faire(
        SaisirUneNote(
          evaluation: evaluation.id,
          etudiant: bureau.etudiant,
          entree: .note(try #require(Note("0"))),
          version: 0,
        )
      )
    }
  }

  // MARK: Marks

  func preparer(_ mode: CopiesDEpreuve.Mode, anonyme: Bool = true, version: Int64 = 0)
    async throws -> CopiesDEpreuve
  {
    try await essai.faire(
      PreparerLesCopies(
        epreuve.id,
        mode: mode,
        estAnonyme: anonyme,
        ecartSansMotif: mode == .doubleCorrection ? 3 : nil,
        graine: 7,
        version: version,
      ),
      par: secretariat,
    )
  }

  func grille(par utilisateur: Utilisateur) async throws -> OuvrirUneGrilleDeCopies.Grille {
    try await essai.faire(OuvrirUneGrilleDeCopies(epreuve.id), par: utilisateur)
  }

  /// The number of each student’s copy, in the order of students.
  func numeros() async throws -> [Int] {
    let liste = try await essai.faire(VoirLesNumerosDeCopie(epreuve.id), par: secretariat)
    return try bureau.etudiants.map { etudiant in
      try #require(liste.lignes.first { $0.etudiant.id == etudiant }).numero
    }
  }

  func lire(
    _ rang: LectureDeCopie.Rang,
    _ notes: [(Int, String)],
    par utilisateur: Utilisateur,
    version: Int64 = 0,
  ) async throws {
    _ = try await essai.faire(
      SaisirDesCopies(
        epreuve.id,
        rang,
        notes.map { .init($0.0, try Self.entree($0.1), version: version) },
      ),
      par: utilisateur,
    )
  }

  static func entree(_ texte: String) throws -> Entree {
    switch texte {
    case "ABI": .absenceInjustifiee
    case "ABJ": .absenceJustifiee
    default: .note(try #require(Note(texte)))
    }
  }

  /// Marks every copy once and hands the marks over.
  func verser(_ notes: [String]) async throws {
    _ = try await preparer(.simple)
    try await lire(.premiere, Array(zip(numeros(), notes)), par: correcteurs[0])
    _ = try await essai.faire(VerserLesNotes(epreuve.id, version: 1), par: secretariat)
  }

  // MARK: Juries

  func jury(le jour: String) async throws -> SessionDeJury {
    try await essai.faire(
      OuvrirUnJury(
        promotion: promotion.id,
        nature: .annee,
        date: BureauDEssai.jour(jour),
        membres: [.init(nom: "Dominique Chaire", qualite: .president, present: true)],
        motif: "session 2",
      )
    )
  }

  func clore(_ jury: SessionDeJury, _ etudiants: [Identifiant<Etudiant>]? = nil) async throws {
    try await essai.adopter(etudiants ?? bureau.etudiants, en: jury)
    _ = try await essai.faire(CloreUnJury(jury.id, version: jury.version))
  }

  /// What a person reads of session 2 in the dossier of the first student.
  func session2(par utilisateur: Utilisateur) async throws -> SessionDeux? {
    try await essai.faire(
      LireUnDossier(bureau.etudiant, promotion: promotion.id),
      par: utilisateur,
    ).dossier.annees.last?.session2
  }
}

/// Enrols a student for an exam, and writes a request to see the copy, as if it were in time.
struct PoserUneConsultation: Acte {
  static let nom = "poser-une-consultation-d-essai"
  let epreuve: EpreuveDeSession2
  let etudiant: Identifiant<Etudiant>

  init(epreuve: EpreuveDeSession2, de etudiant: Identifiant<Etudiant>) {
    self.epreuve = epreuve
    self.etudiant = etudiant
  }

  func executer(_ travail: Travail) throws -> ConsultationDeCopie {
    let consultation = ConsultationDeCopie(
      id: try travail.registre.nouvelIdentifiant(),
      epreuve: epreuve.id,
      campagne: epreuve.campagne,
      etudiant: etudiant,
      texte: "",
      depose: travail.moment.instant,
    )
    let permis = try travail.exiger(.administrer, .etablissement)
    let objet = Objet(.consultationDeCopie, consultation.id)
    let ecriture = try travail.inscrire(Self.nom, permis, objet, sujet: etudiant)
    try travail.registre.ajouter(consultation, ecriture)
    guard let campagne = try travail.registre.campagne(epreuve.campagne),
      try travail.registre.ecrire(
        InscriptionEnSession2(
          promotion: campagne.promotion,
          etudiant: etudiant,
          campagne: campagne.id,
          ues: [epreuve.ue],
          version: 1,
        ),
        ecriture,
      )
    else { throw Refus.inconnu(.campagne) }
    return consultation
  }
}
