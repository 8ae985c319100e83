internal import Actes
internal import Demonstration
internal import Registre
internal import SQL
internal import Scolarite
internal import Terrain

/// One mark written durably, with its entry of the journal and its consequences, beside what the
/// disk takes to keep anything.
struct NoteDurable {
  private static let effectif = 150
  private static let passages = 300
  private let base: BaseDeMesure

  init(_ moteur: SQLEngine) async throws {
    base = try await BaseDeMesure(
      moteur,
      effectif: Self.effectif,
      evaluations: 1...2,
      contenu: .notes,
    )
  }

  func section() async throws -> Section {
    let vivante = try await base.bureau.demander(
      DelibererUnePromotion(base.installee.promotion.id),
      par: .console(BaseDeMesure.compte),
      dans: base.iut,
    )
    let evaluation = exige(
      base.installee.evaluations.first { $0.bareme == 20 },
      "a test is out of 20",
    )
    let notes = try await base.bureau.demander(
      VoirUneEvaluation(evaluation.id),
      par: .console(BaseDeMesure.compte),
      dans: base.iut,
    ).lignes.compactMap(\.note)
    var ecritures: [Duration] = []
    var vidages: [Duration] = []
    for passage in 0...Self.passages {
      let saisie = SaisirUneNote(
        evaluation: evaluation.id,
        etudiant: notes[passage % notes.count].etudiant,
        entree: .note(exige(Note(Decimale(passage % 21)), "a mark on 20")),
        version: 1 + Int64(passage / notes.count),
      )
      ecritures.append(
        try await chronometrer {
          let note = try await base.bureau.faire(
            saisie,
            par: .console(BaseDeMesure.compte),
            dans: base.iut,
          )
          precondition(vivante.noter(note) != nil, "the promotion takes the mark")
        }
      )
      vidages.append(try vider())
    }
    base.registre.fermer()
    return section(Releve(ecritures), Releve(vidages))
  }

  /// The disk's own time to keep one row: an update committed bare on the same base.
  private func vider() throws -> Duration {
    let connexion = try base.ouvrir()
    let horloge = ContinuousClock()
    let debut = horloge.now
    try connexion.transaction(.write) {
      _ = try connexion.execute("UPDATE etablissement SET ville = ville || '.'")
    }
    return debut.duration(to: horloge.now)
  }

  private func section(_ ecriture: Releve, _ vidage: Releve) -> Section {
    let reference = "une ligne modifiée et confirmée sur le disque, sans rien d’autre"
    return Section([
      Ligne(
        "\(base.moteur.enseigne) : une note écrite durablement, journal et conséquences compris, "
          + "médiane",
        ecriture.mediane,
        limite: vidage.mediane,
        reference,
        cible: vidage.mediane + .milliseconds(5),
      ),
      Ligne(
        "… 95e centile",
        ecriture.centile(95),
        limite: vidage.centile(95),
        reference,
        cible: vidage.centile(95) + .milliseconds(5),
      ),
    ])
  }
}
