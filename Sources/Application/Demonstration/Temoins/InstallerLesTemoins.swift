internal import Actes
internal import Fiction
internal import Scolarite

/// A branch of the IUT that does not exist whose règlement holds a session 2, its year over: a few
/// students, each showing what a session 2 changes, and those who will conduct it.
struct InstallerLesTemoins {
  /// The last year whose courses are over.
  let annee: AnneeUniversitaire
  /// The curriculum of that year and of the one before, as JSON.
  let maquette: (AnneeUniversitaire) throws -> String
  let profil: (nom: String, texte: String)
  /// The first day of roles.
  let depuis: Jour

  private static let departement = DepartementFictif(
    code: "MMI-QP",
    intitule: "Métiers du multimédia et de l’internet, antenne de Quelque-Part",
    formation: "BUT MMI Quelque-Part",
  )

  /// The year from which a session 2 is to be held, on a day: courses and juries are over by then.
  static func annee(le jour: Jour, _ annee: AnneeUniversitaire, _ precedente: AnneeUniversitaire)
    -> AnneeUniversitaire
  {
    jourDuJury(annee) < jour ? annee : precedente
  }

  func executer(_ travail: Travail) throws
    -> (promotion: Promotion, comptes: [CompteDeDemonstration])
  {
    try Self.departement.executer(travail)
    if let avant = AnneeUniversitaire(debut: annee.debut - 1) {
      _ = try installer(avant, [.anneePrecedente], travail)
    }
    let (promotion, etudiants) = try installer(annee, EtudiantTemoin.tous, travail)
    let postes =
      try self.postes(promotion, travail)
      + zip(EtudiantTemoin.tous, etudiants)
      .map { temoin, etudiant in
        Poste(
          role: .etudiant,
          identifiant: temoin.identifiant,
          nom: "\(temoin.prenom) \(temoin.nom)",
          fonction: "en \(promotion.nom) (\(promotion.annee)), \(temoin.situation)",
          portees: [.etudiant(etudiant)],
          etudiant: etudiant,
        )
      }
    return (promotion, try postes.map { try $0.creer(depuis: depuis, travail) })
  }

  // MARK: A year

  private func installer(
    _ annee: AnneeUniversitaire,
    _ temoins: [EtudiantTemoin],
    _ travail: Travail,
  ) throws -> (Promotion, [Identifiant<Etudiant>]) {
    let structure = InstallerLaStructure(
      modele: .init(
        departement: Self.departement.code,
        formation: Self.departement.formation,
        intitule: "MMI Quelque-Part 1re année",
        maquette: try maquette(annee),
        profil: profil,
      ),
      annee: annee,
    )
    let promotion = try structure.executer(travail)
    let programme = try travail.programme(promotion)
    let etudiants = try inscrire(temoins, promotion, travail)
    let suivis = try zip(temoins, etudiants).map { temoin, id in
      (id: id, annee: try temoin.annee(promotion, programme), depart: Jour?.none)
    }
    let jours = JoursOuvres(annee, try travail.registre.annee(annee))
    _ = try InstallerLesEpreuves(
      promotion: promotion,
      epreuves: epreuves(promotion, programme, jours),
      etudiants: suivis,
    ).executer(notees: true, travail)
    try InstallerLesProcedures(
      promotion: promotion,
      etudiants: suivis,
      jours: jours,
      avancement: .enCours(Self.jourDuJury(annee)),
    ).executer(travail)
    try clore(promotion, travail)
    return (promotion, etudiants)
  }

  private func inscrire(_ temoins: [EtudiantTemoin], _ promotion: Promotion, _ travail: Travail)
    throws -> [Identifiant<Etudiant>]
  {
    let nips = temoins.map { temoin in
      "QP\(1 + (EtudiantTemoin.tous.firstIndex { $0.nom == temoin.nom } ?? 0))"
    }
    _ = try ImporterDesEtudiants(
      promotion: promotion.id,
      etudiants: zip(temoins, nips).map { temoin, nip in
        NouvelEtudiant(
          identite: IdentiteDEtudiant(
            nip: nip,
            nomCivil: temoin.nom,
            prenomCivil: temoin.prenom,
            courriel: "\(temoin.identifiant)@etu.iut-nulle-part.example",
            baccalaureat: "Général",
          ),
          statut: .initial,
          groupes: ["TD1"],
          lieu: nip,
        )
      },
      source: "fiction",
    ).executer(travail)
    let inscrits = try travail.registre.etudiants(promotion.id)
    return nips.compactMap { nip in inscrits.first { $0.identite?.nip == nip }?.id }
  }

  /// One test of each module, spread over its semester.
  private func epreuves(_ promotion: Promotion, _ programme: Programme, _ jours: JoursOuvres)
    -> [Epreuve]
  {
    promotion.anneeBUT.semestres.flatMap { semestre in
      let modules = programme.ues.filter { $0.semestre == semestre }.flatMap(\.modules)
        .filter { $0.coefficient > 0 }
      let codes = Set(modules.map(\.code.canonique)).sorted()
      // The year-end jury comes before the last weeks of the second semester.
      let tenus = jours.semestre(semestre).filter { $0 < Self.jourDuJury(promotion.annee) }
      return zip(codes, tenus.repartis(codes.count)).map { code, date in
        Epreuve(
          semestre: semestre,
          module: code,
          nom: EtudiantTemoin.epreuve,
          coefficient: 1,
          bareme: 20,
          date: date,
          stade: .close,
        )
      }
    }
  }

  // MARK: Its jury

  private static func jourDuJury(_ annee: AnneeUniversitaire) -> Jour {
    Jour(annee.debut + 1, 6, 10) ?? Jour(cloturant: annee)
  }

  /// Closes the jury of session 1: what the rules do not let pass waits for session 2, but in an
  /// earlier year, where it is repeated.
  private func clore(_ promotion: Promotion, _ travail: Travail) throws {
    let jury = try OuvrirUnJury(
      promotion: promotion.id,
      nature: .annee,
      date: Self.jourDuJury(promotion.annee),
      membres: [.init(nom: "Maëlle Orvanne", qualite: .president, present: true)],
    ).executer(travail)
    let redoublement = DecisionPrise(
      sur: .annee,
      code: .red,
      motif: "bases à consolider, travail régulier",
    )
    let lue = try travail.lire(promotion)
    for (etudiant, dossier) in zip(lue.etudiants, lue.dossiers) {
      let annee = Deliberation<SansPreuve>.resultats(dossier, lue.reglement).annees.last
      guard annee?.finale.poursuite?.autorisee == false else { continue }
      _ = try DeciderEnJury(
        jury: jury.id,
        etudiant: etudiant,
        decisions: promotion.annee < self.annee ? [redoublement] : [],
      ).executer(travail)
    }
    _ = try CloreUnJury(jury.id, version: jury.version).executer(travail)
  }

  // MARK: Those who conduct it

  private func postes(_ promotion: Promotion, _ travail: Travail) throws -> [Poste] {
    let lieu = Portee.departement(promotion.departement)
    let modules = try travail.programme(promotion).ues
      .filter { $0.semestre == promotion.anneeBUT.semestres.first }
      .flatMap(\.modules).filter { $0.nature == .sae && $0.coefficient > 0 }
      .map(\.code.canonique)
    func poste(_ role: Role, _ prenom: String, _ nom: String, _ fonction: String, _ ou: [Portee])
      -> Poste
    {
      Poste(
        role: role,
        identifiant: "\(prenom).\(nom)".lowercased(),
        nom: "\(prenom) \(nom)",
        fonction: fonction,
        portees: ou,
      )
    }
    let siens = modules.map { Portee.module(promotion.id, $0) }
    return [
      poste(
        .directeurDesEtudes,
        "Vivien",
        "Rocheplane",
        "direction des études de l’antenne",
        [lieu],
      ),
      poste(
        .responsableDeDepartement,
        "Solange",
        "Brumevigne",
        "responsable de l’antenne",
        [lieu],
      ),
      poste(.secretariat, "Yannick", "Tourmalec", "secrétariat de l’antenne", [lieu]),
      poste(.responsableDeModule, "Wilfrid", "Estampier", "responsable des SAÉ du S1", siens),
      poste(.enseignant, "Zoltan", "Peyrac", "enseignant des SAÉ du S1", siens),
    ]
  }
}
