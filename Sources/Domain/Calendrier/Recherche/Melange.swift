/// How often each kind of move is tried, in 128ths; period moves take what remains.
public struct Melange: Hashable, Sendable {
  public var salle = 10
  public var echange = 15
  public var renvoi = 15
  public var kempe = 12
  /// Exchanges of all that stands in two periods.
  public var periodes = 1
  /// Groups of a Kempe chain at most.
  public var chaine = 40

  public static let defaut = Melange()

  /// The mix that suits a problem: without rooms there is nothing to repack.
  static func pour(_ probleme: ProblemeDExamens) -> Melange {
    var melange = Melange()
    if probleme.salles.count < 2 { melange.salle = 0 }
    if probleme.salles.isEmpty {
      melange = Melange(salle: 0, echange: 0, renvoi: 0, kempe: 14, periodes: 1, chaine: 60)
    }
    return melange
  }
}
