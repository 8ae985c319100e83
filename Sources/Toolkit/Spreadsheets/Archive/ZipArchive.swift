internal import CZip
internal import Glibc

/// A ZIP archive in memory, read only.
@safe
struct ZipArchive: ~Copyable {
  private let handle: OpaquePointer
  private let fileSize: Int

  /// Opens a copy of the bytes.
  init(_ bytes: [UInt8]) throws(SpreadsheetError) {
    unsafe handle = try Self.open(bytes)
    fileSize = bytes.count
  }

  private static func open(_ bytes: [UInt8]) throws(SpreadsheetError) -> OpaquePointer {
    guard let copy = unsafe malloc(bytes.count) else { throw SpreadsheetError(.outOfMemory) }
    unsafe bytes.withUnsafeBytes { source in
      if let start = source.baseAddress { unsafe memcpy(copy, start, source.count) }
    }
    // The source owns the copy from here on, and the archive owns the source.
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
      unsafe free(copy)
      throw SpreadsheetError(.outOfMemory)
    }
    guard let opened = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
      let detail = unsafe String(cString: zip_error_strerror(&error))
      unsafe zip_source_free(source)
      throw SpreadsheetError(.damagedArchive(detail))
    }
    guard unsafe zip_get_num_entries(opened, 0) <= SpreadsheetLimit.parts.maximum else {
      unsafe zip_discard(opened)
      throw SpreadsheetError(.limit(.parts))
    }
    return unsafe opened
  }

  deinit { unsafe zip_discard(handle) }

  /// Whether a part stands in the archive, whatever the case of its name.
  func holds(_ part: String) -> Bool { index(of: part) != nil }

  private func index(of part: String) -> UInt64? {
    let found = unsafe zip_name_locate(handle, part, ZIP_FL_NOCASE)
    return found >= 0 ? UInt64(found) : nil
  }

  /// The first bytes of a part, as many as there are; `nil` without such a part.
  func start(of part: String, count: Int) throws(SpreadsheetError) -> [UInt8]? {
    guard holds(part) else { return nil }
    let file = unsafe try ZipPart(handle, try openable(part), of: self)
    return try file.read(count)
  }

  /// Gives the bytes of a part by pieces, within the budget.
  func stream(
    _ part: String,
    _ budget: inout ReadingBudget,
    to receive: ([UInt8]) throws(SpreadsheetError) -> Void,
  ) throws(SpreadsheetError) {
    let file = unsafe try ZipPart(handle, try openable(part), of: self)
    var total = 0
    while true {
      let piece = try file.read(65_536)
      guard !piece.isEmpty else { return }
      total += piece.count
      try budget.spend(unpacked: piece.count)
      if total > SpreadsheetLimit.sizeWithoutRatio {
        try SpreadsheetLimit.ratio.check(total / max(fileSize, 1))
      }
      try receive(piece)
    }
  }

  /// The index of a part whose declared size and protection allow it to be read.
  private func openable(_ part: String) throws(SpreadsheetError) -> UInt64 {
    guard let index = index(of: part) else { throw SpreadsheetError(.missingPart(part)) }
    var status = unsafe zip_stat_t()
    unsafe zip_stat_init(&status)
    guard unsafe zip_stat_index(handle, index, 0, &status) == 0 else { throw damaged() }
    guard unsafe status.encryption_method == 0 else { throw SpreadsheetError(.passwordProtected) }
    let declared = unsafe Int(clamping: status.size)
    try SpreadsheetLimit.unpackedSize.check(declared)
    return index
  }

  fileprivate func damaged() -> SpreadsheetError {
    SpreadsheetError(.damagedArchive(unsafe String(cString: zip_strerror(handle))))
  }
}

/// A part of an archive, being read.
@safe
private struct ZipPart: ~Copyable {
  private let file: OpaquePointer

  init(
    _ handle: OpaquePointer,
    _ index: UInt64,
    of archive: borrowing ZipArchive,
  ) throws(SpreadsheetError) {
    guard let opened = unsafe zip_fopen_index(handle, index, 0) else { throw archive.damaged() }
    unsafe file = opened
  }

  deinit { unsafe zip_fclose(file) }

  /// The next bytes; none at the end.
  func read(_ count: Int) throws(SpreadsheetError) -> [UInt8] {
    var received = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      received = unsafe Int(zip_fread(file, buffer.baseAddress, UInt64(count)))
      filled = max(received, 0)
    }
    guard received >= 0 else {
      let error = unsafe zip_file_get_error(file)
      throw SpreadsheetError(.damagedArchive(unsafe String(cString: zip_error_strerror(error))))
    }
    return bytes
  }
}
