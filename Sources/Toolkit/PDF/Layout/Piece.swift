/// What a block becomes before pages are made.
enum Piece {
  case open(Tag)
  case close
  case box(Box)
  /// From here, these boxes come again at the top of each page.
  case repeating([Box])
  case endOfRepeating
  case pageBreak
}

/// What stands on one page in one piece.
struct Box {
  /// Room above it, except at the top of a page.
  var before: Double = 0
  let height: Double
  /// Whether what follows must be on the same page.
  var keepsWithNext = false
  /// Draws it with its left and its top at these points.
  let draw: (Canvas, _ x: Double, _ y: Double) -> Void
}

/// What is done on a page, in its order.
enum Step {
  case open(Tag, isSplit: Bool)
  case close
  /// - Parameter isAgain: a header that comes again, which the structure already holds.
  case draw(Box, y: Double, isAgain: Bool)
}
