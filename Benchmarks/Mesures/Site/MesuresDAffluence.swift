internal import Actes
internal import Coffre
internal import HTTPServer
internal import Registre
internal import SQL
internal import Scolarite
internal import Terrain
internal import Text

/// A whole amphitheatre signs in while teachers enter marks.
enum MesuresDAffluence {
  private static let signatures = 300
  private static let enseignants = 8

  /// - Returns: the table: each load beside a constant answer of the same server under the same load.
  /// - Throws: when a base or a server cannot be made.
  static func texte() async throws -> String {
    var table = TextTable([
      .init("Mesure", maximumWidth: 44), .init("Envoyées", .right), .init("Au registre", .right),
      .init("Médiane", .right), .init("99e centile", .right), .init("Le plus long", .right),
    ])
    for moteur in SQLEngine.allCases {
      for secondes in [60, 5] {
        try await signer(moteur, en: secondes, &table)
      }
    }
    return frenchSpacing(table.render())
  }

  private static func signer(_ moteur: SQLEngine, en secondes: Int, _ table: inout TextTable)
    async throws
  {
    let terrain = try await TerrainDAffluence(
      moteur,
      effectif: signatures,
      enseignants: enseignants,
    )
    let (seance, code) = try await ouvrir(terrain)
    let pas = Duration.seconds(secondes) / signatures
    func etaler(_ requete: (TerrainDAffluence.Personne) -> [UInt8]) -> [Rafale.Envoi] {
      terrain.etudiants.enumerated().map { rang, personne in
        .init(moment: pas * rang, requete: requete(personne))
      }
    }
    let pages = etaler { $0.lire("/emarger/\(seance)/\(code)") }
    let signatures = etaler {
      $0.envoyer("/emarger", [("seance", "\(seance)"), ("code", code)])
    }
    let notes = saisies(terrain, secondes)
    let constant = try HTTPServer(HTTPServerConfiguration())
    try constant.start { _ in .text("bonjour") }
    let temoin = Rafale.envoyer([pages, signatures, notes], port: constant.port)
    await constant.stop()
    let bilans = Rafale.envoyer([pages, signatures, notes], port: terrain.serveur.port)
    let ecrites = try await terrain.base.registre.lire(terrain.base.iut) { registre in
      try (
        registre.signatures(seance).count,
        terrain.enseignants.reduce(0) { try $0 + registre.notes($1.evaluation).count },
      )
    }
    let nom = "\(moteur.enseigne), en \(secondes) s"
    table.add(ligne("\(nom) : signatures", signatures.count, ecrites.0, bilans[1]))
    table.add(
      ligne("\(nom) : notes de \(enseignants) enseignants", notes.count, ecrites.1, bilans[2])
    )
    table.add(ligne("\(nom) : page du code", pages.count, nil, bilans[0]))
    table.add(ligne("\(nom) : une réponse constante", signatures.count, nil, temoin[1]))
    await terrain.fermer()
  }

  /// Each teacher enters a mark every second.
  private static func saisies(_ terrain: TerrainDAffluence, _ secondes: Int) -> [Rafale.Envoi] {
    terrain.enseignants.enumerated().flatMap { decalage, saisie in
      terrain.etudiants.prefix(secondes).enumerated().map { rang, personne in
        let etudiant = exige(personne.etudiant, "a student")
        return Rafale.Envoi(
          moment: .seconds(rang) + .milliseconds(decalage * 120),
          requete: saisie.personne.envoyer(
            "/evaluations/\(saisie.evaluation)/notes/\(etudiant)",
            [("valeur", "\(8 + rang % 12)"), ("version", "0")],
          ),
        )
      }
    }
  }

  /// A slot of the whole promotion, signed now, and its code.
  private static func ouvrir(_ terrain: TerrainDAffluence) async throws
    -> (Identifiant<Seance>, String)
  {
    let maintenant = Horloge.mesures.maintenant()
    let seances = try await terrain.faire(
      CreerDesSeances(
        promotion: terrain.promotion.id,
        seances: [.init(module: nil, debut: maintenant.instant, minutes: 60, nature: .cm)],
      )
    )
    let seance = exige(seances.first, "the slot is made").id
    let coffre = terrain.coffre
    let emargement = try await terrain.faire(
      OuvrirLEmargement(seance, cle: coffre.texte(cle: coffre.cleDuSecondFacteur()), pas: 60)
    )
    return (seance, exige(emargement.code(a: maintenant.horodatage, coffre), "it is open"))
  }

  private static func ligne(_ nom: String, _ envoyees: Int, _ ecrites: Int?, _ bilan: Rafale.Bilan)
    -> [String]
  {
    [
      nom, "\(envoyees)", ecrites.map { "\($0)" } ?? "–",
      Grandeur.duree(bilan.releve.mediane).texte, Grandeur.duree(bilan.releve.centile(99)).texte,
      Grandeur.duree(bilan.releve.maximum).texte,
    ]
  }
}
