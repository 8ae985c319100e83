internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// The places of administration, and the rights of which one opens each.
enum Administration: String, CaseIterable {
  case comptes, reglements, calendrier, documents, recours, courrier, journal, maintenance

  static let routes: [Route] = [
    .lecture("/administration") { visite in
      guard let premier = allCases.first(where: { visite.peutOuvrir($0) }) else {
        throw Refus.interdit(.administrer)
      }
      return visite.versLaPage(premier.adresse)
    }
  ]

  var adresse: SafeURL { Chemin.administration(rawValue) }

  var titre: String {
    switch self {
    case .comptes: "Comptes"
    case .reglements: "Règlements"
    case .calendrier: "Calendrier"
    case .documents: "Documents"
    case .recours: "Recours"
    case .courrier: "Courrier"
    case .journal: "Journal"
    case .maintenance: "Maintenance"
    }
  }

  fileprivate var droits: [Droit] {
    switch self {
    case .comptes, .maintenance, .recours, .courrier: [.administrer]
    case .reglements: [.adopterUnProfil, .administrer, .structurer]
    case .calendrier: [.structurer, .administrer]
    case .documents: [.structurer]
    case .journal: [.voirLeJournal]
    }
  }

  /// Whether somebody may open it; its questions check again.
  func sOuvre(a visiteur: Visiteur) -> Bool {
    visiteur.habilitations.contains { habilitation in
      droits.contains { droit in
        switch habilitation.portee {
        case .departement: self == .documents && habilitation.role.droits.contains(droit)
        case .etablissement, .promotion, .module, .etudiant:
          habilitation.permet(droit, .etablissement)
        }
      }
    }
  }
}

extension Visite {
  fileprivate func peutOuvrir(_ lieu: Administration) -> Bool {
    visiteur.map { lieu.sOuvre(a: $0) } ?? false
  }

  /// Links to the places of administration that the person may open.
  func onglets(_ courant: Administration) -> Onglets {
    Onglets(
      "Administration",
      Administration.allCases.filter { peutOuvrir($0) }.map {
        Lien($0.titre, vers: $0.adresse, estCourant: $0 == courant)
      },
    )
  }

  /// The path to a page within a place of administration.
  func fil(_ lieu: Administration) -> [Lien] { [Lien(lieu.titre, vers: lieu.adresse)] }
}

extension Chemin {
  static func administration(_ suite: String...) -> SafeURL { de(["administration"] + suite) }

  /// An address with a query; items without a value are left out.
  static func administration(_ lieu: Administration, _ question: [(String, String)]) -> SafeURL {
    let items = question.filter { !$0.1.isEmpty }.map { HTTPItems.Item(name: $0.0, value: $0.1) }
    guard !items.isEmpty,
      let adresse = SafeURL(lieu.adresse.text + "?" + HTTPItems(items).encoded)
    else { return lieu.adresse }
    return adresse
  }
}
