package import Files
internal import Glibc

/// A file that is open for reading, sent without passing through memory.
public final class HTTPFile: Sendable {
  let descriptor: Int32
  public let count: Int

  /// Opens a regular file.
  package init(path: String) throws(FileError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError(errno: errno) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw FileError.notFound
    }
    self.descriptor = descriptor
    count = status.st_size
  }

  deinit { close(descriptor) }
}
