internal import Glibc

/// Reads a whole file, or standard input for « - », up to a limit of size.
///
/// One byte more than `limit` is an error, and memory stays bounded.
public func readFile(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
  guard path != "-" else { return try readAll(STDIN_FILENO, limit: limit) }
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileError(errno: errno) }
  defer { close(descriptor) }
  var status = stat()
  guard unsafe fstat(descriptor, &status) == 0 else { throw FileError(errno: errno) }
  guard status.st_size <= limit else { throw .tooLarge(limit: limit) }
  return try readAll(descriptor, limit: limit)
}

private func readAll(_ descriptor: Int32, limit: Int) throws(FileError) -> [UInt8] {
  var content: [UInt8] = []
  while true {
    let chunk = try readChunk(descriptor)
    guard !chunk.isEmpty else { return content }
    content += chunk
    guard content.count <= limit else { throw .tooLarge(limit: limit) }
  }
}

func readChunk(_ descriptor: Int32) throws(FileError) -> [UInt8] {
  var failure: Int32?
  let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
    let received = unsafe read(descriptor, buffer.baseAddress, buffer.count)
    if received < 0 { failure = errno }
    count = max(received, 0)
  }
  guard let failure else { return chunk }
  guard failure != EINTR else { return try readChunk(descriptor) }
  throw FileError(errno: failure)
}

/// Writes a whole file, replacing it in one step: a reader sees the old content or the new.
///
/// A link is followed; a device or a pipe is written to, not replaced; « - » is standard output.
public func writeFile(_ path: String, _ content: some Sequence<UInt8>) throws(FileError) {
  let bytes = Array(content)
  guard path != "-" else { return try writeAll(bytes, to: STDOUT_FILENO) }
  let target = resolved(path)
  if isSpecial(target) {
    return try withDescriptor(target, O_WRONLY) { descriptor throws(FileError) in
      try writeAll(bytes, to: descriptor)
    }
  }
  let temporary = target + ".\(getpid()).tmp"
  do throws(FileError) {
    try withDescriptor(temporary, O_WRONLY | O_CREAT | O_TRUNC) { descriptor throws(FileError) in
      try writeAll(bytes, to: descriptor)
      guard fsync(descriptor) == 0 else { throw FileError(errno: errno) }
    }
    guard unsafe rename(temporary, target) == 0 else { throw FileError(errno: errno) }
  } catch {
    unsafe unlink(temporary)
    throw error
  }
}

/// The path without links; the path itself when nothing is there yet.
private func resolved(_ path: String) -> String {
  guard let found = unsafe realpath(path, nil) else { return path }
  defer { unsafe free(found) }
  return unsafe String(cString: found)
}

/// Whether something other than a regular file stands there.
private func isSpecial(_ path: String) -> Bool {
  var status = stat()
  guard unsafe stat(path, &status) == 0 else { return false }
  return status.st_mode & S_IFMT != S_IFREG
}

func withDescriptor(
  _ path: String,
  _ flags: Int32,
  mode: mode_t = 0o644,
  _ body: (Int32) throws(FileError) -> Void,
) throws(FileError) {
  let descriptor = unsafe open(path, flags | O_CLOEXEC, mode)
  guard descriptor >= 0 else { throw FileError(errno: errno) }
  defer { close(descriptor) }
  try body(descriptor)
}

func writeAll(_ content: [UInt8], to descriptor: Int32) throws(FileError) {
  var offset = 0
  while offset < content.count {
    let (written, code) = unsafe content[offset...].withUnsafeBytes { bytes in
      (unsafe write(descriptor, bytes.baseAddress, bytes.count), errno)
    }
    if written < 0 {
      guard code == EINTR else { throw FileError(errno: code) }
      continue
    }
    offset += written
  }
}

/// Writes to standard output (1) or standard error (2).
public func writeStandard(_ descriptor: Int32, _ text: String) throws(FileError) {
  try writeAll(Array(text.utf8), to: descriptor)
}

/// Makes a folder, unless it is there already; the folder that is to hold it must be.
public func makeFolder(_ path: String) throws(FileError) {
  guard unsafe mkdir(path, 0o755) != 0, errno != EEXIST else { return }
  throw FileError(errno: errno)
}
