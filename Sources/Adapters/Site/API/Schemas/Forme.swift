internal import Actes
internal import Scolarite

/// What a text looks like, as a description says it and as a check holds it.
enum Forme: Hashable, Sendable {
  /// Any text without control characters.
  case libre
  /// A day, « 2026-11-03 ».
  case jour
  /// A minute in Paris, « 2026-11-03T08:00 ».
  case minute
  /// A moment in UTC, « 2026-11-03T07:00:00.000Z ».
  case moment
  /// « 457/40 ».
  case fraction
  /// « 11.425 ».
  case decimale
  /// « 2026-2027 ».
  case annee
  /// The code of a module.
  case module

  /// The regular expression of the description (ECMA 262).
  var motif: String {
    switch self {
    case .libre: "^[^\\u0000-\\u001f\\u007f]*$"
    case .jour: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    case .minute: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$"
    case .moment: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$"
    case .fraction: "^-?[0-9]+/[0-9]+$"
    case .decimale: "^-?[0-9]+(\\.[0-9]+)?$"
    case .annee: "^[0-9]{4}-[0-9]{4}$"
    case .module: "^[^\\u0000-\\u0020\\u007f/]{1,32}$"
    }
  }

  /// The format of JSON Schema, where there is one.
  var format: String? {
    switch self {
    case .jour: "date"
    case .moment: "date-time"
    case .libre, .minute, .fraction, .decimale, .annee, .module: nil
    }
  }

  /// What is expected, in French; `nil` where the text is taken.
  func defaut(_ texte: String) -> String? {
    switch self {
    case .libre:
      texte.unicodeScalars.contains(where: \.estDeControle)
        ? "ne doit pas contenir de caractère de contrôle" : nil
    case .jour: Jour(texte) == nil ? "doit être un jour qui existe, « 2026-11-03 »" : nil
    case .minute: Instant(texte) == nil ? "doit être une minute, « 2026-11-03T08:00 »" : nil
    case .moment: Horodatage(rfc3339: texte) == nil ? "doit être un moment en UTC" : nil
    case .fraction, .decimale:
      texte.utf8.allSatisfy(Self.chiffres.contains) ? nil : "doit être un nombre exact"
    case .annee: AnneeUniversitaire(texte) == nil ? "doit être une année, « 2026-2027 »" : nil
    case .module:
      texte.isEmpty || texte.unicodeScalars.count > 32
        || texte.unicodeScalars.contains { $0.estDeControle || $0 == " " || $0 == "/" }
        ? "doit être le code d’un module, « R101 »" : nil
    }
  }

  private static let chiffres = Set("-./0123456789".utf8)
}

extension Unicode.Scalar {
  fileprivate var estDeControle: Bool { value < 0x20 || value == 0x7F }
}

extension Horodatage {
  /// « 2026-11-03T07:00:00.000Z ».
  var rfc3339: String {
    let (jours, reste) = millisecondes.quotientAndRemainder(dividingBy: Self.parJour)
    func sur(_ chiffres: Int, _ nombre: Int64) -> String {
      let texte = String(nombre)
      return String(repeating: "0", count: max(0, chiffres - texte.count)) + texte
    }
    let heure = [reste / 3_600_000, reste / 60_000 % 60, reste / 1_000 % 60].map { sur(2, $0) }
    let jour = Self.origine.plus(jours: Int(jours))
    return "\(jour)T\(heure.joined(separator: ":")).\(sur(3, reste % 1_000))Z"
  }

  /// Reads what `rfc3339` writes.
  init?(rfc3339 texte: String) {
    guard texte.hasSuffix("Z"), texte.utf8.count == 24, let minute = Instant(texte.prefix(16))
    else {
      return nil
    }
    let secondes = texte.dropFirst(17).dropLast().split(separator: ".")
    guard secondes.count == 2, let seconde = Int64(secondes[0]), let millieme = Int64(secondes[1]),
      (0..<60).contains(seconde), (0..<1_000).contains(millieme)
    else { return nil }
    let minutes = Int64(minute.jour.ecart(depuis: Self.origine)) * 1_440 + Int64(minute.minute)
    self.init(millisecondes: minutes * 60_000 + seconde * 1_000 + millieme)
  }

  private static let parJour: Int64 = 86_400_000

  private static let origine: Jour = {
    guard let jour = Jour(1970, 1, 1) else { preconditionFailure("1970 is a year") }
    return jour
  }()
}
