/// The value of a parameter on a day, and where it comes from.
public struct Reglage: Hashable, Sendable {
  public let nom: String
  public let valeur: ValeurDeParametre
  public let depuis: Jour?
  public let source: String
  /// « national », « etablissement », « departement », « UE » or « dossier ».
  public let couche: String
  public let aConfirmer: Bool
}

/// The whole règlement on one day: every parameter has one value.
public struct Reglages: Sendable {
  /// One value for each `NomDeReglage`, at its rank; none in the empty règlement.
  private let valeurs: [Reglage]
  /// The numbers among them, ready for rules.
  private let nombres: [Fraction?]
  private let parUE: [CodeUE: [String: Reglage]]

  private init() {
    valeurs = []
    nombres = []
    parUE = [:]
  }

  /// No value at all.
  static let vide = Reglages()

  /// Why layers do not make a règlement.
  public enum Defaut: Error, Hashable, Sendable {
    case parametreInconnu(String, profil: String)
    case valeurImpossible(String, valeur: String, profil: String)
    /// Two dated values of one layer hold on the same day.
    case periodesQuiSeChevauchent(String, profil: String)
    /// Two exceptions of one layer hold for the same UE.
    case exceptionsQuiSeContredisent(String, ue: CodeUE, profil: String)
    /// A layer sets the parameter before and after the day, but not on it.
    case trou(String, le: Jour, profil: String)
    /// The parameter cannot differ from one UE to another.
    case exceptionSansObjet(String, profil: String)
    /// No layer gives a value on the day.
    case sansValeur(String, le: Jour)
  }

  /// Resolves the layers on a day, from the national one to the most local.
  /// - Parameters:
  ///   - couches: the layers, the prevailing ones last.
  ///   - jour: the day on which the règlement is read.
  ///   - surcharges: values imposed for one dossier.
  /// - Throws: the first thing that is unknown, impossible, missing or set twice.
  public init(
    _ couches: [Profil],
    le jour: Jour,
    surcharges: [String: ValeurDeParametre] = [:],
  ) throws(Defaut) {
    var valeurs: [String: Reglage] = [:]
    var parUE: [CodeUE: [String: Reglage]] = [:]
    for profil in couches {
      valeurs.merge(try Self.valeurs(de: profil, le: jour)) { _, nouvelle in nouvelle }
      for (ue, exceptions) in try Self.exceptions(de: profil, le: jour) {
        parUE[ue, default: [:]].merge(exceptions) { _, nouvelle in nouvelle }
      }
    }
    for (nom, valeur) in surcharges {
      try Self.verifier(nom, valeur, profil: "dossier")
      valeurs[nom] = Reglage(
        nom: nom,
        valeur: valeur,
        depuis: nil,
        source: "imposé dans le dossier",
        couche: "dossier",
        aConfirmer: false,
      )
    }
    var parRang: [Reglage] = []
    for nom in NomDeReglage.allCases {
      guard let valeur = valeurs[nom.nom] ?? Reglage(parDefaut: nom.nom) else {
        throw .sansValeur(nom.nom, le: jour)
      }
      parRang.append(valeur)
    }
    self.valeurs = parRang
    nombres = parRang.map { reglage in
      if case .nombre(let nombre) = reglage.valeur { Fraction(nombre) } else { nil }
    }
    self.parUE = parUE
  }

  private static func valeurs(
    de profil: Profil,
    le jour: Jour,
  ) throws(Defaut) -> [String: Reglage] {
    var valeurs: [String: Reglage] = [:]
    for (nom, datees) in profil.parametres {
      for datee in datees { try verifier(nom, datee.valeur, profil: profil.nom) }
      for (rang, datee) in datees.enumerated() {
        let suivantes = datees.dropFirst(rang + 1)
        guard !suivantes.contains(where: { $0.chevauche(datee) }) else {
          throw .periodesQuiSeChevauchent(nom, profil: profil.nom)
        }
        guard datee.vaut(le: jour) else { continue }
        valeurs[nom] = Reglage(nom: nom, datee, couche: profil.couche.rawValue)
      }
      let reprend = datees.contains { $0.depuis > jour }
      if valeurs[nom] == nil, reprend, datees.contains(where: { $0.depuis <= jour }) {
        throw .trou(nom, le: jour, profil: profil.nom)
      }
    }
    return valeurs
  }

  private static func exceptions(
    de profil: Profil,
    le jour: Jour,
  ) throws(Defaut) -> [CodeUE: [String: Reglage]] {
    var parUE: [CodeUE: [String: Reglage]] = [:]
    for exception in profil.exceptions {
      let nom = exception.parametre
      guard NomDeReglage.propresAuxUE.map(\.nom).contains(nom) else {
        throw .exceptionSansObjet(nom, profil: profil.nom)
      }
      try verifier(nom, exception.valeur.valeur, profil: profil.nom)
      guard exception.valeur.vaut(le: jour) else { continue }
      for ue in exception.ues {
        guard parUE[ue]?[nom] == nil else {
          throw .exceptionsQuiSeContredisent(nom, ue: ue, profil: profil.nom)
        }
        parUE[ue, default: [:]][nom] = Reglage(nom: nom, exception.valeur, couche: "UE")
      }
    }
    return parUE
  }

  private static func verifier(
    _ nom: String,
    _ valeur: ValeurDeParametre,
    profil: String,
  ) throws(Defaut) {
    guard let parametre = Parametre.nomme(nom) else {
      throw .parametreInconnu(nom, profil: profil)
    }
    guard valeur.convient(a: parametre.type) else {
      throw .valeurImpossible(nom, valeur: valeur.description, profil: profil)
    }
  }
}

extension Reglages {
  /// A parameter, possibly as an exception sets it for a UE.
  public func reglage(_ nom: NomDeReglage, ue: CodeUE? = nil) -> Reglage {
    let reglage = valeurs[nom.rawValue]
    guard let ue, reglage.couche != "dossier", let exception = parUE[ue]?[nom.nom] else {
      return reglage
    }
    return exception
  }

  /// The value of a number; zero for a parameter of another type.
  public func nombre(_ nom: NomDeReglage) -> Fraction { nombreOuRien(nom) ?? .zero }

  /// The value of a number that may be absent.
  public func nombreOuRien(_ nom: NomDeReglage) -> Fraction? { nombres[nom.rawValue] }

  /// The value of a switch.
  public func actif(_ nom: NomDeReglage) -> Bool { reglage(nom).valeur == .booleen(true) }

  /// Whether a choice is on a word.
  public func choisit(_ nom: NomDeReglage, _ mot: String, ue: CodeUE? = nil) -> Bool {
    reglage(nom, ue: ue).valeur == .mot(mot)
  }
}

/// The names of the parameters that rules read; `Parametre.tous` describes each.
///
/// The raw value is the rank of the parameter, not to be stored.
public enum NomDeReglage: Int, CaseIterable, Sendable {
  case seuilUE, seuilRCUE, arrondiAvantComparaison, ponderationRCUE, partRessources
  case moyenneRedoublant, malusActif, decisionCFVU, malusParTranche, trancheHeures, borneTranche
  case plafondMalus, franchiseABI, zeroABI, article3Alternants, regle30, seuil30
  case volumeReference30, rattrapageITI, joursITI, heureLimiteITI, itiAlternants
  case delaiJustificatif, departDelaiJustificatif, compteDesDelais, delaiConditions
  case joursCertificat, joursPreoccupants, fenetrePreoccupante
  case bonusActif, assietteSport, assietteEngagement, plafondSport, plafondParType, plafondBonus,
    prorataSport
  case seancesBUT1, seancesBUT2, seancesBUT3, plancherRCUE, induiteParJury, redoublementsMaximum
  case supplementCouvreMemeSemestre, session2Active, critereSession2, modeNoteSession2

  /// The name in profile files.
  public var nom: String { Self.noms[rawValue] }

  private static let noms = allCases.map { String(describing: $0) }

  /// The parameter of that name.
  public init?(nom: String) {
    guard let rang = Self.noms.firstIndex(of: nom) else { return nil }
    self.init(rawValue: rang)
  }

  /// Those that the descriptor of a UE may set for it.
  static let propresAuxUE: Set<NomDeReglage> = [.modeNoteSession2]
}

extension Reglage {
  /// The value that a parameter has where no layer gives one.
  init?(parDefaut nom: String) {
    guard let parametre = Parametre.nomme(nom), let valeur = parametre.parDefaut else {
      return nil
    }
    self.init(
      nom: nom,
      valeur: valeur,
      depuis: nil,
      source: "aucune couche ; \(parametre.reference)",
      couche: "national",
      aConfirmer: true,
    )
  }

  init(nom: String, _ datee: Profil.ValeurDatee, couche: String) {
    self.init(
      nom: nom,
      valeur: datee.valeur,
      depuis: datee.depuis,
      source: datee.source,
      couche: couche,
      aConfirmer: datee.aConfirmer,
    )
  }
}

extension Profil.ValeurDatee {
  func chevauche(_ autre: Profil.ValeurDatee) -> Bool {
    (autre.jusqua.map { depuis <= $0 } ?? true) && (jusqua.map { autre.depuis <= $0 } ?? true)
  }
}
