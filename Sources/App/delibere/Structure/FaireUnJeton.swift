internal import Actes
internal import Coffre
internal import Scolarite
internal import Text

/// `delibere compte jeton`: lets a program act in the name of a person.
enum FaireUnJeton {
  private static let fil = ["delibere", "compte", "jeton"]

  /// Every right but that on the account itself, which no program has.
  static let droits = Droit.allCases.filter { $0 != .gererSonCompte }.map(\.rawValue)

  static func executer(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    _ = try saisie.exiger("utilisateur", fil)
    let droits = Set(saisie.valeurs("droit").compactMap(Droit.init))
    guard !droits.isEmpty else { throw .usage("il manque --droit", fil) }
    guard let jusqua = try saisie.jour("jusqua", fil) else {
      throw .usage("il manque --jusqua", fil)
    }
    let secret = Coffre().secret()
    let nom = saisie.arguments[0]
    let acte = CreerUnJeton(nom, secret.empreinte, droits: droits, jusqua: jusqua)
    let jeton = try Guichet.ouvrir(saisie) { try $0.faire(acte) }
    console.print(
      frenchSpacing(
        "Jeton « \(jeton.nom) », jusqu’au \(jeton.jusqua). Gardez son secret : il ne sera plus "
          + "montré.\n"
      ) + "\(secret.texte)\n"
    )
    return .succes
  }
}
