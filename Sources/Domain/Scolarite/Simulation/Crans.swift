/// The marks from 0 to 20, one step after another.
struct Crans {
  let pas: Decimale
  /// The rank of 20.
  let nombre: Int

  /// - Parameter pas: at least a hundredth; 20 is a whole number of them.
  init(_ pas: Decimale) {
    precondition(Situation.admet(pas: pas), "the step of marks does not divide 20")
    self.pas = pas
    nombre = Int(Decimale(20).millioniemes / pas.millioniemes)
  }

  /// The mark of a rank, from 0 to `nombre`.
  func note(_ cran: Int) -> Note {
    guard let note = Note(Decimale(millioniemes: Int64(cran) * pas.millioniemes)) else {
      preconditionFailure("a rank of a mark lies between 0 and 20")
    }
    return note
  }

  var plafond: Note { note(nombre) }

  /// The mark of a rank in billionths of a point.
  func nano(_ cran: Int) -> Int64 { Int64(cran) * pas.millioniemes * 1000 }

  /// The first mark that does, where every higher mark does too; `nil` when 20 does not.
  func premier(_ fait: (Note) -> Bool) -> Int? {
    guard fait(plafond) else { return nil }
    var (bas, haut) = (-1, nombre)
    while haut - bas > 1 {
      let milieu = (bas + haut) / 2
      if fait(note(milieu)) { haut = milieu } else { bas = milieu }
    }
    return haut
  }
}

extension Situation {
  /// Whether marks may go by that step: at least a hundredth, and 20 is a whole number of them.
  public static func admet(pas: Decimale) -> Bool {
    pas.millioniemes >= 10_000 && Decimale(20).millioniemes % pas.millioniemes == 0
  }
}
