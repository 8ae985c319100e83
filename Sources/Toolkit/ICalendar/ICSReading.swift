/// What a calendar holds, and all that was not understood in it.
public struct ICSReading: Sendable {
  /// The name that it gives itself.
  public internal(set) var name: String?
  public internal(set) var entries: [ICSEntry] = []
  /// What is left out, by lines.
  public private(set) var losses: [ICSProblem] = []
  /// What has no effect here, by lines.
  public private(set) var notices: [ICSProblem] = []
  /// How many losses are not told: too many were found.
  public private(set) var untoldLosses = 0
  /// How many notices are not told.
  public private(set) var untoldNotices = 0

  /// Reads a file, however broken it is.
  public init(_ bytes: [UInt8], limits: ICSLimits = ICSLimits()) {
    guard bytes.count <= limits.bytes else {
      losses = [ICSProblem(line: 1, kind: .tooLarge(limit: limits.bytes))]
      return
    }
    var parser = ICSParser(limits: limits)
    parser.read(bytes)
    name = parser.name
    entries = parser.entries
    for problem in parser.problems.sorted(by: { $0.line < $1.line }) { tell(problem, limits) }
  }

  private mutating func tell(_ problem: ICSProblem, _ limits: ICSLimits) {
    if problem.isLoss {
      if losses.count < limits.problems { losses.append(problem) } else { untoldLosses += 1 }
    } else {
      if notices.count < limits.problems { notices.append(problem) } else { untoldNotices += 1 }
    }
  }
}
