internal import Glibc

/// Whether something stands at a path, whatever it is.
public func fileExists(_ path: String) -> Bool {
  var status = stat()
  return unsafe lstat(path, &status) == 0
}

/// Lends a file piece by piece, so that its size does not matter.
public func readPieces(
  of path: String,
  _ body: ([UInt8]) throws(FileError) -> Void,
) throws(FileError) {
  try withDescriptor(path, O_RDONLY) { descriptor throws(FileError) in
    while true {
      let piece = try readChunk(descriptor)
      guard !piece.isEmpty else { return }
      try body(piece)
    }
  }
}

/// Copies a file to a new one that only its owner reads, and lends the pieces on the way.
///
/// The copy is on the disk when this returns; a file already there is replaced.
public func copyFile(
  _ path: String,
  to copy: String,
  _ body: ([UInt8]) -> Void,
) throws(FileError) {
  removeFile(copy)
  try withDescriptor(copy, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600) {
    target throws(FileError) in
    try readPieces(of: path) { piece throws(FileError) in
      body(piece)
      try writeAll(piece, to: target)
    }
    guard fsync(target) == 0 else { throw FileError(errno: errno) }
  }
}

/// Gives a finished file its name, readable by its owner only; never over another file.
///
/// The name is on the disk when this returns.
public func settleFile(_ temporary: String, as path: String) throws(FileError) {
  guard unsafe chmod(temporary, 0o600) == 0, unsafe link(temporary, path) == 0 else {
    throw FileError(errno: errno)
  }
  unsafe unlink(temporary)
  let slash = path.lastIndex(of: "/").map { path[...$0] } ?? "."
  try withDescriptor(String(slash), O_RDONLY) { folder throws(FileError) in
    guard fsync(folder) == 0 else { throw FileError(errno: errno) }
  }
}

/// Takes a file away; does nothing where none is.
public func removeFile(_ path: String) { unsafe unlink(path) }
