public import Scolarite

/// How far a promotion of students who do not exist has gone through its year.
public enum Avancement: Hashable, Sendable {
  /// Tests have no date and are shown to nobody, though they have all their marks.
  case sansDates
  /// Every test is past, published and locked.
  case terminee
  /// The semester of that day goes on.
  case enCours(Jour)

  /// The day up to which something happened; none where all did.
  var jour: Jour? {
    switch self {
    case .sansDates, .terminee: nil
    case .enCours(let jour): jour
    }
  }
}

/// How far a test has gone.
enum Stade: Hashable {
  /// Every mark is in and none is awaited any more; published, locked.
  case close
  case publiee
  /// Every mark is in, and only teachers see them.
  case saisie
  /// Half of the marks are in, some of them awaited.
  case entamee
  /// Held, without any mark.
  case aSaisir
  case aVenir

  /// Whether a teacher has something left to enter.
  var estATraiter: Bool { self == .entamee || self == .aSaisir }
  var estPubliee: Bool { self == .close || self == .publiee }
}

/// A test as it is to be planned, with its date and how far it has gone.
struct Epreuve {
  let semestre: NumeroSemestre
  let module: String
  let nom: String
  let coefficient: Decimale
  let bareme: Decimale
  var date: Jour?
  var stade = Stade.saisie
}
