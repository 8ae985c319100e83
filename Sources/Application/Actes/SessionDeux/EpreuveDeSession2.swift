public import Scolarite

/// The exam of a UE at a session 2, in the form that a responsable de module chose (R0.8).
public struct EpreuveDeSession2: Hashable, Sendable {
  public let id: Identifiant<EpreuveDeSession2>
  public let campagne: Identifiant<Campagne>
  public let ue: CodeUE
  /// How many minutes each of its forms lasts, without extra time; for an oral, each student’s.
  ///
  /// None while nobody has chosen.
  public var durees: [Forme: Int]
  /// What students may have with them; empty for nothing.
  public var materiel: String
  /// What the room must have, as a list: computers, a projector; empty for nothing.
  public var besoins: String
  public var porteSur: Portee
  /// Who chose.
  public var choisiePar: Identifiant<Utilisateur>?
  public var version: Int64

  /// One of the forms that the procedure names; several make a combination.
  public enum Forme: String, CaseIterable, Hashable, Sendable {
    case ecrit, oral, projet
  }

  /// What its mark stands for.
  public enum Portee: Hashable, Sendable {
    /// The average of the UE.
    case ue
    /// The marks of some of its modules, by canonical code.
    case modules([String])
  }

  public init(
    id: Identifiant<EpreuveDeSession2>,
    campagne: Identifiant<Campagne>,
    ue: CodeUE,
    durees: [Forme: Int] = [:],
    materiel: String = "",
    besoins: String = "",
    porteSur: Portee = .ue,
    choisiePar: Identifiant<Utilisateur>? = nil,
    version: Int64 = 1,
  ) {
    self.id = id
    self.campagne = campagne
    self.ue = ue
    self.durees = durees
    self.materiel = materiel
    self.besoins = besoins
    self.porteSur = porteSur
    self.choisiePar = choisiePar
    self.version = version
  }

  public var estChoisie: Bool { !durees.isEmpty }

  /// In the order in which they are named.
  public var formes: [Forme] { Forme.allCases.filter { durees[$0] != nil } }

  /// The modules whose mark it stands for, by canonical code; none for the average of the UE.
  public var modules: [String] {
    switch porteSur {
    case .ue: []
    case .modules(let codes): codes
    }
  }

  /// Where its mark is written: the UE, or each of its modules.
  public var notees: [NoteDeSession2.Epreuve] {
    switch porteSur {
    case .ue: [.ue(ue)]
    case .modules(let codes): codes.map { .module($0) }
    }
  }
}

extension [EpreuveDeSession2] {
  /// The modules whose mark the exams of other UE give, with that UE: a student has one at session 2.
  func modulesPris(saufPar epreuve: Identifiant<EpreuveDeSession2>) -> [String: CodeUE] {
    var pris: [String: CodeUE] = [:]
    for autre in self where autre.id != epreuve {
      for module in autre.modules { pris[module] = autre.ue }
    }
    return pris
  }
}

extension EpreuveDeSession2.Forme {
  /// How long an exam of that form may last; a project may take none of the session’s time.
  public var dureesPermises: ClosedRange<Int> { self == .projet ? 0...600 : 10...600 }

  public var phrase: String {
    switch self {
    case .ecrit: "écrit surveillé"
    case .oral: "oral individuel"
    case .projet: "projet à rendre"
    }
  }
}
