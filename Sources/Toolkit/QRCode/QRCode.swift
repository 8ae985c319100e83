internal import CQREncode

/// A text as a square of dark and light modules (ISO/IEC 18004) that a telephone reads.
public struct QRCode: Hashable, Sendable {
  /// The modules of a side, without the margin.
  public let side: Int
  /// Row by row, whether each module is dark.
  public let modules: [Bool]

  /// The light modules that a reader needs around it.
  public static let margin = 4

  /// - Parameter text: what to draw; `nil` when it is empty or does not fit, some 2 300 bytes.
  public init?(_ text: String) {
    guard !text.isEmpty, !text.utf8.contains(0),
      let code = unsafe QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M)
    else { return nil }
    defer { unsafe QRcode_free(code) }
    let side = unsafe Int(code.pointee.width)
    guard let data = unsafe code.pointee.data else { return nil }
    self.side = side
    modules = unsafe UnsafeBufferPointer(start: data, count: side * side).map { $0 & 1 == 1 }
  }

  public subscript(row: Int, column: Int) -> Bool { modules[row * side + column] }

  /// The dark modules as the data of an SVG path, one unit to a module, beyond the margin.
  public var path: String {
    var path = ""
    for row in 0..<side {
      var column = 0
      while column < side {
        guard self[row, column] else {
          column += 1
          continue
        }
        let start = column
        while column < side, self[row, column] { column += 1 }
        path +=
          "M\(start + Self.margin) \(row + Self.margin)h\(column - start)v1h-\(column - start)z"
      }
    }
    return path
  }

  /// The side of the drawing, margin included.
  public var extent: Int { side + 2 * Self.margin }
}
