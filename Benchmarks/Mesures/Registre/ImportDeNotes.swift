internal import Actes
internal import Demonstration
internal import Registre
internal import SQL
internal import Scolarite
internal import Terrain

/// A million marks written by the act, beside the same rows loaded bare into the same table.
struct ImportDeNotes {
  private static let nombre = 1_000_000
  private static let passages = 3
  private let base: BaseDeMesure
  private let lignes: [ChargerDesNotes.Ligne]

  init(_ moteur: SQLEngine) async throws {
    let evaluations = 72
    base = try await BaseDeMesure(
      moteur,
      effectif: Self.nombre / evaluations + 1,
      evaluations: 2...2,
      contenu: .rien,
    )
    let notes = (0...80).map { quarts in
      Entree.note(
        exige(Note(Decimale(enMillioniemes: Int64(quarts) * 250_000) ?? .zero), "a mark")
      )
    }
    let etudiants = base.installee.etudiants
    lignes = base.installee.evaluations.prefix(evaluations).flatMap { evaluation in
      etudiants.indices.map { rang in
        ChargerDesNotes.Ligne(
          evaluation: evaluation.id,
          etudiant: etudiants[rang],
          entree: evaluation.bareme == 20
            ? notes[(rang * 7 + Int(evaluation.id.valeur)) % 81] : .excuse,
        )
      }
    }.prefix(Self.nombre).map(\.self)
  }

  func section() async throws -> Section {
    var nus: [Duration] = []
    var actes: [Duration] = []
    for _ in 0...Self.passages {
      try vider()
      nus.append(try charger())
      try vider()
      actes.append(
        try await chronometrer {
          _ = try await base.bureau.faire(
            ChargerDesNotes(
              promotion: base.installee.promotion.id,
              notes: lignes,
              source: "mesure",
            ),
            par: .console(BaseDeMesure.compte),
            dans: base.iut,
          )
        }
      )
    }
    let (nu, acte) = (Releve(nus).mediane, Releve(actes).mediane)
    base.registre.fermer()
    return Section([
      Ligne(
        "\(base.moteur.enseigne) : import de \(enMilliers(lignes.count)) notes (droits, contrôles, "
          + "empreinte au journal)",
        acte,
        limite: nu,
        base.moteur == .sqlite
          ? "INSERT préparé, une transaction, même table" : "COPY binaire dans la même table",
        cible: nu * 3,
      )
    ])
  }

  private func vider() throws {
    let connexion = try base.ouvrir()
    try connexion.execute("DELETE FROM note")
    guard base.moteur == .postgresql else { return }
    try connexion.script("VACUUM ANALYZE note")
    try connexion.script("CHECKPOINT")
  }

  /// The rows as they are, their values ready, without any check.
  private func charger() throws -> Duration {
    let connexion = try base.ouvrir()
    let rangees: [Rangee] = lignes.map { Rangee($0) }
    let horloge = ContinuousClock()
    let debut = horloge.now
    try connexion.transaction(.write) {
      _ = try connexion.load(
        into: "note",
        columns: [
          "etablissement", "evaluation", "etudiant", "version", "mot", "valeur", "bareme",
          "motif", "entree",
        ],
      ) { ecrivain in
        for rangee in rangees { try rangee.ecrire(base.iut.valeur, ecrivain) }
      }
    }
    return debut.duration(to: horloge.now)
  }

  /// A row ready to be loaded.
  private struct Rangee {
    let evaluation: Int64
    let etudiant: Int64
    let valeur: Int64?

    init(_ ligne: ChargerDesNotes.Ligne) {
      evaluation = ligne.evaluation.valeur
      etudiant = ligne.etudiant.valeur
      if case .note(let note) = ligne.entree {
        valeur = note.valeur.millioniemes
      } else {
        valeur = nil
      }
    }

    func ecrire(_ etablissement: Int64, _ ecrivain: any SQLRowWriter) throws {
      ecrivain.integer(etablissement)
      ecrivain.integer(evaluation)
      ecrivain.integer(etudiant)
      ecrivain.integer(1)
      ecrivain.text(valeur == nil ? "EXC" : "NOTE")
      if let valeur { ecrivain.integer(valeur) } else { ecrivain.null() }
      if valeur != nil { ecrivain.integer(20_000_000) } else { ecrivain.null() }
      ecrivain.null()
      ecrivain.integer(1)
      try ecrivain.endRow()
    }
  }
}
