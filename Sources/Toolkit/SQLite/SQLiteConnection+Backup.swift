internal import CSQLite
internal import Glibc
public import SQL

extension SQLiteConnection {
  /// Copies the database to another file while others write: the copy is the state at the start.
  ///
  /// The copy is complete and on the disk before it takes its name. No transaction may be open.
  /// - Parameters:
  ///   - path: the copy; a file already there is replaced.
  ///   - progress: called after each slice with the pages that remain and their total.
  /// - Throws: what prevents the copy, of which nothing remains.
  public func backup(
    to path: String,
    progress: (_ remaining: Int, _ total: Int) -> Void = { _, _ in },
  ) throws(SQLError) {
    let temporary = "\(path).\(getpid()).tmp"
    // One snapshot for all slices: without it every writer would make the copy start again.
    try begin(.read)
    defer { rollback() }
    do throws(SQLError) {
      try copy(to: temporary, progress)
      try synchronize(temporary)
      guard unsafe rename(temporary, path) == 0 else { throw .system(errno) }
      try synchronize(Self.folder(of: path))
    } catch {
      for suffix in ["", "-journal", "-wal", "-shm"] { unsafe unlink(temporary + suffix) }
      throw error
    }
  }

  private func copy(
    to path: String,
    _ progress: (Int, Int) -> Void,
  ) throws(SQLError) {
    unsafe unlink(path)
    var target: OpaquePointer?
    defer { unsafe sqlite3_close_v2(target) }
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE
    let opened = unsafe sqlite3_open_v2(path, &target, flags, nil)
    guard opened == SQLITE_OK else { throw unsafe .sqlite(opened, of: target) }
    // The file has no name yet: neither journal nor flush is needed before the end.
    let quick = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF"
    unsafe sqlite3_exec(target, quick, nil, nil, nil)
    guard let backup = unsafe sqlite3_backup_init(target, "main", handle, "main") else {
      throw unsafe .sqlite(sqlite3_errcode(target), of: target)
    }
    let stepped = unsafe Self.stepAll(backup, progress)
    let finished = unsafe sqlite3_backup_finish(backup)
    guard stepped == SQLITE_DONE else { throw unsafe .sqlite(stepped, of: target) }
    guard finished == SQLITE_OK else { throw unsafe .sqlite(finished, of: target) }
    // A file alone: it can then be read where nothing may be written beside it.
    let alone = unsafe sqlite3_exec(target, "PRAGMA journal_mode = DELETE", nil, nil, nil)
    guard alone == SQLITE_OK else { throw unsafe .sqlite(alone, of: target) }
  }

  private static let pagesPerSlice: Int32 = 512

  private static func stepAll(_ backup: OpaquePointer, _ progress: (Int, Int) -> Void) -> Int32 {
    while true {
      let code = unsafe sqlite3_backup_step(backup, pagesPerSlice)
      progress(
        unsafe Int(sqlite3_backup_remaining(backup)),
        unsafe Int(sqlite3_backup_pagecount(backup)),
      )
      guard code == SQLITE_OK else { return code }
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private func synchronize(_ path: String) throws(SQLError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .system(errno) }
  }
}

extension SQLiteConnection {
  /// What the engine finds damaged in the file, and rows whose foreign key leads nowhere.
  public func integrityCheck() throws(SQLError) -> [String] {
    var findings: [String] = []
    let pages = try statement("PRAGMA integrity_check")
    defer { pages.reset() }
    while try pages.step() {
      let finding = SQLiteRow(pages).text(0)
      if finding != "ok" { findings.append(finding) }
    }
    let keys = try statement("PRAGMA foreign_key_check")
    defer { keys.reset() }
    while try keys.step() {
      let row = SQLiteRow(keys)
      findings.append("\(row.text(0)), row \(row.integer(1)): no such row in \(row.text(2))")
    }
    return findings
  }
}

extension SQLError {
  fileprivate static func system(_ code: Int32) -> SQLError {
    let detail = unsafe String(cString: strerror(code))
    switch code {
    case ENOSPC, EDQUOT: return SQLError(.full, detail)
    case EACCES, EPERM, EROFS: return SQLError(.readOnly, detail)
    case ENOENT, ENOTDIR: return SQLError(.unreachable, detail)
    default: return SQLError(.io, detail)
    }
  }
}
