/// A printed figure, and what the lines of the table give in its place.
public struct Recalcul: Hashable, Sendable {
  /// What the figure is recomputed from.
  public enum Origine: Hashable, Sendable {
    /// CM + TD + TP of the same line.
    case ligne
    /// The modules of the pole.
    case modulesDuPole
    /// The modules of the UE.
    case modulesDeLUE
    /// A coefficient of 1 for each UE, the convention of the sheet.
    case coefficientUnitaire
    case uesDuSemestre
    case semestres
    /// The table, for a figure of the first page.
    case tableau
  }

  public let lieu: Lieu
  public let imprime: Decimale
  public let recalcule: Decimale
  public let origine: Origine

  public var concorde: Bool { imprime == recalcule }

  /// Whether the figure counts credits rather than hours or coefficients.
  public var estUnCredit: Bool { lieu.colonne == .ects }
}

/// How a sheet prints the coefficient of a UE on its total line.
public enum ConventionCoefficientUE: Hashable, Sendable {
  /// The sum of the coefficients of the modules.
  case somme
  /// One for every UE.
  case unite
}

extension Maquette {
  /// The convention that most UE follow.
  public var conventionCoefficientUE: ConventionCoefficientUE {
    let imprimes = ues.compactMap { ue in ue.totaux.ue?[.coef].map { (ue, $0) } }
    let sommes = imprimes.count { $0.0.sommeDesCoefficients == $0.1 }
    let unites = imprimes.count { $0.1 == 1 }
    return unites > sommes ? .unite : .somme
  }

  /// Every printed figure that others determine, recomputed from the lines of the table.
  public func recalculs() -> [Recalcul] {
    var recalculs: [Recalcul] = []
    let convention = conventionCoefficientUE
    for semestre in semestres {
      for ue in semestre.ues {
        recalculs += ue.recalculs(
          dans: Lieu(semestre: semestre.numero, ue: ue.code),
          convention: convention,
        )
      }
      let lieu = Lieu(semestre: semestre.numero, ligne: .totalSemestre)
      recalculs += comparer(
        semestre.total,
        a: semestre.totalRecalcule(convention),
        en: lieu,
        .uesDuSemestre,
      )
    }
    let total = semestres.map { $0.totalRecalcule(convention) }.additionnes()
    recalculs += comparer(
      totalNiveau?.chiffres,
      a: total,
      en: Lieu(ligne: .totalNiveau),
      .semestres,
    )
    return recalculs + recalculsDeLEnTete(total)
  }

  private func recalculsDeLEnTete(_ total: Chiffres) -> [Recalcul] {
    let lieu = Lieu(ligne: .entete)
    var attendu = total
    attendu[.coef] = nil
    attendu[.ects] = nil
    var recalculs = comparer(entete.volumes, a: attendu, en: lieu, .tableau)
    if let imprime = entete.ects, let annuel = total[.ects] {
      let cumule = identite.annee.creditsCumules
      recalculs.append(
        Recalcul(
          lieu: lieu.dans(.ects),
          imprime: imprime,
          recalcule: identite.annee.valeur > 1 && imprime == cumule ? cumule : annuel,
          origine: .tableau,
        )
      )
    }
    return recalculs
  }
}

extension Maquette.Semestre {
  /// What the total line of the semester should print.
  public func totalRecalcule(_ convention: ConventionCoefficientUE) -> Chiffres {
    ues.map { $0.totalRecalcule(convention) }.additionnes()
  }
}

extension UE {
  /// What the total line of a pole should print.
  public func totalRecalcule(_ nature: Module.Nature) -> Chiffres {
    modules(nature).map(\.chiffresRecalcules).additionnes()
  }

  /// What the total line of the UE should print.
  public func totalRecalcule(_ convention: ConventionCoefficientUE) -> Chiffres {
    var total = modules.map(\.chiffresRecalcules).additionnes()
    total[.projet] = total[.projet] ?? .zero
    if convention == .unite { total[.coef] = 1 }
    total[.ects] = ects
    return total
  }

  fileprivate func recalculs(dans lieu: Lieu, convention: ConventionCoefficientUE) -> [Recalcul] {
    var recalculs: [Recalcul] = []
    for (place, module) in modulesSitues(dans: lieu) {
      guard let total = module.chiffres[.total] else { continue }
      recalculs.append(
        Recalcul(
          lieu: place.dans(.total),
          imprime: total,
          recalcule: module.chiffres.heuresEncadrees,
          origine: .ligne,
        )
      )
    }
    for nature in Module.Nature.allCases {
      let attendu = totalRecalcule(nature)
      let imprime = nature == .ressource ? totaux.ressources : totaux.saes
      recalculs += comparer(
        imprime,
        a: attendu,
        en: lieu.ligne(.totalDuPole(nature)),
        .modulesDuPole,
      )
    }
    let totalUE = comparer(
      totaux.ue,
      a: totalRecalcule(convention),
      en: lieu.ligne(.totalUE),
      .modulesDeLUE,
    )
    return recalculs
      + totalUE.map { recalcul in
        guard convention == .unite, recalcul.lieu.colonne == .coef else { return recalcul }
        return Recalcul(
          lieu: recalcul.lieu,
          imprime: recalcul.imprime,
          recalcule: recalcul.recalcule,
          origine: .coefficientUnitaire,
        )
      }
  }
}

extension Module {
  /// The figures of the line with its total recomputed.
  fileprivate var chiffresRecalcules: Chiffres {
    var chiffres = chiffres
    chiffres[.total] = chiffres.heuresEncadrees
    return chiffres
  }
}

extension Sequence<Chiffres> {
  /// Adds up line by line; a column that nobody prints stays empty.
  func additionnes() -> Chiffres {
    var somme = Chiffres([:])
    for chiffres in self {
      for colonne in Colonne.allCases {
        guard let valeur = chiffres[colonne] else { continue }
        somme[colonne] = (somme[colonne] ?? .zero) + valeur
      }
    }
    return somme
  }
}

/// Pairs each printed figure of a line with what it should be; nothing computed counts as zero.
private func comparer(
  _ imprime: Chiffres?,
  a attendu: Chiffres,
  en lieu: Lieu,
  _ origine: Recalcul.Origine,
) -> [Recalcul] {
  Colonne.allCases.compactMap { colonne in
    guard let valeur = imprime?[colonne] else { return nil }
    return Recalcul(
      lieu: lieu.dans(colonne),
      imprime: valeur,
      recalcule: attendu[colonne] ?? .zero,
      origine: origine,
    )
  }
}
