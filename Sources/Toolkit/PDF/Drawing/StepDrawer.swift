/// Draws the steps of pages one after the other, and remembers which elements are open.
struct StepDrawer {
  private var open: [(tag: Tag, isSplit: Bool)] = []
  /// Whether an element that holds texts goes on from page to page: each page has a stretch of it.
  private var isSplit = false

  mutating func draw(_ steps: [Step], on canvas: Canvas, x: Double, y: Double) {
    if isSplit { canvas.begin(.span) }
    for step in steps { draw(step, on: canvas, x: x, y: y) }
    if isSplit { canvas.end(.span) }
  }

  private mutating func draw(_ step: Step, on canvas: Canvas, x: Double, y: Double) {
    switch step {
    case .open(let tag, let splits):
      canvas.begin(tag)
      open.append((tag, splits))
      if splits {
        isSplit = true
        canvas.begin(.span)
      }
    case .close:
      guard let last = open.popLast() else { return }
      if last.isSplit {
        isSplit = false
        canvas.end(.span)
      }
      canvas.end(last.tag)
    case .draw(let box, let top, let isAgain):
      if isAgain {
        canvas.artifact { box.draw(canvas, x, y + top) }
      } else {
        box.draw(canvas, x, y + top)
      }
    }
  }
}
