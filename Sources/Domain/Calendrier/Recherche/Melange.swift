/// How often each kind of move is tried, in 128ths; period moves take what remains.
public struct Melange: Hashable, Sendable {
  public var salle = 10
  public var echange = 30
  public var renvoi = 9
  public var kempe = 3
  /// Groups of a Kempe chain at most.
  public var chaine = 20

  public static let defaut = Melange()

  /// The mix that suits a problem: without rooms there is nothing to repack.
  static func pour(_ probleme: ProblemeDExamens) -> Melange {
    var melange = Melange()
    if probleme.salles.count < 2 { melange.salle = 0 }
    if probleme.salles.isEmpty {
      melange = Melange(salle: 0, echange: 0, renvoi: 0, kempe: 14, chaine: 48)
    }
    return melange
  }
}
