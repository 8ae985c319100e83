/// The files that ship inside the program, served for ever under the names of their contents.
public struct StaticAssets: Sendable {
  private let folder: [String]
  private let byName: [String: HTTPPath]
  private let byHashedName: [String: StaticAsset]

  /// Files under a path of the site, « /statique ».
  public init(under folder: HTTPPath, _ assets: [StaticAsset]) {
    self.folder = folder.segments
    byName = Dictionary(
      assets.map { ($0.name, folder.appending($0.hashedName)) },
      uniquingKeysWith: { _, _ in preconditionFailure("two assets of one name") },
    )
    byHashedName = Dictionary(assets.map { ($0.hashedName, $0) }) { first, _ in first }
  }

  /// Where a page finds the file.
  public subscript(name: String) -> HTTPPath? { byName[name] }

  /// The file that a request asks for; `nil` when it asks for something else.
  public func response(to request: HTTPRequest) -> HTTPResponse? {
    guard request.method == .get || request.method == .head,
      request.path.segments.count == folder.count + 1, request.path.segments.starts(with: folder),
      let asset = request.path.segments.last.flatMap({ byHashedName[$0] })
    else { return nil }
    var response = HTTPResponse(.ok, .bytes(asset.bytes), mediaType: asset.mediaType)
    response.headers.add("cache-control", "public, max-age=31536000, immutable")
    response.route = "/" + folder.joined(separator: "/") + "/{fichier}"
    return response.tagged(asset.tag, for: request)
  }
}
