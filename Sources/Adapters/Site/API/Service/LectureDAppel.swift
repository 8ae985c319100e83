internal import HTTPServer
internal import JSON
internal import Text

/// Reads a request as an operation describes it, and refuses everything else.
struct LectureDAppel {
  private let operation: Operation
  private let requete: HTTPRequest

  /// The bytes of a body at most.
  static let longueur = 1 << 20

  init(_ operation: Operation, _ requete: HTTPRequest) {
    self.operation = operation
    self.requete = requete
  }

  /// The secret that the request bears (RFC 6750, 2.1).
  static func jeton(_ requete: HTTPRequest) throws(ProblemeDAPI) -> String {
    let entetes = requete.headers.all("authorization")
    let parties = (entetes.first ?? "").split(separator: " ")
    guard entetes.count == 1, parties.count == 2, parties[0].lowercased() == "bearer" else {
      throw ProblemeDAPI(
        .jetonAbsent,
        "Donnez un jeton dans l’en-tête « Authorization: Bearer … » ; /api dit comment en faire un",
      )
    }
    return String(parties[1])
  }

  /// What the address and the query give, by name.
  func valeurs(_ chemin: [String: String]) throws(ProblemeDAPI) -> [String: String] {
    var valeurs = chemin
    var fautes: [FauteDAPI] = []
    for parametre in operation.parametres where parametre.lieu == .chemin {
      let noeud = parametre.noeud(valeurs[parametre.nom] ?? "")
      guard parametre.schema.fautes(noeud).isEmpty else {
        throw ProblemeDAPI(.inconnu, "Rien n’est à cette adresse : \(parametre.nom) est mal écrit")
      }
    }
    let connus = operation.parametres.filter { $0.lieu == .requete }
    for item in requete.query.items {
      let place = "?" + item.name
      guard let parametre = connus.first(where: { $0.nom == item.name }) else {
        fautes.append(.init(pointeur: place, detail: "n’est pas un paramètre connu"))
        continue
      }
      if valeurs[item.name] != nil {
        fautes.append(.init(pointeur: place, detail: "est donné deux fois"))
      }
      fautes += parametre.schema.fautes(parametre.noeud(item.value)).map {
        FauteDAPI(pointeur: place, detail: $0.detail)
      }
      valeurs[item.name] = item.value
    }
    guard fautes.isEmpty else { throw .invalide(fautes) }
    return valeurs
  }

  /// The body, which the schema of the operation accepts.
  func corps() throws(ProblemeDAPI) -> ObjetLu {
    guard let schema = operation.corps else { return ObjetLu(nil) }
    let media = (requete.headers["content-type"] ?? "").split(separator: ";").first ?? ""
    guard String(media).sansBords.lowercased() == "application/json" else {
      throw ProblemeDAPI(.pasDuJSON, "Envoyez « Content-Type: application/json »")
    }
    guard requete.body.count <= Self.longueur else {
      throw ProblemeDAPI(
        .tropLong,
        "Le corps a plus d’un mébioctet ; envoyez-le en plusieurs fois",
      )
    }
    guard let texte = String(validating: requete.body.bytes(), as: UTF8.self) else {
      throw ProblemeDAPI(.demandeMalFaite, "Le corps n’est pas du texte en UTF-8")
    }
    let noeud: JSONNode
    do throws(JSONSyntaxError) {
      noeud = try JSONNode(parsing: texte)
    } catch {
      throw ProblemeDAPI(
        .demandeMalFaite,
        "Le corps n’est pas du JSON, ligne \(error.position.line), colonne "
          + "\(error.position.column) : \(error.description)",
      )
    }
    let fautes = schema.fautes(noeud)
    guard fautes.isEmpty else { throw .invalide(fautes) }
    return ObjetLu(noeud)
  }
}
