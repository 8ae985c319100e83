/// What the absences of a semester cost now, and from when more of them cost more.
public struct CoutDesAbsences: Hashable, Sendable {
  public let semestre: NumeroSemestre
  public let heuresInjustifiees: Decimale
  public let heuresJustifiees: Decimale
  /// Whether article 3 applies to the student; it does not to apprentices (A23).
  public let estSoumis: Bool
  /// The points taken from each UE of the semester.
  public let malus: Fraction
  /// `nil` where more hours take no more points.
  public let suivant: Palier?
  /// `nil` where the rule does not apply, or where the hours of the semester are not known.
  public let limite: Limite?

  /// Where more points are taken.
  public struct Palier: Hashable, Sendable {
    /// The hours of unjustified absence at which it begins.
    public let heures: Fraction
    /// Whether these very hours are in it, or only more.
    public let estInclus: Bool
    public let malus: Fraction
  }

  /// The share of the hours of the semester from which the 30 % rule speaks.
  public struct Limite: Hashable, Sendable {
    /// « 30 ».
    public let pourcentage: Fraction
    /// The hours, justified or not.
    public let heures: Fraction
    public let manquees: Fraction
    /// What is left before it; 0 once it is reached.
    public var reste: Fraction { max(heures - manquees, 0) }
    public var estAtteinte: Bool { manquees >= heures }
  }
}

extension Reglages {
  /// What the absences of a semester cost, from the hours that results count.
  public func cout(
    _ resultat: ResultatSemestre,
    _ statut: Statut,
    volume: Programme.Volume?,
  ) -> CoutDesAbsences {
    cout(
      resultat.numero,
      abi: resultat.heuresABI,
      abj: resultat.heuresABJ,
      malus: resultat.malus,
      statut,
      volume: volume,
    )
  }

  /// What the absences of a year cost in each of its semesters, whatever its marks.
  public func couts(
    _ semestres: [SemestreSuivi],
    volumes: [NumeroSemestre: Programme.Volume],
  ) -> [CoutDesAbsences] {
    let moteur = Moteur<SansPreuve>(self)
    let decompte = DecompteDAbsences(semestres, moteur)
    return semestres.map { semestre in
      let abi = decompte.heuresABI[semestre.numero] ?? .zero
      return cout(
        semestre.numero,
        abi: abi,
        abj: decompte.heuresABJ[semestre.numero] ?? .zero,
        malus: moteur.malus(semestre.numero, heures: abi, semestre.statut).valeur,
        semestre.statut,
        volume: volumes[semestre.numero],
      )
    }
  }

  private func cout(
    _ numero: NumeroSemestre,
    abi: Decimale,
    abj: Decimale,
    malus: Fraction,
    _ statut: Statut,
    volume: Programme.Volume?,
  ) -> CoutDesAbsences {
    let moteur = Moteur<SansPreuve>(self)
    let estSoumis = moteur.article3(statut)
    let manquees = Fraction(abi + abj)
    let limite = volume.flatMap(moteur.limite30).map {
      CoutDesAbsences.Limite(pourcentage: nombre(.seuil30), heures: $0, manquees: manquees)
    }
    return CoutDesAbsences(
      semestre: numero,
      heuresInjustifiees: abi,
      heuresJustifiees: abj,
      estSoumis: estSoumis,
      malus: malus,
      suivant: estSoumis && actif(.malusActif)
        ? palierSuivant(abi, malus) : nil,
      limite: estSoumis && !choisit(.regle30, "inactive") ? limite : nil,
    )
  }

  private func palierSuivant(_ heures: Decimale, _ malus: Fraction) -> CoutDesAbsences.Palier? {
    let (franchise, tranche) = (nombre(.franchiseABI), nombre(.trancheHeures))
    let comptees = max(Fraction(heures) - franchise, 0)
    guard let quotient = comptees.divise(par: tranche) else { return nil }
    let estInclus = comptees > 0 && choisit(.borneTranche, "inferieureIncluse")
    let rang = estInclus ? quotient.partieEntiere + 1 : .zero - (.zero - quotient).partieEntiere
    let libre = malus + nombre(.malusParTranche)
    let points = min(libre, nombreOuRien(.plafondMalus) ?? libre)
    guard points > malus else { return nil }
    return CoutDesAbsences.Palier(
      heures: franchise + rang * tranche,
      estInclus: estInclus,
      malus: points,
    )
  }
}
