public import HTML

/// Where an average stands from 0 to 20, with a tick at 10: the figure itself is said beside it.
public struct Jauge: Composant, Sendable {
  private let place: Int

  /// `place`: from 0 to 1000; what is outside is brought back.
  public init(place: Int) { self.place = Swift.min(Swift.max(place, 0), 1_000) }

  public var corps: some HTML {
    svg(.class("jauge"), .aria("hidden", "true"), .width("100%"), .height("12")) {
      rect(.class("fond"), .x("0"), .y("4"), .width("100%"), .height("4"), .rx("2")) {}
      rect(
        .class("niveau"),
        .x("0"),
        .y("4"),
        .width(pourcent(place * 10)),
        .height("4"),
        .rx("2"),
      ) {}
      line(.class("milieu"), .x1("50%"), .y1("1"), .x2("50%"), .y2("11")) {}
    }
  }
}
