public import Actes
public import Fiction
public import Scolarite

/// Puts a promotion of students who do not exist in the register, by the acts that people do.
public struct InstallerUnePromotion: Acte {
  public static let nom = "installer-une-promotion"
  public let modele: Modele
  public let promotion: PromotionFictive
  public let effectif: Int
  public let contenu: Contenu
  public let avancement: Avancement
  public let groupes: @Sendable (Int) -> [String]
  /// The rank and the last day of somebody who left during the year.
  public let depart: (rang: Int, jour: Jour)?

  /// - Parameters:
  ///   - modele: what the promotion hangs from.
  ///   - promotion: what students are drawn from.
  ///   - effectif: how many there are.
  ///   - contenu: what is entered.
  ///   - avancement: how far the year has gone.
  ///   - depart: the rank and the last day of somebody who left.
  ///   - groupes: the groups of a rank.
  public init(
    _ modele: Modele,
    _ promotion: PromotionFictive,
    effectif: Int,
    contenu: Contenu = .tout,
    avancement: Avancement = .sansDates,
    depart: (rang: Int, jour: Jour)? = nil,
    groupes: @escaping @Sendable (Int) -> [String] = { ["TD\(1 + $0 % 4)"] },
  ) {
    self.modele = modele
    self.promotion = promotion
    self.effectif = effectif
    self.contenu = contenu
    self.avancement = avancement
    self.depart = depart
    self.groupes = groupes
  }

  public func executer(_ travail: Travail) throws -> Installee {
    let structure = InstallerLaStructure(modele: modele, annee: promotion.annee)
    let installee = try structure.executer(travail)
    let fictifs = promotion.etudiants(effectif)
    let etudiants = try inscrire(fictifs, installee, travail)
    let suivis = zip(fictifs, etudiants).enumerated().compactMap { rang, etudiant in
      etudiant.0.dossier.annees.last.map {
        (id: etudiant.1, annee: $0, depart: depart?.rang == rang ? depart?.jour : nil)
      }
    }
    let jours = JoursOuvres(promotion.annee, try travail.registre.annee(promotion.annee))
    let plan = PlanDesEpreuves(promotion, try travail.programme(installee), jours, avancement)
    let evaluations = try InstallerLesEpreuves(
      promotion: installee,
      epreuves: plan.epreuves,
      etudiants: suivis,
    ).executer(notees: contenu >= .notes, travail)
    if contenu == .tout {
      try InstallerLesProcedures(
        promotion: installee,
        etudiants: suivis,
        jours: jours,
        avancement: avancement,
      ).executer(travail)
    }
    return Installee(
      promotion: installee,
      etudiants: etudiants,
      evaluations: evaluations,
      modulesATraiter: plan.epreuves.filter(\.stade.estATraiter).map(\.module),
    )
  }

  /// What students come with, in the proportions of a department; one does not say it.
  private static let baccalaureats: [String?] = [
    "Général", "STI2D", "Général", "STMG", "Général", "Professionnel SN", "Général", "STD2A",
    "DAEU",
    "Général", "Professionnel AGORA", "STMG", "Général", "Général", "STI2D", nil, "Général",
  ]

  private func inscrire(
    _ fictifs: [EtudiantFictif],
    _ installee: Promotion,
    _ travail: Travail,
  ) throws -> [Identifiant<Etudiant>] {
    let nouveaux = fictifs.enumerated().map { rang, fictif in
      let nip = "\(installee.id)\(fictif.identifiant)"
      return NouvelEtudiant(
        identite: IdentiteDEtudiant(
          nip: nip,
          nomCivil: fictif.nom,
          prenomCivil: fictif.prenom,
          courriel: "\(nip)@etu.iut-nulle-part.example",
          baccalaureat: Self.baccalaureats[rang * 7 % Self.baccalaureats.count],
        ),
        statut: fictif.dossier.annees.last?.semestres.last?.statut ?? .initial,
        groupes: groupes(rang),
        lieu: fictif.identifiant,
      )
    }
    _ = try ImporterDesEtudiants(promotion: installee.id, etudiants: nouveaux, source: "fiction")
      .executer(travail)
    let etudiants = try travail.registre.etudiants(installee.id).map(\.id)
    if let depart { try terminer(etudiants[depart.rang], depart.jour, travail) }
    return etudiants
  }

  private func terminer(_ etudiant: Identifiant<Etudiant>, _ jour: Jour, _ travail: Travail) throws
  {
    for inscription in try travail.registre.inscriptions(etudiant: etudiant) {
      try TerminerUneInscription(
        inscription.id,
        fin: .init(jour: jour, cause: .demission, motif: "réorientation à sa demande"),
        version: inscription.version,
      ).executer(travail)
    }
  }
}
