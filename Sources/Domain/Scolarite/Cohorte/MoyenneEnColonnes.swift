/// An average as a ratio of 64-bit whole numbers.
struct MoyenneEnColonnes {
  var numerateur: Int64 = 0
  var denominateur: Int64 = 1

  /// The average of a UE, or why there is none.
  enum Issue {
    case valeur(MoyenneEnColonnes)
    case attendue
    case tropGrande
  }

  mutating func ajouter(_ points: EntiersDeFraction) -> Bool {
    ajouter(points.numerateur, sur: points.denominateur)
  }

  mutating func retirer(_ points: EntiersDeFraction) -> Bool {
    ajouter(-points.numerateur, sur: points.denominateur)
  }

  /// Adds a ratio; `false` when the sum does not fit.
  private mutating func ajouter(_ haut: Int64, sur bas: Int64) -> Bool {
    guard haut != 0 else { return true }
    if denominateur % bas != 0 {
      let facteur = bas / Int64(pgcd(denominateur.magnitude, bas.magnitude))
      let (produit, deborde) = denominateur.multipliedReportingOverflow(by: facteur)
      guard !deborde, produit < Plan.borne else { return false }
      numerateur *= facteur
      denominateur = produit
    }
    let (points, deborde) = haut.multipliedReportingOverflow(by: denominateur / bas)
    let (somme, depasse) = numerateur.addingReportingOverflow(points)
    guard !deborde, !depasse else { return false }
    numerateur = somme
    return true
  }

  /// Keeps the average between 0 and 20 (A18).
  mutating func borner() {
    numerateur = min(max(numerateur, 0), 20 * denominateur)
  }

  /// Rounds as the règlement compares (A1).
  mutating func arrondir(_ moteur: Moteur<SansPreuve>) -> Bool {
    guard let exacte = Fraction(Int128(numerateur), sur: Int128(denominateur)),
      let arrondie = EntiersDeFraction(moteur.arrondie(exacte))
    else { return false }
    numerateur = arrondie.numerateur
    denominateur = arrondie.denominateur
    return true
  }
}

extension UEEnColonnes {
  /// The raw average from the weighed marks of the modules.
  func brute(
    _ points: [Int64],
    _ poidsComptes: [Int64],
    _ plan: [ModuleEnColonnes],
  ) -> MoyenneEnColonnes.Issue {
    guard !sansNote else { return .attendue }
    var somme: Int64 = 0
    var entiere = true
    for rang in modules.indices {
      let module = modules[rang]
      guard poidsComptes[module] > 0 else { return .attendue }
      if poidsComptes[module] != plan[module].poids { entiere = false }
      somme &+= points[module] &* poids[rang]
    }
    guard !entiere else {
      return .valeur(MoyenneEnColonnes(numerateur: somme, denominateur: denominateur))
    }
    return partielle(points, poidsComptes)
  }

  /// The same, where some tests are left out: each module has the weight of those that count.
  private func partielle(
    _ points: [Int64],
    _ poidsComptes: [Int64],
  ) -> MoyenneEnColonnes.Issue {
    guard let commun = multipleCommun(modules.map { poidsComptes[$0] }) else {
      return .tropGrande
    }
    let (bas, deborde) = (Case.unite * commun).multipliedReportingOverflow(by: total)
    guard !deborde, bas < Plan.borne else { return .tropGrande }
    let somme = modules.indices.reduce(Int64(0)) { somme, rang in
      let module = modules[rang]
      return somme + points[module] * poidsDuModule[rang] * (commun / poidsComptes[module])
    }
    return .valeur(MoyenneEnColonnes(numerateur: somme, denominateur: bas))
  }
}

extension Anterieur.UEAnterieure {
  /// The attempt that counts, with the one of this year (A36).
  func retenue(avec nouvelle: Anterieur.Tentee, _ seuils: Seuils) -> Anterieur.Tentee {
    guard seuils.meilleureMoyenne else { return nouvelle }
    if !nouvelle.bloquee {
      guard let libre else { return nouvelle }
      return libre.estSous(nouvelle) ? nouvelle : libre
    }
    if let libre { return libre }
    guard let bloquee else { return nouvelle }
    return bloquee.estSous(nouvelle) ? nouvelle : bloquee
  }
}
