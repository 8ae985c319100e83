public import Scolarite

/// A student: who the person is, whatever they follow.
public struct Etudiant: Hashable, Sendable {
  public let id: Identifiant<Etudiant>
  /// Who the person is; `nil` once erased, when only a number remains for statistics.
  public let identite: IdentiteDEtudiant?
  public let version: Int64

  public init(id: Identifiant<Etudiant>, identite: IdentiteDEtudiant?, version: Int64) {
    self.id = id
    self.identite = identite
    self.version = version
  }

  /// The student with the number and the names only: what a teacher needs.
  var nomme: Etudiant {
    let noms = identite.map { identite in
      IdentiteDEtudiant(
        nip: identite.nip,
        nomCivil: identite.nomCivil,
        prenomCivil: identite.prenomCivil,
        nomDUsage: identite.nomDUsage,
        prenomDUsage: identite.prenomDUsage,
      )
    }
    return Etudiant(id: id, identite: noms, version: version)
  }

  /// The name that lists show.
  public var nomAffiche: String {
    guard let identite else { return "étudiant \(id)" }
    return "\(identite.nomUsuel) \(identite.prenomUsuel)"
  }
}

/// What names a student and lets one write to them: erased as a whole.
public struct IdentiteDEtudiant: Hashable, Sendable {
  /// National number, unique; absent for some foreign students.
  public var ine: String?
  /// Number given by the institution, unique.
  public var nip: String
  public var nomCivil: String
  public var prenomCivil: String
  /// The name in use, where it differs.
  public var nomDUsage: String?
  public var prenomDUsage: String?
  public var naissance: Jour?
  public var courriel: String?
  public var telephone: String?
  /// « STI2D », « Général »: for statistics.
  public var baccalaureat: String?

  public init(
    ine: String? = nil,
    nip: String,
    nomCivil: String,
    prenomCivil: String,
    nomDUsage: String? = nil,
    prenomDUsage: String? = nil,
    naissance: Jour? = nil,
    courriel: String? = nil,
    telephone: String? = nil,
    baccalaureat: String? = nil,
  ) {
    self.ine = ine
    self.nip = nip
    self.nomCivil = nomCivil
    self.prenomCivil = prenomCivil
    self.nomDUsage = nomDUsage
    self.prenomDUsage = prenomDUsage
    self.naissance = naissance
    self.courriel = courriel
    self.telephone = telephone
    self.baccalaureat = baccalaureat
  }

  public var nomUsuel: String { nomDUsage ?? nomCivil }
  public var prenomUsuel: String { prenomDUsage ?? prenomCivil }
}

/// Whom to call when an absence worries (R1.2.3).
public struct PersonneDeConfiance: Hashable, Sendable {
  public let nom: String
  public let lien: String
  public let telephone: String
  public let courriel: String?

  public init(nom: String, lien: String, telephone: String, courriel: String?) {
    self.nom = nom
    self.lien = lien
    self.telephone = telephone
    self.courriel = courriel
  }
}

/// What helps a student to sit tests on equal terms (R0.14, R0.15).
public struct Amenagement: Hashable, Sendable {
  public let id: Identifiant<Amenagement>
  public let etudiant: Identifiant<Etudiant>
  public let nature: Nature
  public let precision: String
  public let depuis: Jour
  public let jusqua: Jour?
  public let porte: Porte
  /// The modules from which it dispenses, by their canonical codes; empty for all.
  public let modules: [String]

  /// The kinds that the règlement names.
  public enum Nature: String, CaseIterable, Hashable, Sendable {
    case tiersTemps = "tiers-temps"
    case salleIsolee = "salle-isolee"
    case assistant
    case materiel
    case dispenseDAssiduite = "dispense-d-assiduite"
    case emploiDuTemps = "emploi-du-temps"
    case evaluationDeRemplacement = "evaluation-de-remplacement"
    case etalement
    case autre
  }

  /// What it applies to.
  public struct Porte: OptionSet, Hashable, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) {
      self.rawValue = rawValue
    }

    public static let seances = Porte(rawValue: 1)
    public static let evaluations = Porte(rawValue: 2)
    public static let examens = Porte(rawValue: 4)
    public static let epreuves: Porte = [.evaluations, .examens]
  }

  public init(
    id: Identifiant<Amenagement>,
    etudiant: Identifiant<Etudiant>,
    nature: Nature,
    precision: String,
    depuis: Jour,
    jusqua: Jour?,
    porte: Porte = .epreuves,
    modules: [String] = [],
  ) {
    self.id = id
    self.etudiant = etudiant
    self.nature = nature
    self.precision = precision
    self.depuis = depuis
    self.jusqua = jusqua
    self.porte = porte
    self.modules = modules
  }

  /// Whether it holds on a day.
  public func vaut(le jour: Jour) -> Bool { depuis <= jour && jour <= jusqua ?? jour }

  var faits: Faits {
    [
      "nature": .texte(nature.rawValue), "precision": .texte(precision),
      "depuis": Faits.Valeur(depuis), "jusqua": Faits.Valeur(jusqua),
      "porte": .texte(porte.phrase), "modules": .liste(modules.map { .texte($0) }),
    ]
  }
}
