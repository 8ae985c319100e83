import Actes
import Echanges
import SQL
import Scolarite
import Testing

/// The diplomas that juries give in the end, from the first year to the third.
@Suite("Diplômes")
struct DiplomesTests {
  /// The curriculum of the year after a second one, of the same competences.
  private static func troisieme(_ but2: String) -> String {
    [
      ("\"annee_but\": 2", "\"annee_but\": 3"), ("\"niveau\": 2", "\"niveau\": 3"),
      ("\n      \"numero\": 3,", "\n      \"numero\": 5,"),
      ("\n      \"numero\": 4,", "\n      \"numero\": 6,"),
      ("\"UE3", "\"UE5"), ("\"UE4", "\"UE6"), ("\"R3", "\"R5"), ("\"R4", "\"R6"),
    ].reduce(but2) { $0.replacing($1.0, with: $1.1) }
  }

  private static let presidence = [
    SessionDeJury.Membre(nom: "Dominique Chaire", qualite: .president, present: true)
  ]

  /// Makes the year after a promotion of which a jury is closed.
  private static func faireLaSuite(
    de promotion: Promotion,
    _ maquette: String,
    _ essai: RegistreDEssai,
  ) async throws -> Promotion {
    let annee = try #require(AnneeUniversitaire(debut: promotion.annee.debut + 1))
    let lue = try FormatsDEchange().maquette(maquette).identite.anneeUniversitaire
    let deposee = try await AnneeFinie.deposer(
      maquette.replacing("\"\(lue)\"", with: "\"\(annee)\""),
      promotion,
      essai,
    )
    let plan = try await essai.faire(PreparerLAnneeSuivante(promotion.id))
    let suivante = try #require(AnneeBUT(promotion.anneeBUT.valeur + 1))
    let faite = try await essai.faire(
      FaireLAnneeSuivante(
        promotion: promotion.id,
        cibles: plan.cibles.filter { $0.anneeBUT == suivante }.map {
          .init($0.anneeBUT, .nouvelle(deposee.id, intitule: "suite \($0.anneeBUT.valeur)"))
        },
        garderLesGroupes: false,
        empreinte: plan.empreinte,
      )
    )
    let promotions = try await essai.lire { try $0.promotions() }
    return try #require(promotions.first { faite.promotions.contains($0.id) })
  }

  /// A year-end jury that validates every competence of one student by its decision.
  private static func valider(
    _ etudiant: Identifiant<Etudiant>,
    _ promotion: Promotion,
    _ essai: RegistreDEssai,
  ) async throws {
    let jury = try await essai.faire(
      OuvrirUnJury(
        promotion: promotion.id,
        nature: .annee,
        date: try BureauDEssai.jour("\(promotion.annee.debut + 1)-07-02"),
        membres: presidence,
      )
    )
    let programme = try await essai.faire(VoirUneDeliberation(jury.id)).programme
    _ = try await essai.faire(
      DeciderEnJury(
        jury: jury.id,
        etudiant: etudiant,
        decisions: Set(programme.ues.map(\.competence)).sorted().map {
          .init(sur: .rcue(competence: $0), code: .adj, motif: "travail constant")
        },
      )
    )
    let inscrits = try await essai.lire { [id = promotion.id] in
      try $0.inscriptions(id).map(\.etudiant)
    }
    try await essai.adopter(inscrits, en: jury)
    _ = try await essai.faire(CloreUnJury(jury.id, version: 1))
  }

  @Test(
    "le DUT après la deuxième année, le BUT après la troisième, sur ce que les jurys ont scellé",
    arguments: SQLEngine.allCases,
  )
  func dutPuisBUT(_ moteur: SQLEngine) async throws {
    let fin = try await AnneeFinie(moteur)
    let essai = fin.essai
    let but2 = try #require(Bibliotheque.texte(maquette: "rt-iom-but2"))
    let deuxieme = try await Self.faireLaSuite(de: fin.promotion, but2, essai)
    #expect(try await essai.faire(VoirLesDiplomes(deuxieme.id)).lignes.isEmpty)
    try await Self.valider(fin.admis, deuxieme, essai)

    let dut = try await essai.faire(VoirLesDiplomes(deuxieme.id))
    #expect(dut.diplome == .dut && dut.obtenus.map(\.etudiant.id) == [fin.admis])
    #expect(dut.obtenus.first?.ects == 120 && dut.obtenus.first?.manquantes == [])
    let autres = dut.lignes.filter { !$0.estObtenu }
    #expect(!autres.isEmpty && autres.filter { $0.manquantes.isEmpty }.isEmpty)

    try await AnneeFinie.adopter(deuxieme, essai)
    let troisieme = try await Self.faireLaSuite(de: deuxieme, Self.troisieme(but2), essai)
    try await Self.valider(fin.admis, troisieme, essai)
    let but = try await essai.faire(VoirLesDiplomes(troisieme.id))
    #expect(but.diplome == .but && but.obtenus.map(\.etudiant.id) == [fin.admis])
    #expect(but.obtenus.first?.ects == 180)
    let bilan = try await essai.faire(VoirSonBilan(fin.admis, promotion: troisieme.id))
    #expect(bilan.decisions?.diplome == .but)
  }

  @Test(
    "une première année ne donne aucun diplôme, et une rectification reprend celui qu’on a donné"
  )
  func sansDiplome() async throws {
    let fin = try await AnneeFinie(.sqlite)
    let essai = fin.essai
    await #expect(throws: Refus.etat(.anneeSansDiplome)) {
      _ = try await essai.faire(VoirLesDiplomes(fin.promotion.id))
    }
    let but2 = try #require(Bibliotheque.texte(maquette: "rt-iom-but2"))
    let deuxieme = try await Self.faireLaSuite(de: fin.promotion, but2, essai)
    try await Self.valider(fin.admis, deuxieme, essai)
    let jurys = try await essai.lire { [id = deuxieme.id] in try $0.jurys(id) }
    var nouveau = try await essai.faire(
      RouvrirPourErreurMaterielle(
        jury: try #require(jurys.first).id,
        etudiants: [fin.admis],
        date: try BureauDEssai.jour("2027-07-10"),
        preuve: "procès-verbal signé",
      )
    )
    nouveau.membres = Self.presidence
    nouveau = try await essai.faire(ModifierUnJury(nouveau))
    _ = try await essai.faire(
      DeciderEnJury(
        jury: nouveau.id,
        etudiant: fin.admis,
        decisions: [.init(sur: .annee, code: .red, motif: "erreur de nom")],
      )
    )
    _ = try await essai.faire(CloreUnJury(nouveau.id, version: nouveau.version))
    let dut = try await essai.faire(VoirLesDiplomes(deuxieme.id))
    #expect(dut.obtenus.isEmpty && dut.lignes.contains { $0.jury.id == nouveau.id })
  }
}
