internal import Echanges
internal import JSON
internal import Scolarite
internal import Text

/// `delibere maquette verifier`: every figure recomputed, every check run.
enum VerifierMaquette {
  /// A file and its report.
  private struct Verification {
    let fichier: FichierDeMaquette
    let rapport: RapportDeConformite

    /// What the reading noticed, then what the checks found.
    var constats: [Constat] { fichier.lecture.constats + rapport.constats }
  }

  static func run(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let verifications = try FichierDeMaquette.lire(saisie).map {
      Verification(fichier: $0, rapport: $0.lecture.rapport())
    }
    if saisie.valeur("format") == "json" {
      console.print(JSONNode.array(verifications.map(json)).rendered())
    } else {
      console.print(frenchSpacing(verifications.map(table).joined() + bilan(verifications)))
    }
    let pire = verifications.flatMap(\.constats).map(\.gravite).min() ?? .information
    let refuse = pire == .erreur || (saisie.porte("strict") && pire == .avertissement)
    return refuse ? .erreursTrouvees : .succes
  }

  private static func json(_ verification: Verification) -> JSONNode {
    let rapport = verification.rapport
    let fichier = verification.fichier
    let lecture = fichier.lecture.constats.map { $0.json(fichier, controle: nil) }
    let controles = rapport.parControle.flatMap { controle, constats in
      constats.map { $0.json(fichier, controle: controle) }
    }
    return [
      "fichier": .string(fichier.chemin),
      "titre": .string(fichier.lecture.maquette.identite.titre),
      "chiffres": json(rapport.bilanDesChiffres),
      "credits": json(rapport.bilanDesCredits),
      "constats": .array(lecture + controles),
    ]
  }

  private static func json(_ bilan: (concordent: Int, sur: Int)) -> JSONNode {
    ["recalcules": .entier(bilan.sur), "concordent": .entier(bilan.concordent)]
  }

  private static func table(_ verification: Verification) -> String {
    let fichier = verification.fichier
    var texte = "\(fichier.lecture.maquette.identite.titre)\n"
    texte += phrase("heures et coefficients", verification.rapport.bilanDesChiffres)
    texte += phrase("crédits", verification.rapport.bilanDesCredits)
    texte += section("lecture du document", nil, fichier.lecture.constats, fichier)
    for (controle, constats) in verification.rapport.parControle {
      texte += section(controle.nom, controle, constats, fichier)
    }
    return texte + "\n"
  }

  private static func phrase(_ quoi: String, _ bilan: (concordent: Int, sur: Int)) -> String {
    "  \(quoi) : \(bilan.sur) chiffres recalculés, \(bilan.concordent) concordent\n"
  }

  private static func section(
    _ nom: String,
    _ controle: Controle?,
    _ constats: [Constat],
    _ fichier: FichierDeMaquette,
  ) -> String {
    guard !constats.isEmpty else { return "" }
    var texte = "\n  \(nom)" + (controle.map { " (\($0.article)) — \($0.enonce)" } ?? "") + "\n"
    for constat in constats {
      texte +=
        "    \(constat.gravite.rawValue)  \(fichier.emplacement(constat.lieu))  "
        + "\(constat.lieu) : \(constat.nature.phrase)\n"
    }
    return texte
  }

  private static func bilan(_ verifications: [Verification]) -> String {
    let bilans = verifications.map(\.rapport.bilanDesChiffres)
    let constats = verifications.flatMap(\.constats)
    let comptes = Constat.Gravite.allCases.map { gravite in
      compte(constats.count { $0.gravite == gravite }, gravite.rawValue)
    }
    let sur = bilans.map(\.sur).reduce(0, +)
    let concordent = bilans.map(\.concordent).reduce(0, +)
    return "Bilan : \(sur) chiffres recalculés, \(concordent) concordent ; "
      + comptes.joined(separator: ", ") + ".\n"
  }
}
