internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The state of the base, how long data is kept, and what is beyond that time.
enum PagesDeMaintenance {
  static let routes: [Route] = [
    .lecture("/administration/maintenance") { visite in
      let etat = try await visite.demander(VoirLaMaintenance())
      return visite.maintenance(etat, FormulaireDeConservation(etat.conservations))
    },
    .envoi("/administration/maintenance/conservation", par: fixer),
    .envoi("/administration/maintenance/effacement", par: effacer),
  ]

  private static func fixer(_ visite: Visite) async throws -> HTTPResponse {
    let etat = try await visite.demander(VoirLaMaintenance())
    var formulaire = FormulaireDeConservation(try visite.formulaire())
    guard let lues = formulaire.lire() else {
      return visite.maintenance(etat, formulaire, .unprocessableContent)
    }
    for conservation in lues where !etat.conservations.contains(conservation) {
      try await visite.faire(FixerUneConservation(conservation))
    }
    let gardees = Set(lues.map(\.categorie))
    for ancienne in etat.conservations where !gardees.contains(ancienne.categorie) {
      try await visite.faire(LeverUneConservation(ancienne.categorie))
    }
    return visite.versLaPage(Administration.maintenance.adresse, fait: .conservationFixee)
  }

  private static func effacer(_ visite: Visite) async throws -> HTTPResponse {
    guard try visite.formulaire().ligne("confirmation").lowercased() == motAttendu else {
      let etat = try await visite.demander(VoirLaMaintenance())
      return visite.maintenance(
        etat,
        FormulaireDeConservation(etat.conservations),
        .unprocessableContent,
        confirmation: "Écrivez « \(motAttendu) » pour confirmer : rien n’a été effacé.",
      )
    }
    try await visite.faire(AppliquerLaConservation())
    return visite.versLaPage(Administration.maintenance.adresse, fait: .conservationAppliquee)
  }

  /// What somebody types to show that they mean it.
  static let motAttendu = "effacer"
}

/// How long each kind of data is kept, as it is typed.
struct FormulaireDeConservation {
  private var annees: [Conservation.Categorie: String] = [:]
  private var fautes: [Conservation.Categorie: String] = [:]

  init(_ conservations: [Conservation]) {
    for une in conservations { annees[une.categorie] = "\(une.annees)" }
  }

  init(_ envoi: HTTPForm) {
    for categorie in Conservation.Categorie.allCases {
      annees[categorie] = envoi.ligne(categorie.rawValue)
    }
  }

  /// What was typed; `nil` once faults are noted at their fields.
  mutating func lire() -> [Conservation]? {
    var lues: [Conservation] = []
    for categorie in Conservation.Categorie.allCases {
      guard let texte = annees[categorie], !texte.isEmpty else { continue }
      if let nombre = Int(texte), let conservation = Conservation(categorie, annees: nombre) {
        lues.append(conservation)
      } else {
        fautes[categorie] = "Donnez un nombre d’années, de 1 à 100."
      }
    }
    return fautes.isEmpty ? lues : nil
  }

  var champs: [Champ] {
    Conservation.Categorie.allCases.map { categorie in
      Champ(
        categorie.rawValue,
        categorie.titre,
        .entier(annees[categorie] ?? ""),
        aide: categorie.aide,
        erreur: fautes[categorie],
        estFacultatif: true,
      )
    }
  }
}

extension Conservation.Categorie {
  fileprivate var titre: String {
    switch self {
    case .dossier: "Dossiers des étudiants"
    case .journal: "Contenus du journal"
    case .comptes: "Comptes fermés"
    }
  }

  /// From when the time runs.
  fileprivate var aide: String {
    switch self {
    case .dossier: "Années après le dernier jour de la dernière inscription."
    case .journal: "Années après chaque entrée ; l’entrée et son empreinte restent."
    case .comptes: "Années après la fermeture du compte."
    }
  }
}
