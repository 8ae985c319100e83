public import JSON
public import Scolarite

/// The facts of a cohort for one university year.
public struct CohorteLue: Sendable {
  public let entete: EnTeteDeCohorte
  public let programme: Programme
  /// The curricula of earlier years, as `maquettes_anterieures` gives them.
  public let programmesAnterieurs: [Programme]
  /// The règlement of the year, and of the earlier years that dossiers hold.
  public let reglement: Reglement
  /// In the order of `etudiants.csv`, else of their first row in `notes.csv`.
  public let etudiants: [EtudiantLu]

  public init(
    entete: EnTeteDeCohorte,
    programme: Programme,
    programmesAnterieurs: [Programme] = [],
    reglement: Reglement,
    etudiants: [EtudiantLu],
  ) {
    self.entete = entete
    self.programme = programme
    self.programmesAnterieurs = programmesAnterieurs
    self.reglement = reglement
    self.etudiants = etudiants
  }

  public var nom: String { entete.nom }
  /// The name of the profile, as written.
  public var profil: String { entete.profil }
  public var annee: AnneeUniversitaire { entete.annee }
  public var anneeBUT: AnneeBUT { entete.anneeBUT }
  /// The day on which the règlement of the year is read.
  public var date: Jour { entete.date ?? Jour(ouvrant: entete.annee) }
}

extension CohorteLue {
  /// The dossier of one student, as a file of its own would give it.
  public func dossier(_ etudiant: EtudiantLu) -> DossierLu {
    DossierLu(
      etudiant: etudiant.identifiant,
      profil: profil,
      date: date,
      reglement: reglement,
      demande: .but(etudiant.dossier),
    )
  }
}

/// A student of a cohort.
public struct EtudiantLu: Sendable {
  public let identifiant: String
  /// Empty when `etudiants.csv` does not say.
  public let nom: String
  public let prenom: String
  /// The year of the cohort last; its `etudiant` is the identifier.
  public let dossier: Dossier

  public init(identifiant: String, nom: String, prenom: String, dossier: Dossier) {
    self.identifiant = identifiant
    self.nom = nom
    self.prenom = prenom
    self.dossier = dossier
  }
}

/// What `cohorte.json` says.
public struct EnTeteDeCohorte: Sendable {
  public var nom: String
  public var annee: AnneeUniversitaire
  public var anneeBUT: AnneeBUT
  /// A name, the path of a file, or the curriculum itself, as a dossier gives it.
  public var maquette: JSONNode
  public var profil: String
  /// The settings imposed on the profile, as a dossier gives them.
  public var reglages: JSONNode?
  /// The day on which the règlement of every year is read; the first day of each by default.
  public var date: Jour?
  /// The first day of session 2.
  public var session2: Jour?
  /// The curricula of the UE of earlier years.
  public var maquettesAnterieures: [JSONNode]

  public init(
    nom: String,
    annee: AnneeUniversitaire,
    anneeBUT: AnneeBUT,
    maquette: JSONNode,
    profil: String,
    reglages: JSONNode? = nil,
    date: Jour? = nil,
    session2: Jour? = nil,
    maquettesAnterieures: [JSONNode] = [],
  ) {
    self.nom = nom
    self.annee = annee
    self.anneeBUT = anneeBUT
    self.maquette = maquette
    self.profil = profil
    self.reglages = reglages
    self.date = date
    self.session2 = session2
    self.maquettesAnterieures = maquettesAnterieures
  }
}

extension EnTeteDeCohorte {
  static let format = "delibere/cohorte/1"

  /// The content of `cohorte.json`.
  public var json: JSONNode {
    var membres: [JSONNode.Member] = [
      .init("format", .string(Self.format)),
      .init("nom", .string(nom)),
      .init("annee_universitaire", .string(annee.description)),
      .init("annee_but", .number(String(anneeBUT.valeur))),
      .init("maquette", maquette),
      .init("profil", .string(profil)),
    ]
    if let reglages { membres.append(.init("reglages", reglages)) }
    if let date { membres.append(.init("date", .string(date.description))) }
    if let session2 { membres.append(.init("session2", .string(session2.description))) }
    if !maquettesAnterieures.isEmpty {
      membres.append(.init("maquettes_anterieures", .array(maquettesAnterieures)))
    }
    return .object(membres)
  }
}
