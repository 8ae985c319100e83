internal import Actes
internal import Echanges
internal import Fiction
internal import Files
internal import Registre
internal import Scolarite
internal import Terrain

/// What the process that will be killed does: it writes marks, one by one and together, and says so
/// once each is acknowledged.
enum Ecrivain {
  /// Writes until it is killed.
  static func ecrire(_ adresse: AdresseDeBase, graine: UInt64) async throws {
    let bureau = Bureau(
      registre: try RegistreSQL(adresse, lecteurs: 1),
      horloge: .mesures,
      formats: FormatsDEchange(),
    )
    let iut = exige(try await bureau.registre.etablissements().first, "an establishment").id
    let salle = try await bureau.registre.lire(iut) { try Salle($0) }
    var versions = salle.versions
    var hasard = Hasard(graine: graine)
    try writeStandard(1, "!")
    for rang in 0... {
      if rang % 12 == 11 {
        let evaluation = try await charger(salle, bureau, iut, "lot \(graine)-\(rang)")
        try writeStandard(1, "lot \(evaluation)\n")
        continue
      }
      let etudiant = hasard.parmi(salle.etudiants)
      let note = exige(Note(Decimale(hasard.entier(0...20))), "a mark on 20")
      let ecrite = try await bureau.faire(
        SaisirUneNote(
          evaluation: salle.evaluation.id,
          etudiant: etudiant,
          entree: .note(note),
          version: versions[etudiant] ?? 0,
        ),
        par: .console(BaseDeMesure.compte),
        dans: iut,
      )
      versions[etudiant] = ecrite.version
      try writeStandard(1, "note \(etudiant) \(ecrite.version) \(note)\n")
    }
  }

  /// Makes a test and writes a mark for each student, together.
  private static func charger(
    _ salle: Salle,
    _ bureau: Bureau,
    _ iut: Identifiant<Etablissement>,
    _ intitule: String,
  ) async throws -> Identifiant<EvaluationDeModule> {
    let evaluation = try await bureau.faire(
      CreerUneEvaluation(
        promotion: salle.evaluation.promotion,
        semestre: salle.evaluation.semestre,
        module: salle.evaluation.module,
        intitule: intitule,
        date: nil,
      ),
      par: .console(BaseDeMesure.compte),
      dans: iut,
    )
    let note = exige(Note(10), "a mark on 20")
    _ = try await bureau.faire(
      ChargerDesNotes(
        promotion: salle.evaluation.promotion,
        notes: salle.etudiants.map {
          .init(evaluation: evaluation.id, etudiant: $0, entree: .note(note))
        },
        source: intitule,
      ),
      par: .console(BaseDeMesure.compte),
      dans: iut,
    )
    return evaluation.id
  }

  /// The test and the students on whom marks are written.
  struct Salle: Sendable {
    let evaluation: EvaluationDeModule
    let evaluations: [EvaluationDeModule]
    let etudiants: [Identifiant<Etudiant>]
    let versions: [Identifiant<Etudiant>: Int64]

    init(_ registre: any Transaction) throws {
      let promotion = exige(try registre.promotions().first, "a promotion").id
      evaluations = try registre.evaluations(promotion)
      evaluation = exige(evaluations.first { $0.bareme == 20 }, "a test out of 20")
      etudiants = try registre.inscriptions(promotion).map(\.etudiant)
      versions = Dictionary(
        uniqueKeysWithValues: try registre.notes(evaluation.id).map { ($0.etudiant, $0.version) }
      )
    }
  }
}
