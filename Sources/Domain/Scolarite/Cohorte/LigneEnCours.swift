/// The work on one row of a promotion: made once, used again for every student.
///
/// It follows the steps of `Passe` on whole numbers: UE, RCUE and compensation, lower levels. What
/// depends on few distinct facts (malus, bonus, words) is asked of the rules themselves.
struct LigneEnCours {
  let plan: Plan
  /// By module, the weighed marks and the weights counted; a weight below zero: a mark is awaited.
  var points: [Int64]
  var poids: [Int64]
  var ues: [EtatEnColonnes]
  var rcues: [EtatRCUEEnColonnes]
  var bilan = BilanEnColonnes()
  /// Marks supposed in place of those of the row.
  var remplacements: [Remplacement] = []
  /// The UE of the row whose average comes from elsewhere than marks.
  private(set) var connues: [UEConnue] = []
  private var malusConnus: [Int64: EntiersDeFraction] = [:]
  private let programmees: Int

  init(_ cohorte: Cohorte) {
    plan = cohorte.plan
    points = Array(repeating: 0, count: plan.modules.count)
    poids = Array(repeating: 0, count: plan.modules.count)
    ues = Array(repeating: EtatEnColonnes(), count: plan.ues.count)
    rcues = Array(repeating: EtatRCUEEnColonnes(), count: plan.rcues.count)
    programmees = plan.programme.ues.count
  }

  /// Whether the row can be computed in whole numbers.
  mutating func tient(_ rang: Int, _ cohorte: Cohorte) -> Bool {
    let largeur = plan.disposition.colonnes.count
    let mots = cohorte.cases[(rang * largeur)..<((rang + 1) * largeur)]
    guard !mots.contains(Case.demission) || !mots.contains(Case.defaillance) else { return false }
    return deliberer(rang, cohorte)
  }

  /// Computes a row; `false` when a sum does not fit.
  mutating func deliberer(_ rang: Int, _ cohorte: Cohorte) -> Bool {
    let fait = cohorte.faits[rang]
    for ue in ues.indices { ues[ue] = EtatEnColonnes() }
    for rcue in rcues.indices { rcues[rcue] = EtatRCUEEnColonnes() }
    compter(rang, fait, cohorte)
    connues = fait.connues >= 0 ? cohorte.connues[Int(fait.connues)] : []
    let aUnPasse = fait.anterieur >= 0
    if aUnPasse { reprendre(cohorte.anterieurs[Int(fait.anterieur)]) }
    guard poser(rang, fait, cohorte) else { return false }
    regrouper(fait, cohorte)
    if aUnPasse || plan.aDesEtages { induire() }
    conclure(fait, cohorte)
    return true
  }

  // MARK: Marks

  /// Weighs the tests of each module followed.
  private mutating func compter(_ rang: Int, _ fait: FaitsDEtudiant, _ cohorte: Cohorte) {
    let debut = rang * plan.disposition.colonnes.count
    for (rang, module) in plan.modules.enumerated()
    where fait.suivis & 1 << UInt8(module.semestre) != 0 {
      var somme: Int64 = 0
      var compte: Int64 = 0
      var attendue = false
      for colonne in module.colonnes {
        var valeur = cohorte.cases[debut + colonne]
        if valeur < 0 {
          valeur = plan.effets[Int(fait.statuts[module.semestre])][Int(-1 - valeur)]
          if valeur == Case.attendue { attendue = true }
          guard valeur >= 0 else { continue }
        }
        let poids = plan.poidsDesColonnes[colonne]
        somme += Int64(valeur) * poids
        compte += poids
      }
      points[rang] = somme
      poids[rang] = attendue ? -1 : compte
    }
  }

  private mutating func reprendre(_ anterieur: Anterieur) {
    for ue in anterieur.ues { ues[ue.rang] = ue.etat }
  }

  // MARK: UE

  private mutating func poser(_ rang: Int, _ fait: FaitsDEtudiant, _ cohorte: Cohorte) -> Bool {
    let bloque = bloques(fait)
    let malus = [malus(fait, 0), malus(fait, 1)]
    let anterieur = fait.anterieur >= 0 ? cohorte.anterieurs[Int(fait.anterieur)] : nil
    let bonus = cohorte.bonus[Int(fait.bonus)]
    for ue in 0..<programmees {
      guard let semestre = plan.ues[ue].semestre, fait.suivis & 1 << UInt8(semestre) != 0 else {
        continue
      }
      if ues[ue].marques.contains(.connue), ues[ue].acquise {
        ues[ue].marques.formUnion([.capitalisee, .deLAnnee])
        continue
      }
      if let accordee = connues.first(where: { $0.rang == ue && $0.estAccordee }) {
        accorder(ue, accordee.moyenne)
        continue
      }
      let avant = anterieur?.ues.first { $0.rang == ue }
      guard
        let attente = evaluer(
          ue,
          malus: malus[semestre],
          bonus: bonus.parUE[ue],
          bloque: bloque & 1 << UInt8(semestre) != 0,
          avant: avant,
        )
      else { return false }
      if attente { attendre(ue, avant, rang, cohorte) }
    }
    return true
  }

  /// A UE granted by equivalence (A37).
  private mutating func accorder(_ ue: Int, _ note: EntiersDeFraction) {
    var etat = EtatEnColonnes()
    etat.numerateur = note.numerateur
    etat.denominateur = note.denominateur
    etat.marques = [.connue, .deLAnnee]
    etat.acquerir(.equivalence)
    ues[ue] = etat
  }

  /// Whether the 30 % rule blocks each semester, as a mask.
  private func bloques(_ fait: FaitsDEtudiant) -> UInt8 {
    guard plan.seuils.bloque30 else { return 0 }
    var masque: UInt8 = 0
    for semestre in plan.semestres.indices where plan.seuilAtteint(semestre, fait) {
      let bit: UInt8 = 1 << UInt8(semestre)
      if fait.suivis & bit != 0, fait.avis & bit == 0 { masque |= bit }
    }
    return masque
  }

  private mutating func malus(_ fait: FaitsDEtudiant, _ semestre: Int) -> EntiersDeFraction {
    let heures = fait.abi[semestre]
    guard heures > 0, plan.article3(fait.statuts[semestre]) else { return .zero }
    if let connu = malusConnus[heures] { return connu }
    let malus = plan.moteur.malus(
      plan.semestres[semestre],
      heures: Decimale(millioniemes: heures),
      Statut.allCases[Int(fait.statuts[semestre])],
    )
    let entiers = EntiersDeFraction(malus.valeur) ?? .zero
    malusConnus[heures] = entiers
    return entiers
  }

  /// Sets the UE from its marks: whether one is awaited; `nil` when a sum does not fit.
  private mutating func evaluer(
    _ ue: Int,
    malus: EntiersDeFraction,
    bonus: EntiersDeFraction,
    bloque: Bool,
    avant: Anterieur.UEAnterieure?,
  ) -> Bool? {
    var moyenne = MoyenneEnColonnes()
    switch brute(ue) {
    case .attendue: return true
    case .tropGrande: return nil
    case .valeur(let brute): moyenne = brute
    }
    guard moyenne.retirer(malus), moyenne.ajouter(bonus) else { return nil }
    moyenne.borner()
    if plan.seuils.arrondi, !moyenne.arrondir(plan.moteur) { return nil }
    let nouvelle = Anterieur.Tentee(
      numerateur: moyenne.numerateur,
      denominateur: moyenne.denominateur,
      bloquee: bloque,
      estAnterieure: false,
    )
    let retenue = avant.map { $0.retenue(avec: nouvelle, plan.seuils) } ?? nouvelle
    verdict(ue, retenue, [])
    return false
  }

  /// The state that the attempt retained gives a UE.
  private mutating func verdict(
    _ ue: Int,
    _ retenue: Anterieur.Tentee,
    _ marques: EtatEnColonnes.Marques,
  ) {
    var etat = EtatEnColonnes()
    etat.numerateur = retenue.numerateur
    etat.denominateur = retenue.denominateur
    etat.marques = marques.union([.connue, .deLAnnee])
    if retenue.bloquee { etat.marques.insert(.bloquee) }
    if retenue.estAnterieure { etat.marques.insert(.anterieure) }
    etat.code = retenue.bloquee ? CodeEnColonnes.atj : CodeEnColonnes.aj
    if !retenue.bloquee, etat.atteint(plan.seuils.ue) { etat.acquerir(.directe) }
    ues[ue] = etat
  }

  /// A UE that waits for a mark; an earlier average stays where the best one counts (A36).
  private mutating func attendre(
    _ ue: Int,
    _ avant: Anterieur.UEAnterieure?,
    _ rang: Int,
    _ cohorte: Cohorte,
  ) {
    if plan.seuils.meilleureMoyenne, let retenue = avant?.libre ?? avant?.bloquee {
      verdict(ue, retenue, .incomplete)
      return
    }
    var etat = EtatEnColonnes()
    etat.marques = [.connue, .deLAnnee, .incomplete]
    etat.code = depart(ue, rang, cohorte)
    ues[ue] = etat
  }

  /// DEM or DEF where a test of the UE says so, ATT otherwise.
  private func depart(_ ue: Int, _ rang: Int, _ cohorte: Cohorte) -> UInt8 {
    let debut = rang * plan.disposition.colonnes.count
    for module in plan.ues[ue].tous {
      for colonne in plan.modules[module].colonnes {
        if cohorte.cases[debut + colonne] == Case.demission { return CodeEnColonnes.dem }
        if cohorte.cases[debut + colonne] == Case.defaillance { return CodeEnColonnes.def }
      }
    }
    return CodeEnColonnes.att
  }
}
