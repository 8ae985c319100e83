extension LigneEnCours {
  mutating func regrouper(_ fait: FaitsDEtudiant, _ cohorte: Cohorte) {
    for rang in plan.rcues.indices {
      var connus = 0
      var deLAnnee = false
      var tousAcquis = true
      for membre in plan.rcues[rang].membres where ues[membre].marques.contains(.connue) {
        connus += 1
        if ues[membre].marques.contains(.deLAnnee) { deLAnnee = true }
        if !ues[membre].marques.contains(.acquiseAvant) { tousAcquis = false }
      }
      guard deLAnnee else { continue }
      if tousAcquis, fait.anterieur >= 0,
        let ancien = cohorte.anterieurs[Int(fait.anterieur)].valides[plan.rcues[rang].cle]
      {
        rcues[rang] = ancien
        continue
      }
      rcues[rang] = regroupement(rang, connus, cohorte.bonus[Int(fait.bonus)])
      qualifier(rang)
    }
  }

  /// The RCUE, its compensation done.
  private mutating func regroupement(
    _ rang: Int,
    _ connus: Int,
    _ bonus: BonusEnColonnes,
  ) -> EtatRCUEEnColonnes {
    var etat = EtatRCUEEnColonnes()
    etat.deLAnnee = true
    guard connus == 2, moyenne(rang, bonus, &etat) else { return sansMoyenne(rang, connus, etat) }
    etat.code = CodeEnColonnes.aj
    etat.valide = etat.atteint(plan.seuils.rcue)
    guard etat.valide else { return etat }
    for membre in plan.rcues[rang].membres where ues[membre].marques.contains(.connue) {
      let refusee = !ues[membre].marques.isDisjoint(with: [.bloquee, .ecartee])
      if !ues[membre].acquise, !refusee { ues[membre].acquerir(.compensation) }
    }
    return etat
  }

  /// The average of the two UE known; `false` when there is none.
  private func moyenne(
    _ rang: Int,
    _ bonus: BonusEnColonnes,
    _ etat: inout EtatRCUEEnColonnes,
  ) -> Bool {
    let rcue = plan.rcues[rang]
    var haut: Int128 = 0
    var bas: Int128 = 1
    var poids: Int128 = 0
    for (membre, sien) in zip(rcue.membres, rcue.poids)
    where ues[membre].marques.contains(.connue) {
      guard ues[membre].aUneMoyenne else { return false }
      let denominateur = Int128(ues[membre].denominateur)
      haut = haut * denominateur + Int128(sien) * Int128(ues[membre].numerateur) * bas
      bas *= denominateur
      poids += Int128(sien)
    }
    guard poids > 0 else { return false }
    etat.numerateur = haut
    etat.denominateur = bas * poids
    guard plan.seuils.bonusDuRCUE || plan.seuils.arrondi else { return true }
    guard let simple = Fraction(etat.numerateur, sur: etat.denominateur) else { return false }
    let moyenne = plan.moteur.arrondie(min(simple + bonus.duRCUE, 20))
    etat.numerateur = moyenne.numerateur
    etat.denominateur = moyenne.denominateur
    return true
  }

  private func sansMoyenne(
    _ rang: Int,
    _ connus: Int,
    _ depart: EtatRCUEEnColonnes,
  ) -> EtatRCUEEnColonnes {
    var etat = depart
    var acquises = 0
    var attendue = connus < 2
    for membre in plan.rcues[rang].membres where ues[membre].marques.contains(.connue) {
      if ues[membre].acquise { acquises += 1 } else if !ues[membre].aUneMoyenne { attendue = true }
    }
    etat.valide = connus == 2 && acquises == 2
    etat.valideAutrement = etat.valide
    etat.code =
      etat.valide ? CodeEnColonnes.adm : (attendue ? CodeEnColonnes.att : CodeEnColonnes.aj)
    return etat
  }

  /// The code of an RCUE from the state of its UE.
  private mutating func qualifier(_ rang: Int) {
    var connus = 0
    var acquis = 0
    var refusee = false
    var modes: UInt8 = 0
    for membre in plan.rcues[rang].membres where ues[membre].marques.contains(.connue) {
      connus += 1
      if ues[membre].acquise { acquis += 1 }
      if !ues[membre].marques.isDisjoint(with: [.bloquee, .ecartee]) { refusee = true }
      modes |= 1 << ues[membre].mode
    }
    guard connus == 2, acquis == 2 else {
      rcues[rang].valide = false
      if refusee { rcues[rang].code = CodeEnColonnes.atj }
      return
    }
    rcues[rang].valideAutrement = !rcues[rang].valide || rcues[rang].valideAutrement
    rcues[rang].valide = true
    func compte(_ mode: ModeDAcquisition) -> Bool { modes & 1 << mode.rang != 0 }
    if compte(.niveauSuperieur) {
      rcues[rang].code = CodeEnColonnes.adsup
    } else if compte(.compensation) {
      rcues[rang].code = CodeEnColonnes.cmp
    } else {
      rcues[rang].code = compte(.jury) ? CodeEnColonnes.adj : CodeEnColonnes.adm
    }
  }
}

// MARK: - Lower levels

extension LigneEnCours {
  /// Both UE of a level validated carry the level below, and so on downwards (A5).
  mutating func induire() {
    var emportes: UInt64 = 0
    for rang in plan.parNiveauDecroissant {
      guard let dessous = plan.dessous[rang] else { continue }
      var connus = 0
      var validees = 0
      for membre in plan.rcues[rang].membres where ues[membre].marques.contains(.connue) {
        connus += 1
        let parJury = ues[membre].mode == ModeDAcquisition.jury.rang
        if ues[membre].acquise, plan.seuils.induiteParJury || !parJury { validees += 1 }
      }
      guard connus == 2, validees == 2 || emportes & 1 << UInt64(rang) != 0 else { continue }
      emportes |= 1 << UInt64(dessous)
      for membre in plan.rcues[dessous].membres
      where ues[membre].marques.contains(.connue) && !ues[membre].acquise {
        ues[membre].acquerir(.niveauSuperieur)
      }
    }
    for rang in rcues.indices where rcues[rang].deLAnnee { qualifier(rang) }
  }
}
