/// The thresholds that every student is compared with.
struct Seuils: Sendable {
  let ue: Fraction
  let rcue: Fraction
  let plancher: Fraction
  /// Decimals of a rounding before comparison; `nil` for none.
  let arrondi: Bool
  let bonusDuRCUE: Bool
  let meilleureMoyenne: Bool
  let induiteParJury: Bool
  let session2: Bool
  let parSemestre: Bool
  let bloque30: Bool
  let regle30: Bool

  init(_ reglages: Reglages) {
    ue = reglages.nombre(.seuilUE)
    rcue = reglages.nombre(.seuilRCUE)
    plancher = reglages.nombre(.plancherRCUE)
    arrondi = !reglages.choisit(.arrondiAvantComparaison, "aucun")
    bonusDuRCUE = reglages.choisit(.assietteSport, "rcue")
    meilleureMoyenne = reglages.choisit(.moyenneRedoublant, "meilleure")
    induiteParJury = reglages.actif(.induiteParJury)
    session2 = reglages.actif(.session2Active)
    parSemestre = reglages.choisit(.critereSession2, "moyenneSemestrielle")
    bloque30 = reglages.choisit(.regle30, "bloque")
    regle30 = !reglages.choisit(.regle30, "inactive")
  }
}
