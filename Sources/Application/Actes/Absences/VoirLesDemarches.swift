public import Scolarite

/// What a student announced, asked and declared around absences, and what may still be.
public struct VoirLesDemarches: Question {
  public static let nom = "voir-les-demarches"
  public let etudiant: Identifiant<Etudiant>

  /// The steps of a student, the latest first.
  public struct Demarches: Sendable {
    public let etudiant: Etudiant
    public let signalements: [SignalementDAbsence]
    public let autorisations: [AutorisationDAbsence]
    public let rattrapages: [ARattraper]
    /// `nil` where the student follows nothing today.
    public let statut: Statut?
    public let estMineur: Bool
    /// Whom to call; shown to whoever follows absences.
    public let confiance: PersonneDeConfiance?
    public let peutAnnoncer: Bool
    public let peutSignaler: Bool
    public let peutAutoriser: Bool
    public let delais: DelaisDAbsence
  }

  /// A test missed with justification; `rattrapage` is `nil` until it is asked.
  public struct ARattraper: Sendable {
    public let evaluation: EvaluationDeModule
    public let rattrapage: Rattrapage?
  }

  public init(_ etudiant: Identifiant<Etudiant>) {
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> Demarches {
    let lieux = try travail.lieuxPresents(de: etudiant)
    let annonce = lieux.contains { travail.peut(.annoncerUneAbsence, $0) }
    let suit = lieux.contains { travail.peut(.suivreLesAbsences, $0) }
    guard annonce || suit else { throw Refus.interdit(.suivreLesAbsences) }
    let (connu, identite) = try travail.identite(etudiant)
    return Demarches(
      etudiant: connu.nomme,
      signalements: try travail.registre.signalements(etudiant: etudiant).reversed(),
      autorisations: try travail.registre.autorisations(etudiant: etudiant).reversed(),
      rattrapages: try rattrapages(travail),
      statut: try travail.suivi(etudiant, le: travail.moment.jour)?.statut,
      estMineur: identite.estMineur(le: travail.moment.jour),
      confiance: suit ? try travail.registre.personneDeConfiance(etudiant) : nil,
      peutAnnoncer: annonce,
      peutSignaler: suit,
      peutAutoriser: lieux.contains { travail.peut(.autoriserUneAbsence, $0) },
      delais: try travail.delaisDAbsence(etudiant, le: travail.moment.jour),
    )
  }

  private func rattrapages(_ travail: Travail) throws -> [ARattraper] {
    let demandes = Dictionary(
      try travail.registre.rattrapages(etudiant: etudiant).map { ($0.evaluation, $0) },
      uniquingKeysWith: { $1 },
    )
    var trouves: [ARattraper] = []
    for inscription in try travail.registre.inscriptions(etudiant: etudiant)
    where inscription.couvre(travail.moment.jour) {
      for evaluation in try travail.registre.evaluations(inscription.promotion).parDate {
        let demande = demandes[evaluation.id]
        guard try demande != nil || travail.donneDroitAUnRattrapage(evaluation, etudiant) else {
          continue
        }
        trouves.append(ARattraper(evaluation: evaluation, rattrapage: demande))
      }
    }
    return trouves
  }
}

/// One request for an authorisation, as whoever decides needs it.
public struct VoirUneAutorisation: Question {
  public static let nom = "voir-une-autorisation"
  public let autorisation: Identifiant<AutorisationDAbsence>

  /// A request with whose it is.
  public struct Fiche: Sendable {
    public let autorisation: AutorisationDAbsence
    public let etudiant: Etudiant
    public let peutDecider: Bool
    public let delais: DelaisDAbsence
  }

  public init(_ autorisation: Identifiant<AutorisationDAbsence>) {
    self.autorisation = autorisation
  }

  public func executer(_ travail: Travail) throws -> Fiche {
    guard let autorisation = try travail.registre.autorisation(autorisation) else {
      throw Refus.inconnu(.autorisation)
    }
    let lieux = try travail.lieux(de: autorisation)
    let voit = lieux.contains {
      travail.peut(.suivreLesAbsences, $0) || travail.peut(.annoncerUneAbsence, $0)
    }
    guard voit, let etudiant = try travail.registre.etudiant(autorisation.etudiant) else {
      throw Refus.inconnu(.autorisation)
    }
    return Fiche(
      autorisation: autorisation,
      etudiant: etudiant.nomme,
      peutDecider: lieux.contains { travail.peut(.autoriserUneAbsence, $0) },
      delais: try travail.delaisDAbsence(autorisation.etudiant, le: autorisation.du.jour),
    )
  }
}

/// The catch-ups of a test: who asked, who may.
public struct VoirLesRattrapages: Question {
  public static let nom = "voir-les-rattrapages"
  public let evaluation: Identifiant<EvaluationDeModule>

  /// A test with its catch-ups, in the order of names.
  public struct Liste: Sendable {
    public let evaluation: EvaluationDeModule
    public let lignes: [Ligne]
    public let peutOrganiser: Bool
    public let peutRefuser: Bool
  }

  /// A student whose absence was justified.
  public struct Ligne: Sendable {
    public let etudiant: Etudiant
    public let rattrapage: Rattrapage?
  }

  public init(_ evaluation: Identifiant<EvaluationDeModule>) {
    self.evaluation = evaluation
  }

  public func executer(_ travail: Travail) throws -> Liste {
    let evaluation = try travail.evaluation(evaluation)
    let lieu = try travail.lieu(de: evaluation)
    _ = try travail.exiger(unDe: [.gererLesEvaluations, .autoriserUneAbsence], lieu)
    let demandes = Dictionary(
      try travail.registre.rattrapages(promotion: evaluation.promotion)
        .filter { $0.evaluation == evaluation.id }.map { ($0.etudiant, $0) },
      uniquingKeysWith: { $1 },
    )
    let attendus = try travail.attendus(evaluation)
    let lignes = try travail.registre.etudiants(evaluation.promotion).compactMap {
      etudiant -> Ligne? in
      guard attendus[etudiant.id] != nil else { return nil }
      let demande = demandes[etudiant.id]
      guard
        try demande != nil || travail.donneDroitAUnRattrapage(evaluation, etudiant.id)
      else { return nil }
      return Ligne(etudiant: etudiant.nomme, rattrapage: demande)
    }
    return Liste(
      evaluation: evaluation,
      lignes: lignes.parNom(\.etudiant),
      peutOrganiser: travail.peut(.gererLesEvaluations, lieu),
      peutRefuser: travail.peut(.autoriserUneAbsence, lieu),
    )
  }
}
