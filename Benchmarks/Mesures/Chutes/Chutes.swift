internal import Actes
internal import Demonstration
internal import Fiction
internal import Glibc
internal import Registre
internal import SQL
internal import Scolarite
internal import Terrain

/// Kills the process that writes, again and again at random moments, and looks each time for what
/// it had been told was kept.
struct Chutes {
  private let base: BaseDeMesure
  private var hasard = Hasard(graine: 11)
  private var notes = 0
  private var lots = 0
  private var lotsInterrompus = 0

  /// What should never be seen.
  struct Perte: Error, CustomStringConvertible {
    let description: String
  }

  private init(_ moteur: SQLEngine) async throws {
    base = try await BaseDeMesure(moteur, effectif: 30, evaluations: 1...1, contenu: .rien)
  }

  /// Kills the writer so many times on each engine.
  static func texte(_ nombre: Int) async throws -> String {
    var lignes: [String] = []
    for moteur in SQLEngine.allCases {
      var chutes = try await Chutes(moteur)
      for rang in 1...nombre { try await chutes.chute(rang) }
      lignes.append(try chutes.bilan(nombre))
    }
    return lignes.joined(separator: "\n") + "\n"
  }

  private mutating func chute(_ rang: Int) async throws {
    let enfant = try Enfant(["ecrire", base.adresse, "\(rang)"])
    guard enfant.attendre() else { throw Perte(description: "l’écrivain \(rang) n’a pas démarré") }
    usleep(UInt32(hasard.entier(0...100_000)))
    let acquittes = enfant.tuer().split(separator: "\n", omittingEmptySubsequences: false)
    try await verifier(
      acquittes.dropLast().map { $0.split(separator: " ").map(String.init) },
      rang,
    )
    let bilan = try EntretienDeBase(base.registre.adresse).verifierLeJournal()
    guard bilan.estIntact else { throw Perte(description: "chute \(rang) : \(bilan.texte)") }
  }

  /// Every acknowledged writing is there, and of what was not, all or nothing.
  private mutating func verifier(_ acquittes: [[String]], _ rang: Int) async throws {
    let salle = try await base.registre.lire(base.iut) { try Ecrivain.Salle($0) }
    let evaluation = salle.evaluation.id
    for acquitte in acquittes {
      guard acquitte.first == "note", acquitte.count == 4,
        let etudiant = Int64(acquitte[1]).flatMap({ Identifiant<Etudiant>($0) })
      else { continue }
      let histoire = try await base.registre.lire(base.iut) {
        try $0.histoire(evaluation, etudiant)
      }
      let gardee = histoire.first { String($0.note.version) == acquitte[2] }
      guard gardee?.note.entree.mot == acquitte[3] else {
        throw Perte(description: "chute \(rang) : la note \(acquitte) manque")
      }
      notes += 1
    }
    try await verifierLesLots(salle, Set(acquittes.filter { $0[0] == "lot" }.map { $0[1] }), rang)
  }

  private mutating func verifierLesLots(
    _ salle: Ecrivain.Salle,
    _ acquittes: Set<String>,
    _ rang: Int,
  ) async throws {
    for evaluation in salle.evaluations where evaluation.nom.hasPrefix("lot \(rang)-") {
      let nombre = try await base.registre.lire(base.iut) { try $0.notes(evaluation.id).count }
      let attendu = acquittes.contains(evaluation.id.description)
      guard nombre == salle.etudiants.count || (nombre == 0 && !attendu) else {
        throw Perte(description: "chute \(rang) : \(nombre) notes du lot \(evaluation.nom)")
      }
      lots += attendu ? 1 : 0
      lotsInterrompus += nombre == 0 ? 1 : 0
    }
  }

  private func bilan(_ nombre: Int) throws -> String {
    let entier = try EntretienDeBase(base.registre.adresse).verifier()
    base.registre.fermer()
    guard entier.estIntact, notes > nombre else { throw Perte(description: entier.texte) }
    return "\(base.moteur.enseigne) : écrivain tué \(nombre) fois ; \(enMilliers(notes)) notes et "
      + "\(enMilliers(lots)) lots acquittés, tous là ; \(lotsInterrompus) lots interrompus, rien "
      + "d’eux ; \(entier.journal.chaines[0].entrees) entrées de journal vérifiées."
  }
}
