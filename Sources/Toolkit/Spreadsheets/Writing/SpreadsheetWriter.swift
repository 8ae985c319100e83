internal import CXLSXWriter

/// Writes XLSX files.
public enum SpreadsheetWriter {
  /// The bytes of a workbook; equal workbooks give equal bytes.
  ///
  /// While it is written the file stands in the temporary folder, readable by no one else.
  public static func write(
    _ workbook: WrittenWorkbook,
    temporaryFolder: String = "/tmp",
  ) throws(SpreadsheetWriteError) -> [UInt8] {
    precondition(!workbook.sheets.isEmpty, "a workbook without any sheet")
    try checkNames(workbook)
    let file = try TemporaryFile(in: temporaryFolder)
    var handle = try XLSXHandle(path: file.path, temporaryFolder: temporaryFolder)
    handle.describe(workbook)
    for sheet in workbook.sheets { try handle.add(sheet) }
    try handle.close()
    return try file.content()
  }

  private static func checkNames(_ workbook: WrittenWorkbook) throws(SpreadsheetWriteError) {
    var names: Set<String> = []
    for sheet in workbook.sheets {
      let name = WrittenSheet.acceptedName(sheet.name)
      guard names.insert(name.lowercased()).inserted else { throw .sameName(name) }
    }
  }
}

/// A workbook of the library, freed with the value unless closed before.
@safe
struct XLSXHandle: ~Copyable {
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [WrittenStyle: UnsafeMutablePointer<lxw_format>]

  init(path: String, temporaryFolder: String) throws(SpreadsheetWriteError) {
    let created = unsafe temporaryFolder.withCString { folder in
      var options = unsafe lxw_workbook_options()
      unsafe options.tmpdir = UnsafeMutablePointer(mutating: folder)
      return unsafe workbook_new_opt(path, &options)
    }
    guard let created = unsafe created else {
      throw .library("the workbook cannot be created", sheet: nil)
    }
    unsafe workbook = created
    unsafe formats = [:]
  }

  deinit {
    if let workbook = unsafe workbook { unsafe lxw_workbook_free(workbook) }
  }

  mutating func describe(_ document: WrittenWorkbook) {
    unsafe XLSXText.storable(document.title).withCString { title in
      unsafe XLSXText.storable(document.author).withCString { author in
        var properties = unsafe lxw_doc_properties()
        unsafe properties.title = UnsafeMutablePointer(mutating: title)
        unsafe properties.author = UnsafeMutablePointer(mutating: author)
        unsafe properties.created = document.created.daysSince1970 * 86_400
        _ = unsafe workbook_set_properties(workbook, &properties)
      }
    }
  }

  mutating func add(_ sheet: WrittenSheet) throws(SpreadsheetWriteError) {
    let name = WrittenSheet.acceptedName(sheet.name)
    guard let worksheet = unsafe workbook_add_worksheet(workbook, name) else {
      throw .library("the sheet cannot be added", sheet: name)
    }
    unsafe try XLSXSheetWriter(worksheet, name).write(sheet) { style in
      unsafe format(style)
    }
  }

  /// The format of a style, made once.
  private mutating func format(_ style: WrittenStyle) -> UnsafeMutablePointer<lxw_format>? {
    if let known = unsafe formats[style] { return unsafe known }
    guard let created = unsafe workbook_add_format(workbook) else { return nil }
    unsafe style.apply(to: created)
    unsafe formats[style] = created
    return unsafe created
  }

  /// Writes the file, and frees the workbook whatever happens.
  mutating func close() throws(SpreadsheetWriteError) {
    let closing = unsafe workbook
    unsafe workbook = nil
    let code = unsafe workbook_close(closing)
    guard code == LXW_NO_ERROR else {
      throw .library(unsafe String(cString: lxw_strerror(code)), sheet: nil)
    }
  }
}
