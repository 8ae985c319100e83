internal import Actes
internal import XML

/// What a CAS server says of a ticket (CAS 3.0, 2.5.2 and 2.8).
struct ReponseCAS {
  private let succes: XMLElement

  /// Reads the document; a failure is thrown.
  init(_ octets: [UInt8]) throws(ErreurDIdentite) {
    let racine: XMLElement
    do throws(XMLError) {
      racine = try XMLElement(parsing: octets)
    } catch {
      throw .reponseInvalide("la réponse du serveur CAS n’est pas du XML lisible")
    }
    guard racine.name == "serviceResponse", racine.namespace == Self.vocabulaire,
      racine.children.count == 1, let contenu = racine.children.first,
      contenu.namespace == Self.vocabulaire
    else { throw .reponseInvalide("la réponse du serveur CAS n’a pas la forme attendue") }
    guard contenu.name == "authenticationSuccess" else { throw Self.echec(contenu) }
    succes = contenu
  }

  /// Who the ticket is for.
  func identite(_ reglages: ReglagesCAS) throws(ErreurDIdentite) -> IdentiteExterne {
    let utilisateurs = succes.children.filter {
      $0.name == "user" && $0.namespace == Self.vocabulaire
    }
    guard utilisateurs.count == 1 else {
      throw .reponseInvalide("le serveur CAS ne nomme pas une seule personne")
    }
    var sujet = utilisateurs.first.map(Self.texte)
    if let attribut = reglages.attributDuSujet {
      let valeurs = valeurs(attribut)
      guard valeurs.count == 1 else {
        throw .reponseInvalide("l’attribut « \(attribut) » manque, ou a plusieurs valeurs")
      }
      sujet = valeurs.first
    }
    return try IdentiteExterne(
      fournisseur: reglages.code,
      sujetLu: sujet,
      nomLu: premier(reglages.attributsDuNom),
      courrielLu: premier(reglages.attributsDuCourriel),
    )
  }

  private static let vocabulaire = "http://www.yale.edu/tp/cas"

  private func valeurs(_ attribut: String) -> [String] {
    (succes.child("attributes")?.children ?? []).filter { $0.name == attribut }.map(Self.texte)
  }

  private func premier(_ attributs: [String]) -> String? {
    attributs.lazy.compactMap { valeurs($0).first { !$0.isEmpty } }.first
  }

  /// The text without the blanks that lay out the document.
  private static func texte(_ element: XMLElement) -> String {
    let debut = element.text.drop { $0.isWhitespace }
    let fin = debut.lastIndex { !$0.isWhitespace }
    return fin.map { String(debut[...$0]) } ?? ""
  }

  private static func echec(_ contenu: XMLElement) -> ErreurDIdentite {
    guard contenu.name == "authenticationFailure" else {
      return .reponseInvalide("la réponse du serveur CAS n’a pas la forme attendue")
    }
    switch contenu.attributes["code"] {
    case "INVALID_TICKET": return .expiree
    case "INTERNAL_ERROR": return .injoignable
    case let code: return .reponseInvalide("le serveur CAS refuse : \(motDuService(code))")
    }
  }
}
