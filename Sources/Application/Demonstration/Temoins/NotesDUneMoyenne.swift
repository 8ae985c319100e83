internal import Scolarite

/// Marks of modules, with two decimals at most, of which the averages of some UE come exactly.
///
/// Modules that several UE share get one mark; some modules that a UE has alone make up for it, and
/// the others get the average itself.
struct NotesDUneMoyenne {
  /// The mark of each module, by canonical code.
  let notes: [String: Note]

  /// `nil` where no mark of shared modules, by tenths, lets every UE be made up for.
  /// - Parameters:
  ///   - ues: the UE of a semester.
  ///   - dixiemes: the average of each, in tenths of a point.
  init?(_ ues: [UEDeProgramme], enDixiemes dixiemes: [Int]) {
    let voulues = zip(ues, dixiemes.map(Decimale.init(enDixiemes:)))
    let usages = Dictionary(
      grouping: ues.flatMap { $0.modules.filter(\.compte).map(\.code.canonique) },
      by: \.self,
    )
    let communs = Set(usages.filter { $0.value.count > 1 }.keys)
    // From the middle of the scale, where marks look like marks.
    for commune in (0...100).flatMap({ [100 - $0, 100 + $0] }).map(Decimale.init(enDixiemes:)) {
      var notes: [String: Note] = [:]
      let tient = voulues.allSatisfy { ue, moyenne in
        let siennes = Self.notes(ue, moyenne, commune, communs)
        notes.merge(siennes ?? [:]) { premiere, _ in premiere }
        return siennes != nil
      }
      if tient {
        self.notes = notes
        return
      }
    }
    return nil
  }

  private static func notes(
    _ ue: UEDeProgramme,
    _ moyenne: Decimale,
    _ commune: Decimale,
    _ communs: Set<String>,
  ) -> [String: Note]? {
    let modules = ue.modules.filter(\.compte)
    let partages = modules.filter { communs.contains($0.code.canonique) }
    let seuls = modules.filter { !communs.contains($0.code.canonique) }
    let manque = (Fraction(moyenne) - Fraction(commune)) * partages.poids
    // Each set of modules of its own, the larger first: the less each mark goes from the average.
    let choix = (1..<(1 << seuls.count)).sorted { $0.nonzeroBitCount > $1.nonzeroBitCount }
    for masque in choix {
      let pivots = seuls.indices.filter { masque & (1 << $0) != 0 }.map { seuls[$0] }
      guard let ecart = manque.divise(par: pivots.poids),
        let compensee = (Fraction(moyenne) + ecart).note, let unie = Note(moyenne),
        let note = Note(commune)
      else { continue }
      var notes = Dictionary(uniqueKeysWithValues: partages.map { ($0.code.canonique, note) })
      for module in seuls { notes[module.code.canonique] = unie }
      for module in pivots { notes[module.code.canonique] = compensee }
      return notes
    }
    return nil
  }
}

extension Decimale {
  fileprivate init(enDixiemes dixiemes: Int) {
    self = Decimale(enMillioniemes: Int64(dixiemes) * 100_000) ?? .zero
  }
}

extension ModuleDeProgramme {
  fileprivate var compte: Bool { coefficient > 0 }
}

extension [ModuleDeProgramme] {
  fileprivate var poids: Fraction { map { Fraction($0.coefficient) }.reduce(.zero, +) }
}

extension Fraction {
  /// The mark out of 20 that it is, where two decimals write it.
  fileprivate var note: Note? {
    let centiemes = self * 100
    guard centiemes.denominateur == 1, let valeur = Int64(exactly: centiemes.numerateur) else {
      return nil
    }
    return Decimale(enMillioniemes: valeur * 10_000).flatMap { Note($0) }
  }
}
