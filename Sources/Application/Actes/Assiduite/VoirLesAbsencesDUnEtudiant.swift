public import Scolarite

/// The absences of a student, and the documents given for them.
public struct VoirLesAbsencesDUnEtudiant: Question {
  public static let nom = "voir-les-absences-d-un-etudiant"
  public let etudiant: Identifiant<Etudiant>

  /// What was missed, the latest first.
  public struct Etat: Hashable, Sendable {
    public let etudiant: Etudiant
    /// Absences and late arrivals.
    public let manques: [PresenceSituee]
    public let justificatifs: [Justificatif]
    public let peutTraiter: Bool
    public let peutDeposer: Bool
    /// Those of today.
    public let delais: DelaisDAbsence
    /// The documents that came too late for the règlement of their day.
    public let tardifs: Set<Identifiant<Justificatif>>

    /// The slots whose declared unavailability counts as unjustified, each with why.
    public let refusees: [Identifiant<Seance>: String]

    /// The hours missed for one of the reasons that are counted, as results count them.
    public func heures(_ condition: (Presence.Justification) -> Bool) -> Decimale {
      manques.filter { $0.presence.estUneAbsence && condition(justification($0.presence)) }
        .reduce(Decimale.zero) { $0 + (Seance.heures(minutes: $1.minutesManquees) ?? .zero) }
    }

    private func justification(_ presence: Presence) -> Presence.Justification {
      refusees[presence.seance] == nil ? presence.justification : .aucune
    }
  }

  public init(_ etudiant: Identifiant<Etudiant>) {
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> Etat {
    let lieux = try travail.lieux(de: etudiant)
    _ = try travail.exiger(.voirLesAbsences, parmi: lieux)
    guard let connu = try travail.registre.etudiant(etudiant) else {
      throw Refus.inconnu(.etudiant)
    }
    let visibles = Set(
      lieux.filter { travail.peut(.voirLesAbsences, $0) }.compactMap(\.promotion)
    )
    let manques = try travail.registre.presences(etudiant: etudiant).filter {
      $0.estUnManque && visibles.contains($0.promotion)
    }
    let justificatifs = try travail.justificatifs(de: etudiant, .voirLesAbsences)
    return Etat(
      etudiant: connu.nomme,
      manques: manques.reversed(),
      justificatifs: justificatifs.reversed(),
      peutTraiter: lieux.contains { travail.peut(.traiterLesJustificatifs, $0) },
      peutDeposer: lieux.contains { travail.peut(.deposerUnJustificatif, $0) },
      delais: try travail.delaisDAbsence(etudiant, le: travail.moment.jour),
      tardifs: Set(
        try justificatifs.filter {
          try !travail.delaisDAbsence(etudiant, le: $0.du.jour).respecte($0)
        }.map(\.id)
      ),
      refusees: try travail.indisponibilitesRefusees(etudiant, manques),
    )
  }
}

extension PresenceSituee {
  /// Whether something of the slot was missed.
  fileprivate var estUnManque: Bool {
    switch presence.pointage {
    case .present: false
    case .absent, .retard, .exclu: true
    }
  }
}

/// A document given for an absence, with its student and what it covers.
public struct VoirUnJustificatif: Question {
  public static let nom = "voir-un-justificatif"
  public let justificatif: Identifiant<Justificatif>

  /// A document as whoever treats it needs it.
  public struct Fiche: Hashable, Sendable {
    public let justificatif: Justificatif
    public let etudiant: Etudiant
    /// The absences that it covers, the first to the last.
    public let absences: [PresenceSituee]
    public let peutTraiter: Bool
    /// Whether more was asked for, and the person may give it.
    public let peutCompleter: Bool
    public let regime: RegimeDeJustificatif
    public let delais: DelaisDAbsence
  }

  public init(_ justificatif: Identifiant<Justificatif>) {
    self.justificatif = justificatif
  }

  public func executer(_ travail: Travail) throws -> Fiche {
    guard let justificatif = try travail.registre.justificatif(justificatif) else {
      throw Refus.inconnu(.justificatif)
    }
    let lieux = try travail.lieux(de: justificatif)
    let traites = lieux.filter { travail.peut(.traiterLesJustificatifs, $0) }
    let sien = Lieu(etudiant: justificatif.etudiant)
    let tout = travail.peut(.deposerUnJustificatif, sien)
    guard !traites.isEmpty || tout,
      let etudiant = try travail.registre.etudiant(justificatif.etudiant)
    else { throw Refus.inconnu(.justificatif) }
    let visibles = Set(traites.compactMap(\.promotion))
    return Fiche(
      justificatif: justificatif,
      etudiant: etudiant.nomme,
      absences: try travail.registre.presences(etudiant: etudiant.id).filter {
        $0.presence.estUneAbsence && justificatif.couvre($0.debut)
          && (tout || visibles.contains($0.promotion))
      },
      peutTraiter: !traites.isEmpty,
      peutCompleter: tout && justificatif.attendUnComplement,
      regime: try travail.regime(justificatif),
      delais: try travail.delaisDAbsence(etudiant.id, le: justificatif.du.jour),
    )
  }
}

extension Justificatif {
  fileprivate var attendUnComplement: Bool {
    if case .aCompleter = etat { true } else { false }
  }
}
