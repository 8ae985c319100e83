internal import Scolarite

extension Travail {
  /// Answers that still stand.
  func autorisations(_ avis: [AvisParCourrier]) throws -> Annonce? {
    let decidees = try avis.compactMap { avis in
      try avis.numero.flatMap { Identifiant<AutorisationDAbsence>($0) }.flatMap {
        try registre.autorisation($0)
      }
    }.filter { $0.etat != .demandee }
    guard !decidees.isEmpty else { return nil }
    return Annonce(
      sujet: .autorisations,
      objet: "Réponse à votre demande d’autorisation d’absence",
      phrase: "Votre demande d’autorisation d’absence a reçu une réponse. Lisez-la sur :",
      page: "/moi/demarches",
    )
  }

  /// The modules where a catch-up was organised or refused.
  func rattrapages(_ avis: [AvisParCourrier]) throws -> Annonce? {
    let modules = try avis.compactMap { avis in
      try avis.numero.flatMap { Identifiant<EvaluationDeModule>($0) }.flatMap {
        try registre.evaluation($0)
      }?.module
    }.sansDoublon.sorted()
    guard !modules.isEmpty else { return nil }
    let liste = modules.joined(separator: ", ")
    return Annonce(
      sujet: .rattrapages,
      objet: "Rattrapage en \(liste)",
      phrase: "Le rattrapage d’une évaluation est organisé ou refusé en \(liste). Lisez-le sur :",
      page: "/moi/demarches",
    )
  }

  /// The slots of a teacher where an absence is announced; whose it is stands on the roll.
  func absences(_ avis: [AvisParCourrier]) throws -> Annonce? {
    let maintenant = moment.instant
    var touches: Set<Seance> = []
    for avis in avis {
      guard let numero = avis.numero, let id = Identifiant<SignalementDAbsence>(numero),
        let signalement = try registre.signalement(id)
      else { continue }
      touches.formUnion(
        try creneaux(de: signalement).filter {
          $0.enseignant == avis.utilisateur && maintenant.rangs < $0.debut.rangs
        }
      )
    }
    guard !touches.isEmpty else { return nil }
    let lignes = touches.sorted { ($0.debut.rangs, $0.id) < ($1.debut.rangs, $1.id) }.map {
      "- \($0.module ?? $0.nature.rawValue), le \($0.debut.jour.enFrancais) à \($0.debut.heure)"
    }
    return Annonce(
      sujet: .absences,
      objet: "Une absence est annoncée à vos créneaux",
      phrase: (["Une absence est annoncée à :"] + lignes).joined(separator: "\n")
        + "\nElle se lit à l’appel :",
      page: "/appels",
    )
  }

  /// The slots where a student who is announced absent is expected.
  private func creneaux(de signalement: SignalementDAbsence) throws -> [Seance] {
    try registre.inscriptions(etudiant: signalement.etudiant).filter { $0.fin == nil }
      .flatMap { inscription in
        let siens = Set(
          try registre.membres(inscription.promotion).filter {
            $0.etudiant == signalement.etudiant
          }.map(\.groupe)
        )
        return try registre.seances(inscription.promotion).filter { seance in
          signalement.couvre(seance.debut)
            && (seance.groupes.isEmpty || seance.groupes.contains { siens.contains($0) })
        }
      }
  }
}

/// The students whom one more absence would take over a threshold, told once for each threshold.
struct VoirLesPaliersProches: Question {
  static let nom = "voir-les-paliers-proches"

  /// What an absence lasts where no slot tells it.
  private static let minutes = 120

  func executer(_ travail: Travail) throws -> [AvisParCourrier] {
    let jour = travail.moment.jour
    let comptes = Dictionary(
      try travail.registre.utilisateurs().filter(\.actif).compactMap { compte in
        compte.etudiant.map { ($0, compte.id) }
      },
      uniquingKeysWith: { premier, _ in premier },
    )
    var avis: [AvisParCourrier] = []
    for promotion in try travail.registre.promotions()
    where Jour(ouvrant: promotion.annee) <= jour && jour <= Jour(cloturant: promotion.annee) {
      guard try travail.reglages(promotion) != nil else { continue }
      let heures = try dureeOrdinaire(promotion, travail)
      for ligne in try SuivreLesAbsences(promotion.id).executer(travail).lignes {
        guard let compte = comptes[ligne.etudiant.id] else { continue }
        avis += ligne.couts.flatMap { $0.paliersFranchis(avec: heures) }.map { palier in
          AvisParCourrier(
            utilisateur: compte,
            sujet: .paliers,
            objet: "palier/\(promotion.id)/\(palier)",
            entree: 0,
            horodatage: travail.moment.horodatage,
          )
        }
      }
    }
    return avis
  }

  /// The hours that most slots of a promotion last.
  private func dureeOrdinaire(_ promotion: Promotion, _ travail: Travail) throws -> Fraction {
    var nombres: [Int: Int] = [:]
    for seance in try travail.registre.seances(promotion.id) {
      nombres[seance.minutes, default: 0] += 1
    }
    let minutes = nombres.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? Self.minutes
    return Seance.heures(minutes: minutes).map { Fraction($0) } ?? 2
  }
}

extension CoutDesAbsences {
  /// The thresholds that so many more hours would cross, by names that stay; none for whoever was
  /// never absent without reason.
  fileprivate func paliersFranchis(avec heures: Fraction) -> [String] {
    guard heuresInjustifiees > .zero else { return [] }
    var franchis: [String] = []
    if let suivant {
      let atteintes = Fraction(heuresInjustifiees) + heures
      if suivant.estInclus ? atteintes >= suivant.heures : atteintes > suivant.heures {
        franchis.append("\(semestre.valeur)-malus-\(suivant.heures.partieEntiere.numerateur)")
      }
    }
    if let limite, !limite.estAtteinte, limite.reste <= heures {
      franchis.append("\(semestre.valeur)-limite")
    }
    return franchis
  }
}
