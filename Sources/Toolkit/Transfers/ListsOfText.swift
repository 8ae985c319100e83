internal import CCURL

/// The lists of lines that libcurl reads and does not copy, freed with the handle that reads them.
@safe
final class ListsOfText {
  private var lists: [UInt32: List] = [:]

  /// A list, freed with its last reference.
  @safe
  final class List {
    private(set) var first: UnsafeMutablePointer<curl_slist>?

    init?(_ lines: [String]) {
      for line in lines {
        guard let longer = unsafe curl_slist_append(first, line) else { return nil }
        unsafe first = unsafe longer
      }
    }

    deinit { unsafe curl_slist_free_all(first) }
  }

  /// Makes a list in the place of another; `nil` when memory lacks.
  func replace(_ option: CURLoption, by lines: [String]) -> List? {
    guard let list = List(lines) else { return nil }
    lists[option.rawValue] = list
    return list
  }
}
