/// A règlement and a curriculum, prepared once for whole columns: weights as whole numbers.
struct Plan: Sendable {
  let moteur: Moteur<SansPreuve>
  let annee: AnneeUniversitaire
  let anneeBUT: AnneeBUT
  let programme: Programme
  let disposition: Disposition
  /// The semesters of the curriculum, in order: one or two.
  let semestres: [NumeroSemestre]
  let modules: [ModuleEnColonnes]
  /// The weight of each column in its module, as a whole number.
  let poidsDesColonnes: [Int64]
  /// The UE of the curriculum, then those that earlier years brought.
  private(set) var ues: [UEEnColonnes] = []
  /// The RCUE of these UE, by competence and level.
  private(set) var rcues: [RCUEEnColonnes] = []
  /// The RCUE one level below each, where a UE of it is known.
  private(set) var dessous: [Int?] = []
  private(set) var aDesEtages = false
  private(set) var parNiveauDecroissant: [Int] = []
  /// The UE of semesters 1 and 2 of the curriculum, as a mask.
  private(set) var premiereAnnee: UInt64 = 0
  /// By semester, the hours of absence from which the 30 % rule holds; `nil` without volume.
  let limites: [Fraction?]
  /// By status, what each case below zero does.
  let effets: [[Int32]]
  /// By status, whether article 3 applies.
  private let soumis: [Bool]
  let seuils: Seuils
  /// Whether whole numbers can hold every sum; otherwise each student goes alone.
  private(set) var tientEnColonnes = true

  /// The bound of a denominator: sums over two of them fit in 128 bits.
  static let borne: Int64 = 1 << 48
  /// A UE is a bit of a mask.
  static let ueMaximales = 64

  init(
    _ moteur: Moteur<SansPreuve>,
    annee: AnneeUniversitaire,
    anneeBUT: AnneeBUT,
    programme: Programme,
    disposition: Disposition,
  ) {
    self.moteur = moteur
    self.annee = annee
    self.anneeBUT = anneeBUT
    self.programme = programme
    self.disposition = disposition
    semestres = Set(programme.ues.map(\.semestre)).sorted()
    effets = Statut.allCases.map { Case.effets(moteur, $0) }
    let seuils = Seuils(moteur.reglages)
    self.seuils = seuils
    limites = semestres.map { semestre in
      programme.volumes[semestre].flatMap { moteur.limite30($0) }
    }
    soumis = Statut.allCases.map { moteur.article3($0) }
    var poids = [Int64](repeating: 0, count: disposition.colonnes.count)
    let rangs = semestres
    modules = disposition.modules.sorted { $0.value.lowerBound < $1.value.lowerBound }.compactMap {
      cle,
      plage in
      guard let semestre = rangs.firstIndex(of: cle.semestre) else { return nil }
      let entiers = entiersProportionnels(disposition.colonnes[plage].map(\.coefficient))
      for (colonne, entier) in zip(plage, entiers) { poids[colonne] = entier }
      return ModuleEnColonnes(
        code: cle.module,
        semestre: semestre,
        colonnes: plage,
        poids: entiers.reduce(0, +),
      )
    }
    poidsDesColonnes = poids
    for ue in programme.ues where !ajouter(ue) { tientEnColonnes = false }
    for (rang, ue) in ues.enumerated() where ue.ue.semestre.valeur <= 2 {
      premiereAnnee |= 1 << UInt64(rang)
    }
    if modules.contains(where: { $0.poids >= 1 << 24 }) { tientEnColonnes = false }
    if [seuils.ue, seuils.rcue, seuils.plancher].contains(where: { $0.denominateur > 1000 }) {
      tientEnColonnes = false
    }
  }

  /// Whether article 3 applies to the status of that rank.
  func article3(_ statut: UInt8) -> Bool { soumis[Int(statut)] }

  /// The rank of a UE of an earlier year, added if it is new; `nil` for one that would not fit.
  mutating func rang(de ue: UEDeProgramme) -> Int? {
    if let rang = ues.firstIndex(where: { $0.ue.code == ue.code }) {
      return ues[rang].ue == ue ? rang : nil
    }
    return ajouter(ue) ? ues.count - 1 : nil
  }

  private mutating func ajouter(_ ue: UEDeProgramme) -> Bool {
    let jumelle = ues.contains { $0.ue.rcue == ue.rcue && $0.ue.semestre == ue.semestre }
    guard !jumelle, ues.count < Self.ueMaximales,
      let enColonnes = UEEnColonnes(ue, modules, semestres, moteur)
    else { return false }
    ues.append(enColonnes)
    ranger()
    return true
  }

  /// The RCUE of all UE, by competence and level, and the rank of its RCUE in each UE.
  private mutating func ranger() {
    let groupes = Dictionary(grouping: ues.indices) { ues[$0].ue.rcue }
    rcues = groupes.sorted { $0.key < $1.key }.map { cle, membres in
      RCUEEnColonnes(
        cle: cle,
        membres: membres.sorted { ues[$0].ue.semestre < ues[$1].ue.semestre },
        poids: entiersProportionnels(membres.map { moteur.poidsDansLeRCUE(ues[$0].ue) }),
      )
    }
    dessous = rcues.map { rcue in
      rcues.firstIndex {
        $0.cle.competence == rcue.cle.competence
          && $0.cle.niveau.valeur == rcue.cle.niveau.valeur - 1
      }
    }
    aDesEtages = dessous.contains { $0 != nil }
    parNiveauDecroissant = rcues.indices.sorted { rcues[$0].cle.niveau > rcues[$1].cle.niveau }
    for (rang, rcue) in rcues.enumerated() {
      for membre in rcue.membres { ues[membre].rcue = rang }
      if rcue.poids.contains(where: { $0 >= 4096 }) { tientEnColonnes = false }
    }
  }
}

/// A module and where its tests stand.
struct ModuleEnColonnes: Sendable {
  let code: String
  /// The rank of its semester.
  let semestre: Int
  let colonnes: Range<Int>
  /// The sum of the weights of its columns.
  let poids: Int64
}

/// An RCUE and the ranks of its UE, in the order of the semesters.
struct RCUEEnColonnes: Sendable {
  let cle: CleRCUE
  let membres: [Int]
  /// The weight of each, as whole numbers.
  let poids: [Int64]
}
