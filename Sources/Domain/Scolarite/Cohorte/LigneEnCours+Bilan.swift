extension LigneEnCours {
  mutating func conclure(_ fait: FaitsDEtudiant, _ cohorte: Cohorte) {
    bilan = BilanEnColonnes()
    for rang in ues.indices where ues[rang].acquise {
      bilan.creditsCumules += plan.ues[rang].credits
      if !ues[rang].marques.contains(.acquiseAvant) { bilan.credits += plan.ues[rang].credits }
    }
    ouvrir()
    poursuivre(fait, cohorte)
  }

  private mutating func ouvrir() {
    guard plan.seuils.session2 else { return }
    for rang in ues.indices where ues[rang].marques.contains(.deLAnnee) && !ues[rang].acquise {
      let suffisant = plan.seuils.parSemestre && semestreSuffisant(plan.ues[rang].ue.semestre)
      if !suffisant { bilan.ouvertes |= 1 << UInt64(rang) }
    }
  }

  /// Whether the average of a semester, weighed by credits, reaches the threshold (A20).
  private func semestreSuffisant(_ semestre: NumeroSemestre) -> Bool {
    var points = Fraction.zero
    var credits = Fraction.zero
    for rang in ues.indices
    where ues[rang].marques.contains(.deLAnnee) && plan.ues[rang].ue.semestre == semestre {
      guard let moyenne = ues[rang].moyenne else { return false }
      points = points + moyenne * Fraction(plan.ues[rang].ue.ects)
      credits = credits + Fraction(plan.ues[rang].ue.ects)
    }
    guard let moyenne = points.divise(par: credits), moyenne.estDefinie else { return false }
    return moyenne >= plan.seuils.ue
  }

  private mutating func poursuivre(_ fait: FaitsDEtudiant, _ cohorte: Cohorte) {
    guard let dernier = dernierSemestre(fait) else { return }
    var comptes = DecompteDeRCUE()
    for etat in rcues where etat.deLAnnee { comptes.compter(etat, plan.seuils) }
    var autorisee: Bool? = true
    if dernier % 2 == 0 {
      bilan.rcueValides = UInt8(comptes.valides)
      autorisee = comptes.autorisee
      if dernier == 4 { autorisee = semestre5(fait, cohorte, autorisee) }
    }
    if dernier < 6 {
      bilan.vers = UInt8(dernier + 1)
      bilan.autorisee = autorisee
    }
    guard dernier % 2 == 0, comptes.tous > 0 else { return }
    if comptes.tousValides {
      bilan.code = CodeEnColonnes.adm
    } else if dernier < 6, autorisee == true {
      bilan.code = CodeEnColonnes.pasd
    }
    if dernier >= 6 { bilan.rcueValides = 0 }
  }

  /// The last semester of the year: the one followed, or the even one when all its UE are known.
  private func dernierSemestre(_ fait: FaitsDEtudiant) -> Int? {
    guard let ordre = plan.semestres.indices.last(where: { fait.suivis & 1 << UInt8($0) != 0 })
    else { return nil }
    let suivi = plan.semestres[ordre].valeur
    guard suivi % 2 == 1 else { return suivi }
    let paires = plan.ues.indices.prefix(plan.programme.ues.count).filter {
      plan.ues[$0].ue.semestre.valeur == suivi + 1
    }
    let connues = paires.allSatisfy { ues[$0].marques.contains(.connue) }
    return !paires.isEmpty && connues ? suivi + 1 : suivi
  }

  /// The further condition for semester 5, on every UE of semesters 1 and 2.
  private func semestre5(
    _ fait: FaitsDEtudiant,
    _ cohorte: Cohorte,
    _ conditions: Bool?,
  ) -> Bool? {
    var masque = plan.premiereAnnee
    if fait.anterieur >= 0 { masque |= cohorte.anterieurs[Int(fait.anterieur)].premiereAnnee }
    var semestres: Set<Int> = []
    var manquante = false
    var inconnue = false
    for rang in ues.indices where masque & 1 << UInt64(rang) != 0 {
      let etat = ues[rang]
      let connue = etat.acquise || etat.aUneMoyenne || etat.marques.contains(.ecartee)
      if !connue { inconnue = true }
      if connue, !etat.acquise { manquante = true }
      if let semestre = plan.ues[rang].ue.code.semestre { semestres.insert(semestre.valeur) }
    }
    if !semestres.isSuperset(of: [1, 2]) { inconnue = true }
    if conditions == false || manquante { return false }
    return inconnue ? nil : conditions
  }
}

/// How the RCUE of a year stand before the two conditions of progression (4.5).
struct DecompteDeRCUE {
  private(set) var tous = 0
  private(set) var valides = 0
  private var faibles = 0
  private var inconnus = 0
  private(set) var tousValides = true

  mutating func compter(_ etat: EtatRCUEEnColonnes, _ seuils: Seuils) {
    tous += 1
    if !etat.valide { tousValides = false }
    if etat.valideAutrement {
      valides += 1
    } else if !etat.aUneMoyenne {
      inconnus += 1
    } else {
      if etat.atteint(seuils.rcue) { valides += 1 }
      if !etat.atteint(seuils.plancher) { faibles += 1 }
    }
  }

  var autorisee: Bool? {
    if faibles > 0 || (valides + inconnus) * 2 <= tous { return false }
    return inconnus == 0 ? true : nil
  }
}

/// What a year gives a student, in a few words of memory.
struct BilanEnColonnes: Sendable {
  var credits: Int64 = 0
  var creditsCumules: Int64 = 0
  /// The UE open at session 2, as a mask.
  var ouvertes: UInt64 = 0
  /// The semester that the student would enter; 0 for none.
  var vers: UInt8 = 0
  var rcueValides: UInt8 = 0
  var code: UInt8 = 0
  var autorisee: Bool?
}
