/// A moment in universal time, as documents write it.
public struct PDFDate: Hashable, Sendable {
  /// « 2026-07-03T09:30:00Z ».
  let text: String

  /// - Returns: `nil` unless each part is in its range.
  public init?(
    _ year: Int,
    _ month: Int,
    _ day: Int,
    hour: Int = 0,
    minute: Int = 0,
    second: Int = 0,
  ) {
    guard (1000...9999).contains(year), (1...12).contains(month), (1...31).contains(day),
      (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second)
    else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    text =
      "\(year)-\(two(month))-\(two(day))T\(two(hour)):\(two(minute)):\(two(second))Z"
  }
}
