extension Regle {
  static let iti = Regle(
    "iti",
    .reglement("2"),
    exigences: ["R1.2.12", "R1.2.13", "R1.2.14"],
    lectures: ["A9", "A11", "A23", "A31"],
    """
    Une indisponibilité déclarée le jour même avant l’heure limite compte pour un jour entier d’ITI, \
    dans la limite des jours de l’année ; sinon l’absence est injustifiée.
    """,
  )
}

/// The hours of absence of a year, slot by slot, and the days of ITI left.
struct DecompteDAbsences<M: Motivation>: Sendable {
  private(set) var heuresABI: [NumeroSemestre: Decimale] = [:]
  private(set) var heuresABJ: [NumeroSemestre: Decimale] = [:]
  private(set) var joursITI: Set<Jour> = []
  /// The declarations refused, each with the hours that became unjustified.
  private(set) var refusees: [(creneau: Absences.Creneau, raison: String)] = []
  /// The grounds of each declaration, accepted or refused.
  private(set) var traces: [M.Trace] = []

  init(_ semestres: [SemestreSuivi], _ moteur: Moteur<M>) {
    for semestre in semestres {
      heuresABI[semestre.numero, default: .zero] += semestre.absences.heuresABI
      heuresABJ[semestre.numero, default: .zero] += semestre.absences.heuresABJ
    }
    let creneaux = semestres.flatMap { semestre in
      semestre.absences.creneaux.map { (semestre: semestre, creneau: $0) }
    }.sorted {
      ($0.creneau.debut.jour, $0.creneau.debut.minute)
        < ($1.creneau.debut.jour, $1.creneau.debut.minute)
    }
    for (semestre, creneau) in creneaux { add(creneau, semestre, moteur) }
  }

  private mutating func add(
    _ creneau: Absences.Creneau,
    _ semestre: SemestreSuivi,
    _ moteur: Moteur<M>,
  ) {
    switch creneau.motif {
    case .injustifiee: heuresABI[semestre.numero, default: .zero] += creneau.heures
    case .justifiee: heuresABJ[semestre.numero, default: .zero] += creneau.heures
    case .indisponibilite(let declaree):
      let raison = moteur.reglages.refusDITI(
        creneau.debut,
        declaree,
        semestre.statut,
        joursITI,
      )
      traces.append(trace(creneau, declaree, semestre.statut, accordee: raison == nil, moteur))
      guard let raison else {
        joursITI.insert(creneau.debut.jour)
        heuresABJ[semestre.numero, default: .zero] += creneau.heures
        return
      }
      refusees.append((creneau, raison))
      heuresABI[semestre.numero, default: .zero] += creneau.heures
    }
  }

  /// The days of ITI that the year would count with this one.
  private func jours(avec jour: Jour) -> Int {
    joursITI.contains(jour) ? joursITI.count : joursITI.count + 1
  }

  private func trace(
    _ creneau: Absences.Creneau,
    _ declaree: Instant?,
    _ statut: Statut,
    accordee: Bool,
    _ moteur: Moteur<M>,
  ) -> M.Trace {
    let jours = jours(avec: creneau.debut.jour)
    return M.trace {
      let minute = declaree.map { $0.minute + 1440 * $0.jour.ecart(depuis: creneau.debut.jour) }
      return Preuve(
        .iti,
        "ITI du \(creneau.debut.jour)",
        termes: [
          .init("alternant", .verdict(statut == .alternant)),
          .init("jours", .nombre(Fraction(jours))),
        ] + (minute.map { [.init("minute", .nombre(Fraction($0)))] } ?? []),
        parametres: [.itiAlternants, .heureLimiteITI, .joursITI].map {
          moteur.reglages.reglage($0)
        },
        conclusion: .verdict(accordee),
      )
    }
  }
}

extension Reglages {
  /// Why a declaration is not an ITI; `nil` when it is one (règlement, article 2).
  /// - Parameters:
  ///   - debut: when the slot begins.
  ///   - declaree: when it was declared; `nil` when it was not.
  ///   - statut: that of the student.
  ///   - accordes: the days of ITI granted before in the year.
  /// - Returns: the reason in French.
  public func refusDITI(
    _ debut: Instant,
    _ declaree: Instant?,
    _ statut: Statut,
    _ accordes: Set<Jour>,
  ) -> String? {
    if statut == .alternant, !actif(.itiAlternants) { return "alternant" }
    guard let declaree else { return "non déclarée" }
    let limite = nombre(.heureLimiteITI) * 60
    if declaree.jour > debut.jour
      || (declaree.jour == debut.jour && Fraction(declaree.minute) >= limite)
    {
      return "déclarée trop tard"
    }
    let jours = accordes.union([debut.jour]).count
    return Fraction(jours) > nombre(.joursITI) ? "jours épuisés" : nil
  }
}

extension Moteur {
  /// The days of ITI left in the year.
  func itiRestantes(_ decompte: DecompteDAbsences<M>) -> Int {
    Int((reglages.nombre(.joursITI) - Fraction(decompte.joursITI.count)).partieEntiere.numerateur)
  }
}
