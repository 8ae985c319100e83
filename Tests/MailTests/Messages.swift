import Mail

/// Messages between people who do not exist.
enum Messages {
  static func message(
    to recipient: String = "agnes@example.org",
    subject: String = "Bonjour",
    text: String = "Bonjour,\n",
  ) throws -> MailMessage {
    try MailMessage(
      from: Mailbox(MailAddress("iut@example.org"), name: "IUT d’Exemple"),
      to: [Mailbox(MailAddress(recipient), name: "Agnès Dumont")],
      subject: subject,
      date: MailDate(
        year: 2026,
        month: 11,
        day: 22,
        hour: 8,
        minute: 5,
        second: 9,
        offset: 60,
      ),
      identifier: MessageID("essai.1@example.org"),
      text: text,
    )
  }
}
