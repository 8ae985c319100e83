/// The facts of a promotion in columns, as its marks stand in a table: one row a student.
///
/// A student whose year does not fit — decisions of the jury, a session 2, a mark on 13, another
/// curriculum — keeps the whole dossier beside and is deliberated alone, by the same rules.
public struct Cohorte: Sendable {
  private(set) var plan: Plan
  let reglement: Reglement
  /// The identifiers, in the order of the rows.
  public private(set) var etudiants: [String] = []
  /// Row by row, what stands in each column.
  private(set) var cases: [Int32] = []
  private(set) var faits: [FaitsDEtudiant] = []
  private(set) var anterieurs: [Anterieur] = []
  /// The UE whose average comes from elsewhere than marks, for the students who have some.
  private(set) var connues: [[UEConnue]] = []
  /// The distinct bonuses, and what each adds.
  private(set) var bonus: [BonusEnColonnes] = []
  private var rangsDesBonus: [Bonus: Int32] = [:]
  /// The dossiers that do not fit, by row.
  private(set) var aPart: [Int: Dossier] = [:]

  /// An empty promotion.
  /// - Parameters:
  ///   - annee: the university year.
  ///   - anneeBUT: the year of the BUT.
  ///   - programme: the curriculum of the year.
  ///   - reglement: that of every year of the students.
  ///   - disposition: the tests of the year; `Disposition(dossiers)` finds them.
  public init(
    annee: AnneeUniversitaire,
    anneeBUT: AnneeBUT,
    programme: Programme,
    reglement: Reglement,
    disposition: Disposition,
  ) {
    self.reglement = reglement
    plan = Plan(
      Moteur(reglement.reglages(annee)),
      annee: annee,
      anneeBUT: anneeBUT,
      programme: programme,
      disposition: disposition,
    )
  }

  /// The curriculum of the year.
  public var programme: Programme { plan.programme }

  /// The number of students.
  public var effectif: Int { faits.count }

  /// The number of students who are deliberated alone.
  public var effectifAPart: Int { aPart.count }

  /// Makes room, so that a large promotion is not copied as it grows.
  public mutating func reserver(_ effectif: Int) {
    etudiants.reserveCapacity(effectif)
    faits.reserveCapacity(effectif)
    cases.reserveCapacity(effectif * plan.disposition.colonnes.count)
  }

  /// Adds a student, whose last year is that of the promotion.
  public mutating func ajouter(_ dossier: Dossier) {
    let rang = effectif
    etudiants.append(dossier.etudiant)
    faits.append(FaitsDEtudiant())
    cases.append(
      contentsOf: repeatElement(Case.aucune, count: plan.disposition.colonnes.count)
    )
    poser(dossier, rang)
  }

  /// Replaces what is known of a student.
  public mutating func remplacer(_ rang: Int, par dossier: Dossier) {
    let largeur = plan.disposition.colonnes.count
    for colonne in 0..<largeur { cases[rang * largeur + colonne] = Case.aucune }
    aPart[rang] = nil
    poser(dossier, rang)
  }

  /// Replaces one entry of a student.
  ///
  /// Where it could not, nothing has changed and `remplacer` takes the dossier.
  /// - Parameters:
  ///   - rang: the row of the student.
  ///   - semestre: where the module is followed.
  ///   - module: its canonical code.
  ///   - evaluation: the test.
  ///   - entree: what stands there now.
  ///   - ligne: the room to compute in.
  /// - Returns: whether it could: the test has a column, the entry fits, the student stands in the
  ///   columns.
  mutating func noter(
    _ rang: Int,
    _ semestre: NumeroSemestre,
    module: String,
    evaluation: String,
    _ entree: Entree,
    _ ligne: inout LigneEnCours,
  ) -> Bool {
    guard aPart[rang] == nil, let nouvelle = Case.valeur(entree),
      let colonnes = plan.disposition.modules[.init(semestre: semestre, module: module)],
      let colonne = colonnes.first(where: {
        plan.disposition.colonnes[$0].evaluation == evaluation
      })
    else { return false }
    let place = rang * plan.disposition.colonnes.count + colonne
    let ancienne = cases[place]
    cases[place] = nouvelle
    guard ligne.tient(rang, self) else {
      cases[place] = ancienne
      return false
    }
    return true
  }

  private mutating func poser(_ dossier: Dossier, _ rang: Int) {
    guard plan.tientEnColonnes, let annee = dossier.annees.last, plan.accueille(annee),
      poser(annee, rang), poser(anterieures: dossier, rang), tient(rang)
    else {
      faits[rang] = FaitsDEtudiant()
      aPart[rang] = dossier
      return
    }
  }

  /// Whether the sums of a row fit, and its words leave no doubt on a departure.
  private func tient(_ rang: Int) -> Bool {
    var ligne = LigneEnCours(self)
    return ligne.tient(rang, self)
  }

  // MARK: The year

  private mutating func poser(_ annee: AnneeSuivie, _ rang: Int) -> Bool {
    var fait = FaitsDEtudiant()
    var siennes: [UEConnue] = []
    let decompte = DecompteDAbsences<SansPreuve>(annee.semestres, plan.moteur)
    for semestre in annee.semestres {
      guard let ordre = plan.semestres.firstIndex(of: semestre.numero),
        poser(semestre, rang), let connues = connues(semestre)
      else { return false }
      siennes += connues
      fait.suivis |= 1 << UInt8(ordre)
      fait.statuts[ordre] = UInt8(Statut.allCases.firstIndex(of: semestre.statut) ?? 0)
      fait.abi[ordre] = decompte.heuresABI[semestre.numero]?.millioniemes ?? 0
      fait.abj[ordre] = decompte.heuresABJ[semestre.numero]?.millioniemes ?? 0
      if semestre.avisContraire != nil { fait.avis |= 1 << UInt8(ordre) }
    }
    guard let bonus = self.rang(de: annee.bonus) else { return false }
    fait.bonus = bonus
    if !siennes.isEmpty {
      fait.connues = Int32(connues.count)
      connues.append(siennes)
    }
    faits[rang] = fait
    return true
  }

  private mutating func poser(_ semestre: SemestreSuivi, _ rang: Int) -> Bool {
    let debut = rang * plan.disposition.colonnes.count
    for (module, evaluations) in semestre.notes {
      let cle = Disposition.Cle(semestre: semestre.numero, module: module)
      let colonnes = plan.disposition.modules[cle] ?? 0..<0
      for evaluation in evaluations {
        let colonne = colonnes.first {
          plan.disposition.colonnes[$0].evaluation == evaluation.nom
            && plan.disposition.colonnes[$0].coefficient == evaluation.coefficient
        }
        guard let colonne, let valeur = Case.valeur(evaluation.entree),
          cases[debut + colonne] == Case.aucune
        else { return false }
        cases[debut + colonne] = valeur
      }
    }
    return true
  }

  /// What is known of UE otherwise than by marks; `nil` when a value does not fit.
  private func connues(_ semestre: SemestreSuivi) -> [UEConnue]? {
    var connues: [UEConnue] = []
    for (code, moyenne) in semestre.moyennes {
      let rang = plan.programme.ues.firstIndex {
        $0.code == code && $0.semestre == semestre.numero
      }
      guard let rang else { continue }
      guard let connue = UEConnue(rang, moyenne) else { return nil }
      connues.append(connue)
    }
    return connues
  }

  private mutating func rang(de bonus: Bonus) -> Int32? {
    if let rang = rangsDesBonus[bonus] { return rang }
    guard let enColonnes = BonusEnColonnes(bonus, plan) else { return nil }
    let rang = Int32(self.bonus.count)
    self.bonus.append(enColonnes)
    rangsDesBonus[bonus] = rang
    return rang
  }

  // MARK: Earlier years

  private mutating func poser(anterieures dossier: Dossier, _ rang: Int) -> Bool {
    let annees = dossier.annees.dropLast()
    guard !annees.isEmpty else { return true }
    let avant = Deliberation<SansPreuve>.apres(annees, reglement)
    guard let anterieur = Anterieur(avant, &plan) else { return false }
    faits[rang].anterieur = Int32(anterieurs.count)
    anterieurs.append(anterieur)
    return true
  }
}

extension Plan {
  /// Whether a year is the one of the plan, with nothing that only the student's own way can take.
  func accueille(_ annee: AnneeSuivie) -> Bool {
    annee.annee == self.annee && annee.anneeBUT == anneeBUT && annee.session2 == nil
      && annee.decisions.isEmpty && semestres.count <= 2 && annee.programme == programme
  }
}
