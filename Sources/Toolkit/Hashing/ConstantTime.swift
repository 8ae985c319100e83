internal import CSodium

/// Tells whether two secrets are the same, in a time that says nothing of where they differ.
public func constantTimeEqual(_ left: String, _ right: String) -> Bool {
  let left = Array(left.utf8)
  let right = Array(right.utf8)
  guard left.count == right.count, !left.isEmpty else { return left.count == right.count }
  return unsafe left.withUnsafeBytes { left in
    unsafe right.withUnsafeBytes { right in
      guard let first = left.baseAddress, let second = right.baseAddress else {
        return false
      }
      return unsafe sodium_memcmp(first, second, left.count) == 0
    }
  }
}
