internal import Scolarite

/// Writes who was there at a slot, for many students at once, under one entry of the journal; but
/// one who is sent out has an entry of their own, since the reason speaks of them.
///
/// An absence that an accepted document or a dispensation covers is justified as it is written, and
/// one of a day that was declared is an ITI.
public struct FaireLAppel: Acte {
  public static let nom = "faire-l-appel"
  public let seance: Identifiant<Seance>
  public let pointages: [Pointage]

  /// What was seen of a student, over the version that was read; 0 where nothing stood.
  public struct Pointage: Hashable, Sendable {
    public let etudiant: Identifiant<Etudiant>
    public let pointage: Presence.Pointage
    public let version: Int64

    public init(
      _ etudiant: Identifiant<Etudiant>,
      _ pointage: Presence.Pointage,
      version: Int64 = 0,
    ) {
      self.etudiant = etudiant
      self.pointage = pointage
      self.version = version
    }
  }

  public init(seance: Identifiant<Seance>, _ pointages: [Pointage]) {
    self.seance = seance
    self.pointages = pointages
  }

  public func executer(_ travail: Travail) throws -> [Presence] {
    let seance = try travail.seance(seance)
    let permis = try travail.exiger(.faireLAppel, travail.lieu(de: seance))
    let enPlace = Dictionary(
      uniqueKeysWithValues: try travail.registre.presences(seance.id).map { ($0.etudiant, $0) }
    )
    try verifier(seance, enPlace, travail)
    let changees = try comparer(seance, enPlace, travail)
    let communes = changees.filter { !$0.estMotivee }
    if !communes.isEmpty { try ecrire(communes, permis, travail) }
    for changee in changees where changee.estMotivee {
      try ecrire([changee], permis, travail, seul: changee.apres.etudiant)
    }
    return changees.map(\.apres)
  }

  /// What stands and what is to stand.
  private struct Changement {
    let avant: Presence?
    let apres: Presence

    /// Whether it holds the reason for which somebody was sent out.
    var estMotivee: Bool { [avant, apres].contains { $0?.pointage.motif != nil } }
  }

  /// What the roll call changes; a version that is no longer the last is a conflict.
  private func comparer(
    _ seance: Seance,
    _ enPlace: [Identifiant<Etudiant>: Presence],
    _ travail: Travail,
  ) throws -> [Changement] {
    let acceptes = try travail.registre.justificatifs(promotion: seance.promotion).filter {
      $0.etat == .accepte && $0.couvre(seance.debut)
    }
    let dispenses = try travail.dispenses(seance)
    let declarees = try travail.registre.indisponibilites(seance.promotion, le: seance.debut.jour)
    return try pointages.map { pointage in
      let avant = enPlace[pointage.etudiant]
      let apres = pointage.presence(seance.id, avant, acceptes, dispenses, declarees)
      guard pointage.version == avant?.version ?? 0 else {
        throw try travail.conflit(avant, apres)
      }
      return Changement(avant: avant, apres: apres)
    }
  }

  /// Writes under one entry, of the slot or of the student alone.
  private func ecrire(
    _ changees: [Changement],
    _ permis: Permis,
    _ travail: Travail,
    seul etudiant: Identifiant<Etudiant>? = nil,
  ) throws {
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      etudiant.map { Objet(.presence, seance, $0) } ?? Objet(.seance, seance),
      sujet: etudiant,
      avant: ["presences": .liste(changees.compactMap { ($0.avant?.faits).map { .faits($0) } })],
      apres: ["presences": .liste(changees.map { .faits($0.apres.faits) })],
    )
    for changee in changees where try !travail.registre.ecrire(changee.apres, ecriture) {
      throw try travail.conflit(changee.avant, changee.apres)
    }
  }

  /// Each student once, and in one of the groups of the slot on its day; what was written of one who
  /// left may be put right.
  private func verifier(
    _ seance: Seance,
    _ enPlace: [Identifiant<Etudiant>: Presence],
    _ travail: Travail,
  ) throws {
    let attendus = try travail.attendus(seance.promotion, seance.groupes)
    var vus: Set<Identifiant<Etudiant>> = []
    for pointage in pointages {
      let present = attendus[pointage.etudiant].map { $0.couvre(seance.debut.jour) } ?? false
      guard present || enPlace[pointage.etudiant] != nil else {
        throw Refus.etat(.etudiantNonInscrit)
      }
      guard vus.insert(pointage.etudiant).inserted else {
        throw Refus.donnees([.init("appel", .enDouble(vu: "étudiant \(pointage.etudiant)"))])
      }
      try pointage.verifier(seance)
    }
  }
}

extension FaireLAppel.Pointage {
  fileprivate func verifier(_ seance: Seance) throws(Refus) {
    switch pointage {
    case .present, .absent: return
    case .retard(let minutes):
      guard (1..<max(seance.minutes, 2)).contains(minutes) else {
        let bornes = "de 1 à \(seance.minutes - 1) minutes"
        throw .donnees([.init("retard", .horsBornes(vu: "\(minutes)", bornes: bornes))])
      }
    case .exclu(let motif, let minutes):
      guard !motif.isEmpty else { throw .etat(.motifManquant) }
      if let minutes,
        !(1...max(seance.minutes, 1)).contains(minutes) || Seance.heures(minutes: minutes) == nil
      {
        let bornes = "un multiple de 3 minutes, \(seance.minutes) au plus"
        throw .donnees([.init("exclusion", .horsBornes(vu: "\(minutes)", bornes: bornes))])
      }
    }
  }

  /// What is to stand; a justification stays with an absence that stays.
  fileprivate func presence(
    _ seance: Identifiant<Seance>,
    _ avant: Presence?,
    _ acceptes: [Justificatif],
    _ dispenses: [Identifiant<Etudiant>: Amenagement],
    _ declarees: [Indisponibilite],
  ) -> Presence {
    var presence = Presence(
      seance: seance,
      etudiant: etudiant,
      pointage: pointage,
      version: version + 1,
    )
    guard presence.estUneAbsence else { return presence }
    if let avant, avant.estUneAbsence {
      presence.justification = avant.justification
      presence.justificatif = avant.justificatif
      presence.amenagement = avant.amenagement
    } else if let accepte = acceptes.first(where: { $0.etudiant == etudiant }) {
      presence.justification = .abj
      presence.justificatif = accepte.id
    } else if let dispense = dispenses[etudiant] {
      presence.justification = .abj
      presence.amenagement = dispense.id
    } else if let declaree = declarees.first(where: { $0.etudiant == etudiant }) {
      presence.justification = .iti(declaree: declaree.declaree)
    }
    return presence
  }
}

extension Inscription {
  /// Whether the student is enrolled on a day.
  func couvre(_ jour: Jour) -> Bool {
    debut <= jour && fin.map { jour <= $0.jour } ?? true
  }
}

extension Travail {
  /// The conflict on what was seen of a student, with who wrote what stands.
  func conflit(_ avant: Presence?, _ apres: Presence) throws -> Refus {
    try conflit(
      Objet(.presence, apres.seance, apres.etudiant),
      avant?.faits ?? ["etudiant": Faits.Valeur(apres.etudiant), "presence": .vide],
      apres.faits,
      avant?.version ?? 0,
      sur: .presence(apres.seance, apres.etudiant),
    )
  }
}

extension Presence {
  var faits: Faits {
    [
      "seance": Faits.Valeur(seance), "etudiant": Faits.Valeur(etudiant),
      "presence": .texte(pointage.phrase), "justification": .texte(justification.mot),
      "justificatif": Faits.Valeur(justificatif), "amenagement": Faits.Valeur(amenagement),
    ]
  }
}

extension Presence.Pointage {
  /// Why the student was sent out.
  fileprivate var motif: String? {
    guard case .exclu(let motif, _) = self else { return nil }
    return motif
  }

  fileprivate var phrase: String {
    switch self {
    case .present: "présent"
    case .absent: "absent"
    case .retard(let minutes): "en retard de \(minutes) min"
    case .exclu(let motif, nil): "exclu (\(motif))"
    case .exclu(let motif, let minutes?): "exclu \(minutes) min (\(motif))"
    }
  }
}

extension Presence.Justification {
  fileprivate var mot: String {
    switch self {
    case .aucune: "ABI"
    case .abj: "ABJ"
    case .iti(nil): "ITI"
    case .iti(let declaree?): "ITI déclarée le \(declaree)"
    }
  }
}
