internal import Transfers

/// What the callbacks of one connection are given; one thread at a time has it.
final class SMTPConversation {
  private(set) var dialogue = SMTPDialogue(answerLimit: 0)
  private var content: [UInt8] = []
  private var given = 0
  /// Whether the library was given the whole message: its end may have been sent.
  private(set) var isWhole = false
  private var flag = CancellationFlag()

  /// Begins with another message.
  func begin(_ content: [UInt8], answerLimit: Int, _ flag: CancellationFlag) {
    dialogue = SMTPDialogue(answerLimit: answerLimit)
    self.content = content
    given = 0
    isWhole = false
    self.flag = flag
  }

  /// Forgets the message.
  func end() { content = [] }

  /// Whether to stop: for the sake of who waits only as long as nothing of the message was given.
  var isToStop: Bool { dialogue.isFull || isCancelled }

  var isCancelled: Bool { flag.isRaised && given == 0 }

  func hear(command: UnsafeRawBufferPointer) { unsafe dialogue.hear(command: Array(command)) }

  func hear(answer: UnsafeRawBufferPointer) { unsafe dialogue.hear(answer: Array(answer)) }

  func hearContent() { dialogue.hearContent() }

  /// Copies what follows of the message; zero at its end.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, content.count - given)
    unsafe content.withUnsafeBytes { bytes in
      unsafe buffer.copyBytes(from: bytes[given..<given + count])
    }
    given += count
    isWhole = given == content.count
    return count
  }
}
