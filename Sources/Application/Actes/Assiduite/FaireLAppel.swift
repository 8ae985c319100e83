internal import Scolarite

/// Writes who was there at a slot, for many students at once, under one entry of the journal.
///
/// An absence that an accepted document covers is justified as it is written.
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
    try verifier(seance, travail)
    let enPlace = Dictionary(
      uniqueKeysWithValues: try travail.registre.presences(seance.id).map { ($0.etudiant, $0) }
    )
    let acceptes = try travail.registre.justificatifs(promotion: seance.promotion).filter {
      $0.etat == .accepte && $0.couvre(seance.debut)
    }
    var changees: [(avant: Presence?, apres: Presence)] = []
    for pointage in pointages {
      let avant = enPlace[pointage.etudiant]
      let apres = pointage.presence(seance.id, avant, acceptes)
      guard pointage.version == avant?.version ?? 0 else {
        throw try travail.conflit(
          Objet(.seance, seance.id),
          avant?.faits ?? ["etudiant": Faits.Valeur(pointage.etudiant), "presence": .vide],
          apres.faits,
          avant?.version ?? 0,
        )
      }
      changees.append((avant, apres))
    }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.seance, seance.id),
      avant: ["presences": .liste(changees.compactMap { ($0.avant?.faits).map { .faits($0) } })],
      apres: ["presences": .liste(changees.map { .faits($0.apres.faits) })],
    )
    for (avant, apres) in changees where try !travail.registre.ecrire(apres, ecriture) {
      throw try travail.conflit(
        Objet(.seance, seance.id),
        avant?.faits ?? [:],
        apres.faits,
        avant?.version ?? 0,
      )
    }
    return changees.map(\.apres)
  }

  /// Each student once, enrolled, and in one of the groups of the slot.
  private func verifier(_ seance: Seance, _ travail: Travail) throws {
    let inscrits = Set(try travail.registre.inscriptions(seance.promotion).map(\.etudiant))
    let attendus =
      seance.groupes.isEmpty
      ? inscrits
      : Set(
        try travail.registre.membres(seance.promotion).compactMap {
          seance.groupes.contains($0.groupe) ? $0.etudiant : nil
        }
      )
    var vus: Set<Identifiant<Etudiant>> = []
    for pointage in pointages {
      guard inscrits.contains(pointage.etudiant), attendus.contains(pointage.etudiant) else {
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
    case .exclu(let motif):
      guard !motif.isEmpty else { throw .etat(.motifManquant) }
    }
  }

  /// What is to stand; a justification stays with an absence that stays.
  fileprivate func presence(
    _ seance: Identifiant<Seance>,
    _ avant: Presence?,
    _ acceptes: [Justificatif],
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
    } else if let accepte = acceptes.first(where: { $0.etudiant == etudiant }) {
      presence.justification = .abj
      presence.justificatif = accepte.id
    }
    return presence
  }
}

extension Presence {
  var faits: Faits {
    [
      "seance": Faits.Valeur(seance), "etudiant": Faits.Valeur(etudiant),
      "presence": .texte(pointage.phrase), "justification": .texte(justification.mot),
      "justificatif": Faits.Valeur(justificatif),
    ]
  }
}

extension Presence.Pointage {
  fileprivate var phrase: String {
    switch self {
    case .present: "présent"
    case .absent: "absent"
    case .retard(let minutes): "en retard de \(minutes) min"
    case .exclu(let motif): "exclu (\(motif))"
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
