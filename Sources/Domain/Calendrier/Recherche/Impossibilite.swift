public struct Impossibilite: Error, Sendable {
  public let epreuves: [Int]
}
