internal import CPango

/// The looks of the runs of a text, as Pango takes them.
enum TextAttributes {
  /// - Returns: a list that the caller frees; `nil` for a text of one plain look.
  @unsafe
  static func list(
    for text: PDFText,
    _ face: Face,
    _ shape: Shaper.Shape,
  ) -> OpaquePointer? {
    // Pango marks a cut inside a word with a hyphen, which would change a number or an address.
    let isPlain = shape.width != nil && shape.alignment != .justified
    guard isPlain || !face.features.isEmpty || text.runs.contains(where: \.hasLook) else {
      return nil
    }
    let list = unsafe pango_attr_list_new()
    if isPlain { unsafe insert(pango_attr_insert_hyphens_new(0), 0..<Int(UInt32.max), list) }
    if !face.features.isEmpty {
      unsafe insert(pango_attr_font_features_new(face.features), 0..<Int(UInt32.max), list)
    }
    var position = 0
    for run in text.runs {
      let bytes = position..<position + run.text.utf8.count
      position = bytes.upperBound
      if let weight = run.weight {
        unsafe insert(pango_attr_weight_new(weight.pango), bytes, list)
      }
      if run.isItalic { unsafe insert(pango_attr_style_new(PANGO_STYLE_ITALIC), bytes, list) }
      if let size = run.size {
        unsafe insert(
          pango_attr_size_new_absolute(Int32(size * Double(PANGO_SCALE))),
          bytes,
          list,
        )
      }
      if let colour = run.colour {
        unsafe insert(
          pango_attr_foreground_new(
            UInt16(colour.red) * 257,
            UInt16(colour.green) * 257,
            UInt16(colour.blue) * 257,
          ),
          bytes,
          list,
        )
      }
    }
    return unsafe list
  }

  @unsafe
  private static func insert(
    _ attribute: UnsafeMutablePointer<PangoAttribute>?,
    _ bytes: Range<Int>,
    _ list: OpaquePointer?,
  ) {
    guard let attribute = unsafe attribute else { return }
    unsafe attribute.pointee.start_index = UInt32(bytes.lowerBound)
    unsafe attribute.pointee.end_index = UInt32(bytes.upperBound)
    unsafe pango_attr_list_insert(list, attribute)
  }
}

extension PDFText.Run {
  /// Whether it looks other than its block.
  fileprivate var hasLook: Bool {
    weight != nil || isItalic || size != nil || colour != nil
  }
}
