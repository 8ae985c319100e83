public import Actes
public import Fiction
internal import Scolarite

/// Puts a promotion of students who do not exist in the register, by the acts that people do.
public struct InstallerUnePromotion: Acte {
  public static let nom = "installer-une-promotion"
  public let modele: Modele
  public let promotion: PromotionFictive
  public let effectif: Int
  public let contenu: Contenu

  /// What is entered beside students and tests.
  public enum Contenu: Comparable, Sendable {
    case rien
    case notes
    /// Absences, bonuses and avis too.
    case tout
  }

  /// What the promotion hangs from; made where it does not exist yet.
  public struct Modele: Sendable {
    public let departement: String
    public let formation: String
    public let intitule: String
    /// The curriculum as JSON.
    public let maquette: String
    /// The name of the règlement and its text.
    public let profil: (nom: String, texte: String)

    public init(
      departement: String,
      formation: String,
      intitule: String,
      maquette: String,
      profil: (nom: String, texte: String),
    ) {
      self.departement = departement
      self.formation = formation
      self.intitule = intitule
      self.maquette = maquette
      self.profil = profil
    }
  }

  /// What was installed.
  public struct Installee: Sendable {
    public let promotion: Promotion
    /// In the order of the ranks of the fiction.
    public let etudiants: [Identifiant<Etudiant>]
    public let evaluations: [EvaluationDeModule]
  }

  public init(
    _ modele: Modele,
    _ promotion: PromotionFictive,
    effectif: Int,
    contenu: Contenu = .tout,
  ) {
    self.modele = modele
    self.promotion = promotion
    self.effectif = effectif
    self.contenu = contenu
  }

  public func executer(_ travail: Travail) throws -> Installee {
    try ouvrirLAnnee(travail)
    let formation = try formation(travail)
    try adopter(travail)
    let maquette = try DeposerUneMaquette(formation: formation.id, texte: modele.maquette)
      .executer(travail)
    let installee = try CreerUnePromotion(maquette: maquette.id, intitule: modele.intitule)
      .executer(travail)
    let fictifs = promotion.etudiants(effectif)
    let etudiants = try inscrire(fictifs, installee, travail)
    let evaluations = try evaluations(installee, travail)
    if contenu >= .notes { try noter(fictifs, etudiants, installee, evaluations, travail) }
    if contenu == .tout {
      try InstallerLesProcedures(
        promotion: installee,
        etudiants: zip(fictifs, etudiants).compactMap { fictif, id in
          fictif.dossier.annees.last.map { (id, $0) }
        },
      ).executer(travail)
    }
    return Installee(promotion: installee, etudiants: etudiants, evaluations: evaluations)
  }

  private func ouvrirLAnnee(_ travail: Travail) throws {
    let annee = promotion.annee
    guard try travail.registre.annee(annee) == nil else { return }
    let impairs = Jour(ouvrant: annee)
    guard let finImpairs = Jour(annee.debut + 1, 1, 31), let pairs = Jour(annee.debut + 1, 2, 1),
      let fin = Jour(annee.debut + 1, 7, 15)
    else { return }
    let periodes = [1, 2, 3, 4, 5, 6].compactMap { NumeroSemestre($0) }.map { numero in
      AnneeOuverte.Periode(
        nature: .semestre(numero),
        nom: "Semestre \(numero.valeur)",
        debut: numero.valeur % 2 == 1 ? impairs : pairs,
        fin: numero.valeur % 2 == 1 ? finImpairs : fin,
      )
    }
    _ = try OuvrirUneAnnee(annee, debut: impairs, fin: Jour(cloturant: annee), periodes: periodes)
      .executer(travail)
  }

  private func formation(_ travail: Travail) throws -> Formation {
    let formations = try travail.registre.formations()
    if let formation = formations.first(where: { $0.code == modele.formation }) { return formation }
    let departements = try travail.registre.departements()
    let departement =
      try departements.first { $0.code == modele.departement }
      ?? CreerUnDepartement(
        code: modele.departement,
        intitule: "Département \(modele.departement)",
      ).executer(travail)
    return try CreerUneFormation(
      departement: departement.id,
      code: modele.formation,
      intitule: modele.formation,
    ).executer(travail)
  }

  private func adopter(_ travail: Travail) throws {
    guard
      let departement = try travail.registre.departements().first(where: {
        $0.code == modele.departement
      }),
      try travail.registre.profils(promotion.annee).allSatisfy({ $0.departement != departement.id })
    else { return }
    let vote = Jour(promotion.annee.debut, 6, 23)
    _ = try AdopterUnProfil(
      departement: departement.id,
      annee: promotion.annee,
      profil: modele.profil.nom,
      texte: modele.profil.texte,
      conseil: vote,
      cfvu: vote,
    ).executer(travail)
  }

  private func inscrire(
    _ fictifs: [EtudiantFictif],
    _ installee: Promotion,
    _ travail: Travail,
  ) throws -> [Identifiant<Etudiant>] {
    let nouveaux = fictifs.enumerated().map { rang, fictif in
      NouvelEtudiant(
        identite: IdentiteDEtudiant(
          nip: "\(installee.id)\(fictif.identifiant)",
          nomCivil: fictif.nom,
          prenomCivil: fictif.prenom,
          courriel: "\(fictif.identifiant)@etu.iut-nulle-part.example",
        ),
        statut: fictif.dossier.annees.last?.semestres.last?.statut ?? .initial,
        groupes: ["TD\(1 + rang % 4)"],
        lieu: fictif.identifiant,
      )
    }
    _ = try ImporterDesEtudiants(promotion: installee.id, etudiants: nouveaux, source: "fiction")
      .executer(travail)
    return try travail.registre.etudiants(installee.id).map(\.id)
  }

  private func evaluations(_ installee: Promotion, _ travail: Travail) throws
    -> [EvaluationDeModule]
  {
    var evaluations: [EvaluationDeModule] = []
    var vues: Set<String> = []
    for ue in try travail.programme(installee).ues {
      for module in ue.modules.map(\.code.canonique)
      where vues.insert("\(ue.semestre.valeur)/\(module)").inserted {
        for prevue in promotion.evaluations[module] ?? [] {
          let creee = try CreerUneEvaluation(
            promotion: installee.id,
            semestre: ue.semestre,
            module: module,
            intitule: prevue.nom,
            date: nil,
            coefficient: prevue.coefficient,
            bareme: prevue.bareme,
          ).executer(travail)
          evaluations.append(creee)
        }
      }
    }
    return evaluations
  }

  private func noter(
    _ fictifs: [EtudiantFictif],
    _ etudiants: [Identifiant<Etudiant>],
    _ installee: Promotion,
    _ evaluations: [EvaluationDeModule],
    _ travail: Travail,
  ) throws {
    let lignes = zip(fictifs, etudiants).flatMap { fictif, etudiant in
      evaluations.compactMap { evaluation -> ChargerDesNotes.Ligne? in
        let semestre = fictif.dossier.annees.last?.semestres.first {
          $0.numero == evaluation.semestre
        }
        let siennes = semestre?.notes[evaluation.module] ?? []
        return siennes.first { $0.nom == evaluation.nom }.map {
          .init(evaluation: evaluation.id, etudiant: etudiant, entree: $0.entree)
        }
      }
    }
    _ = try ChargerDesNotes(promotion: installee.id, notes: lignes, source: "fiction")
      .executer(travail)
  }
}
