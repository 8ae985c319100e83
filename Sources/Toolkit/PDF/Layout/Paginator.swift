/// Puts pieces on pages of one height.
struct Paginator {
  private let height: Double
  private(set) var pages: [[Step]] = [[]]
  /// How far down the page is filled.
  private(set) var y = 0.0
  private var isAtTop = true
  private var headers: [[Box]] = []
  /// Where the open element that holds texts was opened.
  private var openTexts: (page: Int, step: Int)?
  private var depth: [Bool] = []

  init(height: Double) { self.height = height }

  mutating func place(_ pieces: [Piece]) {
    var rank = 0
    while rank < pieces.count {
      let end = Self.end(of: pieces, from: rank)
      place(group: pieces[rank..<end])
      rank = end
    }
  }

  /// The end of the pieces that must stay together: boxes up to the first that lets the next go,
  /// and what is closed after it.
  private static func end(of pieces: [Piece], from start: Int) -> Int {
    var rank = start
    while rank < pieces.count {
      defer { rank += 1 }
      switch pieces[rank] {
      case .box(let box):
        guard !box.keepsWithNext else { continue }
        var end = rank + 1
        while end < pieces.count, pieces[end].closes { end += 1 }
        return end
      case .pageBreak: return rank + 1
      case .open, .close, .repeating, .endOfRepeating: continue
      }
    }
    return pieces.count
  }

  private mutating func place(group: ArraySlice<Piece>) {
    let needed = group.reduce(0.0) { sum, piece in
      if case .box(let box) = piece { sum + box.height + (sum > 0 ? box.before : 0) } else { sum }
    }
    let first = group.lazy.compactMap { if case .box(let box) = $0 { box } else { nil } }.first
    if let first, !isAtTop, y + first.before + needed > height + 0.01 {
      // A group higher than a page starts where it stands only if nothing better can be done.
      if needed <= height - headerHeight || y + first.before + first.height > height + 0.01 {
        breakPage()
      }
    }
    for piece in group { place(piece) }
  }

  private var headerHeight: Double { headers.joined().reduce(0) { $0 + $1.height } }

  private mutating func place(_ piece: Piece) {
    switch piece {
    case .open(let tag): open(tag)
    case .close: close()
    case .box(let box): place(box)
    case .repeating(let boxes): headers.append(boxes)
    case .endOfRepeating: _ = headers.popLast()
    case .pageBreak: if !isAtTop { breakPage() }
    }
  }

  private mutating func place(_ box: Box) {
    if !isAtTop, y + box.before + box.height > height + 0.01 { breakPage() }
    if !isAtTop { y += box.before }
    add(.draw(box, y: y, isAgain: false))
    y += box.height
    isAtTop = false
  }

  private mutating func breakPage() {
    pages.append([])
    y = 0
    isAtTop = true
    for box in headers.joined() {
      add(.draw(box, y: y, isAgain: true))
      y += box.height
    }
  }

  private mutating func open(_ tag: Tag) {
    add(.open(tag, isSplit: false))
    depth.append(tag.holdsTexts)
    if tag.holdsTexts { openTexts = (pages.count - 1, pages[pages.count - 1].count - 1) }
  }

  private mutating func close() {
    if depth.popLast() == true, let opened = openTexts {
      if opened.page < pages.count - 1,
        case .open(let tag, _) = pages[opened.page][opened.step]
      {
        pages[opened.page][opened.step] = .open(tag, isSplit: true)
      }
      openTexts = nil
    }
    add(.close)
  }

  private mutating func add(_ step: Step) { pages[pages.count - 1].append(step) }
}

extension Piece {
  /// Whether it only ends what was begun.
  fileprivate var closes: Bool {
    switch self {
    case .close, .endOfRepeating: true
    case .open, .box, .repeating, .pageBreak: false
    }
  }
}
