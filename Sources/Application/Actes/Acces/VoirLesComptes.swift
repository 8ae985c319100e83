public import Scolarite

/// An account with what opens it and the roles that were given to it.
public struct CompteSuivi: Hashable, Sendable {
  public let utilisateur: Utilisateur
  public let serrure: EtatDeSerrure
  /// All of them, past and to come included, in the order in which they were given.
  public let roles: [HabilitationDatee]
}

/// What scopes are named by.
public struct LieuxNommes: Sendable {
  public let departements: [Departement]
  public let promotions: [Promotion]
}

/// The accounts of the establishment that a search keeps, in the order of their names.
public struct VoirLesComptes: Question {
  public static let nom = "voir-les-comptes"
  public let filtre: Filtre
  /// From 1; a page beyond the last is the last.
  public let page: Int

  /// What is looked for among accounts.
  public struct Filtre: Hashable, Sendable {
    /// A part of the name or of the login.
    public var texte = ""
    /// A role held today.
    public var role: Role?
    public var situation: Situation?

    public init() {}
  }

  /// Where an account stands.
  public enum Situation: String, CaseIterable, Hashable, Sendable {
    case ferme
    case bloque
    case sansMotDePasse = "sans-mot-de-passe"
    case sansRole = "sans-role"
  }

  /// One page of accounts.
  public struct Liste: Sendable {
    public let comptes: [CompteSuivi]
    /// How many the search keeps, on all pages.
    public let nombre: Int
    public let page: Int
    public let pages: Int
    public let lieux: LieuxNommes
  }

  /// The accounts of one page.
  public static let parPage = 50

  public init(_ filtre: Filtre = Filtre(), page: Int = 1) {
    self.filtre = filtre
    self.page = page
  }

  public func executer(_ travail: Travail) throws -> Liste {
    _ = try travail.exiger(.administrer, .etablissement)
    let registre = travail.registre
    let roles = Dictionary(grouping: try registre.habilitations(), by: \.utilisateur)
    let serrures = Dictionary(
      uniqueKeysWithValues: try registre.etatsDesSerrures().map { ($0.utilisateur, $0) }
    )
    let cherche = filtre.texte.pourRecherche
    let gardes = try registre.utilisateurs().compactMap { utilisateur -> (String, CompteSuivi)? in
      guard let serrure = serrures[utilisateur.id] else { return nil }
      let compte = CompteSuivi(
        utilisateur: utilisateur,
        serrure: serrure,
        roles: roles[utilisateur.id] ?? [],
      )
      let nom = utilisateur.nom.pourRecherche
      let convient =
        cherche.isEmpty || nom.contains(cherche)
        || utilisateur.identifiant.pourRecherche.contains(cherche)
      return convient && filtre.garde(compte, travail.moment) ? (nom, compte) : nil
    }
    .sorted { ($0.0, $0.1.utilisateur.id) < ($1.0, $1.1.utilisateur.id) }
    let pages = max(1, (gardes.count + Self.parPage - 1) / Self.parPage)
    let numero = min(max(page, 1), pages)
    return Liste(
      comptes: gardes.dropFirst((numero - 1) * Self.parPage).prefix(Self.parPage).map(\.1),
      nombre: gardes.count,
      page: numero,
      pages: pages,
      lieux: try travail.lieuxNommes(),
    )
  }
}

extension VoirLesComptes.Filtre {
  fileprivate func garde(_ compte: CompteSuivi, _ moment: Moment) -> Bool {
    let tenus = compte.roles.filter { $0.vaut(le: moment.jour) }
    if let role, !tenus.contains(where: { $0.habilitation.role == role }) { return false }
    return switch situation {
    case nil: true
    case .ferme: !compte.utilisateur.actif
    case .bloque: compte.serrure.estBloquee(moment.horodatage)
    case .sansMotDePasse: compte.utilisateur.actif && !compte.serrure.aUnMotDePasse
    case .sansRole: compte.utilisateur.actif && tenus.isEmpty
    }
  }
}

extension HabilitationDatee {
  /// Whether it holds on a day.
  public func vaut(le jour: Jour) -> Bool { depuis <= jour && jusqua.map { jour <= $0 } ?? true }
}

extension Travail {
  func lieuxNommes() throws -> LieuxNommes {
    LieuxNommes(
      departements: try registre.departements(),
      promotions: try registre.promotions().sorted { ($1.annee, $0.nom) < ($0.annee, $1.nom) },
    )
  }
}

extension String {
  /// In lower case and without the accents of French, so that « eleonore » finds « Éléonore ».
  var pourRecherche: String {
    String(lowercased().map { Self.sansAccent[$0] ?? $0 })
  }

  private static let sansAccent: [Character: Character] = [
    "à": "a", "â": "a", "ä": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "ë": "e", "î": "i",
    "ï": "i", "ô": "o", "ö": "o", "ù": "u", "û": "u", "ü": "u", "ÿ": "y", "’": "'",
  ]
}
