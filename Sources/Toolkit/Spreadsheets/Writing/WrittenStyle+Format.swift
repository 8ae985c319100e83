internal import CXLSXWriter

extension WrittenStyle {
  private static let headingColor: UInt32 = 0xDCE6F1
  private static let inputColor: UInt32 = 0xFFF9DB
  private static let borderColor: UInt32 = 0xA6A6A6
  private static let largeSize = 14

  /// Sets a new format of the library.
  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    if isBold { unsafe format_set_bold(format) }
    if isLarge { unsafe format_set_font_size(format, Double(Self.largeSize)) }
    if isWrapped { unsafe format_set_text_wrap(format) }
    if isCentered { unsafe format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue)) }
    if !isLocked { unsafe format_set_unlocked(format) }
    if hasBorder {
      unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      unsafe format_set_border_color(format, Self.borderColor)
    }
    switch background {
    case .none: break
    case .heading: unsafe format_set_bg_color(format, Self.headingColor)
    case .input: unsafe format_set_bg_color(format, Self.inputColor)
    }
    switch numberFormat {
    case .general: break
    case .text: unsafe format_set_num_format(format, "@")
    case .day: unsafe format_set_num_format(format, "dd/mm/yyyy")
    case .moment: unsafe format_set_num_format(format, "dd/mm/yyyy hh:mm")
    case .decimals(let count):
      let zeros = String(repeating: "0", count: count)
      unsafe format_set_num_format(format, count > 0 ? "0." + zeros : "0")
    }
  }
}
