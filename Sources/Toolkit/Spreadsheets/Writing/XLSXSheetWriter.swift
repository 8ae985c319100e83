internal import CXLSXWriter

/// Writes the content of one sheet of the library.
@safe
struct XLSXSheetWriter {
  typealias FormatOf = (WrittenStyle) -> UnsafeMutablePointer<lxw_format>?

  private let worksheet: UnsafeMutablePointer<lxw_worksheet>
  private let name: String

  init(_ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ name: String) {
    unsafe self.worksheet = unsafe worksheet
    self.name = name
  }

  func write(_ sheet: WrittenSheet, format: FormatOf) throws(SpreadsheetWriteError) {
    try layOut(sheet)
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        try unsafe write(cell, CellReference(row: row, column: column), format)
      }
    }
    for validation in sheet.validations { try check(unsafe validation.write(on: worksheet)) }
  }

  private func check(_ code: lxw_error) throws(SpreadsheetWriteError) {
    guard code == LXW_NO_ERROR else {
      throw .library(unsafe String(cString: lxw_strerror(code)), sheet: name)
    }
  }

  private func layOut(_ sheet: WrittenSheet) throws(SpreadsheetWriteError) {
    for (index, column) in sheet.columns.enumerated() {
      var options = lxw_row_col_options()
      options.hidden = column.isHidden ? 1 : 0
      let place = lxw_col_t(index)
      try check(
        unsafe worksheet_set_column_opt(
          worksheet,
          place,
          place,
          Double(column.width),
          nil,
          &options,
        )
      )
    }
    if sheet.frozenRows > 0 || sheet.frozenColumns > 0 {
      unsafe worksheet_freeze_panes(
        worksheet,
        lxw_row_t(sheet.frozenRows),
        lxw_col_t(sheet.frozenColumns),
      )
    }
    if let filter = sheet.filter {
      try check(
        unsafe worksheet_autofilter(
          worksheet,
          lxw_row_t(filter.first.row),
          lxw_col_t(filter.first.column),
          lxw_row_t(filter.last.row),
          lxw_col_t(filter.last.column),
        )
      )
    }
    if sheet.isHidden { unsafe worksheet_hide(worksheet) }
    if sheet.isProtected { protect() }
    try setPage(sheet)
  }

  /// Locks cells, but lets people filter, sort and widen columns.
  private func protect() {
    var options = lxw_protection()
    options.autofilter = 1
    options.sort = 1
    options.format_columns = 1
    unsafe worksheet_protect(worksheet, nil, &options)
  }

  private func setPage(_ sheet: WrittenSheet) throws(SpreadsheetWriteError) {
    let a4: UInt8 = 9
    unsafe worksheet_set_paper(worksheet, a4)
    if sheet.isLandscape { unsafe worksheet_set_landscape(worksheet) }
    unsafe worksheet_fit_to_pages(worksheet, 1, 0)
    guard let row = sheet.repeatedRow else { return }
    try check(unsafe worksheet_repeat_rows(worksheet, lxw_row_t(row), lxw_row_t(row)))
  }
}

// MARK: - Cells

extension XLSXSheetWriter {
  private func write(
    _ cell: WrittenCell,
    _ place: CellReference,
    _ format: FormatOf,
  ) throws(SpreadsheetWriteError) {
    let (row, column) = (lxw_row_t(place.row), lxw_col_t(place.column))
    let style = cell.shownStyle
    let look = unsafe style == .plain ? nil : format(style)
    switch cell.content {
    case .empty: try check(unsafe worksheet_write_blank(worksheet, row, column, look))
    case .text(let text), .error(let text): try unsafe write(text, place, look)
    case .number(let digits):
      // The file format holds doubles; readers round them back to these digits.
      guard let value = Double(digits), value.isFinite else {
        try unsafe write(digits, place, look)
        return
      }
      try check(unsafe worksheet_write_number(worksheet, row, column, value, look))
    case .boolean(let value):
      try check(unsafe worksheet_write_boolean(worksheet, row, column, value ? 1 : 0, look))
    case .date(let date): try unsafe write(date, minute: 0, place, look)
    case .dateTime(let date, let minute): try unsafe write(date, minute: minute, place, look)
    }
  }

  private func write(
    _ text: String,
    _ place: CellReference,
    _ look: UnsafeMutablePointer<lxw_format>?,
  ) throws(SpreadsheetWriteError) {
    guard text.utf16.count <= SpreadsheetLimit.cellLength.maximum else {
      throw .longText(CellPlace(sheet: name, cell: place))
    }
    let content = XLSXText.escaped(XLSXText.storable(text))
    try check(
      unsafe worksheet_write_string(
        worksheet,
        lxw_row_t(place.row),
        lxw_col_t(place.column),
        content,
        look,
      )
    )
  }

  private func write(
    _ date: SpreadsheetDate,
    minute: Int,
    _ place: CellReference,
    _ look: UnsafeMutablePointer<lxw_format>?,
  ) throws(SpreadsheetWriteError) {
    guard date.year >= 1900 else {
      try unsafe write(date.displayed, place, look)
      return
    }
    var moment = lxw_datetime(
      year: Int32(date.year),
      month: Int32(date.month),
      day: Int32(date.day),
      hour: Int32(minute / 60),
      min: Int32(minute % 60),
      sec: 0,
    )
    try check(
      unsafe worksheet_write_datetime(
        worksheet,
        lxw_row_t(place.row),
        lxw_col_t(place.column),
        &moment,
        look,
      )
    )
  }
}

extension WrittenCell {
  /// The style, with the number format that the content calls for.
  ///
  /// A text that would be taken for a formula once someone edits its cell is set as text.
  fileprivate var shownStyle: WrittenStyle {
    guard style.numberFormat == .general else { return style }
    var shown = style
    switch content {
    case .date: shown.numberFormat = .day
    case .dateTime: shown.numberFormat = .moment
    case .text(let text), .error(let text):
      if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) {
        shown.numberFormat = .text
      }
    case .empty, .number, .boolean: break
    }
    return shown
  }
}
