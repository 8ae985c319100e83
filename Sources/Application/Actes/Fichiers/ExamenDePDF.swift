/// Looks in a PDF for what runs when it is opened: scripts, programs, forms that run.
///
/// Names are read as a reader of PDF reads them, « #4A » being « J ». Streams are not looked into,
/// but for those that hold objects: a PDF where one of these cannot be read is not taken.
struct ExamenDePDF {
  private let octets: [UInt8]
  /// Expands a zlib stream of that many bytes at most; `nil` where it cannot.
  private let decomprimer: (ArraySlice<UInt8>, Int) -> [UInt8]?
  private let finDuDernierFlux: Int
  /// What streams of objects may still hold in all.
  private var reste = 32 << 20

  /// What was found.
  enum Resultat: Hashable {
    case rien
    case script
    case illisible
  }

  init(_ octets: [UInt8], decomprimer: @escaping (ArraySlice<UInt8>, Int) -> [UInt8]?) {
    self.octets = octets
    self.decomprimer = decomprimer
    finDuDernierFlux =
      octets.indices.last { rang in
        octets[rang] == UInt8(ascii: "e") && octets[rang...].starts(with: Self.finDeFlux)
      } ?? 0
  }

  private static let actifs: Set<String> = ["JavaScript", "JS", "Launch", "XFA", "RichMedia"]
  /// How else than by zlib a stream may be written, or written before it is; names as they are cut.
  private static let autresFiltres: Set<String> = [
    "ASCIIHexDec", "AHx", "ASCII85Deco", "A85", "LZWDecode", "LZW", "RunLengthDe", "RL", "Crypt",
    "Predictor",
  ]
  private static let debutDeFlux = Array("stream".utf8)
  private static let finDeFlux = Array("endstream".utf8)

  mutating func examiner() -> Resultat {
    var noms: Set<String> = []
    var rang = 0
    while rang < octets.count {
      if ouvreUnFlux(rang) {
        let debut = rang + Self.debutDeFlux.count
        let fin = finDeFlux(apres: debut)
        if let fin, let trouve = examiner(contenu(debut, fin), noms) { return trouve }
        noms = []
        rang = fin.map { $0 + Self.finDeFlux.count } ?? debut
        continue
      }
      guard octets[rang] == UInt8(ascii: "/") else {
        rang += 1
        continue
      }
      let (nom, suite) = nom(apres: rang + 1)
      if Self.actifs.contains(nom) { return .script }
      noms.insert(nom)
      rang = suite
    }
    return .rien
  }

  private func ouvreUnFlux(_ rang: Int) -> Bool {
    octets[rang] == UInt8(ascii: "s") && rang < finDuDernierFlux
      && octets[rang...].starts(with: Self.debutDeFlux)
      && (rang < 3 || !octets[(rang - 3)...].starts(with: Self.finDeFlux))
  }

  /// The bytes of a stream, after the end of the line that opens it.
  private func contenu(_ debut: Int, _ fin: Int) -> ArraySlice<UInt8> {
    var premier = debut
    if premier < fin, octets[premier] == 0x0D { premier += 1 }
    if premier < fin, octets[premier] == 0x0A { premier += 1 }
    return octets[premier..<fin]
  }

  /// What a stream of objects holds; `nil` for nothing that matters, or another stream.
  private mutating func examiner(_ flux: ArraySlice<UInt8>, _ noms: Set<String>) -> Resultat? {
    let estDObjets = noms.contains("ObjStm")
    // A reader that knows the place of an object may not ask the stream for its kind.
    guard estDObjets || noms.isSuperset(of: ["N", "First"]) else { return nil }
    let estComprime = noms.contains("FlateDecode") || noms.contains("Fl")
    let estConnu = estComprime || !noms.contains("Filter")
    guard estConnu, noms.isDisjoint(with: Self.autresFiltres) else {
      return estDObjets ? .illisible : nil
    }
    guard let contenu = estComprime ? decomprimer(flux, reste) : Array(flux) else {
      return estDObjets ? .illisible : nil
    }
    reste -= contenu.count
    let dedans = ExamenDePDF(contenu) { _, _ in nil }
    return dedans.nommeUneAction ? .script : nil
  }

  /// Whether what has no stream names what runs.
  private var nommeUneAction: Bool {
    octets.indices.contains { rang in
      octets[rang] == UInt8(ascii: "/") && Self.actifs.contains(nom(apres: rang + 1).nom)
    }
  }

  private func finDeFlux(apres debut: Int) -> Int? {
    octets[debut...].indices.first { rang in
      octets[rang] == UInt8(ascii: "e") && octets[rang...].starts(with: Self.finDeFlux)
    }
  }

  /// The letters and digits of a name, as far as the longest that matters, and where to go on.
  private func nom(apres debut: Int) -> (nom: String, suite: Int) {
    var (lettres, rang) = ([UInt8](), debut)
    while rang < octets.count, lettres.count <= 10 {
      var octet = octets[rang]
      var pas = 1
      if octet == UInt8(ascii: "#"), rang + 2 < octets.count,
        let haut = Self.chiffre(octets[rang + 1]), let bas = Self.chiffre(octets[rang + 2])
      {
        octet = 16 * haut + bas
        pas = 3
      }
      guard Self.estDeNom(octet) else { break }
      lettres.append(octet)
      rang += pas
    }
    return (String(decoding: lettres, as: UTF8.self), rang)
  }

  private static func estDeNom(_ octet: UInt8) -> Bool {
    (0x30...0x39).contains(octet) || (0x41...0x5A).contains(octet) || (0x61...0x7A).contains(octet)
  }

  private static func chiffre(_ octet: UInt8) -> UInt8? {
    switch octet {
    case 0x30...0x39: octet - 0x30
    case 0x41...0x46: octet - 0x37
    case 0x61...0x66: octet - 0x57
    case _: nil
    }
  }
}
