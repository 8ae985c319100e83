public import Scolarite

/// Some of those who sit an exam, in their place: a part of an exam, or an individual sitting.
public struct SeanceDeSession2: Hashable, Sendable {
  public let epreuve: CleDEpreuve
  public let debut: Instant
  /// Before any extra time; for an oral, the minutes of one candidate.
  public let minutes: Int
  /// Empty where none is needed.
  public let salle: String
  /// For an oral, in the order in which they are called.
  public let convoques: [Convoque]

  /// Somebody who is called.
  public struct Convoque: Hashable, Sendable {
    public let etudiant: Identifiant<Etudiant>
    /// Minutes of extra time.
    public let majoration: Int

    public init(_ etudiant: Identifiant<Etudiant>, majoration: Int = 0) {
      self.etudiant = etudiant
      self.majoration = majoration
    }
  }

  public init(
    _ epreuve: CleDEpreuve,
    debut: Instant,
    minutes: Int,
    salle: String,
    convoques: [Convoque],
  ) {
    self.epreuve = epreuve
    self.debut = debut
    self.minutes = minutes
    self.salle = salle
    self.convoques = convoques
  }

  /// Whether the student sits it under continuous supervision, apart from the others.
  public var estIndividuelle: Bool { epreuve.individuel != nil }

  /// When somebody begins and ends, in minutes since midnight; `nil` for whoever is not called.
  public func horaire(de etudiant: Identifiant<Etudiant>) -> (debut: Int, fin: Int)? {
    guard let rang = convoques.firstIndex(where: { $0.etudiant == etudiant }) else { return nil }
    let attente =
      epreuve.forme == .oral
      ? convoques[..<rang].reduce(0) { $0 + minutes + $1.majoration } : 0
    let debut = debut.minute + attente
    return (debut, debut + minutes + convoques[rang].majoration)
  }

  /// The last minute of the last to leave.
  public var fin: Int {
    convoques.compactMap { horaire(de: $0.etudiant)?.fin }.max() ?? debut.minute + minutes
  }

  /// The same for those that a condition keeps; `nil` where nobody is left.
  func gardant(_ garder: (Identifiant<Etudiant>) -> Bool) -> SeanceDeSession2? {
    let restants = convoques.filter { garder($0.etudiant) }
    guard !restants.isEmpty else { return nil }
    return SeanceDeSession2(
      epreuve,
      debut: debut,
      minutes: minutes,
      salle: salle,
      convoques: restants,
    )
  }
}

/// The text of sittings that is signed: one line each, in one order, so that its digest is that of
/// the calendar and of nothing else.
public enum TexteDeCalendrier {
  private static let titre = "delibere/calendrier-de-session-2/1"

  /// - Returns: a line of title, then exam, beginning, minutes, room and students, parted by tabs.
  public static func ecrire(_ seances: [SeanceDeSession2], de campagne: Identifiant<Campagne>)
    -> String
  {
    let lignes = ordre(seances).map { seance in
      let convoques = seance.convoques.map { convoque in
        "\(convoque.etudiant)" + (convoque.majoration == 0 ? "" : "+\(convoque.majoration)")
      }
      return [
        seance.epreuve.description, seance.debut.description, "\(seance.minutes)", seance.salle,
        convoques.joined(separator: " "),
      ].joined(separator: "\t")
    }
    return (["\(titre)\t\(campagne)"] + lignes).joined(separator: "\n") + "\n"
  }

  /// - Returns: `nil` for a text that `ecrire` did not write.
  public static func lire(_ texte: String) -> [SeanceDeSession2]? {
    let lignes = texte.split(separator: "\n", omittingEmptySubsequences: true)
    guard let premiere = lignes.first, premiere.hasPrefix(titre + "\t") else { return nil }
    var seances: [SeanceDeSession2] = []
    for ligne in lignes.dropFirst() {
      guard let seance = seance(ligne) else { return nil }
      seances.append(seance)
    }
    return seances
  }

  private static func seance(_ ligne: Substring) -> SeanceDeSession2? {
    let champs = ligne.split(separator: "\t", omittingEmptySubsequences: false)
    guard champs.count == 5, let cle = CleDEpreuve(champs[0]), let debut = Instant(champs[1]),
      let minutes = Int(champs[2])
    else { return nil }
    var convoques: [SeanceDeSession2.Convoque] = []
    for mot in champs[4].split(separator: " ") {
      let parties = mot.split(separator: "+")
      guard let id = Int64(parties[0]).flatMap({ Identifiant<Etudiant>($0) }),
        let majoration = parties.count > 1 ? Int(parties[1]) : 0
      else { return nil }
      convoques.append(.init(id, majoration: majoration))
    }
    return SeanceDeSession2(
      cle,
      debut: debut,
      minutes: minutes,
      salle: String(champs[3]),
      convoques: convoques,
    )
  }

  /// Exam by exam; parts of one exam stay as they are given.
  static func ordre(_ seances: [SeanceDeSession2]) -> [SeanceDeSession2] {
    seances.enumerated().sorted {
      ($0.element.epreuve, $0.offset) < ($1.element.epreuve, $1.offset)
    }.map(\.element)
  }
}
