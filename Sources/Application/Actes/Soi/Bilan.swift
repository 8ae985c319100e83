public import Scolarite

/// Where a student stands in a year, on the marks that are published: averages and what absences
/// cost, never what a jury could make of them; and what juries decided, once they are closed.
public struct Bilan: Sendable {
  public let etudiant: Etudiant
  public let promotion: Promotion
  /// In the order of the curriculum.
  public let ues: [UEDuBilan]
  public let rcues: [RCUEDuBilan]
  public let absences: [CoutDesAbsences]
  /// The days of declared unavailability left in the year.
  public let indisponibilitesRestantes: Int
  /// How many modules wait for marks.
  public let modulesAttendus: Int
  /// What a closed jury decided; `nil` before.
  public let decisions: DecisionsRendues?

  /// A UE and where it stands.
  public struct UEDuBilan: Sendable {
    public let ue: UEDeProgramme
    /// What the student can do at the level of the UE, as the curriculum says it.
    public let competence: String
    public let moyenne: MoyenneProvisoire
    /// The year in which the average was obtained, where it is an earlier one.
    public let anterieure: AnneeUniversitaire?
    /// The mark of session 2 that stands for the UE, once a jury made it known.
    public let session2: Entree?
  }

  /// An RCUE and where it stands.
  public struct RCUEDuBilan: Sendable {
    public let cle: CleRCUE
    public let ues: [CodeUE]
    public let moyenne: Fraction?
    /// Whether all of its marks are there.
    public let estComplete: Bool
  }
}

/// Gives a student where they stand in a year.
public struct VoirSonBilan: QuestionGardee {
  public static let nom = "voir-son-bilan"
  public var cle: String { "\(etudiant) \(promotion)" }
  public let etudiant: Identifiant<Etudiant>
  public let promotion: Identifiant<Promotion>

  public init(_ etudiant: Identifiant<Etudiant>, promotion: Identifiant<Promotion>) {
    self.etudiant = etudiant
    self.promotion = promotion
  }

  /// Published marks only, whoever asks.
  public func executer(_ travail: Travail) throws -> Bilan {
    let promotion = try travail.promotion(promotion)
    let lieu = promotion.lieu.etudiant(etudiant)
    _ = try travail.exiger(.voirLesNotes, lieu)
    guard let connu = try travail.registre.etudiant(etudiant) else {
      throw Refus.inconnu(.etudiant)
    }
    let (projection, reglement) = try travail.projection(etudiant, promotion)
    let depart = projection.situation.depart
    let session2 = try travail.session2Publiee(etudiant, promotion, reglement)
    let titres = try travail.competences(promotion)
    return Bilan(
      etudiant: connu.nomme,
      promotion: promotion,
      ues: projection.ues.map { ue, moyenne in
        let annee = depart.ues[ue.code]?.annee
        return .init(
          ue: ue,
          competence: titres[ue.code] ?? "",
          moyenne: moyenne.apres(session2?.etat.ues[ue.code]),
          anterieure: annee.flatMap { $0 < promotion.annee ? $0 : nil },
          session2: session2?.notes[ue.code],
        )
      },
      rcues: depart.rcues.values.sorted { $0.cle < $1.cle }.map { rcue in
        .init(
          cle: rcue.cle,
          ues: rcue.ues,
          moyenne: session2?.etat.rcues[rcue.cle]?.moyenne?.valeur ?? projection.provisoire(rcue),
          estComplete: rcue.moyenne != nil,
        )
      },
      absences: projection.absences(reglement.reglages(promotion.annee)),
      indisponibilitesRestantes: depart.semestres.first?.itiRestantes ?? 0,
      modulesAttendus: projection.modules.count,
      decisions: travail.peut(.voirLesDecisions, lieu)
        ? try travail.decisionsRendues(etudiant, promotion) : nil,
    )
  }
}

extension Travail {
  /// The year of a student with its published marks, the others awaited.
  func projection(_ etudiant: Identifiant<Etudiant>, _ promotion: Promotion) throws
    -> (projection: Projection, reglement: Reglement)
  {
    let reglement = try reglement(promotion)
    let dossier = try dossier(etudiant, promotion, .attendue)
    guard let projection = Projection(dossier, reglement) else {
      throw Refus.etat(.etudiantNonInscrit)
    }
    return (projection, reglement)
  }

  /// What a year came to with the marks of session 2 that a jury made known, and those of whole UE;
  /// `nil` before.
  func session2Publiee(
    _ etudiant: Identifiant<Etudiant>,
    _ promotion: Promotion,
    _ reglement: Reglement,
  ) throws -> (etat: EtatDAnnee<SansPreuve>, notes: [CodeUE: Entree])? {
    let dossier = try dossier(etudiant, promotion, .publiee)
    guard let session2 = dossier.annees.last?.session2,
      !session2.notesUE.isEmpty || !session2.notesModules.isEmpty
    else { return nil }
    let annee = Deliberation<SansPreuve>.resultats(dossier, reglement).annees.last
    return annee.map { ($0.finale, session2.notesUE) }
  }

  /// What each UE of a promotion teaches to do.
  func competences(_ promotion: Promotion) throws -> [CodeUE: String] {
    guard let maquette = try registre.maquette(promotion.maquette) else {
      throw Refus.inconnu(.maquette)
    }
    return try formats.competences(maquette.texte)
  }
}
