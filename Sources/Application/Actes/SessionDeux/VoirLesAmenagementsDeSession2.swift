public import Scolarite

/// The arrangements of a session 2: carried over, changed with the reason, set aside.
public struct VoirLesAmenagementsDeSession2: Question {
  public static let nom = "voir-les-amenagements-de-session-2"
  public let campagne: Identifiant<Campagne>

  public struct Ligne: Sendable {
    public let etudiant: Etudiant
    public let nature: Amenagement.Nature
    /// As it was at session 1; `nil` where it is new.
    public let session1: String?
    public let ecart: EcartDAmenagement?
  }

  public struct Tableau: Sendable {
    public let session: SessionDeRattrapage
    public let promotion: Promotion
    public let lignes: [Ligne]
    /// The students to whom one may be given.
    public let etudiants: [Etudiant]
    public let arretes: Jour?
    public let gere: Bool
  }

  public init(_ campagne: Identifiant<Campagne>) {
    self.campagne = campagne
  }

  public func executer(_ travail: Travail) throws -> Tableau {
    let session = try travail.sessionDeRattrapage(campagne)
    let promotion = try travail.promotion(session.promotion)
    _ = try travail.exiger(.voirLesAmenagements, promotion.lieu)
    let etudiants = Dictionary(
      uniqueKeysWithValues: try travail.registre.etudiants(promotion.id).map { ($0.id, $0.nomme) }
    )
    let ecarts = try travail.registre.ecartsDAmenagement(campagne)
    let repris = try travail.registre.amenagements(promotion.id, le: session.premierJour)
      .filter { !$0.porte.isDisjoint(with: .epreuves) }
    var lignes = repris.compactMap { amenagement in
      etudiants[amenagement.etudiant].map { etudiant in
        Ligne(
          etudiant: etudiant,
          nature: amenagement.nature,
          session1: amenagement.precision,
          ecart: ecarts.first {
            $0.etudiant == amenagement.etudiant && $0.nature == amenagement.nature
          },
        )
      }
    }
    lignes += ecarts.filter { ecart in
      !repris.contains { $0.etudiant == ecart.etudiant && $0.nature == ecart.nature }
    }.compactMap { ecart in
      etudiants[ecart.etudiant].map {
        Ligne(etudiant: $0, nature: ecart.nature, session1: nil, ecart: ecart)
      }
    }
    return Tableau(
      session: session,
      promotion: promotion,
      lignes: lignes.parNom(\.etudiant),
      etudiants: Array(etudiants.values).parNom(\.self),
      arretes: try travail.registre.etapesDeSession2(campagne)[.amenagements],
      gere: travail.peut(.gererLesAmenagements, promotion.lieu),
    )
  }
}
