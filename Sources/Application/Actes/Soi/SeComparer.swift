public import Scolarite

/// How the averages of a promotion are spread, with where one student stands: nothing of any other.
public struct ComparaisonALaPromotion: Sendable {
  public let etudiant: Etudiant
  public let promotion: Promotion
  /// Averages of whole UE, in the order of the curriculum.
  public let ues: [(ue: CodeUE, place: PlaceDansLaPromotion)]
  /// Averages on the marks published; modules without any left out.
  public let modules: [(module: ModuleEnseigne, place: PlaceDansLaPromotion)]
}

/// Where a student stands in something.
public struct PlaceDansLaPromotion: Hashable, Sendable {
  /// `nil` where the student has no average there.
  public let sienne: Fraction?
  /// `nil` where too few have one: theirs could be guessed.
  public let distribution: DistributionAnonyme?
}

/// Compares a student with the promotion.
///
/// Only the whole promotion is offered: the spread of a group beside that of the promotion would
/// tell, by difference, that of the few who are outside.
public struct SeComparer: QuestionGardee {
  public static let nom = "se-comparer"
  public var cle: String { "\(etudiant) \(promotion)" }
  public let etudiant: Identifiant<Etudiant>
  public let promotion: Identifiant<Promotion>

  public init(_ etudiant: Identifiant<Etudiant>, promotion: Identifiant<Promotion>) {
    self.etudiant = etudiant
    self.promotion = promotion
  }

  /// Published marks only, whoever asks.
  public func executer(_ travail: Travail) throws -> ComparaisonALaPromotion {
    let promotion = try travail.promotion(promotion)
    _ = try travail.exiger(.voirLesNotes, promotion.lieu.etudiant(etudiant))
    guard let connu = try travail.registre.etudiant(etudiant) else {
      throw Refus.inconnu(.etudiant)
    }
    let lue = try travail.lire(promotion, .attendue)
    guard let rang = lue.etudiants.firstIndex(of: etudiant) else {
      throw Refus.etat(.etudiantNonInscrit)
    }
    let reglages = lue.reglement.reglages(promotion.annee)
    return ComparaisonALaPromotion(
      etudiant: connu.nomme,
      promotion: promotion,
      ues: Self.ues(lue, rang),
      modules: try travail.modules(promotion).compactMap { module in
        let moyennes = lue.dossiers.map { Self.moyenne(module, $0, promotion, reglages) }
        guard moyennes.contains(where: { $0 != nil }) else { return nil }
        return (module, Self.place(moyennes, rang))
      },
    )
  }

  /// Averages obtained in the year by those who have all their marks.
  private static func ues(_ lue: PromotionLue, _ rang: Int)
    -> [(ue: CodeUE, place: PlaceDansLaPromotion)]
  {
    let propositions = Propositions(lue.cohorte)
    let toutes = lue.etudiants.indices.map { propositions[$0].ues }
    return lue.programme.ues.map { ue in
      let moyennes = toutes.map { siennes in
        siennes.first { $0.code == ue.code && !$0.moyenneAnterieure }?.moyenne
      }
      return (ue.code, place(moyennes, rang))
    }
  }

  private static func place(_ moyennes: [Fraction?], _ rang: Int) -> PlaceDansLaPromotion {
    PlaceDansLaPromotion(
      sienne: moyennes[rang],
      distribution: DistributionAnonyme(moyennes.compactMap(\.self), sienne: moyennes[rang]),
    )
  }

  /// The average of a module on the marks that are there.
  private static func moyenne(
    _ module: ModuleEnseigne,
    _ dossier: Dossier,
    _ promotion: Promotion,
    _ reglages: Reglages,
  ) -> Fraction? {
    guard let annee = dossier.annees.last, annee.annee == promotion.annee,
      let semestre = annee.semestres.first(where: { $0.numero == module.semestre }),
      let evaluations = semestre.notes[module.code]
    else { return nil }
    return reglages.moyenneDeModule(
      module.code,
      evaluations.filter { $0.entree != .enAttente },
      semestre.statut,
    )
  }
}
