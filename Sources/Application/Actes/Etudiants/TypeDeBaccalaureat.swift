internal import Text

/// The kind of baccalauréat that a student comes with.
public enum TypeDeBaccalaureat: String, CaseIterable, Hashable, Sendable {
  case general, technologique, professionnel
  /// Another diploma, or an access without baccalauréat.
  case autre
  case inconnu

  /// As the identity says it: a kind in words, or a series.
  public init(_ texte: String?) {
    let mots = (texte ?? "").folded.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    let connu = mots.lazy.compactMap { mot -> TypeDeBaccalaureat? in
      if mot.hasPrefix("general") { return .general }
      if mot.hasPrefix("techno") { return .technologique }
      if mot.hasPrefix("pro") { return .professionnel }
      return nil
    }.first
    let parSerie = mots.lazy.compactMap { Self.series[$0] }.first
    self = connu ?? parSerie ?? (mots.isEmpty ? .inconnu : .autre)
  }

  /// The series whose name is enough.
  private static let series: [String: TypeDeBaccalaureat] = {
    let generales = ["s", "es", "l"]
    let technologiques = [
      "sti", "sti2d", "std2a", "stmg", "stl", "st2s", "sthr", "stav", "stg", "s2tmd", "tmd", "sms",
    ]
    var series: [String: TypeDeBaccalaureat] = [:]
    for serie in generales { series[serie] = .general }
    for serie in technologiques { series[serie] = .technologique }
    return series
  }()
}
