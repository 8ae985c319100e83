public import Scolarite

/// A session of the commission of article 7-2-B.
public struct CommissionDesBonifications: Hashable, Sendable {
  public let id: Identifiant<CommissionDesBonifications>
  public let annee: AnneeUniversitaire
  public var jour: Jour
  public var lieu: String
  public var membres: [Membre]
  /// What the minutes say besides.
  public var observations: String
  /// The day on which it was closed: its decisions are known and its bonuses count.
  public var close: Jour?
  public var version: Int64

  /// Somebody who sits there.
  public struct Membre: Hashable, Sendable {
    public let nom: String
    public let qualite: Qualite
    /// The department that a head or a representative speaks for.
    public let departement: Identifiant<Departement>?
    /// Whether the person represents the head of the department.
    public let represente: Bool
    public let estPresent: Bool

    public init(
      nom: String,
      _ qualite: Qualite,
      departement: Identifiant<Departement>? = nil,
      represente: Bool = false,
      estPresent: Bool = true,
    ) {
      self.nom = nom
      self.qualite = qualite
      self.departement = departement
      self.represente = represente
      self.estPresent = estPresent
    }
  }

  /// In what capacity somebody sits there (R1.7.14).
  public enum Qualite: String, CaseIterable, Hashable, Sendable {
    case direction
    case poleFormation = "pole-formation"
    case vieEtudiante = "vie-etudiante"
    case departement
    case sportCultureSolidarite = "sport-culture-solidarite"

    public var phrase: String {
      switch self {
      case .direction: "direction de l’IUT, préside"
      case .poleFormation: "responsable du Pôle Formation"
      case .vieEtudiante: "responsable de la Vie Étudiante"
      case .departement: "responsable de département, ou son représentant"
      case .sportCultureSolidarite:
        "responsable des activités sportives, culturelles et solidaires"
      }
    }
  }

  public init(
    id: Identifiant<CommissionDesBonifications>,
    annee: AnneeUniversitaire,
    jour: Jour,
    lieu: String,
    membres: [Membre],
    observations: String = "",
    close: Jour? = nil,
    version: Int64 = 1,
  ) {
    self.id = id
    self.annee = annee
    self.jour = jour
    self.lieu = lieu
    self.membres = membres
    self.observations = observations
    self.close = close
    self.version = version
  }
}

extension CommissionDesBonifications {
  /// What its composition lacks, given the departments whose students it examines (A32).
  ///
  /// The règlement asks who is called, and the director to preside; it gives no quorum, so that an
  /// absence is written in the minutes and keeps nothing from being decided.
  public func manques(_ departements: [Departement]) -> [String] {
    var manques: [String] = []
    for qualite in Qualite.allCases where qualite != .departement {
      let siens = membres.filter { $0.qualite == qualite }
      if siens.isEmpty { manques.append(qualite.phrase) }
      if siens.count > 1 { manques.append("un seul membre pour « \(qualite.phrase) »") }
    }
    if membres.contains(where: { $0.qualite == .direction && !$0.estPresent }) {
      manques.append("la présence de la direction, qui préside")
    }
    for departement in departements {
      let parle = membres.contains {
        $0.qualite == .departement && $0.departement == departement.id
      }
      if !parle { manques.append("le département \(departement.code)") }
    }
    return manques
  }

  var faits: Faits {
    [
      "annee": .texte(annee.description), "jour": Faits.Valeur(jour), "lieu": .texte(lieu),
      "membres": .liste(
        membres.map { membre in
          .texte(
            "\(membre.nom) (\(membre.qualite.rawValue))" + (membre.estPresent ? "" : ", absent")
          )
        }
      ),
      "observations": .texte(observations), "close": Faits.Valeur(close),
    ]
  }
}
