internal import CPango

extension LaidText {
  /// The first characters that no font has, five at most, each once.
  func unknownCharacters(in plain: String) -> [Character] {
    var found: [Character] = []
    guard let iterator = unsafe pango_layout_get_iter(layout) else { return found }
    defer { unsafe pango_layout_iter_free(iterator) }
    repeat {
      guard let run = unsafe pango_layout_iter_get_run_readonly(iterator),
        let glyphs = unsafe run.pointee.glyphs, let item = unsafe run.pointee.item
      else { continue }
      let count = unsafe Int(glyphs.pointee.num_glyphs)
      for rank in 0..<count
      where unsafe shim_is_unknown(glyphs.pointee.glyphs[rank].glyph) != 0 {
        let offset = unsafe Int(item.pointee.offset + glyphs.pointee.log_clusters[rank])
        let index = plain.utf8.index(plain.startIndex, offsetBy: offset)
        let whole = plain.index(after: index)
        let start = plain.index(before: whole)
        found.append(plain[start])
      }
    } while unsafe pango_layout_iter_next_run(iterator) != 0
    var seen: Set<Character> = []
    return Array(found.filter { seen.insert($0).inserted }.prefix(5))
  }

  /// The byte where each line but the last ends.
  var breaks: [Int] {
    var ends: [Int] = []
    for rank in 0..<max(lines.count - 1, 0) {
      guard let line = unsafe pango_layout_get_line_readonly(layout, Int32(rank)) else { continue }
      ends.append(unsafe Int(line.pointee.start_index + line.pointee.length))
    }
    return ends
  }
}
