internal import Actes
internal import HTTPServer
internal import Registre

/// What the command line says of the service.
struct ReglagesDeService {
  private(set) var http = HTTPServerConfiguration()
  let adresse: String?
  let estUneDemonstration: Bool
  /// That of the machine; of another day for a demonstration only.
  let horloge: Horloge
  /// The sign-in services of the university.
  let fournisseurs: [any FournisseurDIdentite]
  private let code: String?
  private let saisie: Saisie

  init(_ saisie: Saisie, _ chemin: [String]) throws(Abandon) {
    self.saisie = saisie
    code = saisie.valeur("etablissement")
    estUneDemonstration = saisie.porte("demonstration")
    horloge = try Self.horloge(saisie, chemin)
    adresse = try Self.adresse(saisie, chemin)
    fournisseurs = try ServicesDIdentite.lire(saisie, chemin)
    http.port = 8_080
    if let texte = saisie.valeur("port") {
      guard let port = UInt16(texte) else {
        throw .usage("« \(texte) » n’est pas un port, de 0 à 65535", chemin)
      }
      http.port = port
    }
    if let texte = saisie.valeur("ecoute") {
      guard let ip = IPAddress(texte) else {
        throw .usage("« \(texte) » n’est pas une adresse IP", chemin)
      }
      http.address = ip
    }
    var plages: [IPRange] = []
    for texte in saisie.valeurs("mandataire") {
      guard let plage = IPRange(texte) else {
        throw .usage("« \(texte) » n’est pas une adresse IP, ni un réseau IP/N", chemin)
      }
      plages.append(plage)
    }
    http.trustedProxies = TrustedProxies(plages)
  }

  private static func horloge(_ saisie: Saisie, _ chemin: [String]) throws(Abandon) -> Horloge {
    guard let instant = try saisie.instant("le", chemin) else { return .reelle }
    guard saisie.porte("demonstration") else {
      throw .usage(
        "--le ne va qu’avec --demonstration : un vrai site vit à l’heure qu’il est",
        chemin,
      )
    }
    guard let horloge = Horloge.partant(de: instant) else {
      throw .usage("aucune horloge de Paris ne montre \(instant)", chemin)
    }
    return horloge
  }

  private static func adresse(_ saisie: Saisie, _ chemin: [String]) throws(Abandon) -> String? {
    guard let texte = saisie.valeur("adresse") else { return nil }
    let nue = String(texte.reversed().drop { $0 == "/" }.reversed())
    let schema = ["https://", "http://"].first { nue.hasPrefix($0) }
    guard let schema, nue.count > schema.count, !nue.dropFirst(schema.count).contains("/") else {
      throw .usage("« \(texte) » n’est pas une adresse https://machine", chemin)
    }
    return nue
  }

  /// What is said of mail, in the name of an establishment; `nil` where none is to be sent.
  func courrier(_ etablissement: Etablissement, _ chemin: [String]) throws(Abandon)
    -> ReglagesDuCourrier?
  {
    try ReglagesDuCourrier.lire(saisie, chemin, nom: etablissement.nom)
  }

  /// The establishment of that code, or the only one.
  func etablissement(_ registre: RegistreSQL) throws -> Etablissement {
    let tous = try attendre { try await registre.etablissements() }
    let choisis = tous.filter { code == nil || $0.code == code }
    guard let choisi = choisis.first, choisis.count == 1 else {
      let codes = tous.map(\.code).joined(separator: ", ")
      throw Abandon(
        code: .refus,
        messages: [
          "choisissez un établissement avec --etablissement ; la base a : "
            + "\(codes.isEmpty ? "aucun" : codes). Rien n’est servi"
        ],
      )
    }
    return choisi
  }
}
