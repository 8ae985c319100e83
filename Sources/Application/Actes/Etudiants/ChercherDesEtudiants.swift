internal import Scolarite
internal import Text

/// Finds students among the promotions that the person may see, by part of a name, by number or by
/// address; accents and case do not count.
public struct ChercherDesEtudiants: Question {
  public static let nom = "chercher-des-etudiants"
  public let texte: String
  public let promotion: Identifiant<Promotion>?
  public let groupe: Identifiant<Groupe>?
  /// The page, from 1.
  public let page: Int
  public let parPage: Int

  /// A page of what was found.
  public struct Trouvailles: Hashable, Sendable {
    public let etudiants: [Trouve]
    public let total: Int
    /// From 1; the last one where a later one was asked for.
    public let page: Int
    /// The promotions among which one may choose, the latest first.
    public let promotions: [Promotion]
    /// The groups of the promotion that was chosen.
    public let groupes: [Groupe]
  }

  /// A student with what they follow or followed, the latest first.
  public struct Trouve: Hashable, Sendable {
    public let etudiant: Etudiant
    public let promotions: [Promotion]
    /// Whether the last enrolment has ended before its time.
    public let estParti: Bool
  }

  public init(
    _ texte: String,
    promotion: Identifiant<Promotion>? = nil,
    groupe: Identifiant<Groupe>? = nil,
    page: Int = 1,
    parPage: Int = 50,
  ) {
    self.texte = texte
    self.promotion = promotion
    self.groupe = groupe
    self.page = page
    self.parPage = max(1, parPage)
  }

  public func executer(_ travail: Travail) throws -> Trouvailles {
    let visibles = try travail.registre.promotions()
      .filter { travail.peut(.voirLesEtudiants, dansUnModuleDe: $0) }
      .sorted { ($0.annee, $1.nom, $1.id) > ($1.annee, $0.nom, $0.id) }
    let choisies = visibles.filter { promotion == nil || $0.id == promotion }
    let trouves = try trouver(parmi: choisies, travail)
    let pages = max(1, (trouves.count + parPage - 1) / parPage)
    let page = min(max(1, page), pages)
    return Trouvailles(
      etudiants: Array(trouves.dropFirst((page - 1) * parPage).prefix(parPage)),
      total: trouves.count,
      page: page,
      promotions: visibles,
      groupes: try promotion == nil || choisies.isEmpty
        ? [] : choisies.flatMap { try travail.registre.groupes($0.id) },
    )
  }

  private func trouver(parmi promotions: [Promotion], _ travail: Travail) throws -> [Trouve] {
    let mots = texte.folded.split(separator: " ").map(String.init)
    let membres = try membres(de: promotions, travail)
    var rangs: [Identifiant<Etudiant>: Int] = [:]
    var trouves: [(trouve: Trouve, cle: String)] = []
    var ecartes: Set<Identifiant<Etudiant>> = []
    for promotion in promotions {
      let connait = travail.connaitLesPersonnes(promotion)
      for (etudiant, estParti) in try travail.registre.inscrits(promotion.id) {
        if let membres, !membres.contains(etudiant.id) { continue }
        if let rang = rangs[etudiant.id] {
          trouves[rang].trouve = trouves[rang].trouve.suivant(aussi: promotion)
          continue
        }
        let vu = connait ? etudiant : etudiant.nomme
        guard !ecartes.contains(etudiant.id) || connait else { continue }
        guard let cle = vu.cle, mots.allSatisfy({ cle.contient($0) }) else {
          ecartes.insert(etudiant.id)
          continue
        }
        rangs[etudiant.id] = trouves.count
        let trouve = Trouve(etudiant: vu, promotions: [promotion], estParti: estParti)
        trouves.append((trouve, vu.rangement))
      }
    }
    return trouves.sorted { ($0.cle, $0.trouve.etudiant.id) < ($1.cle, $1.trouve.etudiant.id) }
      .map(\.trouve)
  }

  /// Who stands in the group that was chosen; `nil` without choice.
  private func membres(de promotions: [Promotion], _ travail: Travail) throws
    -> Set<Identifiant<Etudiant>>?
  {
    guard let groupe, promotion != nil else { return nil }
    let membres = try promotions.flatMap { try travail.registre.membres($0.id) }
    return Set(membres.filter { $0.groupe == groupe }.map(\.etudiant))
  }
}

extension Travail {
  /// Whether the person sees who the students of a promotion are, beyond names and numbers: those
  /// who manage them or help them.
  func connaitLesPersonnes(_ promotion: Promotion) -> Bool {
    peut(.gererLesEtudiants, promotion.lieu) || peut(.voirLesAmenagements, promotion.lieu)
  }
}

extension ChercherDesEtudiants.Trouve {
  fileprivate func suivant(aussi promotion: Promotion) -> Self {
    Self(etudiant: etudiant, promotions: promotions + [promotion], estParti: estParti)
  }
}

extension Etudiant {
  /// What a search looks at; `nil` once erased.
  fileprivate var cle: ClesDeRecherche? { identite.map(ClesDeRecherche.init) }
}

/// The texts of an identity as a search compares them.
private struct ClesDeRecherche {
  private let noms: String
  private let numeros: [String]
  private let courriel: String

  init(_ identite: IdentiteDEtudiant) {
    noms =
      [
        identite.nomCivil, identite.prenomCivil, identite.nomDUsage ?? "",
        identite.prenomDUsage ?? "",
      ].joined(separator: " ").folded
    numeros = [identite.nip, identite.ine ?? ""].map(\.folded)
    courriel = (identite.courriel ?? "").folded
  }

  /// The domain of an address is that of everybody: it counts only after « @ ».
  func contient(_ mot: String) -> Bool {
    noms.contains(mot) || numeros.contains { $0.contains(mot) }
      || (mot.contains("@") ? courriel[...] : courriel.prefix { $0 != "@" }).contains(mot)
  }
}
