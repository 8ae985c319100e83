import Actes
import Echanges
import Files
import Registre
import SQL
import SQLite
import Scolarite
import Soutien
import Testing

/// A register with a promotion, its students, two tests, and marks of every origin: loaded together,
/// entered one by one, corrected.
struct PromotionNotee {
  let essai: RegistreDEssai
  let promotion: Promotion
  let etudiants: [Identifiant<Etudiant>]
  let evaluations: [EvaluationDeModule]

  init(_ moteur: SQLEngine, etudiants nombre: Int = 3) async throws {
    essai = try await RegistreDEssai(moteur)
    promotion = try await Self.promotion(essai)
    _ = try await essai.faire(
      ImporterDesEtudiants(
        promotion: promotion.id,
        etudiants: (1...nombre).map(Self.nouveau),
        source: "liste.csv",
      )
    )
    let promotion = promotion
    etudiants = try await essai.lire { try $0.etudiants(promotion.id).map(\.id) }
    evaluations = try await [
      Self.evaluation("DS 1", promotion, essai), Self.evaluation("DS 2", promotion, essai),
    ]
    try await noter()
  }

  /// Loads a mark each at the first test, enters one at the second, corrects one of each.
  private func noter() async throws {
    let douze = try #require(Note(12, sur: 20))
    _ = try await essai.faire(
      ChargerDesNotes(
        promotion: promotion.id,
        notes: etudiants.map {
          .init(evaluation: evaluations[0].id, etudiant: $0, entree: .note(douze))
        },
        source: "notes.csv",
      )
    )
    try await saisir(14, evaluations[1], etudiants[0], version: 0)
    try await saisir(15, evaluations[1], etudiants[0], version: 1)
    try await saisir(13, evaluations[0], etudiants[1], version: 1)
  }

  func saisir(
    _ valeur: Decimale,
    _ evaluation: EvaluationDeModule,
    _ etudiant: Identifiant<Etudiant>,
    version: Int64,
  ) async throws {
    let note = try #require(Note(valeur, sur: 20))
    _ = try await essai.faire(
      SaisirUneNote(
        evaluation: evaluation.id,
        etudiant: etudiant,
        entree: .note(note),
        version: version,
      )
    )
  }

  var entretien: EntretienDeBase { EntretienDeBase(RegistreDEssai.adresse(essai.base)) }

  // MARK: Making

  private static func promotion(_ essai: RegistreDEssai) async throws -> Promotion {
    let annee = try #require(AnneeUniversitaire(debut: 2022))
    _ = try await essai.faire(
      OuvrirUneAnnee(
        annee,
        debut: Jour(ouvrant: annee),
        fin: Jour(cloturant: annee),
        periodes: [],
      )
    )
    let departement = try await essai.faire(CreerUnDepartement(code: "MMI", intitule: "MMI"))
    let formation = try await essai.faire(
      CreerUneFormation(departement: departement.id, code: "BUT MMI", intitule: "BUT MMI")
    )
    let racine = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let chemin = "/\(racine)/Sources/Adapters/Echanges/Donnees/maquettes/mmi-but1.json"
    let texte = String(decoding: try readFile(chemin, limit: 1 << 20), as: UTF8.self)
    let maquette = try await essai.faire(
      DeposerUneMaquette(formation: formation.id, texte: texte)
    )
    return try await essai.faire(CreerUnePromotion(maquette: maquette.id, intitule: "MMI 1"))
  }

  private static func nouveau(_ rang: Int) -> NouvelEtudiant {
    NouvelEtudiant(
      identite: IdentiteDEtudiant(
        ine: "INE\(rang)",
        nip: "NIP\(rang)",
        nomCivil: "Personne\(rang)",
        prenomCivil: "Prénom\(rang)",
        courriel: "p\(rang)@exemple.test",
      ),
      statut: .initial,
      groupes: ["TD 1"],
      lieu: "ligne \(rang)",
    )
  }

  private static func evaluation(
    _ nom: String,
    _ promotion: Promotion,
    _ essai: RegistreDEssai,
  ) async throws -> EvaluationDeModule {
    let semestre = try #require(NumeroSemestre(1))
    return try await essai.faire(
      CreerUneEvaluation(
        promotion: promotion.id,
        semestre: semestre,
        module: "R103",
        intitule: nom,
        date: nil,
      )
    )
  }
}

extension BaseTemporaire {
  /// Changes the base behind the program’s back, with every protection off.
  func falsifier(_ requetes: String) throws {
    let connexion = try connect()
    switch engine {
    case .sqlite:
      try connexion.script("PRAGMA foreign_keys = OFF")
      let declencheurs = try connexion.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
      ) { $0.text(0) }
      for nom in declencheurs { try connexion.script(SQLText(trusted: "DROP TRIGGER \(nom)")) }
    case .postgresql:
      try connexion.script("SET session_replication_role = replica")
    }
    try connexion.script(SQLText(trusted: requetes))
  }
}
