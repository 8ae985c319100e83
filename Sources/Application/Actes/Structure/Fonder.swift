internal import Scolarite

/// Makes an establishment with its first administrator.
public struct Fonder: Acte {
  public static let nom = "fonder"
  public let fondation: Fondation
  public let administrateur: NouvelUtilisateur

  public init(fondation: Fondation, administrateur: NouvelUtilisateur) {
    self.fondation = fondation
    self.administrateur = administrateur
  }

  public func executer(_ travail: Travail) throws -> Etablissement {
    let permis = try travail.exiger(.administrer, .etablissement)
    let etablissement = try travail.registre.etablissement()
    _ = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.etablissement, etablissement.id),
      apres: [
        "code": .texte(fondation.code), "nom": .texte(fondation.nom),
        "ville": .texte(fondation.ville),
      ],
    )
    let utilisateur = try CreerUnUtilisateur(administrateur).executer(travail)
    _ = try DonnerUnRole(
      .administrateur,
      sur: .etablissement,
      a: utilisateur.id,
      depuis: travail.moment.jour,
    ).executer(travail)
    return etablissement
  }
}

extension Bureau {
  /// Makes an establishment; only who holds the machine can.
  /// - Parameters:
  ///   - acte: what it is to be.
  ///   - compte: the account on the machine.
  /// - Returns: the establishment.
  /// - Throws: `Refus.etat` when the code is taken, or an `ErreurDeRegistre`.
  public func fonder(_ acte: Fonder, console compte: String) async throws -> Etablissement {
    try await verifierLeCode(acte)
    return try await registre.fonder(acte.fondation) { transaction in
      try acte.executer(travail(.console(compte), transaction))
    }
  }

  /// Makes an establishment and does a first act there: both, or neither.
  /// - Parameters:
  ///   - acte: what it is to be.
  ///   - suite: what is done in it at once.
  ///   - compte: the account on the machine.
  /// - Returns: what the first act gives.
  /// - Throws: as `fonder`, and what the first act throws.
  public func fonder<A: Acte>(
    _ acte: Fonder,
    puis suite: A,
    console compte: String,
  ) async throws -> A.Resultat {
    try await verifierLeCode(acte)
    return try await registre.fonder(acte.fondation) { transaction in
      let travail = try travail(.console(compte), transaction)
      _ = try acte.executer(travail)
      return try suite.executer(travail)
    }
  }

  private func verifierLeCode(_ acte: Fonder) async throws {
    let codes = try await registre.etablissements().map(\.code)
    guard !codes.contains(acte.fondation.code) else {
      throw Refus.etat(.nomDejaPris(acte.fondation.code))
    }
  }
}
