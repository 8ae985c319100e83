public import Scolarite

/// How long the establishment keeps a kind of data; nothing is erased of a kind without one.
public struct Conservation: Hashable, Sendable {
  public let categorie: Categorie
  /// Whole years, 1 to 100.
  public let annees: Int

  /// The kinds of data that have a time of their own.
  public enum Categorie: String, CaseIterable, Hashable, Sendable {
    /// Who a student is, from the last day of the last enrolment.
    case dossier
    /// The contents of the journal, from the day of each entry.
    case journal
    /// The accounts that were closed, from their last change.
    case comptes
  }

  /// A time between one year and a hundred.
  public init?(_ categorie: Categorie, annees: Int) {
    guard (1...100).contains(annees) else { return nil }
    self.categorie = categorie
    self.annees = annees
  }

  /// The day before which things are beyond the time, seen from another.
  public func limite(le jour: Jour) -> Jour? {
    Jour(jour.annee - annees, jour.mois, jour.quantieme)
      ?? Jour(jour.annee - annees, jour.mois, jour.quantieme - 1)
  }
}

/// A student beyond the time for which records are kept.
public struct PersonneAEffacer: Hashable, Sendable {
  public let etudiant: Identifiant<Etudiant>
  public let nom: String
  /// The last day in the establishment.
  public let dernierJour: Jour

  public init(etudiant: Identifiant<Etudiant>, nom: String, dernierJour: Jour) {
    self.etudiant = etudiant
    self.nom = nom
    self.dernierJour = dernierJour
  }
}

/// Says how long a kind of data is kept.
public struct FixerUneConservation: Acte {
  public static let nom = "fixer-une-conservation"
  public let conservation: Conservation

  public init(_ conservation: Conservation) {
    self.conservation = conservation
  }

  public func executer(_ travail: Travail) throws {
    let permis = try travail.exiger(.administrer, .etablissement)
    let avant = try travail.registre.conservations().first {
      $0.categorie == conservation.categorie
    }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.etablissement, travail.registre.etablissement().id),
      avant: avant?.faits,
      apres: conservation.faits,
    )
    try travail.registre.fixer(conservation, ecriture)
  }
}

/// Gives a kind of data no time any more: nothing of it is erased.
public struct LeverUneConservation: Acte {
  public static let nom = "lever-une-conservation"
  public let categorie: Conservation.Categorie

  public init(_ categorie: Conservation.Categorie) {
    self.categorie = categorie
  }

  public func executer(_ travail: Travail) throws {
    let permis = try travail.exiger(.administrer, .etablissement)
    let avant = try travail.registre.conservations().first { $0.categorie == categorie }
    guard let avant else { return }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.etablissement, travail.registre.etablissement().id),
      avant: avant.faits,
    )
    try travail.registre.lever(categorie, ecriture)
  }
}

/// Lists who is beyond the time for which records are kept.
public struct PersonnesAEffacer: Question {
  public static let nom = "personnes-a-effacer"
  public let jour: Jour

  public init(le jour: Jour) {
    self.jour = jour
  }

  public func executer(_ travail: Travail) throws -> [PersonneAEffacer] {
    _ = try travail.exiger(.effacerUnePersonne, .etablissement)
    return try travail.personnesAEffacer(le: jour)
  }
}

extension Conservation {
  fileprivate var faits: Faits {
    ["categorie": .texte(categorie.rawValue), "annees": .entier(Int64(annees))]
  }
}

extension Travail {
  /// The time for which a kind of data is kept.
  func conservation(_ categorie: Conservation.Categorie) throws -> Conservation? {
    try registre.conservations().first { $0.categorie == categorie }
  }

  func personnesAEffacer(le jour: Jour) throws -> [PersonneAEffacer] {
    guard let limite = try conservation(.dossier)?.limite(le: jour) else { return [] }
    return try registre.etudiantsPartis(avant: limite)
  }
}
