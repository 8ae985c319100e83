internal import Scolarite

extension Travail {
  /// The conflict that a writer meets whose version is no longer the last: what stands, who wrote
  /// it and when, beside what was to be written.
  ///
  /// Where entries of one object write several rows, or a row has entries of several objects, the
  /// row says which entry wrote it.
  func conflit(
    _ objet: Objet,
    _ actuels: Faits,
    _ proposes: Faits,
    _ version: Int64,
    sur ligne: LigneSignee? = nil,
  ) throws -> Refus {
    let derniere = try ligne.map(registre.derniereEntree(sur:)) ?? registre.derniereEntree(objet)
    return .conflit(
      Refus.Conflit(
        objet: objet.nom,
        actuelle: actuels.phrase,
        proposee: proposes.phrase,
        auteur: try nom(derniere?.auteur),
        horodatage: derniere?.horodatage ?? moment.horodatage,
        version: version,
      )
    )
  }

  /// The name of a user; the console has none.
  func nom(_ auteur: Identifiant<Utilisateur>?) throws -> String {
    guard let auteur else { return "l’administration du serveur" }
    return try registre.utilisateur(auteur)?.nom ?? "utilisateur \(auteur)"
  }
}

extension Faits {
  /// « nom : DS 1, coefficient : 2 ».
  var phrase: String {
    champs.map { "\($0.nom) : \($0.valeur.phrase)" }.joined(separator: ", ")
  }
}

extension Faits.Valeur {
  var phrase: String {
    switch self {
    case .vide: "—"
    case .texte(let texte): texte
    case .entier(let entier): String(entier)
    case .nombre(let nombre): nombre.description
    case .verdict(let verdict): verdict ? "oui" : "non"
    case .liste(let valeurs): valeurs.map(\.phrase).joined(separator: " ; ")
    case .faits(let faits): faits.phrase
    }
  }
}
