/// The separator of a CSV file, found by what its lines have in common.
enum Separator {
  /// In the order in which a tie is settled: decimal commas are common where `;` separates.
  static let all: [Unicode.Scalar] = [";", "\t", ","]

  private static let linesLookedAt = 200

  /// The separator that stands most often the same number of times in a line, outside of quotes.
  static func find(in text: [UInt8]) -> Unicode.Scalar {
    let lines = counts(text)
    let scores = all.indices.map { index in score(lines.map { $0[index] }) }
    let best = scores.max() ?? 0
    return scores.firstIndex(of: best).map { all[$0] } ?? ";"
  }

  /// The number of lines that share the most common count above zero.
  private static func score(_ counts: [Int]) -> Int {
    var lines: [Int: Int] = [:]
    for count in counts where count > 0 { lines[count, default: 0] += 1 }
    return lines.values.max() ?? 0
  }

  /// How often each separator stands in each of the first lines.
  private static func counts(_ text: [UInt8]) -> [[Int]] {
    var lines: [[Int]] = []
    var line = [0, 0, 0]
    var inQuotes = false
    for byte in text {
      if byte == UInt8(ascii: "\"") { inQuotes.toggle() }
      if inQuotes { continue }
      if byte == 0x0A {
        lines.append(line)
        line = [0, 0, 0]
        guard lines.count < linesLookedAt else { return lines }
      } else if let index = all.firstIndex(of: Unicode.Scalar(byte)) {
        line[index] += 1
      }
    }
    return lines + [line]
  }
}
