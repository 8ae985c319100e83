extension Etat {
  /// The mean of what legal moves of period change, up or down, once the calendar is well mixed.
  mutating func amplitude(melange: Melange, tirages: Tableau<Int32>) -> Double {
    tourner(40 * groupes, temperature: 1 << 40, melange: melange, tirages: tirages)
    var somme = 0.0
    var nombre = 0.0
    for _ in 0..<200_000 {
      let g = alea.rang(groupes)
      let q = alea.rang(periodes)
      guard conflits[g * pas + q] == 0, periode[g] != q else { continue }
      somme += Double(abs(Int(couts[g * pas + q] - couts[g * pas + Int(periode[g])])))
      nombre += 1
      if nombre == 4_000 { break }
    }
    return nombre > 0 ? max(1, somme / nombre) : 1
  }
}
