public import Scolarite

/// Who a student is and what they follow, as far as the person may see.
public struct VoirUnEtudiant: QuestionGardee {
  public static let nom = "voir-un-etudiant"
  public var cle: String { "\(etudiant)" }
  public let etudiant: Identifiant<Etudiant>

  /// The student, the enrolments, and what the person may see or do beyond.
  public struct Fiche: Hashable, Sendable {
    public let etudiant: Etudiant
    /// The latest first.
    public let parcours: [Suivie]
    /// `nil` where there is none, or not for the person: only where the student is at present is
    /// it known, as are accommodations.
    public let confiance: PersonneDeConfiance?
    public let amenagements: [Amenagement]
    /// The rights of the person on one of the promotions of the student, or on one’s own record.
    public let droits: Set<Droit>
    /// Whether the person sees more than names and number.
    public let connue: Bool
    /// Whether the person manages or helps the student where they are enrolled at present.
    public let suivie: Bool
  }

  /// An enrolment with its promotion and groups.
  public struct Suivie: Hashable, Sendable {
    public let promotion: Promotion
    public let inscription: Inscription
    public let groupes: [Groupe]
    /// In force, as juries decided them; `nil` where the person may not see them.
    public let decisions: [DecisionDeJury]?
    /// Whether the person sees marks of that year, were it in one module.
    public let voitLesNotes: Bool
  }

  public init(_ etudiant: Identifiant<Etudiant>) {
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> Fiche {
    guard let etudiant = try travail.registre.etudiant(etudiant) else {
      throw Refus.inconnu(.etudiant)
    }
    let suivies = try travail.suivies(etudiant.id)
    let lieux = suivies.map { $0.promotion.lieu.etudiant(etudiant.id) }
    let soi = Lieu(etudiant: etudiant.id)
    let promotions = suivies.map(\.promotion)
    guard
      travail.peut(.voirLesNotes, soi) || travail.peut(.voirLesEtudiants, soi)
        || promotions.contains(where: { travail.peut(.voirLesEtudiants, dansUnModuleDe: $0) })
    else { throw Refus.interdit(.voirLesEtudiants) }
    let connue =
      travail.peut(.voirLesAmenagements, soi)
      || promotions.contains(where: travail.connaitLesPersonnes)
    let droits = Droit.allCases.filter { droit in
      (lieux + [soi]).contains { travail.peut(droit, $0) }
    }
    let presents = try travail.lieuxPresents(de: etudiant.id)
    let aide = travail.peut(.voirLesAmenagements, unDe: presents)
    let suit = aide || travail.peut(.gererLesEtudiants, unDe: presents)
    return Fiche(
      etudiant: connue ? etudiant : etudiant.nomme,
      parcours: suivies.filter {
        connue || travail.peut(.voirLesEtudiants, dansUnModuleDe: $0.promotion)
      },
      confiance: suit ? try travail.registre.personneDeConfiance(etudiant.id) : nil,
      amenagements: aide ? try travail.registre.amenagements(etudiant.id) : [],
      droits: Set(droits),
      connue: connue,
      suivie: suit,
    )
  }
}

extension Travail {
  /// The enrolments of a student, the latest first.
  fileprivate func suivies(_ etudiant: Identifiant<Etudiant>) throws -> [VoirUnEtudiant.Suivie] {
    let siens = Set(try registre.groupes(etudiant: etudiant))
    return try registre.inscriptions(etudiant: etudiant).compactMap { inscription in
      guard let promotion = try registre.promotion(inscription.promotion) else { return nil }
      let voit = peut(.voirLesDecisions, promotion.lieu.etudiant(etudiant))
      return VoirUnEtudiant.Suivie(
        promotion: promotion,
        inscription: inscription,
        groupes: try registre.groupes(promotion.id).filter { siens.contains($0.id) },
        decisions: voit ? try registre.decisions(etudiant, promotion.id) : nil,
        voitLesNotes: peut(.voirLesNotes, promotion.lieu.etudiant(etudiant))
          || peut(.voirLesNotes, dansUnModuleDe: promotion),
      )
    }.sorted { ($0.promotion.annee, $0.inscription.id) > ($1.promotion.annee, $1.inscription.id) }
  }
}
