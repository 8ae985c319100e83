/// To whom a student writes to contest a decision: what the establishment fills in.
public struct VoiesDeRecours: Hashable, Sendable {
  /// Whoever decides on a recours gracieux: « Le directeur de l’IUT, président du jury ».
  public let autorite: String
  public let adresse: String
  /// « Tribunal administratif de Nantes ».
  public let tribunal: String
  public let adresseDuTribunal: String

  public init(autorite: String, adresse: String, tribunal: String, adresseDuTribunal: String) {
    self.autorite = autorite
    self.adresse = adresse
    self.tribunal = tribunal
    self.adresseDuTribunal = adresseDuTribunal
  }

  /// Longer is no address.
  public static let longueurMaximale = 500

  fileprivate var champs: [(nom: String, valeur: String)] {
    [
      ("autorite", autorite), ("adresse", adresse), ("tribunal", tribunal),
      ("adresse-du-tribunal", adresseDuTribunal),
    ]
  }

  fileprivate var faits: Faits { Faits(champs.map { .init($0.nom, .texte($0.valeur)) }) }
}

/// To whom a decision is contested: public addresses, for everybody who is signed in.
public struct VoirLesVoiesDeRecours: Question {
  public static let nom = "voir-les-voies-de-recours"

  public init() {}

  public func executer(_ travail: Travail) throws -> VoiesDeRecours? {
    try travail.registre.voiesDeRecours()
  }
}

/// Fills in to whom a decision is contested.
public struct FixerLesVoiesDeRecours: Acte {
  public static let nom = "fixer-les-voies-de-recours"
  public let voies: VoiesDeRecours

  public init(_ voies: VoiesDeRecours) {
    self.voies = voies
  }

  public func executer(_ travail: Travail) throws {
    let permis = try travail.exiger(.administrer, .etablissement)
    let fautes = voies.champs.compactMap { nom, valeur -> Refus.Faute? in
      if valeur.isEmpty { return .init(nom, .absente) }
      let limite = VoiesDeRecours.longueurMaximale
      guard valeur.count > limite else { return nil }
      return .init(nom, .tropLongue(vu: valeur, limite: limite))
    }
    guard fautes.isEmpty else { throw Refus.donnees(fautes) }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.etablissement, travail.registre.etablissement().id),
      avant: try travail.registre.voiesDeRecours()?.faits,
      apres: voies.faits,
    )
    try travail.registre.fixer(voies, ecriture)
  }
}
