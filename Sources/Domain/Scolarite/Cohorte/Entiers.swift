/// Whole numbers in the ratio of decimal numbers, as small as they can be.
func entiersProportionnels(_ nombres: [Decimale]) -> [Int64] {
  let diviseur = nombres.reduce(0) { pgcd($0, $1.millioniemes.magnitude) }
  return nombres.map { $0.millioniemes / Int64(max(diviseur, 1)) }
}

/// The greatest common divisor; zero for two zeros.
func pgcd(_ premier: UInt64, _ second: UInt64) -> UInt64 {
  var (grand, petit) = (premier, second)
  while petit != 0 { (grand, petit) = (petit, grand % petit) }
  return grand
}

/// The least common multiple; `nil` when it is too large to weigh with.
func multipleCommun(_ nombres: [Int64]) -> Int64? {
  var commun: Int64 = 1
  for nombre in nombres {
    let diviseur = Int64(pgcd(commun.magnitude, nombre.magnitude))
    let (produit, deborde) = (commun / diviseur).multipliedReportingOverflow(by: nombre)
    guard !deborde, produit < 1 << 24 else { return nil }
    commun = produit
  }
  return commun
}
