internal import Echanges
internal import Files
internal import JSON
internal import Scolarite
internal import Text

extension Commandes {
  static let regles = Commande(
    nom: "regles",
    resume: "Donne le catalogue des règles et la conformité aux exigences.",
    details: """
      Chaque règle a un nom, un article, un énoncé, les exigences qu’elle couvre et les lectures
      qu’elle applique. Avec --sortie, écrit une page Markdown par règle, leur index et la page de
      conformité (celle-ci demande --exigences) : c’est ainsi que la documentation est faite.
      """,
    options: [
      Commande.Option(
        nom: "format",
        valeur: "table|json",
        aide: "table pour lire (par défaut), json pour un programme",
        choix: ["table", "json"],
      ),
      Commande.Option(nom: "sortie", valeur: "DOSSIER", aide: "écrit les pages Markdown là"),
      Commande.Option(
        nom: "exigences",
        valeur: "FICHIER",
        aide: "liste des exigences (docs/exigences.json)",
      ),
    ],
    exemples: [
      "delibere regles",
      "delibere regles --sortie pages --exigences docs/exigences.json",
    ],
    action: .execution(CatalogueDesRegles.run),
  )
}

/// `delibere regles`: the rules that the code holds, as tables or pages.
enum CatalogueDesRegles {
  static func run(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    guard let sortie = saisie.valeur("sortie") else {
      console.print(saisie.valeur("format") == "json" ? json.rendered() : frenchSpacing(table))
      return .succes
    }
    for regle in Regle.toutes {
      try ecrire("\(sortie)/regle-\(regle.nom).md", page(regle))
    }
    try ecrire("\(sortie)/Regles.md", index)
    if let chemin = saisie.valeur("exigences") {
      let conformite = try conformite(chemin)
      try ecrire("\(sortie)/Conformite.md", conformite.page)
      console.print(conformite.bilan + "\n")
    }
    return .succes
  }

  private static func ecrire(_ chemin: String, _ texte: String) throws(Abandon) {
    do throws(FileError) {
      try writeFile(chemin, frenchSpacing(texte).utf8)
    } catch {
      throw .fichier(["\(chemin) : \(error.description)"])
    }
  }

  private static func conformite(_ chemin: String) throws(Abandon) -> Conformite {
    let octets: [UInt8]
    do throws(FileError) {
      octets = try readFile(chemin, limit: 1_048_576)
    } catch {
      throw .fichier(["\(chemin) : \(error.description)"])
    }
    do throws(DataFileError) {
      return try Conformite(json: octets)
    } catch {
      let place = error.position.map { "\(chemin):\($0)" } ?? chemin
      throw .fichier(["\(place) : \(error.description)"])
    }
  }

  private static var table: String {
    var table = TextTable([
      .init("Règle"), .init("Article", maximumWidth: 30), .init("Énoncé", maximumWidth: 70),
    ])
    for regle in Regle.toutes { table.add([regle.nom, regle.article.description, regle.enonce]) }
    return table.render()
  }

  private static var json: JSONNode {
    .array(
      Regle.toutes.map { regle in
        [
          "nom": .string(regle.nom), "article": .string(regle.article.description),
          "enonce": .string(regle.enonce),
          "exigences": .array(regle.exigences.map { .string($0) }),
          "lectures": .array(regle.lectures.map { .string($0) }),
        ]
      }
    )
  }

  private static func page(_ regle: Regle) -> String {
    """
    # Règle : \(regle.nom)

    \(regle.enonce)

    ## Origine

    - Article : \(regle.article)
    - Exigences couvertes : \(regle.exigences.joined(separator: ", "))
    - Lectures appliquées : \(regle.lectures.isEmpty ? "aucune" : regle.lectures.joined(separator: ", "))

    Dans une preuve, cette règle porte le nom `\(regle.nom)` ; `tools/verifier_preuve.py` la refait.

    """
  }

  private static var index: String {
    let liens = Regle.toutes.map { "- <doc:regle-\($0.nom)>" }.joined(separator: "\n")
    return """
      # Catalogue des règles

      Une page par règle, produite depuis le code, dans l’ordre d’une délibération.

      ## Règles

      \(liens)

      """
  }
}
