public import Scolarite

/// The curriculum of a promotion with what the checks say of it, and its versions.
public struct VoirUneMaquette: Question {
  public static let nom = "voir-une-maquette"
  public let promotion: Identifiant<Promotion>
  /// The version to see; `nil` for the one that the promotion follows.
  public let numero: Int?

  /// A curriculum as it was deposited, read and checked.
  public struct Controlee: Sendable {
    public let promotion: Promotion
    public let formation: Formation
    public let deposee: MaquetteDeposee
    public let maquette: Maquette
    public let rapport: RapportDeConformite
    /// The first to the last.
    public let versions: [Version]

    /// Whether the promotion follows the version that is seen.
    public var estSuivie: Bool { deposee.id == promotion.maquette }
  }

  /// A version, when it was deposited and by whom.
  public struct Version: Sendable {
    public let deposee: MaquetteDeposee
    /// `nil` where the journal does not say any more.
    public let horodatage: Horodatage?
    public let auteur: Utilisateur?
  }

  public init(_ promotion: Identifiant<Promotion>, numero: Int? = nil) {
    self.promotion = promotion
    self.numero = numero
  }

  public func executer(_ travail: Travail) throws -> Controlee {
    let promotion = try travail.promotion(promotion)
    _ = try travail.exiger(.voirLesNotes, promotion.lieu)
    let versions = try travail.registre.maquettes(
      promotion.formation,
      promotion.annee,
      promotion.anneeBUT,
    )
    let choisie = versions.first { version in
      numero.map { $0 == version.numero } ?? (version.id == promotion.maquette)
    }
    guard let choisie else { throw Refus.inconnu(.maquette) }
    let (maquette, rapport) = try travail.formats.controler(choisie.texte)
    return Controlee(
      promotion: promotion,
      formation: try travail.formation(promotion),
      deposee: choisie,
      maquette: maquette,
      rapport: rapport,
      versions: try versions.map { try version($0, travail) },
    )
  }

  private func version(_ deposee: MaquetteDeposee, _ travail: Travail) throws -> Version {
    let entree = try travail.registre.derniereEntree(Objet(.maquette, deposee.id))
    return Version(
      deposee: deposee,
      horodatage: entree?.horodatage,
      auteur: try entree?.auteur.flatMap { try travail.registre.utilisateur($0) },
    )
  }
}
