internal import Scolarite

/// The requests of a student for arrangements, what is granted, and where one may ask.
///
/// Others than the student read the requests that they decide on, and what is granted.
public struct VoirSesAmenagements: Question {
  public static let nom = "voir-ses-amenagements"
  public let etudiant: Identifiant<Etudiant>

  /// Requests, arrangements, promotions.
  public struct Siens: Sendable {
    public let etudiant: Etudiant
    public let demandes: [DemandeDAmenagement]
    public let amenagements: [Amenagement]
    /// Where the student is enrolled for a year that is not over, the last first.
    public let promotions: [Promotion]
  }

  public init(_ etudiant: Identifiant<Etudiant>) {
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> Siens {
    _ = try travail.exiger(.voirLesAmenagements, parmi: travail.lieux(de: etudiant))
    let (etudiant, _) = try travail.identite(etudiant)
    let soi = try travail.auteur.flatMap { try travail.registre.utilisateur($0) }
    let estSoi = soi?.etudiant == etudiant.id
    let inscriptions = try travail.registre.inscriptions(etudiant: etudiant.id)
    return Siens(
      etudiant: etudiant.nomme,
      demandes: try travail.registre.demandesDAmenagement(etudiant: etudiant.id).filter {
        try estSoi
          || travail.peut($0.situation.droit, travail.promotion($0.promotion).lieu)
      },
      amenagements: try travail.registre.amenagements(etudiant.id),
      promotions: try inscriptions.filter { $0.fin == nil }.map {
        try travail.promotion($0.promotion)
      }.filter(travail.estEnCours).sorted { $0.annee > $1.annee },
    )
  }
}

/// Requests that the person decides on, and the arrangements that hold today where they see them.
public struct VoirLesDemandesDAmenagement: Question {
  public static let nom = "voir-les-demandes-d-amenagement"

  /// A request or an arrangement with whose it is.
  public struct Tableau: Sendable {
    public let demandes: [(demande: DemandeDAmenagement, etudiant: Etudiant, promotion: Promotion)]
    public let enVigueur: [(amenagement: Amenagement, etudiant: Etudiant, promotion: Promotion)]
  }

  public init() {}

  public func executer(_ travail: Travail) throws -> Tableau {
    let promotions = try travail.registre.promotions().filter { promotion in
      travail.peut(.voirLesAmenagements, promotion.lieu)
    }
    guard !promotions.isEmpty else { throw Refus.interdit(.voirLesAmenagements) }
    var demandes: [(DemandeDAmenagement, Etudiant, Promotion)] = []
    var enVigueur: [(Amenagement, Etudiant, Promotion)] = []
    for promotion in promotions {
      for demande in try travail.registre.demandesDAmenagement(promotion: promotion.id) {
        guard travail.peut(demande.situation.droit, promotion.lieu),
          let etudiant = try travail.registre.etudiant(demande.etudiant)
        else { continue }
        demandes.append((demande, etudiant.nomme, promotion))
      }
      let siens = try travail.registre.amenagements(promotion.id, le: travail.moment.jour)
      for amenagement in siens {
        guard let etudiant = try travail.registre.etudiant(amenagement.etudiant) else { continue }
        enVigueur.append((amenagement, etudiant.nomme, promotion))
      }
    }
    return Tableau(
      demandes: demandes.sorted { $1.0.depose.rangs < $0.0.depose.rangs },
      enVigueur: enVigueur.parNom(\.1),
    )
  }
}

/// Opens one request for whoever decides on it.
public struct VoirUneDemandeDAmenagement: Question {
  public static let nom = "voir-une-demande-d-amenagement"
  public let demande: Identifiant<DemandeDAmenagement>

  /// The request, whose it is, and what is granted already.
  public struct Fiche: Sendable {
    public let demande: DemandeDAmenagement
    public let etudiant: Etudiant
    public let promotion: Promotion
    public let amenagements: [Amenagement]
  }

  public init(_ demande: Identifiant<DemandeDAmenagement>) {
    self.demande = demande
  }

  public func executer(_ travail: Travail) throws -> Fiche {
    let demande = try travail.demandeDAmenagement(demande)
    let promotion = try travail.promotion(demande.promotion)
    _ = try travail.exiger(demande.situation.droit, promotion.lieu)
    guard let etudiant = try travail.registre.etudiant(demande.etudiant) else {
      throw Refus.inconnu(.etudiant)
    }
    return Fiche(
      demande: demande,
      etudiant: etudiant.nomme,
      promotion: promotion,
      amenagements: try travail.registre.amenagements(demande.etudiant),
    )
  }
}
