public import Scolarite

/// Makes the next year of a promotion as it was previewed: promotions, groups, enrolments.
///
/// Students enrolled already in that year are left as they are. What they have acquired follows
/// them: the years before are part of every dossier.
public struct FaireLAnneeSuivante: Acte {
  public static let nom = "faire-l-annee-suivante"
  public let promotion: Identifiant<Promotion>
  /// Students of a year of the BUT without one are left for later.
  public let cibles: [Cible]
  /// Whether groups of the same names are made for those who pass.
  public let garderLesGroupes: Bool
  /// The digest of what was previewed.
  public let empreinte: String

  /// The promotion that takes the students of a year of the BUT.
  public struct Cible: Hashable, Sendable {
    public let anneeBUT: AnneeBUT
    public let accueil: Accueil

    public init(_ anneeBUT: AnneeBUT, _ accueil: Accueil) {
      self.anneeBUT = anneeBUT
      self.accueil = accueil
    }
  }

  /// A promotion that stands, or one to make.
  public enum Accueil: Hashable, Sendable {
    case existante(Identifiant<Promotion>)
    case nouvelle(Identifiant<MaquetteDeposee>, intitule: String)
  }

  public init(
    promotion: Identifiant<Promotion>,
    cibles: [Cible],
    garderLesGroupes: Bool,
    empreinte: String,
  ) {
    self.promotion = promotion
    self.cibles = cibles
    self.garderLesGroupes = garderLesGroupes
    self.empreinte = empreinte
  }

  public func executer(_ travail: Travail) throws -> AnneeSuivante {
    let promotion = try travail.promotion(promotion)
    let permis = try travail.exiger(.gererLesEtudiants, promotion.lieu)
    _ = try travail.exiger(.voirLesDecisions, promotion.lieu)
    let plan = try travail.planDAnneeSuivante(promotion)
    guard plan.juryClos else { throw Refus.etat(.juryOuvert) }
    guard plan.empreinte == empreinte else { throw Refus.etat(.apercuPerime) }
    guard let annee = plan.annee, !plan.aInscrire.isEmpty else { throw Refus.etat(.rienAFaire) }
    var fabrique = Fabrique(plan: plan, annee: annee, cibles: cibles, travail: travail)
    try fabrique.inscrire()
    guard !fabrique.inscriptions.isEmpty else { throw Refus.etat(.rienAFaire) }
    if garderLesGroupes { try fabrique.placer() }
    let suivante = AnneeSuivante(
      id: try travail.registre.nouvelIdentifiant(),
      promotion: promotion.id,
      faite: travail.moment.instant,
      promotions: fabrique.promotions,
      groupes: fabrique.groupes,
      inscriptions: fabrique.inscriptions.map(\.id),
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.anneeSuivante, suivante.id),
      apres: suivante.faits,
    )
    try travail.registre.ajouter(suivante, ecriture)
    return suivante
  }
}

/// Makes the things of a next year by the acts of each, and remembers what it made.
private struct Fabrique {
  let plan: PlanDAnneeSuivante
  let annee: AnneeUniversitaire
  let cibles: [FaireLAnneeSuivante.Cible]
  let travail: Travail
  private(set) var promotions: [Identifiant<Promotion>] = []
  private(set) var groupes: [Identifiant<Groupe>] = []
  private(set) var inscriptions: [Inscription] = []

  init(
    plan: PlanDAnneeSuivante,
    annee: AnneeUniversitaire,
    cibles: [FaireLAnneeSuivante.Cible],
    travail: Travail,
  ) {
    self.plan = plan
    self.annee = annee
    self.cibles = cibles
    self.travail = travail
  }

  mutating func inscrire() throws {
    let debut = try travail.registre.annee(annee)?.debut ?? Jour(ouvrant: annee)
    var accueils: [AnneeBUT: Promotion] = [:]
    for cible in plan.cibles {
      accueils[cible.anneeBUT] = try cibles.first { $0.anneeBUT == cible.anneeBUT }
        .map { try accueil(cible, $0.accueil) }
    }
    for ligne in plan.aInscrire {
      guard let but = ligne.destination.anneeBUT, let accueil = accueils[but] else { continue }
      let acte = InscrireUnEtudiant(
        ligne.etudiant.id,
        promotion: accueil.id,
        semestres: ligne.destination.semestres,
        statut: ligne.statut,
        debut: debut,
      )
      inscriptions.append(try acte.executer(travail))
    }
  }

  private mutating func accueil(
    _ cible: PlanDAnneeSuivante.Cible,
    _ accueil: FaireLAnneeSuivante.Accueil,
  ) throws -> Promotion {
    switch accueil {
    case .existante(let id):
      guard let promotion = cible.promotions.first(where: { $0.id == id }) else {
        throw Refus.inconnu(.promotion)
      }
      return promotion
    case .nouvelle(let maquette, let intitule):
      guard cible.maquettes.contains(where: { $0.id == maquette }) else {
        throw Refus.inconnu(.maquette)
      }
      let acte = CreerUnePromotion(maquette: maquette, intitule: intitule)
      let promotion = try acte.executer(travail)
      promotions.append(promotion.id)
      return promotion
    }
  }

  /// Those who pass enter the groups of the names that theirs had, made where they do not stand.
  mutating func placer() throws {
    let anciens = Dictionary(
      uniqueKeysWithValues: try travail.registre.groupes(plan.promotion.id).map { ($0.id, $0) }
    )
    let lignes = Dictionary(uniqueKeysWithValues: plan.aInscrire.map { ($0.etudiant.id, $0) })
    var places: [Identifiant<Groupe>: [Identifiant<Etudiant>]] = [:]
    var connus: [Identifiant<Promotion>: [Groupe]] = [:]
    for inscription in inscriptions {
      guard let ligne = lignes[inscription.etudiant], case .passe = ligne.destination else {
        continue
      }
      for ancien in ligne.groupes.compactMap({ anciens[$0] }) {
        let groupe = try groupe(comme: ancien, dans: inscription.promotion, &connus)
        places[groupe, default: []].append(inscription.etudiant)
      }
    }
    for (groupe, etudiants) in places.sorted(by: { $0.key < $1.key }) {
      try PlacerDesEtudiants(etudiants, groupe: groupe).executer(travail)
    }
  }

  private mutating func groupe(
    comme ancien: Groupe,
    dans promotion: Identifiant<Promotion>,
    _ connus: inout [Identifiant<Promotion>: [Groupe]],
  ) throws -> Identifiant<Groupe> {
    let presents = try connus[promotion] ?? travail.registre.groupes(promotion)
    connus[promotion] = presents
    if let meme = presents.first(where: { $0.nom == ancien.nom }) { return meme.id }
    let acte = CreerUnGroupe(promotion: promotion, nature: ancien.nature, intitule: ancien.nom)
    let groupe = try acte.executer(travail)
    groupes.append(groupe.id)
    connus[promotion] = presents + [groupe]
    return groupe.id
  }
}

/// Removes a next year that was made, as long as nothing was written on it.
public struct DefaireLAnneeSuivante: Acte {
  public static let nom = "defaire-l-annee-suivante"
  public let annee: Identifiant<AnneeSuivante>

  public init(_ annee: Identifiant<AnneeSuivante>) {
    self.annee = annee
  }

  public func executer(_ travail: Travail) throws {
    guard let annee = try travail.registre.anneeSuivante(annee) else {
      throw Refus.inconnu(.anneeSuivante)
    }
    let promotion = try travail.promotion(annee.promotion)
    let permis = try travail.exiger(.gererLesEtudiants, promotion.lieu)
    if !annee.promotions.isEmpty || !annee.groupes.isEmpty {
      _ = try travail.exiger(.structurer, promotion.lieu)
    }
    let ecrits = try travail.registre.ecrits(sur: annee)
    guard ecrits.isEmpty else {
      throw Refus.etat(.anneeSuivanteEntamee(ecrits.map { $0.ecrit.phrase($0.nombre) }))
    }
    for inscription in try annee.inscriptions.compactMap({ try travail.registre.inscription($0) }) {
      let accueil = try travail.promotion(inscription.promotion)
      _ = try travail.inscrire(
        Self.nom,
        travail.exiger(.gererLesEtudiants, accueil.lieu),
        Objet(.inscription, inscription.id),
        sujet: inscription.etudiant,
        avant: inscription.faits,
      )
    }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.anneeSuivante, annee.id),
      avant: annee.faits,
    )
    try travail.registre.supprimer(annee, ecriture)
  }
}

extension AnneeSuivante {
  fileprivate var faits: Faits {
    [
      "promotion": Faits.Valeur(promotion),
      "promotions": .liste(promotions.map { Faits.Valeur($0) }),
      "groupes": .liste(groupes.map { Faits.Valeur($0) }),
      "inscriptions": .liste(inscriptions.map { Faits.Valeur($0) }),
    ]
  }
}
