extension [PDFTable.Column] {
  /// The left edge of each column in a width, and the right edge of the last.
  func edges(in width: Double) -> [Double] {
    var fixed = 0.0
    var shares = 0.0
    for column in self {
      switch column.width {
      case .fixed(let points): fixed += Swift.max(points, 1)
      case .share(let part): shares += Swift.max(part, 0.01)
      }
    }
    // Columns that ask for more than there is get less, in proportion; shares keep a quarter.
    let most = shares > 0 ? width * 0.75 : width
    let scale = fixed > most || shares == 0 && fixed > 0 && fixed > width ? most / fixed : 1
    let free = width - fixed * scale
    var edges = [0.0]
    for column in self {
      switch column.width {
      case .fixed(let points): edges.append(edges[edges.count - 1] + Swift.max(points, 1) * scale)
      case .share(let part):
        edges.append(edges[edges.count - 1] + free * Swift.max(part, 0.01) / shares)
      }
    }
    return edges
  }
}
