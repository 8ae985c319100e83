internal import CXLSXWriter

extension WrittenValidation {
  /// Sets the rule on its range.
  func write(on worksheet: UnsafeMutablePointer<lxw_worksheet>) -> lxw_error {
    var validation = unsafe lxw_data_validation()
    unsafe validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    unsafe validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
    return unsafe hint.withCString { hint in
      unsafe refusal.withCString { refusal in
        unsafe validation.input_message = UnsafeMutablePointer(mutating: hint)
        unsafe validation.error_message = UnsafeMutablePointer(mutating: refusal)
        return unsafe set(&validation, on: worksheet)
      }
    }
  }

  private func set(
    _ validation: inout lxw_data_validation,
    on worksheet: UnsafeMutablePointer<lxw_worksheet>,
  ) -> lxw_error {
    switch rule {
    case .decimal(let minimum, let maximum):
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      unsafe validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      unsafe validation.minimum_number = Double(minimum) ?? 0
      unsafe validation.maximum_number = Double(maximum) ?? 0
      return unsafe place(&validation, on: worksheet)
    case .formula(let formula):
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_CUSTOM_FORMULA.rawValue)
      return unsafe formula.withCString { text in
        unsafe validation.value_formula = UnsafeMutablePointer(mutating: text)
        return unsafe place(&validation, on: worksheet)
      }
    case .list(let words):
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      return unsafe withCStrings(words) { list in
        unsafe validation.value_list = list
        return unsafe place(&validation, on: worksheet)
      }
    }
  }

  private func place(
    _ validation: inout lxw_data_validation,
    on worksheet: UnsafeMutablePointer<lxw_worksheet>,
  ) -> lxw_error {
    unsafe worksheet_data_validation_range(
      worksheet,
      lxw_row_t(range.first.row),
      lxw_col_t(range.first.column),
      lxw_row_t(range.last.row),
      lxw_col_t(range.last.column),
      &validation,
    )
  }
}

/// Lends texts as a C array that a null pointer ends.
private func withCStrings<Result>(
  _ texts: [String],
  _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Result,
) -> Result {
  var starts: [Int] = []
  var bytes: [CChar] = []
  for text in texts {
    starts.append(bytes.count)
    bytes += Array(text.utf8CString)
  }
  return unsafe bytes.withUnsafeMutableBufferPointer { buffer in
    var pointers = unsafe starts.map { start in unsafe buffer.baseAddress?.advanced(by: start) }
    unsafe pointers.append(nil)
    return unsafe pointers.withUnsafeMutableBufferPointer { unsafe body($0.baseAddress) }
  }
}
