import Files

@testable import HTTPServer

func writeTemporary(_ path: String, _ bytes: [UInt8]) throws { try writeFile(path, bytes) }

func removeTemporary(_ path: String) { removeFile(path) }

/// Tells whether the rim of a server is still there.
struct WeakRim {
  weak var value: Rim?

  init(_ rim: Rim?) {
    value = rim
  }
}
