import Actes
import Echanges
import SQL
import Scolarite
import Testing

/// When what a jury sealed no longer rests on the facts as they stand.
@Suite("Scellés périmés")
struct PerimesTests {
  private let bureau: BureauDEssai

  init() async throws {
    bureau = try await BureauDEssai(.sqlite)
  }

  private var promotion: Identifiant<Promotion> { bureau.promotion.id }
  private var etudiant: Identifiant<Etudiant> { bureau.etudiant }

  private static let membres: [SessionDeJury.Membre] = [
    .init(nom: "Dominique Chaire", qualite: .president, present: true)
  ]

  private func ouvrir(_ nature: SessionDeJury.Nature) async throws -> SessionDeJury {
    try await bureau.essai.faire(
      OuvrirUnJury(
        promotion: promotion,
        nature: nature,
        date: BureauDEssai.jour("2026-07-03"),
        membres: Self.membres,
      )
    )
  }

  private func close(_ nature: SessionDeJury.Nature) async throws -> SessionDeJury {
    let jury = try await ouvrir(nature)
    try await bureau.essai.adopter(bureau.etudiants, en: jury)
    _ = try await bureau.essai.faire(CloreUnJury(jury.id, version: 1))
    return jury
  }

  /// Changes a mark of the first student in a semester of the year, from the first or the second.
  private func changerUneNote(semestre rang: Int) async throws {
    let semestre = try #require(bureau.promotion.anneeBUT.semestres.dropFirst(rang).first)
    let note = try await bureau.essai.lire { [promotion, etudiant] registre in
      let siennes = Set(
        try registre.evaluations(promotion).filter { $0.semestre == semestre }.map(\.id)
      )
      return try registre.notes(etudiant: etudiant, promotion: promotion).first {
        siennes.contains($0.evaluation)
      }
    }
    let ancienne = try #require(note)
    _ = try await bureau.essai.faire(
      SaisirUneNote(
        evaluation: ancienne.evaluation,
        etudiant: etudiant,
        entree: ancienne.entree == .absenceInjustifiee ? .excuse : .absenceInjustifiee,
        version: ancienne.version,
        motif: "erreur de report",
      )
    )
  }

  /// What the student is told.
  private func rendues() async throws -> DecisionsRendues? {
    try await bureau.essai.faire(
      VoirSonBilan(etudiant, promotion: promotion),
      par: bureau.enPersonne(etudiant),
    ).decisions
  }

  private func perimes() async throws -> [Identifiant<SessionDeJury>] {
    let perimes = try await bureau.essai.faire(ScellesPerimes(promotion))
    #expect(perimes.allSatisfy { $0.etudiant == etudiant })
    return perimes.map(\.jury)
  }

  @Test(
    "le second semestre et les bonus de fin d’année ne périment pas un jury de premier semestre"
  )
  func semestre() async throws {
    let premier = try #require(bureau.promotion.anneeBUT.semestres.first)
    let jury = try await close(.semestre(premier))
    try await changerUneNote(semestre: 1)
    _ = try await bureau.essai.faire(
      AttribuerUnBonus(
        promotion: promotion,
        etudiant: etudiant,
        nature: .sport(.seances(20)),
        date: BureauDEssai.jour("2026-06-15"),
        motif: "liste du SUAPS",
      )
    )
    #expect(try await perimes().isEmpty)
    try await changerUneNote(semestre: 0)
    #expect(try await perimes() == [jury.id])
    let verification = try await bureau.essai.faire(VerifierUnJury(jury.id))
    #expect(verification.perimes.map(\.differences.count) == [1])
  }

  @Test("le jury de fin d’année reprend ce que celui du semestre avait scellé")
  func reprise() async throws {
    let premier = try #require(bureau.promotion.anneeBUT.semestres.first)
    _ = try await close(.semestre(premier))
    try await changerUneNote(semestre: 0)
    let annuel = try await close(.annee)
    #expect(try await perimes().isEmpty)
    try await changerUneNote(semestre: 1)
    #expect(try await perimes() == [annuel.id])
  }

  @Test("rectifier un semestre après coup ne rend pas sa validité au jury de fin d’année")
  func rectificationDuSemestre() async throws {
    let premier = try #require(bureau.promotion.anneeBUT.semestres.first)
    let semestriel = try await close(.semestre(premier))
    let annuel = try await close(.annee)
    try await changerUneNote(semestre: 1)
    #expect(try await perimes() == [annuel.id])
    let annoncees = try #require(try await rendues())
    let reprise = try await bureau.essai.faire(
      RouvrirPourErreurMaterielle(
        jury: semestriel.id,
        etudiants: [etudiant],
        date: BureauDEssai.jour("2026-07-10"),
        preuve: "copie",
      )
    )
    var reunie = reprise
    reunie.membres = Self.membres
    let prete = try await bureau.essai.faire(ModifierUnJury(reunie))
    _ = try await bureau.essai.faire(
      DeciderEnJury(jury: reprise.id, etudiant: etudiant, decisions: [])
    )
    _ = try await bureau.essai.faire(CloreUnJury(reprise.id, version: prete.version))
    #expect(try await perimes() == [annuel.id])
    // Only a year-end jury changes what the year-end jury decided.
    let relues = try #require(try await rendues())
    #expect(relues.ues == annoncees.ues && relues.rcues == annoncees.rcues)
    #expect(relues.annee == annoncees.annee && relues.rectification == "copie")
  }

  @Test("un règlement qui change ce qui est proposé périme, un règlement qui n’y change rien non")
  func reglement() async throws {
    let jury = try await close(.annee)
    let profils = try await bureau.essai.lire { [annee = bureau.promotion.annee] registre in
      try registre.profils(annee)
    }
    let adopte = try #require(profils.first)
    func adopter(_ reglage: String, _ valeur: String, version: Int64) async throws {
      let profil = """
        {"format": "delibere/profil/1", "nom": "essai", "titre": "Essai", "couche": "departement",
         "herite": "iut-larochesuryon-2025", "parametres": {
           "\(reglage)": [{"depuis": "2025-09-01", "valeur": \(valeur), "source": "essai"}]}}
        """
      _ = try await bureau.essai.faire(
        AdopterUnProfil(
          departement: adopte.departement,
          annee: adopte.annee,
          profil: "essai",
          texte: try FormatsDEchange().recueil(json: profil).texte,
          conseil: adopte.conseil,
          cfvu: adopte.cfvu,
          version: version,
        )
      )
    }
    try await adopter("supplementCouvreMemeSemestre", "true", version: adopte.version)
    #expect(try await bureau.essai.faire(ScellesPerimes(promotion)).isEmpty)
    try await adopter("seuilUE", "19", version: adopte.version + 1)
    let perimes = try await bureau.essai.faire(ScellesPerimes(promotion))
    #expect(Set(perimes.map(\.etudiant)) == Set(bureau.etudiants))
    let verification = try await bureau.essai.faire(VerifierUnJury(jury.id))
    #expect(
      verification.perimes.allSatisfy { $0.differences.contains { $0.contains("règlement") } }
    )
  }

  @Test("un jury de semestre revoit un étudiant pour son semestre, jamais pour l’autre")
  func vuDUnSemestre() async throws {
    let semestre = try #require(bureau.promotion.anneeBUT.semestres.first)
    let jury = try await ouvrir(.semestre(semestre))
    func vue() async throws -> String? {
      let seance = try await bureau.essai.faire(VoirUneDeliberation(jury.id))
      return seance.lignes.first { $0.etudiant.id == etudiant }?.vue
    }
    let avant = try #require(try await vue())
    try await changerUneNote(semestre: 1)
    #expect(try await vue() == avant)
    try await changerUneNote(semestre: 0)
    let apres = try #require(try await vue())
    #expect(apres != avant)
  }
}
