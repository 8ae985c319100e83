internal import JSON
public import Scolarite

/// Finds profiles and curricula by name: those that ship, or files that the caller reads.
public struct Bibliotheque: Sendable {
  /// The levels that curricula are checked against; none changes a result.
  let referentiel = Referentiel(specialites: [], etablissements: [])
  /// Gives the content of a file; `nil` when it cannot be read.
  private let lire: @Sendable (String) -> [UInt8]?

  /// - Parameter lire: reads a file named in a dossier or a profile.
  public init(lire: @escaping @Sendable (String) -> [UInt8]?) {
    self.lire = lire
  }

  /// The names of the profiles that ship.
  public static let profils = embarques.keys.sorted()

  private static let embarques: [String: [UInt8]] = [
    "but-national-2022": PackageResources.but_national_2022_json,
    "iut-dijon-2022": PackageResources.iut_dijon_2022_json,
    "iut-larochesuryon-2025": PackageResources.iut_larochesuryon_2025_json,
    "but-informatique-session2": PackageResources.but_informatique_session2_json,
    "but-arrondi-2-decimales": PackageResources.but_arrondi_2_decimales_json,
    "bts-exceptionnel-2021": PackageResources.bts_exceptionnel_2021_json,
  ]

  /// The names of the curricula that ship.
  public static let maquettesEmbarquees = maquettes.keys.sorted()

  private static let maquettes: [String: [UInt8]] = [
    "mmi-but1": PackageResources.mmi_but1_json,
    "rt-iom-but2": PackageResources.rt_iom_but2_json,
  ]

  /// The text of a curriculum that ships.
  public static func texte(maquette nom: String) -> String? {
    maquettes[nom].map { String(decoding: $0, as: UTF8.self) }
  }

  /// The layers of a profile, the national one first.
  /// - Throws: the first fault, with the file it is in; a layer that inherits from itself is one.
  public func couches(_ nom: String) throws(DataFileError) -> [Profil] {
    try couches(nom, depuis: Self.embarques)
  }

  /// The layers, looked for first among some files.
  private func couches(
    _ nom: String,
    depuis fichiers: [String: [UInt8]],
  ) throws(DataFileError) -> [Profil] {
    var couches: [Profil] = []
    var suivant: String? = nom
    var vus: Set<String> = []
    while let courant = suivant {
      guard vus.insert(courant).inserted else {
        throw .unusable("« \(courant) » hérite de lui-même")
      }
      guard let octets = fichiers[courant] ?? lire(courant) else {
        throw .unusable(
          "profil « \(courant) » introuvable (embarqués : "
            + Self.profils.joined(separator: ", ") + ")"
        )
      }
      let lu: ProfilLu
      do throws(DataFileError) {
        lu = try ProfilLu(json: octets)
      } catch {
        throw .inFile(courant, error)
      }
      couches.insert(lu.profil, at: 0)
      suivant = lu.herite
    }
    return couches
  }

  /// A profile with those that it inherits from, as one text that needs nothing beside it: what a
  /// register keeps of a règlement in force.
  /// - Throws: the first fault, as `couches` does.
  public func recueil(_ nom: String) throws(DataFileError) -> String {
    let fichiers = try couches(nom).map { couche in
      JSONNode.Member(couche.nom, JSONNode(.string(texte(couche.nom))))
    }
    let recueil: JSONNode = [
      "profil": JSONNode(.string(nom)), "fichiers": JSONNode(.object(fichiers)),
    ]
    return recueil.rendered()
  }

  private func texte(_ nom: String) -> String {
    String(decoding: Self.embarques[nom] ?? lire(nom) ?? [], as: UTF8.self)
  }

  /// The layers that a text made by `recueil` holds, the national one first.
  /// - Throws: the first fault of the text or of a profile.
  public static func couches(recueil texte: String) throws(DataFileError) -> [Profil] {
    let (nom, fichiers) = try fichiers(recueil: texte)
    return try Bibliotheque { fichiers[$0] }.couches(nom, depuis: fichiers)
  }

  /// The profiles that a text made by `recueil` holds, to be found by their names.
  static func deRecueil(_ texte: String) throws(DataFileError) -> Bibliotheque {
    let (_, fichiers) = try fichiers(recueil: texte)
    return Bibliotheque { fichiers[$0] }
  }

  private static func fichiers(recueil texte: String) throws(DataFileError)
    -> (nom: String, fichiers: [String: [UInt8]])
  {
    try DataFileError.decode(Array(texte.utf8)) { cursor throws(JSONDecodingError) in
      let objet = try cursor.object(knowing: ["profil", "fichiers"])
      var fichiers: [String: [UInt8]] = [:]
      for (nom, valeur) in try objet.required("fichiers").entries() {
        fichiers[nom] = Array(try valeur.string().utf8)
      }
      return (try objet.required("profil").string(), fichiers)
    }
  }

  /// What a curriculum asks, by its name.
  /// - Throws: also for a curriculum that results cannot be computed from, with each reason.
  public func programme(_ nom: String) throws(DataFileError) -> Programme {
    guard let octets = Self.maquettes[nom] ?? lire(nom) else {
      let connues = Self.maquettesEmbarquees.joined(separator: ", ")
      throw .unusable("maquette « \(nom) » introuvable (embarquées : \(connues))")
    }
    let reading: MaquetteReading
    do throws(DataFileError) {
      reading = try MaquetteJSON.read(octets, referentiel: referentiel)
    } catch {
      throw .inFile(nom, error)
    }
    return try Self.programme(reading.maquette, nom: "« \(nom) »")
  }

  /// What a curriculum asks, refused when no result can be computed from it.
  static func programme(_ maquette: Maquette, nom: String) throws(DataFileError) -> Programme {
    let obstacles = RapportDeConformite(de: MaquetteControlee(maquette, etapes: nil)).constats
      .filter { $0.nature.empecheLeCalcul }
    guard obstacles.isEmpty else {
      let raisons = obstacles.map { "\($0.lieu) : \($0.nature.phrase)" }
      throw .unusable("maquette \(nom) : \(raisons.joined(separator: " ; "))")
    }
    return Programme(maquette)
  }
}

extension Reglages.Defaut {
  /// The fault in French.
  public var phrase: String {
    switch self {
    case .parametreInconnu(let nom, let profil): "\(profil) : paramètre inconnu « \(nom) »"
    case .valeurImpossible(let nom, let valeur, let profil):
      "\(profil) : « \(valeur) » n’est pas une valeur de « \(nom) »"
    case .periodesQuiSeChevauchent(let nom, let profil):
      "\(profil) : deux valeurs de « \(nom) » valent le même jour"
    case .exceptionsQuiSeContredisent(let nom, let ue, let profil):
      "\(profil) : deux exceptions de « \(nom) » pour \(ue.texte)"
    case .trou(let nom, let jour, let profil):
      "\(profil) : « \(nom) » n’a pas de valeur le \(jour) entre celles qu’il donne"
    case .exceptionSansObjet(let nom, let profil):
      "\(profil) : « \(nom) » ne peut différer d’une UE à l’autre"
    case .sansValeur(let nom, let jour): "« \(nom) » n’a de valeur dans aucune couche le \(jour)"
    }
  }
}
