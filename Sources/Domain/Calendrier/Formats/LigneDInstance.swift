/// A line that is not empty, without its surrounding blanks, with its number from 1.
struct LigneDInstance {
  let numero: Int
  let octets: ArraySlice<UInt8>

  var texte: String { String(decoding: octets, as: UTF8.self) }

  /// What commas separate, without blanks.
  var champs: [String] {
    octets.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { String(decoding: Self.rogner($0), as: UTF8.self) }
  }

  /// What stands before the first comma or blank, once those that begin the line are left out.
  var premierMot: String {
    let mots = octets.split(maxSplits: 1) { $0 == UInt8(ascii: ",") || Self.estBlanc($0) }
    return String(decoding: mots.first ?? [], as: UTF8.self)
  }

  /// Whole numbers between commas or blanks, from 0 to the largest permitted value.
  func nombres() throws(FauteDInstance) -> [Int] {
    var resultat: [Int] = []
    for mot in octets.split(whereSeparator: { $0 == UInt8(ascii: ",") || Self.estBlanc($0) }) {
      resultat.append(try nombre(mot))
    }
    return resultat
  }

  func nombre(_ mot: some Collection<UInt8>) throws(FauteDInstance) -> Int {
    var valeur = 0
    var valide = !mot.isEmpty && mot.count <= 9
    for octet in mot where valide {
      valide = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet)
      if valide { valeur = valeur * 10 + Int(octet - UInt8(ascii: "0")) }
    }
    guard valide else {
      throw FauteDInstance(
        ligne: numero,
        raison: .nombreInvalide(String(decoding: mot.prefix(40), as: UTF8.self)),
      )
    }
    return valeur
  }

  /// Bytes that a file may have at most.
  static let limite = 64 << 20

  static func lignes(de octets: [UInt8]) throws(FauteDInstance) -> [LigneDInstance] {
    guard octets.count <= limite else {
      throw FauteDInstance(ligne: 0, raison: .tropLong(octets: limite))
    }
    var resultat: [LigneDInstance] = []
    let brutes = octets.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (rang, brute) in brutes.enumerated() {
      let contenu = rogner(brute)
      if !contenu.isEmpty { resultat.append(LigneDInstance(numero: rang + 1, octets: contenu)) }
    }
    return resultat
  }

  /// A blank, or the end-of-file mark that old editors left.
  private static func estBlanc(_ octet: UInt8) -> Bool {
    octet == 0x20 || octet == 0x09 || octet == 0x0d || octet == 0x1a
  }

  private static func rogner(_ octets: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var reste = octets
    while let premier = reste.first, estBlanc(premier) { reste.removeFirst() }
    while let dernier = reste.last, estBlanc(dernier) { reste.removeLast() }
    return reste
  }
}
