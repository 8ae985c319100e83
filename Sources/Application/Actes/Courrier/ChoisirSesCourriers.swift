/// Where one is written to, about what, and what one switched off.
public struct VoirSesCourriers: Question {
  public static let nom = "voir-ses-courriers"

  public struct Choix: Hashable, Sendable {
    /// `nil` where there is nowhere to write to.
    public let adresse: String?
    /// What may concern the person.
    public let sujets: [SujetDAvis]
    public let coupes: Set<SujetDAvis>
  }

  public init() {}

  public func executer(_ travail: Travail) throws -> Choix {
    let (utilisateur, _) = try travail.soi()
    return Choix(
      adresse: try travail.registre.adresseDeCourrier(utilisateur.id),
      sujets: SujetDAvis.allCases.filter {
        $0.estPourUnEtudiant == (utilisateur.etudiant != nil)
      },
      coupes: try travail.registre.sujetsCoupes(utilisateur.id),
    )
  }
}

/// Switches off some of the notices written to oneself; the others are on.
public struct ChoisirSesCourriers: Acte {
  public static let nom = "choisir-ses-courriers"
  public let coupes: Set<SujetDAvis>

  public init(coupes: Set<SujetDAvis>) {
    self.coupes = coupes
  }

  public func executer(_ travail: Travail) throws {
    let (utilisateur, permis) = try travail.soi()
    try travail.couper(coupes, Self.nom, utilisateur, permis)
  }
}

/// Switches off the notices that a link names, for whoever received it.
struct CouperDesAvis: Acte {
  static let nom = "se-desinscrire"
  let droit: String
  let poste: Poste

  /// What is off by this link.
  func executer(_ travail: Travail) throws -> Set<SujetDAvis> {
    let (utilisateur, permis) = try travail.soi()
    guard let cle = try travail.registre.releveDuCourrier()?.cle,
      let lu = poste.lire(droitDeCouper: droit, cle: cle), lu.utilisateur == utilisateur.id
    else { throw Refus.interdit(.gererSonCompte) }
    let avant = try travail.registre.sujetsCoupes(utilisateur.id)
    try travail.couper(avant.union(lu.sujets), Self.nom, utilisateur, permis)
    return lu.sujets
  }
}

extension Portier {
  /// What the link of a message switches off; `nil` for a link that was not made here.
  public func desinscription(_ droit: String, dans etablissement: Identifiant<Etablissement>)
    async throws -> Set<SujetDAvis>?
  {
    try await lire(droit, dans: etablissement)?.sujets
  }

  /// Switches off what the link of a message names; `nil` for a link that was not made here.
  public func desinscrire(_ droit: String, dans etablissement: Identifiant<Etablissement>)
    async throws -> Set<SujetDAvis>?
  {
    guard let poste, let lu = try await lire(droit, dans: etablissement) else { return nil }
    return try await bureau.faire(
      CouperDesAvis(droit: droit, poste: poste),
      par: .utilisateur(lu.utilisateur),
      dans: etablissement,
    )
  }

  private func lire(_ droit: String, dans etablissement: Identifiant<Etablissement>)
    async throws -> (utilisateur: Identifiant<Utilisateur>, sujets: Set<SujetDAvis>)?
  {
    guard let poste else { return nil }
    return try await bureau.registre.lire(etablissement) { registre in
      guard let cle = try registre.releveDuCourrier()?.cle,
        let lu = poste.lire(droitDeCouper: droit, cle: cle),
        try registre.utilisateur(lu.utilisateur)?.actif == true
      else { return nil }
      return lu
    }
  }
}

extension Travail {
  fileprivate func couper(
    _ apres: Set<SujetDAvis>,
    _ acte: String,
    _ utilisateur: Utilisateur,
    _ permis: Permis,
  ) throws {
    let avant = try registre.sujetsCoupes(utilisateur.id)
    guard avant != apres else { return }
    let ecriture = try inscrire(
      acte,
      permis,
      Objet(.utilisateur, utilisateur.id),
      sujet: utilisateur.etudiant,
      avant: avant.faits,
      apres: apres.faits,
    )
    try registre.couper(apres, de: utilisateur.id, ecriture)
  }
}

extension Set<SujetDAvis> {
  fileprivate var faits: Faits {
    ["avis-coupes": .texte(map(\.rawValue).sorted().joined(separator: ", "))]
  }
}
