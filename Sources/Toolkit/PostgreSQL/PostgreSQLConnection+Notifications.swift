internal import CPostgreSQL
internal import Glibc
public import SQL

/// A message that another connection sent on a channel.
public struct PostgreSQLNotification: Hashable, Sendable {
  public let channel: String
  public let payload: String
}

extension PostgreSQLConnection {
  /// Asks to be told what is sent on a channel from now on.
  public func listen(_ channel: String) throws(SQLError) {
    let quoted = channel.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    try run("LISTEN \"\(quoted)\"")
  }

  /// Sends a message of at most 8,000 bytes; inside a transaction it leaves with the commit.
  public func notify(_ channel: String, _ payload: String) throws(SQLError) {
    try execute("SELECT pg_notify(?1, ?2)", [.text(channel), .text(payload)])
  }

  /// What arrived, after waiting for it at most so long; empty when nothing came.
  public func waitForNotifications(
    milliseconds: Int32
  ) throws(SQLError) -> [PostgreSQLNotification] {
    let waiting = received()
    guard waiting.isEmpty else { return waiting }
    let deadline = ContinuousClock.now + .milliseconds(milliseconds)
    while true {
      let left = max(.zero, deadline - .now) / .milliseconds(1)
      var descriptor = unsafe pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
      unsafe poll(&descriptor, 1, Int32(left.rounded(.up)))
      guard unsafe PQconsumeInput(handle) == 1 else { throw failure("", connectionMessage) }
      let notifications = received()
      if !notifications.isEmpty || deadline <= .now { return notifications }
    }
  }

  private func received() -> [PostgreSQLNotification] {
    var notifications: [PostgreSQLNotification] = []
    while let found = unsafe PQnotifies(handle) {
      defer { unsafe PQfreemem(found) }
      notifications.append(
        unsafe PostgreSQLNotification(
          channel: String(cString: found.pointee.relname),
          payload: String(cString: found.pointee.extra),
        )
      )
    }
    return notifications
  }
}
