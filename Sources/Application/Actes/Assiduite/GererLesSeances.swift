public import Scolarite

/// Puts slots in the timetable of a promotion.
public struct CreerDesSeances: Acte {
  public static let nom = "creer-des-seances"
  public let promotion: Identifiant<Promotion>
  public let seances: [NouvelleSeance]

  /// A slot to come.
  public struct NouvelleSeance: Hashable, Sendable {
    public let module: String?
    public let groupes: [Identifiant<Groupe>]
    public let debut: Instant
    public let minutes: Int
    public let enseignant: Identifiant<Utilisateur>?
    public let nature: Seance.Nature
    public let evaluation: Identifiant<EvaluationDeModule>?
    /// What names it for ever in the calendar that it comes from.
    public let reference: String?

    public init(
      module: String?,
      groupes: [Identifiant<Groupe>] = [],
      debut: Instant,
      minutes: Int,
      enseignant: Identifiant<Utilisateur>? = nil,
      nature: Seance.Nature,
      evaluation: Identifiant<EvaluationDeModule>? = nil,
      reference: String? = nil,
    ) {
      self.module = module
      self.groupes = groupes
      self.debut = debut
      self.minutes = minutes
      self.enseignant = enseignant
      self.nature = nature
      self.evaluation = evaluation
      self.reference = reference
    }
  }

  public init(promotion: Identifiant<Promotion>, seances: [NouvelleSeance]) {
    self.promotion = promotion
    self.seances = seances
  }

  public func executer(_ travail: Travail) throws -> [Seance] {
    let promotion = try travail.promotion(promotion)
    var permis = try travail.exiger(.faireLAppel, lieu(promotion, seances.first?.module))
    for module in Set(seances.map(\.module)) {
      permis = try travail.exiger(.faireLAppel, lieu(promotion, module))
    }
    try verifier(promotion, travail)
    guard !seances.isEmpty else { return [] }
    let premier = try travail.registre.reserver(seances.count)
    let nouvelles = zip(premier..., seances).compactMap { numero, seance in
      Identifiant(numero).map { seance.seance($0, promotion.id) }
    }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.promotion, promotion.id),
      apres: ["seances": .liste(nouvelles.map { .faits($0.faits) })],
    )
    try travail.registre.ajouter(nouvelles, ecriture)
    return nouvelles
  }

  private func lieu(_ promotion: Promotion, _ module: String?) -> Lieu {
    module.map(promotion.lieu.module) ?? promotion.lieu
  }

  private func verifier(_ promotion: Promotion, _ travail: Travail) throws {
    let programme = try travail.programme(promotion)
    let modules = Set(programme.ues.flatMap(\.modules).map(\.code.canonique))
    let groupes = Set(try travail.registre.groupes(promotion.id).map(\.id))
    let evaluations = Dictionary(
      uniqueKeysWithValues: try travail.registre.evaluations(promotion.id).map {
        ($0.id, $0.module)
      }
    )
    let enseignants = Set(try travail.registre.utilisateurs().map(\.id))
    var fautes: [Refus.Faute] = []
    for (rang, seance) in seances.enumerated() {
      if let module = seance.module, !modules.contains(module) {
        throw Refus.etat(.moduleInconnu(module))
      }
      guard groupes.isSuperset(of: seance.groupes) else { throw Refus.inconnu(.groupe) }
      if let evaluation = seance.evaluation {
        guard let module = evaluations[evaluation], seance.module ?? module == module else {
          throw Refus.inconnu(.evaluation)
        }
      }
      if let enseignant = seance.enseignant, !enseignants.contains(enseignant) {
        throw Refus.inconnu(.utilisateur)
      }
      guard seance.minutes <= 1440, Seance.heures(minutes: seance.minutes) != nil else {
        let bornes = "de 3 à 1440 minutes, par multiples de 3"
        fautes.append(
          .init("séance \(rang + 1)", .horsBornes(vu: "\(seance.minutes)", bornes: bornes))
        )
        continue
      }
    }
    guard fautes.isEmpty else { throw Refus.donnees(fautes) }
  }
}

/// Takes a slot out of the timetable, when nobody took attendance there.
public struct SupprimerUneSeance: Acte {
  public static let nom = "supprimer-une-seance"
  public let seance: Identifiant<Seance>

  public init(_ seance: Identifiant<Seance>) {
    self.seance = seance
  }

  public func executer(_ travail: Travail) throws {
    let avant = try travail.seance(seance)
    let permis = try travail.exiger(.faireLAppel, travail.lieu(de: avant))
    let pointees = try travail.registre.presences(avant.id).count
    guard pointees == 0 else { throw Refus.etat(.seancePointee(pointees)) }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.seance, avant.id),
      avant: avant.faits,
    )
    try travail.registre.supprimer(avant.id, ecriture)
  }
}

extension CreerDesSeances.NouvelleSeance {
  fileprivate func seance(_ id: Identifiant<Seance>, _ promotion: Identifiant<Promotion>) -> Seance
  {
    Seance(
      id: id,
      promotion: promotion,
      module: module,
      groupes: groupes.sorted(),
      debut: debut,
      minutes: minutes,
      enseignant: enseignant,
      nature: nature,
      evaluation: evaluation,
      reference: reference,
    )
  }
}

extension Seance {
  var faits: Faits {
    [
      "seance": Faits.Valeur(id), "module": Faits.Valeur(module),
      "groupes": .liste(groupes.map { Faits.Valeur($0) }),
      "debut": .texte(debut.description), "minutes": .entier(Int64(minutes)),
      "enseignant": Faits.Valeur(enseignant), "nature": .texte(nature.rawValue),
      "evaluation": Faits.Valeur(evaluation),
    ] + (reference.map { ["reference": .texte($0)] } ?? [:])
  }
}

extension Travail {
  /// The slot, or a refusal that it is not known.
  func seance(_ id: Identifiant<Seance>) throws -> Seance {
    guard let seance = try registre.seance(id) else { throw Refus.inconnu(.seance) }
    return seance
  }

  /// Where a slot stands.
  func lieu(de seance: Seance) throws -> Lieu {
    let lieu = try promotion(seance.promotion).lieu
    return seance.module.map(lieu.module) ?? lieu
  }
}
