internal import Actes
internal import Scolarite

/// Gives each role to somebody who does not exist.
struct InstallerLesComptes {
  let passee: InstallerUnePromotion.Installee
  let mmi: InstallerUnePromotion.Installee
  let rt: InstallerUnePromotion.Installee
  /// The first day of their roles: that of the year before, so that a visit can go back to it.
  let depuis: Jour

  func executer(_ travail: Travail) throws -> [CompteDeDemonstration] {
    let postes = try services + enseignants + etudiants(travail)
    return try [administrateur(travail)] + postes.map { try $0.creer(depuis: depuis, travail) }
  }

  /// Who founded the establishment.
  private func administrateur(_ travail: Travail) throws -> CompteDeDemonstration {
    let habilitation = try travail.registre.habilitations().first {
      $0.habilitation.role == .administrateur
    }
    guard
      let utilisateur = try habilitation.flatMap({
        try travail.registre.utilisateur($0.utilisateur)
      })
    else { throw Refus.inconnu(.utilisateur) }
    return .init(
      utilisateur: utilisateur,
      role: .administrateur,
      description: "\(utilisateur.nom), administration de l’application",
    )
  }

  // MARK: Students

  /// One of each promotion; that of MMI is the one of the lowest marks.
  private func etudiants(_ travail: Travail) throws -> [Poste] {
    [
      try etudiant(passee, parmi: \.last, ", promotion complète", travail),
      try etudiant(mmi, parmi: \.first, ", en difficulté", travail),
      try etudiant(rt, parmi: \.last, ", en apprentissage", travail),
    ].compactMap(\.self)
  }

  private func etudiant(
    _ installee: InstallerUnePromotion.Installee,
    parmi choix: (ArraySlice<Identifiant<Etudiant>>) -> Identifiant<Etudiant>?,
    _ precision: String,
    _ travail: Travail,
  ) throws -> Poste? {
    let promotion = installee.promotion
    let partis = Set(
      try travail.registre.inscriptions(promotion.id).filter { $0.fin != nil }.map(\.etudiant)
    )
    let ranges = try Classement(promotion, travail).etudiants.filter { !partis.contains($0) }
    guard let id = choix(ranges[...]),
      let identite = try travail.registre.etudiant(id)?.identite
    else { return nil }
    return Poste(
      role: .etudiant,
      identifiant: identite.nip.lowercased(),
      nom: "\(identite.prenomUsuel) \(identite.nomUsuel)",
      fonction: "en \(promotion.nom) (\(promotion.annee))\(precision)",
      portees: [.etudiant(id)],
      etudiant: id,
    )
  }
}

/// The students of a promotion, the lowest mean of their marks first.
private struct Classement {
  let etudiants: [Identifiant<Etudiant>]

  init(_ promotion: Promotion, _ travail: Travail) throws {
    var sommes: [Identifiant<Etudiant>: (somme: Fraction, nombre: Int)] = [:]
    try travail.registre.notes(promotion: promotion.id) { inscrite in
      guard case .note(let note) = inscrite.entree else { return }
      let avant = sommes[inscrite.etudiant] ?? (.zero, 0)
      sommes[inscrite.etudiant] = (avant.somme + note.surVingt, avant.nombre + 1)
    }
    etudiants =
      sommes.map { ($0, $1.somme.divise(par: Fraction($1.nombre)) ?? .zero) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }
}
